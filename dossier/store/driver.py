"""The one SQLite driver, sqlcipher3, for plain and encrypted files alike, and its errors in our words."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlcipher3
from sqlcipher3 import dbapi2

from dossier.errors import CannotWrite, Conflict, DossierError, FileLocked, FileRefused, InvalidInput
from dossier.i18n import _
from dossier.store.disk import reason_of

# sqlite_utils prefers pysqlite3 and catches its errors: given ours, it works on the driver we use.
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

Connection = Any  # sqlcipher3 carries no types
Error: type[Exception] = dbapi2.Error
IntegrityError: type[Exception] = dbapi2.IntegrityError


def connect(uri: str) -> Connection:
    """A connection in autocommit mode: transactions are opened by hand, where they can be seen."""
    return dbapi2.connect(uri, uri=True, isolation_level=None, timeout=2.0)


@contextmanager
def errors_in_words() -> Iterator[None]:
    """Turn the errors of the driver and of the disk that a user can act on into a DossierError."""
    try:
        yield
    except (UnicodeEncodeError, OverflowError) as error:
        raise InvalidInput(_("A text or a number in it cannot be stored: nothing was changed.")) from error
    except (Error, OSError, UnicodeDecodeError) as error:  # the driver cannot decode what it says of a damaged file
        raise _in_words(error) from error


def _in_words(error: Exception) -> DossierError:
    text = str(error)
    if "full" in text or getattr(error, "errno", 0) == errno.ENOSPC:
        return CannotWrite(_("The disk is full: nothing was changed; make room and try again."))
    if "locked" in text or "busy" in text:
        return FileLocked(_("Another program is writing in this file: nothing was changed; try again in a moment."))
    if "readonly" in text or isinstance(error, PermissionError):
        return CannotWrite(_("This file or its folder cannot be written: nothing was changed; save a copy elsewhere."))
    if isinstance(error, IntegrityError) and "UNIQUE" in text:
        return Conflict(_("Another record has this reference or identifier already: nothing was changed."))
    if isinstance(error, IntegrityError):
        return Conflict(
            _("A record that this one refers to no longer exists: nothing was changed; reload the dossier.")
        )
    if isinstance(error, OSError):
        return CannotWrite(_("The file could not be written ({reason}): nothing was changed.", reason=reason_of(error)))
    return damaged(text)


def damaged(reason: str) -> FileRefused:
    return FileRefused(
        _("The file is damaged ({reason}): it was not touched; open a backup or run the verification.", reason=reason)
    )

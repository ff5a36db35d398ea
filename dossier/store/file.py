"""The file itself: made, opened, recognised or refused, copied."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dossier.errors import CannotWrite, FileRefused, NotFound
from dossier.i18n import _
from dossier.store.disk import reason_of
from dossier.store.driver import Connection, connect, errors_in_words
from dossier.store.migrations import SCHEMA, migrate
from dossier.store.whole import moved_when_complete, sqlite_journal

APPLICATION_ID = 0x44534752
"""“DSGR”, which tells a dossier from another application's SQLite file."""

SQLITE_HEADER = b"SQLite format 3\0"
_READERS_CACHE = 1000  # kilobytes: who reads goes through the file once


@contextmanager
def new_file(path: Path, meta: Mapping[str, str]) -> Iterator[Path]:
    """A new file with today's schema and `meta`, to be filled beside its place; never over an existing one.

    It is moved to `path` when the block ends well, so that an interruption leaves no half dossier.
    """
    if path.exists():
        raise CannotWrite(_("{path} already exists: nothing was changed; choose another name.", path=path))
    _refuse_a_journal_left_by(path)
    with errors_in_words(), moved_when_complete(path) as partial:
        connection = _empty(partial)
        try:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _prepare(connection)
            migrate(connection)
            connection.executemany("INSERT INTO meta VALUES (?, ?)", list(meta.items()))
        finally:
            connection.close()
        yield partial


def open_file(path: Path, read_only: bool) -> Connection:
    """Open a dossier, migrated when it is older; raises FileRefused or NotFound, and never touches what it refuses.

    A reader opens a writable file as a writer would, and then forbids itself to write: SQLite must be able to roll
    back the transaction of a program that was killed.
    """
    _refuse_what_is_not_sqlite(path)
    with errors_in_words():
        connection = connect(_uri(path, "rw" if can_write(path) else "ro"))
        try:
            _prepare(connection)
            if read_only:
                connection.execute("PRAGMA query_only = ON")
                connection.execute(f"PRAGMA cache_size = -{_READERS_CACHE}")
            _refuse_strangers(connection, path)
            if not read_only and _schema(connection) < SCHEMA:
                copy_file(connection, _before_migration(path, _schema(connection)))
                migrate(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def can_write(path: Path) -> bool:
    """Whether the file and its folder, where SQLite keeps its journal, can be written."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def copy_file(connection: Connection, target: Path) -> None:
    """A verified copy of an open dossier, moved into place when complete."""
    _refuse_a_journal_left_by(target)
    with errors_in_words(), moved_when_complete(target) as partial:
        copy = _empty(partial)
        try:
            _back_up(connection, copy)
            (verdict,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
        finally:
            copy.close()
        if verdict != "ok":
            raise FileRefused(_("The copy could not be verified ({reason}): nothing was changed.", reason=verdict))


def _back_up(connection: Connection, copy: Connection) -> None:
    """The driver waits for ever for a file that is locked: it begins only once the file can be read."""
    connection.execute("BEGIN")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.backup(copy)
    finally:
        connection.execute("COMMIT")


def is_dossier(path: Path) -> bool:
    """Whether a file that must not be replaced by another stands there; an encrypted one is known by its name."""
    try:
        with path.open("rb") as file:
            return path.suffix == ".dossier" or file.read(len(SQLITE_HEADER)) == SQLITE_HEADER
    except OSError:
        return False


def _empty(path: Path) -> Connection:
    """An empty file that only its owner can read."""
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
    return connect(_uri(path, "rw"))


def _refuse_a_journal_left_by(path: Path) -> None:
    """SQLite would take a killed program's transaction back into whatever file takes that place."""
    left = sqlite_journal(path)
    if left.exists():
        raise CannotWrite(
            _("{path} belongs to a dossier that was not closed: nothing was changed; choose another name.", path=left)
        )


def _prepare(connection: Connection) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    for pragma in (
        "journal_mode = DELETE",
        "synchronous = FULL",
        "secure_delete = ON",
        "trusted_schema = OFF",
        "foreign_keys = ON",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _refuse_what_is_not_sqlite(path: Path) -> None:
    try:
        if path.exists() and not path.is_file():
            raise FileRefused(_("{path} is not a file.", path=path))
        with path.open("rb") as file:
            header = file.read(len(SQLITE_HEADER))
    except FileNotFoundError:
        raise NotFound(_("There is no file {path}.", path=path)) from None
    except OSError as error:
        raise FileRefused(_("{path} cannot be read ({reason}).", path=path, reason=reason_of(error))) from error
    if header != SQLITE_HEADER:
        raise FileRefused(_("{path} is not a dossier, or is encrypted or damaged: it was not touched.", path=path))


def _refuse_strangers(connection: Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise FileRefused(_("{path} belongs to another application: it was not touched.", path=path))
    (programs,) = connection.execute("SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchone()
    if programs:
        raise FileRefused(_("{path} carries programs that no dossier has: it was not opened.", path=path))
    if _schema(connection) > SCHEMA:
        raise FileRefused(
            _(
                "{path} was made by a newer version of Dossier: it was not touched; install that version to open it.",
                path=path,
            )
        )


def _schema(connection: Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _before_migration(path: Path, schema: int) -> Path:
    return path.with_name(f"{path.stem} (schema {schema}){path.suffix}")


def _uri(path: Path, mode: str) -> str:
    return f"{path.resolve().as_uri()}?mode={mode}"

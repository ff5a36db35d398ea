"""Files that take the place of others only when they are complete, and never the place of a dossier."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BufferedRandom
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dossier.errors import CannotWrite
from dossier.i18n import N_, _
from dossier.store.disk import reason_of
from dossier.store.file import is_dossier
from dossier.store.whole import moved_when_complete

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_HELD = N_("another program has it open, or it is protected")


class Written(BufferedRandom):
    """A file being written, that remembers the SHA-256 of what it was given: a disk may hold something else."""

    def __init__(self, raw: Any) -> None:
        super().__init__(raw)
        self.given = sha256()

    def write(self, data: "ReadableBuffer", /) -> int:
        self.given.update(data)
        return super().write(data)


@contextmanager
def replaced_when_complete(target: Path) -> Iterator[Written]:
    """A binary file, to write and to read back, that takes the place of `target` when the block ends well.

    Raises CannotWrite, at once where it can be known before anything is written.
    """
    try:
        _try_what_stands_at(target)
        with moved_when_complete(target) as partial, Written(partial.open("w+b", buffering=0)) as file:
            yield file
    except OSError as error:
        raise CannotWrite(
            _(
                "{path} could not be written ({reason}): what was there before is untouched; choose another place.",
                path=target,
                reason=_reason(error, target),
            )
        ) from error


def _try_what_stands_at(target: Path) -> None:
    """A dossier, a file that another program holds, and what is no file: refused now, not when all the work is done."""
    if target.exists() and not target.is_file():  # to open a pipe would wait for ever
        raise OSError(0, _("it is a folder") if target.is_dir() else _("it is not a file"))
    if is_dossier(target):
        raise CannotWrite(_("{path} is a dossier: nothing was changed; choose another name.", path=target))
    if target.exists():
        target.open("r+b").close()


def _reason(error: OSError, target: Path) -> str:
    """Who may write in the folder and not in what stands there already is told so."""
    at_target = error.filename2 if error.filename2 is not None else error.filename
    if isinstance(error, PermissionError) and at_target == str(target):
        return _(_HELD)
    return reason_of(error)

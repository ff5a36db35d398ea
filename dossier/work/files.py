"""Files that take the place of others only when they are complete, and never the place of a dossier."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from io import BufferedRandom
from itertools import chain, count
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING, Any, BinaryIO

from dossier.errors import CannotWrite
from dossier.i18n import N_, _
from dossier.store.disk import reason_of
from dossier.store.file import is_dossier
from dossier.store.whole import all_moved_when_complete

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

Step = Callable[[], None]
"""Called after each piece of work; what it raises stops it."""


def nothing() -> None:
    """The step of who lets nobody stop it."""


_PIECE = 1 << 20  # bytes
_HELD = N_("another program has it open, or it is protected")


class Written(BufferedRandom):
    """A file being written, that remembers the SHA-256 of what it was given: a disk may hold something else."""

    def __init__(self, raw: Any) -> None:
        super().__init__(raw)
        self.given = sha256()
        self.step: Step = nothing
        """Called before each write."""

    def write(self, data: "ReadableBuffer", /) -> int:
        self.step()
        self.given.update(data)
        return super().write(data)


@contextmanager
def replaced_when_complete(target: Path) -> Iterator[Written]:
    """A binary file, to write and to read back, that takes the place of `target` when the block ends well.

    Raises CannotWrite, at once where it can be known before anything is written.
    """
    with replaced_together([target]) as (file,):
        yield file


@contextmanager
def replaced_together(targets: Sequence[Path]) -> Iterator[list[Written]]:
    """The same for several files, of which all take their places or none; a link stays, and leads to the new file."""
    places = {Path(os.path.realpath(target)): target for target in targets}
    try:
        for place, target in places.items():
            _try_what_stands_at(place, target)
        with all_moved_when_complete([*places]) as partials, ExitStack() as open_files:
            yield [open_files.enter_context(Written(one.open("w+b", buffering=0))) for one in partials]
    except OSError as error:
        place = _place_of(error, [*places])
        raise CannotWrite(
            _(
                "{path} could not be written ({reason}): what was there before is untouched; choose another place.",
                path=places[place],
                reason=_reason(error, place),
            )
        ) from error


def sha256_of(file: BinaryIO, step: Step) -> str:
    """The SHA-256 of a file from its beginning, `step` being called after each piece."""
    file.seek(0)
    digest = sha256()
    while piece := file.read(_PIECE):
        digest.update(piece)
        step()
    return digest.hexdigest()


def not_read_back(target: Path) -> CannotWrite:
    """What to say where a disk does not hold what was written."""
    return CannotWrite(
        _(
            "What was written for {path} does not read back from that disk: what was there before is untouched; "
            "choose another place.",
            path=target,
        )
    )


def free_path(path: Path, *besides: str) -> Path:
    """That place, or “name (2)” where something stands there, or beside it under one of these endings."""
    marks = chain([""], (f" ({number})" for number in count(2)))
    places = (path.with_name(f"{path.stem}{mark}{path.suffix}") for mark in marks)
    endings = (path.suffix, *besides)
    return next(one for one in places if not any(os.path.exists(one.with_suffix(ending)) for ending in endings))  # noqa: PTH110  a name may be too long


def _try_what_stands_at(place: Path, target: Path) -> None:
    """A dossier, a file that another program holds, and what is no file: refused now, not when all the work is done."""
    if not target.name:
        raise CannotWrite(_("The file has no name: nothing was written; type one, or choose a place."))
    try:
        mode = place.stat().st_mode
    except FileNotFoundError:
        return
    if not S_ISREG(mode):  # to open a pipe would wait for ever
        raise OSError(0, _("it is a folder") if S_ISDIR(mode) else _("it is not a file"), str(place))
    if is_dossier(place):
        raise CannotWrite(_("{path} is a dossier: nothing was changed; choose another name.", path=target))
    place.open("r+b").close()


def _place_of(error: OSError, places: Sequence[Path]) -> Path:
    """Which of the files an error is about: the first, where it does not say."""
    named = (error.filename2, error.filename)
    return next((place for place in places if str(place) in named), places[0])


def _reason(error: OSError, place: Path) -> str:
    """Who may write in the folder and not in what stands there already is told so."""
    at_place = error.filename2 if error.filename2 is not None else error.filename
    if isinstance(error, PermissionError) and at_place == str(place):
        return _(_HELD)
    return reason_of(error)

"""Files made beside their places and moved there when all are complete: a failure leaves what was there before."""

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path

from dossier.store.process import computer_name, is_alive

_PARTIAL = re.compile(r"\.dossier-(?P<host>[^/]+)-(?P<process>\d+)-\d+\.partial(-journal)?")
_NUMBERS = count()


@contextmanager
def moved_when_complete(target: Path) -> Iterator[Path]:
    """A free place beside `target`; what is made there takes its place when the block ends well. Raises OSError."""
    with all_moved_when_complete([target]) as (partial,):
        yield partial


@contextmanager
def all_moved_when_complete(targets: Sequence[Path]) -> Iterator[list[Path]]:
    """The same for several: all of them take their places, or none. Raises OSError."""
    for folder in {target.parent for target in targets}:
        sweep(folder)
    partials = [_partial(target) for target in targets]
    try:
        yield partials
        for partial in partials:
            _flush_to_disk(partial)
        _move(partials, targets)
        for folder in {target.parent for target in targets}:
            _flush_folder(folder)
    finally:
        for partial in partials:
            _forget(partial)


def sqlite_journal(path: Path) -> Path:
    """Where SQLite keeps what it needs to take back the transaction of a program that was killed."""
    return path.with_name(f"{path.name}-journal")


def _partial(target: Path) -> Path:
    """A name of its own for each thing that is made, and short: that of `target` may be as long as the disk allows."""
    return target.with_name(f".dossier-{computer_name()}-{os.getpid()}-{next(_NUMBERS)}.partial")


def _forget(partial: Path) -> None:
    for made in (partial, sqlite_journal(partial)):
        made.unlink(missing_ok=True)


def _move(partials: Sequence[Path], targets: Sequence[Path]) -> None:
    """Each to its place; where one cannot, those before it give back what stood there."""
    *first, (last, place) = zip(partials, targets, strict=True)
    with ExitStack() as back:
        kept = [_kept(target) for _partial, target in first]
        for (partial, target), before in zip(first, kept, strict=True):
            back.callback(_put_back, before, target)
            partial.replace(target)
        last.replace(place)
        back.pop_all()
    for before in kept:
        _forget(before)


def _kept(target: Path) -> Path:
    """A second name for what stands at a place, where anything does."""
    before = _partial(target)
    if target.exists():
        try:
            os.link(target, before)
        except OSError:  # not every disk gives a file two names
            _copy(target, before)
    return before


def _copy(target: Path, before: Path) -> None:
    try:
        shutil.copy2(target, before)
    except BaseException:
        before.unlink(missing_ok=True)
        raise


def _put_back(before: Path, target: Path) -> None:
    if before.exists():
        before.replace(target)
    else:
        target.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Take away what a program of this computer left half made when it was killed."""
    for left in folder.glob(".dossier-*.partial*"):
        found = _PARTIAL.fullmatch(left.name)
        if found and found["host"] == computer_name() and not is_alive(int(found["process"])):
            left.unlink(missing_ok=True)


def _flush_to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """The name is durable too, where the system lets a folder be opened: Windows does not, and needs no such thing."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

"""A file made beside its place and moved there when it is complete: a failure leaves what was there before."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dossier.store.process import computer_name, is_alive

_PARTIAL = re.compile(r"\.(?P<name>.+)\.(?P<host>[^/]+)-(?P<process>\d+)\.partial(-journal)?")


@contextmanager
def moved_when_complete(target: Path) -> Iterator[Path]:
    """A free place beside `target`; what is made there takes its place when the block ends well. Raises OSError."""
    _sweep(target)
    partial = target.with_name(f".{target.name}.{computer_name()}-{os.getpid()}.partial")
    try:
        yield partial
        _flush_to_disk(partial)
        partial.replace(target)
        _flush_folder(target.parent)
    finally:
        for made in (partial, sqlite_journal(partial)):
            made.unlink(missing_ok=True)


def sqlite_journal(path: Path) -> Path:
    """Where SQLite keeps what it needs to take back the transaction of a program that was killed."""
    return path.with_name(f"{path.name}-journal")


def _sweep(target: Path) -> None:
    """Take away what a program of this computer left half made for `target` when it was killed."""
    for left in target.parent.iterdir():
        found = _PARTIAL.fullmatch(left.name)
        ours = found and found["name"] == target.name and found["host"] == computer_name()
        if found and ours and not is_alive(int(found["process"])):
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

"""Documents inside the file: kept by SHA-256 in rows of one mebibyte, never in the journal, never as links."""

import io
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager
from os import SEEK_END
from typing import BinaryIO, TypeVar

from dossier.errors import InvalidInput
from dossier.i18n import _
from dossier.store.driver import Connection

PART = 1024 * 1024


_BEGUN = "adding "
"""Begins the key of `meta` that says of a document that not all of it is there yet."""


T = TypeVar("T")
Steps = Generator[float, None, None]
"""Work in pieces, each of which may be a transaction of its own; yields the share that is done, from 0 to 1."""


def adding(
    connection: Connection, source: BinaryIO, is_stopped: Callable[[], bool] = lambda: False
) -> Generator[float, None, tuple[str, int] | None]:
    """Copy a stream into the file, a mebibyte at a time, read twice: for its SHA-256, then to be kept.

    Gives its SHA-256 and its size in bytes, or None when it was stopped: then nothing of it stays. What is already
    there under the same SHA-256 is not kept twice. A document of which only some pieces are there counts for nothing,
    and is swept at the next opening.
    """
    import hashlib

    digest, size = hashlib.sha256(), source.seek(0, SEEK_END)
    source.seek(0)
    while (part := source.read(PART)) and not is_stopped():
        digest.update(part)
        yield source.tell() / size / 2
    sha256 = digest.hexdigest()
    if is_stopped():
        return None
    if not has(connection, sha256):
        yield from _keeping(connection, source, sha256, size, is_stopped)
    if is_stopped():
        yield from removing(connection, sha256)
        return None
    return sha256, size


def _keeping(connection: Connection, source: BinaryIO, sha256: str, size: int, is_stopped: Callable[[], bool]) -> Steps:
    source.seek(0)
    _mark(connection, sha256)
    parts = max(1, -(-size // PART))  # an empty document is one empty part
    for position in range(parts):
        if is_stopped():
            return
        connection.execute("INSERT OR IGNORE INTO content VALUES (?, ?, ?)", (sha256, position, source.read(PART)))
        yield (1 + (position + 1) / parts) / 2
    connection.execute("DELETE FROM meta WHERE key = ?", (_BEGUN + sha256,))
    yield 1.0


def _mark(connection: Connection, sha256: str) -> None:
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, '')", (_BEGUN + sha256,))


def removing(connection: Connection, sha256: str) -> Steps:
    """Take a document away, a mebibyte at a time."""
    _mark(connection, sha256)
    for (part,) in connection.execute("SELECT part FROM content WHERE sha256 = ?", (sha256,)).fetchall():
        connection.execute("DELETE FROM content WHERE sha256 = ? AND part = ?", (sha256, part))
        yield 0.0
    connection.execute("DELETE FROM meta WHERE key = ?", (_BEGUN + sha256,))
    yield 0.0


def unfinished(connection: Connection) -> list[str]:
    """The SHA-256 of the documents of which only some pieces are there."""
    found = connection.execute("SELECT key FROM meta WHERE key LIKE ?", (_BEGUN + "%",))
    return [key.removeprefix(_BEGUN) for (key,) in found]


def in_pieces(
    work: Generator[float, None, T], transaction: Callable[[], AbstractContextManager[None]]
) -> Generator[float, None, T]:
    """Each piece of a work in a transaction of its own."""
    while True:
        with transaction():
            try:
                done = next(work)
            except StopIteration as end:
                result: T = end.value
                break
        yield done
    return result


def add(connection: Connection, source: BinaryIO) -> tuple[str, int]:
    """Copy a stream into the file at once, inside a transaction; returns its SHA-256 and its size in bytes."""
    work = adding(connection, source)
    while True:
        try:
            next(work)
        except StopIteration as end:
            kept: tuple[str, int] = end.value
            return kept


def add_named(connection: Connection, sha256: str, data: bytes) -> None:
    """The same, for a document that must have this SHA-256; raises InvalidInput."""
    kept, _size = add(connection, io.BytesIO(data))
    if kept != sha256:
        raise InvalidInput(_("The document with SHA-256 {sha256} was altered: nothing was written.", sha256=sha256))


def has(connection: Connection, sha256: str) -> bool:
    """Whether all of a document is there."""
    found = connection.execute(
        "SELECT 1 FROM content WHERE sha256 = ?1 AND NOT EXISTS (SELECT 1 FROM meta WHERE key = ?2 || ?1) LIMIT 1",
        (sha256, _BEGUN),
    )
    return found.fetchone() is not None


def read(connection: Connection, sha256: str) -> Iterator[bytes]:
    """The parts of a document, in their order."""
    for (part,) in connection.execute("SELECT data FROM content WHERE sha256 = ? ORDER BY part", (sha256,)):
        yield part


def names(connection: Connection) -> list[str]:
    """The SHA-256 of every document."""
    found = connection.execute(
        "SELECT DISTINCT sha256 FROM content WHERE NOT EXISTS (SELECT 1 FROM meta WHERE key = ? || sha256) "
        "ORDER BY sha256",
        (_BEGUN,),
    )
    return [name for (name,) in found]


def digests(connection: Connection) -> Iterator[tuple[str, str]]:
    """Every document: the SHA-256 it is kept under, and the one computed from its bytes; "" where a part is missing."""
    import hashlib

    for name in names(connection):
        digest, whole = hashlib.sha256(), True
        rows = connection.execute("SELECT part, data FROM content WHERE sha256 = ? ORDER BY part", (name,))
        for position, (part, data) in enumerate(rows):
            whole &= part == position
            digest.update(data)
        yield name, digest.hexdigest() if whole else ""

"""Documents inside the file: kept by SHA-256 in rows of one mebibyte, never in the journal, never as links."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from dossier.errors import InvalidInput
from dossier.i18n import _
from dossier.store.driver import Connection

PART = 1024 * 1024


def add(connection: Connection, source: BinaryIO) -> tuple[str, int]:
    """Copy a stream into the file, inside a transaction; returns its SHA-256 and its size in bytes.

    What is already there under the same SHA-256 is not kept twice.
    """
    import hashlib

    digest, size = hashlib.sha256(), 0
    source.seek(0)
    while part := source.read(PART):
        digest.update(part)
        size += len(part)
    sha256 = digest.hexdigest()
    if not has(connection, sha256):  # an empty document is one empty part
        source.seek(0)
        connection.execute("INSERT INTO content VALUES (?, 0, ?)", (sha256, source.read(PART)))
        position = 1
        while part := source.read(PART):
            connection.execute("INSERT INTO content VALUES (?, ?, ?)", (sha256, position, part))
            position += 1
    return sha256, size


def add_named(connection: Connection, sha256: str, data: bytes) -> None:
    """The same, for a document that must have this SHA-256; raises InvalidInput."""
    kept, _size = add(connection, io.BytesIO(data))
    if kept != sha256:
        raise InvalidInput(_("The document with SHA-256 {sha256} was altered: nothing was written.", sha256=sha256))


def has(connection: Connection, sha256: str) -> bool:
    return connection.execute("SELECT 1 FROM content WHERE sha256 = ? LIMIT 1", (sha256,)).fetchone() is not None


def read(connection: Connection, sha256: str) -> Iterator[bytes]:
    """The parts of a document, in their order."""
    for (part,) in connection.execute("SELECT data FROM content WHERE sha256 = ? ORDER BY part", (sha256,)):
        yield part


def names(connection: Connection) -> list[str]:
    """The SHA-256 of every document."""
    return [name for (name,) in connection.execute("SELECT DISTINCT sha256 FROM content ORDER BY sha256")]


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

"""The PDF file, written as a stream: each object as soon as it is complete, the small ones pooled and compressed."""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

from reportlab.pdfbase.pdfdoc import PDFDocument

from dossier.report.crossreference import PLAIN, POOLED, CrossReference
from dossier.report.seal import Seal
from dossier.report.typeface import escaped

POOL_OBJECTS = 200
COMPRESSION = 6


def text_string(text: str) -> bytes:
    """A PDF text string (ISO 32000-1 7.9.2.2): ASCII as it is, the rest as UTF-16 with its mark."""
    codes = text.encode("ascii") if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be")
    return b"(%b)" % escaped(codes)


class Archive:
    """A PDF 1.7 file being written to a binary stream; an object may be referred to before it is written.

    Small objects wait in a pool for a compressed object stream (ISO 32000-1 7.5.7), which divides the size of a
    tagged file by four. Errors of the stream pass through: the caller writes to a temporary file.
    """

    def __init__(self, stream: BinaryIO) -> None:
        #: reportlab's register of objects: it numbers ours with its own, and knows the fonts.
        self.registry: Any = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7))
        self._stream, self._position, self._digest = stream, 0, hashlib.sha256()
        self._places = CrossReference()
        self._pool: list[tuple[int, bytes]] = []
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def allocate(self) -> int:
        """The number of an object to come."""
        self.registry.objectcounter += 1
        number: int = self.registry.objectcounter
        return number

    def pool(self, number: int, body: bytes) -> None:
        """Write a small object later, in a compressed object stream."""
        self._pool.append((number, body))
        if len(self._pool) == POOL_OBJECTS:
            self._flush()

    def write_stream(self, number: int, entries: bytes, data: bytes, compress: bool = True) -> None:
        """Write a stream whose dictionary also holds `entries`.

        An end of line precedes `endstream` and is not counted in Length (PDF/A-3 6.1.7.1); CR LF, because after
        data ending in CR a lone LF would be taken for its second half.
        """
        self._begin(number)
        self._write(_stream(entries, data, compress))

    def write_chunks(self, number: int, entries: bytes, chunks: Iterable[bytes]) -> None:
        """Write a stream that comes piece by piece; its length is an object that follows it."""
        length, packer = self.allocate(), zlib.compressobj(COMPRESSION)
        self._begin(number)
        self._write(b"<<%b/Filter/FlateDecode/Length %d 0 R>>\nstream\n" % (entries, length))
        start = self._position
        for chunk in chunks:
            self._write(packer.compress(chunk))
        self._write(packer.flush())
        self.pool(length, b"%d" % (self._position - start))
        self._write(b"\r\nendstream\nendobj\n")

    def finish(
        self, catalog: bytes, info: int, seal: Seal | None = None, step: Callable[[], None] = lambda: None
    ) -> None:
        """Write the catalog with these entries, the signature of the whole file if there is a `seal`, and the
        cross-reference stream; the document ID is from the digest of all that was written before. `step` is called
        before each piece of that stream."""
        root = self.allocate()
        self.pool(root, b"<</Type/Catalog%b>>" % catalog)
        self._flush()
        number, identifier = self.allocate(), self._digest.hexdigest()[:32].encode()
        start = self._position + (seal.length if seal else 0)
        if seal:
            self._places.locate(seal.number, PLAIN, self._position, 0)
        self._places.locate(number, PLAIN, start, 0)
        entries = b"/Type/XRef/Size %d%b/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]" % (
            number + 1, self._places.entries, root, info, identifier, identifier,
        )  # fmt: skip
        end = b"%d 0 obj\n%bstartxref\n%d\n%%%%EOF\n"
        end %= number, _compressed(entries, _stepping(self._places.encoded(number + 1), step)), start
        if seal:
            self._write(seal.written(self._position, self._digest, end))
        self._write(end)

    def _begin(self, number: int) -> None:
        self._places.locate(number, PLAIN, self._position, 0)
        self._write(b"%d 0 obj\n" % number)

    def _flush(self) -> None:
        """Write the pool as one object stream."""
        if not self._pool:
            return
        container, offset, index, pool = self.allocate(), 0, [], self._pool
        for position, (number, body) in enumerate(pool):
            self._places.locate(number, POOLED, container, position)
            index.append(b"%d %d" % (number, offset))
            offset += len(body) + 1
        header = b" ".join(index) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(pool), len(header))
        self._pool = []
        self.write_stream(container, entries, header + b"\n".join([body for _, body in pool]))

    def _write(self, data: bytes) -> None:
        self._stream.write(data)
        self._digest.update(data)
        self._position += len(data)


def _stepping(pieces: Iterable[bytes], step: Callable[[], None]) -> Iterator[bytes]:
    for piece in pieces:
        step()
        yield piece


def _stream(entries: bytes, data: bytes, compress: bool = True) -> bytes:
    if compress:
        return _compressed(entries, (data,))
    return b"<<%b/Length %d>>\nstream\n%b\r\nendstream\nendobj\n" % (entries, len(data), data)


def _compressed(entries: bytes, pieces: Iterable[bytes]) -> bytes:
    packer = zlib.compressobj(COMPRESSION)
    data = b"".join([*map(packer.compress, pieces), packer.flush()])
    return _stream(entries + b"/Filter/FlateDecode", data, compress=False)

"""A PDF that `Archive` wrote, object by object and decompressed: to be compared with another, strictly.

A file that holds anything else than what `Archive` writes, between its objects too, is refused with ValueError.
"""

import io
import re
import zlib
from collections.abc import Iterator
from functools import cached_property
from typing import BinaryIO, NamedTuple

from PIL import Image

from dossier.report.crossreference import FREE, PLAIN
from dossier.report.read_back import WrittenPdf

_HEAD_LENGTH = 1024  # bytes: the dictionary of a stream is no longer
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PLAIN = re.compile(rb"(\d+) 0 obj\n(.*?)(?:\nstream\n(.*)\r\n(?=endstream\n)endstream)?\nendobj\n", re.DOTALL)
_LENGTH = re.compile(rb"/Length (\d+)( 0 R)?(?=>>\Z)")
_SIGNATURE = re.compile(rb"/Contents<([0-9a-f]+)>")
_UNIQUE = re.compile(rb"/ID\[<\w+><\w+>\]")  # of the very bytes, and they depend on the compression
_FLATE = b"/Filter/FlateDecode"


class Body(NamedTuple):
    """An object: what is inside it, and the data of its stream, b"" where it has none."""

    inside: bytes
    data: bytes = b""


class Signed(NamedTuple):
    """The signature of a file: its object, the CMS (DER, padded with zeros), and whether it can be seen."""

    number: int
    cms: bytes
    visible: bool


class Objects:
    """Raises ValueError, LookupError and zlib.error where the file is not whole, or not one of ours."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._pdf = file, WrittenPdf(file)
        self.count = _number(rb"/Size (\d+)", self._pdf.trailer)
        self.trailer = _UNIQUE.sub(b"", _LENGTH.sub(b"", self._pdf.trailer))
        plain, self._free = [], set[int]()
        for number in range(self.count):  # a file of five thousand sheets has a million of them
            kind, where, _index = self._pdf.places.located(number)
            if kind == PLAIN:
                plain.append((where, number))
            elif kind == FREE:
                self._free.add(number)
        plain.sort()
        ends = [*[where for where, _number in plain[1:]], self._end()]
        self._slices = {number: (where, end) for (where, number), end in zip(plain, ends, strict=True)}
        if self._at(0, plain[0][0]) != _HEAD:
            raise ValueError("the file does not begin with its first object")

    def __getitem__(self, number: int) -> Body:
        if number in self._free:
            return Body(b"")
        return self._plain(number) if number in self._slices else Body(self._pdf.object(number))

    def compared(self) -> Iterator[int]:
        """The objects that are the same in any copy: without the containers of others, lengths and the signature."""
        left_out = {self.signed.number} if self.signed else set()
        for number in self._slices:
            head = self._head(number)
            if b"\n<</Type/ObjStm" in head or b"\n<</Type/XRef" in head:
                left_out.add(number)
            elif (length := _LENGTH.search(head)) and length[2]:
                left_out.add(int(length[1]))
        yield from (number for number in range(self.count) if number not in left_out)

    @cached_property
    def pages(self) -> list[int]:
        return self._pdf.pages()

    def drawn(self, page: int) -> list[bytes]:
        """What is drawn on the page whose object has this number."""
        listed = re.search(rb"/Contents\[([^\]]*)\]", self[page].inside)
        return [self[int(number)].data for number in re.findall(rb"(\d+) 0 R", listed[1])] if listed else []

    @cached_property
    def information(self) -> bytes:
        """What the file says about itself."""
        return self[_number(rb"/Info (\d+) 0 R", self._pdf.trailer)].inside

    @cached_property
    def described(self) -> int:
        """The number of its metadata as XMP."""
        return _number(rb"/Metadata (\d+) 0 R", self._pdf.catalog)

    def attachment(self) -> bytes:
        """The one file that is embedded."""
        specification = self[_number(rb"/AF\[(\d+) 0 R\]", self._pdf.catalog)].inside
        return self[_number(rb"/EF<</F (\d+) 0 R", specification)].data

    @cached_property
    def signed(self) -> Signed | None:
        field = re.search(rb"/AcroForm<</Fields\[(\d+) 0 R\]", self._pdf.catalog)
        if field is None:
            return None
        widget = self[int(field[1])].inside
        number = _number(rb"/V (\d+) 0 R", widget)
        made = _SIGNATURE.search(self[number].inside)
        if made is None:
            raise ValueError("the signature is empty")
        return Signed(number, bytes.fromhex(made[1].decode()), b"/Rect[0 0 0 0]" not in widget)

    def logo(self) -> bytes:
        """The image on the cover as PNG, b"" where there is none."""
        resources = self[_number(rb"/Resources (\d+) 0 R", self[self.pages[0]].inside)].inside
        found = re.search(rb"/XObject<</Logo (\d+) 0 R>>", resources)
        if found is None:
            return b""
        image, written = self[int(found[1])], io.BytesIO()
        size = _number(rb"/Width (\d+)", image.inside), _number(rb"/Height (\d+)", image.inside)
        Image.frombytes("RGB", size, image.data).save(written, "PNG")
        return written.getvalue()

    def _plain(self, number: int) -> Body:
        start, end = self._slices[number]
        found = _PLAIN.fullmatch(self._at(start, end - start))
        if not found or int(found[1]) != number:
            raise ValueError(f"object {number} is not as it was written")
        inside, data = found[2], found[3]
        if data is None:
            return Body(inside)
        length = _LENGTH.search(inside)
        if not length or len(data) != (int(self._pdf.object(int(length[1]))) if length[2] else int(length[1])):
            raise ValueError(f"object {number} is not as long as it says")
        return Body(_LENGTH.sub(b"", inside), _decompressed(data) if _FLATE in inside else data)

    def _head(self, number: int) -> bytes:
        """The dictionary of a stream, with its number."""
        start, end = self._slices[number]
        return self._at(start, min(end - start, _HEAD_LENGTH)).partition(b"\nstream\n")[0]

    def _end(self) -> int:
        """Where the line `startxref` begins, after the last object."""
        length = self._file.seek(0, io.SEEK_END)
        return length - len(self._at(length - 64, 64)) + self._at(length - 64, 64).rindex(b"startxref")

    def _at(self, offset: int, length: int) -> bytes:
        self._file.seek(max(offset, 0))
        return self._file.read(length)


def _decompressed(data: bytes) -> bytes:
    """All of it, and nothing after it."""
    packed = zlib.decompressobj()
    whole = packed.decompress(data)
    if not packed.eof or packed.unused_data:
        raise ValueError("a stream does not end where its data do")
    return whole


def _number(pattern: bytes, data: bytes) -> int:
    found = re.search(pattern, data)
    if found is None:
        raise ValueError(f"there is no {pattern!r}")
    return int(found[1])

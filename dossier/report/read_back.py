"""A PDF that was just written, followed from its last line to its pages before it takes the place of another."""

import io
import re
import zlib
from typing import BinaryIO

from dossier.report.crossreference import POOLED, Places, Step

_BEGINNING = b"%PDF-1.7\n"
_END = re.compile(rb"startxref\n(\d+)\n%%EOF\n\Z")
_END_LENGTH = 64  # bytes: the end is no longer
_POOLS_KEPT = 32
_DICTIONARY_LENGTH = 1024
_STREAM = re.compile(rb"\d+ 0 obj\n(<<[^\n]*/Length (\d+)>>)\nstream\n")


def pages_of(file: BinaryIO, step: Step = lambda: None) -> int:
    """The number of pages of a file that `Archive` wrote; raises ValueError where its end does not lead to them. `step`
    is called now and then."""
    try:
        return len(WrittenPdf(file, step).pages())
    except (zlib.error, LookupError) as error:
        raise ValueError("the file does not lead to its pages") from error


class WrittenPdf:
    """A file that `Archive` wrote, followed from its last line; reading raises ValueError, LookupError and zlib.error
    where it does not lead on."""

    def __init__(self, file: BinaryIO, step: Step = lambda: None) -> None:
        self.file = file
        length = file.seek(0, io.SEEK_END)
        end = _END.search(self._at(max(length - _END_LENGTH, 0), _END_LENGTH))
        if not end or self._at(0, len(_BEGINNING)) != _BEGINNING:
            raise ValueError("the file does not begin or end as it was written")
        self.trailer, places = self._packed(int(end[1]))
        self.places, self._pools = Places(places, step), dict[int, tuple[bytes, list[int], int]]()
        self.catalog = self.object(_last(rb"/Root (\d+) 0 R", self.trailer))

    def pages(self) -> list[int]:
        """The numbers of the objects of its pages, in order."""
        root = self.object(_last(rb"/Pages (\d+) 0 R", self.catalog))
        kids = [*map(int, re.findall(rb"(\d+) 0 R", root[root.index(b"/Kids") :]))]
        if len(kids) != _last(rb"/Count (\d+)", root):
            raise ValueError("the pages are not as many as their tree says")
        return kids

    def object(self, number: int) -> bytes:
        """The inside of an object that was pooled."""
        kind, container, index = self.places.located(number)
        if kind != POOLED:
            raise ValueError(f"object {number} is not in a pool")
        data, places, first = self._pool(container)
        return data[first + places[index] : first + [*places, len(data)][index + 1]]

    def whole(self, number: int) -> tuple[bytes, bytes | None]:
        """The inside of an object, and the data of its stream as the file holds them, None where it has none."""
        kind, offset, _index = self.places.located(number)
        return (self.object(number), None) if kind == POOLED else self._packed(offset)

    def _pool(self, number: int) -> tuple[bytes, list[int], int]:
        if number not in self._pools:
            dictionary, data = self._stream(self.places.located(number)[1])
            first = _last(rb"/First (\d+)", dictionary)
            self._pools[number] = data, [*map(int, data[:first].split())][1::2], first
            if len(self._pools) > _POOLS_KEPT:
                del self._pools[next(iter(self._pools))]
        return self._pools[number]

    def _stream(self, offset: int) -> tuple[bytes, bytes]:
        """The dictionary and the data of a compressed stream."""
        dictionary, packed = self._packed(offset)
        return dictionary, zlib.decompress(packed)

    def _packed(self, offset: int) -> tuple[bytes, bytes]:
        begins = _STREAM.match(self._at(offset, _DICTIONARY_LENGTH))
        if not begins:
            raise ValueError(f"no stream at {offset}")
        return begins[1], self._at(offset + begins.end(), int(begins[2]))

    def _at(self, offset: int, length: int) -> bytes:
        self.file.seek(offset)
        return self.file.read(length)


def _last(pattern: bytes, data: bytes) -> int:
    return int(re.findall(pattern, data)[-1])

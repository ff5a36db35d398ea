"""A PDF that was just written, followed from its last line to its pages before it takes the place of another."""

import io
import re
import zlib
from typing import BinaryIO

from dossier.report.crossreference import POOLED, located

_BEGINNING = b"%PDF-1.7\n"
_END = re.compile(rb"startxref\n(\d+)\n%%EOF\n\Z")
_END_LENGTH = 64  # bytes: the end is no longer
_DICTIONARY_LENGTH = 1024
_STREAM = re.compile(rb"\d+ 0 obj\n(<<[^\n]*/Length (\d+)>>)\nstream\n")


def pages_of(file: BinaryIO) -> int:
    """The number of pages of a file that `Archive` wrote; raises ValueError where its end does not lead to them."""
    try:
        return _Written(file).pages()
    except (zlib.error, LookupError) as error:
        raise ValueError("the file does not lead to its pages") from error


class _Written:
    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        length = file.seek(0, io.SEEK_END)
        end = _END.search(self._at(max(length - _END_LENGTH, 0), _END_LENGTH))
        if not end or self._at(0, len(_BEGINNING)) != _BEGINNING:
            raise ValueError("the file does not begin or end as it was written")
        self.trailer, self.places = self._stream(int(end[1]))

    def pages(self) -> int:
        catalog = self._object(_last(rb"/Root (\d+) 0 R", self.trailer))
        return _last(rb"/Count (\d+)", self._object(_last(rb"/Pages (\d+) 0 R", catalog)))

    def _object(self, number: int) -> bytes:
        """The inside of an object that was pooled."""
        kind, container, index = located(self.places, number)
        if kind != POOLED:
            raise ValueError(f"object {number} is not in a pool")
        dictionary, data = self._stream(located(self.places, container)[1])
        first = _last(rb"/First (\d+)", dictionary)
        places = [*map(int, data[:first].split())][1::2]
        return data[first + places[index] : first + [*places, len(data)][index + 1]]

    def _stream(self, offset: int) -> tuple[bytes, bytes]:
        """The dictionary and the data of a compressed stream."""
        begins = _STREAM.match(self._at(offset, _DICTIONARY_LENGTH))
        if not begins:
            raise ValueError(f"no stream at {offset}")
        return begins[1], zlib.decompress(self._at(offset + begins.end(), int(begins[2])))

    def _at(self, offset: int, length: int) -> bytes:
        self.file.seek(offset)
        return self.file.read(length)


def _last(pattern: bytes, data: bytes) -> int:
    return int(re.findall(pattern, data)[-1])

"""Where each object of the file is: seven bytes an object, written at the end as a compressed stream."""

import struct
from array import array
from collections.abc import Iterator
from itertools import accumulate, pairwise

ROW = 7  # kind (1 byte), offset or container (4 bytes), index in the container (2 bytes)
GROWTH = 4096 * ROW
FREE, PLAIN, POOLED = 0, 1, 2


class CrossReference:
    """Rows of a cross-reference stream (ISO 32000-1 7.5.8), by object number."""

    entries = b"/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>"

    def __init__(self) -> None:
        self._rows = bytearray()
        self.locate(0, FREE, 0, 65535)

    def locate(self, number: int, kind: int, where: int, index: int) -> None:
        """Say where object `number` is: at an offset of the file, or at an index of an object stream."""
        end = ROW * (number + 1)
        if len(self._rows) < end:
            self._rows.extend(bytes(end + GROWTH - len(self._rows)))
        struct.pack_into(">BIH", self._rows, end - ROW, kind, where, index)

    def encoded(self, size: int) -> Iterator[bytes]:
        """The first `size` rows, piece by piece, with the PNG Up predictor, column by column: they then compress
        tenfold."""
        end, before = ROW * size, bytes(ROW)
        for start in range(0, end, GROWTH):
            table = before + self._rows[start : min(start + GROWTH, end)]
            rows, before = bytearray(b"\x02" * ((len(table) // ROW - 1) * (ROW + 1))), table[-ROW:]
            for column in range(ROW):
                values = table[column::ROW]
                rows[column + 1 :: ROW + 1] = bytes((b - a) & 255 for a, b in pairwise(values))
            yield bytes(rows)


class Places:
    """The rows of what `CrossReference.encoded` made."""

    def __init__(self, data: bytes) -> None:
        self._columns = [array("I", accumulate(data[column + 1 :: ROW + 1])) for column in range(ROW)]

    def located(self, number: int) -> tuple[int, int, int]:
        """The row of object `number`: kind, where, index; raises IndexError."""
        kind, where, index = struct.unpack(">BIH", bytes([column[number] & 255 for column in self._columns]))
        return kind, where, index

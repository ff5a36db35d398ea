"""Where each object of the file is: seven bytes an object, written at the end as a compressed stream."""

import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise

ROW = 7  # kind (1 byte), offset or container (4 bytes), index in the container (2 bytes)
BLOCK_ROWS = 4096
GROWTH = BLOCK_ROWS * ROW
_BLOCKS_KEPT = 16
_FAST = 1
_BLOCK = BLOCK_ROWS * (ROW + 1)  # bytes, with the predictor of each row
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
    """The rows of what `CrossReference.encoded` made, compressed, a block at a time: all would take forty megabytes."""

    def __init__(self, packed: bytes) -> None:
        self._before = [bytes(ROW)]  # each block: the row that stands above it
        self._blocks = list[bytes]()
        for block in _blocks(packed):
            sums = zip(self._before[-1], _columns(block), strict=True)
            self._before.append(bytes([(above + sum(column)) & 255 for above, column in sums]))
            self._blocks.append(zlib.compress(block, _FAST))
        self._rows = lru_cache(_BLOCKS_KEPT)(self._rows_of)

    def located(self, number: int) -> tuple[int, int, int]:
        """The row of object `number`: kind, where, index; raises IndexError."""
        block, place = divmod(number, BLOCK_ROWS)
        kind, where, index = struct.unpack(">BIH", bytes([column[place] for column in self._rows(block)]))
        return kind, where, index

    def _rows_of(self, block: int) -> list[bytes]:
        above = zip(self._before[block], _columns(zlib.decompress(self._blocks[block])), strict=True)
        return [bytes([x & 255 for x in accumulate(column, initial=start)][1:]) for start, column in above]


def _blocks(packed: bytes) -> Iterator[bytes]:
    """Decompressed, piece by piece; raises zlib.error where they are not whole."""
    unpacker = zlib.decompressobj()
    while block := unpacker.decompress(packed, _BLOCK):
        yield block
        packed = unpacker.unconsumed_tail
    if not unpacker.eof:
        raise zlib.error("the rows are not whole")


def _columns(block: bytes) -> list[bytes]:
    """The differences of a block, column by column."""
    return [block[column + 1 :: ROW + 1] for column in range(ROW)]

"""Where each object of the file is: seven bytes an object, compressed as they wait, a stream at the end."""

import struct
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import accumulate
from operator import sub

ROW = 7  # kind (1 byte), offset or container (4 bytes), index in the container (2 bytes)
BLOCK_ROWS = 4096
GROWTH = BLOCK_ROWS * ROW
_BLOCKS_KEPT = 16
_FAST = 1
_MODULO_256 = bytes(range(256)).__getitem__  # of a difference: what is negative counts from the end
_OPEN = 4  # blocks
_PLACE, _LATE = struct.Struct(">BIH"), struct.Struct(">HBIH")
_BLOCK = BLOCK_ROWS * (ROW + 1)  # bytes, with the predictor of each row
FREE, PLAIN, POOLED = 0, 1, 2

Step = Callable[[], None]
"""Called after each piece of work; what it raises stops it."""


class CrossReference:
    """Rows of a cross-reference stream (ISO 32000-1 7.5.8), by object number."""

    entries = b"/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>"

    def __init__(self) -> None:
        self._blocks: list[bytearray | bytes] = []  # the last ones open, those before compressed
        self._late = defaultdict[int, bytearray](bytearray)  # by block, what is located once it is compressed
        self.locate(0, FREE, 0, 65535)

    def locate(self, number: int, kind: int, where: int, index: int) -> None:
        """Say where object `number` is: at an offset of the file, or at an index of an object stream."""
        block, place = divmod(number, BLOCK_ROWS)
        while len(self._blocks) <= block:
            self._begin()
        rows = self._blocks[block]
        if isinstance(rows, bytearray):
            _PLACE.pack_into(rows, ROW * place, kind, where, index)
        else:
            self._late[block] += _LATE.pack(place, kind, where, index)

    def _begin(self) -> None:
        self._blocks.append(bytearray(GROWTH))
        if len(self._blocks) > _OPEN:
            columns = [self._blocks[-_OPEN - 1][column::ROW] for column in range(ROW)]  # these compress fourfold
            self._blocks[-_OPEN - 1] = zlib.compress(b"".join(columns), _FAST)

    def _rows(self, block: int) -> bytearray:
        kept = self._blocks[block]
        rows = kept if isinstance(kept, bytearray) else _interleaved(zlib.decompress(kept))
        for place, *located in _LATE.iter_unpack(self._late[block]):
            _PLACE.pack_into(rows, ROW * place, *located)
        return rows

    def encoded(self, size: int) -> Iterator[bytes]:
        """The first `size` rows, piece by piece, with the PNG Up predictor, column by column: they then compress
        tenfold."""
        before = bytes(ROW)
        for block in range(len(self._blocks)):
            table = before + self._rows(block)[: ROW * (size - block * BLOCK_ROWS)]
            rows, before = bytearray(b"\x02" * ((len(table) // ROW - 1) * (ROW + 1))), table[-ROW:]
            for column in range(ROW):
                values = table[column::ROW]
                rows[column + 1 :: ROW + 1] = bytes(map(_MODULO_256, map(sub, values[1:], values)))
            yield bytes(rows)


def _interleaved(columns: bytes) -> bytearray:
    rows = bytearray(GROWTH)
    for column in range(ROW):
        rows[column::ROW] = columns[column * BLOCK_ROWS : (column + 1) * BLOCK_ROWS]
    return rows


class Places:
    """The rows of what `CrossReference.encoded` made, compressed, a block at a time: all would take forty megabytes."""

    def __init__(self, packed: bytes, step: Step = lambda: None) -> None:
        self._before = [bytes(ROW)]  # each block: the row that stands above it
        self._blocks = list[bytes]()
        for block in _blocks(packed):
            step()
            sums = zip(self._before[-1], _columns(block), strict=True)
            self._before.append(bytes([(above + sum(column)) & 255 for above, column in sums]))
            self._blocks.append(zlib.compress(block, _FAST))
        self._rows = lru_cache(_BLOCKS_KEPT)(self._rows_of)

    def located(self, number: int) -> tuple[int, int, int]:
        """The row of object `number`: kind, where, index; raises IndexError."""
        block, place = divmod(number, BLOCK_ROWS)
        kind, where, index = _PLACE.unpack(bytes([column[place] for column in self._rows(block)]))
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

"""PDFs that somebody changed with care: still whole, of the same length, and not what was written."""

import re
import zlib
from collections.abc import Callable, Iterator
from itertools import product

_STREAM = re.compile(rb"/Length (\d+)(?: 0 R)?>>\nstream\n")
_LETTERS = b"abcdefghijklmnopqrstuvwxyz"


def with_other_letter(data: bytes, is_sought: Callable[[bytes], bool], near: bytes) -> bytes:
    """The file with one letter changed, soon after `near`, in the first compressed stream that is sought."""
    for start, packed in _streams(data):
        inside = zlib.decompress(packed)
        if is_sought(inside) and near in inside:
            return data[:start] + _as_long(inside, near, len(packed)) + data[start + len(packed) :]
    raise ValueError("there is no such stream")


def _streams(data: bytes) -> Iterator[tuple[int, bytes]]:
    for found in _STREAM.finditer(data):
        end = data.index(b"\r\nendstream", found.end())
        packed = data[found.end() : end]
        if packed.startswith(b"x"):
            yield found.end(), packed


def _as_long(inside: bytes, near: bytes, length: int) -> bytes:
    """One that compresses to the same length, so that nothing else in the file moves."""
    first = inside.index(near) + len(near)
    places = [place for place in range(first, first + 90) if inside[place : place + 1].isalpha()]
    for place, letter, level, memory in product(places, _LETTERS, (6, 9, 5, 4), range(9, 0, -1)):
        changed = inside[:place] + bytes([letter]) + inside[place + 1 :]
        packer = zlib.compressobj(level, memLevel=memory)
        packed = packer.compress(changed) + packer.flush()
        if changed != inside and len(packed) == length:
            return packed
    raise ValueError("no letter compresses to the same length")

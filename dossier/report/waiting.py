"""What waits for the end of a document, packed: a long one has a hundred thousand links."""

import marshal
import zlib
from collections.abc import Iterator
from typing import Any

_AT_ONCE = 500
_FAST = 1


class Waiting:
    """Tuples of plain bytes, numbers and texts, given back in the order in which they came."""

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._last: list[tuple[Any, ...]] = []

    def append(self, one: tuple[Any, ...]) -> None:
        self._last.append(one)
        if len(self._last) == _AT_ONCE:
            self._packed.append(zlib.compress(marshal.dumps(self._last), _FAST))
            self._last = []

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for packed in self._packed:
            yield from marshal.loads(zlib.decompress(packed))
        yield from self._last

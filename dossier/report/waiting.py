"""What waits for the end of a document, packed: a long one has a hundred thousand links."""

import marshal
import zlib
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

_AT_ONCE = 500
_FAST = 1
T = TypeVar("T", bound=tuple[Any, ...])


class Waiting(Generic[T]):
    """Tuples of plain bytes, numbers and texts, given back in the order in which they came; `make` names them again."""

    def __init__(self, make: Callable[[tuple[Any, ...]], T]) -> None:
        self._make = make
        self._packed: list[bytes] = []
        self._last: list[tuple[Any, ...]] = []

    def append(self, one: T) -> None:
        self._last.append(tuple(one))
        if len(self._last) == _AT_ONCE:
            self._packed.append(zlib.compress(marshal.dumps(self._last), _FAST))
            self._last = []

    def __len__(self) -> int:
        return len(self._packed) * _AT_ONCE + len(self._last)

    def __iter__(self) -> Iterator[T]:
        for packed in self._packed:
            yield from map(self._make, marshal.loads(zlib.decompress(packed)))
        yield from map(self._make, self._last)

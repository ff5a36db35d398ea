"""Rows that are measured: how wide their columns are, and which of them stay together."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Row:
    """A row that is measured: encoded lines of each cell, height in points, texts if a cell wants its own tags, how far
    from the left of its cell each begins."""

    lines: list[list[bytes]]
    height: float
    special: Sequence[str] | None
    lefts: Sequence[float]


class Ahead:
    """The rows of a table that are still to be drawn, measured as far as `height` goes: where it ends is known a page
    before its end."""

    def __init__(self, rows: Iterable[Row], height: float) -> None:
        self._rows, self._wanted = iter(rows), height
        self.waiting: deque[Row] = deque()
        self.height, self.is_whole = 0.0, False
        self._look()

    def taken(self) -> Row:
        """The next row."""
        row = self.waiting.popleft()
        self.height -= row.height
        self._look()
        return row

    def tighten(self, air: float) -> None:
        """Take `air` from the height of each row that waits."""
        for row in self.waiting:
            row.height -= air
        self.height -= air * len(self.waiting)

    def _look(self) -> None:
        while not self.is_whole and self.height < self._wanted:
            row = next(self._rows, None)
            if row is None:
                self.is_whole = True
            else:
                self.waiting.append(row)
                self.height += row.height


def fitted(shares: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """Widths in proportion to `shares`; those below their least width get it from the others, as far as there is."""
    widths = [share * total / sum(shares) for share in shares]
    pairs = list(zip(widths, least, strict=True))
    lacking = sum([max(need - width, 0) for width, need in pairs])
    spare = sum([max(width - need, 0) for width, need in pairs])
    if lacking > spare:
        return _levelled(least, total)
    if lacking == 0:
        return widths
    return [max(width, need) - max(width - need, 0) * lacking / spare for width, need in pairs]


def _levelled(least: Sequence[float], total: float) -> list[float]:
    """What each needs, down to one level for those that need most: short words stay whole where long ones are cut."""
    left, level = total, 0.0
    for count, need in zip(range(len(least), 0, -1), sorted(least), strict=True):
        level = left / count
        if need >= level:
            break
        left -= need
    return [min(need, level) for need in least]

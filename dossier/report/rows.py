"""Rows that are measured: how wide their columns are, and which of them stay together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Row:
    """A row that is measured: encoded lines of each cell, height in points, texts if a cell wants its own tags."""

    lines: list[list[bytes]]
    height: float
    special: Sequence[str] | None


def kept(rows: Iterable[Row], below: float) -> Iterator[tuple[Row, float]]:
    """Each row with the height that must be on its page: the last row does not stand alone on the next, nor what is
    `below` it."""
    waiting: list[Row] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) > 2:
            first = waiting.pop(0)
            yield first, first.height
    while waiting:
        yield waiting[0], sum([row.height for row in waiting], start=below)
        waiting.pop(0)


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

"""Which columns a table of records has, and how wide: what no record fills has none, long texts get more room."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from operator import truediv
from typing import Generic, TypeVar

from dossier.report.cleaning import glued
from dossier.report.content import Column, Grid

LOOKED_AT = 200  # rows whose texts decide on the widths
_LONGEST_WORD, _WORDS = 24, 8  # characters; how many words decide
_SHORT, _GROWTH, _MOST, _REFERENCE = 12.0, 0.8, 600, 0.1
_ROUNDS = 2
_LONGEST_REFERENCE = 14  # characters: VIO-2026-003
_SAME_WIDTH = str.maketrans("123456789", "000000000")  # digits: one reference of each kind decides, not many of one
_FIGURE = re.compile(r"(?:[+−–-]?\d[\d.,  \u202f]*(?:[ \u00a0\u202f]?%)?|[–-]?)").fullmatch
R = TypeVar("R")


@dataclass(frozen=True)
class TextColumn(Generic[R]):
    """A column to come: its title and the text of a record in it; whether it stays where no record fills it."""

    title: str
    text: Callable[[R], str]
    stays: bool = False


def grid_of(columns: Sequence[TextColumn[R]], records: Collection[R], title: str = "") -> Grid:
    """A table of records, without the columns that none of them fills; the first rows decide on its widths, and are
    kept only where there are no others."""
    columns = [*columns[:1], *(one for one in columns[1:] if one.stays or any(map(one.text, records)))]

    def row(record: R) -> list[str]:
        return [column.text(record) for column in columns]

    looked_at = [row(record) for record in islice(records, LOOKED_AT)]
    texts = list(zip(*looked_at, strict=True))
    cells = [(one.title, *told) for one, told in zip(columns, texts, strict=True)]
    shares = _balanced([[min(len(text), _MOST) for text in each] for each in cells])
    shown = [_column(one.title, told, share) for one, told, share in zip(columns, texts, shares, strict=True)]
    if max((len(texts[0]) for texts in looked_at if texts), default=0) <= _LONGEST_REFERENCE:
        shown[:1] = [replace(first, share=_REFERENCE) for first in shown[:1]]  # it needs no more than its words
    kept = looked_at if len(records) <= LOOKED_AT else []
    return Grid(shown, lambda: chain(kept, map(row, islice(records, len(kept), None))), title)


def _balanced(lengths: Sequence[Sequence[int]]) -> list[float]:
    """Widths of columns, relative to one another, by which the rows are low: each cell counts the more, the nearer it
    comes to being the highest of its row."""
    shares = [max([_SHORT, *each]) ** _GROWTH for each in lengths]
    powers = [[length**4 for length in each] for each in lengths]
    for _ in range(_ROUNDS):
        heights = [max(map(truediv, row, shares)) ** 3 or 1.0 for row in zip(*lengths, strict=True)]
        shares = [max(sum(map(truediv, each, heights)), 1.0) ** 0.2 for each in powers]
    return shares


def _column(title: str, texts: Sequence[str], wanted: float) -> Column:
    """A column of that width, which holds the usual words."""
    found = set(glued("\n".join(texts)).replace("\n", " ").split(" "))
    words = {word.translate(_SAME_WIDTH) for word in found if len(word) <= _LONGEST_WORD}
    widest = sorted(words, key=lambda word: (len(word), word))[-_WORDS:]
    return Column(title, wanted, " ".join(widest), all(map(_FIGURE, texts)) and any(texts))

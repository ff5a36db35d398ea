"""Which columns a table of records has, and how wide: what no record fills has none, long texts get more room."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from math import sqrt
from typing import Generic, TypeVar

from dossier.report.cleaning import glued
from dossier.report.content import Column, Grid

LOOKED_AT = 200  # rows whose texts decide on the widths
_LONGEST_WORD, _WORDS = 24, 8  # characters; how many words decide
_LEAST, _SHORT, _GROWTH, _MOST, _REFERENCE = 5.0, 12.0, 0.85, 600, 0.1
_LONGEST_REFERENCE = 14  # characters: VIO-2026-003
_SAME_WIDTH = str.maketrans("123456789", "000000000")  # digits: one reference of each kind decides, not many of one
R = TypeVar("R")


@dataclass(frozen=True)
class TextColumn(Generic[R]):
    """A column to come: its title and the text of a record in it."""

    title: str
    text: Callable[[R], str]


def grid_of(columns: Sequence[TextColumn[R]], records: Collection[R], title: str = "") -> Grid:
    """A table of records; the first rows decide on its widths, and are kept only where there are no others."""

    def row(record: R) -> list[str]:
        return [column.text(record) for column in columns]

    looked_at = [row(record) for record in islice(records, LOOKED_AT)]
    shown = [_column(each.title, texts) for each, texts in zip(columns, zip(*looked_at, strict=True), strict=True)]
    if max((len(texts[0]) for texts in looked_at if texts), default=0) <= _LONGEST_REFERENCE:
        shown[:1] = [replace(first, share=_REFERENCE) for first in shown[:1]]  # it needs no more than its words
    kept = looked_at if len(records) <= LOOKED_AT else []
    return Grid(shown, lambda: chain(kept, map(row, islice(records, len(kept), None))), title)


def _column(title: str, texts: Sequence[str]) -> Column:
    """A width that grows more slowly than the usual long text, never more than a line, and holds the usual words."""
    lengths = [min(len(text), _MOST) for text in texts]
    usual = sqrt(sum([length * length for length in lengths]) / len(lengths)) if lengths else 0.0
    wanted = max(usual**_GROWTH, min(max(lengths, default=0), _SHORT))
    together = "\n".join(texts)
    line = max(map(len, together.split("\n")))
    found = set(glued(together).replace("\n", " ").split(" "))
    words = {word.translate(_SAME_WIDTH) for word in found if len(word) <= _LONGEST_WORD}
    widest = sorted(words, key=lambda word: (len(word), word))[-_WORDS:]
    return Column(title, max(_LEAST, min(line, wanted)), " ".join(widest))

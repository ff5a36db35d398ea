"""The first pages of a document, without waiting for the others: what a preview shows at once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from dossier.report.content import Bars, Chapter, Grid, Pack, Pairs, Part

ROWS = 60
"""More than a page holds."""
SHEETS = 2
T = TypeVar("T")


def beginning(pack: Pack) -> Pack:
    """The cover and the chapters with their first rows and sheets: its page numbers are not those of the whole.

    Neither contents, embedded data nor signature.
    """
    return replace(
        pack,
        chapters=[_begun(chapter) for chapter in pack.chapters],
        attachment=None,
        has_contents=False,
        signature=None,
    )


def _begun(chapter: Chapter) -> Chapter:
    sheets = chapter.sheets
    return replace(
        chapter,
        parts=[_first_rows(part) for part in chapter.parts],
        sheets=(lambda: islice(sheets(), SHEETS)) if sheets else None,
        keys=chapter.keys[:SHEETS],
    )


def _first_rows(part: Part) -> Part:
    if isinstance(part, Grid):
        return _of_grid(part)
    if isinstance(part, Pairs):
        return replace(part, rows=part.rows[:ROWS])
    return replace(part, rows=part.rows[:ROWS]) if isinstance(part, Bars) else part


def _of_grid(grid: Grid) -> Grid:
    rows = grid.rows

    def first() -> Iterable[Sequence[str]]:
        return islice(rows(), ROWS)

    return replace(grid, rows=first)

"""The parts of a chapter or a sheet as blocks: measured as far as a page goes, then drawn."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, takewhile
from typing import Protocol

from dossier.report.bars import BarTable
from dossier.report.content import Bars, Figures, Grid, Note, Pairs, Paragraph, Part
from dossier.report.figures import FigureTable
from dossier.report.layout import MIN_LINES, Composer, Room
from dossier.report.page import MARGIN
from dossier.report.stylesheet import NOTICE_BAR, NOTICE_TINT, TableLook
from dossier.report.table import ROUNDING, Table
from dossier.report.tags import Element
from dossier.report.typeface import Style

LABEL_SHARE = 0.265
GAP, _TIGHT_GAP = 10.0, 4.0  # points between two blocks
TITLE_GAP = 4.0  # and above a title
_TITLE_AFTER = 3.0
_FEW_LINES = 3
_FEW_ROWS, _SHORT = 3, 0.5  # a table of so few rows stays on one page, if it is no higher than that share of it
_LITTLE = 0.15  # of a page: what does not stand on one alone
_REMARK = 36.0  # points


class Block(Protocol):
    """Something that stands below what came before. A block that is higher than a page may say less than its height."""

    below: float  # height of what follows it and stays on its page

    @property
    def height(self) -> float: ...

    @property
    def is_airy(self) -> bool:
        """Whether it is well read at this width."""

    @property
    def start(self) -> float:
        """The height that its beginning takes on the page of the heading above it."""

    def draw(self, parent: Element) -> None: ...


class TextBlock:
    """A paragraph."""

    is_airy = True
    below = 0.0

    @property
    def start(self) -> float:
        return min(self.height, MIN_LINES * self.style.leading)

    def __init__(self, composer: Composer, text: str, style: Style) -> None:
        self.composer, self.text, self.style = composer, text, style
        self.height = len(composer.lines(text, self.style)) * self.style.leading

    def draw(self, parent: Element) -> None:
        self.composer.paragraph(b"P", self.text, self.style, parent)


class TableBlock:
    """A table and its heading. Rows are measured ahead until a page is full: any number of them may follow."""

    def __init__(self, composer: Composer, table: Table, rows: Iterable[Sequence[str]], title: str, level: int) -> None:
        self.composer, self.table, self.title, self.level, self.below = composer, table, title, level, 0.0
        self.rows = table.measured(rows)
        style = composer.styles.section
        self.title_height = (
            TITLE_GAP + len(composer.lines(title, style)) * style.leading + _TITLE_AFTER if title else 0.0
        )

    @property
    def height(self) -> float:
        return self.title_height + self.table.header_height + self.rows.height

    @property
    def is_airy(self) -> bool:
        """Labels and values always are; a table with a header, while its rows are of a few lines."""
        if not self.table.look.header:
            return True
        rows = self.rows.waiting
        return not self.table.is_crowded and all(len(cell) <= _FEW_LINES for row in rows for cell in row.lines)

    @property
    def start(self) -> float:
        if self._stays_whole:
            return self.height + self.below
        return self.title_height + self.table.room_for(self.rows)

    @property
    def _stays_whole(self) -> bool:
        is_short = self.rows.is_whole and len(self.rows.waiting) <= _FEW_ROWS
        return self.height <= self.composer.full_room * (_SHORT if is_short else self.table.whole)

    @property
    def slack(self) -> float:
        """What it can give of its height; nothing where it is not known to its end."""
        return self.table.air * len(self.rows.waiting) if self.rows.is_whole else 0.0

    def tighten(self, share: float) -> None:
        """Give that share of it, where a few lines would go over to the next page."""
        if self.slack:
            self.table.tighten(self.rows, self.table.air * share)

    def draw(self, parent: Element) -> None:
        if self._stays_whole:
            self.composer.reserve(self.height + self.below - self.slack)
        if self.title:
            self.composer.y -= TITLE_GAP
            room = Room(_TITLE_AFTER, self.table.room_for(self.rows))
            self.composer.heading(self.level, self.title, self.composer.styles.section, parent, room)
        self.table.draw(self.rows, parent, self.below)


class NoticeBlock:
    """What a reader must know first: paragraphs in a tinted box with a bar at its left."""

    pad_x, pad_y = 14.0, 6.5

    def __init__(self, composer: Composer, texts: Sequence[str]) -> None:
        self.composer, self.style = composer, composer.styles.body
        width = composer.measure - 2 * self.pad_x
        wrapped = [(text, self.style.wrap(composer.clean(text), width)) for text in texts]
        self.texts = [(text, lines) for text, lines in wrapped if lines]
        self.height = sum([len(lines) * self.style.leading + 2 * self.pad_y for _, lines in self.texts])

    def draw(self, parent: Element) -> None:
        for text, lines in self.texts:
            element = self.composer.tree.open(b"P", parent, self.composer.language_of(text))
            while lines:
                lines = self._draw(element, lines)
            self.composer.tree.close(element)

    def _draw(self, element: Element, lines: list[bytes]) -> list[bytes]:
        """Draw what the page has room for; returns the other lines."""
        composer, leading = self.composer, self.style.leading
        composer.reserve(min(len(lines), 2) * leading + 2 * self.pad_y)
        count = max(int((composer.room - 2 * self.pad_y) // leading), 1)
        height = min(count, len(lines)) * leading + 2 * self.pad_y
        composer.page.fill(MARGIN, composer.y - height, composer.measure, height, NOTICE_TINT)
        composer.page.fill(MARGIN, composer.y - height, 3, height, NOTICE_BAR)
        composer.y -= self.pad_y
        composer.show(element, self.style, MARGIN + self.pad_x, lines[:count])
        composer.y -= self.pad_y
        return lines[count:]


def block(composer: Composer, part: Part, level: int, look: TableLook) -> Block:
    """The block of a part; its title is a heading of that level, grids get that look."""
    match part:
        case Paragraph(text):
            return TextBlock(composer, text, composer.styles.body)
        case Note(text):
            return TextBlock(composer, text, composer.styles.small)
        case Pairs(rows, title):
            table = Table(composer, ("", ""), (LABEL_SHARE, 1 - LABEL_SHARE), composer.styles.pairs)
            return TableBlock(composer, table, rows, title, level)
        case Bars(rows, title):
            return TableBlock(composer, BarTable(composer), rows, title, level)
        case Figures(rows, title):
            table = FigureTable(composer, [label for label, _figure in rows])
            return TableBlock(composer, table, [[figure for _label, figure in rows]], title, level)
        case Grid(columns, rows, title):
            titles, shares = [column.title for column in columns], [column.share for column in columns]
            figures = [place for place, column in enumerate(columns) if column.is_figures and place]
            table = Table(composer, titles, shares, look, [column.words for column in columns], figures)
            return TableBlock(composer, table, rows(), title, level)


def draw_blocks(composer: Composer, blocks: Sequence[Block], parent: Element) -> None:
    """Draw blocks one below the other, closer where a few lines would go over to the next page; what is short stays
    with what it is below."""
    gap, above, fits = GAP, 0.0, False
    heights = [*accumulate([each.height + GAP for each in reversed(blocks)], initial=0.0)][::-1]  # of what is left
    for position, each in enumerate(blocks):
        lacking = above + heights[position] - GAP - composer.room
        if 0 < lacking < composer.full_room and not fits:
            gap = _tightened(blocks[position:], lacking + ROUNDING, above)
            fits = gap < GAP
        if not fits:
            after = heights[position + 1]
            each.below = after if after <= composer.full_room * _LITTLE else _remarks(blocks[position + 1 :])
        composer.y -= min(gap, above)
        each.draw(parent)
        above = GAP


def _tightened(blocks: Sequence[Block], lacking: float, above: float) -> float:
    """Take from these blocks what they lack to end on this page, if they can give it; returns the gap between them."""
    tables = [each for each in blocks if isinstance(each, TableBlock)]
    slack = sum([table.slack for table in tables])
    slack += (GAP - _TIGHT_GAP) * (len(blocks) - (0 if above else 1))
    if lacking > slack:
        return GAP
    for table in tables:
        table.tighten(lacking / slack)
    return GAP - (GAP - _TIGHT_GAP) * lacking / slack


def _remarks(blocks: Sequence[Block]) -> float:
    """The height of those that these blocks begin with."""
    return sum([GAP + remark.height for remark in takewhile(_is_remark, blocks)])


def stacked(blocks: Sequence[Block]) -> float:
    """The height of blocks with what stands between them."""
    return sum([each.height for each in blocks]) + GAP * max(len(blocks) - 1, 0)


def _is_remark(block: Block) -> bool:
    return isinstance(block, TextBlock) and block.height <= _REMARK

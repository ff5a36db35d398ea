"""The parts of a chapter or a sheet as blocks: measured as far as a page goes, then drawn."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Protocol

from dossier.report.bars import BarTable
from dossier.report.content import Bars, Grid, Note, Pairs, Paragraph, Part
from dossier.report.layout import Composer, Room
from dossier.report.page import MARGIN
from dossier.report.stylesheet import NOTICE_BAR, NOTICE_TINT, TableLook
from dossier.report.table import SPLIT_ROOM, Row, Table
from dossier.report.tags import Element
from dossier.report.typeface import Style

LABEL_SHARE = 0.265
GAP = 10.0  # points between two blocks
TITLE_GAP = 4.0  # and above a title
_TITLE_AFTER = 3.0


class Block(Protocol):
    """Something that stands below what came before. A block that is higher than a page may say less than its height."""

    height: float

    def draw(self, parent: Element) -> None: ...


class TextBlock:
    """A paragraph."""

    def __init__(self, composer: Composer, text: str, style: Style) -> None:
        self.composer, self.text, self.style = composer, text, style
        self.height = len(composer.lines(text, self.style)) * self.style.leading

    def draw(self, parent: Element) -> None:
        self.composer.paragraph(b"P", self.text, self.style, parent)


class TableBlock:
    """A table and its heading. Rows are measured ahead until a page is full: any number of them may follow."""

    def __init__(self, composer: Composer, table: Table, rows: Iterable[Sequence[str]], title: str, level: int) -> None:
        self.composer, self.table, self.title, self.level = composer, table, title, level
        self.rest = table.measured(rows)
        self.ahead: list[Row] = []
        style = composer.styles.section
        self.height = table.header_height
        if title:
            self.height += TITLE_GAP + len(composer.lines(title, style)) * style.leading + _TITLE_AFTER
        while self.height < composer.full_room and (row := next(self.rest, None)):
            self.ahead.append(row)
            self.height += row.height

    def draw(self, parent: Element) -> None:
        if self.height <= self.composer.full_room * self.table.whole:
            self.composer.reserve(self.height)
        if self.title:
            self.composer.y -= TITLE_GAP
            first = min(self.ahead[0].height, SPLIT_ROOM) if self.ahead else 0.0
            room = Room(_TITLE_AFTER, self.table.header_height + first)
            self.composer.heading(self.level, self.title, self.composer.styles.section, parent, room)
        self.table.draw(chain(self.ahead, self.rest), parent)


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
        case Grid(columns, rows, title):
            titles, shares = [column.title for column in columns], [column.share for column in columns]
            table = Table(composer, titles, shares, look, [column.words for column in columns])
            return TableBlock(composer, table, rows(), title, level)


def draw_blocks(composer: Composer, blocks: Iterable[Block], parent: Element) -> None:
    """Draw blocks one below the other; each is measured just before it is drawn where `blocks` is lazy."""
    for position, each in enumerate(blocks):
        if position:
            composer.y -= GAP
        each.draw(parent)

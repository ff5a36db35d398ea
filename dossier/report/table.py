"""Tables: rows of wrapped cells, headers repeated on each page, rows that may be higher than a page."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice, zip_longest

from dossier.report.content import AddressText, LabelledText, OwnText, QuotingText
from dossier.report.labelled import labelled_lines, quoting_lines
from dossier.report.layout import MIN_LINES, Composer
from dossier.report.leading import address_lines, show_cell
from dossier.report.page import MARGIN
from dossier.report.rows import Ahead, Row, fitted
from dossier.report.stylesheet import HAIRLINE, TableLook
from dossier.report.tags import COLUMN_HEADER, ROW_HEADER, Element
from dossier.report.typeface import Style

ROWS_PER_ELEMENT = 400  # a screen reader, and page-validation, want tables of fewer than 1,024 rows
HEADER_LINES = 8
ROUNDING = 0.01  # points, that heights are added up to
_AHEAD = 1.15  # of a page: what is a little more can be drawn tighter
_CROWDED = 0.92  # of the width
SPLIT_ROOM = 72.0  # points: less is not begun with a row that goes on overleaf
_LEAST_OVERLEAF = 0.25  # of a page, where nothing but the end of a table stands on it
_REPEATED = b"/Artifact<</Type/Pagination>>BDC "


class Table:
    """A table being drawn. Its header is repeated on each page, as an artifact (PDF/UA-1 7.5); a new Table element
    begins with a page once `ROWS_PER_ELEMENT` rows are there."""

    whole = 0.3  # of a page: a table that is not higher stays on one

    def __init__(
        self,
        composer: Composer,
        titles: Sequence[str],
        shares: Sequence[float],
        look: TableLook,
        words: Sequence[str] = (),
        figures: Collection[int] = (),
    ) -> None:
        self.composer, self.tree, self.look = composer, composer.tree, look
        self.styles = [look.label, *[look.value] * (len(shares) - 1)]
        self._least = self._least_widths(titles, words)
        self.columns = fitted(shares, self._least, composer.measure)
        self.widths = [column - 2 * look.pad_x for column in self.columns]
        self.widths[0] -= look.gutter
        self.roles = [(b"TH", ROW_HEADER), *[(b"TD", b"")] * (len(shares) - 1)]
        self.baseline = max(look.label.size, look.value.size)  # one first baseline for all cells of a row
        self._usual = {str} if composer.own_language else {str, OwnText, LabelledText}
        self._titles, self._headings = titles, self._wrapped_titles(titles)
        self.ends = {place: self.widths[place] for place in figures}  # of figures, from the left of their cells
        self._lefts = [0.0] * len(shares)
        self._parent: Element | None = None
        self._element: Element | None = None
        self._rows, self._striped, self._is_tight = 0, False, False

    @cached_property
    def header_height(self) -> float:
        header = self.look.header
        return max(map(len, self._headings)) * header.leading + 2 * self.look.pad_y + 2 if header else 0.0

    def measured(self, rows: Iterable[Sequence[str]]) -> Ahead:
        """Rows as `draw` takes them."""
        return Ahead(map(self.measure, rows), self.composer.full_room * _AHEAD)

    def measure(self, texts: Sequence[str]) -> Row:
        """Wrap the cells of a row."""
        clean = self.composer.clean
        lines = [
            labelled_lines(self.composer, text, style, width)
            if isinstance(text, LabelledText)
            else style.wrap(clean(text), width)
            for style, width, text in zip(self.styles, self.widths, texts, strict=True)
        ]
        height = max([len(cell) * style.leading for cell, style in zip(lines, self.styles, strict=True)])
        least = self.look.label.leading  # an empty row is seen
        special = None if self._usual.issuperset(map(type, texts)) else texts
        if special:
            lines = [self._leading(*cell) for cell in zip(lines, texts, self.styles, self.widths, strict=True)]
        lefts = self.lefts(texts, self.styles) if self.ends else self._lefts
        return Row(lines, max(height, least) + 2 * self.look.pad_y, special, lefts)

    def lefts(self, texts: Sequence[str], styles: Sequence[Style]) -> list[float]:
        """Where the words of each cell begin, so that figures end below one another."""
        found = list(self._lefts)
        for place, end in self.ends.items():
            style = styles[place]
            lines = style.written(self.composer.clean(texts[place]), self.widths[place])
            found[place] = max(end - max([style.width(line.rstrip(" ")) for line in lines]), 0.0)
        return found

    def _leading(self, lines: list[bytes], text: str, style: Style, width: float) -> list[bytes]:
        """The lines of a cell, told what they lead to where that is out of the document, and what they quote."""
        if isinstance(text, QuotingText):
            return quoting_lines(self.composer, text, style, width)
        if not isinstance(text, AddressText):
            return lines
        return address_lines(lines, style.written(self.composer.clean(text), width), style, text.uri)

    def draw(self, ahead: Ahead, parent: Element, below: float = 0.0) -> None:
        """Draw all rows, on as many pages as they need; a header stands even where there is no row. The last rows leave
        on their page the height that is wanted `below` them."""
        self._parent = parent
        if not (ahead.waiting or self.look.header):
            return
        self.composer.reserve(self.room_for(ahead))
        self._open()
        is_first = True
        while ahead.waiting:
            if ahead.is_whole and self.composer.room < ahead.height + below:
                self._end_well(ahead, below, is_first)
            self._draw(ahead.taken())
            is_first = False
        self._close()

    def _end_well(self, ahead: Ahead, below: float, is_first: bool) -> None:
        """Where the end of the table has no room on this page: draw it tighter, or else leave enough for the next."""
        composer, lacking = self.composer, ahead.height + below - self.composer.room + ROUNDING
        if lacking <= self.air * len(ahead.waiting):
            self.tighten(ahead, lacking / len(ahead.waiting))
            return
        height, after = ahead.height + below, ahead.height - ahead.waiting[0].height
        is_landscape = composer.page.width > composer.page.height
        least = composer.full_room * _LEAST_OVERLEAF if is_landscape else 0.0
        if not is_first and (len(ahead.waiting) <= 2 or after < least) and height <= self._most:
            self._next_page()

    def room_for(self, ahead: Ahead) -> float:
        """The height in which the header stands with the first two rows, or with the first, or with a part of one that
        goes on overleaf."""
        first = list(islice(ahead.waiting, 2))
        height = sum([row.height for row in first])
        if height > self._third:
            height = first[0].height if self._stays_whole(first[0]) else min(first[0].height, SPLIT_ROOM)
        return self.header_height + height

    @property
    def is_crowded(self) -> bool:
        """Whether the widest words alone take up the width."""
        return sum(self._least) > self.composer.measure * _CROWDED

    @property
    def air(self) -> float:
        """Points that each row can give, once."""
        return 0.0 if self._is_tight else self.look.pad_y

    def tighten(self, ahead: Ahead, air: float) -> None:
        """Take that much from each of the rows."""
        self.look, self._is_tight = replace(self.look, pad_y=self.look.pad_y - air / 2), True
        ahead.tighten(air)

    def _stays_whole(self, row: Row) -> bool:
        return row.height <= self._third

    @property
    def _third(self) -> float:
        """Of what a page has for rows."""
        return self._page / 3

    @property
    def _most(self) -> float:
        """Of what a page has for rows: the end of a table is not taken over to the next at any price."""
        return self._page * 0.8

    @property
    def _page(self) -> float:
        return self.composer.full_room - self.header_height

    def _draw(self, row: Row) -> None:
        composer = self.composer
        if row.height > composer.room and (self._stays_whole(row) or composer.room < SPLIT_ROOM):
            self._next_page()
        element = self.tree.open(b"TR", self._element)
        if row.height > composer.room:
            self._split(element, row)
        elif row.special:
            cells = self._cells(element, row)
            self._paint_special(cells, row)
            for cell in cells:
                self.tree.close(cell)
        else:
            tags = [
                self.tree.leaf(role, element, composer.page if cell else None, scope)
                for (role, scope), cell in zip(self.roles, row.lines, strict=True)
            ]
            self._paint(row, tags)
        self.tree.close(element)
        self._rows += 1
        self._striped = not self._striped

    def _open(self) -> None:
        self._element, self._rows = self.tree.open(b"Table", self._parent), 0
        if self.look.header:
            row, page = self.tree.open(b"TR", self._element), self.composer.page
            languages = [self.composer.language_of(title) for title in self._titles]
            self._header([
                self.tree.leaf(b"TH", row, page if lines else None, COLUMN_HEADER + language)
                for lines, language in zip(self._headings, languages, strict=True)
            ])  # fmt: skip
            self.tree.close(row)

    def _close(self) -> None:
        if self._element:
            self.tree.close(self._element)
            self._element = None

    def _next_page(self) -> None:
        self.composer.new_page()
        if self._rows >= ROWS_PER_ELEMENT:
            self._close()
            self._open()
        elif self.look.header:
            self._header([_REPEATED] * len(self.columns))

    def _least_widths(self, titles: Sequence[str], words: Sequence[str]) -> list[float]:
        """Widths in which no word of the titles is cut, nor the words that were given."""
        style, clean, pad = self.look.header, self.composer.clean, 2 * self.look.pad_x
        if style is None:
            return [0.0] * len(titles)
        headers = [style.widest(clean(title)) for title in titles]
        cells = [each.widest(clean(text)) for each, text in zip(self.styles, words, strict=False)]
        return [max(pair) + pad for pair in zip_longest(headers, cells, fillvalue=0.0)]

    def _wrapped_titles(self, titles: Sequence[str]) -> list[list[bytes]]:
        style, clean = self.look.header, self.composer.clean
        if style is None:
            return []
        return [
            style.wrap(clean(title), width)[:HEADER_LINES] for title, width in zip(titles, self.widths, strict=True)
        ]

    def _header(self, tags: Sequence[bytes]) -> None:
        style, look, composer, height = self.look.header, self.look, self.composer, self.header_height
        if style is None:
            return
        composer.page.fill(MARGIN, composer.y - height, composer.measure, height, look.header_fill)
        x, y = MARGIN + look.pad_x, composer.y - look.pad_y - style.size
        lefts = self.lefts(self._titles, [style] * len(tags))
        for width, left, lines, tag in zip(self.columns, lefts, self._headings, tags, strict=True):
            if lines:
                composer.page.show(style, x + left, y, lines, tag)
            x += width
        composer.y -= height

    def _paint(self, row: Row, tags: Sequence[bytes]) -> None:
        page, x, y = self.composer.page, MARGIN + self.look.pad_x, self._ground(row.height)
        for style, width, left, cell, tag in zip(self.styles, self.columns, row.lefts, row.lines, tags, strict=True):
            if cell:
                page.show(style, x + left, y, cell, tag)
            x += width

    def _ground(self, height: float) -> float:
        """What a row stands on; returns its first baseline."""
        composer, page, look = self.composer, self.composer.page, self.look
        first = composer.y - look.pad_y - self.baseline
        composer.y -= height
        if self._striped and look.stripe:
            page.fill(MARGIN, composer.y, composer.measure, height, look.stripe)
        page.fill(MARGIN, composer.y, composer.measure, 0.4, HAIRLINE)
        return first

    def _cells(self, element: Element, row: Row) -> list[Element]:
        """Open cells, each with its language."""
        texts = row.special or [""] * len(row.lines)
        return [
            self.tree.open(role, element, scope + self.composer.language_of(text))
            for (role, scope), text in zip(self.roles, texts, strict=True)
        ]

    def _paint_special(self, cells: Sequence[Element], row: Row) -> None:
        """A row, or the part of it that is on this page, where a cell is in another language or leads elsewhere."""
        x, top, y = MARGIN, self.composer.y, self._ground(row.height)
        texts = row.special or [""] * len(cells)
        shown = zip(cells, texts, row.lines, self.styles, self.columns, row.lefts, strict=True)
        for cell, text, lines, style, width, left in shown:
            area = (x, top - row.height, x + width, top)
            if lines:
                show_cell(self.composer, cell, text, lines, style, area, (x + self.look.pad_x + left, y))
            x += width

    def _split(self, element: Element, row: Row) -> None:
        """A row higher than the room: its cells stay the same elements from page to page."""
        pad, lines = 2 * self.look.pad_y, row.lines
        cells = self._cells(element, row)
        while any(lines):
            counts = [self._fitting(cell, style) for cell, style in zip(lines, self.styles, strict=True)]
            part = [cell[:count] for cell, count in zip(lines, counts, strict=True)]
            lines = [cell[count:] for cell, count in zip(lines, counts, strict=True)]
            height = max([len(cell) * style.leading for cell, style in zip(part, self.styles, strict=True)]) + pad
            self._paint_special(cells, Row(part, height, row.special, row.lefts))
            if any(lines):
                self._next_page()
        for cell in cells:
            self.tree.close(cell)

    def _fitting(self, cell: Sequence[bytes], style: Style) -> int:
        """How many lines of a cell this page takes; it does not leave one alone for the next."""
        count = max(int((self.composer.room - 2 * self.look.pad_y) // style.leading), 0)
        return count - 1 if len(cell) - count == 1 and count > MIN_LINES else count

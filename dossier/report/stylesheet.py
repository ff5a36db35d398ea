"""The look of the documents: two weights of one typeface, one accent, greys for what is said beside the text."""

from dataclasses import dataclass

from dossier.report.archive import Archive
from dossier.report.fonts import regular, semibold
from dossier.report.typeface import Style

INK, ACCENT, MUTED, WHITE = b".11 .13 .16", b".10 .22 .37", b".36 .40 .45", b"1 1 1"
STRIPE, HAIRLINE, TINT = b".965 .972 .98", b".80 .83 .86", b".925 .94 .957"
LEADER, WATER = b".66 .70 .74", b".90 .915 .93"
NOTICE_TINT, NOTICE_BAR = b".995 .965 .90", b".80 .50 .07"


@dataclass(frozen=True)
class TableLook:
    """Styles, paints and padding (points) of a table; no header style means no header row."""

    label: Style  # of the first column
    value: Style
    header: Style | None = None
    header_fill: bytes = b""
    stripe: bytes = b""
    pad_x: float = 4
    pad_y: float = 3
    gutter: float = 0  # right of the first column, where there is no padding


class Stylesheet:
    """The styles of one document, which share its two typefaces."""

    def __init__(self, archive: Archive) -> None:
        plain, strong = regular(archive), semibold(archive)
        #: What both typefaces can draw.
        self.glyphs = plain.widths.keys() & strong.widths.keys()
        self.watermark = Style(strong, 120, 120, WATER)
        self.title = Style(strong, 30, 35, ACCENT)
        self.chapter = Style(strong, 20, 25, ACCENT)
        self.part = Style(strong, 9, 13, MUTED)
        self.sheet = Style(strong, 12.5, 16, ACCENT)
        self.section = Style(strong, 10, 13, ACCENT)
        self.body = Style(plain, 10, 14, INK)
        self.note = Style(plain, 9, 12.5, MUTED)
        self.small = Style(plain, 8, 11, MUTED)
        self.contents = Style(plain, 9.5, 13.5, INK)
        self.contents_chapter = Style(strong, 10, 13.5, INK)
        self.contents_part = Style(strong, 11.5, 15, ACCENT)
        self.running = Style(plain, 8, 10, MUTED)
        label, value = Style(strong, 9, 12.5, MUTED), Style(plain, 9.5, 12.5, INK)
        self.pairs = TableLook(label, value, pad_x=0, pad_y=3.5, gutter=8)
        words = Style(plain, 8.5, 11, INK)
        self.bars = TableLook(words, words, pad_x=0, pad_y=2.5, gutter=10)
        figure = Style(strong, 22, 26, ACCENT)
        self.figures = TableLook(figure, figure, Style(plain, 8.5, 11, MUTED), WHITE, pad_x=0, gutter=8)
        self.facts = TableLook(label, value, pad_x=0, pad_y=5, gutter=8)
        key, cell = Style(strong, 8, 10.5, ACCENT), Style(plain, 8, 10.5, INK)  # the keys lead to the sheets
        self.summary = TableLook(key, cell, Style(strong, 8, 10.5, WHITE), ACCENT, STRIPE)
        key, cell = Style(strong, 8.5, 11, INK), Style(plain, 8.5, 11, INK)
        self.inner = TableLook(key, cell, Style(strong, 8.5, 11, ACCENT), TINT)

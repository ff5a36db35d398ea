"""The table of contents: drawn last, when every page number is known, and put in front."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from dossier.i18n import N_
from dossier.report.layout import Composer, Entry
from dossier.report.page import BOTTOM, MARGIN, PORTRAIT, TOP
from dossier.report.stylesheet import LEADER
from dossier.report.tags import Element
from dossier.report.typeface import Style

_TITLE_HEIGHT = 36.0  # points
_INDENT = 14.0
_NUMBER_WIDTH = 44.0
_BEFORE = {0: 12.0, 1: 5.0, 2: 1.5}  # by level
_BEFORE_LONE_CHAPTER = 11.0  # of a document without parts
_ABOVE_NOTE = 16.0
_RIGHT = PORTRAIT[0] - MARGIN


@dataclass(frozen=True, slots=True)
class Line:
    """An entry, wrapped: its lines, and its height in points with the space above."""

    entry: Entry
    style: Style
    left: float
    lines: list[str]
    height: float


class Contents:
    """The lines of a document, divided into pages, and a note below them; drawn once the number of the body's first
    page is known.

    `entries` are asked for twice.
    """

    def __init__(self, composer: Composer, entries: Iterable[Entry], note: str = "") -> None:
        self.composer, self.entries, self.note = composer, entries, note
        self.pages = [0]  # how many lines each has
        room = full = PORTRAIT[1] - TOP - BOTTOM - _TITLE_HEIGHT
        self.has_parts = any(entry.level == 0 for entry in entries)
        above: list[Line] = []  # that end the page, and go with what stands below them
        for line in map(self._line, merged(entries)):
            if above and above[-1].entry.level >= line.entry.level:
                above = []
            if room < line.height and self.pages[-1]:
                self.pages[-1] -= len(above)
                self.pages.append(len(above))
                room = full - sum([each.height for each in above])
            room -= line.height
            self.pages[-1] += 1
            above.append(line)
        style = composer.styles.note
        if note and room < _ABOVE_NOTE + len(style.lines(note, _RIGHT - MARGIN)) * style.leading:
            self.pages.append(0)

    def draw(self, first_page: int) -> None:
        """Draw the pages; `first_page` is the number of the body's first page."""
        composer, tree = self.composer, self.composer.tree
        composer.new_page(PORTRAIT)
        title = composer.say(N_("Contents"))
        section = tree.open(b"Sect")
        composer.paragraph(b"H1", title, composer.styles.chapter, section)
        toc = tree.open(b"TOC", section)
        entries = merged(self.entries)
        for position, count in enumerate(self.pages):
            if position:
                composer.new_page()
            for entry in islice(entries, count):
                self._draw(self._line(entry), str(entry.page + first_page), toc)
        tree.close(toc)
        if self.note:
            composer.y -= _ABOVE_NOTE
            composer.paragraph(b"P", self.note, composer.styles.note, section)
        tree.close(section)

    def _line(self, entry: Entry) -> Line:
        styles = self.composer.styles
        style = (styles.contents_part, styles.contents_chapter, styles.contents)[entry.level]
        depth = entry.level if self.has_parts else entry.level - 1
        left = MARGIN + depth * _INDENT
        before = _BEFORE[entry.level] if self.has_parts or entry.level != 1 else _BEFORE_LONE_CHAPTER
        lines = style.lines(entry.title, _RIGHT - left - _NUMBER_WIDTH)
        return Line(entry, style, left, lines, before + len(lines) * style.leading)

    def _draw(self, line: Line, number: str, toc: Element) -> None:
        tree = self.composer.tree
        item = tree.open(b"TOCI", toc)
        reference = tree.open(b"Reference", item)
        link = tree.open(b"Link", reference, line.entry.language)
        self._show(line, number, link)
        for element in (link, reference, item):
            tree.close(element)

    def _show(self, line: Line, number: str, link: Element) -> None:
        """The title, its leader and the number of its page, which stands beside the last line."""
        composer, style, page = self.composer, line.style, self.composer.page
        top = composer.y - line.height + len(line.lines) * style.leading
        composer.y -= line.height
        baseline = composer.y + style.leading - style.size
        first = baseline + (len(line.lines) - 1) * style.leading
        page.show(style, line.left, first, [style.encode(text) for text in line.lines], composer.tree.mark(link, page))
        left = _RIGHT - style.width(number)
        page.show(style, left, baseline, [style.encode(number)], composer.tree.mark(link, page))
        page.dots(line.left + style.width(line.lines[-1]) + 4, left - 4, baseline, LEADER)
        described = composer.say(N_("{title}, page {number}"), title=line.entry.title, number=number)
        composer.link(link, (line.left, composer.y, _RIGHT, top), described, line.entry.destination)


def merged(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries without the only chapter of a part that has the same name: the part leads there.

    They are asked for twice.
    """
    headings = [entry for entry in entries if entry.level < 2]
    levels = [*[heading.level for heading in headings[2:]], 0]  # of what follows
    echoes = {
        entry
        for above, entry, following in zip(headings, headings[1:], levels, strict=False)
        if (above.level, entry.level, following) == (0, 1, 0) and above.title.endswith(f". {entry.title}")
    }
    return (entry for entry in entries if entry not in echoes)

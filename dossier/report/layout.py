"""Pages filled from top to bottom: paragraphs, headings, links, and what is known of each page once it is full."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from dossier.i18n import N_, Code, Language
from dossier.report.addresses import MAILBOX
from dossier.report.archive import Archive, text_string
from dossier.report.cleaning import Cleaner
from dossier.report.content import AddressText, LinkedText, OwnText, QuotedText
from dossier.report.page import BOTTOM, MARGIN, TOP, Page, Size, WrittenPage
from dossier.report.stylesheet import INK, MUTED, Stylesheet
from dossier.report.tags import Element, StructureTree
from dossier.report.typeface import AS_IT_IS, Around, Style
from dossier.report.waiting import Waiting

TEXT_MEASURE = 520.0  # points
MIN_LINES = 3  # of a paragraph, at the bottom of a page
TITLE_LIMIT = 200  # of outlines and links: a PDF/A string has at most 32,767 bytes (PDF/A-3 6.1.13)
_GOES_ON = 55.0  # points from the edge of the sheet
_RUNNING = b"/Artifact<</Type/Pagination/Subtype/Header>>BDC "
Area = tuple[float, float, float, float]  # left, bottom, right, top
Link = tuple[int, bytes]  # number of the annotation, and its entries but the destination
UNTITLED = "–"
_TELLING = (QuotedText, LinkedText, AddressText)
LOCALES: dict[Code, str] = {"fr": "fr-FR", "en": "en-GB"}


class Entry(NamedTuple):
    """A heading, as a line of the contents and of the outlines: clean, on one line, cut at `TITLE_LIMIT`.

    The level of a part of the document is 0, that of a chapter 1, that of a sheet 2.
    """

    level: int
    title: str
    page: int  # index among the pages of the body
    destination: bytes
    language: bytes


@dataclass(frozen=True, slots=True)
class Room:
    """Height below a heading, and height of what follows that must stay on its page."""

    after: float = 0.0
    keep: float = 0.0


@dataclass(frozen=True, slots=True)
class Target:
    """How a heading may be reached: from the contents, there under `name` if it has one, and by links to `key`."""

    listed: bool = True
    key: str = ""
    name: str = ""


UNLISTED = Target(listed=False)


class Composer:
    """Fills pages from top to bottom and hands each full one over to be written. Lengths are in points."""

    def __init__(self, archive: Archive, say: Language, content: Code, progress: Callable[[int], None] | None) -> None:
        self.archive, self.say, self._progress = archive, say, progress
        self.tree, self.styles = StructureTree(archive), Stylesheet(archive)
        self.clean = Cleaner(self.styles.glyphs)
        self.own_language = b"" if content == say.code else b"/Lang%b" % text_string(LOCALES[content])
        self.around_labels, self.around_words = _around(say.code if self.own_language else None)
        self.pages, self.entries = Waiting(WrittenPage._make), Waiting(Entry._make)
        self.sheets: frozenset[str] = frozenset()  # the keys of all that will be drawn
        self._targets: dict[str, bytes] = {}
        self._links = Waiting(tuple)
        self._page: Page | None = None
        self.logo = 0  # the number of the image on the cover, where there is one
        self._written, self._part = 0, ""
        self.y = 0.0
        self.goes_on = ""  # clean, on one line: what began before each page that begins now, as a running line

    @property
    def page(self) -> Page:
        if self._page is None:
            raise RuntimeError("no page is open")
        return self._page

    @property
    def measure(self) -> float:
        """Width of the text."""
        return self.page.width - 2 * MARGIN

    @property
    def text_measure(self) -> float:
        """Width of paragraphs: a line of a landscape page would be too long to read."""
        return min(self.measure, TEXT_MEASURE)

    @property
    def room(self) -> float:
        """Height left on the page."""
        return self.y - BOTTOM

    @property
    def full_room(self) -> float:
        """Height of the text of a page."""
        return self.page.height - TOP - BOTTOM

    def new_page(self, size: Size | None = None) -> None:
        size = size or self.page.size
        self.end_page()
        self._page = Page(self.archive.allocate(), size, self.tree.page_key())
        self.y = self._page.height - TOP
        if self.goes_on:
            style, text = self.styles.running, self.styles.running.clip(self.goes_on, self.measure)
            left = self.page.width - MARGIN - style.width(text)
            self.page.show(style, left, self.page.height - _GOES_ON, [style.encode(text)], _RUNNING)

    def turn_page(self, size: Size) -> None:
        """Give the page, which has nothing on it yet, another size."""
        self.page.turn(size)
        self.y = self.page.height - TOP

    def end_page(self) -> None:
        """Write the content at once; the page dictionary waits for its running lines."""
        page, self._page = self._page, None
        if page is None:
            return
        content = self.archive.allocate()
        self.archive.write_stream(content, b"", page.content())
        self.tree.close_page(page)
        self.pages.append(WrittenPage(page.number, content, page.size, page.key, b" ".join(page.annotations)))
        self._written += 1
        self.tell_progress()

    def tell_progress(self) -> None:
        """Say how many pages are written: who waits may stop."""
        if self._progress:
            self._progress(self._written)

    def reserve(self, height: float) -> None:
        """Begin a page unless `height` is left on this one, or nothing is on it yet."""
        if self.room < height and self.room < self.full_room:
            self.new_page()

    def language_of(self, text: str) -> bytes:
        """The /Lang entry of an element that holds `text` (PDF/UA-1 7.2), if it is not the document's."""
        if told := _told(text):
            return b"/Lang%b" % text_string(told)
        return self.own_language if isinstance(text, OwnText) else b""

    def around(self, text: str) -> Around:
        """The operators around `text` in a cell of the user's language, which say its own where that is another."""
        if told := _told(text):
            return _span(text_string(told))
        return AS_IT_IS if isinstance(text, OwnText) else self.around_words

    def within(self, text: str) -> Around:
        """The operators around `text` within one of the program, which say its language where that is another."""
        told = _told(text)
        return _span(text_string(told)) if told else AS_IT_IS

    def lines(self, text: str, style: Style) -> list[bytes]:
        return style.wrap(self.clean(text), self.text_measure)

    def paragraph(self, role: bytes, text: str, style: Style, parent: Element, after: float = 0.0) -> None:
        """A tagged paragraph or heading, continued on further pages when needed; nothing where there is no text."""
        lines = self.lines(text, style)
        if not lines:
            return
        element = self.tree.open(role, parent, self.language_of(text))
        while lines:
            self.reserve(min(len(lines), MIN_LINES) * style.leading)
            count = max(int(self.room // style.leading), 1)
            if len(lines) - count == 1 and count > MIN_LINES:
                count -= 1  # the last line of a paragraph does not stand alone on the next page
            self.show(element, style, MARGIN, lines[:count])
            lines = lines[count:]
            if lines:
                self.new_page()
        self.tree.close(element)
        self.y -= after

    def show(self, element: Element, style: Style, x: float, lines: list[bytes]) -> None:
        """Draw lines of an element at the current height, and go below them."""
        self.page.show(style, x, self.y - style.size, lines, self.tree.mark(element, self.page))
        self.y -= len(lines) * style.leading

    def heading(
        self, level: int, text: str, style: Style, parent: Element, room: Room, target: Target = UNLISTED
    ) -> None:
        """A heading that stays with what follows; a listed one is named by the contents and the outlines."""
        if target.listed and not self.clean.line(text).strip():
            text = UNTITLED  # a level of headings must not be left out (PDF/UA-1 7.4.2)
        height = min(len(self.lines(text, style)) * style.leading, self.full_room / 2)
        self.reserve(height + room.after + room.keep)
        if target.listed:
            self._list(level, target.name or text, target.key)
        self.paragraph(b"H%d" % level, text, style, parent, room.after)

    def begin_part(self, title: str) -> None:
        """List the part that a chapter stands in, where it is not the one before; "" where there are none."""
        if title and title != self._part:
            self._list(0, title, "")
        self._part = title

    def link(self, element: Element, area: Area, description: str, destination: bytes) -> None:
        """A link annotation: printed, described and tagged (PDF/A-3 6.3, PDF/UA-1 7.18.5)."""
        self._annotate(self._link(element, area, description), b"/Dest%b" % destination)

    def link_out(self, element: Element, area: Area, uri: str) -> None:
        """A link that leaves the document: an address of the web, or that of a mailbox."""
        is_mailbox = uri.startswith(MAILBOX)
        words = N_("Write to {address}") if is_mailbox else N_("Link to {address}")
        described = self.say(words, address=uri.removeprefix(MAILBOX)[:TITLE_LIMIT])
        self._annotate(self._link(element, area, described), b"/A<</S/URI/URI%b>>" % text_string(uri))

    def link_to(self, element: Element, area: Area, description: str, key: str) -> None:
        """A link to the sheet of that key, one of `sheets`, which may not be drawn yet."""
        self._links.append((key, self._link(element, area, description)))

    def write_links(self) -> None:
        """Write the links to sheets, which are now known."""
        for key, link in self._links:
            self._annotate(link, b"/Dest%b" % self._targets[key])

    def _link(self, element: Element, area: Area, description: str) -> Link:
        annotation = self.archive.allocate()
        key = self.tree.annotate(element, self.page, annotation)
        self.page.annotations.append(b"%d 0 R" % annotation)
        body = (*area, key, text_string(description))
        return annotation, b"/Rect[%g %g %g %g]/StructParent %d/Contents%b" % body

    def _annotate(self, link: Link, leads: bytes) -> None:
        """Write a link with the entry that says where it `leads`."""
        number, body = link
        self.archive.pool(number, b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]%b%b>>" % (body, leads))

    def _list(self, level: int, text: str, key: str) -> None:
        destination = b"[%d 0 R/XYZ 0 %g null]" % (self.page.number, self.y + 8)
        title = self.clean.line(text[:TITLE_LIMIT]) or UNTITLED
        title += "…" if len(text) > TITLE_LIMIT else ""
        self.entries.append(Entry(level, title, len(self.pages), destination, self.language_of(text)))
        if key:
            self._targets[key] = destination


def _told(text: str) -> str:
    """The language that a text tells itself, "" where it is the usual one."""
    return text.language if isinstance(text, _TELLING) else ""


def _around(code: Code | None) -> tuple[Around, Around]:
    """Operators that make a label of a cell grey, and that say the language of labels and of other words of the
    program, if it is not that of the cell."""
    words = _span(text_string(LOCALES[code])) if code else AS_IT_IS
    before, after = words if code else (b")Tj (", b")Tj (")
    return (before[:-1] + MUTED + b" rg(", after[:-1] + INK + b" rg("), words


def _span(language: bytes) -> Around:
    return b")Tj /Span<</Lang%b>>BDC (" % language, b")Tj EMC ("

"""Page dictionaries with their running lines: streams of their own, so that page numbers need no second pass."""

from math import cos, radians, sin
from typing import NamedTuple

from dossier.i18n import N_
from dossier.report.fonts import font_resources
from dossier.report.layout import Composer
from dossier.report.logo import LOGO
from dossier.report.page import MARGIN, Size
from dossier.report.stylesheet import HAIRLINE

_HEADER, _RULE, _FOOTER = 38.0, 44.0, 32.0  # points from the edge of the sheet
_NUMBER_WIDTH = 120.0
_SLOPE = 45  # degrees, of the watermark


class Running(NamedTuple):
    """What stands on every page: lines on all but the cover, and a word across all of them, "" for none."""

    header: str
    footer: str = ""
    watermark: str = ""


def write_pages(composer: Composer, running: Running) -> bytes:
    """Write the dictionaries of all pages and the page tree (ISO 32000-1 7.7.3); returns the catalog entry.

    All pages but the cover have the running lines, one stream for all pages of a size, and their number, one each.
    """
    pages = composer.pages
    writer = _RunningLines(composer, running, len(pages))
    root, resources = composer.archive.allocate(), composer.archive.allocate()
    for position, page in enumerate(pages):
        contents = b"%d 0 R" % page.content
        if running.watermark:
            contents = b"%d 0 R %b" % (writer.watermark(page.size), contents)
        if position:
            contents += b" %d 0 R %d 0 R" % (writer.lines(page.size), writer.number(page.size, position + 1))
        annotations = b"/Annots[%b]" % page.annotations if page.annotations else b""
        body = (root, *page.size, resources, contents, page.key, annotations)
        composer.archive.pool(
            page.number,
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %g %g]/Resources %d 0 R/Contents[%b]/StructParents %d/Tabs/S%b>>"
            % body,
        )
    kids = b" ".join([b"%d 0 R" % page.number for page in pages])
    composer.archive.pool(root, b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(pages), kids))
    images = b"/XObject<</%b %d 0 R>>" % (LOGO, composer.logo) if composer.logo else b""
    composer.archive.pool(resources, b"<</Font %b%b>>" % (font_resources(composer.archive), images))
    return b"/Pages %d 0 R" % root


class _RunningLines:
    """Header and footer, as pagination artifacts (ISO 32000-1 14.8.2.2)."""

    def __init__(self, composer: Composer, running: Running, total: int) -> None:
        self.archive, self.styles, self.style = composer.archive, composer.styles, composer.styles.running
        self._say, self._running, self._total = composer.say, running, total
        self._lines: dict[Size, int] = {}
        self._watermarks: dict[Size, int] = {}

    def lines(self, size: Size) -> int:
        """The header with its rule, and the words at the foot."""
        if size not in self._lines:
            width, header, footer = size[0] - 2 * MARGIN, self._running.header, self._running.footer
            rule = b"%b rg %g %g %g .4 re f " % (HAIRLINE, MARGIN, size[1] - _RULE, width)
            content = self._marked(b"Header", rule + self._line(header, size[1] - _HEADER, width))
            if footer:
                content += b" " + self._marked(b"Footer", self._line(footer, _FOOTER, width - _NUMBER_WIDTH))
            self._lines[size] = self._written(content)
        return self._lines[size]

    def watermark(self, size: Size) -> int:
        """One word across the page, below all that stands on it."""
        if size not in self._watermarks:
            style, slope = self.styles.watermark, radians(_SLOPE)
            half = style.width(self._running.watermark) / 2
            x, y = size[0] / 2 - half * cos(slope), size[1] / 2 - half * sin(slope)
            turned = (cos(slope), sin(slope), -sin(slope), cos(slope), x, y)
            text = style.encode(self._running.watermark)
            content = b"BT %b%.4f %.4f %.4f %.4f %.2f %.2f Tm(%b)Tj ET" % (style.select, *turned, text)
            self._watermarks[size] = self._written(self._marked(b"Watermark", content))
        return self._watermarks[size]

    def _line(self, text: str, y: float, width: float) -> bytes:
        shown = self.style.encode(self.style.clip(text, width))
        return b"BT %b1 0 0 1 %g %g Tm(%b)Tj ET" % (self.style.select, MARGIN, y, shown)

    def number(self, size: Size, number: int) -> int:
        text = self._say(N_("Page {number} / {total}"), number=number, total=self._total)
        left = size[0] - MARGIN - self.style.width(text)
        line = (self.style.select, left, _FOOTER, self.style.encode(text))
        return self._written(self._marked(b"Footer", b"BT %b1 0 0 1 %g %g Tm(%b)Tj ET" % line), compress=False)

    def _marked(self, subtype: bytes, content: bytes) -> bytes:
        return b"/Artifact<</Type/Pagination/Subtype/%b>>BDC %b EMC" % (subtype, content)

    def _written(self, content: bytes, compress: bool = True) -> int:
        number = self.archive.allocate()
        self.archive.write_stream(number, b"", content, compress)
        return number

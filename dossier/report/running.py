"""Page dictionaries with their running lines: streams of their own, so that page numbers need no second pass."""

from collections.abc import Sequence

from dossier.i18n import N_
from dossier.report.fonts import font_resources
from dossier.report.layout import Composer
from dossier.report.page import MARGIN, Size, WrittenPage
from dossier.report.stylesheet import HAIRLINE

_HEADER, _RULE, _FOOTER = 38.0, 44.0, 32.0  # points from the edge of the sheet


def write_pages(composer: Composer, pages: Sequence[WrittenPage], header: str) -> bytes:
    """Write the dictionaries of all pages and the page tree (ISO 32000-1 7.7.3); returns the catalog entry.

    All pages but the cover have the `header`, one stream for all pages of a size, and their number, one each.
    """
    writer = _RunningLines(composer, header, len(pages))
    root, resources = composer.archive.allocate(), composer.archive.allocate()
    for position, page in enumerate(pages):
        contents = b"%d 0 R" % page.content
        if position:
            contents += b" %d 0 R %d 0 R" % (writer.header(page.size), writer.number(page.size, position + 1))
        annotations = b"/Annots[%b]" % page.annotations if page.annotations else b""
        body = (root, *page.size, resources, contents, page.key, annotations)
        composer.archive.pool(
            page.number,
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %g %g]/Resources %d 0 R/Contents[%b]/StructParents %d/Tabs/S%b>>"
            % body,
        )
    kids = b" ".join([b"%d 0 R" % page.number for page in pages])
    composer.archive.pool(root, b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(pages), kids))
    composer.archive.pool(resources, b"<</Font %b>>" % font_resources(composer.archive))
    return b"/Pages %d 0 R" % root


class _RunningLines:
    """Header and footer, as pagination artifacts (ISO 32000-1 14.8.2.2)."""

    def __init__(self, composer: Composer, header: str, total: int) -> None:
        self.archive, self.style = composer.archive, composer.styles.running
        self._say, self._text, self._total = composer.say, header, total
        self._headers: dict[Size, int] = {}

    def header(self, size: Size) -> int:
        if size not in self._headers:
            width = size[0] - 2 * MARGIN
            text = self.style.encode(self.style.clip(self._text, width))
            rule = (HAIRLINE, MARGIN, size[1] - _RULE, width)
            line = (self.style.select, MARGIN, size[1] - _HEADER, text)
            content = b"%b rg %g %g %g .4 re f BT %b1 0 0 1 %g %g Tm(%b)Tj ET" % (*rule, *line)
            self._headers[size] = self._artifact(b"Header", content, compress=True)
        return self._headers[size]

    def number(self, size: Size, number: int) -> int:
        text = self._say(N_("Page {number} / {total}"), number=number, total=self._total)
        left = size[0] - MARGIN - self.style.width(text)
        line = (self.style.select, left, _FOOTER, self.style.encode(text))
        return self._artifact(b"Footer", b"BT %b1 0 0 1 %g %g Tm(%b)Tj ET" % line, compress=False)

    def _artifact(self, subtype: bytes, content: bytes, compress: bool) -> int:
        number = self.archive.allocate()
        content = b"/Artifact<</Type/Pagination/Subtype/%b>>BDC %b EMC" % (subtype, content)
        self.archive.write_stream(number, b"", content, compress)
        return number

"""Where a document is signed: a form field with its tag, on its first page, seen or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dossier.i18n import N_
from dossier.model.text import date_text, offset_text
from dossier.report.archive import text_string
from dossier.report.content import Signature
from dossier.report.fonts import font_resources
from dossier.report.layout import TITLE_LIMIT, Composer
from dossier.report.metadata import pdf_date
from dossier.report.page import MARGIN, Page
from dossier.report.seal import Seal
from dossier.report.stylesheet import ACCENT, HAIRLINE
from dossier.report.typeface import Style

_ALONE = N_("This box alone proves nothing: a PDF reader verifies the signature.")
_NAME = b"Signature1"
_PAD_X, _PAD_Y, _BAR, _EDGE = 12.0, 8.0, 3.0, 0.5  # points
_PRINTED_AND_LOCKED = 132  # PDF/A-3 6.3.2 wants what is printed, also of what has no size
_WIDGET = (
    b"<</Type/Annot/Subtype/Widget/FT/Sig/T(%b)/TU%b/V %d 0 R/F %d/Rect[%g %g %g %g]/P %d 0 R"
    b"/StructParent %d/AP<</N %d 0 R>>>>"
)


@dataclass(frozen=True)
class Field:
    """A field that was drawn: its entry of the catalog, and the signature to come."""

    catalog: bytes
    seal: Seal


class SignaturePlace:
    """Where the box of a signature will stand: drawn on the page as decoration, with nothing to be signed."""

    def __init__(self, composer: Composer) -> None:
        styles, say = composer.styles, composer.say
        self.composer = composer
        self._box = _Box(
            [
                (styles.small, say(N_("Place of the signature"))),
                (styles.section, say(N_("Name of the signatory"))),
                (
                    styles.small,
                    say(N_("Day, time and certificate stand here once the file is signed.")),
                ),
                (styles.small, say(_ALONE)),
            ],
            composer.measure,
        )
        self.height = self._box.height

    def draw(self) -> None:
        composer = self.composer
        composer.reserve(self.height)
        self._box.paint(composer.page, MARGIN, composer.y - self.height, b"/Artifact BMC ")


class SignatureBox:
    """What the field shows, as the page will hold it; a field that is not visible is as high as nothing."""

    def __init__(self, composer: Composer, signature: Signature, moment: datetime) -> None:
        """`moment` is the aware time of signing."""
        self.composer, self.signature, self.moment = composer, signature, moment
        self._box = _Box(self._texts() if signature.visible else (), composer.measure if signature.visible else 0.0)
        self.height = self._box.height

    def draw(self) -> Field:
        """Put the field below what stands on the open page, and its tag at the end of the document so far."""
        composer, archive, page, width = self.composer, self.composer.archive, self.composer.page, self._box.width
        composer.reserve(self.height)
        widget, value = archive.allocate(), archive.allocate()
        (_, by), (_, name), (_, when), _ = self._texts()
        described = text_string(f"{by} {name}, {when}")
        form = composer.tree.open(b"Form", None, b"/Alt%b" % described)
        key = composer.tree.annotate(form, page, widget)
        composer.tree.close(form)
        area = (MARGIN, composer.y - self.height, MARGIN + width, composer.y) if self.height else (0, 0, 0, 0)
        body = (_NAME, described, value, _PRINTED_AND_LOCKED, *area, page.number, key, self._appearance())
        archive.pool(widget, _WIDGET % body)
        page.annotations.append(b"%d 0 R" % widget)
        date = pdf_date(self.moment).encode()
        return Field(b"/AcroForm<</Fields[%d 0 R]/SigFlags 3>>" % widget, Seal(value, self.signature, date))

    def _texts(self) -> list[tuple[Style, str]]:
        composer, signature, moment = self.composer, self.signature, self.moment
        say, styles, clean = composer.say, composer.styles, composer.clean.line
        name, issuer = (clean(text)[:TITLE_LIMIT] for text in (signature.name, signature.issuer))
        time, offset = f"{moment:%H:%M}", offset_text(moment)
        issued = say(N_("certificate issued by {name}"), name=issuer) if issuer else say(N_("self-signed certificate"))
        day = say(N_("{day} at {time} (UTC{offset})"), day=date_text(moment.date(), say), time=time, offset=offset)
        return [
            (styles.small, say(N_("Signed electronically by"))),
            (styles.section, name),
            (styles.small, f"{day}, {issued}"),
            (styles.small, say(_ALONE)),
        ]

    def _appearance(self) -> int:
        """The form XObject of the widget (ISO 32000-1 12.5.5), drawn as a page is."""
        archive, drawn = self.composer.archive, Page(0, (self._box.width, self.height), 0)
        self._box.paint(drawn, 0, 0, b"/Tx BMC ")
        entries = b"/Type/XObject/Subtype/Form/BBox[0 0 %g %g]/Resources<</Font %b>>"
        number = archive.allocate()
        body = (self._box.width, self.height, font_resources(archive))
        archive.write_stream(number, entries % body, drawn.content())
        return number


class _Box:
    """A frame with a bar at its left, around some lines; without texts it is nothing."""

    def __init__(self, texts: Sequence[tuple[Style, str]], width: float) -> None:
        self.width = width
        self._lines = [(style, style.wrap(text, width - 2 * _PAD_X)) for style, text in texts]
        self.height = sum([len(lines) * style.leading for style, lines in self._lines])
        self.height += 2 * _PAD_Y if self._lines else 0.0

    def paint(self, page: Page, left: float, bottom: float, tag: bytes) -> None:
        """Put it on a page; its lines are marked content that `tag` opens."""
        if self._lines:
            for x, y, width, height in self._frame():
                page.fill(left + x, bottom + y, width, height, HAIRLINE)
            page.fill(left, bottom, _BAR, self.height, ACCENT)
        y = bottom + self.height - _PAD_Y
        for style, lines in self._lines:
            page.show(style, left + _PAD_X, y - style.size, lines, tag)
            y -= len(lines) * style.leading

    def _frame(self) -> list[tuple[float, float, float, float]]:
        across = [(0.0, y, self.width, _EDGE) for y in (0.0, self.height - _EDGE)]
        return [*across, (self.width - _EDGE, 0.0, _EDGE, self.height)]

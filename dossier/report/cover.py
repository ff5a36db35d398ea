"""The cover: who, what, what must be known first, and the facts with the digest of the embedded data."""

from dossier.i18n import N_
from dossier.report.blocks import NoticeBlock, TableBlock
from dossier.report.content import Pack
from dossier.report.facts import grouped
from dossier.report.layout import Composer
from dossier.report.logo import LOGO, write_logo
from dossier.report.page import BOTTOM, MARGIN, PORTRAIT
from dossier.report.signature_field import Field, SignatureBox, SignaturePlace
from dossier.report.stylesheet import ACCENT
from dossier.report.table import Table
from dossier.report.tags import Element
from dossier.report.typeface import Style

_BAND = 14.0  # points
_SPACE = 24.0
_ABOVE_TITLE = 150.0
_BELOW = 48.0
_FACT_SHARE = 0.31


class Cover:
    """The first page: title and notices stand high, facts near the foot; what is long goes on overleaf."""

    def __init__(self, composer: Composer, pack: Pack, sha256: str) -> None:
        """No digest is shown where `sha256` is empty."""
        composer.new_page(PORTRAIT)
        self.composer, self.pack, self.styles = composer, pack, composer.styles
        self.notices = NoticeBlock(composer, pack.notices)
        self.facts = self._facts(sha256)
        self.closing = self._closing()
        self.signature = self._signature()

    def _signature(self) -> SignatureBox | SignaturePlace | None:
        if self.pack.signature:
            return SignatureBox(self.composer, self.pack.signature, self.pack.created)
        return SignaturePlace(self.composer) if self.pack.has_signature_place else None

    def draw(self) -> Field | None:
        """Returns the field of the signature, if there is one."""
        composer = self.composer
        composer.page.fill(0, 0, _BAND, PORTRAIT[1], ACCENT)
        section = composer.tree.open(b"Sect")
        lower = self._lower_height()
        self._upper(section, lower)
        pages = len(composer.pages)
        self.notices.draw(section)
        composer.y -= _SPACE
        if not pages:
            composer.y = min(composer.y, BOTTOM + _BELOW + lower)
        self.facts.draw(section)
        composer.y -= _SPACE / 2
        for text, style in self.closing:
            composer.paragraph(b"P", text, style, section)
        composer.tree.close(section)
        composer.y -= _SPACE / 2
        return self.signature.draw() if self.signature else None

    def _upper(self, section: Element, lower: float) -> None:
        """Organisation, title and subject, with as much air above the title as the rest leaves."""
        composer, pack, styles = self.composer, self.pack, self.styles
        self._logo()
        composer.paragraph(b"P", pack.organisation, styles.sheet, section)
        title = len(composer.lines(pack.title, styles.title)) * styles.title.leading
        subject = len(composer.lines(pack.subject, styles.body)) * styles.body.leading
        free = composer.room - title - subject - self.notices.height - lower - 3 * _SPACE
        composer.y -= max(min(free * 0.6, _ABOVE_TITLE), _SPACE)
        composer.paragraph(b"H1", pack.title, styles.title, section, after=10)
        composer.paragraph(b"P", pack.subject, styles.body, section, after=_SPACE)

    def _logo(self) -> None:
        """A decoration: the name that it stands for is written below it, or at the foot."""
        if self.pack.logo:
            composer = self.composer
            composer.logo, width, height = write_logo(composer.archive, self.pack.logo)
            composer.page.image(LOGO, MARGIN, composer.y - height, width, height)
            composer.y -= height + _SPACE / 2

    def _lower_height(self) -> float:
        closing = sum([len(self.composer.lines(text, style)) * style.leading for text, style in self.closing])
        signature = self.signature.height if self.signature else 0.0
        return self.facts.height + _SPACE / 2 + closing + signature

    def _facts(self, sha256: str) -> TableBlock:
        digest = [(self.composer.say(N_("SHA-256 of the embedded data")), grouped(sha256))] if sha256 else []
        table = Table(self.composer, ("", ""), (_FACT_SHARE, 1 - _FACT_SHARE), self.styles.facts)
        return TableBlock(self.composer, table, [*self.pack.facts, *digest], "", 2)

    def _closing(self) -> list[tuple[str, Style]]:
        lines = [(self.pack.confidentiality, self.styles.section)]
        if self.pack.sender and self.pack.sender != self.pack.organisation:
            prepared = N_("Prepared by {name}")
            lines.insert(0, (self.composer.say(prepared, name=self.pack.sender), self.styles.body))
        if self.pack.attachment:
            said = N_("The data of this document are embedded in this file ({name}).")
            lines.append((self.composer.say(said, name=self.pack.attachment.name), self.styles.note))
        return lines

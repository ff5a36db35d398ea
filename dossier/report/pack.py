"""A document written in one pass: body first, then cover and contents, which are put in front."""

import unicodedata
from collections.abc import Callable, Iterator
from itertools import chain
from typing import BinaryIO

from dossier.i18n import N_, language
from dossier.report.archive import Archive
from dossier.report.chapters import ChapterWriter
from dossier.report.content import Chapter, Column, Grid, Pack, QuotedText
from dossier.report.contents import Contents
from dossier.report.cover import Cover
from dossier.report.finish import finish
from dossier.report.layout import LOCALES, UNTITLED, Composer
from dossier.report.metadata import Embedded, Metadata, embed
from dossier.report.page import WrittenPage
from dossier.report.running import Running
from dossier.report.signature_field import Field
from dossier.report.waiting import Waiting


def write_pack(pack: Pack, stream: BinaryIO, progress: Callable[[int], None] | None = None) -> frozenset[str]:
    """Write `pack` to a binary stream as PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), in one pass.

    Returns the characters that could not be shown. `progress` is told the number of pages written after each page.
    What it raises, what the rows raise and the errors of the stream pass through and leave a partial file behind:
    write to a temporary file, then replace. Equal packs make equal bytes with equal versions of zlib and reportlab.
    """
    return _PackWriter(pack, stream, progress).write()


class _PackWriter:
    def __init__(self, pack: Pack, stream: BinaryIO, progress: Callable[[int], None] | None) -> None:
        self.pack, self.archive = pack, Archive(stream)
        self.composer = Composer(self.archive, language(pack.language), pack.content_language, progress)
        self.clean, self.say = self.composer.clean, self.composer.say
        self.signed: Field | None = None

    def write(self) -> frozenset[str]:
        embedded = self._embedded()
        self._draw(embedded.sha256)
        running = (self.pack.organisation, self.pack.title, self.pack.confidentiality)
        header = " · ".join([line for line in map(self.clean.line, running) if line])
        lines = Running(header, self.clean.line(self.pack.sender), self.clean.line(self.pack.watermark))
        finish(self.composer, lines, self._metadata(), embedded.catalog, self.signed)
        return frozenset(self.clean.missing)

    def _embedded(self) -> Embedded:
        attachment = self.pack.attachment
        if attachment is None:
            return Embedded(b"", "")
        name, description = self.clean.line(attachment.name), self.clean.line(attachment.description)
        return embed(self.archive, name, description, attachment.chunks(), self.pack.created)

    def _draw(self, sha256: str) -> None:
        """Draw everything, and put the pages in the order of the document."""
        composer, document = self.composer, self.composer.tree.document
        self._look_at_front_matter()
        composer.sheets = frozenset(chain.from_iterable(chapter.keys for chapter in self.pack.chapters))
        chapters = ChapterWriter(composer)
        for chapter in self.pack.chapters:
            chapters.write(chapter)
        if self.clean.missing:
            chapters.write(self._characters_not_shown())
        composer.end_page()
        body, composer.pages = composer.pages, Waiting(WrittenPage._make)
        kids, document.kids = document.kids, []
        self._front_matter(sha256)
        document.kids += kids
        for page in body:
            composer.pages.append(page)

    def _front_matter(self, sha256: str) -> None:
        composer = self.composer
        self.signed = Cover(composer, self.pack, sha256).draw()
        composer.end_page()
        if composer.entries and self.pack.has_contents:
            contents = Contents(composer, composer.entries, self.pack.below_contents)
            contents.draw(first_page=len(composer.pages) + len(contents.pages) + 1)
            composer.end_page()

    def _look_at_front_matter(self) -> None:
        """Clean what is drawn after the list of the characters that cannot be shown, to know them in time."""
        pack = self.pack
        facts = [text for fact in pack.facts for text in fact]
        named = (pack.signature.name, pack.signature.issuer) if pack.signature else ()
        for text in (pack.title, pack.subject, pack.organisation, pack.confidentiality, *named, *pack.notices, *facts):
            self.clean(text)
        self._metadata()

    def _metadata(self) -> Metadata:
        pack, line = self.pack, self.clean.line
        return Metadata(
            title=line(pack.title) or UNTITLED,  # PDF/UA-1 7.1 wants a title
            author=line(pack.author),
            subject=line(pack.subject),
            keywords=line(pack.keywords),
            producer=line(pack.producer),
            language=LOCALES[pack.language],
            created=pack.created,
        )

    def _characters_not_shown(self) -> Chapter:
        say = self.say
        texts = [
            say(N_("The typeface of this document has no glyph for these characters.")),
            say(N_("In its pages each of them is written as its code point, between square brackets.")),
        ]
        if self.pack.attachment:
            texts.append(say(N_("In the embedded data they are as they were typed.")))
        columns = (Column(say(N_("Code point")), 0.2), Column(say(N_("Unicode name")), 0.8))
        grid = Grid(columns, self._missing_rows)
        return Chapter(say(N_("Characters not shown")), " ".join(texts), [grid], landscape=False)

    def _missing_rows(self) -> Iterator[tuple[str, str]]:
        for character in sorted(self.clean.missing):
            yield f"U+{ord(character):04X}", QuotedText(unicodedata.name(character, UNTITLED), "en")

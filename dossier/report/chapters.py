"""Chapters drawn one after the other: the title and the summary of each, then its sheets, several to a page."""

from collections.abc import Sequence

from dossier.report.blocks import GAP, Block, block, draw_blocks, stacked
from dossier.report.content import Chapter, Sheet
from dossier.report.layout import TITLE_LIMIT, UNLISTED, Composer, Room, Target
from dossier.report.page import LANDSCAPE, MARGIN, PORTRAIT
from dossier.report.stylesheet import ACCENT
from dossier.report.tags import Element

_CHAPTER_GAP, _SHEET_GAP = 44.0, 26.0  # points
_RULE = 1.0
_BELOW_RULE = 3.0
_KEEP = 60.0
_GOOD_PART = 0.3  # of a page: with less, what does not fit begins on the next


class ChapterWriter:
    """Draws chapters: each part of the document begins a page, and its chapters follow one another where there is
    room. What is written for a landscape page stands upright where it can be read so."""

    def __init__(self, composer: Composer) -> None:
        self.composer, self.tree, self.styles = composer, composer.tree, composer.styles
        self._part: str | None = None  # of the chapter before

    def write(self, chapter: Chapter) -> None:
        follows = chapter.part == self._part and self.composer.page.size == PORTRAIT
        self._part = chapter.part
        if not follows:
            self.composer.new_page(PORTRAIT)
        blocks = self._blocks(chapter)
        if chapter.landscape and not all(each.is_airy for each in blocks):
            self._lie_down(follows)
            blocks = self._blocks(chapter)
        elif follows:
            follows = self._follow(chapter, blocks)
        section = self.tree.open(b"Sect")
        self._titles(chapter, section, follows)
        draw_blocks(self.composer, blocks, section)
        if chapter.sheets:
            section = self._sheets(chapter, section)
        self.tree.close(section)

    def _blocks(self, chapter: Chapter) -> list[Block]:
        return [block(self.composer, part, 2, self.styles.summary) for part in chapter.parts]

    def _height(self, chapter: Chapter, blocks: Sequence[Block]) -> float:
        """Of title and summary."""
        styles, lines = self.styles, self.composer.lines
        texts = ((chapter.part, styles.part), (chapter.title, styles.chapter), (chapter.introduction, styles.body))
        return sum(len(lines(text, style)) * style.leading for text, style in texts) + 2 * GAP + stacked(blocks)

    def _lie_down(self, follows: bool) -> None:
        """A landscape page: another one, or that which was begun."""
        if follows:
            self.composer.new_page(LANDSCAPE)
        else:
            self.composer.turn_page(LANDSCAPE)

    def _follow(self, chapter: Chapter, blocks: Sequence[Block]) -> bool:
        """Go below the chapter before; False where this one begins a page all the same."""
        composer, page = self.composer, self.composer.page
        composer.y -= _CHAPTER_GAP
        height = self._height(chapter, blocks)
        begun = height - stacked(blocks) + (blocks[0].start if blocks else 0.0)
        sheets = composer.full_room * _GOOD_PART if chapter.sheets else 0.0
        composer.reserve(max(begun, self._wanted(height + sheets)) if blocks else begun + sheets)
        return composer.page is page

    def _wanted(self, height: float) -> float:
        """Of something of that height: all of it where it is short, else a good part of a page."""
        return min(height, self.composer.full_room * _GOOD_PART)

    def _titles(self, chapter: Chapter, section: Element, follows: bool) -> None:
        """Part, chapter and introduction; a chapter that is called as its part has one title for both."""
        composer, styles, part = self.composer, self.styles, chapter.part
        composer.begin_part(part)
        is_part = part.endswith(f". {chapter.title}")
        if not (is_part or follows):
            composer.paragraph(b"P", part, styles.part, section)
        self._heading(part if is_part else chapter.title, section, Target(name=chapter.title))
        composer.paragraph(b"P", chapter.introduction, styles.body, section, after=GAP)

    def _heading(self, title: str, section: Element, target: Target) -> None:
        self.composer.heading(1, title, self.styles.chapter, section, Room(6, _KEEP), target)

    def _sheets(self, chapter: Chapter, section: Element) -> Element:
        """Draw the sheets, if any; returns the section that is then open."""
        sheets = iter(chapter.sheets() if chapter.sheets else ())
        first = next(sheets, None)
        if first is None:
            return section
        apart = self.composer.page.size == LANDSCAPE
        if apart:
            self.composer.new_page(PORTRAIT)
        if apart and chapter.sheets_title:
            self.tree.close(section)
            section = self.tree.open(b"Sect")
            self._heading(chapter.sheets_title, section, UNLISTED)
        follows = bool(chapter.parts) and not apart
        self.composer.y -= 0 if follows else GAP / 2
        self._sheet(first, section, first=not follows)
        for sheet in sheets:
            self._sheet(sheet, section)
        return section

    def _sheet(self, sheet: Sheet, parent: Element, first: bool = False) -> None:
        """The first sheet follows the chapter's title, the others the sheet before where they have room."""
        composer, style = self.composer, self.styles.sheet
        blocks = [block(composer, part, 3, self.styles.inner) for part in sheet.parts]
        start = blocks[0].start if blocks else 0.0
        if not first:
            composer.y -= _SHEET_GAP
            title = len(composer.lines(sheet.title, style)) * style.leading + 4 + _BELOW_RULE
            composer.reserve(max(title + start, self._wanted(title + stacked(blocks))))
        section = self.tree.open(b"Sect", parent)
        composer.heading(2, sheet.title, style, section, Room(4, _BELOW_RULE + start), Target(key=sheet.key))
        composer.page.fill(MARGIN, composer.y, composer.measure, _RULE, ACCENT)
        composer.y -= _BELOW_RULE
        composer.goes_on = composer.clean.line(sheet.title[:TITLE_LIMIT])
        draw_blocks(composer, blocks, section)
        composer.goes_on = ""
        self.tree.close(section)

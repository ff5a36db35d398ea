"""A chapter drawn: its title and summary, then its sheets, the short ones whole and several to a page."""

from dossier.report.blocks import GAP, Block, block, draw_blocks
from dossier.report.content import Chapter, Sheet
from dossier.report.layout import UNLISTED, Composer, Room, Target
from dossier.report.page import LANDSCAPE, MARGIN, PORTRAIT
from dossier.report.stylesheet import ACCENT
from dossier.report.tags import Element

_SHEET_GAP = 26.0  # points
_RULE = 1.0
_KEEP = 60.0
_GOOD_PART = 0.4  # of a page


class ChapterWriter:
    """Draws chapters, one after the other, each from the top of a page."""

    def __init__(self, composer: Composer) -> None:
        self.composer, self.tree, self.styles = composer, composer.tree, composer.styles

    def write(self, chapter: Chapter) -> None:
        self.composer.new_page(LANDSCAPE if chapter.landscape and chapter.parts else PORTRAIT)
        section = self.tree.open(b"Sect")
        self.composer.part(chapter.part, section)
        self._heading(chapter.title, section, Target())
        self.composer.paragraph(b"P", chapter.introduction, self.styles.body, section, after=GAP)
        draw_blocks(
            self.composer, (block(self.composer, part, 2, self.styles.summary) for part in chapter.parts), section
        )
        if chapter.sheets:
            section = self._sheets(chapter, section)
        self.tree.close(section)

    def _heading(self, title: str, section: Element, target: Target) -> None:
        self.composer.heading(1, title, self.styles.chapter, section, Room(6, _KEEP), target)

    def _sheets(self, chapter: Chapter, section: Element) -> Element:
        """Draw the sheets, if any; returns the section that is then open."""
        sheets = iter(chapter.sheets() if chapter.sheets else ())
        first = next(sheets, None)
        if first is None:
            return section
        apart = bool(chapter.parts) and chapter.landscape
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
        if not first:
            composer.y -= _SHEET_GAP
            composer.reserve(self._room_for(sheet, blocks))
        section = self.tree.open(b"Sect", parent)
        keep = min(blocks[0].height, _KEEP) if blocks else 0.0
        composer.heading(2, sheet.title, style, section, Room(4, keep), Target(key=sheet.key))
        composer.page.fill(MARGIN, composer.y, composer.measure, _RULE, ACCENT)
        draw_blocks(composer, blocks, section)
        self.tree.close(section)

    def _room_for(self, sheet: Sheet, blocks: list[Block]) -> float:
        """A sheet stays whole on one page if it can; one that no page holds begins where a good part is left."""
        height, full = self._height(sheet, blocks), self.composer.full_room
        return height if height <= full else full * _GOOD_PART

    def _height(self, sheet: Sheet, blocks: list[Block]) -> float:
        style = self.styles.sheet
        title = len(self.composer.lines(sheet.title, style)) * style.leading + 4
        return title + sum([each.height for each in blocks]) + GAP * max(len(blocks) - 1, 0)

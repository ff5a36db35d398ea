"""A sheet of the guide as a tile: number and title, coverage as a bar, its measures, and whether anything proves it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from dossier.law.data import said
from dossier.law.security_guide import SheetCoverage
from dossier.ui import theme
from dossier.ui.desk import Desk
from dossier.ui.icons import paint_icon
from dossier.ui.measures.levels import LOOKS, Level, level_of, proofs_words, share_words, spoken
from dossier.ui.tokens import RADIUS_CARD, S2, S3, Tokens
from dossier.ui.widgets.buttons import PaintedButton
from dossier.ui.widgets.painting import RIGHT, focus_ring, painter_for, rounded, words

_HEIGHT, _LINE, _ICON = 52, 20, 14
_NUMBER = 21  # room of the number of the sheet
_WIDE = 190  # pixels inside a tile from which it also counts measures and pieces
_LEAST_BAR = 16
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SheetTile(PaintedButton):
    """Pressed, it asks for the measures of its sheet; arrows step to the tiles beside it."""

    stepped = Signal(int, int)

    def __init__(self, covered: SheetCoverage, desk: Desk) -> None:
        super().__init__("", _HEIGHT)
        self._desk = desk
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_coverage(covered)

    @property
    def number(self) -> int:
        """The number of its sheet."""
        return self.covered.sheet.number

    def show_coverage(self, covered: SheetCoverage) -> None:
        self.covered = covered
        told = spoken(covered, self._desk)
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(150, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            self.stepped.emit(*step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        ground = k.selected if self.isChecked() else k.hover if self.underMouse() else k.surface
        edge = k.accent if self.isChecked() else k.line
        rounded(painter, rect, ground, edge, RADIUS_CARD, 2 if self.isChecked() else 1)
        inner = rect.adjusted(10, 0, -10, 0)
        self._paint_title(painter, QRectF(inner.left(), 5, inner.width(), _LINE), k)
        self._paint_coverage(painter, QRectF(inner.left(), 27, inner.width(), _LINE), k)
        if self.hasFocus():
            focus_ring(painter, rect, RADIUS_CARD)

    def _paint_title(self, painter: QPainter, line: QRectF, k: Tokens) -> None:
        """The count of measures stands behind the shield that all measures have."""
        sheet = self.covered.sheet
        words(painter, line, str(sheet.number), "caption_strong", k.text3, tabular=True)
        room = line.adjusted(_NUMBER, 0, 0, 0)
        title = said(sheet.short, self._desk.say)
        n, wide = str(len(self.covered.measures)), theme.metrics("caption_strong").horizontalAdvance
        if self.covered.measures and wide(title) + wide(n) + _ICON + S3 <= room.width():
            taken = words(painter, room, n, "caption", k.text2, RIGHT, tabular=True)
            at = QRectF(room.right() - taken - _ICON - 2, line.center().y() - _ICON / 2, _ICON, _ICON)
            paint_icon(painter, at, "measures", k.text3, 2.0)
        ink = k.text3 if level_of(self.covered) is Level.NOT_APPLICABLE else k.text
        words(painter, room, title, "caption_strong", ink)

    def _paint_coverage(self, painter: QPainter, line: QRectF, k: Tokens) -> None:
        """Where there is little room the bar gives way, never what says that there is no proof."""
        tone, icon = LOOKS[level_of(self.covered)]
        ink = k.tone(tone).fg
        _icon(painter, line, icon, ink)
        rest = line.adjusted(_ICON + 6, 0, 0, 0)
        if self.covered.score is None:
            words(painter, rest, share_words(self.covered, self._desk), "caption", ink)
            return
        words(painter, rest, share_words(self.covered, self._desk), "caption_strong", ink, tabular=True)
        taken = self._paint_proofs(painter, rest, k)
        share = theme.metrics("caption_strong", tabular=True).horizontalAdvance("100 %") + S2
        bar = QRectF(rest.left() + share, line.center().y() - 2.5, 0, 5)
        bar.setRight(rest.right() - taken - (S2 if taken else 0))
        if bar.width() >= _LEAST_BAR:
            rounded(painter, bar, k.line, radius=2.5)
        if bar.width() >= _LEAST_BAR and self.covered.score:
            filled = QRectF(bar.left(), bar.top(), max(5.0, bar.width() * self.covered.score), 5)
            rounded(painter, filled, k.tone(tone).solid, radius=2.5)

    def _paint_proofs(self, painter: QPainter, line: QRectF, k: Tokens) -> float:
        """The pieces, or that there is none; gives back the room this takes."""
        proofs = self.covered.proofs
        if proofs and line.width() < _WIDE - _ICON:
            return 0
        ink = k.text2 if proofs else k.tone("minor").fg
        taken = words(painter, line, proofs_words(proofs), "caption", ink, RIGHT, tabular=True)
        if not proofs:
            _icon(painter, line.adjusted(line.width() - taken - _ICON - 4, 0, 0, 0), "documents", ink)
            taken += _ICON + 4
        return taken


def _icon(painter: QPainter, line: QRectF, name: str, ink: str) -> None:
    paint_icon(painter, QRectF(line.left(), line.center().y() - _ICON / 2, _ICON, _ICON), name, ink, 2.2)

"""Rows of a list that paint themselves: findings, deadlines, entries of the journal."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from dossier.ui import theme
from dossier.ui.tokens import S2, Tokens
from dossier.ui.widgets.buttons import PaintedButton
from dossier.ui.widgets.painting import focus_ring, painter_for, rounded

Draw = Callable[[QPainter, QRectF, Tokens], None]


class PaintedRow(PaintedButton):
    """A row to click or to reach with Tab; `draw` paints the inside, `spoken` says it and is its tool tip."""

    def __init__(self, height: int, draw: Draw, spoken: str, *, inset: int = S2) -> None:
        super().__init__(spoken, height)
        self._draw, self._inset = draw, inset
        self.setToolTip(spoken)  # the words of a painted row may be cut
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = painter_for(self), QRectF(self.rect())
        if self.underMouse():
            rounded(painter, rect, theme.tokens().hover)
        self._draw(painter, rect.adjusted(self._inset, 0, -self._inset, 0), theme.tokens())
        if self.hasFocus():
            focus_ring(painter, rect)

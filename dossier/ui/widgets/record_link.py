"""A link to another record: its icon and its name, one click or Enter away."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from dossier.ui import theme
from dossier.ui.icons import paint_icon
from dossier.ui.tokens import CONTROL_COMPACT
from dossier.ui.widgets.buttons import PaintedButton
from dossier.ui.widgets.painting import focus_ring, painter_for, rounded, words

_ROOM = 44  # for the icon and the edges


class RecordLink(PaintedButton):
    """Gives way when there is little room; its tool tip says it whole."""

    def __init__(self, text: str, icon: str) -> None:
        super().__init__(text, CONTROL_COMPACT)
        self._icon = icon
        self.show_words(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_words(self, text: str) -> None:
        """The name of another record of the same kind."""
        self.words = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.metrics("body").horizontalAdvance(self.words) + _ROOM, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(120, self.sizeHint().width()), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        rounded(painter, rect, k.hover if self.underMouse() else k.surface, k.line)
        paint_icon(painter, QRectF(9, (rect.height() - 16) / 2, 16, 16), self._icon, k.accent)
        words(painter, rect.adjusted(32, 0, -6, 0), self.words, "body", k.accent)
        if self.hasFocus():
            focus_ring(painter, rect)

"""A thin bar with its number: the coverage of a sheet, the progress of a step."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from dossier.ui import theme
from dossier.ui.tokens import ToneName
from dossier.ui.widgets.painting import RIGHT, painter_for, rounded, words


class Meter(QWidget):
    """`share` from 0 to 1, with words that say it; never a length alone."""

    def __init__(self, share: float, said: str, tone: ToneName, *, room: int = 0) -> None:
        super().__init__()
        self._room = room
        self.setFixedHeight(16)
        self.setMinimumWidth(60)
        self.show_share(share, said, tone)

    def show_share(self, share: float, said: str, tone: ToneName) -> None:
        self._share, self._said, self._tone = min(1.0, max(0.0, share)), said, tone
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k = painter_for(self), theme.tokens()
        needed = theme.metrics("caption", tabular=True).horizontalAdvance(self._said or "100 %") + 8
        room = max(self._room, needed) if self._said else 0
        bar = QRectF(0, 5, self.width() - room, 6)
        rounded(painter, bar, k.line, radius=3)
        if self._share:
            filled = QRectF(0, 5, max(6.0, bar.width() * self._share), 6)
            rounded(painter, filled, k.tone(self._tone).solid, radius=3)
        words(painter, QRectF(bar.right(), 0, room, 16), self._said, "caption", k.text2, RIGHT, tabular=True)

"""A bar of the overview: words, how many, a length; pressed, it leads to the records that it counts."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from dossier.i18n import _
from dossier.ui.icons import paint_icon
from dossier.ui.tokens import S2, Tokens, ToneName
from dossier.ui.widgets.painting import RIGHT, rounded, words
from dossier.ui.widgets.rows import PaintedRow

HEIGHT = 32
_BAR, _ICON = 6.0, 14


class BarButton(PaintedRow):
    """Its number stands at its end, so that the length only repeats it."""

    def __init__(self) -> None:
        super().__init__(HEIGHT, self._draw_bar, "")
        self.number = self.total = 0
        self._words = ""
        self._tone: ToneName = "info"

    def show_bar(self, told: str, number: int, total: int, tone: ToneName) -> None:
        """So many of a total; a tone other than `info` also has its icon."""
        self.number, self.total, self._words, self._tone = number, total, told, tone
        spoken = _("{words}: {n} of {total}", words=told, n=number, total=total)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def _draw_bar(self, painter: QPainter, rect: QRectF, k: Tokens) -> None:
        line, left = QRectF(rect.left(), rect.top() + 1, rect.width(), 19), 0
        count = f"{self.number} / {self.total}"
        taken = words(painter, line, count, "strong", k.text, RIGHT, tabular=True)
        if self._tone != "info":
            icon = QRectF(line.left(), line.center().y() - _ICON / 2, _ICON, _ICON)
            paint_icon(painter, icon, self._tone, k.tone(self._tone).fg, 2.1)
            left = _ICON + 6
        words(painter, line.adjusted(left, 0, -taken - S2, 0), self._words, "body", k.text)
        track = QRectF(rect.left(), rect.top() + 22, rect.width(), _BAR)
        rounded(painter, track, k.line, radius=_BAR / 2)
        if self.number:
            wide = max(_BAR, track.width() * self.number / max(1, self.total))
            rounded(painter, QRectF(track.left(), track.top(), wide, _BAR), k.tone(self._tone).solid, radius=_BAR / 2)

"""A score among its bands: equal parts on one line, a mark inside the part that was reached, words below each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dossier.ui import theme
from dossier.ui.tokens import Tokens, ToneName
from dossier.ui.widgets.painting import painter_for, rounded, words

_HEIGHT, _TOP, _THICK, _MARK = 62, 15, 10, 7


@dataclass(frozen=True)
class Band:
    """A part of the line: its words, its limits in words, its tone."""

    name: str
    span: str
    tone: ToneName


class Gauge(QWidget):
    """`reached` is the band that the score is in, `share` how far inside it, from 0 to 1; -1 where there is none."""

    def __init__(self, bands: Sequence[Band]) -> None:
        super().__init__()
        self._bands = bands
        self._reached, self._share = -1, 0.0
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(200)

    def show_score(self, reached: int, share: float, said: str) -> None:
        self._reached, self._share = reached, min(1.0, max(0.0, share))
        self.setAccessibleName(said)
        self.setToolTip("\n".join(f"{band.name} : {band.span}" for band in self._bands))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, wide = painter_for(self), theme.tokens(), self.width() / len(self._bands)
        for i, band in enumerate(self._bands):
            self._paint_band(painter, QRectF(i * wide + 1, _TOP, wide - 2, _THICK), band, i == self._reached, k)
        if self._reached >= 0:
            self._paint_mark(painter, (self._reached + self._share) * wide, k)

    def _paint_band(self, painter: QPainter, rect: QRectF, band: Band, inside: bool, k: Tokens) -> None:
        tone = k.tone(band.tone)
        rounded(painter, rect, tone.solid if inside else tone.tint, None if inside else tone.solid, 3)
        name = QRectF(rect.left(), _TOP + 14, rect.width() - 2, 17)
        words(painter, name, band.name, "caption_strong" if inside else "caption", tone.fg if inside else k.text2)
        words(painter, name.translated(0, 15), band.span, "caption", k.text3, tabular=True)

    def _paint_mark(self, painter: QPainter, at: float, k: Tokens) -> None:
        at = min(max(at, _MARK), self.width() - _MARK)
        path = QPainterPath(QPointF(at, _TOP - 2))
        path.lineTo(at - _MARK, _TOP - 13)
        path.lineTo(at + _MARK, _TOP - 13)
        path.closeSubpath()
        painter.fillPath(path, QColor(k.text))
        painter.setPen(QPen(QColor(k.text), 2))
        painter.drawLine(QPointF(at, _TOP - 4), QPointF(at, _TOP + _THICK))

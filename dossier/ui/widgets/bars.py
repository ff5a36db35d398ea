"""Horizontal bars: words, a length on its track, and the numbers that say the same; a mark to compare with."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from dossier.ui import theme
from dossier.ui.tokens import S2, S3, Role
from dossier.ui.widgets.painting import LEFT, RIGHT, painter_for, rounded, words

_BAR, _MARK = 8.0, 2.0  # pixels: height of a bar, width of the mark
_ONE_LINE, _TWO_LINES = 28, 44
_LEFT_OF_THE_BAR = 190  # words that are wider stand above the bar


@dataclass(frozen=True)
class BarRow:
    """One bar: its words, how many, which share from 0 to 1 and in words; the share of what it is compared with."""

    label: str
    count: str
    share: float
    share_words: str
    mark: float | None = None
    mark_words: str = ""

    @property
    def spoken(self) -> str:
        said = f"{self.label}: {self.count} ({self.share_words})"
        return f"{said}, {self.mark_words}" if self.mark_words else said


class Bars(QWidget):
    """A chart that is only read; its accessible name holds every value, a tool tip those of one row."""

    def __init__(self, title: str, rows: Sequence[BarRow]) -> None:
        super().__init__()
        self.rows = tuple(rows)
        self.setAccessibleName(f"{title}. " + "; ".join(row.spoken for row in self.rows))
        widest = max((theme.metrics("body").horizontalAdvance(row.label) for row in self.rows), default=0)
        self._beside = widest + S3 if widest <= _LEFT_OF_THE_BAR else 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._tall * len(self.rows))

    @property
    def _tall(self) -> int:
        return _ONE_LINE if self._beside else _TWO_LINES

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = event.pos().y() // self._tall
            QToolTip.showText(event.globalPos(), self.rows[place].spoken if place < len(self.rows) else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, widths = painter_for(self), self._widths()
        for place, row in enumerate(self.rows):
            line = QRectF(0, place * self._tall, self.width(), self._tall)
            if line.toAlignedRect().intersects(event.rect()):
                self._paint(painter, line, row, widths)

    def _widths(self) -> tuple[float, float, float]:
        """The room of the counts, the shares and the marks' words, wide enough for each of them."""
        tabular = theme.metrics("body", tabular=True).horizontalAdvance
        caption = theme.metrics("caption", tabular=True).horizontalAdvance
        marks = max((caption(row.mark_words) for row in self.rows), default=0)
        return (
            max((tabular(row.count) for row in self.rows), default=0) + S3,
            max((tabular(row.share_words) for row in self.rows), default=0) + S2,
            marks + S3 if marks else 0,
        )

    def _paint(self, painter: QPainter, line: QRectF, row: BarRow, widths: tuple[float, float, float]) -> None:
        k, low = theme.tokens(), line
        if self._beside:
            words(painter, QRectF(line.left(), line.top(), self._beside, line.height()), row.label, "body", k.text)
        else:
            words(painter, line.adjusted(0, 3, 0, -line.height() + 22), row.label, "body", k.text, LEFT)
            low = line.adjusted(0, 20, 0, -2)
        right = low.right()
        told: tuple[tuple[str, float, Role, str], ...] = (
            (row.mark_words, widths[2], "caption", k.text2),
            (row.share_words, widths[1], "body", k.text2),
            (row.count, widths[0], "strong", k.text),
        )
        for text, wide, role, ink in told:
            words(painter, QRectF(right - wide, low.top(), wide, low.height()), text, role, ink, RIGHT, tabular=True)
            right -= wide
        self._paint_bar(painter, QRectF(self._beside, low.center().y() - _BAR / 2, right - self._beside, _BAR), row)

    def _paint_bar(self, painter: QPainter, track: QRectF, row: BarRow) -> None:
        k, radius = theme.tokens(), _BAR / 2
        rounded(painter, track, k.line, radius=radius)
        if row.share > 0:
            wide = max(_BAR, track.width() * min(row.share, 1.0))
            rounded(painter, QRectF(track.left(), track.top(), wide, _BAR), k.tone("info").solid, radius=radius)
        if row.mark is not None:
            at = track.left() + (track.width() - _MARK) * min(max(row.mark, 0.0), 1.0)
            rounded(painter, QRectF(at - 1, track.top() - 4, _MARK + 2, _BAR + 8), k.surface, radius=1)
            rounded(painter, QRectF(at, track.top() - 4, _MARK, _BAR + 8), k.text, radius=1)

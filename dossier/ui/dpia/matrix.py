"""The risks of an assessment on a matrix of severity by likelihood: rings before the measures, discs after them."""

from collections.abc import Mapping, Sequence
from math import atan2, cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from dossier.i18n import _
from dossier.law.dpia_risk import is_high, marks_of, number_of
from dossier.law.dpia_words import risks_words
from dossier.model.dpia import DpiaRisk
from dossier.model.vocabulary import Level
from dossier.ui import theme
from dossier.ui.desk import Desk
from dossier.ui.tokens import S2, Tokens
from dossier.ui.widgets.painting import CENTER, LEFT, painter_for, rounded, words

_ROW, _AXIS, _HEAD, _MARK, _STEP = 54, 44, 22, 24, 27
Place = tuple[Level, Level]
"""Severity and likelihood."""
Spot = tuple[str, bool]
"""A mark, and whether it is that after the measures."""


class RiskMatrix(QWidget):
    """Read without colour: letters, a ring or a disc, an arrow between them, "high risk" written in its cells."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._moves: list[tuple[str, Place | None, Place | None]] = []
        self.setFixedHeight(_HEAD + 4 * _ROW + _AXIS)
        self.setMinimumWidth(300)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(520, self.height())

    def show_risks(self, risks: Sequence[DpiaRisk]) -> None:
        """Place each risk before and after the measures; what is not estimated has no place."""
        marks = marks_of(risks)
        befores = [_place(one.severity, one.likelihood) for one in risks]
        afters = [_place(one.residual_severity, one.residual_likelihood) for one in risks]
        self._moves = list(zip(marks.values(), befores, afters, strict=True))
        told = risks_words([(marks[one.id], one) for one in risks], self._desk.say)
        self.setAccessibleName(_("Matrix of the risks, severity by likelihood"))
        self.setAccessibleDescription(told)
        self.setToolTip(told)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k = painter_for(self), theme.tokens()
        self._paint_cells(painter, k)
        spots = self._spots()
        for mark, before, after in self._moves:
            if before and after and before != after:
                _paint_arrow(painter, spots[mark, False], spots[mark, True], k)
        for (mark, is_after), at in spots.items():
            _paint_mark(painter, at, mark, is_after, k)

    def _paint_cells(self, painter: QPainter, k: Tokens) -> None:
        words(painter, QRectF(0, 0, self.width(), _HEAD), _("Severity"), "caption_strong", k.text2, LEFT)
        for level in Level:
            row, label = self._cell(level, Level.NEGLIGIBLE), f"{number_of(level)} {_(level.label)}"
            words(painter, QRectF(0, row.top(), row.left() - S2, row.height()), label, "caption", k.text2, LEFT)
            below = self._cell(Level.NEGLIGIBLE, level)
            under = QRectF(below.left(), below.bottom() + 2, below.width(), 18)
            words(painter, under, label, "caption", k.text2, CENTER)
            for likelihood in Level:
                self._paint_cell(painter, level, likelihood, k)
        bottom = QRectF(self._left(), self.height() - 20, self.width() - self._left(), 18)
        words(painter, bottom, _("Likelihood"), "caption_strong", k.text2, CENTER)

    def _paint_cell(self, painter: QPainter, severity: Level, likelihood: Level, k: Tokens) -> None:
        cell = self._cell(severity, likelihood).adjusted(1, 1, -1, -1)
        if not is_high(severity, likelihood):
            rounded(painter, cell, k.sunken, k.line, 3)
            return
        tone = k.tone("major")
        rounded(painter, cell, tone.tint, tone.solid, 3)
        words(painter, cell.adjusted(6, 3, -4, 18 - cell.height()), _("high risk"), "caption", tone.fg, LEFT)

    def _spots(self) -> Mapping[Spot, QPointF]:
        """The middle of each mark; several in a cell stand beside each other."""
        held: dict[Place, list[Spot]] = {}
        for mark, before, after in self._moves:
            for place, is_after in ((before, False), (after, True)):
                if place:
                    held.setdefault(place, []).append((mark, is_after))
        return {spot: at for place, spots in held.items() for spot, at in self._in_cell(place, spots)}

    def _in_cell(self, place: Place, spots: Sequence[Spot]) -> list[tuple[Spot, QPointF]]:
        """Rings on the left, discs on the right: most arrows come from there."""
        cell, spots = self._cell(*place), sorted(spots, key=lambda spot: spot[1])
        step = min(_STEP, (cell.width() - _MARK) / max(1, len(spots) - 1)) if len(spots) > 1 else 0
        left = cell.center().x() - step * (len(spots) - 1) / 2
        return [(spot, QPointF(left + step * i, cell.center().y() + 5)) for i, spot in enumerate(spots)]

    def _cell(self, severity: Level, likelihood: Level) -> QRectF:
        wide = (self.width() - self._left()) / 4
        x, y = self._left() + (number_of(likelihood) - 1) * wide, _HEAD + (4 - number_of(severity)) * _ROW
        return QRectF(x, y, wide, _ROW)

    def _left(self) -> float:
        metrics = theme.metrics("caption")
        return max(metrics.horizontalAdvance(f"4 {_(level.label)}") for level in Level) + 2 * S2


def _place(severity: Level | None, likelihood: Level | None) -> Place | None:
    return (severity, likelihood) if severity and likelihood else None


def _paint_mark(painter: QPainter, at: QPointF, mark: str, is_after: bool, k: Tokens) -> None:
    rect = QRectF(at.x() - _MARK / 2, at.y() - _MARK / 2, _MARK, _MARK)
    rounded(painter, rect, k.text if is_after else k.surface, k.text, _MARK / 2, 2)
    words(painter, rect, mark, "caption_strong", k.surface if is_after else k.text, CENTER)


def _paint_arrow(painter: QPainter, start: QPointF, end: QPointF, k: Tokens) -> None:
    """From the edge of a ring to the edge of a disc."""
    angle = atan2(end.y() - start.y(), end.x() - start.x())
    if hypot(end.x() - start.x(), end.y() - start.y()) < _MARK + 8:
        return
    reach = QPointF(cos(angle), sin(angle)) * (_MARK / 2 + 2)
    tail, tip = start + reach, end - reach
    painter.setPen(QPen(QColor(k.text2), 2))
    painter.drawLine(tail, tip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(k.text2))
    wings = [tip - QPointF(cos(angle + turn), sin(angle + turn)) * 9 for turn in (pi / 7, -pi / 7)]
    painter.drawPolygon(QPolygonF([tip, *wings]))

"""The steps of a procedure: where it stands, when each was reached. They inform and never lock."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dossier.ui import theme
from dossier.ui.icons import paint_icon
from dossier.ui.tokens import Tokens
from dossier.ui.widgets.painting import CENTER, painter_for, rounded, words

_HEIGHT, _RADIUS = 60, 11

StepState = Literal["done", "now", "late", "todo"]


@dataclass(frozen=True)
class Step:
    """One step: its words, its date or what is expected, and how far it is."""

    name: str
    detail: str
    state: StepState


class StepBar(QWidget):
    """Done is a tick, now is filled, late has a mark of exclamation, what is to be done is empty."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: Sequence[Step] = ()
        self.setFixedHeight(_HEIGHT)

    def show_steps(self, steps: Sequence[Step]) -> None:
        self.steps = steps
        said = "\n".join(" : ".join(filter(None, (step.name, step.detail))) for step in steps)
        self.setAccessibleName(said.replace("\n", ", "))
        self.setToolTip(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k = painter_for(self), theme.tokens()
        wide = self.width() / max(1, len(self.steps))
        for i, step in enumerate(self.steps):
            middle = QPointF(i * wide + _RADIUS, 12)
            if i < len(self.steps) - 1:
                reached = step.state == "done" and self.steps[i + 1].state != "todo"
                painter.setPen(QPen(QColor(k.tone("ok").solid if reached else k.line), 2))
                painter.drawLine(QPointF(middle.x() + 17, 12), QPointF(middle.x() + wide - 17, 12))
            self._paint_mark(painter, middle, i + 1, step, k)
            self._paint_words(painter, QRectF(i * wide, 26, wide - 8, 17), step, k)

    def _paint_mark(self, painter: QPainter, middle: QPointF, number: int, step: Step, k: Tokens) -> None:
        circle = QRectF(middle.x() - _RADIUS, middle.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        if step.state == "done":
            rounded(painter, circle, k.tone("ok").tint, k.tone("ok").solid, _RADIUS, 1.5)
            paint_icon(painter, circle.adjusted(4.5, 4.5, -4.5, -4.5), "tick", k.tone("ok").fg, 3)
        elif step.state == "now":
            rounded(painter, circle, k.accent_fill, None, _RADIUS)
            words(painter, circle, str(number), "caption_strong", k.on_accent, CENTER)
        elif step.state == "late":
            rounded(painter, circle, k.tone("blocking").tint, k.tone("blocking").solid, _RADIUS, 2)
            words(painter, circle, "!", "caption_strong", k.tone("blocking").fg, CENTER)
        else:
            rounded(painter, circle, k.surface, k.border, _RADIUS, 1.2)
            words(painter, circle, str(number), "caption", k.text3, CENTER)

    def _paint_words(self, painter: QPainter, rect: QRectF, step: Step, k: Tokens) -> None:
        late, strong = step.state == "late", step.state in ("now", "late")
        ink = k.tone("blocking").fg if late else k.text2 if step.state == "todo" else k.text
        words(painter, rect, step.name, "caption_strong" if strong else "caption", ink)
        below = k.tone("blocking").fg if late else k.text3
        words(painter, rect.translated(0, 16), step.detail, "caption", below, tabular=True)

"""A bar whose parts are as long as they are many; below it each with its icon, its count and its word."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dossier.ui import theme
from dossier.ui.icons import paint_icon
from dossier.ui.tokens import ToneName
from dossier.ui.widgets.painting import painter_for, rounded, words

_BAR, _BELOW, _ICON, _GAP, _LEAST = 9, 22, 16, 3, 12
_APART = 24  # pixels between two words of the legend, where there is room


class Part(NamedTuple):
    """One part: its tone, which also names its icon, how many, and the word for them."""

    tone: ToneName
    number: int
    word: str


class SeverityBar(QWidget):
    """As high from the start as when it is filled: nothing moves when it is."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[Part] = []
        self.setFixedHeight(_BAR + 8 + _BELOW)

    def show_parts(self, parts: Sequence[Part]) -> None:
        self._parts = [part for part in parts if part.number]
        self.setAccessibleName(", ".join(f"{part.number} {part.word}" for part in self._parts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        if not self._parts:
            rounded(painter, QRectF(0, 0, self.width(), _BAR), theme.tokens().line, radius=3)
            return
        self._paint_bar(painter)
        self._paint_words(painter)

    def _paint_bar(self, painter: QPainter) -> None:
        k, total = theme.tokens(), sum(part.number for part in self._parts)
        room = self.width() - (len(self._parts) - 1) * _GAP - len(self._parts) * _LEAST
        left = 0.0
        for part in self._parts:
            wide = _LEAST + room * part.number / total
            rounded(painter, QRectF(left, 0, wide, _BAR), k.tone(part.tone).solid, radius=3)
            left += wide + _GAP

    def _paint_words(self, painter: QPainter) -> None:
        k, top, left = theme.tokens(), _BAR + 8.0, 0.0
        numbers, names = theme.metrics("strong", tabular=True), theme.metrics("caption")
        told = [numbers.horizontalAdvance(f"{one.number}") + names.horizontalAdvance(one.word) for one in self._parts]
        rest = self.width() - sum(told) - len(told) * (_ICON + 12)
        apart = min(_APART, rest // max(1, len(told) - 1))
        for part in self._parts:
            number = f"{part.number}"
            paint_icon(painter, QRectF(left, top + 3, _ICON, _ICON), part.tone, k.tone(part.tone).fg, 2.0)
            at, wide = left + _ICON + 6, numbers.horizontalAdvance(number)
            words(painter, QRectF(at, top, wide + 2, _BELOW), number, "strong", k.text, tabular=True)
            at += wide + 6
            words(painter, QRectF(at, top, self.width() - at, _BELOW), part.word, "caption", k.text2)
            left = at + names.horizontalAdvance(part.word) + apart

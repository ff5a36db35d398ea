"""The 72 hours: words first, then a bar with the marks where the program reminds, then the exact deadline."""

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dossier.i18n import Language
from dossier.law.breach_clock import Clock
from dossier.law.data import law_data
from dossier.ui import theme
from dossier.ui.tokens import S1, S2, Ink, ToneName
from dossier.ui.widgets.clock_words import amount_words, due_words, left_words, regulation_words, rest_words, tone_of
from dossier.ui.widgets.labels import IconLabel, Label
from dossier.ui.widgets.painting import painter_for, rounded

_BAR, _STEP = 8, 9  # the height of the bar, and the distance of two strokes of its hatching


class ClockBar(QWidget):
    """The share of the period that has passed; hatched once all of it has."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_BAR)
        self._share = 0.0
        self._tone: Ink = "accent"
        self._marks: tuple[float, ...] = ()

    def show_clock(self, clock: Clock, now: datetime) -> None:
        data = law_data("breach_delays")
        total = data["notification"]["hours"]
        self._marks = tuple(1 - hours / total for hours in data["reminders"]["hours_before"] if hours)
        self._share = 1 - clock.left(now).total_seconds() / 3600 / total
        self._tone = tone_of(clock, now)
        self.setVisible(clock.is_running)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, bar = painter_for(self), theme.tokens(), QRectF(self.rect())
        calm = self._tone == "accent"
        solid = k.accent if calm else k.tone(_tone(self._tone)).solid
        rounded(painter, bar, k.line, radius=_BAR / 2)
        if self._share >= 1:
            rounded(painter, bar, solid, radius=_BAR / 2)
            self._hatch(painter, bar, k.surface)
            return
        rounded(painter, QRectF(0, 0, max(_BAR, bar.width() * self._share), _BAR), solid, radius=_BAR / 2)
        painter.setPen(QPen(QColor(k.surface), 2))
        for mark in self._marks:
            painter.drawLine(QPointF(bar.width() * mark, 0), QPointF(bar.width() * mark, _BAR))

    def _hatch(self, painter: QPainter, bar: QRectF, color: str) -> None:
        clip = QPainterPath()
        clip.addRoundedRect(bar, _BAR / 2, _BAR / 2)
        painter.setClipPath(clip)
        painter.setPen(QPen(QColor(color), 1.5))
        for left in range(-_STEP, int(bar.width()), _STEP):
            painter.drawLine(QPointF(left, _BAR + 1), QPointF(left + _STEP, -1))


class ClockFace(QWidget):
    """A clock in words and as a bar; its name for screen readers says all of it."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("clock", "text2", 24)
        self._amount, self._rest = Label("", "display", tabular=True), Label("", "strong", "text2", wrap=True)
        self._below = theme.metrics("display").descent() - theme.metrics("strong").descent()  # one line of writing
        self._bar = ClockBar()
        self._due = Label("", "caption", "text2", wrap=True, tabular=True)
        first = QHBoxLayout()
        first.setSpacing(S2)
        first.addWidget(self._icon)
        first.addWidget(self._amount)
        first.addWidget(self._rest, 1, Qt.AlignmentFlag.AlignBottom)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S1)
        box.addLayout(first)
        box.addWidget(self._bar)
        box.addWidget(self._due)

    def show_clock(self, clock: Clock, now: datetime, say: Language) -> None:
        tone = tone_of(clock, now)
        calm = tone == "accent"
        self._icon.setVisible(not calm)
        self._icon.show_icon(_icon(tone), tone)
        self._amount.setText(amount_words(clock, now, say))
        self._amount.setVisible(clock.is_running)
        self._amount.set_ink("text" if calm else tone)
        self._rest.setText(rest_words(clock, now, say))
        self._rest.setContentsMargins(0, 0, 0, self._below if clock.is_running else 0)
        self._rest.set_ink("text2" if calm else tone)
        self._bar.show_clock(clock, now)
        due = due_words(clock, now, say)
        self._due.setText(due)
        self._due.setVisible(bool(due))
        self._due.setToolTip(regulation_words(clock, say))
        self.setAccessibleName(". ".join(filter(None, (left_words(clock, now, say), due))))
        self.setAccessibleDescription(regulation_words(clock, say))


def _icon(tone: Ink) -> str:
    return "clock" if tone in ("minor", "major", "accent") else tone


def _tone(ink: Ink) -> ToneName:
    return "blocking" if ink == "blocking" else "major" if ink == "major" else "minor"

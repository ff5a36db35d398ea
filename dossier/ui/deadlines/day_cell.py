"""A day of the month view: its number, the first things due, how many more."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from dossier.i18n import Language, _, _n
from dossier.law.due import Due
from dossier.law.request_words import weekday_text
from dossier.ui import theme
from dossier.ui.deadlines.telling import tone_of
from dossier.ui.icons import paint_icon
from dossier.ui.tokens import Role, Tokens, ToneName
from dossier.ui.widgets.buttons import PaintedButton
from dossier.ui.widgets.painting import CENTER, RIGHT, focus_ring, painter_for, rounded, words

_LEAST, _HEAD, _LINE, _ICON = 44, 24, 18, 12
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (-7, 0),
    Qt.Key.Key_Down: (7, 0),
    Qt.Key.Key_PageUp: (0, -1),
    Qt.Key.Key_PageDown: (0, 1),
}


class DayCell(PaintedButton):
    """Pressed, it shows what is due that day; arrows step by days and weeks, PageUp and PageDown by months."""

    stepped = Signal(int, int)
    """How many days, and how many months."""

    def __init__(self) -> None:
        super().__init__("", _LEAST)
        self.setMinimumHeight(_LEAST)
        self.setMaximumHeight(10 * _LEAST)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.day = date.min
        self._tones: tuple[ToneName, ...] = ()
        self._words: tuple[tuple[str, str], ...] = ()
        self._is_outside = self._is_today = False

    def show_day(self, day: date, due: Sequence[Due], month: int, now: datetime, say: Language) -> None:
        """Show a day with what is due; one of another month is paler."""
        self.day = day
        self._is_outside, self._is_today = day.month != month, day == now.date()
        self._tones = tuple(tone_of(one, now) or "info" for one in due)
        self._words = tuple((one.record.reference, say(one.matter.short)) for one in due)
        sentences = tuple(one.sentence(say) for one in due)
        n = _n("{n} deadline", "{n} deadlines", len(due)) if due else _("nothing due")
        today = _("today") if self._is_today else ""
        spoken = ", ".join(filter(None, (weekday_text(day, say), today, n, *sentences)))
        self.setAccessibleName(spoken)
        self.setToolTip("\n".join(sentences))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(90, _LEAST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(*step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        ground = k.selected if self.isChecked() else k.hover if self.underMouse() else None
        rounded(painter, rect, ground or (k.canvas if self._is_outside else k.surface), k.line, 4)
        self._paint_number(painter, QRectF(rect.left() + 6, rect.top() + 2, rect.width() - 12, _HEAD - 4), k)
        self._paint_lines(painter, rect.adjusted(5, _HEAD, -5, -3), k)
        if self.hasFocus():
            focus_ring(painter, rect, 4)

    def _paint_number(self, painter: QPainter, line: QRectF, k: Tokens) -> None:
        """Today stands in a frame, and is said in words where there is room."""
        ink, number = k.text3 if self._is_outside else k.text, str(self.day.day)
        role: Role = "strong" if self._words or self._is_today else "caption"
        wide = theme.metrics(role, tabular=True).horizontalAdvance(number)
        if self._is_today:
            rounded(painter, QRectF(line.left() - 4, line.top() + 1, wide + 8, line.height() - 2), None, k.accent, 4)
            if theme.metrics("caption_strong").horizontalAdvance(_("today")) + wide + 10 < line.width():
                words(painter, line, _("today"), "caption_strong", k.accent, RIGHT)
        words(painter, line, number, role, ink, tabular=True)

    def _paint_lines(self, painter: QPainter, room: QRectF, k: Tokens) -> None:
        """As many as there is room for; the last line counts the rest. A cell that is low tells how many alone."""
        fit = int(room.height() // _LINE)
        shown = len(self._words) if len(self._words) <= fit else max(0, fit - 1)
        for place in range(shown):
            line = QRectF(room.left(), room.top() + place * _LINE, room.width(), _LINE - 2)
            tone = self._tones[place]
            rounded(painter, line, k.tone(tone).tint, radius=3)
            icon = QRectF(line.left() + 2, line.center().y() - _ICON / 2, _ICON, _ICON)
            paint_icon(painter, icon, "clock" if tone in ("minor", "info") else tone, k.tone(tone).fg, 2.2)
            text = line.adjusted(_ICON + 6, 0, -2, 0)
            told = fitting(self._words[place], text.width())
            words(painter, text, told, "caption", k.tone(tone).fg, cut=Qt.TextElideMode.ElideLeft)
        rest = len(self._words) - shown
        if rest:
            line = QRectF(room.left(), room.top() + shown * _LINE, room.width(), _LINE - 2)
            words(painter, line, f"+{rest}" if shown else str(rest), "caption_strong", k.text2, CENTER)


def fitting(told: tuple[str, str], room: float) -> str:
    """Reference and matter, or the reference alone, whose end tells it from the others of its year."""
    reference, matter = told
    whole = f"{reference} {matter}".strip()
    return whole if not reference or theme.metrics("caption").horizontalAdvance(whole) <= room else reference

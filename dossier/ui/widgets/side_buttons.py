"""The buttons of the sidebar: the dossier, two actions, the destinations. Each can be small: its icon alone."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from dossier.ui import theme
from dossier.ui.icons import paint_icon
from dossier.ui.tokens import ICON, RADIUS_CARD, RADIUS_CHIP, Role, ToneName
from dossier.ui.widgets.buttons import PaintedButton
from dossier.ui.widgets.painting import CENTER, LEFT, RIGHT, focus_ring, painter_for, rounded, words

_ALERT = 14
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Count(NamedTuple):
    """What stands at the end of a destination: a quiet number, or a state with its tone."""

    words: str = ""
    tone: ToneName | None = None


class SideButton(PaintedButton):
    """A button as wide as the sidebar."""

    def __init__(self, text: str, height: int) -> None:
        super().__init__(text, height)
        self.small = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_small(self, small: bool) -> None:
        self.small = small
        self.setToolTip(self.tip() if small else "")
        self.update()

    def tip(self) -> str:
        return self.accessibleName()

    def sizeHint(self) -> QSize:
        return QSize(40, self.height())

    def icon_rect(self, left: float) -> QRectF:
        """Where the icon stands: at `left`, or in the middle when there is nothing else."""
        if self.small:
            left = (self.width() - ICON) / 2
        return QRectF(left, (self.height() - ICON) / 2, ICON, ICON)


class NavButton(SideButton):
    """One destination: icon, words, count. The chosen one has a sheet, a bar and stronger words."""

    stepped = Signal(int)

    def __init__(self, key: str, text: str, icon: str) -> None:
        super().__init__(text, 32)
        self.key, self._icon, self._count, self._alert, self._shown = key, icon, Count(), "", ""
        self.setCheckable(True)

    def show_count(self, count: Count) -> None:
        self._count = count
        self._say()

    def show_alert(self, words: str) -> None:
        """Something is blocking there: an octagon before the count, the words in the name."""
        self._alert = words
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(", ".join(filter(None, (self.words, self._count.words, self._alert))))
        self.set_small(self.small)

    def set_small(self, small: bool) -> None:
        self.setFixedHeight(30 if small else 32)
        super().set_small(small)
        self._say_what_is_cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_what_is_cut()

    def _say_what_is_cut(self) -> None:
        """Where the name has too little room, the first word of the count alone; a tool tip there, and only there."""
        self._shown = self._count.words
        cut = self._is_cut()
        if cut:
            self._shown = self._shown.partition(" ")[0]
        self.setToolTip(self.tip() if self.small or cut or self._alert else "")

    def _is_cut(self) -> bool:
        room = self.width() - 38 - 14 - self._count_width() - self._alert_width()
        return theme.metrics("strong").horizontalAdvance(self.words) > room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect, on = painter_for(self), theme.tokens(), QRectF(self.rect()), self.isChecked()
        if on or self.underMouse():
            rounded(painter, rect, k.surface if on else k.hover, k.line if on else None)
        if on:
            rounded(painter, QRectF(0, rect.center().y() - 8, 3, 16), k.accent, radius=1.5)
        paint_icon(painter, self.icon_rect(11), self._icon, k.accent if on else k.text2)
        if self.small:
            self._paint_dot(painter)
        else:
            room = self._paint_count(painter)
            room += self._paint_alert(painter, rect.width() - room - 14)
            rest = QRectF(38, 0, rect.width() - 38 - room - 14, rect.height())
            words(painter, rest, self.words, "strong" if on else "body", k.text if on else k.text2)
        if self.hasFocus():
            focus_ring(painter, rect)

    def _paint_dot(self, painter: QPainter) -> None:
        k = theme.tokens()
        tone: ToneName | None = "blocking" if self._alert else self._count.tone
        if tone:
            rounded(painter, QRectF(self.width() - 15, 5, 9, 9), k.tone(tone).solid, k.sidebar, 4.5, 1.5)

    def _paint_alert(self, painter: QPainter, right: float) -> float:
        if not self._alert_width():
            return 0
        box = QRectF(right - _ALERT, (self.height() - _ALERT) / 2, _ALERT, _ALERT)
        paint_icon(painter, box, "blocking", theme.tokens().tone("blocking").fg, 2.2)
        return self._alert_width()

    def _alert_width(self) -> int:
        """None beside a count that says the same in its tone: the name keeps its room."""
        return _ALERT + 6 if self._alert and self._count.tone != "blocking" else 0

    def _paint_count(self, painter: QPainter) -> float:
        text, tone = self._shown, self._count.tone
        if not text:
            return 0
        k, wide = theme.tokens(), self._count_width()
        role: Role = "caption_strong" if tone else "caption"
        box = QRectF(self.width() - wide - 10, (self.height() - 20) / 2, wide, 20)
        if tone:
            rounded(painter, box, k.tone(tone).tint, radius=RADIUS_CHIP)
        ink = k.tone(tone).fg if tone else k.text3
        words(painter, box, text, role, ink, CENTER, tabular=True)
        return wide

    def _count_width(self) -> int:
        text, tone = self._shown, self._count.tone
        if not text:
            return 0
        role: Role = "caption_strong" if tone else "caption"
        return theme.metrics(role, tabular=True).horizontalAdvance(text) + (14 if tone else 2)


class Switcher(SideButton):
    """Which dossier is open; opens the list of the recent ones."""

    def __init__(self, name: str, second: str, spoken: str) -> None:
        super().__init__(name, 44)
        self.show_dossier(name, second, spoken)

    def show_dossier(self, name: str, second: str, spoken: str) -> None:
        self.words, self._second = name, second
        self.setAccessibleName(spoken)
        self.set_small(self.small)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        if self.underMouse():
            rounded(painter, rect, k.hover)
        badge = QRectF((rect.width() - 32) / 2 if self.small else 4, 6, 32, 32)
        rounded(painter, badge, k.accent_fill, radius=RADIUS_CARD)
        words(painter, badge, self.words[:1].upper(), "h3", k.on_accent, CENTER)
        if not self.small:
            room = rect.width() - 46 - 28
            words(painter, QRectF(46, 4, room, 19), self.words, "strong", k.text)
            words(painter, QRectF(46, 22, room, 17), self._second, "caption", k.text3)
            paint_icon(painter, QRectF(rect.right() - 22, 15, 14, 14), "chevron-down", k.text3, 2.2)
        if self.hasFocus():
            focus_ring(painter, rect)


class SideAction(SideButton):
    """Search and quick log: at the same place on every page. The `strong` one is drawn in accent."""

    def __init__(self, icon: str, text: str, keys: str, *, strong: bool = False) -> None:
        super().__init__(text, 34)
        self._icon, self._strong = icon, strong
        self._keys = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.set_small(False)

    def set_small(self, small: bool) -> None:
        super().set_small(small)
        self.setToolTip(self.tip())

    def tip(self) -> str:
        return f"{self.words} ({self._keys})"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        ground = k.hover if self.underMouse() else k.surface
        rounded(painter, rect, ground, k.accent if self._strong else k.border)
        paint_icon(painter, self.icon_rect(10), self._icon, k.accent if self._strong else k.text2)
        inside = rect.adjusted(37, 0, -10, 0)
        if self._strong and not self.small:
            words(painter, inside, self.words, "strong", k.accent, LEFT)
        elif not self.small:
            taken = words(painter, inside, self._keys, "caption", k.text3, RIGHT)
            words(painter, inside.adjusted(0, 0, -taken - 8, 0), self.words, "body", k.text3)
        if self.hasFocus():
            focus_ring(painter, rect)

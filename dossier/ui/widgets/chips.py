"""Chips: a tint, an icon and a word; and keys drawn as keys."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dossier.ui import theme
from dossier.ui.icons import paint_icon
from dossier.ui.tokens import CHIP, RADIUS_CHIP, ToneName
from dossier.ui.widgets.painting import CENTER, painter_for, rounded, words

_ICON = 15


def chip_width(text: str, icon: str = "") -> int:
    return theme.metrics("caption_strong").horizontalAdvance(text) + (_ICON + 6 if icon else 0) + 17


def paint_chip(painter: QPainter, at: QPointF, text: str, tone: ToneName, icon: str = "", room: float = 400) -> float:
    """A chip whose left edge and middle are `at`, no wider than `room`; gives back its width."""
    k = theme.tokens().tone(tone)
    wide = min(chip_width(text, icon), room)
    rect = QRectF(at.x(), at.y() - CHIP / 2, wide, CHIP)
    rounded(painter, rect, k.tint, radius=RADIUS_CHIP)
    left = rect.left() + 8
    if icon:
        paint_icon(painter, QRectF(left - 1, rect.center().y() - _ICON / 2, _ICON, _ICON), icon, k.fg, 2.1)
        left += _ICON + 5
    words(painter, QRectF(left, rect.top(), rect.right() - left - 6, CHIP), text, "caption_strong", k.fg)
    return wide


class Chip(QWidget):
    """A state: never colour alone."""

    def __init__(self, text: str, tone: ToneName, icon: str = "") -> None:
        super().__init__()
        self.show_state(text, tone, icon)

    def show_state(self, text: str, tone: ToneName, icon: str = "") -> None:
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.setFixedSize(chip_width(text, icon), CHIP)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        at = QPointF(0, self.height() / 2)
        paint_chip(painter_for(self), at, self._text, self._tone, self._icon, self.width())


class KeyHint(QWidget):
    """A key drawn as a key."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._keys = keys
        self.setAccessibleName(keys)
        self.setFixedSize(theme.metrics("caption").horizontalAdvance(keys) + 14, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k = painter_for(self), theme.tokens()
        rounded(painter, QRectF(self.rect()), k.surface, k.line, 4)
        words(painter, QRectF(self.rect()), self._keys, "caption", k.text3, CENTER)

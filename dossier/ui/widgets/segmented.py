"""One choice among two to five, all of them visible."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from dossier.ui import theme
from dossier.ui.icons import paint_icon
from dossier.ui.tokens import CONTROL, CONTROL_COMPACT, RADIUS, Role, ToneName
from dossier.ui.widgets.buttons import PaintedButton
from dossier.ui.widgets.painting import CENTER, focus_ring, painter_for, rounded, words

_ICON_ROOM = 18


@dataclass(frozen=True)
class Option:
    """A choice: its code, its words and, when it is a state, its tone and icon; `letter` chooses it with Alt."""

    value: str
    words: str
    tone: ToneName | None = None
    icon: str = ""
    letter: str = ""


class Segment(PaintedButton):
    """One part of a Segmented; as wide as it needs to be when it is chosen, so that a choice moves nothing."""

    def __init__(self, option: Option, *, first: bool, last: bool, compact: bool) -> None:
        super().__init__(option.words, CONTROL_COMPACT if compact else CONTROL)
        self.option = option
        self._first, self._last, self._compact = first, last, compact
        self.setCheckable(True)
        if option.letter:
            self.setShortcut(QKeySequence.mnemonic(f"&{option.letter}"))

    def say(self, text: str) -> None:
        """Other words for the same choice."""
        self.words = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        strong: Role = "caption_strong" if self._compact else "strong"
        padding = 20 + (_ICON_ROOM - 4 if self.option.icon else 2 if self._compact else 6)
        return QSize(max(28, theme.metrics(strong).horizontalAdvance(self.words) + padding), self.height())

    def _role(self) -> Role:
        if self._compact:
            return "caption_strong" if self.isChecked() else "caption"
        return "strong" if self.isChecked() else "body"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        ink, ground = k.text2, k.hover if self.underMouse() else k.surface
        if self.isChecked():
            tone = k.tone(self.option.tone) if self.option.tone else None
            ink, ground = (tone.fg, tone.tint) if tone else (k.accent, k.selected)
        if not self.isEnabled():
            ink = k.text3
        painter.setClipRect(rect)
        past = 3 * RADIUS  # the inner edges of the rounded rectangle fall outside the clip
        whole = rect.adjusted(0 if self._first else -past, 0, 0 if self._last else past, 0)
        rounded(painter, whole, ground, k.border)
        if not self._last:
            painter.setPen(QPen(QColor(k.border), 1))
            painter.drawLine(QPointF(rect.right() - 0.5, 1), QPointF(rect.right() - 0.5, rect.height() - 1))
        if self.isChecked() and self.option.icon:
            wide = theme.metrics(self._role()).horizontalAdvance(self.words) + _ICON_ROOM
            left = max(4.0, (rect.width() - wide) / 2 - 2)
            paint_icon(painter, QRectF(left, rect.center().y() - 7, 14, 14), self.option.icon, ink, 2.3)
            rect_of_words = QRectF(left + _ICON_ROOM, 0, rect.width() - left - _ICON_ROOM, rect.height())
            words(painter, rect_of_words, self.words, self._role(), ink)
        else:
            words(painter, rect, self.words, self._role(), ink, CENTER)
            self._underline(painter, ink)
        if self.hasFocus():
            focus_ring(painter, rect)

    def _underline(self, painter: QPainter, ink: str) -> None:
        """The letter that chooses it, underlined as Qt does in its own labels."""
        at = self.words.find(self.option.letter) if self.option.letter else -1
        if at < 0:
            return
        metrics = theme.metrics(self._role())
        left = (self.width() - metrics.horizontalAdvance(self.words)) / 2 + metrics.horizontalAdvance(self.words[:at])
        low = (self.height() + metrics.ascent() - metrics.descent()) / 2 + 2
        painter.setPen(QPen(QColor(ink), 1))
        painter.drawLine(QPointF(left, low), QPointF(left + metrics.horizontalAdvance(self.option.letter), low))


class Segmented(QWidget):
    """A row of segments; arrows move in it. `value` is None as long as nothing was chosen.

    When `clearable`, pressing the chosen part again, or Delete, takes the choice back.
    """

    changed = Signal(object)

    def __init__(
        self, options: Sequence[Option], value: str | None = None, *, compact: bool = False, clearable: bool = False
    ) -> None:
        super().__init__()
        self._clearable, self._value = clearable, value
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.parts: list[Segment] = []
        for i, option in enumerate(options):
            part = Segment(option, first=i == 0, last=i == len(options) - 1, compact=compact)
            self.parts.append(part)
            self._group.addButton(part)
            layout.addWidget(part)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_value(value)

    @property
    def value(self) -> str | None:
        return self._value

    def set_value(self, value: str | None) -> None:
        """Show a value without saying that it changed."""
        self._value = value
        self._group.setExclusive(False)  # an exclusive group never lets go of its last choice
        for part in self.parts:
            part.setChecked(part.option.value == value)
        self._group.setExclusive(True)
        chosen = next((part for part in self.parts if part.isChecked()), self.parts[0])
        self.setFocusProxy(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clearable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, Segment):
            again = self._clearable and button.option.value == self._value
            self._choose(None if again else button.option.value)

    def _choose(self, value: str | None) -> None:
        if value != self._value:
            self.set_value(value)
            self.changed.emit(value)

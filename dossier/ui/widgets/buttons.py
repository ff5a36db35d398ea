"""Buttons: the style sheet's roles, and the ground of the buttons that paint themselves."""

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QSizePolicy, QWidget

from dossier.ui import icons, theme
from dossier.ui.tokens import CONTROL, S1, Ink

ButtonRole = Literal["", "primary", "quiet", "link"]
_INKS: dict[ButtonRole, Ink] = {"": "text2", "primary": "on_accent", "quiet": "text2", "link": "accent"}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def escaped(words: str) -> str:
    """Words that a user typed, for a place where `&` would mark a mnemonic."""
    return words.replace("&", "&&")


def plain(words: str) -> str:
    """Words without the mark of their mnemonic."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


class Button(QPushButton):
    """One action: verb and object. At most one `primary` per page."""

    def __init__(self, words: str, icon: str = "", role: ButtonRole = "", *, tip: str = "", keys: str = "") -> None:
        super().__init__(words)
        self._icon, self._role = icon, role
        self.setProperty("role", role)
        self.setMinimumHeight(CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tint()
        if role == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if keys:
            self.setShortcut(QKeySequence(keys))
            keys = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            tip = f"{tip or plain(words)} ({keys})"
        self.setToolTip(tip)

    def show_icon(self, icon: str) -> None:
        """Another icon, for a button whose action changes."""
        self._icon = icon
        self._tint()

    def setMenu(self, menu: QMenu) -> None:
        super().setMenu(menu)
        theme.restyle(self, menu=bool(self.text()))  # the style sheet makes room for the arrow

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_theme_change(event) and self._tinted is not theme.tokens():  # Qt says so at each new parent too
            self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:  # Qt does it in dialogs only
            self.click()
        else:
            super().keyPressEvent(event)

    def _tint(self) -> None:
        self._tinted = theme.tokens()
        if self._icon:
            k, gap = theme.tokens(), S1 if self.text() else 0
            self.setIcon(icons.icon(self._icon, k.ink(_INKS[self._role]), 16, gap=gap, disabled=k.text3))
            self.setIconSize(QSize(16 + gap, 16))


class IconButton(Button):
    """A square with an icon alone; its name is said by its tool tip and to screen readers."""

    def __init__(self, icon: str, name: str, role: ButtonRole = "quiet") -> None:
        super().__init__("", icon, role, tip=name)
        self.setProperty("bare", True)
        self.setAccessibleName(name)
        self.setFixedSize(CONTROL, CONTROL)


class PaintedButton(QAbstractButton):
    """A button that paints itself: Enter presses it, and it looks different under the pointer."""

    def __init__(self, words: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.setText(escaped(words))
        self.setAccessibleName(words)
        self.setFixedHeight(height)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(CONTROL, self.height())

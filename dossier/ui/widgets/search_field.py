"""The input that filters a list: its icon says what it does, Escape empties it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from dossier.ui import icons, theme
from dossier.ui.tokens import CONTROL


class SearchField(QLineEdit):
    """`name` is what it filters, said to screen readers and shown as long as it is empty."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setFixedHeight(CONTROL)
        self._glass = self.addAction(self._icon(), QLineEdit.ActionPosition.LeadingPosition)

    def _icon(self) -> QIcon:
        return icons.icon("search", theme.tokens().text3)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_theme_change(event) and hasattr(self, "_glass"):
            self._glass.setIcon(self._icon())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

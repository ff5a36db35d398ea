"""Ctrl+Z inside an input undoes what is being typed there; when there is nothing of that, it undoes the last change."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QWidget

_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class UndoKeys(QObject):
    """Watches the focused input of a window: Qt's inputs keep these keys for themselves even when they are empty."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, QLineEdit | QPlainTextEdit):
            before.removeEventFilter(self)
        if isinstance(now, QLineEdit | QPlainTextEdit) and now.window() is self._window:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = event.matches(_UNDO), event.matches(_REDO)
            if (undo or redo) and not _has_own(watched, undo):
                event.ignore()
                return True
        return False


def _has_own(watched: QObject, undo: bool) -> bool:
    if isinstance(watched, QLineEdit):
        return watched.isUndoAvailable() if undo else watched.isRedoAvailable()
    if isinstance(watched, QPlainTextEdit):
        document = watched.document()
        return document.isUndoAvailable() if undo else document.isRedoAvailable()
    return False

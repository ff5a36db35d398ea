"""Nothing that was typed is lost: what the keyboard is in is left, as if the user had pressed Tab."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget


def flush(window: QWidget) -> None:
    """Let the focused input of a window write what it holds.

    Qt does not say that editing finished when a whole window loses the focus: so it is told here.
    """
    focused = window.focusWidget()
    if focused is not None:
        QApplication.sendEvent(focused, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.OtherFocusReason))

"""The moment a window was painted, said on standard output."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Prints the monotonic clock when the event loop is idle again after the first paint, and ends."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)
        self._painted = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._say)
        return False

    def _say(self) -> None:
        print(time.monotonic(), flush=True)
        QApplication.exit()


def bare() -> int:
    """A main window with an empty table: the least that Qt needs."""
    from PySide6.QtWidgets import QMainWindow, QTableWidget  # what only this window shows

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QTableWidget(0, 3))
    window.resize(1440, 900)
    FirstPaint(window)
    window.show()
    return app.exec()

"""A window that says when it was painted: `bare`, `window FILE`, or `filter FILE`, for the measures."""

import sys
import time
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QWidget


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
    app = QApplication([])
    window = QMainWindow()
    table = QTableWidget(0, 3)
    window.setCentralWidget(table)
    window.resize(1440, 900)
    FirstPaint(window)
    window.show()
    return app.exec()


def window(path: Path) -> int:
    from dossier.app import build

    app, made = build(path, lambda: datetime.now().astimezone())
    made.resize(1440, 900)
    FirstPaint(made)
    made.show()
    return app.exec()


def filter_rows(path: Path) -> int:
    """The time of each letter typed, to the list repainted."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QTableView

    from dossier.app import build
    from dossier.model.activity import Activity
    from dossier.ui.pages.kind_page import KindPage
    from dossier.ui.widgets.search_field import SearchField

    app, made = build(path, lambda: datetime.now().astimezone())
    made.resize(1440, 900)
    made.show()
    made.go_to_page(Activity.kind.name)
    page = made.pages.currentWidget()
    assert isinstance(page, KindPage)
    box, table = page.findChild(SearchField), page.findChild(QTableView)
    assert isinstance(box, SearchField)
    assert isinstance(table, QTableView)
    for letter in "gestion paie clients":
        began = time.perf_counter()
        QTest.keyClicks(box, letter)
        table.viewport().repaint()
        print(time.perf_counter() - began)
    made.close()
    del app
    return 0


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        sys.exit(bare())
    sys.exit({"window": window, "filter": filter_rows}[sys.argv[1]](Path(sys.argv[2])))

"""A window that says when it was painted: `bare`, or `window`, `incident`, `quicklog`, `filter` and a file.

Nothing is imported before it is needed, so that Dossier is loaded in the order in which its own first lines load it.
"""

import sys
import time
from datetime import datetime
from pathlib import Path

TYPE_CHECKING = False


def bare() -> int:
    if TYPE_CHECKING:
        from packaging import measured_paint
    else:
        import measured_paint
    return measured_paint.bare()


def window(path: Path) -> int:
    from dossier.__main__ import load

    load()
    from dossier.app import build

    if TYPE_CHECKING:
        from packaging.measured_paint import FirstPaint
    else:
        from measured_paint import FirstPaint
    app, made = build(path, lambda: datetime.now().astimezone())
    made.resize(1440, 900)
    FirstPaint(made)
    made.show()
    return app.exec()


def incident(path: Path) -> int:
    """The quick log alone, as `dossier incident FILE` opens it."""
    from dossier.__main__ import FOR_THE_QUICK_LOG, load

    load(FOR_THE_QUICK_LOG)
    from dossier.quick_app import build

    if TYPE_CHECKING:
        from packaging.measured_paint import FirstPaint
    else:
        from measured_paint import FirstPaint
    app, alone = build(path, lambda: datetime.now().astimezone())
    FirstPaint(alone.dialog)
    return app.exec()


def quick_log(path: Path) -> int:
    """The time from the shortcut, in an open window, to a quick log that is painted and has the keyboard."""
    from PySide6.QtCore import Qt, QThreadPool
    from PySide6.QtTest import QTest

    from dossier.app import build

    app, made = build(path, lambda: datetime.now().astimezone())
    made.show()
    QTest.qWait(500)
    while QThreadPool.globalInstance().activeThreadCount():  # what the window looks for once it is open
        QTest.qWait(100)
    for _time in range(9):
        made.activateWindow()
        app.processEvents()
        began = time.perf_counter()
        QTest.keyClick(made, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        dialog = made.incidents.dialog
        assert dialog is not None
        dialog.repaint()
        app.processEvents()
        assert dialog.form.text.hasFocus()
        print(time.perf_counter() - began)
        dialog.close()
    made.close()
    return 0


def filter_rows(path: Path) -> int:
    """The time of each letter typed, to the list repainted with all that was found."""
    from PySide6.QtTest import QTest

    from dossier.app import build
    from dossier.model.activity import Activity
    from dossier.ui.pages.kind_page import KindPage

    app, made = build(path, lambda: datetime.now().astimezone())
    made.resize(1440, 900)
    made.show()
    made.go_to_page(Activity.kind.name)
    page = made.pages.currentWidget()
    assert isinstance(page, KindPage)
    listing = page.listing
    assert listing
    QTest.qWait(300)
    for letter in "gestion paie clients":
        began = time.perf_counter()
        QTest.keyClicks(listing.field, letter)
        while listing.model.is_searching:
            app.processEvents()
        listing.table.viewport().repaint()
        print(time.perf_counter() - began)
    made.close()
    del app
    return 0


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        sys.exit(bare())
    measured = {"window": window, "incident": incident, "quicklog": quick_log, "filter": filter_rows}
    sys.exit(measured[sys.argv[1]](Path(sys.argv[2])))

"""A window that says when it was painted: `bare`, `window FILE`, or `filter FILE`, for the measures.

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

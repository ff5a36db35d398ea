"""Every page of a window over a file: prints, as JSON, the longest that each step holds the event loop at once.

Wall seconds, and those that the window's own thread computed: on a busy machine the first are longer.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QThreadPool
from PySide6.QtWidgets import QWidget

from dossier.app import build
from dossier.model.activity import Activity
from dossier.model.breach import Breach
from dossier.model.catalog import kind_named
from dossier.model.dpia import Dpia
from dossier.ui.main_window import MainWindow
from dossier.ui.navigation import DRAWN, Place, ask
from dossier.ui.pages.activities import ActivitiesPage
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.side import KEYS, MESSAGES, WORKSHEET
from dossier.work.edits import change_of_field

_OPENED = 1.0  # seconds after which a new window has begun all that it does by itself
_STILL = 0.15  # seconds without work after which a window rests
_MOST = 20.0  # seconds that a step may take
_IDLE = 0.002
_ASCENDING = Qt.SortOrder.AscendingOrder

Turn = tuple[float, float]
Step = tuple[str, Callable[[], object]]


def main(path: Path) -> int:
    app, made = build(path, lambda: datetime.now().astimezone())
    made.resize(1440, 900)
    made.show()
    _rest(_OPENED)
    longest = {name: _longest(do) for name, do in _steps(made)}
    print(json.dumps({name: [round(one, 5) for one in turn] for name, turn in longest.items()}))
    made.close()
    del app
    return 0


def _steps(window: MainWindow) -> Iterator[Step]:
    """Each page twice, with another record after the first; then what opens inside a page."""
    pages = [*KEYS, *(key for key in DRAWN if key not in KEYS)]
    for time_ in ("first", "again"):
        for key in pages:
            yield f"{key}: {time_}", partial(window.pages.go, _place(window, key))
            yield from _inside(window.pages.currentWidget(), key) if time_ == "first" else ()
    yield from _templates(window)
    yield from _screenings(window)
    yield from _edits(window)


def _place(window: MainWindow, key: str) -> Place:
    logged = window.desk.dossier.of(Breach) if key in (WORKSHEET, MESSAGES) else ()
    return Place(key, logged[0].id) if logged else Place(key)


def _inside(page: QWidget | None, key: str) -> Iterator[Step]:
    """Another record of a kind, the list sorted by each of its columns, a part of a record opened."""
    if not isinstance(page, KindPage) or page.listing is None:
        return
    records = page.desk.dossier.of(kind_named(key))
    if len(records) > 1:
        yield f"{key}: another record", partial(page.show_record, records[1].id)
    for column in range(page.listing.model.columnCount()) if records else ():
        yield f"{key}: sorted by column {column}", partial(page.listing.table.sortByColumn, column, _ASCENDING)
    for section in page.view.children_sections if records else ():
        if section.rows:
            yield f"{key}: a {section.kind.kind.name} opened", partial(section.open_part, next(iter(section.rows)))


def _templates(window: MainWindow) -> Iterator[Step]:
    window.go_to_page(Activity.kind.name)
    page = window.pages.currentWidget()
    if isinstance(page, ActivitiesPage):
        yield "templates: first", page.choose_template
        yield "templates: another", partial(page.chooser.list.selectRow, 1)
        page.leave_templates()


def _screenings(window: MainWindow) -> Iterator[Step]:
    for time_, activity in zip(("first", "another"), window.desk.dossier.of(Activity), strict=False):
        yield f"screening: {time_}", partial(window.pages.go, Place(Dpia.kind.name, activity.id))


def _edits(window: MainWindow) -> Iterator[Step]:
    window.go_to_page(Activity.kind.name)
    _rest(_STILL)
    first = ask(window.pages.currentWidget(), "current_record")
    if isinstance(first, Activity):
        edit = change_of_field([first], "direct_collection", not first.direct_collection)
        yield "one edit", partial(window.history.do, edit)
        yield "undo", window.undo
        yield "redo", window.redo


def _longest(do: Callable[[], object]) -> Turn:
    """The longest turn of the loop from `do` to rest."""
    _rest(_STILL)
    return max(_timed(do), _rest(_STILL))


def _rest(still: float) -> Turn:
    """Let the loop go until nothing was done for so many seconds; gives the longest turn meanwhile."""
    longest, began, worked = (0.0, 0.0), time.perf_counter(), time.perf_counter()
    while time.perf_counter() - worked < still and time.perf_counter() - began < _MOST:
        turn = _timed(QCoreApplication.processEvents)
        longest = max(longest, turn)
        if turn[1] > _IDLE or QThreadPool.globalInstance().activeThreadCount():
            worked = time.perf_counter()
        time.sleep(0.001)
    return longest


def _timed(do: Callable[[], object]) -> Turn:
    began, computed = time.perf_counter(), time.thread_time()
    do()
    return time.perf_counter() - began, time.thread_time() - computed


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

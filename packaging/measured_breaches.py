"""The page of the breaches over a file: prints, as JSON, the seconds of each letter typed in its filter, and of each
step of a scroll through its list, to the list repainted."""

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QThreadPool
from PySide6.QtTest import QTest

from dossier.app import build
from dossier.model.breach import Breach
from dossier.ui.pages.breaches import BreachesPage
from dossier.ui.records.listing import Listing

_STEPS = 40


def main(path: Path) -> int:
    app, made = build(path, lambda: datetime.now().astimezone())
    made.resize(1440, 900)
    made.show()
    made.go_to_page(Breach.kind.name)
    page = made.pages.currentWidget()
    assert isinstance(page, BreachesPage)
    assert page.listing
    QTest.qWait(300)
    while QThreadPool.globalInstance().activeThreadCount():  # what the window looks for once it is open
        QTest.qWait(100)
    scrolled, typed = _scroll(page.listing), _type(page.listing)
    print(json.dumps({"typed": typed, "scrolled": scrolled}))
    made.close()
    del app
    return 0


def _scroll(listing: Listing) -> list[float]:
    bar = listing.table.verticalScrollBar()
    steps = range(0, bar.maximum(), max(1, bar.maximum() // _STEPS))
    return [_repainted(listing, partial(bar.setValue, value)) for value in steps]


def _type(listing: Listing) -> list[float]:
    return [_repainted(listing, partial(QTest.keyClicks, listing.field, letter)) for letter in "gestion paie clients"]


def _repainted(listing: Listing, do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    while listing.model.is_searching:
        QCoreApplication.processEvents()
    listing.table.viewport().repaint()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

"""The page of the activities over a file: prints, as JSON, the seconds from one edit to the findings beside the form
repainted, and to the counts of the sidebar."""

import json
import sys
import time
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QThreadPool
from PySide6.QtTest import QTest

from dossier.app import build
from dossier.model.activity import Activity
from dossier.ui.pages.kind_page import KindPage
from dossier.work.edits import change_of_field

_EDITS = 20


def main(path: Path) -> int:
    app, made = build(path, lambda: datetime.now().astimezone())
    made.resize(1440, 900)
    made.show()
    made.go_to_page(Activity.kind.name)
    page = made.pages.currentWidget()
    assert isinstance(page, KindPage)
    first = made.desk.dossier.of(Activity)[0]
    page.show_record(first.id)
    page.view.form.complete()
    QTest.qWait(500)
    _rest()
    counted: list[float] = []
    made.desk.watch.found.connect(lambda _findings: counted.append(time.perf_counter()))
    beside, counts = [], []
    for _edit in range(_EDITS):
        record = made.desk.dossier.get(first.id, Activity)
        assert isinstance(record, Activity)
        counted.clear()
        began = time.perf_counter()
        made.desk.history.do(change_of_field([record], "direct_collection", not record.direct_collection))
        page.view.repaint()
        beside.append(time.perf_counter() - began)
        while not counted:
            QCoreApplication.processEvents()
        counts.append(counted[0] - began)
        _rest()
    print(json.dumps({"beside": beside, "counts": counts}))
    made.close()
    del app
    return 0


def _rest() -> None:
    """Until nothing is looked for any more."""
    QTest.qWait(100)
    while QThreadPool.globalInstance().activeThreadCount():
        QTest.qWait(50)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

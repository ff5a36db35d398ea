"""The measures by activity: on which of them each activity leans, and where a line leads."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier.i18n import Code, use_language
from dossier.model.activity import Activity
from dossier.ui.desk import Desk
from dossier.ui.pages.measures import MeasuresPage
from tests.factories import record
from tests.ui.desks import desk_with, settle
from tests.ui.test_measures_page import BACKUP, MOBILE, PROOF, TEST, change, focused, page_on, plain, press
from tests.ui.window_check import problems


def leaning(tmp_path: Path) -> Desk:
    """One activity on two measures of which one is in place and proved, one on nothing that applies, one on none."""
    use_language("en")
    return desk_with(
        tmp_path,
        *(PROOF, BACKUP, TEST, MOBILE),
        record("activity", name="Paie", measures=(BACKUP.id, TEST.id)),
        record("activity", name="Application", measures=(MOBILE.id,)),
        record("activity", name="Recrutement"),
    )


def by_activity(qtbot: QtBot, desk: Desk, width: int = 1180, height: int = 820) -> MeasuresPage:
    page = page_on(qtbot, desk, width, height)
    page.look.parts[1].click()
    settle()
    return page


def lines(page: MeasuresPage) -> list[list[str]]:
    model = page.by_activity.table.lines
    return [[plain(model.index(row, place).data()) for place in range(4)] for row in range(model.rowCount())]


def test_the_least_covered_stand_first_and_each_tells_what_it_leans_on(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = by_activity(qtbot, leaning(tmp_path))
    assert page.by_activity.title.text() == "3 activities, 2 without a measure"
    assert [line[0].split(",")[0] for line in lines(page)] == ["Application", "Recrutement", "Paie"]
    assert lines(page)[0][1:] == ["None", "no measure", ""]
    assert lines(page)[2][0].endswith(" · Sauvegarde hors ligne · Test de restauration")
    assert lines(page)[2][1:] == ["45 %", "2 measures", "1 piece"]
    assert focused() is page.by_activity.table


def test_a_measure_put_in_place_covers_its_activities(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = leaning(tmp_path)
    page = by_activity(qtbot, desk)
    change(desk, TEST, state="verifiee")
    assert lines(page)[2][1] == "90 %"


def test_a_line_leads_to_the_measures_of_its_activity(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = leaning(tmp_path)
    page = by_activity(qtbot, desk)
    page.by_activity.table.selectRow(2)
    with qtbot.waitSignal(desk.asked_for_place) as asked:
        press(Qt.Key.Key_Return)
    place = asked.args[0]
    found = desk.dossier.get(place.record, Activity)
    assert found is not None
    assert (place.page, found.title, place.part) == ("activity", "Paie", "measures")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_view_holds_in_both_languages_and_small(
    app: QApplication, qtbot: QtBot, tmp_path: Path, language: Code
) -> None:
    desk = leaning(tmp_path)
    use_language(language)
    assert problems(by_activity(qtbot, desk, 1044, 644)) == []

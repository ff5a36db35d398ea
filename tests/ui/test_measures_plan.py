"""The action plan of the measures: what remains by its day, and the operations that prove that measures live."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier.i18n import use_language
from dossier.model.measure import Operation
from dossier.model.vocabulary_procedures import OperationType
from dossier.ui.desk import Desk
from dossier.ui.pages.measures import MeasuresPage
from tests.factories import NOW, record
from tests.ui.desks import desk_with, settle
from tests.ui.test_measures_page import focused, page_on, press
from tests.ui.window_check import problems


def plan_lines(page: MeasuresPage) -> list[list[str]]:
    lines = page.plan.table.lines
    return [[lines.index(row, place).data() for place in range(5)] for row in range(lines.rowCount())]


def plan_on(qtbot: QtBot, desk: Desk, width: int = 1180, height: int = 820) -> MeasuresPage:
    page = page_on(qtbot, desk, width, height)
    page.look.parts[3].click()
    settle()
    return page


def planned(tmp_path: Path) -> Desk:
    """Something late, something to come, something without a day, a late review, and what asks for nothing."""
    use_language("en")
    return desk_with(
        tmp_path,
        record("measure", name="Chiffrer", state="prevue", due_on=date(2026, 11, 12), owner="DSI", priority="haute"),
        record("measure", name="En place", state="en_place", due_on=date(2020, 1, 1), next_review=date(2027, 1, 1)),
        record("measure", name="À revoir", state="verifiee", next_review=date(2026, 11, 21)),
        record("action", name="Charte", state="a_faire", due_on=date(2026, 12, 2)),
        record("action", name="Faite", state="fait", due_on=date(2020, 1, 1)),
        record("action", name="Sans date", state="en_cours"),
        record("operation", name="Formation", type="formation", done_on=date(2025, 6, 2)),
        record("operation", name="Ratée", type="test_restauration", done_on=date(2026, 11, 1), result="non"),
        record("operation", type="test_restauration", done_on=date(2026, 9, 2), next_due=date(2026, 12, 2)),
    )


def test_the_plan_is_in_the_order_of_its_days_and_marks_what_is_late(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = plan_on(qtbot, planned(tmp_path))
    assert page.plan.title.text() == "4 things to do, 2 late"
    assert plan_lines(page) == [
        ["Chiffrer, MES-001", "10 d late, 2026-11-12", "Planned", "High", "DSI"],
        ["À revoir, MES-003", "1 d late, 2026-11-21", "Review", "–", "–"],
        ["Charte, ACN-001", "2026-12-02, in 10 d", "To do", "–", "–"],
        ["Sans date, ACN-003", "–", "In progress", "–", "–"],
    ]
    assert focused() is page.plan.table


def test_a_line_of_the_plan_leads_to_its_record(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = planned(tmp_path)
    page = plan_on(qtbot, desk)
    page.plan.table.selectRow(2)
    with qtbot.waitSignal(desk.asked_for) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args[0].title == "Charte"


def test_each_operation_says_when_it_was_last_done_and_when_it_is_due(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = plan_on(qtbot, planned(tmp_path))
    told = {row.name.text(): (row.last.text(), row.next.accessibleName()) for row in page.plan.rows}
    assert told["Training or awareness"] == ("last done on 2025-06-02, 538 days ago", "Was due on 2026-06-02")
    assert told["Restore test"] == ("last done on 2026-09-02, 81 days ago", "Next due on 2026-12-02")
    assert told["Purge"] == ("never recorded", "To plan")


def test_an_operation_noted_is_of_its_type_and_done_today(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = planned(tmp_path)
    page = plan_on(qtbot, desk)
    purge = next(row for row in page.plan.rows if row.name.text() == "Purge")
    with qtbot.waitSignal(desk.asked_for) as asked:
        purge.button.click()
    made = asked.args[0]
    assert isinstance(made, Operation)
    assert (made.type, made.done_on) == (OperationType.PURGE, NOW.date())
    assert purge.last.text() == "last done on 2026-11-22, today"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_plan_holds_in_both_languages_and_small(
    app: QApplication, qtbot: QtBot, tmp_path: Path, language: Any
) -> None:
    desk = planned(tmp_path)
    use_language(language)
    assert problems(plan_on(qtbot, desk, 1044, 644)) == []


def test_an_operation_noted_names_what_it_proves(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    backup = record("measure", name="Sauvegarde", sheet=17, state="en_place")
    planned_too = record("measure", name="Copie hors ligne", sheet=17, state="prevue")
    review = record("measure", name="Revue", sheet=5, state="en_place")
    last = record("operation", type="revue_habilitations", done_on=date(2025, 6, 2), measures=(planned_too.id,))
    desk = desk_with(tmp_path, backup, planned_too, review, last)
    page = plan_on(qtbot, desk)
    proved = {}
    for row in page.plan.rows:
        with qtbot.waitSignal(desk.asked_for) as asked:
            row.button.click()
        proved[asked.args[0].type] = asked.args[0].measures
    assert proved[OperationType.RESTORE_TEST] == (backup.id,)
    assert proved[OperationType.ACCESS_REVIEW] == (planned_too.id,)
    assert proved[OperationType.PURGE] == ()

"""The page of assessments: the screening of activities, the guided screening of one, the risks and their matrix."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier.i18n import use_language
from dossier.model.activity import Activity
from dossier.model.dpia import Dpia, DpiaRisk
from dossier.model.record import Record
from dossier.model.vocabulary import DpiaCriterion, FearedEvent, Level
from dossier.ui.desk import Desk
from dossier.ui.dpia.explained import ExplainedTerms, ExplainedToggle
from dossier.ui.dpia.view import DpiaView
from dossier.ui.navigation import Place
from dossier.ui.pages.dpias import DpiasPage
from dossier.ui.widgets.table import CELL, Cell
from dossier.ui.windows import Windows
from dossier.work.edits import change_of_field, deletion
from tests.factories import NOW, record
from tests.ui.desks import desk_with, reading_desk, settle, shown
from tests.ui.window_check import problems

from .opening import window_on, windows

__all__ = ["windows"]


def alerts(**values: Any) -> Record:
    return record("activity", name="Alertes", dpia_list=["6"], **values)


def page_on(qtbot: QtBot, desk: Desk, width: int = 1180, height: int = 800) -> DpiasPage:
    page = DpiasPage(desk)
    shown(qtbot, page, width, height)
    wait()
    return page


def wait() -> None:
    """Until what is computed away from the window's thread is shown."""
    QThreadPool.globalInstance().waitForDone(2000)
    settle()


def rows(page: DpiasPage) -> list[list[str]]:
    lines = page.table.table.lines
    cells = [[lines.index(row, column).data(CELL) for column in range(6)] for row in range(lines.rowCount())]
    return [[one.words.replace("\u00a0", " ") for one in row if isinstance(one, Cell)] for row in cells]


def screening_of(page: DpiasPage, activity: Record) -> None:
    page.show_record(activity.id)
    page.screening.form.complete()
    settle()


def criteria(page: DpiasPage) -> ExplainedTerms:
    editor = page.screening.form.field("dpia_criteria").input
    assert isinstance(editor, ExplainedTerms)
    return editor


def toggle(page: DpiasPage, criterion: DpiaCriterion) -> ExplainedToggle:
    rows = criteria(page).findChildren(ExplainedToggle)
    return next(one for one in rows if one.words.startswith(_label(criterion)))


def _label(criterion: DpiaCriterion) -> str:
    from dossier.i18n import _

    return _(criterion.label)


def the_activity(desk: Desk) -> Activity:
    return desk.dossier.of(Activity)[0]


def view_of(page: DpiasPage) -> DpiaView:
    assert isinstance(page.view, DpiaView)
    return page.view


def test_without_an_assessment_the_page_opens_on_the_screening_of_all_activities(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    waived = record("activity", name="Accès", dpia_criteria=["surveillance", "personnes_vulnerables"])
    waived = waived.with_(dpia_waiver="Deux portes")
    page = page_on(qtbot, desk_with(tmp_path, record("activity", name="Lettre"), waived, alerts()))
    assert [row[:3] for row in rows(page)] == [
        ["Alertes", "AIPD requise", "0 sur 9"],
        ["Lettre", "Pas encore examinée", "0 sur 9"],
        ["Accès", "AIPD probablement requise", "2 sur 9"],
    ]
    assert rows(page)[2][5] == "Deux portes"


def test_the_keyboard_stands_on_the_first_activity_as_soon_as_it_is_there(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = DpiasPage(desk_with(tmp_path, alerts()))
    shown(qtbot, page)
    page.take_focus()
    wait()
    assert page.table.table.currentIndex().row() == 0
    QTest.keyClick(page.table.table, Qt.Key.Key_Return)
    assert page.screening.isVisible()


def test_what_the_register_suggests_is_said_with_its_reason_and_never_ticked(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    activity = record("activity", name="Soins", large_scale=True)
    health = record("data_item", activity=activity.id, name="Diagnostics", sensitive=["sante"])
    desk = desk_with(tmp_path, activity, health)
    page = page_on(qtbot, desk)
    screening_of(page, activity)
    said = {value: one.label.text() for value, one in criteria(page).toggles.suggestions.items() if one.isVisible()}
    assert set(said) == {"donnees_sensibles", "grande_echelle"}
    assert "Diagnostics" in said["donnees_sensibles"]
    assert not toggle(page, DpiaCriterion.SENSITIVE).isChecked()
    assert the_activity(desk).dpia_criteria == ()


def test_a_tick_is_written_at_once_and_taken_back(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    activity = record("activity", name="Lettre")
    desk = desk_with(tmp_path, activity)
    page = page_on(qtbot, desk)
    screening_of(page, activity)
    toggle(page, DpiaCriterion.MATCHING).click()
    toggle(page, DpiaCriterion.LARGE_SCALE).click()
    assert the_activity(desk).dpia_criteria == (DpiaCriterion.MATCHING, DpiaCriterion.LARGE_SCALE)
    assert page.screening.conclusion.accessibleName() == "AIPD probablement requise"
    desk.history.undo()
    settle()
    assert the_activity(desk).dpia_criteria == (DpiaCriterion.MATCHING,)
    assert page.screening.conclusion.accessibleName() == "Pas encore examinée"
    assert not toggle(page, DpiaCriterion.LARGE_SCALE).isChecked()


def test_the_day_of_the_screening_is_noted_when_somebody_says_so(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    activity, other = record("activity", name="Lettre"), record("activity", name="Paie")
    desk = desk_with(tmp_path, activity, other)
    page = page_on(qtbot, desk)
    screening_of(page, activity)
    page.screening.done.click()
    settle()
    assert the_activity(desk).dpia_screened_on == NOW.date()
    assert page.screening.conclusion.accessibleName() == "AIPD non requise"
    assert not page.screening.done.isVisible()
    page.screening.next_button.click()
    settle()
    assert page.screening.record is not None
    assert page.screening.record.id == other.id
    page.screening.done.click()
    page.screening.next_button.click()
    settle()
    assert page.table.isVisible(), "nothing is left to screen"


def test_the_assessment_takes_over_the_activity_its_criteria_and_its_types(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    activity = alerts(dpia_criteria=["donnees_sensibles"])
    desk = desk_with(tmp_path, activity)
    page = page_on(qtbot, desk)
    screening_of(page, activity)
    page.screening.create_button.click()
    settle()
    (made,) = desk.dossier.of(Dpia)
    assert made.activities == (activity.id,)
    assert (made.criteria, made.cnil_list) == (the_activity(desk).dpia_criteria, the_activity(desk).dpia_list)
    assert page.current_record() == made
    assert view_of(page).isVisible()
    desk.history.undo()
    settle()
    assert not desk.dossier.of(Dpia)


def test_each_feared_event_is_assessed_with_one_press_and_stands_on_the_matrix(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    made = record("dpia", name="Alertes")
    desk = desk_with(tmp_path, made)
    page = page_on(qtbot, desk)
    page.show_record(made.id)
    settle()
    risks = view_of(page).risks
    risks.event_buttons[FearedEvent.ACCESS].click()
    settle()
    (risk,) = desk.dossier.of(DpiaRisk)
    assert (risk.event, risk.dpia) == (FearedEvent.ACCESS, made.id)
    assert not risks.event_buttons[FearedEvent.ACCESS].isVisibleTo(risks)
    assert risks.event_buttons[FearedEvent.DISAPPEARANCE].isVisibleTo(risks)
    for name, level in (("severity", Level.MAXIMAL), ("likelihood", Level.LIMITED)):
        desk.history.do(change_of_field(desk.dossier.of(DpiaRisk), name, level))
    settle()
    told = risks.matrix.accessibleDescription().replace("\u00a0", " ")
    assert told.startswith("A Accès illégitime à des données : avant, gravité 4, vraisemblance 2 ; après, non estimé")


def test_a_high_residual_risk_asks_for_the_consultation_and_then_says_by_when_the_cnil_answers(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    made = record("dpia", name="Alertes", residual="maximal")
    desk = desk_with(tmp_path, made)
    page = page_on(qtbot, desk)
    page.show_record(made.id)
    settle()
    banner = view_of(page).consultation
    assert banner.accessibleName().startswith("Le risque résiduel est élevé.")
    desk.history.do(change_of_field(desk.dossier.of(Dpia), "consulted_on", NOW.date()))
    settle()
    assert "18/01/2027" in banner.accessibleName()
    assert "Non vérifié" in banner.accessibleName()


def test_a_finding_leads_to_the_screening_of_its_activity(windows: Windows, tmp_path: Path) -> None:
    from dossier.ui.mending import mend, mending_words

    activity = alerts()
    window = window_on(windows, tmp_path, activity)
    (finding,) = [one for one in window.desk.watch.open_in(activity) if one.check.id == "DPI-02"]
    assert mending_words(finding) == "Examiner l’activité"
    mend(window.desk, finding)
    settle()
    page = window.pages.currentWidget()
    assert isinstance(page, DpiasPage)
    assert page.screening.isVisible()
    assert window.pages.here == Place("dpia", activity.id)


def test_what_can_only_be_read_offers_nothing_to_press(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    activity = alerts()
    page = page_on(qtbot, reading_desk(tmp_path, activity))
    screening_of(page, activity)
    assert not page.screening.done.isEnabled()
    assert not page.screening.create_button.isEnabled()
    assert not toggle(page, DpiaCriterion.MATCHING).isEnabled()


def test_deleting_while_screening_deletes_nothing(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    activity, made = alerts(), record("dpia", name="Alertes")
    desk = desk_with(tmp_path, activity, made)
    page = page_on(qtbot, desk)
    page.show_record(made.id)
    screening_of(page, activity)
    page.delete()
    assert desk.dossier.of(Dpia)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", [(1180, 800), (1016, 600)])
def test_neither_look_has_problems(
    app: QApplication, qtbot: QtBot, tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    use_language("fr" if language == "fr" else "en")
    activity, made = alerts(large_scale=True), record("dpia", name="Alertes", residual="maximal")
    risk = record("dpia_risk", dpia=made.id, event="disparition", severity="maximal", likelihood="limite")
    page = page_on(qtbot, desk_with(tmp_path, activity, made, risk), *size)
    page.show_record(made.id)
    page.view.form.complete()
    settle()
    assert problems(page) == []
    page.show_other()
    wait()
    assert problems(page) == []
    screening_of(page, activity)
    assert problems(page) == []
    use_language("fr")


def test_an_activity_that_is_gone_leaves_its_screening_for_the_table(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    activity = record("activity", name="Lettre")
    desk = desk_with(tmp_path, activity, alerts())
    page = page_on(qtbot, desk)
    screening_of(page, activity)
    desk.history.do(deletion(desk.dossier, [the_activity(desk)]))
    wait()
    assert page.table.isVisible()
    assert [row[0] for row in rows(page)] == ["Alertes"]

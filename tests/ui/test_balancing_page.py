"""The page of balancing tests: which purposes are listed, the guided test of one, and the ways to it."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier.i18n import use_language
from dossier.model.activity import Activity, Purpose
from dossier.model.record import Record
from dossier.model.vocabulary import Answer
from dossier.ui.activities.purposes import PurposeSection
from dossier.ui.activities.view import ActivityView
from dossier.ui.desk import Desk
from dossier.ui.navigation import Place
from dossier.ui.pages.activities import ActivitiesPage
from dossier.ui.pages.balancing import BalancingPage
from dossier.ui.side import BALANCING
from dossier.ui.widgets.table import CELL, Cell
from dossier.ui.windows import Windows
from dossier.work.edits import change_of_field
from tests.factories import AUTHOR, NOW, record
from tests.ui.desks import desk_with, settle, shown
from tests.ui.window_check import problems

from .opening import window_on, windows

__all__ = ["windows"]

STEPS = {"interest": "Sécurité", "balancing_necessity": "Rien de moins", "balancing_impact": "Attendu"}


def letter() -> Record:
    return record("activity", name="Lettre d'information")


def purpose(activity: Record, name: str = "Mesurer", **values: Any) -> Record:
    return record("purpose", activity=activity.id, name=name, **{"basis": "interet_legitime", **values})


def page_on(qtbot: QtBot, desk: Desk, width: int = 1180, height: int = 800) -> BalancingPage:
    page = BalancingPage(desk)
    shown(qtbot, page, width, height)
    page.view.form.complete()
    settle()
    return page


def rows(page: BalancingPage) -> list[tuple[str, str]]:
    lines = page.table.lines
    cells = [(lines.index(row, 0).data(CELL), lines.index(row, 1).data(CELL)) for row in range(lines.rowCount())]
    return [(name.words, state.words) for name, state in cells if isinstance(name, Cell) and isinstance(state, Cell)]


def the_purpose(desk: Desk) -> Purpose:
    return desk.dossier.of(Purpose)[0]


def test_every_purpose_on_legitimate_interests_is_listed_with_its_state(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    of = letter()
    tested = purpose(of, "Protéger", **STEPS, balancing_holds="oui")
    others = (purpose(of, "Payer", basis="obligation_legale"), purpose(of, "Relancer", interest="Vendre"))
    page = page_on(qtbot, desk_with(tmp_path, of, tested, *others, purpose(of)))
    assert rows(page) == [
        ("Mesurer", "Mise en balance à faire"),
        ("Relancer", "Mise en balance commencée"),
        ("Protéger", "Mise en balance faite"),
    ]
    assert page.counts.text().replace("\u00a0", " ") == "3 finalités · 2 mises en balance à faire"


def test_a_test_is_made_when_its_steps_have_a_conclusion_and_is_then_dated(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    of = letter()
    desk = desk_with(tmp_path, of, purpose(of, interest="Savoir ce qui est lu"))
    page = page_on(qtbot, desk)
    assert page.view.state.accessibleName().startswith("Mise en balance commencée.")
    assert not page.view.made_button.isVisible()
    for name in ("balancing_necessity", "balancing_impact"):
        desk.history.do(change_of_field([the_purpose(desk)], name, "Dit"))
    desk.history.do(change_of_field([the_purpose(desk)], "balancing_holds", Answer.YES))
    settle()
    assert page.view.state.accessibleName().startswith("Mise en balance faite.")
    page.view.made_button.click()
    settle()
    assert (the_purpose(desk).balancing_on, the_purpose(desk).balancing_by) == (NOW.date(), AUTHOR.words)
    assert not page.view.made_button.isVisible()
    desk.history.undo()
    settle()
    assert the_purpose(desk).balancing_on is None


def test_the_step_on_the_persons_says_who_they_are(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    of = letter()
    group = record("person_group", activity=of.id, name="Abonnés")
    page = page_on(qtbot, desk_with(tmp_path, of, group, purpose(of)))
    step = next(one for one in page.view.sections if hasattr(one, "known"))
    assert "Abonnés" in step.known.text()


def test_the_finding_leads_to_the_step_that_is_missing(windows: Windows, tmp_path: Path) -> None:
    from dossier.ui.mending import mend

    of = letter()
    begun = purpose(of, interest="Savoir ce qui est lu")
    window = window_on(windows, tmp_path, of, begun)
    (finding,) = [one for one in window.desk.watch.open_in(begun) if one.check.id == "LB-02"]
    mend(window.desk, finding)
    settle()
    page = window.pages.currentWidget()
    assert isinstance(page, BalancingPage)
    assert page.view.record is not None
    assert page.view.record.id == begun.id
    assert page.view.form.field("balancing_necessity").input.has_keyboard()


def test_the_purpose_of_an_activity_leads_to_its_test(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    of = letter()
    asked, other = purpose(of), purpose(of, "Payer", basis="obligation_legale")
    desk = desk_with(tmp_path, of, asked, other)
    page = ActivitiesPage(desk)
    shown(qtbot, page)
    page.show_record(of.id)
    section = next(one for one in page.view.children_sections if isinstance(one, PurposeSection))
    section.open_part(other.id)
    settle()
    assert not section.balance_button.isVisibleTo(section)
    section.open_part(asked.id)
    settle()
    assert section.balance_button.isVisibleTo(section)
    with qtbot.waitSignal(desk.asked_for_place) as asked_for:
        section.balance_button.click()
    assert asked_for.args == [Place(BALANCING, asked.id)]


def test_an_activity_leads_to_its_screening(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    of = letter()
    desk = desk_with(tmp_path, of)
    page = ActivitiesPage(desk)
    shown(qtbot, page)
    page.show_record(of.id)
    view = page.view
    assert isinstance(view, ActivityView)
    with qtbot.waitSignal(desk.asked_for_place) as asked_for:
        view.screen_button.click()
    assert asked_for.args == [Place("dpia", of.id)]
    assert desk.dossier.of(Activity)[0].dpia_screened_on is None


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", [(1180, 800), (1016, 600)])
def test_the_page_has_no_problems(
    app: QApplication, qtbot: QtBot, tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    use_language("fr" if language == "fr" else "en")
    of = letter()
    page = page_on(qtbot, desk_with(tmp_path, of, purpose(of), purpose(of, "Protéger", **STEPS)), *size)
    assert problems(page) == []
    use_language("fr")


def test_without_such_a_purpose_the_page_says_so(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, desk_with(tmp_path))
    assert not page.table.isVisible()
    page.take_focus()
    assert page._first.hasFocus()
    asked = QSignalSpy(page.desk.asked_for_page)
    QTest.keyClick(page._first, Qt.Key.Key_Return)
    assert asked.at(0) == ["activity"]

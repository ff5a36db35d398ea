"""What the page of a breach shows in each state: the clock in words, the steps, the one next step."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier.i18n import use_language
from dossier.law.data import law_data
from dossier.model.breach import Breach, BreachNotification, BreachParty
from dossier.model.record import Record
from dossier.model.vocabulary_procedures import NotificationType
from dossier.ui.breach.form_order import DECIDED, DECISION, FOLLOW_UP, INCIDENT, ITEMS, LATE
from dossier.ui.records.form import form_fields
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.reading_order import stops
from tests.factories import NOW, filled_dossier
from tests.ui.breaches import (
    STATES,
    as_processor,
    desk_of,
    late,
    notified,
    page_on,
    running,
    suspected,
    the_breach,
    unknown,
    view_of,
)
from tests.ui.desks import desk_with, settle
from tests.ui.window_check import problems

Made = Callable[[], list[Record]]


@pytest.mark.parametrize(
    ("made", "clock", "step"),
    [
        (running, "54 h 40 restantes sur 72 h. À notifier au plus tard mar. 24 nov. 2026 à 20:45 (Paris)", "Évaluer"),
        (late, "28 h de retard. Échéance passée : sam. 21 nov. 2026 à 10:05 (Paris)", "Marquer notifiée"),
        (suspected, "Soupçon : aucun délai ne court", ""),
        (unknown, "Prise de connaissance pas encore indiquée : aucun délai ne court", ""),
        (as_processor, "Alerter chaque responsable de traitement dans les meilleurs délais, art. 33(2)", "alert"),
        (
            notified,
            "Notifiée à la CNIL dans le délai. Notifiée le ven. 20 nov. 2026 à 22:05 (Paris)",
            "Noter le complément",
        ),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_the_clock_and_the_next_step_are_said_in_words(
    made: Made, clock: str, step: str, app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, desk_of(tmp_path, *made()))
    assert view_of(page).breach_head.clock.accessibleName().replace("\u00a0", " ") == clock
    assert step.replace("Évaluer", "évaluation") in page.next_step.text()
    assert page.next_step.isVisible() == bool(step)


@pytest.mark.parametrize(
    ("made", "states"),
    [
        (running, "done done now todo todo todo"),
        (late, "done done now late todo todo"),
        (suspected, "done now todo todo todo todo"),
        (unknown, "now todo todo todo todo todo"),
        (as_processor, "done done now todo todo"),
        (notified, "done done done done now todo"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_the_steps_say_where_one_stands(
    made: Made, states: str, app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    steps = view_of(page_on(qtbot, desk_of(tmp_path, *made()))).breach_head.steps.steps
    assert " ".join(step.state for step in steps) == states


def test_the_end_by_the_regulation_is_information_with_its_source(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    clock = view_of(page_on(qtbot, desk_of(tmp_path, *running()))).breach_head.clock
    assert "1182/71" in clock.accessibleDescription()
    assert "à 21:00 (Paris)" in clock.accessibleDescription().replace("\u00a0", " ")


def test_who_is_not_alerted_yet_is_named(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, desk_of(tmp_path, *as_processor()))
    assert view_of(page).breach_head._waiting.text().endswith("Mairie")
    page.next_step.click()
    assert page.next_step.text() == "Clôturer"
    assert all(party.alerted_at for party in page.desk.dossier.of(BreachParty))
    assert [one.type for one in page.desk.dossier.of(BreachNotification)] == [NotificationType.CONTROLLER]


def test_the_reasons_of_a_delay_are_asked_for_once_late(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *late())
    view = view_of(page_on(qtbot, desk))
    reasons = view.form.field("delay_reasons")
    assert view.late.isVisible()
    assert "33(1)" in reasons.found
    reasons.input.put_back("Prestataire injoignable le week-end")
    assert view.commit()
    assert the_breach(desk).delay_reasons == "Prestataire injoignable le week-end"
    assert view.late.isVisible()
    assert "33(1)" not in reasons.found


def test_nothing_is_asked_before_the_deadline_and_a_minute_later_it_is(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_of(tmp_path, *running())
    page = page_on(qtbot, desk)
    view = view_of(page)
    assert not view.late.isVisible()
    desk.clock = lambda: NOW + timedelta(hours=54, minutes=41)
    view._minute.timeout.emit()
    assert view.late.isVisible()
    assert "1 min de retard" in view.breach_head.clock.accessibleName().replace("\u00a0", " ")
    assert page.next_step.text() == "Marquer notifiée"


def test_every_field_of_a_breach_stands_once_on_its_page() -> None:
    placed = [*LATE.fields, *INCIDENT, *DECISION, *DECIDED, *FOLLOW_UP, "reference", "name", "notify"]
    placed += [name for item in ITEMS for name in item.fields]
    assert sorted(placed) == sorted(field.name for field in form_fields(Breach))


def test_the_numbers_are_those_of_the_worksheet(app: QApplication) -> None:
    asked = {
        part["number"]: {one.get("of", one["code"]) for one in part["fields"]}
        for part in law_data("cnil_form")["sections"]
    }
    for item in ITEMS:
        known = {name for name in item.fields if any(name in names for names in asked.values())}
        assert known <= asked[item.number], item.number


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("made", STATES)
def test_no_state_has_problems(made: Made, language: str, app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    use_language("en" if language == "en" else "fr")
    page = page_on(qtbot, desk_of(tmp_path, *made()), 1016, 620)
    assert problems(page) == []
    assert len([one for one in page.findChildren(Button) if one.isVisible() and one.property("role") == "primary"]) <= 1


@pytest.mark.parametrize("size", [(1150, 800), (1016, 620), (960, 560)], ids=str)
def test_a_full_breach_has_no_problems_when_words_are_longer(
    size: tuple[int, int], stretched: None, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with(tmp_path, *filled_dossier())
    page = page_on(qtbot, desk, *size)
    view = view_of(page)
    view.severity.assess()
    view.severity.past._on_toggle()
    for section in view.children_sections:
        for part in list(section.rows)[:1]:
            section.open_part(part)
            assert section.open
            section.open.form.complete()
    view.used_by.read()
    view.past.read()
    view.deletion.delete([the_breach(desk)], lambda: None)
    settle()
    assert problems(page) == []


def test_the_keyboard_reaches_all_of_it_in_the_order_of_reading(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    view = view_of(page_on(qtbot, desk_of(tmp_path, *running())))
    wanted = [
        view.form.field("name").input.inputs[0],
        view.form.field("role").input.inputs[0].focusProxy(),
        view.parties.add_button,
        view.form.field("aware_at").input.inputs[0],
        view.timeline.line.words,
        view.sent.section.add_button,
        view.form.field("notes").input.inputs[0],
    ]
    next(iter(stops(view))).setFocus()
    reached = []
    for _stop in stops(view):
        view.focusNextPrevChild(True)
        reached.append(view.window().focusWidget())
    assert [one for one in reached if one in wanted] == wanted

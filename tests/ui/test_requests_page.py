"""The page of requests: by when each is to be answered, and its next steps, each of which can be taken back."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dossier.i18n import use_language
from dossier.model.organisation import Organisation
from dossier.model.record import Record
from dossier.model.request import Request, RequestPause
from dossier.model.vocabulary_procedures import PauseReason, RequestDecision, RequestState
from dossier.ui.deadlines.due_row import DueRow
from dossier.ui.desk import Desk
from dossier.ui.pages.requests import RequestsPage
from dossier.ui.requests.view import RequestView
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.table import CELL, Cell
from dossier.ui.windows import Windows
from dossier.work.edits import change_of_field
from tests.factories import NOW, record
from tests.ui.desks import desk_with, on_its_first_record, reading_desk, settle
from tests.ui.window_check import problems

from .opening import window_on, windows

__all__ = ["windows"]

TODAY = NOW.date()


def request(received: str = "2026-11-05", **values: Any) -> Record:
    values = {"name": "Copie de mes données", "rights": ["acces"], "state": "a_traiter", **values}
    return record("request", received_on=received, **values)


def page_on(qtbot: QtBot, desk: Desk, width: int = 1180, height: int = 800) -> RequestsPage:
    return on_its_first_record(qtbot, RequestsPage(desk), width, height)


def view_of(page: RequestsPage) -> RequestView:
    assert isinstance(page.view, RequestView)
    return page.view


def press(button: Button) -> None:
    """With the keyboard."""
    assert button.isVisible()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    settle()


def offered(page: RequestsPage) -> list[str]:
    return [button.text() for button in view_of(page).period.buttons if button.isVisible()]


def offered_states(page: RequestsPage) -> list[str]:
    assert page.listing
    assert page.listing.statuses._segmented
    return [part.option.words for part in page.listing.statuses._segmented.parts]


def focused() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def the_request(desk: Desk) -> Request:
    return desk.dossier.of(Request)[0]


def due(page: RequestsPage) -> list[tuple[str, str | None, str]]:
    """The cells of the list that say by when to answer."""
    assert page.listing
    model = page.listing.model
    cells = [model.index(row, 1).data(CELL) for row in range(model.rowCount())]
    return [(one.words.replace("\u00a0", " "), one.tone, one.icon) for one in cells if isinstance(one, Cell)]


def words(page: RequestsPage) -> list[str]:
    period = view_of(page).period
    labels = (period.standing, period.due, period.computed, period.extension)
    said = [label.text() for label in labels if label.isVisible()]
    return [each.replace("\u00a0", " ") for each in said]


def test_the_list_puts_first_what_is_to_be_answered_first_and_marks_what_is_late(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    calm, soon, late = request("2026-11-10"), request("2026-10-26"), request("2026-10-14")
    waiting, answered = request("2026-11-10"), request("2026-09-01", answered_on="2026-09-20", state="cloturee")
    pause = record("request_pause", request=waiting.id, reason="identite", started_on="2026-11-16")
    page = page_on(qtbot, desk_with(tmp_path, calm, soon, late, waiting, answered, pause))
    assert due(page) == [
        ("6 j de retard", "blocking", "blocking"),
        ("dans 4 j", "minor", "clock"),
        ("10/12/2026", None, ""),
        ("Suspendue", "info", "info"),
        ("Réponse dans le délai", None, ""),
    ]
    assert page.question.text().endswith("5 demandes, 4 ouvertes, 1 en retard")


def test_the_list_is_filtered_by_what_is_still_to_be_answered(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    refused = request("2026-09-01", state="refusee")
    desk = desk_with(tmp_path, request("2026-11-10"), request("2026-10-14", status="valide"), refused)
    page = page_on(qtbot, desk)
    assert page.listing
    assert offered_states(page) == ["Toutes 3", "Ouvertes 2", "Closes 1"]
    assert page.listing.statuses._segmented
    QTest.mouseClick(page.listing.statuses._segmented.parts[1], Qt.MouseButton.LeftButton)
    assert [words for words, _tone, _icon in due(page)] == ["6 j de retard", "10/12/2026"]
    assert "3 demandes, 2 ouvertes" in page.question.text()
    desk.history.do(change_of_field([the_request(desk)], "answered_on", TODAY))
    settle()
    assert offered_states(page) == ["Toutes 3", "Ouvertes 1", "Closes 2"]


def test_the_holidays_of_alsace_and_moselle_count_as_soon_as_the_organisation_says_so(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with(tmp_path, record("organisation", name="Éco"), request("2026-03-03"))
    page = page_on(qtbot, desk)
    assert "Réponse due le vendredi 03/04/2026" in words(page)
    local = change_of_field(desk.dossier.of(Organisation), "alsace_moselle", True)
    assert local
    desk.history.do(local)
    settle()
    assert "Réponse due le mardi 07/04/2026" in words(page)
    assert "03/04/2026 est un jour férié" in words(page)[-1]
    assert due(page)[0][0] == f"{(TODAY - date(2026, 4, 7)).days} j de retard"


def test_the_record_begins_with_what_is_left_and_how_it_was_computed(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, desk_with(tmp_path, request("2026-10-14")))
    assert words(page) == [
        "6 jours de retard",
        "Réponse due le lundi 16/11/2026",
        "Reçue le mercredi 14/10/2026 · 1 mois pour répondre (art. 12(3)) · "
        "14/11/2026 est un samedi : lundi 16/11/2026",
    ]
    assert offered(page) == ["Répondre", "Refuser"]  # after the end, no suspension nor extension can be told in time


def test_a_suspension_is_one_edit_and_resuming_ends_it(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path, request())
    page = page_on(qtbot, desk)
    press(view_of(page).period.identity)
    (pause,) = desk.dossier.of(RequestPause)
    assert (pause.started_on, pause.ended_on, pause.reason) == (TODAY, None, PauseReason.IDENTITY)
    assert the_request(desk).state is RequestState.IDENTITY
    assert words(page)[0] == "Suspendue depuis le 22/11/2026"
    assert due(page)[0][0] == "Suspendue"
    assert view_of(page).period.resume.hasFocus()
    press(view_of(page).period.resume)
    assert desk.dossier.of(RequestPause)[0].ended_on == TODAY
    assert the_request(desk).state is RequestState.TO_DO
    assert words(page)[0] == "15 jours restants"
    assert due(page)[0][0] == "07/12/2026"
    desk.history.undo()
    desk.history.undo()
    settle()
    assert not desk.dossier.of(RequestPause)
    assert the_request(desk).state is RequestState.TO_DO
    assert "Suspendre (identité)" in offered(page)


def test_an_extension_is_told_today_and_asks_for_its_reason(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path, request())
    page = page_on(qtbot, desk)
    press(view_of(page).period.extend)
    assert (the_request(desk).extended, the_request(desk).extension_notified_on) == (True, TODAY)
    assert words(page)[1] == "Réponse due le vendredi 05/02/2027"
    assert page.view.form.field("extension_reason").input.hasFocus()
    assert "Prolonger" not in offered(page)
    desk.history.undo()
    assert (the_request(desk).extended, the_request(desk).extension_notified_on) == (None, None)


def test_an_extension_that_was_told_late_is_said_beside_the_period(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    late = request("2026-09-30", extended=True, extension_notified_on="2026-11-03")
    page = page_on(qtbot, desk_with(tmp_path, late))
    assert words(page)[3:] == [
        "Prolongation annoncée le 03/11/2026 : elle devait l’être au plus tard le 30/10/2026 (art. 12(3))"
    ]


def test_what_was_answered_says_when_and_by_when_it_was_due(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    answered = request("2026-10-20", answered_on="2026-11-05", state="cloturee", decision="satisfaite")
    page = page_on(qtbot, desk_with(tmp_path, answered))
    assert words(page)[:2] == [
        "Réponse dans le délai",
        "Répondu le jeudi 05/11/2026 ; réponse due le vendredi 20/11/2026",
    ]


def test_the_list_says_where_each_request_stands_and_asks_for_a_day_of_receipt(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    undated = request().with_(received_on=None)
    page = page_on(qtbot, desk_with(tmp_path, undated))
    assert due(page) == [("Reçue quand ?", "check", "check")]
    assert page.listing
    assert page.listing.model.index(0, 2).data() == "À traiter"


def test_a_refusal_asks_for_its_reasons_and_is_closed_as_one(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path, request())
    page = page_on(qtbot, desk)
    press(view_of(page).period.refuse)
    field = page.view.form.field("refusal_reasons")
    assert the_request(desk).decision is RequestDecision.REFUSED
    assert field.input.hasFocus()
    assert "art. 12(4)" in field.found.replace("\u00a0", " ")
    press(view_of(page).period.answer)
    assert (the_request(desk).state, the_request(desk).answered_on) == (RequestState.REFUSED, TODAY)


def test_an_answer_closes_the_request_in_one_edit(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path, request())
    page = page_on(qtbot, desk)
    press(view_of(page).period.answer)
    assert (the_request(desk).state, the_request(desk).answered_on) == (RequestState.CLOSED, TODAY)
    assert words(page)[0] == "Réponse dans le délai"
    assert offered(page) == []
    decision = page.view.form.field("decision")
    assert decision.isAncestorOf(focused())
    desk.history.undo()
    settle()
    assert the_request(desk).answered_on is None
    assert "Répondre" in offered(page)


def test_what_is_being_typed_is_written_before_a_step(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path, request())
    page = page_on(qtbot, desk)
    page.view.go_to_field("name")
    QTest.keyClicks(focused(), "x")
    view_of(page).extend()
    assert the_request(desk).name.startswith("x")
    assert the_request(desk).extended


def test_a_dossier_that_is_only_read_offers_nothing_to_press(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, reading_desk(tmp_path, request()))
    assert not any(button.isEnabled() for button in view_of(page).period.buttons)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nothing_is_cut_at_the_smallest_window(app: QApplication, qtbot: QtBot, tmp_path: Path, lang: Any) -> None:
    use_language(lang)
    waiting = request("2026-11-10")
    pause = record("request_pause", request=waiting.id, reason="identite", started_on="2026-11-16")
    page = page_on(qtbot, desk_with(tmp_path, request("2026-10-14"), request(), waiting, pause), 1044, 644)
    for one in page.desk.dossier.of(Request):
        page.show_record(one.id)
        settle()
        assert problems(page) == []


def test_the_window_shows_a_request_on_this_page(windows: Windows, tmp_path: Path) -> None:
    made = window_on(windows, tmp_path, request())
    made.desk.go_to(the_request(made.desk))
    settle()
    assert isinstance(made.pages.currentWidget(), RequestsPage)


def test_the_overview_shows_first_what_is_to_be_answered_first(qtbot: QtBot, windows: Windows, tmp_path: Path) -> None:
    made = window_on(windows, tmp_path, request("2026-11-10"), request("2026-10-14", name="Effacement"))
    qtbot.waitUntil(lambda: bool(made.findChildren(DueRow)))
    said = [row.accessibleName().replace("\u00a0", " ").split(", ")[:2] for row in made.findChildren(DueRow)]
    assert said[:2] == [
        ["Répondre à la personne : Effacement", "6 j de retard"],
        ["Répondre à la personne : Copie de mes données", "dans 18 j"],
    ]


def test_the_list_follows_a_suspension_that_is_changed_alone(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    waiting = request("2026-11-10")
    pause = record("request_pause", request=waiting.id, reason="identite", started_on="2026-11-16")
    desk = desk_with(tmp_path, waiting, pause)
    page = page_on(qtbot, desk)
    assert due(page)[0][0] == "Suspendue"
    desk.history.do(change_of_field(desk.dossier.of(RequestPause), "ended_on", date(2026, 11, 20)))
    assert due(page)[0][0] == "14/12/2026"
    assert words(page)[0] == "22 jours restants"

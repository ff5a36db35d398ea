"""The list of breaches, the way to one and back, and how a breach leaves its register."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier.model.breach import Breach, BreachEvent
from dossier.model.evidence import Removal
from dossier.model.record import Record
from dossier.model.vocabulary_procedures import BreachState
from dossier.store.store import Store
from dossier.ui.desk import Desk
from dossier.ui.navigation import Pages, Place
from dossier.ui.pages.breaches import BreachesPage
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.records.children import ChildSection
from dossier.ui.records.deletion import Deletion
from dossier.ui.widgets.table import CELL
from tests.factories import AUTHOR, NOW, make_store, record
from tests.ui.breaches import ago, breach, desk_of, late, notified, page_on, running, suspected, the_breach, view_of
from tests.ui.desks import desk_over, settle, shown
from tests.ui.window_check import problems

LEFT, ENTER = Qt.MouseButton.LeftButton, Qt.Key.Key_Return


def listed(qtbot: QtBot, desk: Desk) -> BreachesPage:
    page = BreachesPage(desk)
    shown(qtbot, page)
    page.take_focus()
    return page


def several() -> list[Record]:
    return [*notified(), *running(), *late(), *suspected()]


def clocks(page: BreachesPage) -> list[str]:
    assert page.listing
    model = page.listing.model
    return [model.index(row, 1).data(CELL).words.replace("\u00a0", " ") for row in range(model.rowCount())]


def press_row(page: BreachesPage, row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    assert page.listing
    table = page.listing.table
    at = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, keys, at)
    settle()


def test_the_list_tells_each_clock_and_sorts_by_what_presses(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = listed(qtbot, desk_of(tmp_path, *several()))
    assert clocks(page) == ["–", "54 h 40 restantes sur 72 h", "28 h de retard", "Soupçon : aucun délai ne court"]
    assert page.listing
    page.listing.model.sort(1)
    assert clocks(page)[:2] == ["28 h de retard", "54 h 40 restantes sur 72 h"]
    assert "4 violations" in page.question.text()


def test_the_list_is_filtered_by_what_is_still_open(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    dismissed = breach(suspected_at=ago(90), state=BreachState.DISMISSED)
    page = listed(qtbot, desk_of(tmp_path, *running(), *suspected(), dismissed))
    assert page.listing
    segmented = page.listing.statuses._segmented
    assert segmented
    assert [part.option.words for part in segmented.parts] == ["Toutes 3", "Ouvertes 2", "Closes 1"]
    QTest.mouseClick(segmented.parts[2], LEFT)
    assert [one.id for one in page.listing.shown()] == [dismissed.id]


def test_a_press_opens_a_breach_and_one_button_brings_the_list_back(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_of(tmp_path, *several())
    page = listed(qtbot, desk)
    assert page.current_record() is None
    press_row(page, 1)
    assert page.current_record() == desk.dossier.of(Breach)[1]
    assert not page.add_button.isVisible()
    page.all_button.click()
    settle()
    assert page.listing
    assert page.current_record() is None
    assert [one.id for one in page.listing.chosen()] == [desk.dossier.of(Breach)[1].id]
    assert page.listing.table.hasFocus()
    QTest.keyClick(page.listing.table, ENTER)
    assert page.current_record() == desk.dossier.of(Breach)[1]


def test_the_log_of_an_incident_is_asked_for_from_the_list(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *several())
    page = listed(qtbot, desk)
    pages: list[str] = []
    desk.asked_for_page.connect(pages.append)
    page.add_button.click()
    assert pages == ["incident"]


def test_one_comes_back_to_the_breach_that_was_seen(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *several())
    pages = Pages(desk)
    shown(qtbot, pages)
    second = desk.dossier.of(Breach)[1]
    pages.go(Place("breach", second.id))
    pages.go(Place("overview"))
    pages.step(-1)
    assert pages.here == Place("breach", second.id)


def asked(page: BreachesPage) -> Deletion:
    return view_of(page).deletion


def test_a_breach_is_deleted_with_a_reason_that_stays(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *several())
    page = page_on(qtbot, desk)
    reference = the_breach(desk).reference
    page.delete()
    assert asked(page).isVisible()
    assert problems(page) == []
    QTest.keyClick(asked(page)._line, ENTER)
    assert desk.dossier.count(Breach) == 4
    reason = asked(page)._reason
    assert reason
    assert "Dites pourquoi" in reason.error
    asked(page)._line.setText("Saisie deux fois")
    QTest.keyClick(asked(page)._line, ENTER)
    settle()
    assert desk.dossier.count(Breach) == 3
    (trace,) = desk.dossier.of(Removal)
    assert (trace.name, trace.reason, trace.removed_by) == (reference, "Saisie deux fois", AUTHOR.words)
    assert page.current_record() is None
    assert "Suppression" in desk.history.stack.undoText()
    desk.history.undo()
    assert the_breach(desk).reference == reference
    assert desk.dossier.count(Removal) == 0


def test_escape_keeps_the_breach(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *several())
    page = page_on(qtbot, desk)
    page.delete()
    QTest.keyClick(asked(page)._line, Qt.Key.Key_Escape)
    assert not asked(page).isVisible()
    assert desk.dossier.count(Breach) == 4


def test_several_are_deleted_with_one_reason(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *several())
    page = listed(qtbot, desk)
    press_row(page, 0, Qt.KeyboardModifier.ControlModifier)
    press_row(page, 2, Qt.KeyboardModifier.ShiftModifier)
    assert page.listing
    assert len(page.listing.chosen()) == 3
    assert page.bulk.isVisible()
    assert problems(page) == []
    page.delete()
    page.bulk.deletion._line.setText("Exercice")
    QTest.keyClick(page.bulk.deletion._line, ENTER)
    assert desk.dossier.count(Breach) == 1
    assert {one.reason for one in desk.dossier.of(Removal)} == {"Exercice"}
    desk.history.undo()
    assert desk.dossier.count(Breach) == 4


def test_what_was_deleted_is_read_and_never_rewritten(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *running())
    page = page_on(qtbot, desk)
    page.delete()
    asked(page)._line.setText("Saisie deux fois")
    QTest.keyClick(asked(page)._line, ENTER)
    removals = KindPage(Removal, desk)
    shown(qtbot, removals)
    removals.take_focus()
    removals.view.form.complete()
    assert not removals.add_button.isVisible()
    assert not removals.view.head.delete.isEnabled()
    removals.add()
    removals.delete()
    assert desk.dossier.count(Removal) == 1
    assert removals.view.form.field("reason").input.inputs[0].property("readOnly")
    assert "jamais réécrit" in removals.view._locked.accessibleName()


def test_dated_parts_are_only_read_in_a_form(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    made = breach(aware_at=ago(2))
    desk = desk_of(tmp_path, made, record("breach_event", breach=made.id, at=ago(1), name="Appel"))
    section = ChildSection(BreachEvent, desk)
    shown(qtbot, section)
    section.show_record(the_breach(desk))
    section.open_part(desk.dossier.of(BreachEvent)[0].id)
    assert section.open
    assert not section.add_button.isVisible()
    assert section.open.form.field("name").input.inputs[0].property("readOnly")
    assert not section.open._delete.isEnabled()


def test_a_dossier_open_to_read_shows_all_and_asks_nothing(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    make_store(tmp_path / "essai.dossier", [record("organisation", name="Éco"), *late()]).close()
    page = page_on(qtbot, desk_over(Store.read(tmp_path / "essai.dossier")))
    view = view_of(page)
    assert not page.next_step.isEnabled()
    assert not view.timeline.line.words.isEnabled()
    assert not view.severity._again.isEnabled()
    assert problems(page) == []


def test_the_sheet_of_a_breach_is_written_as_a_pdf(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *notified())
    page, words = page_on(qtbot, desk), list[str]()
    desk.said.connect(lambda _tone, sentence: words.append(sentence))
    page.write_sheet(tmp_path / "fiche.pdf")
    qtbot.waitUntil(lambda: bool(words), timeout=20_000)
    assert "fiche.pdf" in words[0]
    assert (tmp_path / "fiche.pdf").read_bytes().startswith(b"%PDF")


def test_the_first_numbers_of_the_form_lead_to_the_records_that_answer_them(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_of(tmp_path, *running())
    page, places = page_on(qtbot, desk), list[Place]()
    desk.asked_for_place.connect(places.append)
    numbers = view_of(page).form_head.elsewhere.numbers
    assert "Éco" in numbers[2]._told.text()
    assert "Ville" in numbers[2]._lacking.text()
    numbers[2].complete.click()
    assert places[0].page == "organisation"
    view_of(page).form_head.copy.click()
    assert places[1] == Place("breach/worksheet", the_breach(desk).id)


def test_the_clock_of_the_list_is_that_of_now(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *running())
    page = listed(qtbot, desk)
    desk.clock = lambda: NOW + timedelta(hours=50)
    assert clocks(page) == ["4 h 40 restantes sur 72 h"]

"""The page of the deadlines: the list and the months by keyboard, the way to the field, the file for calendars."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from dossier.i18n import language
from dossier.law.deadlines import everything_due
from dossier.law.due import Due, Subject
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.ui.deadlines.arranging import Asked, Head, arranged
from dossier.ui.deadlines.day_cell import DayCell, fitting
from dossier.ui.desk import Desk
from dossier.ui.navigation import Place
from dossier.ui.pages.deadlines import LIST, MONTHS, DeadlinesPage
from dossier.ui.windows import Windows
from dossier.work.edits import change_of_field
from tests.factories import NOW, record
from tests.ui.desks import desk_with, settle, shown
from tests.ui.opening import window_on, windows
from tests.ui.window_check import problems

__all__ = ["windows"]

Key = Qt.Key
LATE = record("action", reference="ACN-001", name="Chiffrer les postes", due_on="2026-11-10", state="a_faire")
SOON = record("action", reference="ACN-002", name="Purger les prospects", due_on="2026-11-27", state="a_faire")
NEXT = record("processor", reference="STT-001", name="CELESTE", next_review="2026-12-10")
FAR = record("waiver", reference="DER-001", name="Mots de passe", ends_on="2027-06-30")
ALL = (LATE, SOON, NEXT, FAR)


def page_on(qtbot: QtBot, desk: Desk, width: int = 1180, height: int = 820) -> DeadlinesPage:
    page = DeadlinesPage(desk)
    shown(qtbot, page, width, height)
    qtbot.waitUntil(lambda: page._found is not None)
    page.take_focus()
    settle()
    return page


@pytest.fixture
def desk(app: QApplication, tmp_path: Path) -> Desk:
    return desk_with(tmp_path, record("organisation", name="Éco"), *ALL)


@pytest.fixture
def places(desk: Desk) -> list[Place]:
    asked: list[Place] = []
    desk.asked_for_place.connect(asked.append)
    return asked


def listed(page: DeadlinesPage) -> list[str]:
    """The heads and the references, from top to bottom."""
    about = page.table.lines.about
    told = [f"{one.title} {one.number}" if isinstance(one, Head) else one.record.reference for one in about]
    return [words.replace("\u00a0", " ") for words in told]


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    settle()


def chosen(page: DeadlinesPage) -> DayCell:
    (cell,) = [cell for cell in page.months.cells if cell.isChecked()]
    return cell


def test_the_list_tells_what_is_late_first_then_by_week_and_month(qtbot: QtBot, desk: Desk) -> None:
    page = page_on(qtbot, desk)
    assert listed(page) == [
        *("En retard 1", "ACN-001", "Dans les 7 jours 1", "ACN-002"),
        *("Dans les 30 jours 1", "STT-001", "Plus tard 1", "DER-001"),
    ]
    assert page.count.text() == "4 échéances"


def test_arrows_step_over_the_heads_and_enter_leads_to_the_field(qtbot: QtBot, desk: Desk, places: list[Place]) -> None:
    page = page_on(qtbot, desk)
    assert page.table.hasFocus()
    press(Key.Key_Return)
    press(Key.Key_Down)
    press(Key.Key_Down)
    press(Key.Key_Return)
    press(Key.Key_Up)
    press(Key.Key_Up)
    press(Key.Key_Up)
    press(Key.Key_Return)
    assert places == [
        Place("action", LATE.id, "due_on"),
        Place("processor", NEXT.id, "next_review"),
        Place("action", LATE.id, "due_on"),
    ]


def test_the_list_is_filtered_by_words_and_by_topic(qtbot: QtBot, desk: Desk) -> None:
    page = page_on(qtbot, desk)
    page.filter.setText("celeste")
    qtbot.waitUntil(lambda: listed(page) == ["Dans les 30 jours 1", "STT-001"])
    page.filter.setText("introuvable")
    qtbot.waitUntil(lambda: page.nothing.isVisible())
    page.filter.clear()
    page.subject.setCurrentIndex(page.subject.findData(Subject.WAIVER.value))
    qtbot.waitUntil(lambda: listed(page) == ["Plus tard 1", "DER-001"])


def test_what_is_done_leaves_the_list(qtbot: QtBot, desk: Desk) -> None:
    page = page_on(qtbot, desk)
    late = desk.dossier.get(LATE.id)
    assert late is not None
    desk.history.do(change_of_field([late], "done_on", date(2026, 11, 22)))
    qtbot.waitUntil(lambda: "ACN-001" not in listed(page))


def test_a_month_is_walked_by_keyboard_and_each_day_says_what_is_due(
    qtbot: QtBot, desk: Desk, places: list[Place]
) -> None:
    page = page_on(qtbot, desk)
    page.show_look(MONTHS)
    page.take_focus()
    settle()
    assert chosen(page).day == NOW.date()
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Left, Key.Key_Left):
        press(key)
    assert chosen(page).day == date(2026, 11, 27)
    assert chosen(page).hasFocus()
    assert chosen(page).accessibleName() == "vendredi 27/11/2026, 1 échéance, Action\u00a0: Purger les prospects"
    press(Key.Key_PageDown)
    assert page.months.heading.text() == "Décembre 2026"
    press(Key.Key_PageUp)
    press(Key.Key_Return)
    assert page.months.beside.rows[0].hasFocus()
    press(Key.Key_Return)
    assert places == [Place("action", SOON.id, "due_on")]


def test_a_day_without_anything_tells_what_comes_next(qtbot: QtBot, desk: Desk) -> None:
    page = page_on(qtbot, desk)
    page.show_look(MONTHS)
    settle()
    rows = [row.due.record.reference for row in page.months.beside.rows if row.isVisible() and row.due]
    assert rows == ["ACN-002", "STT-001", "DER-001"]
    page.months.show_day(date(2027, 7, 1))
    assert page.months.beside.nothing.text() == "Rien n’arrive à échéance à partir de ce jour."


def test_a_narrow_day_keeps_the_number_of_a_reference(app: QApplication) -> None:
    assert fitting(("DR-2026-003", "répondre"), 300) == "DR-2026-003 répondre"
    assert fitting(("DR-2026-003", "répondre"), 90) == "DR-2026-003"


def test_what_is_listed_is_saved_for_a_calendar(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, target, told = page_on(qtbot, desk), tmp_path / "dates.ics", list[str]()
    desk.said.connect(lambda _tone, sentence: told.append(sentence))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target), ""))
    page.filter.setText("celeste")
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    page.export_button.click()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [f"1 échéance est dans {target}."]
    assert target.read_text(encoding="utf-8").count("BEGIN:VEVENT") == 1


def test_a_dossier_without_a_date_says_so(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, desk_with(tmp_path, record("organisation", name="Éco")))
    assert page.nothing.text().startswith("Rien n’arrive à échéance dans ce dossier. Violations, demandes, contrats")
    assert not page.export_button.isEnabled()


@pytest.mark.parametrize("size", [(1180, 820), (1040, 600)])
@pytest.mark.parametrize("look", [LIST, MONTHS])
def test_nothing_is_cut_or_nameless(qtbot: QtBot, desk: Desk, size: tuple[int, int], look: str) -> None:
    page = page_on(qtbot, desk, *size)
    page.show_look(look)
    settle()
    assert problems(page) == []


def test_the_sidebar_counts_what_is_late(qtbot: QtBot, windows: Windows, tmp_path: Path) -> None:
    window = window_on(windows, tmp_path, record("organisation"), *ALL)
    window.desk.watch.begin()
    qtbot.waitUntil(lambda: window.desk.watch.agenda is not None)
    (button,) = [one for key, one in window.side._buttons.items() if key == "deadlines"]
    assert button.accessibleName() == "Échéances, 1 en retard"
    button.click()
    assert isinstance(window.pages.currentWidget(), DeadlinesPage)


def test_thousands_are_arranged_with_their_heads() -> None:
    due = [*everything_due_of(LATE)] * 3000
    found = arranged(due, Asked(words="chiffrer"), NOW, language("en"))
    assert (len(found.due), len(found.lines), found.about[0]) == (3000, 3001, Head("Late", 3000))


def everything_due_of(*some: Record) -> tuple[Due, ...]:
    return everything_due(Dossier("d").with_records(((None, one) for one in some), 1, ""), NOW)

"""The retention schedule in the window: what each line says, filters, the keyboard, a purge noted and taken back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier.i18n import use_language
from dossier.model.activity import Activity, Retention
from dossier.model.measure import Operation
from dossier.model.record import Duration, Record, Unit
from dossier.model.vocabulary_procedures import OperationType
from dossier.ui.desk import Desk
from dossier.ui.main_window import MainWindow
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.pages.retention import RetentionPage
from dossier.ui.side import RETENTION
from dossier.ui.windows import Windows
from dossier.work import edits
from tests.factories import NOW, record
from tests.ui.desks import desk_with, reading_desk, settle, shown
from tests.ui.opening import window_on, windows
from tests.ui.window_check import problems

__all__ = ["windows"]

SALES, PAY = record("activity", name="Vente en ligne"), record("activity", name="Paie")
CARD = record("data_item", activity=SALES.id, name="Carte bancaire")


def kept(name: str, years: int, **values: Any) -> Record:
    named = {"activity": SALES.id, "name": name, "trigger": "dernier_contact", **values}
    return record("retention", duration=Duration(count=years, unit=Unit.YEAR), data_items=(PHONE.id,), **named)


PHONE = record("data_item", activity=SALES.id, name="Téléphone")
PROSPECTS, INVOICES = kept("Prospects", 4), kept("Factures", 10, final_fate="suppression")
PURGED = record("operation", name="Purge d’été", type="purge", done_on="2025-08-01", about=(PROSPECTS.id,))
RECORDS = (SALES, PAY, CARD, PHONE, PROSPECTS, INVOICES, PURGED)


def wait() -> None:
    """What is worked out away from the window's thread is shown."""
    for _turn in range(2):
        QThreadPool.globalInstance().waitForDone()
        settle()


def page_on(qtbot: QtBot, desk: Desk, width: int = 1180, height: int = 820) -> RetentionPage:
    use_language("en")
    page = RetentionPage(desk)
    shown(qtbot, page, width, height)
    page.take_focus()
    wait()
    return page


def told(page: RetentionPage, columns: int = 5) -> list[list[str]]:
    lines = page.table.lines
    return [[lines.index(row, place).data() for place in range(columns)] for row in range(lines.rowCount())]


def names(page: RetentionPage) -> list[str]:
    return [line[0].split(",")[0] for line in told(page, 1)]


def show_only(page: RetentionPage, value: str) -> None:
    page.shown.setCurrentIndex(page.shown.findData(value))
    page.shown.activated.emit(page.shown.currentIndex())
    settle()


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClick(focused, key)
    settle()


def page_in(window: MainWindow) -> RetentionPage:
    window.go_to_page(RETENTION)
    wait()
    page = window.pages.currentWidget()
    assert isinstance(page, RetentionPage)
    return page


def test_each_period_stands_beside_its_reference_and_its_purges(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, desk_with(tmp_path, *RECORDS))
    counts = "2 without a period, 1 above the reference, 2 purges overdue or never noted"
    assert page.question.text() == f"Beside what the law and the CNIL say: {counts}"
    sales = "TRT-001 – Vente en ligne"
    assert told(page) == [
        [
            *(f"Prospects, {sales}", "4 years, Last contact", "Above the reference, at most 3 years"),
            *("2025-08-01, without a document", "113 d late, 2026-08-01"),
        ],
        [
            *(f"Factures, {sales}", "10 years, Last contact", "Within the reference, at least 10 years"),
            *("None noted", "To note"),
        ],
        [f"Carte bancaire, {sales}", "–", "No period stated", "–", "–"],
        ["All the data of the activity, TRT-002 – Paie", "–", "No period stated", "–", "–"],
    ]


def test_a_word_or_a_comparison_shows_its_lines_alone(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, desk_with(tmp_path, *RECORDS))
    offered = [page.shown.itemText(place) for place in range(page.shown.count())]
    assert offered == [
        *("All: 4", "No period stated: 2", "Above the reference: 1", "Within the reference: 1"),
        "Purge overdue or never noted: 2",
    ]
    show_only(page, "purge_late")
    assert names(page) == ["Prospects", "Factures"]
    page.filter.setText("FACT")
    assert names(page) == ["Factures"]
    show_only(page, "sans_duree")
    assert names(page) == []
    assert page._none.isVisible()
    page.filter.setText("")
    assert names(page) == ["Carte bancaire", "All the data of the activity"]


def test_the_chosen_line_quotes_the_text_and_the_day_of_its_reference(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, desk_with(tmp_path, *RECORDS))
    press(Qt.Key.Key_Down)
    assert page.details.title.text() == "Factures"
    assert page.details.reference.text().startswith("Invoices and accounting: at least 10 years (Intermediate archive")
    assert "art. L123-22 C. com. Source: Commercial Code" in page.details.basis.text()
    assert "2026-11-22" in page.details.basis.text()
    assert page.details.last.text() == "No purge is noted of these data."
    press(Qt.Key.Key_Up)
    assert page.details.due.accessibleName() == "Was due on 2026-08-01"
    assert page.details.proof.accessibleName() == "OPE-001 – Purge d’été"


def test_enter_opens_the_period_in_the_form_of_its_activity(
    app: QApplication, qtbot: QtBot, windows: Windows, tmp_path: Path
) -> None:
    window = window_on(windows, tmp_path, record("organisation", name="Éco"), *RECORDS)
    page_in(window).take_focus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    page = window.pages.currentWidget()
    assert isinstance(page, KindPage)
    assert isinstance(page.current_record(), Activity)
    opened = [section.open_record() for section in page.view.children_sections if section.kind is Retention]
    assert [one and one.title for one in opened] == ["Factures"]


def test_a_purge_is_noted_from_the_keyboard_opened_for_its_evidence_and_taken_back(
    app: QApplication, qtbot: QtBot, windows: Windows, tmp_path: Path
) -> None:
    window = window_on(windows, tmp_path, record("organisation", name="Éco"), *RECORDS)
    page_in(window).take_focus()
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle()
    here = window.pages.here
    made = window.desk.dossier.get(here.record, Operation)
    assert isinstance(made, Operation)
    assert (made.type, made.done_on, made.about) == (OperationType.PURGE, NOW.date(), (PROSPECTS.id,))
    assert made.title == "Purge : Prospects".replace(" :", "\u00a0:")
    window.step(-1)
    wait()
    page = page_in(window)
    assert page.current_record() == window.desk.dossier.get(PROSPECTS.id)
    assert page.details.last.text().startswith("22/11/2026")
    window.undo()
    wait()
    assert page.details.last.text().startswith("01/08/2025")


def delete(desk: Desk, record: Record) -> None:
    desk.history.do(edits.deletion(desk.dossier, [desk.dossier.get(record.id) or record], detach=True))
    wait()


def test_the_chosen_line_stays_chosen_and_what_follows_one_that_is_gone(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with(tmp_path, *RECORDS)
    page = page_on(qtbot, desk)
    for _line in range(2):
        press(Qt.Key.Key_Down)
    delete(desk, PROSPECTS)
    assert page.details.title.text() == "Carte bancaire"
    press(Qt.Key.Key_Up)
    delete(desk, INVOICES)
    assert page.details.title.text() == "Carte bancaire; Téléphone"
    assert QApplication.focusWidget() is page.table


def test_what_is_read_only_can_be_read_and_nothing_noted(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, reading_desk(tmp_path, *RECORDS))
    assert not page.details.note_button.isEnabled()
    page.add()
    assert page._desk.dossier.count(Operation) == 1


def test_without_any_activity_the_way_to_the_first_is_shown(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path)
    page_on(qtbot, desk)
    with qtbot.waitSignal(desk.asked_for_page) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == ["activity"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_holds_in_both_languages_and_small(
    app: QApplication, qtbot: QtBot, tmp_path: Path, language: Any
) -> None:
    desk = desk_with(tmp_path, *RECORDS)
    use_language(language)
    page = RetentionPage(desk)
    shown(qtbot, page, 1044, 644)
    wait()
    assert problems(page) == []

"""The page of processors: where contracts stand, the contract item by item, all contracts as one matrix, the chain."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dossier.i18n import use_language
from dossier.law.clauses import clause_items
from dossier.model.processor import Processor
from dossier.model.record import Record
from dossier.model.vocabulary import Answer, Clause
from dossier.ui.desk import Desk
from dossier.ui.pages.processors import ProcessorsPage
from dossier.ui.processors.clause_section import ClauseSection
from dossier.ui.processors.view import ProcessorView
from dossier.ui.records.choice_editors import ClauseEditor
from dossier.ui.widgets.table import CELL, Cell
from dossier.work import edits
from tests.factories import NOW, record
from tests.ui.desks import desk_with, reading_desk, settle, shown
from tests.ui.window_check import problems

YES, NO = {"state": "oui"}, {"state": "non"}
ALL = {item.field: YES for item in clause_items()}
SIGNED = {"role": "sous_traitant", "signed_on": "2024-02-02"}


def stripe(**values: Any) -> Record:
    partly = {"state": "partiel", "where": "DPA § 6"}
    return record("processor", **{"name": "Stripe", **SIGNED, **ALL, "clause_d": partly, "clause_g": NO, **values})


def page_on(qtbot: QtBot, desk: Desk, width: int = 1180, height: int = 800) -> ProcessorsPage:
    page = ProcessorsPage(desk)
    shown(qtbot, page, width, height)
    page.take_focus()
    if page.current_record():
        page.view.form.complete()
    settle()
    return page


def view_of(page: ProcessorsPage) -> ProcessorView:
    assert isinstance(page.view, ProcessorView)
    return page.view


def cell(page: ProcessorsPage, row: int, column: int) -> Cell:
    assert page.listing
    found = page.listing.model.index(row, column).data(CELL)
    assert isinstance(found, Cell)
    return found


def clauses(page: ProcessorsPage) -> ClauseSection:
    return [section for section in page.view.form.sections if isinstance(section, ClauseSection)][-1]


def editor(page: ProcessorsPage, name: str) -> ClauseEditor:
    found = page.view.form.field(name).input
    assert isinstance(found, ClauseEditor)
    return found


def focused() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_the_list_says_where_each_contract_stands_and_when_the_next_review_is(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with(
        tmp_path,
        stripe(next_review="2026-12-01"),
        record("processor", name="Acronis", role="sous_traitant", next_review="2026-11-01"),
        record("processor", name="OVH", next_review="2027-12-01"),
        record("processor", name="Celeste", **SIGNED, **ALL),
    )
    page = page_on(qtbot, desk)
    chips = [(cell(page, row, 1).words, cell(page, row, 1).tone) for row in range(4)]
    assert chips == [
        ("6\u00a0clauses sur 8", "major"),
        ("Manquant", "blocking"),
        ("Rôle à qualifier", "check"),
        ("Complet", "ok"),
    ]
    reviews = [(cell(page, row, 2).words, cell(page, row, 2).second, cell(page, row, 2).tone) for row in range(4)]
    assert reviews == [
        ("01/12/2026", "dans 9\u00a0j", None),
        ("01/11/2026", "21\u00a0j de retard", "major"),
        ("01/12/2027", "", None),
        ("–", "", None),
    ]
    assert page.listing
    page.listing.model.sort(1)
    assert [page.listing.model.record_at(row).title for row in range(4)] == ["Acronis", "OVH", "Stripe", "Celeste"]


def test_the_title_counts_the_clauses_and_follows_each_answer_and_its_undo(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with(tmp_path, stripe())
    page = page_on(qtbot, desk)
    assert clauses(page).count.text() == "6 sur 8, 1 en partie, 1 absente"
    answer = editor(page, "clause_g").state
    QTest.mouseClick(answer.parts[0], Qt.MouseButton.LeftButton)
    assert clauses(page).count.text() == "7 sur 8, 1 en partie"
    assert cell(page, 0, 1).words == "7\u00a0clauses sur 8"
    assert cell(page, 0, 1).tone == "minor"
    desk.history.undo()
    assert clauses(page).count.text() == "6 sur 8, 1 en partie, 1 absente"
    assert answer.value == "non"
    (kept,) = desk.dossier.of(Processor)
    assert kept.clause_g == Clause(state=Answer.NO)


def test_a_clause_is_answered_with_the_keyboard(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    """Arrows choose an answer; Tab goes to where the clause stands, then to the next clause."""
    desk = desk_with(tmp_path, stripe())
    page = page_on(qtbot, desk)
    first = editor(page, "clause_a")
    page.view.go_to_field("clause_a")
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert first.state.value == "partiel"
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is first.where
    QTest.keyClicks(first.where, "DPA § 2.1")
    QTest.keyClick(first.where, Qt.Key.Key_Tab)
    assert editor(page, "clause_b").isAncestorOf(focused())
    (kept,) = desk.dossier.of(Processor)
    assert kept.clause_a == Clause(state=Answer.PARTLY, where="DPA § 2.1")


def test_a_clause_is_read_aloud_with_its_letter_and_says_what_shows_it(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, desk_with(tmp_path, stripe()))
    field = page.view.form.field("clause_c")
    assert field.label.text() == "Mesures de sécurité de l’article\u00a032"
    assert field.input.accessibleName().startswith("(c) Mesures")
    assert "art.\u00a028(3)(c)" in field.label.toolTip().replace(" ", "\u00a0")
    assert "Annexe des mesures" in field.label.toolTip()


@pytest.mark.parametrize("size", [(1180, 800), (1016, 600)], ids=str)
@pytest.mark.parametrize("code", ["fr", "en"])
def test_nothing_is_cut_or_nameless(
    code: Any, size: tuple[int, int], app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    use_language(code)
    page = page_on(qtbot, desk_with(tmp_path, stripe(next_review="2026-12-01")), *size)
    assert problems(page) == []


@pytest.mark.usefixtures("stretched")
def test_nothing_is_cut_with_longer_words(qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, desk_with(tmp_path, stripe()), 1016, 600)
    assert problems(page) == []


def test_a_dossier_open_to_read_only_changes_nothing(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, reading_desk(tmp_path, stripe()))
    assert not editor(page, "clause_a").state.isEnabled()
    assert clauses(page).count.text() == "6 sur 8, 1 en partie, 1 absente"


def matrix_on(qtbot: QtBot, desk: Desk, width: int = 1180, height: int = 800) -> ProcessorsPage:
    page = page_on(qtbot, desk, width, height)
    QTest.mouseClick(page.look.parts[1], Qt.MouseButton.LeftButton)
    settle()
    return page


def told(page: ProcessorsPage, row: int) -> list[str]:
    rows = page.matrix.table.rows
    return [rows.index(row, column).data(CELL).words for column in range(rows.columnCount())]


def test_the_matrix_shows_every_item_of_every_contract(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = matrix_on(qtbot, desk_with(tmp_path, stripe(header_data=None), record("processor", service="Enquêtes")))
    table = page.matrix.table
    assert told(page, 0) == ["Stripe", *"OOO?OO", *"OOOPOONO", "6\u00a0clauses sur 8"]
    assert told(page, 1) == ["(Enquêtes)", *"?" * 14, "Rôle à qualifier"]
    assert [table.rows.headerData(column, Qt.Orientation.Horizontal) for column in (1, 7, 14)] == ["Objet", "a", "h"]
    clause = table.rows.index(0, 10)
    assert clause.data(Qt.ItemDataRole.AccessibleTextRole) == clause.data(Qt.ItemDataRole.ToolTipRole)
    assert clause.data(Qt.ItemDataRole.ToolTipRole) == (
        "Stripe, (d) Sous-traitance ultérieure\u00a0: En partie (DPA § 6)"
    )


def test_no_item_is_hidden_in_the_smallest_window(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = matrix_on(qtbot, desk_with(tmp_path, stripe()), 968, 600)
    assert [page.matrix.table.isColumnHidden(column) for column in range(15)] == [False] * 15
    assert problems(page) == []


def test_enter_leads_from_a_mark_to_the_clause_and_the_answer_comes_back(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with(tmp_path, record("processor", name="Acronis"), stripe())
    page = matrix_on(qtbot, desk)
    assert focused() is page.matrix.table
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    for _step in range(13):
        QTest.keyClick(focused(), Qt.Key.Key_Right)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    shown_now = page.current_record()
    assert shown_now
    assert shown_now.title == "Stripe"
    assert editor(page, "clause_g").isAncestorOf(focused())
    QTest.mouseClick(editor(page, "clause_g").state.parts[0], Qt.MouseButton.LeftButton)
    page.show_matrix()
    assert told(page, 1)[13] == "O"
    assert (page.matrix.table.currentIndex().row(), page.matrix.table.currentIndex().column()) == (1, 13)
    desk.history.undo()
    assert told(page, 1)[13] == "N"


def test_a_new_processor_leaves_the_matrix_for_its_form(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = matrix_on(qtbot, desk_with(tmp_path, stripe()))
    page.add()
    assert page.current_record() is not None
    assert page.look.value == "records"


def test_the_matrix_keeps_what_qt_asks_of_a_model(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path, stripe())
    page = matrix_on(qtbot, desk)
    rows = page.matrix.table.rows
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    desk.history.do(edits.creation(edits.new_record(Processor, NOW)))
    assert rows.rowCount() == 2
    desk.history.undo()
    assert rows.rowCount() == 1

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
from dossier.model.processor import Processor, SubProcessor
from dossier.model.record import Record
from dossier.model.vocabulary import Answer, Authorisation, Clause
from dossier.ui.desk import Desk
from dossier.ui.pages.processors import ProcessorsPage
from dossier.ui.processors.chain import ChainRow
from dossier.ui.processors.clause_section import ClauseSection
from dossier.ui.processors.noted_section import EndSection
from dossier.ui.processors.view import ProcessorView
from dossier.ui.records.choice_editors import ClauseEditor
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.table import CELL, Cell
from dossier.work import edits
from tests.factories import NOW, record
from tests.ui.desks import desk_with, on_its_first_record, reading_desk, settle
from tests.ui.window_check import problems

YES, NO = {"state": "oui"}, {"state": "non"}
ALL = {item.field: YES for item in clause_items()}
SIGNED = {"role": "sous_traitant", "signed_on": "2024-02-02"}


def stripe(**values: Any) -> Record:
    partly = {"state": "partiel", "where": "DPA § 6"}
    return record("processor", **{"name": "Stripe", **SIGNED, **ALL, "clause_d": partly, "clause_g": NO, **values})


def page_on(qtbot: QtBot, desk: Desk, width: int = 1180, height: int = 800) -> ProcessorsPage:
    return on_its_first_record(qtbot, ProcessorsPage(desk), width, height)


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
    reviews = [(cell(page, row, 2).words, cell(page, row, 2).second) for row in range(4)]
    assert reviews == [
        ("01/12/2026", "dans 9\u00a0j"),
        ("01/11/2026", "21\u00a0j de retard"),
        ("01/12/2027", ""),
        ("–", ""),
    ]
    assert page.listing
    page.listing.model.sort(1)
    assert [page.listing.model.record_at(row).title for row in range(4)] == ["Acronis", "OVH", "Stripe", "Celeste"]


def test_the_title_counts_the_clauses_and_follows_each_answer_and_its_undo(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with(tmp_path, stripe())
    page = page_on(qtbot, desk)
    assert clauses(page).note.text() == "6 sur 8, 1 en partie, 1 absente"
    answer = editor(page, "clause_g").state
    QTest.mouseClick(answer.parts[0], Qt.MouseButton.LeftButton)
    assert clauses(page).note.text() == "7 sur 8, 1 en partie"
    assert cell(page, 0, 1).words == "7\u00a0clauses sur 8"
    assert cell(page, 0, 1).tone == "minor"
    desk.history.undo()
    assert clauses(page).note.text() == "6 sur 8, 1 en partie, 1 absente"
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


def test_a_dossier_open_to_read_only_changes_nothing(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, reading_desk(tmp_path, stripe()))
    assert not editor(page, "clause_a").state.isEnabled()
    assert clauses(page).note.text() == "6 sur 8, 1 en partie, 1 absente"


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
    table, header = page.matrix.table, page.matrix.table.horizontalHeader()
    assert [table.isColumnHidden(column) for column in range(15)] == [False] * 15
    titles = {column: table.rows.headerData(column, Qt.Orientation.Horizontal) for column in range(15)}
    wide = {column: header.fontMetrics().horizontalAdvance(title) + 4 for column, title in titles.items()}
    assert [column for column in range(15) if wide[column] > table.columnWidth(column)] == []
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
    page.show_other()
    page.take_focus()
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


def chained() -> list[Record]:
    """Host engages Texts, which engages Fraud; two more engage each other."""
    stripe_ = stripe()
    host = record("sub_processor", name="Host", processor=stripe_.id, country="IE", authorised="oui")
    texts = record("sub_processor", name="Texts", processor=stripe_.id, country="US", authorised="non", under=host.id)
    fraud = record("sub_processor", name="Fraud", processor=stripe_.id, under=texts.id)
    left = record("sub_processor", name="Left", processor=stripe_.id)
    right = record("sub_processor", name="Right", processor=stripe_.id, under=left.id)
    return [stripe_, fraud, texts, host, left.with_(under=right.id), right]


def rows_of(page: ProcessorsPage) -> list[ChainRow]:
    return [row for row in view_of(page).chain.rows.values() if isinstance(row, ChainRow)]


def test_the_chain_is_a_tree_and_a_circle_is_shown_once_with_its_mark(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, desk_with(tmp_path, *chained()))
    rows = rows_of(page)
    indents = [row.indent // (rows[1].indent or 1) for row in rows]
    assert indents == [0, 1, 2, 0, 1]
    names = [row.accessibleName() for row in rows]
    assert names[2] == "Fraud · – · À vérifier · Niveau 3, recruté par Texts"
    assert [name.split(" · ")[2] for name in names[:3]] == ["Autorisé", "Non autorisé", "À vérifier"]
    assert ["circulaire" in name for name in names] == [False, False, False, True, False]


def test_what_nobody_answered_is_covered_by_a_general_authorisation(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with(tmp_path, *chained())
    page = page_on(qtbot, desk)
    (kept,) = desk.dossier.of(Processor)
    desk.history.do(edits.change_of_field([kept], "authorisation", Authorisation.GENERAL))
    told = [row.accessibleName().split(" · ")[2] for row in rows_of(page)]
    assert told[:3] == ["Autorisé", "Non autorisé", "Générale"]


def test_arrows_move_in_the_tree_and_open_and_close(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    records = chained()
    mail = record("sub_processor", name="Mail", processor=records[0].id, under=records[3].id)
    page = page_on(qtbot, desk_with(tmp_path, *records, mail))
    host = next(row for row in rows_of(page) if row.record_id == records[3].id)
    host.setFocus()
    for _step in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert focused().accessibleName().startswith("Mail")
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    assert focused().accessibleName().startswith("Fraud")
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    assert focused() is host
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    opened = view_of(page).chain.open_record()
    assert opened
    assert opened.title == "Host"
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert view_of(page).chain.open_record() is None
    assert focused() is host


def test_one_is_added_below_the_one_that_is_open(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path, *chained())
    page = page_on(qtbot, desk)
    chain = view_of(page).chain
    assert not chain.under_button.isVisible()
    rows_of(page)[1].click()
    settle()
    assert "Texts" in chain.under_button.text()
    chain.under_button.click()
    settle()
    added = chain.open_record()
    assert isinstance(added, SubProcessor)
    above = desk.dossier.get(added.under or "")
    assert above
    assert above.title == "Texts"
    assert rows_of(page)[3].record_id == added.id
    assert rows_of(page)[3].indent == rows_of(page)[2].indent
    desk.history.undo()
    assert len(rows_of(page)) == 5
    chain.close_open()
    chain.add()
    last = chain.open_record()
    assert isinstance(last, SubProcessor)
    assert last.under is None


def test_guarantees_say_which_ended_and_which_end_soon(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    stripe_ = stripe()
    ends = {"PCI": "2027-06-01", "ISO": "2026-12-20", "SOC": "2026-01-20", "Questionnaire": None}
    held = [record("guarantee", name=name, processor=stripe_.id, expires_on=end) for name, end in ends.items()]
    page = page_on(qtbot, desk_with(tmp_path, stripe_, *held))
    section = page.view.children_sections[1]
    assert [row.accessibleName() for row in section.rows.values()] == [
        "PCI · Jusqu’au 01/06/2027",
        "ISO · Jusqu’au 20/12/2026, dans 28\u00a0j",
        "SOC · Expirée le 20/01/2026",
        "Questionnaire · –",
    ]
    texts = [label.text() for label in section.findChildren(Label)]
    assert "4\u00a0fiches, 1 expirée, 1 expire bientôt" in texts


def test_the_audits_about_a_processor_stand_in_its_record_and_one_is_begun_from_it(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    stripe_, other = stripe(last_review="2026-03-01", next_review="2026-12-01"), record("processor", name="OVH")
    about = {"type": "audit_sous_traitant", "result": "oui"}
    audits = [
        record("operation", name="Ancien", about=[stripe_.id], done_on="2024-02-02", **about),
        record("operation", name="Récent", about=[stripe_.id], done_on="2026-02-02", next_due="2027-02-02", **about),
        record("operation", name="Ailleurs", about=[other.id], done_on="2026-02-02", **about),
        record("operation", name="Formation", about=[stripe_.id], type="formation"),
    ]
    desk = desk_with(tmp_path, stripe_, other, *audits)
    page = page_on(qtbot, desk)
    found = view_of(page).audits
    assert [row.words.split(" · ")[0] for row in found.list.rows] == ["Récent", "Ancien"]
    assert found.reviews.text() == (
        "dernière revue le 01/03/2026 · prochaine revue le 01/12/2026, dans 9\u00a0j · prochain audit le 02/02/2027, "
        "dans 72\u00a0j"
    )
    asked: list[Record] = []
    desk.asked_for.connect(asked.append)
    found.list.rows[1].click()
    found.add_button.click()
    assert [one.title for one in asked] == ["Ancien", "Audit de Stripe"]
    assert found.list.rows[0].words.split(" · ")[0] == "Audit de Stripe"
    desk.history.undo()
    assert len(found.list.rows) == 2


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "aucune fin consignée"),
        ({"ends_on": "2026-12-31"}, "se termine le 31/12/2026, dans 39\u00a0j"),
        ({"ends_on": "2026-01-31"}, "terminé le 31/01/2026\u00a0; restitution ou suppression non attestée"),
        (
            {"ends_on": "2026-01-31", "return_certified_on": "2026-02-15"},
            "terminé le 31/01/2026\u00a0; restitution ou suppression attestée le 15/02/2026",
        ),
    ],
)
def test_the_end_of_the_contract_says_what_is_still_to_come_back(
    values: dict[str, str], expected: str, app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, desk_with(tmp_path, stripe(**values)))
    assert [section.note.text() for section in page.view.form.sections if isinstance(section, EndSection)] == [expected]


@pytest.mark.parametrize("size", [(1180, 800), (1016, 600)], ids=str)
@pytest.mark.parametrize("code", ["fr", "en"])
def test_nothing_is_cut_or_nameless(
    code: Any, size: tuple[int, int], app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    use_language(code)
    check_whole_page(page_on(qtbot, desk_with(tmp_path, *surrounded()), *size))


@pytest.mark.usefixtures("stretched")
def test_nothing_is_cut_with_longer_words(qtbot: QtBot, tmp_path: Path) -> None:
    check_whole_page(page_on(qtbot, desk_with(tmp_path, *surrounded()), 1016, 600))


def surrounded() -> list[Record]:
    """A processor with a chain, guarantees that end, an audit."""
    made = chained()
    values = {"processor": made[0].id, "type": "iso_27001", "expires_on": "2026-12-20"}
    audit = {"type": "audit_sous_traitant", "done_on": "2026-02-02", "result": "oui", "about": [made[0].id]}
    return [*made, record("guarantee", name="ISO", **values), record("operation", name="Audit", **audit)]


def check_whole_page(page: ProcessorsPage) -> None:
    """The record with a part open, then the matrix."""
    rows_of(page)[1].click()
    settle()
    assert problems(page) == []
    page.show_other()
    page.take_focus()
    settle()
    assert problems(page) == []

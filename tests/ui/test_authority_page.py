"""The page of exchanges with the authority: what is asked and by when, answers one after the other, what was given."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from dossier.i18n import use_language
from dossier.model.evidence import AuthorityExchange, AuthorityQuestion, Document
from dossier.model.record import Record
from dossier.model.vocabulary_pack import PackPart
from dossier.ui.authority.question_form import OpenQuestion
from dossier.ui.authority.view import ExchangeView
from dossier.ui.desk import Desk
from dossier.ui.export.request import ExportRequest
from dossier.ui.pages.authority import AuthorityPage
from dossier.ui.records.choice_editors import TermsEditor
from dossier.ui.widgets.table import CELL, Cell
from dossier.ui.windows import Windows
from tests.exchanges import document, exchange, question, questionnaire
from tests.factories import NOW, record
from tests.ui.desks import desk_with, on_its_first_record, reading_desk, settle
from tests.ui.window_check import problems

from .exports import export_window, laid_out
from .opening import window_on, windows
from .test_requests_page import focused, press

__all__ = ["windows"]

TODAY = NOW.date()


def page_on(qtbot: QtBot, desk: Desk, width: int = 1180, height: int = 800) -> AuthorityPage:
    return on_its_first_record(qtbot, AuthorityPage(desk), width, height)


def view_of(page: AuthorityPage) -> ExchangeView:
    assert isinstance(page.view, ExchangeView)
    return page.view


def due(page: AuthorityPage) -> list[tuple[str, str, str | None]]:
    """The cells of the list that say by when to answer."""
    assert page.listing
    model = page.listing.model
    cells = [model.index(row, 1).data(CELL) for row in range(model.rowCount())]
    return [(one.words.replace("\u00a0", " "), one.second, one.tone) for one in cells if isinstance(one, Cell)]


def told(page: AuthorityPage) -> list[str]:
    standing = view_of(page).standing
    said = [standing.words.text(), standing.due.text(), standing.progress.accessibleName()]
    return [one.replace("\u00a0", " ") for one in said]


def names(page: AuthorityPage) -> list[str]:
    """The questions in the order of the list, by their first word."""
    return [row.words.split()[0] for row in view_of(page).questions.rows.values()]


def asked(desk: Desk) -> tuple[AuthorityQuestion, ...]:
    return desk.dossier.of(AuthorityQuestion)


def type_line(page: AuthorityPage, text: str) -> None:
    view_of(page).questions.line.setFocus()
    QTest.keyClicks(view_of(page).questions.line, text)
    QTest.keyClick(view_of(page).questions.line, Qt.Key.Key_Return)
    settle()


def exports(desk: Desk) -> list[ExportRequest]:
    """The exports that are asked for from now on."""
    found: list[ExportRequest] = []
    desk.asked_for_export.connect(found.append)
    return found


def test_the_list_puts_first_what_presses_and_says_how_far_each_answer_is(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    calm = exchange(name="Demande d’avis", type="conseil", due_on="2026-12-20")
    late = exchange(name="Plainte", type="plainte", due_on="2026-11-18")
    closed, undated = exchange(name="Visite", outcome="cloture"), exchange(name="Audition", due_on=None)
    page = page_on(qtbot, desk_with(tmp_path, *questionnaire(), calm, late, closed, undated))
    assert due(page) == [
        ("4 j de retard", "", "blocking"),
        ("2 j de retard", "4 réponses sur 6", "blocking"),
        ("20/12/2026", "", None),
        ("Clôture", "", None),
        ("–", "", None),
    ]
    assert page.question.text().endswith("5 échanges, 4 à répondre, 2 en retard")


def test_the_head_says_what_is_left_how_far_it_is_and_what_the_law_says(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, desk_with(tmp_path, *questionnaire()))
    assert told(page) == ["2 jours de retard", "Réponse due le vendredi 20/11/2026", "4 réponses sur 6"]
    law = view_of(page).standing.law
    assert law.title.text() == "Contrôle sur pièces"
    assert "dans le délai qu’ils fixent" in law.words.text()
    assert law.words.text().endswith("(non vérifié)")
    assert law.source.text().startswith("art. 19 LIL")


def test_questions_are_typed_one_after_the_other_on_one_line(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path, exchange())
    page = page_on(qtbot, desk)
    press(view_of(page).standing.next_button)
    assert view_of(page).questions.line.hasFocus()
    type_line(page, "Registre")
    type_line(page, "Contrats")
    assert [one.name for one in asked(desk)] == ["Registre", "Contrats"]
    assert view_of(page).questions.line.hasFocus()
    assert told(page)[2] == "0 réponse sur 2"
    desk.history.undo()
    settle()
    assert names(page) == ["Registre"]


def test_a_questionnaire_that_is_pasted_makes_a_question_of_each_line(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with(tmp_path, exchange())
    page = page_on(qtbot, desk)
    line = view_of(page).questions.line
    line.setFocus()
    QGuiApplication.clipboard().setText("1. Registre\n\n2. Contrats\r\n3. Mentions\n")
    QTest.keySequence(line, QKeySequence(QKeySequence.StandardKey.Paste))
    settle()
    assert [one.name for one in asked(desk)] == ["1. Registre", "2. Contrats", "3. Mentions"]
    desk.history.undo()
    assert not asked(desk)
    QGuiApplication.clipboard().setText("Une seule ligne")
    QTest.keySequence(line, QKeySequence(QKeySequence.StandardKey.Paste))
    assert line.text() == "Une seule ligne"
    assert not asked(desk)


def test_answering_leads_from_one_question_to_the_next(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path, *questionnaire())
    page = page_on(qtbot, desk)
    assert names(page)[:2] == ["Sous-traitants", "Durées"]
    press(view_of(page).standing.next_button)
    answer = focused()
    assert isinstance(answer, QPlainTextEdit)
    QTest.keyClicks(answer, "Trois contrats, joints.")
    QTest.keyClick(answer, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: told(page)[2] == "5 réponses sur 6")  # Qt shows the press before it counts
    (first,) = [one for one in asked(desk) if one.name.startswith("Sous")]
    assert (first.answer, first.answered_on) == ("Trois contrats, joints.", TODAY)
    opened = view_of(page).questions.open_record()
    assert opened
    assert opened.title.startswith("Durées")
    assert isinstance(focused(), QPlainTextEdit)
    view_of(page).questions.mark_answered()
    settle()
    assert told(page)[0] == "Toutes les questions ont leur réponse"
    assert view_of(page).questions.open_record() is None


def test_an_answer_that_was_noted_can_be_opened_again(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    inspected = exchange()
    desk = desk_with(tmp_path, inspected, question(inspected, "Registre", answered_on="2026-11-20"))
    page = page_on(qtbot, desk)
    questions = view_of(page).questions
    questions.open_part(asked(desk)[0].id)
    settle()
    assert isinstance(questions.open, OpenQuestion)
    assert not questions.open.answered.isVisible()
    press(questions.open.again)
    assert asked(desk)[0].answered_on is None
    assert questions.open.answered.isVisible()


def test_the_parts_of_the_pack_are_ticked_with_their_numbers(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    inspected = exchange()
    desk = desk_with(tmp_path, inspected, question(inspected, "Registre"))
    page = page_on(qtbot, desk)
    questions = view_of(page).questions
    questions.open_part(asked(desk)[0].id)
    assert questions.open
    questions.open.form.complete()
    settle()
    parts = questions.open.form.field("parts").input
    assert isinstance(parts, TermsEditor)
    toggle = parts.toggles._toggles[PackPart.REGISTER.value]
    assert toggle.words == "3. Registre des activités de traitement"
    toggle.setFocus()
    QTest.keyClick(toggle, Qt.Key.Key_Space)
    assert asked(desk)[0].parts == (PackPart.REGISTER,)
    settle()
    assert "partie 3" in next(iter(questions.rows.values())).words


def test_preparing_the_answer_opens_the_export_for_this_exchange(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with(tmp_path, *questionnaire())
    page = page_on(qtbot, desk)
    found = exports(desk)
    press(view_of(page).standing.prepare)
    assert [one.exchange for one in found] == [desk.dossier.of(AuthorityExchange)[0]]


def test_the_export_of_an_answer_ticks_the_parts_and_the_documents_that_its_questions_name_and_no_others(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    inspected, named, *rest = questionnaire()
    other = document(name="Contrat")
    supplier = record("processor", name="Hébergeur", contract_document=other.id)
    contracts = question(inspected, "Contrats", parts=["sous_traitants"])
    desk = desk_with(tmp_path, inspected, named, *rest, other, supplier, contracts)
    exchange_ = desk.dossier.of(AuthorityExchange)[0]
    window = export_window(qtbot, desk, tmp_path, ExportRequest(exchange=exchange_))
    laid_out(qtbot, window)
    assert PackPart.PROCESSORS in window.scope.only
    assert PackPart.BREACHES not in window.scope.only
    chosen = [desk.dossier.get(one) for one in window.options.documents.chosen]
    assert sorted(one.title for one in chosen if one) == ["Charte informatique", "Registre extrait"]
    assert len(window.options.documents.boxes) == 3
    assert window.options.documents.with_zip.isVisible()
    window.recipient.cards["full"].click()
    assert not window.options.documents.chosen
    window.close()


def test_what_was_handed_over_leads_to_its_record(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path, *questionnaire())
    page = page_on(qtbot, desk)
    gone: list[Record] = []
    desk.asked_for.connect(gone.append)
    given = view_of(page).given
    assert given.note.text() == "1 remise"
    (row,) = given.list.rows
    assert "reponse.pdf" in row.words
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert [one.reference for one in gone] == ["REM-001"]


def test_the_minutes_are_added_as_a_file_and_their_day_is_asked_for(
    app: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_with(tmp_path, exchange(type="sur_place", due_on=None, outcome="cloture"))
    page = page_on(qtbot, desk)
    paper = tmp_path / "pv.pdf"
    paper.write_bytes(b"pv")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(paper), ""))
    press(view_of(page).standing.next_button)
    qtbot.waitUntil(lambda: not page.view.files.is_busy)
    (document,) = desk.dossier.of(Document)
    assert desk.dossier.of(AuthorityExchange)[0].report == document.id
    assert page.view.form.field("report_on").isAncestorOf(focused())
    assert not view_of(page).standing.next_button.isVisible()


def drop(page: AuthorityPage, on: QWidget, path: Path) -> None:
    """Drop a file on a widget of the record."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at = QPointF(on.mapTo(page.view, QPoint(on.width() // 2, on.height() // 2)))
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    page.view.dropEvent(QDropEvent(at, copy, data, left, Qt.KeyboardModifier.NoModifier))


def test_a_file_dropped_on_a_question_answers_it_and_one_dropped_beside_is_of_the_exchange(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    inspected = exchange()
    desk = desk_with(tmp_path, inspected, question(inspected, "Registre"))
    page = page_on(qtbot, desk)
    paper = tmp_path / "registre.pdf"
    paper.write_bytes(b"registre")
    drop(page, next(iter(view_of(page).questions.rows.values())), paper)
    qtbot.waitUntil(lambda: not page.view.files.is_busy)
    (document,) = desk.dossier.of(Document)
    assert asked(desk)[0].documents == (document.id,)
    paper.write_bytes(b"lettre")
    drop(page, view_of(page).standing, paper)
    qtbot.waitUntil(lambda: not page.view.files.is_busy)
    assert len(desk.dossier.of(AuthorityExchange)[0].documents) == 1
    assert len(asked(desk)[0].documents) == 1


def test_a_dossier_that_is_only_read_takes_no_question(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, reading_desk(tmp_path, *questionnaire()))
    assert not view_of(page).questions.line.isEnabled()
    assert not view_of(page).minutes_button.isEnabled()
    assert view_of(page).standing.prepare.isEnabled()


def test_a_new_exchange_is_ready_to_be_named_and_then_typed(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path, exchange())
    page = page_on(qtbot, desk)
    page.add()
    settle()
    assert page.view.form.field("name").isAncestorOf(focused())
    assert view_of(page).standing.next_button.text() == "Indiquer le type d’échange"
    assert not view_of(page).standing.law.isVisible()
    press(view_of(page).standing.next_button)
    assert page.view.form.field("type").isAncestorOf(focused())


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nothing_is_cut_at_the_smallest_window(app: QApplication, qtbot: QtBot, tmp_path: Path, lang: Any) -> None:
    use_language(lang)
    visit = exchange(name="Visite", type="sur_place", due_on=None)
    page = page_on(qtbot, desk_with(tmp_path, *questionnaire(), visit, exchange(type=None)), 1044, 644)
    for one in page.desk.dossier.of(AuthorityExchange):
        page.show_record(one.id)
        settle()
        assert problems(page) == []
    page.show_record(page.desk.dossier.of(AuthorityExchange)[0].id)
    view_of(page).questions.open_next()
    settle()
    assert problems(page) == []


def test_the_window_shows_an_exchange_on_this_page(windows: Windows, tmp_path: Path) -> None:
    made = window_on(windows, tmp_path, *questionnaire())
    made.desk.go_to(asked(made.desk)[4])
    settle()
    page = made.pages.currentWidget()
    assert isinstance(page, AuthorityPage)
    opened = view_of(page).questions.open_record()
    assert opened
    assert opened.reference == asked(made.desk)[4].reference

"""The worksheet and the messages in the window: read, copied in one click, mended where they come from, kept."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from dossier.law.cnil_answers import AnswerState
from dossier.model.breach import Breach, BreachCommunication, BreachNotification
from dossier.model.evidence import Document
from dossier.model.organisation import Contact
from dossier.model.record import Record
from dossier.ui.breach.question_row import QuestionRow
from dossier.ui.main_window import MainWindow
from dossier.ui.navigation import Place
from dossier.ui.pages.breach_messages import MessagesPage
from dossier.ui.pages.breach_worksheet import WorksheetPage
from dossier.ui.side import MESSAGES, WORKSHEET
from dossier.ui.widgets.buttons import plain
from dossier.ui.widgets.segmented import Segment, Segmented
from dossier.ui.windows import Windows
from tests.factories import NOW, filled_dossier, record

from .desks import settle
from .opening import said, window_on, windows
from .window_check import problems

__all__ = ["windows"]

ORGANISATION = record("organisation", name="Éco SAS", siren="123456789")
OFFICER = record("dpo_designation", reference="DPD-001", name="Camille Martin", email="dpo@eco.example")


@pytest.fixture
def open_(windows: Windows, tmp_path: Path) -> Any:
    def opened(*records: Record, **values: Any) -> MainWindow:
        breach = record("breach", reference="VIO-2026-003", **values)
        return window_on(windows, tmp_path, ORGANISATION, breach, *records)

    return opened


def worksheet_in(window: MainWindow) -> WorksheetPage:
    window.pages.go(Place(WORKSHEET, window.desk.dossier.of(Breach)[0].id))
    page = window.pages.currentWidget()
    assert isinstance(page, WorksheetPage)
    page.complete()
    settle()
    return page


def messages_in(window: MainWindow) -> MessagesPage:
    window.pages.go(Place(MESSAGES, window.desk.dossier.of(Breach)[0].id))
    page = window.pages.currentWidget()
    assert isinstance(page, MessagesPage)
    settle()
    return page


def row(page: WorksheetPage, code: str) -> QuestionRow:
    (found,) = [one for one in page.findChildren(QuestionRow) if one.question.code == code]
    return found


def choose(among: Segmented, value: str) -> None:
    next(one for one in among.findChildren(Segment) if one.option.value == value).click()


def clipboard() -> str:
    return QApplication.clipboard().text()


def test_every_question_stands_on_the_page_with_where_the_outline_comes_from(open_: Any) -> None:
    page = worksheet_in(open_(name="Courriel"))
    assert len(page.findChildren(QuestionRow)) > 50
    assert "juillet 2023, non vérifiée" in said(page)[0]
    assert page.question.text() == "VIO-2026-003 · Courriel"


def test_an_answer_is_copied_with_one_click_and_says_so(open_: Any) -> None:
    page = worksheet_in(open_(name="Courriel", nature=["confidentialite", "integrite"]))
    row(page, "nature").copy.click()
    assert clipboard() == "Perte de la confidentialité\nPerte de l'intégrité"
    assert row(page, "nature")._copied.isVisible()
    row(page, "siren").copy.click()
    assert clipboard() == "123456789"
    assert not row(page, "nature")._copied.isVisible()


def test_everything_is_copied_at_once(open_: Any) -> None:
    page = worksheet_in(open_(name="Courriel"))
    page.copy_all.click()
    assert "SIREN\n123456789" in clipboard()
    assert "Descriptif détaillé\nCourriel" in clipboard()


def test_what_is_missing_can_be_shown_alone(open_: Any) -> None:
    page = worksheet_in(open_(name="Courriel", persons_number={"state": "unknown"}))
    choose(page.which, "gaps")
    settle()
    shown = [one for one in page.findChildren(QuestionRow) if one.isVisible()]
    assert {one.question.state for one in shown} == {AnswerState.MISSING, AnswerState.OPEN}
    assert not row(page, "siren").isVisible()


@pytest.mark.parametrize(
    ("code", "page_key"),
    [("nature", "breach"), ("vat", "organisation"), ("legal_email", "organisation"), ("dpo", "dpo_designation")],
)
def test_an_answer_leads_to_where_it_is_mended(open_: Any, code: str, page_key: str) -> None:
    window = open_(name="Courriel")
    row(worksheet_in(window), code).mend.click()
    settle()
    assert window.pages.here.page == page_key
    window.step(-1)
    assert window.pages.here.page == WORKSHEET


def test_a_contact_that_is_missing_is_added_where_contacts_stand(open_: Any) -> None:
    window = open_(name="Courriel")
    row(worksheet_in(window), "legal_email").mend.click()
    settle()
    (contacts,) = [one for one in window.pages.currentWidget().view.children_sections if one.kind is Contact]
    assert window.focusWidget() is contacts.add_button


def test_the_field_has_the_keyboard(open_: Any) -> None:
    window = open_(name="Courriel")
    row(worksheet_in(window), "discovery").mend.click()
    settle()
    field = window.pages.currentWidget().view.form.field("discovery")
    assert field.isAncestorOf(window.focusWidget())


def test_an_edit_is_seen_at_once(open_: Any) -> None:
    from dossier.work.edits import change_of_field

    window = open_(name="Courriel")
    page = worksheet_in(window)
    assert row(page, "discovery").question.state is AnswerState.MISSING
    window.history.do(change_of_field([window.desk.dossier.of(Breach)[0]], "discovery", "Un client a appelé."))
    assert row(page, "discovery").question.text == "Un client a appelé."


def test_the_worksheet_of_a_filled_breach_and_of_a_sentence_are_shown_by_one_page(
    windows: Windows, tmp_path: Path
) -> None:
    window = window_on(windows, tmp_path, *filled_dossier(), record("breach", name="Une phrase"))
    page = worksheet_in(window)
    assert row(page, "description").question.text.startswith("breach.facts")
    page.show_record(next(one.id for one in window.desk.dossier.of(Breach) if one.name == "Une phrase"))
    assert row(page, "description").question.text == "Une phrase"


def test_the_pdf_and_the_deadline_are_files(open_: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = worksheet_in(open_(name="Courriel", aware_at={"at": NOW.isoformat()}))
    for button, target in ((page.pdf, tmp_path / "form.pdf"), (page.deadline, tmp_path / "due.ics")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments, to=target: (str(to), ""))
        button.click()
        QThreadPool.globalInstance().waitForDone()
        settle()
        assert target.stat().st_size > 500


def test_a_breach_without_a_clock_offers_no_deadline(open_: Any) -> None:
    assert not worksheet_in(open_(state="suspicion")).deadline.isVisible()


def test_a_message_is_edited_and_kept_as_a_document_in_one_edit(open_: Any) -> None:
    window = open_(OFFICER, name="Courriel", facts="Les adresses étaient visibles.")
    page = messages_in(window)
    assert "Les adresses étaient visibles." in page.text.toPlainText()
    page.text.setPlainText("Bonjour,\nvos données ont été vues.")
    page.keep.click()
    dossier = window.desk.dossier
    (breach,), (document,), (told,) = dossier.of(Breach), dossier.of(Document), dossier.of(BreachCommunication)
    assert b"".join(window.store.read_content(document.sha256)).decode() == "Bonjour,\nvos données ont été vues."
    assert breach.documents == told.documents == (document.id,)
    assert (told.content, told.sent_at) == ("Bonjour,\nvos données ont été vues.", None)
    assert "VIO-2026-003" in said(window)[0]
    window.undo()
    assert window.desk.dossier.count(Document) == window.desk.dossier.count(BreachCommunication) == 0


def test_a_message_that_is_kept_again_prepares_no_second_communication(open_: Any) -> None:
    window = open_(name="Courriel")
    page = messages_in(window)
    for text in ("Un", "Deux"):
        page.text.setPlainText(text)
        page.keep.click()
    (told,) = window.desk.dossier.of(BreachCommunication)
    assert told.content == "Deux"
    assert len(told.documents) == window.desk.dossier.count(Document) == 2


def test_a_processor_writes_to_each_controller(open_: Any, windows: Windows, tmp_path: Path) -> None:
    breach = record("breach", reference="VIO-2026-003", role="sous_traitant", name="Panne")
    parties = [record("breach_party", breach=breach.id, name=name, role="responsable") for name in ("Alpha", "Bêta")]
    window = window_on(windows, tmp_path, ORGANISATION, breach, *parties)
    page = messages_in(window)
    assert "Alpha" in page.text.toPlainText()
    page.controllers.setCurrentIndex(1)
    page.controllers.activated.emit(1)
    assert "Bêta" in page.text.toPlainText()
    page.keep.click()
    (sent,) = window.desk.dossier.of(BreachNotification)
    assert (sent.name, sent.sent_at) == ("Bêta", None)


def test_what_was_typed_stays_for_each_addressee_and_language(open_: Any) -> None:
    page = messages_in(open_(name="Courriel"))
    page.text.setPlainText("Mes mots")
    choose(page.language, "en")
    assert "Dear Sir or Madam" in page.text.toPlainText()
    choose(page.language, "fr")
    assert page.text.toPlainText() == "Mes mots"


def test_the_window_does_not_close_over_a_message_that_is_not_kept(open_: Any, qtbot: QtBot) -> None:
    window = open_(name="Courriel")
    page = messages_in(window)
    page.text.setPlainText("Mes mots")
    window.close()
    assert window.isVisible()
    assert any("message" in words for words in said(window))
    page.keep.click()
    window.close()
    assert not window.isVisible()


def test_a_message_is_copied(open_: Any) -> None:
    page = messages_in(open_(name="Courriel"))
    page.copy.click()
    assert "Courriel" in clipboard()


def chosen_in_menu(window: MainWindow, words: str) -> None:
    next(one for one in window.menus.actions() if plain(one.text()) == words).trigger()
    settle()


def test_the_menu_opens_the_worksheet_of_the_breach_that_presses_most(windows: Windows, tmp_path: Path) -> None:
    later = record("breach", name="Plus tard", aware_at={"at": NOW.isoformat()})
    sooner = record("breach", name="Bientôt", aware_at={"at": (NOW - timedelta(hours=50)).isoformat()})
    window = window_on(windows, tmp_path, ORGANISATION, later, sooner)
    chosen_in_menu(window, "Feuille de travail pour la CNIL")
    assert window.pages.here == Place(WORKSHEET, sooner.id)
    window.pages.go(Place("breach", later.id))
    chosen_in_menu(window, "Messages sur une violation")
    assert window.pages.here == Place(MESSAGES, later.id)


def test_without_an_open_breach_the_menu_says_so(windows: Windows, tmp_path: Path) -> None:
    window = window_on(windows, tmp_path, ORGANISATION)
    chosen_in_menu(window, "Feuille de travail pour la CNIL")
    assert "Aucune violation" in said(window)[0]


@pytest.mark.parametrize("size", [(1440, 900), (1024, 640)], ids=str)
@pytest.mark.parametrize("code", ["fr", "en"])
def test_no_page_has_a_problem(
    windows: Windows, tmp_path: Path, code: str, size: tuple[int, int], stretched: None
) -> None:
    windows.speak(code)
    window = window_on(windows, tmp_path, *filled_dossier())
    window.resize(*size)
    worksheet_in(window)
    assert problems(window) == []
    page = messages_in(window)
    assert problems(window) == []
    choose(page.to, "controller")
    settle()
    assert problems(window) == []

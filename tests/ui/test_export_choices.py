"""What is chosen in the export window is what leaves: audience, sections, exchange, period, names, sender."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from dossier.i18n import _
from dossier.model.breach import Breach
from dossier.model.evidence import AuthorityExchange, Document, HandOver, Waiver
from dossier.model.processor import Processor
from dossier.model.vocabulary_pack import PackPart
from dossier.report.parts import ACTION_PLAN, CHANGE_LOG, FINDINGS, GLOSSARY, LEGAL_DATA, SCREENING
from dossier.report.scope import Period, selection_of
from dossier.ui.desk import Desk
from dossier.ui.export.request import ExportRequest
from dossier.ui.export.ticks import Asked
from dossier.ui.export.window import ExportWindow
from dossier.ui.navigation import Place
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.windows import Windows
from dossier.work.enclosures import AS_THEY_ARE
from tests.factories import record

from .desks import desk_with, page_of, settle
from .exports import export_window, laid_out, page_text, text_of, written
from .opening import said, window_on, windows

__all__ = ["windows"]

RECORDS = (
    record("organisation", name="Éco"),
    record("processor", id="stt", name="Stripe", notes="Demander à Jeanne Petit"),
    record("contact", name="Jeanne Petit", function="Juriste"),
    record("measure", name="Chiffrement", budget="12 000 €"),
    record("breach", name="Courriel égaré"),
    record("waiver", name="Attendre"),
    record("hand_over", name="Envoi de mars"),
    record("client_processing", name="Paie pour un client"),
    record("authority_exchange", id="ctr", name="Contrôle", case_reference="CTX-4471"),
    record("authority_question", exchange="ctr", name="Les contrats", parts=("sous_traitants", "violations")),
)


@pytest.fixture
def desk(app: QApplication, tmp_path: Path) -> Desk:
    return desk_with(tmp_path, *RECORDS)


@pytest.fixture
def window(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[ExportWindow]:
    made = export_window(qtbot, desk, tmp_path)
    yield made
    if isValid(made):
        made.close()


def test_the_window_is_opened_by_its_keys_and_by_whoever_asks(windows: Windows, tmp_path: Path, qtbot: QtBot) -> None:
    main = window_on(windows, tmp_path, record("measure", name="Chiffrement"))
    QTest.keyClick(main, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (first,) = main.findChildren(ExportWindow)
    assert first.scope.only == ()
    first.close()
    settle()
    measure = next(one for one in main.desk.dossier if one.title == "Chiffrement")
    main.desk.export(ExportRequest((PackPart.SECURITY,), selection_of([measure])))
    second = main.findChildren(ExportWindow)[-1]
    assert second.scope.only == (PackPart.SECURITY,)
    assert second.scope.selected == selection_of([measure])
    second.close()


def test_everything_usual_is_the_whole_pack_for_an_authority(window: ExportWindow) -> None:
    scope = window.scope
    assert (scope.profile, scope.only, scope.ticked) == ("authority", (), frozenset())
    assert HandOver not in scope.kinds()


def test_the_complete_dossier_is_all_of_it(window: ExportWindow) -> None:
    window.recipient.cards["full"].click()
    scope = window.scope
    assert (scope.profile, scope.only) == ("full", ())
    assert {HandOver, Waiver} <= set(scope.kinds())


def test_a_partner_gets_the_record_as_a_processor_and_the_measures(window: ExportWindow) -> None:
    window.recipient.cards["partner"].click()
    assert window.scope.only == (PackPart.PROCESSOR_REGISTER, PackPart.SECURITY)
    assert window.scope.profile == "authority"


def test_sections_and_the_registers_in_them(window: ExportWindow) -> None:
    window.sections.nothing.click()
    assert not window.place.begin.isEnabled()
    row = window.sections.rows[PackPart.PROCESSORS]
    row.box.click()
    assert only(window) == (PackPart.PROCESSORS,)
    window.sections.rows[PackPart.ANNEXES].boxes[HandOver].box.click()
    assert only(window) == (PackPart.PROCESSORS, HandOver)
    window.sections.rows[PackPart.ANNEXES].box.click()  # what is usual of it; hand-overs are not
    assert only(window) == (PackPart.PROCESSORS, PackPart.ANNEXES, HandOver)
    assert window.place.begin.isEnabled()


def test_without_one_register_the_chapters_of_its_section_leave_all_the_same(
    window: ExportWindow, qtbot: QtBot
) -> None:
    annexes = window.sections.rows[PackPart.ANNEXES]
    window.sections.nothing.click()
    annexes.box.click()
    annexes.boxes[CHANGE_LOG].box.click()
    assert only(window) == (GLOSSARY, LEGAL_DATA)
    text = text_of(written(qtbot, window))
    assert "art. 4(7)" in text
    assert _("Log of changes") not in text
    window.sections.everything.click()
    window.sections.rows[PackPart.DPIAS].boxes[SCREENING].box.click()
    assert SCREENING not in {piece for _part, piece in window.scope.pieces()}
    assert {piece for _part, piece in window.scope.pieces()} >= {GLOSSARY, CHANGE_LOG}
    assert HandOver not in window.scope.kinds()


def test_an_internal_section_leaves_for_an_authority_only_where_it_is_ticked_and_is_named(window: ExportWindow) -> None:
    row = window.sections.rows[PackPart.FINDINGS]
    assert not row.chosen
    assert row.button.mark is not None
    assert row.button.mark[0] == _("internal")
    row.boxes[FINDINGS].box.click()
    assert window.scope.ticked == {"findings"}
    assert FINDINGS in {piece for _part, piece in window.scope.pieces()}
    assert Waiver not in window.scope.kinds()
    assert any(_("Findings") in words for words in said(window))
    window.sections.rows[PackPart.SECURITY].boxes[ACTION_PLAN].box.click()
    assert window.scope.ticked == {"findings", "action_plan"}


def test_an_internal_field_is_ticked_in_the_list_of_what_stays(window: ExportWindow, qtbot: QtBot) -> None:
    assert "12 000" not in text_of(written(qtbot, window))
    laid_out(qtbot, window)
    window.sections.stays.boxes["measure.budget"].box.click()
    assert window.scope.ticked == {"measure.budget"}
    assert any(_("Budget") in words for words in said(window))
    assert "12\u00a0000" in text_of(written(qtbot, window)).replace(" ", "\u00a0")


def test_what_stays_is_told_with_its_counts(window: ExportWindow, qtbot: QtBot) -> None:
    window.sections.rows[PackPart.PROCESSORS].box.click()
    laid_out(qtbot, window)
    words = window.sections.stays._words.text()
    assert _(Processor.kind.plural) in words
    assert "measure.budget" in window.sections.stays.boxes


def test_an_exchange_ticks_what_its_questions_name_and_says_who_receives(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    (exchange,) = desk.dossier.of(AuthorityExchange)
    window = export_window(qtbot, desk, tmp_path, ExportRequest(exchange=exchange))
    assert window.scope.only == (PackPart.PROCESSORS, PackPart.BREACHES)
    assert window.recipient.name.text() == "CNIL"
    assert "CTX-4471" in window.recipient.purpose.text()
    mark = window.sections.rows[PackPart.BREACHES].button.mark
    assert mark is not None
    assert mark[0] == _("asked")
    written(qtbot, window)
    noted = next(one for one in desk.dossier.of(HandOver) if one.recipient == "CNIL")
    assert noted.exchange == exchange.id
    window.close()


def test_an_open_exchange_is_chosen_in_the_window(window: ExportWindow) -> None:
    window.recipient.exchange.setCurrentIndex(1)
    window.recipient.exchange.activated.emit(1)
    assert window.scope.only == (PackPart.PROCESSORS, PackPart.BREACHES)
    assert window.recipient.name.text() == "CNIL"


def test_days_draft_and_sender(window: ExportWindow, desk: Desk, qtbot: QtBot) -> None:
    window.options.more.click()
    for day, typed in ((window.options.first, "01/01/2026"), (window.options.last, "30/06/2026")):
        day.editor.line.setText(typed)
        day.editor.done.emit()
    window.options.is_draft.box.click()
    scope = window.scope
    assert scope.period == Period(date(2026, 1, 1), date(2026, 6, 30))
    assert scope.is_draft
    window.options.last.editor.line.setText("juin")
    window.options.last.editor.done.emit()
    assert window.options.last.field.error
    assert window.scope.period == Period(date(2026, 1, 1), None)


def test_the_name_of_whoever_keeps_the_dossier_for_others(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    desk.kept.preferences = desk.kept.preferences.with_(sender_name="Cabinet Martin")
    window = export_window(qtbot, desk, tmp_path)
    window.options.whose.parts[1].click()
    assert window.scope.sender.name == "Cabinet Martin"
    assert "Cabinet Martin" in text_of(written(qtbot, window))
    window.close()


def test_a_text_that_names_somebody_hidden_is_one_press_away(window: ExportWindow, desk: Desk, qtbot: QtBot) -> None:
    places: list[Place] = []
    desk.asked_for_place.connect(places.append)
    window.recipient.cards["full"].click()  # the notes leave
    window.options.hides_names.box.click()
    laid_out(qtbot, window)
    window.options.names.count.click()
    (link,) = window.options.names.links
    assert "Jeanne Petit" in link.words
    link.click()
    processor = desk.dossier.of(Processor)[0]
    assert (places[0].record, places[0].part) == (processor.id, "notes")


def test_of_one_record_alone_too_the_texts_that_name_somebody_are_listed(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    window = export_window(qtbot, desk, tmp_path, ExportRequest(alone=desk.dossier.of(Processor)[0]))
    window.recipient.cards["full"].click()
    window.options.hides_names.box.click()
    laid_out(qtbot, window)
    assert window.options.names.none.isHidden()
    assert ["Jeanne Petit" in link.words for link in window.options.names.links] == [True]
    window.close()


def test_documents_are_chosen_one_by_one_and_no_name_is_hidden_inside_them(
    app: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = desk_with(
        tmp_path,
        record("document", id="a", name="Contrat"),
        record("document", id="b", name="Avenant"),
        record("processor", name="Stripe", contract_document="a"),
        record("processor", name="Mollie", contract_document="b"),
    )
    window = export_window(qtbot, desk, tmp_path)
    first, second = desk.dossier.of(Document)
    assert given(window) == ()
    window.options.documents.with_zip.box.click()
    assert set(given(window)) == {first.id, second.id}
    window.options.documents.boxes[first.id].box.click()
    assert given(window) == (second.id,)
    assert not said_of_documents(window)
    window.options.hides_names.box.click()
    assert said_of_documents(window)
    window.options.documents.boxes[second.id].box.click()
    assert not said_of_documents(window)
    window.options.documents.boxes[first.id].box.click()
    assert said_of_documents(window)
    window.options.documents.with_zip.box.click()
    assert not said_of_documents(window)
    window.close()


def test_a_list_is_exported_as_it_is_filtered(app: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    measures = (record("measure", name="Un"), record("measure", name="Deux"))
    desk = desk_with(tmp_path, record("breach", name="Courriel"), *measures)
    asked: list[ExportRequest] = []
    desk.asked_for_export.connect(asked.append)
    page = page_of(qtbot, desk, Breach)
    assert isinstance(page, KindPage)
    page.export()
    assert asked == [ExportRequest((Breach,))]
    kind = type(next(one for one in desk.dossier if one.title == "Deux"))
    page = page_of(qtbot, desk, kind)
    assert page.listing is not None
    page.listing.field.setText("deux")
    page.export_button.click()
    (shown,) = page.listing.shown()
    assert asked[1] == ExportRequest((kind,), selection_of([shown]))
    window = export_window(qtbot, desk, tmp_path, asked[1])
    text = text_of(written(qtbot, window))
    assert "Deux" in text
    assert "Courriel" not in text
    assert not any(line.strip() == "Un" for line in text.splitlines())
    window.all_records.click()
    assert window.scope.selected == {}
    window.close()


def test_one_record_alone(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    processor = desk.dossier.of(Processor)[0]
    asked: list[ExportRequest] = []
    desk.asked_for_export.connect(asked.append)
    page = page_of(qtbot, desk, Processor, processor)
    page.view.head.print.click()
    assert asked == [ExportRequest(alone=processor)]
    window = export_window(qtbot, desk, tmp_path, asked[0])
    assert "Stripe" in page_text(window)
    text = text_of(written(qtbot, window))
    assert "Stripe" in text
    assert "Chiffrement" not in text
    window.close()


def only(window: ExportWindow) -> Asked:
    return window.scope.only


def said_of_documents(window: ExportWindow) -> bool:
    """Whether the window says that they are handed over as they are."""
    return any(label.text() == _(AS_THEY_ARE) and label.isVisible() for label in window.findChildren(QLabel))


def given(window: ExportWindow) -> tuple[str, ...]:
    """The documents that go with it."""
    return window.options.documents.chosen

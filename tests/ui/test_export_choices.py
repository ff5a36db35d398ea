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
from dossier.ui.export.days import DayField
from dossier.ui.export.request import ExportRequest
from dossier.ui.export.ticks import Asked
from dossier.ui.export.window import ExportWindow
from dossier.ui.navigation import Place
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.windows import Windows
from dossier.work.composing import wrong_days
from dossier.work.enclosures import AS_THEY_ARE
from tests.factories import record

from .desks import desk_with, page_of, settle
from .exports import export_window, laid_out, page_text, read_in, text_of, written
from .opening import said, window_on, windows
from .window_check import problems

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
    QTest.keyClick(main, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert main.findChildren(ExportWindow) == [first]
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


def test_internal_notes_are_told_by_name_and_can_be_ticked_each_with_its_warning(
    app: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    noted = [record(kind, name="Un", notes=f"Note de {kind}") for kind in ("activity", "processor", "breach")]
    window = export_window(qtbot, desk_with(tmp_path, *noted), tmp_path)
    assert any(_("Internal notes").lower() in words for words in said(window))
    boxes = window.sections.stays.boxes
    assert {"activity.notes", "processor.notes", "breach.notes"} <= boxes.keys()
    boxes["processor.notes"].box.click()
    assert any(words.startswith(_("Internal, and leaves all the same:")) for words in said(window))
    text = text_of(written(qtbot, window))
    assert "Note de processor" in text
    assert "Note de breach" not in text
    window.close()


def test_of_one_record_alone_what_stays_is_listed_and_no_document_is_offered(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    window = export_window(qtbot, desk, tmp_path, ExportRequest(alone=desk.dossier.of(Processor)[0]))
    assert not window.sections.stays.isVisible()
    window.sections._see.click()
    settle()
    assert window.sections.stays.boxes["processor.notes"].isVisible()
    assert window.sections.left.height() < window.sections.area.height()
    assert not any(row.isVisible() for row in window.sections.rows.values())
    window.options.open(True)
    assert not window.options.documents.isVisible()
    window.all_records.click()
    settle()
    assert window.options.documents.isVisible()
    assert all(row.isVisible() for row in window.sections.rows.values())
    window.close()


def test_where_nothing_is_ticked_all_of_it_stays(window: ExportWindow, qtbot: QtBot) -> None:
    all_of_it = f"{_('Stays in the dossier:')} {_('all of it.')}"
    assert all_of_it not in said(window)
    window.sections.nothing.click()
    assert all_of_it in said(window)
    window.sections.everything.click()
    laid_out(qtbot, window)
    assert all_of_it not in said(window)


def test_an_authority_is_said_to_have_asked_only_what_a_question_names(window: ExportWindow) -> None:
    card, none = (
        window.recipient.cards["authority"],
        _("No question of an authority names a section: choose what is given."),
    )
    assert card.words == _("Authority")
    assert none in read_in(window)
    window.recipient.exchange.setCurrentIndex(1)
    window.recipient.exchange.activated.emit(1)
    assert card.words == _("Authority: what it asked")
    assert none not in read_in(window)
    window.recipient.exchange.setCurrentIndex(0)
    window.recipient.exchange.activated.emit(0)
    window.recipient.cards["full"].click()
    assert none not in read_in(window)


@pytest.mark.parametrize("width", [1440, 1100, 1000])
def test_a_long_title_without_a_space_cuts_no_column(
    width: int, app: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    title = "Contrat_sous-traitance_Acronis_Bitdefender_2024-03_v12_signe_final"
    desk = desk_with(
        tmp_path, record("document", id="a", name=title), record("processor", name="Stripe", contract_document="a")
    )
    window = export_window(qtbot, desk, tmp_path)
    window.options.open(True)
    window.options.documents.with_zip.box.click()
    window.resize(width, 700)
    settle()
    assert problems(window) == []
    window.close()


def test_a_document_that_the_dossier_lost_is_marked_before_and_told_after(
    app: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = desk_with(
        tmp_path, record("document", id="a", name="Contrat"), record("processor", name="Stripe", contract_document="a")
    )
    window = export_window(qtbot, desk, tmp_path)
    window.options.documents.with_zip.box.click()
    (box,) = window.options.documents.boxes.values()
    marked = _("{document} · not handed over: the dossier does not hold its file", document="DOC-001 – Contrat")
    assert box.box.accessibleName() == marked
    written(qtbot, window)
    lost = _("Not handed over, because the dossier does not hold their files: {documents}", documents="DOC-001")
    assert any(lost in words for words in said(window))
    window.close()


def test_days_that_tell_nothing_are_said_beside_their_field_and_nothing_is_created(
    window: ExportWindow, qtbot: QtBot
) -> None:
    options = window.options
    options.open(True)
    type_day(options.first, "30/06/2026")
    type_day(options.last, "01/01/2026")
    assert options.last.field.error == _("The period ends before it begins: choose other days.")
    assert not window.place.begin.isEnabled()
    type_day(options.last, "01/07/2026")
    assert options.last.field.error == ""
    type_day(options.state_on, "01/01/2099")
    laid_out(qtbot, window)
    assert options.state_on.field.error == wrong_days(window.scope).state_on != ""
    assert not window.place.begin.isEnabled()
    type_day(options.state_on, "")
    laid_out(qtbot, window)
    assert window.place.begin.isEnabled()


def test_texts_are_counted_once_whoever_they_name_and_all_of_them_can_be_reached(
    app: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    people = [record("contact", name="Jeanne Petit"), record("contact", name="Marc Durand", function="Juriste")]
    roles = [record("contact", name="Service informatique"), record("contact", name="Juriste")]
    texts = [
        record("activity", name=f"Paie {n}", description="Petit et Durand, juriste du service informatique")
        for n in range(30)
    ]
    window = export_window(qtbot, desk_with(tmp_path, *people, *roles, *texts), tmp_path)
    window.options.hides_names.box.click()
    laid_out(qtbot, window)
    names = window.options.names
    names.count.click()
    assert names.count.text().startswith("30 ")
    for _press in range(2):
        names.others.click()
    assert names.others.isHidden()
    assert len(names.links) == 30
    assert all(link.words.endswith("Jeanne Petit, Marc Durand") and link.isVisible() for link in names.links)
    window.close()


def type_day(day: DayField, typed: str) -> None:
    day.editor.line.setText(typed)
    day.editor.done.emit()

"""What a person does on the page of a kind: write, undo, filter, select many, delete, open parts, follow links."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from dossier.i18n import _
from dossier.model.catalog import kind_named
from dossier.model.countries import Country
from dossier.model.evidence import Document
from dossier.model.fields import field_of
from dossier.model.record import Duration, Knowledge, KnownMoment, KnownNumber, Moment, Precision, Record, Status, Unit
from dossier.model.vocabulary import Answer, Clause, PartyRole, PersonCategory
from dossier.store.edit import Change, Edit
from dossier.ui.desk import Desk
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.records.choice_editors import Choice
from dossier.ui.records.form_field import FormField
from dossier.ui.records.record_view import RecordView
from dossier.ui.records.type_ahead import TypeAhead
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.segmented import Segmented
from dossier.ui.widgets.toggles import Toggle
from dossier.work import edits
from tests.factories import NOW, record
from tests.ui.desks import desk_with, page_of, reading_desk, settle, shown
from tests.ui.window_check import problems

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PROCESSOR, ACTIVITY = kind_named("processor"), kind_named("activity")


def of(desk: Desk, kind: str) -> Any:
    """The first record of a kind as it stands."""
    return desk.dossier.of(kind_named(kind))[0]


def processors(tmp_path: Path, *names: str) -> Desk:
    return desk_with(tmp_path, *(record("processor", name=name) for name in names))


def typed(field: FormField, text: str, key: Key = Key.Key_Tab, which: int = 0) -> None:
    """Replace what stands in an input of a field, and leave it."""
    line = [one for one in field.input.inputs if isinstance(one, (QLineEdit, QPlainTextEdit))][which]
    line.setFocus()
    line.selectAll()
    type_in(line, text) if text else QTest.keyClick(line, Key.Key_Delete)
    proposals = line._popup if isinstance(line, TypeAhead) else None
    QTest.keyClick(proposals if proposals and proposals.isVisible() else line, key)  # as the keyboard would
    settle()


def focused() -> QWidget:
    """What the keyboard types in."""
    widget = QApplication.focusWidget()
    assert widget
    return widget


def type_in(line: QWidget, text: str) -> None:
    """Type letter by letter; those that no key of Qt's tests has are inserted."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(line, letter)
        elif isinstance(line, QLineEdit):
            line.insert(letter)
        elif isinstance(line, QPlainTextEdit):
            line.insertPlainText(letter)


def press(widget: QWidget, words: str) -> None:
    """Press the button that says these words."""
    button = next(b for b in widget.findChildren(Button) if b.isVisibleTo(widget) and b.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def choose(field: FormField, code: str) -> None:
    """Press one of the choices of a field."""
    for one in field.findChildren(Segmented):
        for part in one.parts:
            if part.option.value == code and part.isVisible():
                QTest.mouseClick(part, Qt.MouseButton.LeftButton)
                return
    combo = field.findChildren(Choice)[0].combo
    assert combo
    combo.setFocus()
    combo.setCurrentIndex([*field.findChildren(Choice)[0]._values].index(code))
    combo.activated.emit(combo.currentIndex())


@dataclass(frozen=True)
class Answered:
    """A field, how it is answered (a choice, then texts in its inputs), and the value that is written."""

    kind: str
    name: str
    value: Any
    texts: tuple[str, ...] = ()
    choice: str = ""

    def give(self, field: FormField) -> None:
        if self.choice:
            choose(field, self.choice)
        for position, text in enumerate(self.texts):
            typed(field, text, which=position)


MOMENT = Moment(at=datetime(2026, 11, 25, 15, 20, tzinfo=UTC))
OCTOBER = datetime(2026, 10, 31, 23, tzinfo=UTC)
IRELAND = next(country for country in Country if country.value == "IE")
ANSWERS = (
    Answered("processor", "name", "Stripe", ("Stripe",)),
    Answered("processor", "role_reason", "Un <b> & un é", ("Un <b> & un é",)),
    Answered("processor", "alert_hours", 1250, ("1 250",)),
    Answered("processor", "signed_on", date(2026, 11, 25), ("25/11/2026",)),
    Answered("processor", "ends_on", date(2026, 11, 25), ("2026-11-25",)),
    Answered("processor", "to_be_named", False, choice="no"),
    Answered("processor", "role", PartyRole.PROCESSOR, choice=PartyRole.PROCESSOR.value),
    Answered("processor", "country", IRELAND, ("irlan",)),
    Answered("processor", "remote_access", (IRELAND,), ("irlan",)),
    Answered("processor", "clause_a", Clause(state=Answer.PARTLY), choice="partiel"),
    Answered("processor", "clause_b", Clause(where="§ 4"), ("§ 4",)),
    Answered("breach", "aware_at", MOMENT, ("25/11/2026", "16h20")),
    Answered("breach", "detected_at", Moment(at=OCTOBER, precision=Precision.MONTH), ("11/2026",)),
    Answered("breach", "started_at", KnownMoment(state=Knowledge.UNKNOWN), choice="unknown"),
    Answered("breach", "persons_number", KnownNumber(value=3, to=4, state=Knowledge.RANGE), ("3", "4"), "range"),
    Answered("tracker", "tracker_life", Duration(count=13, unit=Unit.MONTH), ("13",)),
)


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: f"{answer.kind}.{answer.name}")
def test_a_field_is_written_when_it_is_left_and_undone_at_once(
    answer: Answered, app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with(tmp_path, record(answer.kind, name="Un nom"))
    before = of(desk, answer.kind)
    page = page_of(qtbot, desk, kind_named(answer.kind), before)
    field = page.view.form.field(answer.name)
    answer.give(field)
    assert getattr(of(desk, answer.kind), answer.name) == answer.value
    assert field.error == ""
    assert desk.history.stack.count() <= max(1, len(answer.texts))
    while desk.history.stack.index():
        desk.history.undo()
    assert of(desk, answer.kind) == before
    focused().clearFocus()
    assert field.input.value() == getattr(before, answer.name)


def test_one_answer_is_one_edit(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = processors(tmp_path, "Acronis")
    page = page_of(qtbot, desk, PROCESSOR, of(desk, "processor"))
    typed(page.view.form.field("service"), "Sauvegarde")
    typed(page.view.form.field("signed_on"), "25/11/2026")
    page.view.form.field("name").input.setFocus()
    page.commit()
    assert desk.history.stack.count() == 2
    assert desk.history.stack.undoText() == "Acronis\u00a0: Date de signature"


def test_toggles_and_words_are_written(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path, record("person_group", name="Clients"), record("system", name="ERP"))
    page = page_of(qtbot, desk, kind_named("processor"))
    page.add()
    page.view.form.complete()
    persons = page.view.form.field("persons")
    toggles = persons.findChildren(Toggle)
    if toggles:
        QTest.mouseClick(toggles[0], Qt.MouseButton.LeftButton)
    else:
        typed(persons, _(next(iter(PersonCategory)).label))
    assert of(desk, "processor").persons == (next(iter(PersonCategory)),)


def test_what_cannot_be_read_stays_and_says_what_is_expected(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = processors(tmp_path, "Acronis", "Stripe")
    first, second = desk.dossier.of(PROCESSOR)
    page = page_of(qtbot, desk, PROCESSOR, first)
    field = page.view.form.field("signed_on")
    typed(field, "32/13/2026")
    assert "25/11/2026" in field.error
    assert desk.history.stack.count() == 0
    page.show_record(second.id)
    assert (field.error, field.input.typed()) == ("", "")
    page.show_record(first.id)
    assert field.input.typed() == "32/13/2026"
    assert "25/11/2026" in field.error
    field.input.setFocus()
    QTest.keyClick(field.input.inputs[0], Key.Key_Escape)
    assert (field.error, field.input.typed()) == ("", "")


def test_a_write_that_fails_keeps_what_was_typed(
    app: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dossier.errors import CannotWrite

    desk = processors(tmp_path, "Acronis")
    page = page_of(qtbot, desk, PROCESSOR, of(desk, "processor"))

    def full(*_arguments: object) -> Edit:
        raise CannotWrite("The disk is full: nothing was changed.")

    field = page.view.form.field("service")
    with monkeypatch.context() as broken:
        broken.setattr(desk.history.store, "apply", full)
        typed(field, "Sauvegarde")
    assert field.error == "The disk is full: nothing was changed."
    assert field.input.typed() == "Sauvegarde"
    desk.history.do(edits.change_of_field([of(desk, "processor")], "name", "Acronis SA"))
    assert field.input.typed() == "Sauvegarde"
    assert field.save()
    assert of(desk, "processor").service == "Sauvegarde"
    assert field.error == ""


def test_an_undo_leaves_alone_what_is_being_typed(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = processors(tmp_path, "Acronis")
    page = page_of(qtbot, desk, PROCESSOR, of(desk, "processor"))
    typed(page.view.form.field("name"), "Acronis SA")
    service = page.view.form.field("service")
    line = service.input.inputs[0]
    line.setFocus()
    QTest.keyClicks(line, "Sauv")
    desk.history.undo()
    assert page.view.form.field("name").input.typed() == "Acronis"
    assert service.input.typed() == "Sauv"
    assert app.focusWidget() is line
    desk.history.do(edits.change_of_field([of(desk, "processor")], "service", "Paie"))
    assert service.input.typed() == "Sauv"
    page.commit()
    assert of(desk, "processor").service == "Sauv"


def test_a_time_that_happens_twice_asks_which(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path, record("breach", name="Vol"))
    page = page_of(qtbot, desk, kind_named("breach"), of(desk, "breach"))
    field = page.view.form.field("aware_at")
    typed(field, "25/10/2026")
    typed(field, "02:30", which=1)
    page.view.form.field("name").input.setFocus()
    assert "deux fois" in field.error or "twice" in field.error
    choose(field, "1")
    assert of(desk, "breach").aware_at == Moment(at=datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
    assert field.error == ""
    page.view.form.show_record(of(desk, "breach"))
    assert field.input.read() == of(desk, "breach").aware_at
    typed(field, "29/03/2026")
    page.view.form.field("name").input.setFocus()
    assert "existe pas" in field.error or "not exist" in field.error
    choose(field, "0")
    assert of(desk, "breach").aware_at.at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_a_long_text_is_kept_whole(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = processors(tmp_path, "Acronis")
    text = "Une phrase à conserver.\n" * 4200
    desk.history.do(edits.change_of_field(desk.dossier.of(PROCESSOR), "description", text))
    page = page_of(qtbot, desk, PROCESSOR, of(desk, "processor"))
    field = page.view.form.field("description")
    assert field.input.read() == text
    assert field.input.inputs[0].height() < 500
    editor = field.input.inputs[0]
    assert isinstance(editor, QPlainTextEdit)
    editor.setFocus()
    QTest.keyClick(editor, Key.Key_End, CTRL)
    QTest.keyClicks(editor, "x")
    page.commit()
    assert of(desk, "processor").description == text + "x"


def test_the_filter_folds_accents_and_case_and_keeps_the_selection(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = processors(tmp_path, "Éditions Cœur", "Stripe", "Acronis")
    page = page_of(qtbot, desk, PROCESSOR)
    listing = page.listing
    assert listing
    page.show_record(desk.dossier.of(PROCESSOR)[0].id)
    page.focus_filter()
    QTest.keyClicks(listing.field, "editions COEUR")
    assert [listing.model.record_at(row).title for row in range(listing.model.rowCount())] == ["Éditions Cœur"]
    assert page.current_record() == desk.dossier.of(PROCESSOR)[0]
    QTest.keyClick(listing.field, Key.Key_Escape)
    assert listing.model.rowCount() == 3
    QTest.keyClicks(listing.field, "zzz")
    assert listing.none_place.isVisible()


def test_statuses_count_and_filter(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = processors(tmp_path, "Éditions", "Stripe", "Acronis")
    page = page_of(qtbot, desk, PROCESSOR)
    assert page.listing
    desk.history.do(edits.validation(desk.dossier, [desk.dossier.of(PROCESSOR)[1]], Status.VALIDATED))
    segmented = page.listing.statuses._segmented
    assert segmented
    assert [part.option.words.split()[-1] for part in segmented.parts] == ["3", "2", "0", "1"]
    QTest.mouseClick(segmented.parts[3], Qt.MouseButton.LeftButton)
    assert page.listing.model.rowCount() == 1
    page.show_record(desk.dossier.of(PROCESSOR)[0].id)
    assert page.listing.model.rowCount() == 3


def test_many_records_are_changed_by_one_edit(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = processors(tmp_path, "Éditions", "Stripe", "Acronis")
    before = desk.dossier.of(PROCESSOR)
    page = page_of(qtbot, desk, PROCESSOR)
    assert page.listing
    page.listing.table.selectAll()
    page.bulk.choose("service")
    assert page.bulk.isVisible()
    assert page.bulk.title.text().split()[0] == "3"
    assert page.bulk.editor
    type_in(page.bulk.editor.inputs[0], "Hébergement")
    QTest.mouseClick(page.bulk.apply_button, Qt.MouseButton.LeftButton)
    assert {one.service for one in desk.dossier.of(PROCESSOR)} == {"Hébergement"}  # type: ignore[attr-defined]
    assert desk.history.stack.count() == 1
    assert len(page.listing.chosen()) == 3
    desk.history.undo()
    assert desk.dossier.of(PROCESSOR) == before
    page.bulk.choose("status")
    choose_status = page.bulk.editor.findChildren(Choice)[0]
    choose_status.set_value(Status.VALIDATED.value)
    page.bulk.apply()
    assert {one.status for one in desk.dossier.of(PROCESSOR)} == {Status.VALIDATED}  # type: ignore[attr-defined]


def test_what_is_used_is_deleted_only_when_asked_again(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    processor = record("processor", name="CELESTE")
    desk = desk_with(tmp_path, processor, record("activity", name="Paie", processors=(processor.id,)))
    page = page_of(qtbot, desk, PROCESSOR, of(desk, "processor"))
    QTest.mouseClick(page.view.head.delete, Qt.MouseButton.LeftButton)
    settle()
    assert desk.dossier.count(PROCESSOR) == 1
    assert page.view.deletion.isVisible()
    assert any("Paie" in link.words for link in page.view.deletion.findChildren(QWidget) if hasattr(link, "words"))
    press(page.view.deletion, _("Keep"))
    assert not page.view.deletion.isVisible()
    page.delete()
    press(page.view.deletion, _("Delete and remove these references"))
    assert desk.dossier.count(PROCESSOR) == 0
    assert of(desk, "activity").processors == ()
    assert page.current_record() is None
    desk.history.undo()
    assert of(desk, "activity").processors == (processor.id,)


def test_escape_keeps_what_was_to_be_deleted(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    processor = record("processor", name="CELESTE")
    desk = desk_with(tmp_path, processor, record("activity", name="Paie", processors=(processor.id,)))
    page = page_of(qtbot, desk, PROCESSOR, of(desk, "processor"))
    assert page.listing
    page.listing.table.setFocus()
    QTest.keyClick(page.listing.table, Key.Key_Delete)
    focused = app.focusWidget()
    assert focused
    assert page.view.deletion.isAncestorOf(focused)
    QTest.keyClick(focused, Key.Key_Escape)
    assert not page.view.deletion.isVisible()
    assert page.listing.table.hasFocus()
    assert desk.dossier.count(PROCESSOR) == 1


def test_deleting_selects_the_next_row(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = processors(tmp_path, "A", "B", "C")
    page = page_of(qtbot, desk, PROCESSOR, desk.dossier.of(PROCESSOR)[1])
    assert page.listing
    page.listing.table.setFocus()
    QTest.keyClick(page.listing.table, Key.Key_Delete)
    settle()
    current = page.current_record()
    assert current
    assert current.title == "C"
    desk.history.undo()
    assert [page.listing.model.record_at(row).title for row in range(3)] == ["A", "B", "C"]


def test_a_validated_sheet_says_what_changed_since(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = processors(tmp_path, "Acronis")
    page = page_of(qtbot, desk, PROCESSOR, of(desk, "processor"))
    page.view.head.status.asked.emit(Status.VALIDATED)
    assert of(desk, "processor").status is Status.VALIDATED
    changed = page.view._changed
    assert not changed.isVisible()
    typed(page.view.form.field("service"), "Sauvegarde")
    typed(page.view.form.field("website"), "acronis.com")
    assert changed.isVisible()
    assert "(2 " in changed._banner.accessibleName()
    press(changed, _("Show them"))
    assert "Sauvegarde" in changed.details.text()
    desk.history.undo()
    desk.history.undo()
    assert not changed.isVisible()


def test_parts_are_added_edited_copied_and_deleted_in_the_form(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = processors(tmp_path, "Acronis")
    page = page_of(qtbot, desk, PROCESSOR, of(desk, "processor"))
    section = page.view.children_sections[0]
    page.view.area.ensureWidgetVisible(section.add_button)
    QTest.mouseClick(section.add_button, Qt.MouseButton.LeftButton)
    settle()
    assert section.open
    assert section.open.isVisible()
    assert app.focusWidget() is section.open.form.field("name").input.inputs[0]
    typed(section.open.form.field("name"), "Nuageo")
    part = of(desk, "sub_processor")
    assert (part.name, part.processor) == ("Nuageo", of(desk, "processor").id)
    assert "Nuageo" in section.rows[part.id].words
    section.duplicate_open()
    assert len(section.rows) == 2
    assert desk.dossier.count(kind_named("sub_processor")) == 2
    section.delete_open()
    settle()
    assert list(section.rows) == [part.id]
    assert not section.open.isVisible()
    QTest.mouseClick(section.rows[part.id], Qt.MouseButton.LeftButton)
    assert section.open.isVisible()
    QTest.keyClick(section.open.form.field("name").input.inputs[0], Key.Key_Escape)
    settle()
    assert not section.open.isVisible()
    desk.history.undo()
    assert len(section.rows) == 2


def test_references_are_found_made_and_followed(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    celeste = record("processor", name="CELESTE")
    desk = desk_with(tmp_path, celeste, record("activity", name="Paie"), record("processor", name="Stripe"))
    page = page_of(qtbot, desk, ACTIVITY, of(desk, "activity"))
    field = page.view.form.field("processors")
    typed(field, "celes")
    assert of(desk, "activity").processors == (celeste.id,)
    gone: list[Record] = []
    desk.asked_for.connect(gone.append)
    editor: Any = field.input
    editor.chips.followed.emit(celeste.id)
    assert gone == [desk.dossier.get(celeste.id)]
    line = editor.line
    line.setFocus()
    QTest.keyClicks(line, "Matomo")
    assert "Matomo" in editor.line._lines.stringList()[-1]
    line._popup.setCurrentIndex(line._lines.index(len(line._lines.stringList()) - 1, 0))
    QTest.keyClick(line._popup, Key.Key_Return)
    made = next(one for one in desk.dossier.of(PROCESSOR) if one.title == "Matomo")
    assert of(desk, "activity").processors == (celeste.id, made.id)
    assert editor.chips.shown[-1][1] == f"{made.reference} – Matomo"
    desk.history.undo()
    assert desk.dossier.get(made.id) is None
    editor.chips.removed.emit(celeste.id)
    assert of(desk, "activity").processors == ()


def test_words_that_are_no_record_say_so(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path, record("activity", name="Paie"), record("transfer", name="T"))
    page = page_of(qtbot, desk, kind_named("transfer"), of(desk, "transfer"))
    names = [n for n, f in page.view.form.fields.items() if f.field.target and not f.field.many]
    field = page.view.form.field(names[0])
    typed(field, "nulle part")
    assert "nulle part" in field.error


def test_who_uses_a_record_is_shown_and_followed(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    celeste = record("processor", name="CELESTE")
    desk = desk_with(tmp_path, celeste, record("activity", name="Paie", processors=(celeste.id,)))
    page = page_of(qtbot, desk, PROCESSOR, of(desk, "processor"))
    page.view.used_by.read()
    gone: list[Record] = []
    desk.asked_for.connect(gone.append)
    links: list[Any] = [w for w in page.view.used_by.findChildren(QWidget) if hasattr(w, "words")]
    next(link for link in links if "Paie" in link.words).click()
    assert gone == [of(desk, "activity")]


def test_the_history_of_a_record_is_read_when_it_is_seen(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = processors(tmp_path, "Acronis")
    page = page_of(qtbot, desk, PROCESSOR, of(desk, "processor"))
    typed(page.view.form.field("service"), "Sauvegarde")
    assert not page.view.past._is_read
    bar = page.view.area.verticalScrollBar()
    for _turn in range(3):
        bar.setValue(bar.maximum())
        settle()
    assert page.view.past._is_read
    said = " ".join(w.text() for w in page.view.past.findChildren(QWidget) if hasattr(w, "text"))
    assert "Sauvegarde" in said
    assert "Camille Martin" in said


def test_a_word_without_an_end_widens_nothing(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    address = "https://example.org/" + "a" * 300
    desk = processors(tmp_path, address)
    page = page_of(qtbot, desk, PROCESSOR, of(desk, "processor"))
    desk.history.do(edits.validation(desk.dossier, [of(desk, "processor")], Status.VALIDATED))
    typed(page.view.form.field("website"), address)
    typed(page.view.form.field("description"), address)
    press(page.view._changed, _("Show them"))
    page.view.past.read()
    settle()
    assert problems(page) == []


def test_read_only_says_so_and_changes_nothing(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = reading_desk(tmp_path, record("processor", name="Acronis"))
    page = page_of(qtbot, desk, PROCESSOR, of(desk, "processor"))
    assert page.view._locked.isVisible()
    typed(page.view.form.field("name"), "Autre")
    assert page.view.form.field("name").input.typed() == "Acronis"
    assert not page.add_button.isEnabled()
    assert not page.view.head.delete.isEnabled()
    page.add()
    page.delete()
    page.duplicate()
    assert desk.dossier.count(PROCESSOR) == 1


def test_a_file_dropped_on_a_record_is_kept_and_linked(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "Contrat signé.pdf"
    file.write_bytes(b"%PDF-1.7 contrat")
    desk = processors(tmp_path, "Acronis")
    page = page_of(qtbot, desk, PROCESSOR, of(desk, "processor"))
    drop(page.view, file)
    document = of(desk, "document")
    assert of(desk, "processor").contract_document == document.id
    assert (document.name, document.file_name) == ("Contrat signé", "Contrat signé.pdf")
    assert desk.history.stack.count() == 1
    page = page_of(qtbot, desk, Document, document)
    assert page.view.head.save_file.isVisible()
    page.view.save_file(tmp_path / "copie.pdf")
    assert (tmp_path / "copie.pdf").read_bytes() == file.read_bytes()


def drop(view: RecordView, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QApplication.sendEvent(view, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(view, QDropEvent(QPointF(5, 5), copy, data, left, none))
    while view.files.is_busy:
        settle()


def test_the_keyboard_does_all_of_it(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = processors(tmp_path, "Acronis", "Stripe")
    page = page_of(qtbot, desk, PROCESSOR)
    assert page.listing
    page.take_focus()
    table = page.listing.table
    assert table.hasFocus()
    QTest.keyClick(table, Key.Key_Down)
    current = page.current_record()
    assert current
    assert current.title == "Stripe"
    QTest.keyClick(table, Key.Key_Return)
    assert app.focusWidget() is page.view.form.field("name").input.inputs[0]
    QTest.keyClick(focused(), Key.Key_N, CTRL)
    settle()
    assert desk.dossier.count(PROCESSOR) == 3
    QTest.keyClicks(focused(), "Matomo")
    QTest.keyClick(focused(), Key.Key_F, CTRL)
    assert page.listing.field.hasFocus()
    assert desk.dossier.of(PROCESSOR)[2].title == "Matomo"
    table.setFocus()
    QTest.keyClick(table, Key.Key_D, CTRL)
    settle()
    assert desk.dossier.count(PROCESSOR) == 4
    assert desk.dossier.of(PROCESSOR)[3].title.startswith("Matomo")


def test_columns_are_chosen_and_kept(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = processors(tmp_path, "Acronis")
    page = page_of(qtbot, desk, PROCESSOR)
    assert page.listing
    menu = page.listing.menu()
    label = _(field_of(PROCESSOR, "siren").show.label)
    next(action for action in menu.actions() if action.text() == label).trigger()
    assert desk.kept.preferences.columns["processor"][-1] == "siren"
    assert page.listing.model.columns[-1] == field_of(PROCESSOR, "siren")
    again = KindPage(PROCESSOR, desk)
    qtbot.addWidget(again)
    assert again.listing
    assert again.listing.model.columns[-1] == field_of(PROCESSOR, "siren")


def test_a_page_that_was_hidden_catches_up(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = processors(tmp_path, "Acronis")
    page = page_of(qtbot, desk, PROCESSOR, of(desk, "processor"))
    page.hide()
    made = edits.new_record(PROCESSOR, NOW + timedelta(seconds=1)).with_(name="Stripe")
    desk.history.do(edits.creation(made))
    page.show_record(made.id)
    page.show()
    current = page.current_record()
    assert current
    assert current.title == "Stripe"


def test_no_letter_is_lost_in_the_filter_of_five_thousand_rows(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    """Typed at once, before the words of all rows were looked at; how long it takes is measured by the bench."""
    desk = desk_with(tmp_path, record("organisation", name="O"))
    many = tuple(
        record("processor", name=f"Société {i} d’hébergement", reference=f"STT-{i:04}", country="FR", risk="eleve")
        for i in range(1, 5001)
    )
    desk.history.do(Edit("many", tuple(Change(None, one) for one in many)))
    page = KindPage(PROCESSOR, desk)
    shown(qtbot, page)
    listing = page.listing
    assert listing
    for letter in "societe 4999":
        type_in(listing.field, letter)
    assert listing.field.text() == "societe 4999"
    qtbot.waitUntil(lambda: listing.model.rowCount() == 1)
    listing.field.clear()
    qtbot.waitUntil(lambda: listing.model.rowCount() == 5000)

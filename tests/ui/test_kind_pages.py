"""Every kind of the catalogue: its table, its form filled and read back, and a page without problems."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dossier.i18n import use_language
from dossier.model.catalog import CATALOG, MAIN_KINDS, kind_named
from dossier.model.record import Record
from dossier.store.edit import Change, Edit
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.records.columns import usual_columns
from dossier.ui.records.form import RecordForm, form_fields
from dossier.ui.records.model import SORT, RecordTableModel
from dossier.ui.widgets.table import CELL, Cell
from dossier.work import edits
from tests.factories import NOW, filled_dossier, record, records
from tests.ui.desks import desk_with, page_of, settle, shown
from tests.ui.window_check import problems

KINDS = pytest.mark.parametrize("kind", CATALOG, ids=lambda kind: kind.kind.name)
LISTED = pytest.mark.parametrize("kind", [k for k in CATALOG if not k.kind.single], ids=lambda kind: kind.kind.name)
PAGES = pytest.mark.parametrize("kind", MAIN_KINDS, ids=lambda kind: kind.kind.name)


@LISTED
def test_the_table_keeps_what_qt_asks_of_a_model(
    kind: type[Record], app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    others = [one for one in filled_dossier() if not (kind.kind.single and isinstance(one, kind))]
    desk = desk_with(tmp_path, *others)
    holder = QWidget()
    qtbot.addWidget(holder)
    model = RecordTableModel(kind, desk, usual_columns(kind), holder)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, holder)
    desk.history.changed.connect(model.apply)
    written = desk.history.do(edits.creation(edits.new_record(kind, NOW).with_(name="Zoé")))
    assert written
    made = written.changes[0].record
    assert model.row_of(made.id) >= 0
    renamed = edits.change_of_field([made], "name", "Zoé !")
    assert bool(desk.history.do(renamed)) is not kind.kind.append_only
    for column in range(model.columnCount()):
        model.sort(column)
        assert isinstance(model.index(0, column).data(CELL), Cell)
        keys = [model.data(model.index(row, column), SORT) for row in range(model.rowCount())]
        found = [key for key in keys if key is not None]
        assert found == sorted(found)
        assert keys[: len(found)] == found
    model.filter("zoe")
    assert [model.record_at(row).id for row in range(model.rowCount())] == [made.id]
    model.filter("")
    desk.history.undo()
    desk.history.undo()
    assert (model.row_of(made.id) >= 0) == kind.kind.append_only


@KINDS
def test_a_form_gives_back_what_it_shows(kind: type[Record], app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    """Also when each editor reads its own inputs, as it does after they were touched."""
    desk = desk_with(tmp_path, *filled_dossier())
    record = desk.dossier.of(kind)[0]
    form = RecordForm(kind, desk)
    for section in form.sections:
        qtbot.addWidget(section)
    form.show_record(record)
    form.complete()
    for field in form_fields(kind):
        editor = form.field(field.name).input
        assert editor.value() == getattr(record, field.name), field.name
        assert editor.read() == getattr(record, field.name), field.name


@PAGES
def test_any_record_can_be_shown_and_is_not_changed_by_it(
    kind: type[Record], app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with(tmp_path)
    form = RecordForm(kind, desk)
    for section in form.sections:
        qtbot.addWidget(section)

    @settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None)
    @given(st.data())
    def show(data: st.DataObject) -> None:
        record = data.draw(records(kind))
        form.show_record(record)
        form.complete()
        assert {name: field.input.value() for name, field in form.fields.items()} == {
            name: getattr(record, name) for name in form.fields
        }
        assert not any(field.input.is_touched() for field in form.fields.values())

    show()


def _with_every_part_open(page: KindPage) -> None:
    for section in page.view.children_sections:
        for part in list(section.rows)[:1]:
            section.open_part(part)
            assert section.open
            section.open.form.complete()
    page.view.used_by.read()
    page.view.past.read()
    settle()


@PAGES
@pytest.mark.parametrize("size", [(1150, 800), (1016, 620), (960, 560)], ids=str)
def test_no_page_has_problems_when_words_are_longer(
    kind: type[Record], size: tuple[int, int], stretched: None, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with(tmp_path, *_everything())
    page = KindPage(kind, desk)
    shown(qtbot, page, *size)
    page.show_record(desk.dossier.of(kind)[0].id)
    page.view.form.complete()
    _with_every_part_open(page)
    assert problems(page) == []


@PAGES
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_page_has_problems(
    kind: type[Record], language: str, app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    use_language("en" if language == "en" else "fr")
    desk = desk_with(tmp_path, *_everything())
    page = page_of(qtbot, desk, kind, desk.dossier.of(kind)[0])
    _with_every_part_open(page)
    assert problems(page) == []


@PAGES
def test_an_empty_kind_says_what_it_is_for(kind: type[Record], stretched: None, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path)
    if kind.kind.single:
        desk.history.do(Edit("", tuple(Change(one, None) for one in desk.dossier)))
    page = page_of(qtbot, desk, kind)
    assert page.empty_button.isVisible() != kind.kind.append_only
    assert problems(page) == []
    if kind.kind.append_only:
        return
    page.empty_button.click()
    settle()
    assert desk.dossier.count(kind) == 1
    assert page.current_record() == desk.dossier.of(kind)[0]


def _everything() -> list[Record]:
    """A dossier in which each part belongs to the record that is shown."""
    return filled_dossier()


def test_a_cold_filter_shows_what_it_has_found_and_goes_on(
    app: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dossier.ui.records.model._COLD", 2)
    monkeypatch.setattr("dossier.ui.records.listing._WARM", 1)
    many = [record("processor", name=f"Société {i}") for i in range(9)]
    desk = desk_with(tmp_path, *many)
    page = KindPage(kind_named("processor"), desk)
    qtbot.addWidget(page)
    assert page.listing
    page.listing.choose(many[8].id)
    page.listing.field.setText("societe")
    model = page.listing.model
    assert 0 < model.rowCount() < 9
    assert shown_id(page) == many[8].id
    page.show()
    qtbot.waitUntil(lambda: model.rowCount() == 9)
    assert [one.id for one in page.listing.chosen()] == [many[8].id]
    assert shown_id(page) == many[8].id
    assert [model.record_at(row).id for row in range(9)] == [one.id for one in desk.dossier.of(kind_named("processor"))]


def test_what_a_filter_finds_is_seen_from_its_top_and_then_the_selected_row_again(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    many = [record("processor", name=f"Société {i:03}") for i in range(80)]
    page = page_of(qtbot, desk_with(tmp_path, *many), kind_named("processor"), many[70])
    assert page.listing
    table = page.listing.table
    assert table.rowAt(60) > 40
    page.listing.field.setText("societe")
    assert table.rowAt(60) < 5
    page.listing.field.clear()
    assert table.rowAt(60) > 40


def shown_id(page: KindPage) -> str:
    record = page.current_record()
    return record.id if record else ""


def test_the_only_record_is_shown_again_when_its_deletion_is_undone(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with(tmp_path, record("processor", name="Stripe"))
    page = page_of(qtbot, desk, kind_named("processor"), desk.dossier.of(kind_named("processor"))[0])
    page.delete()
    assert page.current_record() is None
    desk.history.undo()
    assert shown_id(page) == desk.dossier.of(kind_named("processor"))[0].id

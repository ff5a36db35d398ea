"""The page of the measures: the map of the 25 sheets, the measures of one sheet, the record of one measure."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dossier.i18n import use_language
from dossier.law.security_guide import sheets
from dossier.model.measure import Measure
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.measures.sheet_tile import SheetTile
from dossier.ui.pages.measures import MeasuresPage
from dossier.ui.tokens import ROW_TALL
from dossier.ui.widgets.chips import Chip
from dossier.work import edits
from tests.factories import record
from tests.ui.desks import desk_with, reading_desk, settle, shown
from tests.ui.window_check import problems

PROOF = record("document", name="Rapport de restauration")
BACKUP = record(
    "measure",
    name="Sauvegarde hors ligne",
    sheet=17,
    state="en_place",
    sheet_items=("F17.2",),
    evidence=(PROOF.id,),
)
TEST = record("measure", name="Test de restauration", sheet=17, state="prevue")
ROOMS = record("measure", name="Locaux fermés", sheet=12, state="verifiee")
MOBILE = record("measure", name="Aucune application", sheet=23, state="non_applicable", not_applicable_reason="Aucune")


def page_on(qtbot: QtBot, desk: Desk, width: int = 1180, height: int = 820) -> MeasuresPage:
    page = MeasuresPage(desk)
    shown(qtbot, page, width, height)
    page.take_focus()
    settle()
    return page


def tile(page: MeasuresPage, number: int) -> SheetTile:
    return page.map.tiles[number - 1]


def listed(page: MeasuresPage) -> list[str]:
    model = page.sheets.model
    return [model.record_at(row).title for row in range(model.rowCount())]


def plain(text: str) -> str:
    """With spaces that may be broken."""
    return text.replace("\u00a0", " ")


def said_by(page: MeasuresPage, number: int) -> str:
    return plain(tile(page, number).accessibleName())


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)
    settle()


def change(desk: Desk, measure: Record, **values: Any) -> None:
    for name, value in values.items():
        desk.history.do(edits.change_of_field([desk.dossier.get(measure.id, Measure) or measure], name, value))
    settle()


@pytest.fixture
def desk(app: QApplication, tmp_path: Path) -> Desk:
    """Four measures on three sheets, in English."""
    use_language("en")
    return desk_with(tmp_path, PROOF, BACKUP, TEST, ROOMS, MOBILE)


def test_a_tile_says_everything_that_it_shows(qtbot: QtBot, desk: Desk) -> None:
    page = page_on(qtbot, desk)
    assert len(page.map.tiles) == 25
    assert said_by(page, 17) == "Sheet 17: Back up, Incidents, 45 %, 2 measures, 1 piece"
    assert said_by(page, 12).endswith("100 %, 1 measure, without proof")
    assert said_by(page, 11).endswith("0 %, no measure, without proof")
    assert said_by(page, 23).endswith("Does not apply")


def test_the_coverage_is_never_said_without_what_is_not_proved(qtbot: QtBot, desk: Desk) -> None:
    page = page_on(qtbot, desk)
    assert plain(page.summary.figure.text()) == "6 % covered, 23 sheets without proof"
    change(desk, ROOMS, evidence=(PROOF.id,))
    assert plain(page.summary.figure.text()) == "6 % covered, 22 sheets without proof"
    assert said_by(page, 12).endswith("1 piece")


def test_a_sheet_is_chosen_by_a_press_and_left_by_another(qtbot: QtBot, desk: Desk) -> None:
    page = page_on(qtbot, desk)
    assert len(listed(page)) == 4
    tile(page, 17).click()
    assert listed(page) == ["Sauvegarde hors ligne", "Test de restauration"]
    assert page.sheets.head.title.text() == "Sheet 17: Back up"
    assert "coverage 45 %" in plain(page.sheets.head.note.text())
    assert "1 piece" in page.sheets.head.note.text()
    tile(page, 17).click()
    assert len(listed(page)) == 4
    assert not tile(page, 17).isChecked()
    tile(page, 12).click()
    page.sheets.head.all_button.click()
    assert len(listed(page)) == 4
    assert not tile(page, 12).isChecked()


def test_arrows_move_on_the_map_and_enter_chooses(qtbot: QtBot, desk: Desk) -> None:
    page = page_on(qtbot, desk)
    assert focused() is tile(page, 1)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        press(key)
    assert focused() is tile(page, 17)
    press(Qt.Key.Key_Return)
    assert listed(page) == ["Sauvegarde hors ligne", "Test de restauration"]
    press(Qt.Key.Key_Tab)
    assert not isinstance(focused(), SheetTile)
    page.take_focus()
    assert focused() is tile(page, 17)


def test_the_items_of_a_sheet_say_which_of_them_a_measure_names(qtbot: QtBot, desk: Desk) -> None:
    page = page_on(qtbot, desk)
    tile(page, 17).click()
    settle()
    told = [chip.accessibleName() for chip in page.sheets.head.items.findChildren(Chip) if chip.isVisible()]
    assert len(told) == len(sheets()[16].items)
    assert [words.endswith("named by a measure") for words in told] == [False, True, False, False]
    change(desk, TEST, sheet_items=("F17.3",))
    told = [chip.accessibleName() for chip in page.sheets.head.items.findChildren(Chip) if chip.isVisible()]
    assert [words.endswith("named by a measure") for words in told] == [False, True, True, False]


def test_a_measure_added_on_a_sheet_is_of_that_sheet(qtbot: QtBot, desk: Desk) -> None:
    page = page_on(qtbot, desk)
    tile(page, 8).click()
    page.add_button.click()
    settle()
    made = page.current_record()
    assert isinstance(made, Measure)
    assert made.sheet == 8
    assert page.sheets.head.note.text().startswith("Equipment · 1 measure")
    page.show_sheet(None)
    page.add_button.click()
    assert isinstance(made := page.current_record(), Measure)
    assert made.sheet is None


def test_a_row_under_the_map_opens_its_record_and_the_map_comes_back(qtbot: QtBot, desk: Desk) -> None:
    page = page_on(qtbot, desk)
    tile(page, 17).click()
    page.sheets.table.setFocus()
    page.sheets.table.selectRow(1)
    assert page.map.isVisible()
    assert page.current_record() is None
    press(Qt.Key.Key_Return)
    assert not page.map.isVisible()
    assert isinstance(shown_now := page.current_record(), Measure)
    assert shown_now.id == TEST.id
    page.look.parts[0].click()
    settle()
    assert page.map.isVisible()
    assert page.current_record() is None
    assert focused() is tile(page, 17)


def test_a_measure_of_another_sheet_is_shown_when_it_is_asked_for(qtbot: QtBot, desk: Desk) -> None:
    page = page_on(qtbot, desk)
    tile(page, 17).click()
    page.show_record(ROOMS.id)
    assert isinstance(shown_now := page.current_record(), Measure)
    assert shown_now.id == ROOMS.id
    assert not tile(page, 17).isChecked()
    assert page.sheets.head.title.text() == "All sheets"


def test_delete_under_the_map_deletes_the_chosen_measure(qtbot: QtBot, desk: Desk) -> None:
    page = page_on(qtbot, desk)
    page.sheets.choose(TEST.id)
    page.sheets.table.setFocus()
    press(Qt.Key.Key_Delete)
    assert desk.dossier.get(TEST.id) is None
    assert "1 measure," in said_by(page, 17)


def test_nothing_is_added_where_the_dossier_is_open_to_read(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, reading_desk(tmp_path, BACKUP, PROOF))
    tile(page, 17).click()
    assert not page.add_button.isEnabled()
    assert listed(page) == ["Sauvegarde hors ligne"]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("width", "height"), [(1180, 820), (1044, 644), (968, 584)])
def test_the_page_holds_in_both_languages_and_small(
    qtbot: QtBot, desk: Desk, language: Any, width: int, height: int
) -> None:
    use_language(language)
    page = page_on(qtbot, desk, width, height)
    tile(page, 4).click()
    settle()
    assert problems(page) == []
    assert page.sheets.table.height() > ROW_TALL
    assert page.map.height() >= page.map.sizeHint().height()
    bottoms = [one.geometry().bottom() for one in page.map.tiles]
    tops = [one.geometry().top() for one in page.map.tiles]
    assert all(top > bottom for bottom, top in zip(bottoms[:-5], tops[5:], strict=True))
    page.show_record(BACKUP.id)
    settle()
    assert problems(page) == []


def test_words_that_are_longer_cut_nothing(stretched: None, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, desk_with(tmp_path, PROOF, BACKUP, TEST, ROOMS, MOBILE))
    tile(page, 4).click()
    settle()
    assert problems(page) == []

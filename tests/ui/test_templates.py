"""A ready-made activity inserted by keyboard: the list, what it brings, the parts wanted, the record to adapt."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dossier.i18n import Code, use_language
from dossier.law.templates import PARTS
from dossier.model.activity import Activity, Purpose, Recipient, Retention
from dossier.model.measure import Measure
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.pages.activities import ActivitiesPage
from tests.factories import record
from tests.ui.desks import desk_with, reading_desk, settle, shown
from tests.ui.window_check import problems

KEY = Qt.Key


def page_on(qtbot: QtBot, desk: Desk, width: int = 1180, height: int = 800) -> ActivitiesPage:
    page = ActivitiesPage(desk)
    shown(qtbot, page, width, height)
    page.take_focus()
    return page


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused
        QTest.keyClick(focused, key)
        settle()


def said(widget: QWidget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(labels).replace("\u00a0", " ").replace("\u202f", " ")


def activity(**values: str) -> Record:
    return record("activity", **{"name": "Fidélité", **values})


def test_arrows_enter_and_enter_insert_an_activity_and_lead_to_what_must_be_adapted(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, desk_with(tmp_path, activity()))
    page.template_button.setFocus()
    press(KEY.Key_Return, KEY.Key_Down, KEY.Key_Down)
    assert page.chooser.template.code == "recruitment"
    assert "Candidatures non retenues" in said(page.chooser.preview)
    press(KEY.Key_Return)
    assert page.chooser.insert_button.hasFocus()
    press(KEY.Key_Return)
    shown_now = page.current_record()
    assert shown_now
    assert shown_now.title == "Recrutement"
    focused = QApplication.focusWidget()
    assert focused
    assert page.view.form.field("description").input.isAncestorOf(focused)
    assert not page.chooser.isVisible()
    assert page.add_button.isVisible()


def test_the_first_activity_may_come_from_a_template_too_and_one_undo_takes_it_back(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, desk_with(tmp_path))
    assert page.empty_button.hasFocus()
    press(KEY.Key_Tab)
    assert page.first_template_button.hasFocus()
    press(KEY.Key_Return, KEY.Key_Return, KEY.Key_Return)
    dossier = page.desk.dossier
    assert [one.name for one in dossier.of(Activity)] == ["Paie et déclarations sociales"]
    assert dossier.count(Retention)
    page.desk.history.undo()
    settle()
    kinds: tuple[type[Record], ...] = (Activity, *PARTS)
    assert not any(page.desk.dossier.count(kind) for kind in kinds)
    assert page.empty_button.isVisible()


def test_a_part_that_is_not_ticked_is_neither_shown_nor_inserted(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, desk_with(tmp_path, activity()))
    page.choose_template()
    press(KEY.Key_Tab, KEY.Key_Space)
    assert "Calculer et verser" not in said(page.chooser.preview)
    assert "Doubles des bulletins" in said(page.chooser.preview)
    page.chooser.insert_button.click()
    assert page.desk.dossier.count(Purpose) == 0
    assert page.desk.dossier.count(Recipient) > 0


def test_tab_goes_through_the_chooser_in_the_order_of_reading(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, desk_with(tmp_path, activity()))
    page.choose_template()
    press(*[KEY.Key_Tab] * (len(PARTS) + 1))
    assert page.chooser.insert_button.hasFocus()


def test_what_is_told_has_its_source_its_day_and_its_mark(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, desk_with(tmp_path, activity()))
    page.choose_template()
    settle()
    told = said(page.chooser.preview)
    for words in (
        "Nommez le logiciel de paie",
        "5 ans",
        "art. L3243-4 C. trav.",
        "vérifiée le 22/11/2026",
        "source non relue",
        "Prévue",
    ):
        assert words in told


def test_a_measure_of_the_dossier_is_linked_and_said(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    known = record("measure", name="Profils", sheet=5, state="en_place")
    page = page_on(qtbot, desk_with(tmp_path, activity(), known))
    page.choose_template()
    name = page.desk.dossier.of(Measure)[0].reference
    assert f"Déjà dans le dossier : {name} – Profils" in said(page.chooser.preview)


def test_escape_goes_back_and_nothing_was_written(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, desk_with(tmp_path, activity()))
    before = page.desk.dossier.sequence
    page.choose_template()
    assert not page.add_button.isVisible()
    press(KEY.Key_Escape)
    assert page.listing
    assert page.listing.table.hasFocus()
    assert page.add_button.isVisible()
    assert page.desk.dossier.sequence == before


def test_nothing_is_inserted_into_a_dossier_that_is_open_to_read(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, reading_desk(tmp_path, record("organisation", name="Éco"), activity()))
    assert not page.template_button.isEnabled()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", [(1150, 800), (1016, 620), (960, 560)], ids=str)
def test_the_chooser_has_no_problems(
    language: Code, size: tuple[int, int], app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    use_language(language)
    page = page_on(qtbot, desk_with(tmp_path, activity()), *size)
    page.choose_template()
    settle()
    assert problems(page) == []


def test_the_chooser_has_no_problems_when_words_are_longer(stretched: None, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, desk_with(tmp_path), 1016, 620)
    assert problems(page) == []
    page.choose_template()
    settle()
    assert problems(page) == []

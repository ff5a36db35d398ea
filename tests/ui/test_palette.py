"""Search over everything: records by folded words, references, actions, by keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier.i18n import _
from dossier.ui.main_window import MainWindow
from dossier.ui.palette import PAUSE, Palette
from dossier.ui.windows import Windows
from tests.factories import record

from .desks import settle
from .opening import window_on, windows
from .window_check import problems

__all__ = ["windows"]
Key = Qt.Key


@pytest.fixture
def window(windows: Windows, tmp_path: Path) -> MainWindow:
    records = [record("processor", name="Hébergeur Œuvré"), record("processor", name="Paie et compagnie")]
    return window_on(windows, tmp_path, record("organisation", name="Éco"), *records)


def palette(window: MainWindow) -> Palette:
    QTest.keyClick(window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    settle()
    (found,) = window.findChildren(Palette)
    assert found.input.hasFocus()
    return found


def lines(found: Palette) -> list[str]:
    return [str(found.model.index(row, 0).data()) for row in range(found.model.rowCount())]


def test_accents_and_ligatures_are_folded(window: MainWindow, qtbot: QtBot) -> None:
    found = palette(window)
    QTest.keyClicks(found.input, "HEBERGEUR oeu")
    qtbot.waitUntil(lambda: "Hébergeur" in lines(found)[1])
    assert lines(found)[0] == _("Processors")
    assert "Hébergeur" in found.input.accessibleDescription()


def test_enter_right_after_the_last_letter_opens_what_was_typed(window: MainWindow) -> None:
    found = palette(window)
    QTest.keyClicks(found.input, "heberg")
    QTest.keyClick(found.input, Key.Key_Return)
    here = window.pages.here
    shown = window.desk.dossier.get(here.record)
    assert shown is not None
    assert shown.title == "Hébergeur Œuvré"


def test_results_come_while_one_types(window: MainWindow, qtbot: QtBot) -> None:
    """The pause runs from the first letter that has no result yet: a fast typist sees results, and loses nothing."""
    assert PAUSE <= 60
    found = palette(window)
    for letter in "paie et c":
        QTest.keyClicks(found.input, letter)
        qtbot.wait(PAUSE // 2)
    assert found.input.text() == "paie et c"
    qtbot.waitUntil(lambda: len(lines(found)) >= 2 and "Paie" in lines(found)[1], timeout=PAUSE * 5)


def test_a_number_sign_finds_references(window: MainWindow) -> None:
    found = palette(window)
    QTest.keyClicks(found.input, "#stt-002")
    found._find()
    assert len(lines(found)) == 2
    assert "STT-002" in lines(found)[1]


def test_a_greater_than_sign_finds_actions(window: MainWindow) -> None:
    found = palette(window)
    QTest.keyClicks(found.input, ">journal")
    QTest.keyClick(found.input, Key.Key_Return)
    assert window.pages.here.page == "journal"


def test_arrows_move_over_headings_and_escape_gives_the_keyboard_back(window: MainWindow) -> None:
    before = window.focusWidget()
    found = palette(window)
    QTest.keyClicks(found.input, "e")
    found._find()
    first = found.list.currentIndex().row()
    assert first == 1
    for _step in range(found.model.rowCount() + 2):
        QTest.keyClick(found.input, Key.Key_Down)
    last = found.list.currentIndex().row()
    assert last == found.model.rowCount() - 1
    QTest.keyClick(found.input, Key.Key_Up)
    assert found.list.currentIndex().row() < last
    QTest.keyClick(found.input, Key.Key_Escape)
    assert not found.isVisible()
    assert QApplication.focusWidget() is before


def test_nothing_found_is_said(window: MainWindow) -> None:
    found = palette(window)
    QTest.keyClicks(found.input, "zzzz")
    QTest.keyClick(found.input, Key.Key_Return)
    assert found.isVisible()
    assert found.input.accessibleDescription() == _("Nothing found")


def test_the_palette_has_no_problem(window: MainWindow, stretched: None) -> None:
    window.build()
    window.resize(1024, 640)
    settle()
    window.activateWindow()
    settle()
    found = palette(window)
    settle()
    assert problems(found) == []

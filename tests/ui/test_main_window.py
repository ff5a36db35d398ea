"""One window on one dossier: its menus and keys, its pages in both languages, what it says."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from dossier.i18n import _
from dossier.model.catalog import GROUPS
from dossier.model.organisation import Organisation
from dossier.store.store import Store
from dossier.ui.main_window import MainWindow
from dossier.ui.navigation import Place
from dossier.ui.pages.overview import OverviewPage
from dossier.ui.side import KEYS
from dossier.ui.windows import Windows
from dossier.work.edits import change_of_field
from tests.factories import AUTHOR, NOW, filled_dossier, record

from .desks import settle
from .opening import said, window, window_on, windows
from .window_check import problems

__all__ = ["window", "windows"]
Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


def action(window: MainWindow, keys: str) -> QAction:
    return next(one for one in window.menus.actions() if one.shortcut().toString() == keys)


def rename(window: MainWindow, name: str) -> None:
    organisation = window.desk.dossier.organisation
    assert organisation is not None
    window.history.do(change_of_field([organisation], "name", name))


def name_now(window: MainWindow) -> str:
    organisation = window.desk.dossier.organisation
    return organisation.name if organisation else ""


def test_undo_and_redo_say_what_they_do(window: MainWindow) -> None:
    assert not action(window, "Ctrl+Z").isEnabled()
    rename(window, "Écologie")
    label = window.history.stack.undoText()
    assert label in action(window, "Ctrl+Z").text()
    assert label in window.strip._last.accessibleName()
    QTest.keyClick(window, Key.Key_Z, Ctrl)
    assert name_now(window) == "Éco"
    assert label in action(window, "Ctrl+Y").text()
    QTest.keyClick(window, Key.Key_Y, Ctrl)
    assert name_now(window) == "Écologie"


def test_what_was_done_before_a_restart_can_be_undone(windows: Windows, window: MainWindow, tmp_path: Path) -> None:
    rename(window, "Écologie")
    window.close()
    again = windows.open(tmp_path / "essai.dossier")
    again.undo()
    assert name_now(again) == "Éco"
    again.undo()
    assert again.desk.dossier.organisation is not None  # the making of the dossier is not undone


def test_undo_in_an_input_that_holds_nothing_undoes_the_last_change(window: MainWindow) -> None:
    rename(window, "Écologie")
    window.pages.go(Place("journal"))
    window.filter()
    typed = QApplication.focusWidget()
    assert isinstance(typed, QLineEdit)
    QTest.keyClicks(typed, "eco")
    QTest.keyClick(typed, Key.Key_Z, Ctrl)
    assert typed.text() == ""
    assert name_now(window) == "Écologie"
    QTest.keyClick(typed, Key.Key_Z, Ctrl)
    assert name_now(window) == "Éco"


def test_ctrl_s_says_that_all_is_saved(window: MainWindow) -> None:
    rename(window, "Écologie")
    QTest.keyClick(window, Key.Key_S, Ctrl)
    assert said(window) == [_("Already saved, at {time}.", time="13:05")]
    window.go_to_page("journal")
    assert said(window) == []


def test_a_page_per_key_and_the_way_back(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_5, Ctrl)
    assert window.pages.here.page == KEYS[4]
    QTest.keyClick(window, Key.Key_1, Ctrl)
    assert window.pages.here.page == "overview"
    QTest.keyClick(window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.pages.here.page == KEYS[4]
    QTest.keyClick(window, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.pages.here.page == "overview"


def test_a_repeated_part_is_shown_on_the_page_of_its_parent(windows: Windows, tmp_path: Path) -> None:
    activity = record("activity", name="Paie")
    purpose = record("purpose", activity=activity.id, name="Verser les salaires")
    opened = window_on(windows, tmp_path, record("organisation"), activity, purpose)
    opened.desk.go_to(purpose)
    assert opened.pages.here[:2] == ("activity", activity.id)


def test_an_incident_is_logged_at_once(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_I, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert window.incidents.dialog is not None
    QTest.keyClicks(window.incidents.dialog.form.text, "Vol")
    QTest.keyClick(window.incidents.dialog.form.text, Key.Key_Return, Ctrl)
    settle()
    assert len(window.desk.dossier.shelves["breach"].records) == 1
    assert window.pages.here.page == "overview"
    overview = window.pages.currentWidget()
    assert isinstance(overview, OverviewPage)
    assert overview._breaches.isVisible()


def test_a_verified_copy_is_saved(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "copie.dossier"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target), ""))
    window.save_copy()
    assert str(target) in said(window)[0]
    with Store.read(target) as copy:
        assert copy.dossier.count(Organisation) == 1
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(window.store.path), ""))
    window.save_copy()
    assert str(target) not in said(window)[0]


def test_the_dossier_is_verified_in_the_background(window: MainWindow, qtbot: QtBot) -> None:
    window.verify()
    began = said(window)
    qtbot.waitUntil(lambda: said(window) != began, timeout=10_000)
    entries = window.desk.dossier.sequence
    words = _("The dossier holds together: its records agree with its {n} journal entries.", n=entries)
    assert said(window) == [words]


def test_what_another_program_wrote_is_shown(window: MainWindow) -> None:
    with Store.open(window.store.path, NOW, by_force=True) as other:
        organisation = other.dossier.organisation
        assert organisation is not None
        edit = change_of_field([organisation], "name", "Ailleurs")
        assert edit is not None
        other.apply(edit, AUTHOR, NOW)
    window.history.refresh()
    assert window.side.switcher.words == "Ailleurs"
    assert "Ailleurs" in window.windowTitle()


def test_the_counts_of_the_sidebar_follow(window: MainWindow) -> None:
    window.go_to_page("processor")
    window.add()
    assert window.side._buttons["processor"].accessibleName().endswith(", 1")


def test_a_narrow_window_shows_icons(window: MainWindow) -> None:
    window.resize(1300, 800)
    settle()
    assert not window.side.switcher.small
    window.resize(1100, 700)
    settle()
    assert window.side.switcher.small


def test_the_chosen_page_is_seen_whole_in_the_sidebar(window: MainWindow) -> None:
    window.resize(1100, 640)
    settle()
    for key in ("retention", "breach", "document", "overview"):
        window.go_to_page(key)
        settle()
        assert not window.side._buttons[key].visibleRegion().isEmpty()
        assert window.side._buttons[key].visibleRegion().boundingRect() == window.side._buttons[key].rect()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 640)], ids=str)
@pytest.mark.parametrize("code", ["fr", "en"])
def test_no_page_has_a_problem(
    windows: Windows, tmp_path: Path, code: str, size: tuple[int, int], stretched: None
) -> None:
    windows.speak(code)
    opened = window_on(windows, tmp_path, *filled_dossier())
    opened.resize(*size)
    found = {}
    for key in KEYS:
        opened.go_to_page(key)
        settle()
        found[key] = problems(opened)
    assert {key: wrong for key, wrong in found.items() if wrong} == {}
    assert {kind.kind.name for group in GROUPS for kind in group.kinds} < set(found)

"""Where one begins, and the windows of a process: first start, new, refused, example, two on one file."""

import json
import os
import socket
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from dossier import paths
from dossier.model.catalog import kind_named
from dossier.model.organisation import Organisation
from dossier.store.store import Store
from dossier.ui import theme
from dossier.ui.navigation import Place
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.pages.start import StartPage
from dossier.ui.pages.start_rows import RecentLine
from dossier.ui.windows import Windows
from dossier.work.preferences import Preferences
from tests.factories import NOW, make_store, record

from .desks import settle
from .opening import said, window, window_on, windows
from .window_check import problems

__all__ = ["window", "windows"]
Key = Qt.Key


def start_page(windows: Windows) -> StartPage:
    windows.show_start()
    assert windows.start is not None
    settle()
    return windows.start.page


def lock_of(path: Path, host: str, process: int) -> None:
    values = {"host": host, "process": process, "user": "jeanne", "since": "2026-11-22T08:12:00Z"}
    path.with_name(f".~lock.{path.name}#").write_text(json.dumps(values), encoding="utf-8")


def test_a_first_start_asks_who_writes(windows: Windows) -> None:
    windows.kept.preferences = Preferences(station="here")
    page = start_page(windows)
    assert page.author.isVisible()
    assert page.author.name.hasFocus()
    QTest.keyClicks(page.author.name, "Marie Durand")
    QTest.keyClick(page.author.name, Key.Key_Tab)
    QTest.keyClicks(page.author.function, "DPO")
    QTest.keyClick(page.author.function, Key.Key_Tab)
    assert Preferences.load(NOW).author.words == "Marie Durand, DPO"
    assert not start_page(windows).author.isVisible()


def test_a_new_dossier_opens_on_its_first_steps(windows: Windows, tmp_path: Path) -> None:
    page = start_page(windows)
    QTest.keyClick(page.new_door, Key.Key_Return)
    name = page.new_form.findChildren(QLineEdit)[0]
    name.insert("Café d’Été")
    assert page.new_form.path == paths.user_documents() / "Dossier" / "cafe-d-ete.dossier"
    QTest.keyClick(name, Key.Key_Return)
    (opened,) = windows.open_windows
    settle()
    organisation = opened.desk.dossier.organisation
    assert organisation is not None
    assert organisation.name == "Café d’Été"
    assert opened.store.history()[0].author == "Marie Durand, DPO"
    assert opened.pages.here.page == "overview"
    assert opened.pages.currentWidget()._begin.isVisible()  # type: ignore[union-attr]
    assert windows.start is None
    assert windows.kept.preferences.recent[0].name == "Café d’Été"


def test_a_new_dossier_needs_a_name_and_a_free_place(windows: Windows) -> None:
    page = start_page(windows)
    page.begin_new()
    name = page.new_form.findChildren(QLineEdit)[0]
    QTest.keyClick(name, Key.Key_Return)
    assert windows.open_windows == []
    taken = paths.user_documents() / "Dossier" / "eco.dossier"
    taken.parent.mkdir(parents=True)
    taken.write_text("kept")
    name.insert("Éco")
    QTest.keyClick(name, Key.Key_Return)
    assert "eco.dossier" in said(page)[0]
    assert taken.read_text() == "kept"


def test_a_refused_file_says_why_on_the_start_page(windows: Windows, tmp_path: Path) -> None:
    (tmp_path / "notes.dossier").write_text("not a dossier")
    windows.begin([str(tmp_path / "notes.dossier")])
    assert windows.start is not None
    settle()
    assert "notes.dossier" in said(windows.start)[0]
    windows.begin([str(tmp_path / "absent.dossier")])
    settle()
    assert "absent.dossier" in said(windows.start)[0]


def test_without_argument_the_example_is_opened_and_says_so(windows: Windows) -> None:
    windows.begin([])
    (opened,) = windows.open_windows
    settle()
    path = opened.store.path
    assert path.parent == paths.user_documents() / "Dossier"
    assert str(path) in said(opened)[0]
    opened.close()
    windows.begin([])  # the same file again: the example alone is no dossier of one's own
    assert windows.open_windows[0].store.path == path
    assert len(list(path.parent.glob("*.dossier"))) == 1


def test_who_has_dossiers_starts_with_them(windows: Windows, tmp_path: Path) -> None:
    window_on(windows, tmp_path).close()
    windows.begin([])
    assert windows.open_windows == []
    assert windows.start is not None
    assert [line.recent.name for line in windows.start.page.findChildren(RecentLine)] == ["Éco"]


def test_a_recent_file_that_is_gone_is_grey_and_can_be_removed(windows: Windows, tmp_path: Path, qtbot: object) -> None:
    window_on(windows, tmp_path).close()
    (tmp_path / "essai.dossier").unlink()
    page = start_page(windows)
    (line,) = page.findChildren(RecentLine)
    for _turn in range(100):
        QTest.qWait(10)
        if not line.row.isEnabled():
            break
    assert not line.row.isEnabled()
    line.removed.emit(line.recent)
    assert windows.kept.preferences.recent == ()


def test_a_second_window_on_a_file_raises_the_first(windows: Windows, tmp_path: Path) -> None:
    opened = window_on(windows, tmp_path)
    link = tmp_path / "lien.dossier"
    link.symlink_to(opened.store.path)
    assert windows.open(link) is opened
    assert len(windows.open_windows) == 1


def test_a_reader_is_told_who_writes_and_can_write_when_it_is_over(windows: Windows, tmp_path: Path) -> None:
    path = tmp_path / "partage.dossier"
    make_store(path).close()
    lock_of(path, "pc-12", 4242)
    reader = windows.open(path)
    settle()
    assert reader.store.is_read_only
    (words,) = said(reader)
    assert "jeanne" in words
    assert "pc-12" in words
    path.with_name(f".~lock.{path.name}#").unlink()
    reader.notices.retry_asked.emit()
    (writer,) = windows.open_windows
    assert not writer.store.is_read_only
    assert said(writer) == []


def test_writing_over_somebody_is_asked_twice(windows: Windows, tmp_path: Path) -> None:
    path = tmp_path / "partage.dossier"
    make_store(path).close()
    lock_of(path, socket.gethostname(), os.getppid())
    reader = windows.open(path)
    reader.notices._on_force()
    assert windows.open_windows == [reader]
    reader.notices.force_asked.emit()
    (writer,) = windows.open_windows
    assert not writer.store.is_read_only
    holder = json.loads(path.with_name(f".~lock.{path.name}#").read_text())
    assert holder["process"] == os.getpid()


def test_closing_writes_what_is_being_typed_and_gives_the_lock_back(windows: Windows, tmp_path: Path) -> None:
    organisation = record("organisation", name="Éco")
    opened = window_on(windows, tmp_path, organisation)
    opened.pages.go(Place("organisation", organisation.id))
    settle()
    typed = QApplication.focusWidget()
    assert isinstance(typed, QLineEdit)
    typed.setText("Écologie")
    typed.setModified(True)
    opened.close()
    assert not list(tmp_path.glob(".~lock*"))
    with Store.read(tmp_path / "essai.dossier") as store:
        assert [one.name for one in store.dossier.of(Organisation)] == ["Écologie"]


def test_closing_keeps_the_name_that_is_being_typed(windows: Windows, tmp_path: Path) -> None:
    opened = window_on(windows, tmp_path)
    opened.go_to_page("settings")
    typed = QApplication.focusWidget()
    assert isinstance(typed, QLineEdit)
    typed.setText("Jeanne Petit")
    opened.close()
    assert Preferences.load(NOW).name == "Jeanne Petit"


def test_another_language_and_theme_reach_every_window(windows: Windows, tmp_path: Path) -> None:
    opened = window_on(windows, tmp_path)
    opened.pages.go(Place("journal"))
    page = start_page(windows)
    assert windows.start is not None
    page.language.changed.emit("en")
    settle()
    assert opened.menuBar().actions()[0].text() == "&File"
    assert opened.pages.here.page == "journal"
    opened.activateWindow()
    settle()
    QTest.keyClick(opened, Key.Key_1, Qt.KeyboardModifier.ControlModifier)  # each key still has one meaning
    assert opened.pages.here.page == "overview"
    assert windows.start.page.new_door.words == "New dossier"
    assert Preferences.load(NOW).language == "en"
    opened.desk.asked_for_language.emit("fr")
    settle()
    assert opened.menuBar().actions()[0].text() == "&Fichier"
    opened.use_theme("dark")
    assert theme.tokens().name == "dark"
    assert Preferences.load(NOW).theme == "dark"
    theme.use("light")


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_start_page_has_no_problem(windows: Windows, tmp_path: Path, code: str, stretched: None) -> None:
    window_on(windows, tmp_path).close()
    windows.kept.preferences = windows.kept.preferences.with_(name="")
    windows.speak(code)
    page = start_page(windows)
    assert windows.start is not None
    windows.start.resize(windows.start.minimumSize())
    settle()
    assert problems(windows.start) == []
    page.begin_new()
    settle()
    assert problems(windows.start) == []
    page._on_example()
    settle()
    assert problems(windows.start) == []


def test_closing_stays_once_for_what_cannot_be_read(windows: Windows, tmp_path: Path) -> None:
    """Also when the keyboard is still in it, and when it was left on another page."""
    one, two = record("processor", name="Stripe"), record("processor", name="OVH")
    opened = window_on(windows, tmp_path, record("organisation", name="Éco"), one, two)
    opened.pages.go(Place("processor", one.id))
    page = opened.pages.currentWidget()
    assert isinstance(page, KindPage)
    field = page.view.form.field("next_review")
    line = field.input.inputs[0]
    line.setFocus()
    QTest.keyClicks(line, "12/")
    opened.close()
    assert not opened.isHidden()
    assert any("Stripe" in words for words in said(opened))
    assert field.error
    page.show_record(two.id)
    opened.go_to_page("activity")
    opened.close()
    assert opened.isHidden()  # it was said before
    assert windows.open_windows == []


def test_closing_goes_back_to_what_cannot_be_read(windows: Windows, tmp_path: Path) -> None:
    one, two = record("processor", name="Stripe"), record("processor", name="OVH")
    opened = window_on(windows, tmp_path, record("organisation", name="Éco"), one, two)
    opened.pages.go(Place("processor", one.id))
    page = opened.pages.currentWidget()
    assert isinstance(page, KindPage)
    line = page.view.form.field("next_review").input.inputs[0]
    line.setFocus()
    QTest.keyClicks(line, "12/")
    page.show_record(two.id)
    opened.go_to_page("activity")
    opened.close()
    assert not opened.isHidden()
    assert opened.pages.here == Place("processor", one.id)


def test_a_page_shows_its_first_record_and_the_way_back_has_one_stop(windows: Windows, tmp_path: Path) -> None:
    one, two = record("processor", name="Stripe"), record("processor", name="OVH")
    opened = window_on(windows, tmp_path, record("organisation", name="Éco"), one, two)
    opened.go_to_page("processor")
    page = opened.pages.currentWidget()
    assert isinstance(page, KindPage)
    assert page.current_record() == opened.desk.dossier.get(one.id)
    page.show_record(two.id)
    opened.go_to_page("processor")
    assert page.current_record() == opened.desk.dossier.get(two.id)
    opened.step(-1)
    assert opened.pages.here.page == "overview"


def test_the_head_says_who_changed_the_record_last(windows: Windows, tmp_path: Path) -> None:
    opened = window_on(windows, tmp_path, record("organisation", name="Éco"), record("processor", name="Stripe"))
    opened.go_to_page("processor")
    settle()
    page = opened.pages.currentWidget()
    assert isinstance(page, KindPage)
    assert "modifié le" in page.view.head.below.accessibleName()
    page.show_record(opened.desk.dossier.of(kind_named("processor"))[0].id)


def test_an_activity_tells_its_purposes_after_its_description(windows: Windows, tmp_path: Path) -> None:
    opened = window_on(windows, tmp_path, record("organisation", name="Éco"), record("activity", name="Paie"))
    opened.go_to_page("activity")
    page = opened.pages.currentWidget()
    assert isinstance(page, KindPage)
    titles = [tab.words for tab in page.view.anchors.tabs]
    assert titles.index("Finalités") == titles.index("Description") + 1
    assert titles.index("Acteurs et moyens") > titles.index("Finalités")


def test_tab_goes_down_the_form_through_its_parts(windows: Windows, tmp_path: Path) -> None:
    opened = window_on(windows, tmp_path, record("organisation", name="Éco"), record("activity", name="Paie"))
    opened.go_to_page("activity")
    page = opened.pages.currentWidget()
    assert isinstance(page, KindPage)
    page.view.form.complete()
    settle()
    inner = page.view.area.widget()
    assert inner
    page.view.take_focus()
    heights, names = [], []
    while (focused := QApplication.focusWidget()) and inner.isAncestorOf(focused):
        heights.append(focused.mapTo(inner, focused.rect().center()).y() // 20)
        names.append(focused.accessibleName())
        QTest.keyClick(focused, Key.Key_Tab)
        assert len(names) < 300
    assert heights == sorted(heights)
    add = page.view.children_sections[0].add_button.accessibleName()
    assert names.index("Description") < names.index(add) < names.index("Systèmes utilisés")
    for _stop in range(len(names)):
        focused = QApplication.focusWidget()
        assert focused
        QTest.keyClick(focused, Key.Key_Backtab)
    assert page.view.form.fields["name"].input.has_keyboard()

"""A page that was never shown comes in turns of the event loop, and is whole for whoever asks."""

from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from dossier.model.activity import Activity
from dossier.ui.main_window import MainWindow
from dossier.ui.navigation import Place
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.side import JOURNAL
from dossier.ui.windows import Windows
from tests.factories import filled_dossier

from .desks import settle
from .opening import window_on, windows

__all__ = ["windows"]
ACTIVITIES = Activity.kind.name


def seen_page(window: MainWindow) -> KindPage:
    """The page on the screen, as far as it has come."""
    page = QStackedWidget.currentWidget(window.pages)
    assert isinstance(page, KindPage)
    return page


def test_the_list_is_there_at_once_and_the_record_follows(windows: Windows, tmp_path: Path) -> None:
    window = window_on(windows, tmp_path, *filled_dossier())
    window.go_to_page(ACTIVITIES)
    assert seen_page(window).listing
    assert seen_page(window).current_record() is None
    settle()
    assert seen_page(window).current_record() == window.desk.dossier.of(Activity)[0]


def test_what_is_asked_of_a_page_does_not_wait(windows: Windows, tmp_path: Path) -> None:
    window = window_on(windows, tmp_path, *filled_dossier())
    window.go_to_page(ACTIVITIES)
    window.add()
    settle()
    record = seen_page(window).current_record()
    assert record == window.desk.dossier.of(Activity)[-1]
    assert isinstance(record, Activity)
    assert not record.name


def test_a_page_that_is_left_before_it_came_keeps_its_place(windows: Windows, tmp_path: Path) -> None:
    window = window_on(windows, tmp_path, *filled_dossier())
    wanted = Place(ACTIVITIES, window.desk.dossier.of(Activity)[0].id)
    window.pages.go(wanted)
    window.go_to_page(JOURNAL)
    settle()
    assert window.pages.here == Place(JOURNAL)
    window.step(-1)
    assert window.pages.here == wanted

"""A large file enters the dossier in pieces: the window answers meanwhile, and what is stopped leaves nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from dossier.model.evidence import Document
from dossier.model.processor import Processor
from dossier.ui.pages.kind_page import KindPage
from tests.factories import record
from tests.ui.desks import desk_with, page_of, settle

PARTS = 24


class Turns(QObject):
    """Counts the turns that the event loop makes for others."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start(0)

    def _on_turn(self) -> None:
        self.count += 1


@pytest.fixture
def page(app: QApplication, qtbot: QtBot, tmp_path: Path) -> KindPage:
    """The page of a processor, and a file of as many pieces as `PARTS` beside it."""
    (tmp_path / "contrat.bin").write_bytes(bytes(range(256)) * 4096 * PARTS)
    desk = desk_with(tmp_path, record("processor", name="Acronis"))
    return page_of(qtbot, desk, Processor, desk.dossier.of(Processor)[0])


def attach(page: KindPage, folder: Path) -> None:
    page.view.attach([folder / "contrat.bin"])


def test_the_window_answers_while_a_file_is_kept(page: KindPage, qtbot: QtBot, tmp_path: Path) -> None:
    turns = Turns()
    attach(page, tmp_path)
    assert page.view.files.is_busy
    line = page.view.form.field("service").input.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, "Sauvegarde")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert page.desk.dossier.of(Processor)[0].service == "Sauvegarde"
    assert page.view.files.is_busy
    assert not page.desk.dossier.of(Document)
    qtbot.waitUntil(lambda: not page.view.files.is_busy)
    assert turns.count >= 2 * PARTS
    (document,) = page.desk.dossier.of(Document)
    assert page.desk.dossier.of(Processor)[0].contract_document == document.id
    assert document.size == 256 * 4096 * PARTS
    page.desk.history.undo()
    assert page.desk.dossier.of(Processor)[0].service == "Sauvegarde"


def test_a_file_that_is_stopped_leaves_nothing(page: KindPage, qtbot: QtBot, tmp_path: Path) -> None:
    store = page.desk.history.store
    attach(page, tmp_path)
    qtbot.waitUntil(lambda: store.connection.execute("SELECT count(*) FROM content").fetchone()[0] > 2)
    assert not store.content_names()
    page.view.files.stop_button.click()
    qtbot.waitUntil(lambda: not page.view.files.is_busy)
    assert store.connection.execute("SELECT count(*) FROM content").fetchone() == (0,)
    assert not page.desk.dossier.of(Document)
    assert page.desk.history.stack.count() == 0


def test_how_far_it_is_and_how_to_stop_it_are_shown(page: KindPage, qtbot: QtBot, tmp_path: Path) -> None:
    files = page.view.files
    attach(page, tmp_path)
    assert not files.progress.isVisible()
    files._shown.timeout.emit()
    settle()
    assert files.progress.isVisible()
    assert files.stop_button.isVisible()
    attach(page, tmp_path)
    qtbot.waitUntil(lambda: not files.is_busy)
    assert not files.progress.isVisible()
    assert page.desk.dossier.count(Document) == 1

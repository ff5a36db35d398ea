"""What the window no longer needs is taken apart in its own thread, whatever works meanwhile."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dossier.ui.background import Task
from dossier.ui.garbage import collect_here, collect_what_is_due

from .desks import settle


class _Left(QWidget):
    """A page that nobody holds but itself, with a timer that goes on."""

    def __init__(self, gone_in: list[str]) -> None:
        super().__init__()
        self.itself = self
        self._timer = QTimer(self)
        self._timer.start(0)
        self.destroyed.connect(lambda: gone_in.append(threading.current_thread().name))


@pytest.fixture
def collected_here(app: QApplication) -> Iterator[None]:
    """As in the program."""
    timer = collect_here(app)
    yield
    timer.stop()
    timer.deleteLater()


def test_a_page_that_was_left_is_not_taken_apart_by_a_task(collected_here: None, qtbot: QtBot) -> None:
    gone_in: list[str] = []
    _Left(gone_in)
    task = Task(lambda _progress: len([[] for _ in range(50_000)]))  # enough for Python to look for garbage
    with qtbot.waitSignal(task.done):
        task.start()
    QThreadPool.globalInstance().waitForDone()
    assert gone_in == []
    made_since: list[list[int]] = [[] for _ in range(50_000)]  # what is still held counts: now it is time to look
    collect_what_is_due()
    settle()
    assert len(made_since) == 50_000
    assert gone_in == [threading.main_thread().name]

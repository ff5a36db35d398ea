"""The pages of what is chosen, made beside the window: those of a section at once, then the texts that name somebody
who is hidden, then all pages."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from dossier.ui.background import Progress, Task
from dossier.ui.export.choice import Choice

GATHER = 20  # milliseconds in which several choices are one
REST = 250  # milliseconds without a choice after which all pages are laid out


class Looking(QObject):
    """Each new choice stops what was being made for the one before."""

    begun = Signal(object)
    named = Signal(object)
    laid_out = Signal(int)
    whole = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._choice: Choice | None = None
        self._task: Task | None = None
        self._gather, self._rest = _single(self, GATHER, self._on_gathered), _single(self, REST, self._on_rested)

    @property
    def is_busy(self) -> bool:
        return self._task is not None or self._gather.isActive() or self._rest.isActive()

    def look(self, choice: Choice) -> None:
        self.stop()
        self._choice = choice
        self._gather.start()

    def stop(self) -> None:
        """Nobody waits any more."""
        self._gather.stop()
        self._rest.stop()
        if self._task:
            self._task.stop()
            self._task = None

    def _on_gathered(self) -> None:
        if self._choice:
            self._start(self._choice.first_look, self._on_begun)

    def _on_rested(self) -> None:
        if self._choice:
            self._start(self._choice.all_pages, self._on_whole)

    def _start(self, work: Callable[[Progress], object], then: Callable[[object], None]) -> None:
        self._task = task = Task(work)
        task.done.connect(partial(self._tell, task, then))
        task.failed.connect(partial(self._tell, task, self._on_failed))
        task.progressed.connect(partial(self._tell, task, self.laid_out.emit))
        task.start()

    def _tell(self, task: Task, then: Callable[[Any], None], value: object) -> None:
        """What comes of a task that was stopped meanwhile is of no interest."""
        if task is self._task:
            then(value)

    def _on_begun(self, look: object) -> None:
        self._task = None
        self.begun.emit(look)
        if self._choice:
            self._start(self._choice.namings, self._on_named)

    def _on_named(self, namings: object) -> None:
        self._task = None
        self.named.emit(namings)
        self._rest.start()

    def _on_whole(self, preview: object) -> None:
        self._task = None
        self.whole.emit(preview)

    def _on_failed(self, sentence: str) -> None:
        self._task = None
        self.failed.emit(sentence)


def _single(parent: QObject, milliseconds: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer

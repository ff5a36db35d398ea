"""What is typed in the quick log goes to the spool every half second, off the window's thread."""

import os
from collections.abc import Callable
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal

from dossier.ui.background import Progress, Task
from dossier.work.incident_note import IncidentNote
from dossier.work.spool import Spool

EVERY = 500  # milliseconds: with the write itself, less than the second that may be lost


class DraftKeeper(QObject):
    """Keeps the newest state of one note; without a spool, nothing is written before it is logged."""

    kept = Signal()
    failed = Signal(str)

    def __init__(self, spool: Spool | None, read: Callable[[], IncidentNote], parent: QObject) -> None:
        super().__init__(parent)
        self._spool, self._read = spool, read
        self._newest: IncidentNote | None = None
        self.has_kept = False
        self._writing = Lock()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_due)

    def touch(self) -> None:
        """Something was typed."""
        if self._spool and not self._timer.isActive():
            self._timer.start()

    def end(self, keep: bool) -> None:
        """The window goes: its draft is written now, or it is not needed any more."""
        self._timer.stop()
        note = self._read()
        with self._writing:
            self._newest = None  # what the pool has not begun yet writes nothing
            if self._spool and keep and not note.is_empty:
                self._spool.keep(note)

    def _on_due(self) -> None:
        self._newest = self._read().with_(process=os.getpid())
        task = Task(self._write)
        task.done.connect(self._on_kept)
        task.failed.connect(self.failed)
        task.start()

    def _on_kept(self) -> None:
        self.has_kept = True
        self.kept.emit()

    def _write(self, _progress: Progress) -> None:
        """In a thread of the pool: the newest note, whenever its turn comes."""
        with self._writing:
            note = self._newest
            if self._spool is None or note is None:
                return
            if note.is_empty:
                self._spool.forget(note)
            else:
                self._spool.keep(note)

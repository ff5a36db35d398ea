"""The quick log without the window of a dossier: alone on the screen, or over the start page."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from dossier.paths import user_spool
from dossier.ui import theme
from dossier.ui.background import Progress, Task
from dossier.ui.dialogs.quick_known import Known
from dossier.ui.dialogs.quick_log import QuickLog
from dossier.ui.tokens import ToneName
from dossier.work.incident_note import IncidentNote
from dossier.work.local_zone import local_zone
from dossier.work.preferences import Preferences
from dossier.work.spool import Spool

if TYPE_CHECKING:
    from dossier.model.breach import Breach
    from dossier.work.incidents import Logged

AFTER_PAINT = 30  # milliseconds: what follows brings the model, and would delay the first picture


class QuickAlone(QObject):
    """One quick log for the dossier at a path; the dossier is read, and written, off the window's thread."""

    closed = Signal()

    def __init__(
        self, path: Path, preferences: Preferences, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent or QApplication.instance())
        self._path, self._preferences, self._clock = path, preferences, clock
        self._spool = Spool(user_spool())
        now = clock()
        resolved = str(path.resolve())
        note = IncidentNote.begun(now, local_zone(now), by=_writer(preferences), path=resolved)
        spool = self._spool if preferences.keep_drafts else None
        self.dialog = QuickLog(parent, note, clock, spool, self._spool.left_for(path, ""), path.stem)
        self.dialog.submitted.connect(self._on_submitted)
        self._is_open = True
        self.dialog.finished.connect(self._on_finished)
        theme.dress()
        self.dialog.show()
        QTimer.singleShot(AFTER_PAINT, self, self._load)

    def _load(self) -> None:
        path = self._path

        def read(_progress: Progress) -> Known:
            from dossier.ui.dialogs.quick_load import load  # here, in the thread of the pool: it brings the model

            return load(path)

        task = Task(read)
        task.done.connect(self._on_known)
        task.start()

    def _on_known(self, known: Known) -> None:
        if self._is_open:
            self.dialog.learn(known)

    def _on_submitted(self, note: IncidentNote) -> None:
        path, preferences, spool, now = self._path, self._preferences, self._spool, self._clock()

        def log(_progress: Progress) -> "Logged":
            from dossier.work.incidents import log_incident

            return log_incident(path, note, preferences.author, now, spool)

        task = Task(log)
        task.done.connect(self._on_logged)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_logged(self, logged: "Logged") -> None:
        from dossier.work.incident_words import words_of

        if self._is_open:
            tone: ToneName = "ok" if logged.breach else "minor"
            self.dialog.show_outcome(tone, words_of(logged), *self._actions(logged.breach))

    def _actions(self, breach: "Breach | None") -> list[QWidget]:
        if breach is None:
            return []
        from dossier.model.dossier import Dossier
        from dossier.ui.dialogs.deadline import deadline_button

        dialog, folder = self.dialog, self._path.resolve().parent
        deadline = deadline_button(dialog, Dossier(""), breach, folder, self._clock, dialog.add_to_outcome)
        return [deadline] if deadline else []

    def _on_failed(self, sentence: str) -> None:
        if self._is_open:
            self.dialog.refuse(sentence)

    def _on_finished(self) -> None:
        self._is_open = False
        self.closed.emit()


def _writer(preferences: Preferences) -> str:
    return ", ".join(filter(None, (preferences.name, preferences.function)))

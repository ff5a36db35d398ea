"""The incidents of one window: noted in the quick log, brought by a note, or waiting for a dossier to be written."""

from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from dossier.errors import CannotWrite, InvalidInput
from dossier.i18n import _
from dossier.model.breach import Breach
from dossier.paths import user_spool
from dossier.ui.background import Progress, Task
from dossier.ui.widgets.buttons import Button

if TYPE_CHECKING:  # what people say of times and zones: the first window does not wait for it
    from dossier.ui.dialogs.quick_log import QuickLog
    from dossier.ui.main_window import MainWindow
    from dossier.work.incident_note import IncidentNote
    from dossier.work.incidents import Logged
    from dossier.work.spool import Spool

_DIALOGS = ("dossier.ui.dialogs.quick_log", "dossier.ui.dialogs.quick_load")
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Incidents(QObject):
    """What a window does with incidents; its timer calls `enter_waiting`."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._passed: set[str] = set()
        self.dialog: QuickLog | None = None
        window.setAcceptDrops(True)
        window.closed.connect(self._on_window_closed)

    @cached_property
    def _spool(self) -> "Spool":
        from dossier.work.spool import Spool

        return Spool(user_spool())

    def log(self) -> None:
        """Open the quick log, or the one that is open; a draft that was left is taken up again."""
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
            return
        from dossier.ui.dialogs.quick_load import known_of
        from dossier.ui.dialogs.quick_log import QuickLog

        window = self._window
        spool = self._spool if window.kept.preferences.keep_drafts else None
        self.dialog = QuickLog(window, self._begun(), window.clock, spool, self._left())
        self.dialog.learn(known_of(window.desk.dossier))
        self.dialog.submitted.connect(self._on_submitted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.show()

    def ask_for_note(self) -> None:
        """Choose the file of a note."""
        from dossier.ui.dialogs.files import ask_for_note

        path = ask_for_note(self._window, self._window.store.path.parent)
        if path:
            self.take(path)

    def begin(self) -> None:
        """Once the window is painted: enter what waited, say what was left, and take the notes that are dropped."""
        if handle := self._window.windowHandle():
            handle.installEventFilter(self)  # before any input of a page takes a file for words to insert
        if user_spool().is_dir():
            self.enter_waiting()
            self._offer_draft()
        Task(_get_ready).start()

    def _offer_draft(self) -> None:
        """Say that something was being typed when the program ended."""
        draft = self._left()
        if draft is not None and self.dialog is None:
            take_up = Button(_("Take it up again"))
            take_up.clicked.connect(self.log)
            said = _("An incident was being noted and is not logged: “{text}”", text=draft.text.strip()[:80])
            self._window.notices.say("minor", said, take_up)

    def enter_waiting(self) -> None:
        """Enter what waits for this dossier, also what another program has noted meanwhile."""
        store = self._window.store
        if store.is_read_only:
            return
        if not any(note.id not in self._passed for note in self._spool.waiting()):
            return
        from dossier.work.incidents import enter_waiting

        history = self._window.history
        for logged in enter_waiting(store, history.clock(), history.do, self._spool, self._passed):
            if logged.breach is None:
                self._passed.add(logged.note.id)
            self._say(logged, waited=True)

    def take(self, path: Path) -> None:
        """Log the note of a file."""
        from dossier.work.incident_note import read_note

        try:
            note = read_note(path)
        except InvalidInput as error:
            self._window.desk.said.emit("major", str(error))
            return
        store = self._window.store
        self._log(note.with_(path=str(store.path.resolve()), dossier=store.dossier.id))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A note that is dropped anywhere on the window."""
        if event.type() in _DRAGS and isinstance(event, QDropEvent):
            from dossier.work.incident_note import SUFFIX

            urls = event.mimeData().urls()
            notes = [Path(url.toLocalFile()) for url in urls if url.path().endswith(SUFFIX)]
            if notes:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    for note in notes:
                        self.take(note)
                return True
        return super().eventFilter(watched, event)

    def _begun(self) -> "IncidentNote":
        from dossier.work.incident_note import IncidentNote
        from dossier.work.local_zone import is_zone, local_zone

        window = self._window
        now, organisation = window.clock(), window.desk.dossier.organisation
        zone = organisation.zone if organisation and is_zone(organisation.zone) else local_zone(now)
        return IncidentNote.begun(
            now,
            zone,
            by=window.kept.preferences.author.words,
            path=str(window.store.path.resolve()),
            dossier=window.desk.dossier.id,
        )

    def _left(self) -> "IncidentNote | None":
        return self._spool.left_for(self._window.store.path, self._window.desk.dossier.id)

    def _on_submitted(self, note: "IncidentNote") -> None:
        try:
            self._log(note)
        except CannotWrite as error:
            if self.dialog is not None:
                self.dialog.refuse(str(error))
        else:
            if self.dialog is not None:
                self.dialog.end()

    def _log(self, note: "IncidentNote") -> None:
        from dossier.work.incidents import log_into

        window = self._window
        logged = log_into(window.store, note, window.clock(), window.history.do, self._spool)
        self._say(logged)

    def _say(self, logged: "Logged", waited: bool = False) -> None:
        from dossier.work.incident_words import words_of, words_of_waiting

        said = words_of_waiting(logged) if waited else " ".join(words_of(logged))
        actions = self._actions(logged.breach) if logged.breach else []
        self._window.notices.say("ok" if logged.breach else "minor", said, *actions)

    def _actions(self, breach: Breach) -> list[QWidget]:
        """What one may want to do next; nothing is done by itself."""
        from dossier.ui.dialogs.deadline import deadline_button

        window = self._window
        folder = window.store.path.parent
        deadline = deadline_button(window, window.desk.dossier, breach, folder, window.clock, window.desk.said.emit)
        show = Button(_("Open the record"), "jump")
        show.clicked.connect(lambda: window.desk.go_to(breach))
        return [deadline, show] if deadline else [show]

    def _on_window_closed(self) -> None:
        """Qt would hide the quick log with its window, and its draft would be half a second old."""
        if self.dialog is not None:
            self.dialog.close()

    def _on_finished(self) -> None:
        self.dialog = None


def _get_ready(_progress: Progress) -> None:
    """What the quick log is made of, so that it comes at once when it is needed."""
    for module in _DIALOGS:
        import_module(module)

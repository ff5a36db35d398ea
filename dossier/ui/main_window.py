"""A dossier open in a window: sidebar, pages, status strip, menus, and what they can ask for."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMainWindow, QMenu

from dossier.errors import DossierError
from dossier.i18n import _
from dossier.model.record import Record
from dossier.store.store import Store
from dossier.ui import choices, theme
from dossier.ui.background import Task
from dossier.ui.closing import sentence_of
from dossier.ui.desk import Desk, Kept, Unwritten
from dossier.ui.export.request import EVERYTHING, ExportRequest
from dossier.ui.flush import flush
from dossier.ui.history import History
from dossier.ui.incidents import Incidents
from dossier.ui.menus import Menus
from dossier.ui.navigation import Pages, Place, ask, place_of
from dossier.ui.notices import Notices, is_example
from dossier.ui.reminders import Reminders
from dossier.ui.side import OVERVIEW, DossierSide
from dossier.ui.tokens import SMALL_WINDOW
from dossier.ui.undo_keys import UndoKeys
from dossier.ui.when import time_text
from dossier.ui.widgets.buttons import escaped
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.page import Ground
from dossier.ui.widgets.status import StatusStrip

EVERY = 2000  # milliseconds between two looks at what other programs wrote
WATCH_AFTER = 400  # milliseconds: what is found is looked for when the window can be used
AFTER_PAINT = 150  # milliseconds after which the window is certainly on the screen
EXPORT, INCIDENT = "export", "incident"
"""Not pages: what a page asks the window to do."""


class MainWindow(QMainWindow):
    """One window, one dossier. What concerns other windows (files, languages) is asked for by signals."""

    open_asked = Signal(object)
    start_asked = Signal(bool)
    reopen_asked = Signal(bool)
    language_asked = Signal(str)
    quit_asked = Signal()
    closed = Signal()

    def __init__(self, store: Store, kept: Kept, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.store, self.kept, self.clock = store, kept, clock
        self.history = History(store, lambda: kept.preferences.author, clock)
        self.desk = Desk(self.history, kept, clock)
        self._recalled = self._gone = False
        self._refused: list[Unwritten] = []
        self.setMinimumSize(1024, 640)
        self.resize(1440, 900)
        self.restoreGeometry(QByteArray.fromBase64(kept.preferences.geometry.encode()))
        self._undo_keys = UndoKeys(self)
        self.incidents = Incidents(self)
        self.build()
        self._connect()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.history.refresh)
        self._timer.timeout.connect(self.incidents.enter_waiting)
        self._timer.start(EVERY)
        self.reminders = Reminders(self)
        QTimer.singleShot(AFTER_PAINT, self, self.recall)
        QTimer.singleShot(AFTER_PAINT, self, self.incidents.begin)
        QTimer.singleShot(WATCH_AFTER, self, self._watch)

    def build(self) -> None:
        """Make everything in the language that is spoken now; what is open stays open."""
        here = self._here()
        self.setFocus()  # what has the keyboard goes
        self._forget_menus()
        self.side, self.pages = DossierSide(self.desk.dossier), Pages(self.desk)
        self.notices, self.strip = Notices(), StatusStrip()
        ground = Ground()
        layout = QGridLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.side, 0, 0)
        layout.addWidget(column(self.notices, (self.pages, 1), gap=0), 0, 1)
        layout.addWidget(self.strip, 1, 0, 1, 2)
        self.setCentralWidget(ground)
        self.menus = Menus(self)
        self._connect_parts()
        self._show_file()
        self._show_findings()
        self.side.set_small(self.width() < SMALL_WINDOW)
        self.pages.go(here)
        self._show_state()

    def _forget_menus(self) -> None:
        """The bar forgets its menus, but would keep them as long as it lives."""
        for menu in self.menuBar().findChildren(QMenu):
            menu.deleteLater()
        self.menuBar().clear()

    def _here(self) -> Place:
        """Where the user is, also while everything is made again."""
        pages = self.findChild(Pages)
        return pages.here if isinstance(pages, Pages) else Place(OVERVIEW)

    def _connect(self) -> None:
        self.history.changed.connect(self._on_changed)
        self.history.stack.indexChanged.connect(self._show_state)
        self.desk.asked_for.connect(self._on_asked_for)
        self.desk.asked_for_page.connect(self.go_to_page)
        self.desk.asked_for_place.connect(lambda place: self.pages.go(place))
        self.desk.asked_for_export.connect(self.export)
        self.desk.asked_for_language.connect(self.language_asked)
        self.desk.said.connect(self._on_said)
        self.desk.watch.found.connect(self._show_findings)

    def _connect_parts(self) -> None:
        self.side.chosen.connect(self.go_to_page)
        self.side.search.clicked.connect(self.search)
        self.side.incident.clicked.connect(self.log_incident)
        self.side.switcher.clicked.connect(self._on_switcher)
        self.pages.arrived.connect(self._on_arrived)
        self.strip.undo_asked.connect(self.undo)
        self.notices.start_asked.connect(lambda: self.start_asked.emit(True))
        self.notices.retry_asked.connect(lambda: self.reopen_asked.emit(False))
        self.notices.force_asked.connect(lambda: self.reopen_asked.emit(True))

    def _show_file(self) -> None:
        path = self.store.path
        self.strip.show_file(str(path))
        if is_example(path):
            self.notices.show_example(path)
        if self.store.is_read_only:
            self.notices.show_reader(self.store.holder)

    def _show_state(self) -> None:
        """Title, counts, saved when, what would be undone."""
        organisation = self.desk.dossier.organisation
        name = (organisation and organisation.title) or self.store.path.stem
        self.setWindowTitle(f"{name} – Dossier")
        self.menus.show_undo()
        self.strip.show_change(self.history.stack.undoText())
        self.strip.show_saved(self._saved_words())

    def _saved_words(self) -> str:
        if self.store.is_read_only:
            return _("Read only")
        if self.history.saved_at is None:
            return _("Everything is saved")
        return _("Saved at {time}", time=time_text(self.history.saved_at, self.clock()))

    def go_to_page(self, key: str) -> None:
        if key == EXPORT:
            self.export()
        elif key == INCIDENT:
            self.log_incident()
        else:
            self.pages.go(Place(key))

    def step(self, step: int) -> None:
        self.pages.step(step)

    def undo(self) -> None:
        self.recall()
        self._keep_typed()
        self.history.undo()

    def redo(self) -> None:
        self._keep_typed()
        self.history.redo()

    def recall(self) -> None:
        """Make the edits of the last sessions undoable: after the window is shown, or when undo is asked for."""
        if not self._recalled and not self._gone:
            self._recalled = True
            self.history.recall()

    def add(self) -> None:
        ask(self.pages.currentWidget(), "add")

    def filter(self) -> None:
        ask(self.pages.currentWidget(), "focus_filter")

    def log_incident(self) -> None:
        self.incidents.log()

    def search(self) -> None:
        from dossier.ui.palette import Palette

        Palette(self, self.desk, self.menus.actions()).open()

    def export(self, request: ExportRequest = EVERYTHING) -> None:
        from dossier.ui.export.window import ExportWindow

        self._keep_typed()
        opened = (one for one in self.findChildren(ExportWindow) if one.isVisible() and one.request == request)
        window = next(opened, None) or ExportWindow(self, self.desk, request)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def say_saved(self) -> None:
        """Ctrl+S: there is nothing to do, and that is said."""
        if self.store.is_read_only:
            self._on_said("minor", _("This dossier is open to read only: there is nothing to save."))
            return
        self._keep_typed()
        at = self.history.saved_at
        time = time_text(at, self.clock()) if at else ""
        self._on_said(
            "ok", _("Already saved, at {time}.", time=time) if at else _("Already saved: nothing has changed.")
        )

    def save_copy(self) -> None:
        from dossier.ui.dialogs.files import DOSSIER, ask_where

        self._keep_typed()
        path = self.store.path
        day = f"{self.clock():%Y-%m-%d}"
        target = ask_where(self, _("Save a copy"), path.with_name(f"{path.stem}-{day}{DOSSIER}"))
        if target is None:
            return
        try:
            self.store.save_copy(target)
        except DossierError as error:
            self._on_said("major", str(error))
        else:
            self._on_said("ok", _("A verified copy is in {path}.", path=target))

    def verify(self) -> None:
        """Look whether the file holds together, without stopping anybody's work."""
        from dossier.work.verification import verify_file

        self._keep_typed()
        path = self.store.path
        task = Task(lambda _progress: verify_file(path))
        task.done.connect(self._on_verified)
        task.failed.connect(lambda sentence: self._on_said("blocking", sentence))
        task.start()
        self._on_said("info", _("The dossier is being verified: records, journal, documents…"))

    def ask_to_open(self) -> None:
        from dossier.ui.dialogs.files import ask_for_dossier

        path = ask_for_dossier(self, self.store.path.parent)
        if path:
            self.open_asked.emit(path)

    def use_theme(self, value: str) -> None:
        self.kept.change(theme=value)
        theme.use(choices.theme_named(value))

    def use_scale(self, value: str) -> None:
        self.kept.change(scale=int(value))
        self._on_said("info", _("The new size of the text applies when the program starts again."))

    def _keep_typed(self) -> bool:
        """Write what is being typed; False where a field holds what cannot be written."""
        flush(self)
        return ask(self.pages.currentWidget(), "commit") is not False

    def _on_verified(self, problems: list[str]) -> None:
        if not problems:
            entries = self.desk.dossier.sequence
            self._on_said(
                "ok", _("The dossier holds together: its records agree with its {n} journal entries.", n=entries)
            )
            return
        from dossier.ui.dialogs.text import TextDialog

        said = _("What is listed here does not agree with the journal, or cannot be read. Keep this file as it is.")
        TextDialog(self, _("The dossier does not hold together"), said, "\n".join(problems)).open()

    def _on_said(self, tone: str, sentence: str) -> None:
        self.notices.say(tone, sentence)

    def _watch(self) -> None:
        if not self._gone:
            self.desk.watch.begin()
            self.pages.warm()

    def _show_findings(self) -> None:
        if self.desk.watch.findings:
            self.side.show_findings(self.desk.watch.findings)
        if self.desk.watch.agenda:
            self.side.show_agenda(self.desk.watch.agenda)

    def _on_changed(self) -> None:
        self.side.show_dossier(self.desk.dossier)
        self._show_state()

    def _on_arrived(self, key: str) -> None:
        self.side.choose(key)
        self.notices.turn_page()
        self.menus.show_undo()

    def _on_asked_for(self, record: Record) -> None:
        self.pages.go(place_of(record, self.desk.dossier))

    def _on_switcher(self) -> None:
        """Other dossiers: the recent ones, then all ways to another."""
        menu = QMenu(self)
        for recent in self.kept.preferences.recent:
            action = menu.addAction(f"{escaped(recent.name)}")
            action.triggered.connect(lambda _on=False, path=recent.path: self.open_asked.emit(Path(path)))
        menu.addSeparator()
        menu.addAction(_("Open…")).triggered.connect(lambda: self.ask_to_open())
        menu.addAction(_("Start page")).triggered.connect(lambda: self.start_asked.emit(False))
        menu.popup(self.side.switcher.mapToGlobal(self.side.switcher.rect().bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.set_small(self.width() < SMALL_WINDOW)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is being typed is written; where it cannot be, the window stays once, so that it can be put right."""
        if self._gone:
            return
        self._keep_typed()
        unwritten = self.pages.unwritten()
        if unwritten and unwritten != self._refused:
            self._refused = unwritten
            self.pages.show_unwritten(unwritten[0])
            self._on_said("major", sentence_of(unwritten[0], self.desk.dossier))
            event.ignore()
            return
        self._gone = True
        self._timer.stop()
        self.reminders.stop()
        self.desk.watch.stop()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.kept.change(geometry=geometry)
        self.store.close()
        self.closed.emit()

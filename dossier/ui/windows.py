"""The windows of one process: one per dossier, and the start page when none is open."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from dossier import paths
from dossier.errors import CannotWrite, DossierError
from dossier.i18n import Code, _
from dossier.model.identifier import new_id
from dossier.model.organisation import Organisation
from dossier.store.disk import reason_of
from dossier.store.store import Store
from dossier.ui import choices, theme
from dossier.ui.desk import Kept
from dossier.ui.languages import speak
from dossier.ui.main_window import MainWindow
from dossier.ui.notices import is_example

if TYPE_CHECKING:
    from dossier.ui.dialogs.quick_alone import QuickAlone

Clock = Callable[[], datetime]


class Windows(QObject):
    """Opens dossiers; a file that is open already has its window raised."""

    def __init__(self, kept: Kept, clock: Clock) -> None:
        super().__init__(QApplication.instance())
        self.kept, self.clock = kept, clock
        self.open_windows: list[MainWindow] = []
        self.start: StartWindow | None = None

    def begin(self, arguments: list[str]) -> None:
        """What the program was started for: a file, else the example, or one's own dossiers once there are any."""
        if arguments:
            self.try_to_open(Path(arguments[0]))
        elif any(not is_example(Path(recent.path)) for recent in self.kept.preferences.recent):
            self.show_start()
        else:
            self.open_example()

    def try_to_open(self, path: Path) -> None:
        """Open a file; the start page says why it cannot be."""
        try:
            self.open(path)
        except DossierError as error:
            self.show_start(str(error))

    def tell(self, sentence: str) -> bool:
        """Show in every window what happened outside of any action, such as a page that a damaged file cannot fill."""
        for window in self.open_windows:
            window.desk.said.emit("blocking", sentence)
        return bool(self.open_windows)

    def open_example(self, company: str = "") -> None:
        from dossier.work.examples import FIRST, user_example

        try:
            self.open(user_example(self.kept.preferences.author, self.clock(), company or FIRST))
        except DossierError as error:
            self.show_start(str(error))
        except OSError as error:
            self.show_start(_("The example could not be copied ({reason}).", reason=reason_of(error)))

    def open(self, path: Path, by_force: bool = False) -> MainWindow:
        """The window of a dossier; raises FileRefused, NotFound, and what else says why it cannot be opened."""
        path = path.resolve()
        for window in self.open_windows:
            if _is_same(window.store.path, path):
                _raise(window)
                return window
        return self._show(Store.open(path, self.clock(), by_force))

    def show_start(self, sentence: str = "", new: bool = False) -> None:
        if self.start is None:
            self.start = StartWindow(self)
        self.start.show_page(sentence, new)
        theme.dress()
        _raise(self.start)

    def speak(self, code: str) -> None:
        """Another language for everything that is open."""
        known: Code = "en" if code == "en" else "fr"
        self.kept.change(language=known)
        speak(known)
        for window in self.open_windows:
            window.build()
        if self.start is not None:
            self.start.show_page()

    def use_theme(self, value: str) -> None:
        self.kept.change(theme=value)
        theme.use(choices.theme_named(value))

    def create(self, path: Path, name: str, siren: str, language: Code) -> None:
        """A new dossier of an organisation, and its window."""
        now = self.clock()
        organisation = Organisation(id=new_id(now), name=name, siren=siren)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._show(Store.create(path, [organisation], language, self.kept.preferences.author, now))
        except OSError as error:
            raise CannotWrite(
                _("{path} could not be written ({reason}): choose another place.", path=path, reason=reason_of(error))
            ) from error

    def close_all(self) -> None:
        QApplication.closeAllWindows()

    def _show(self, store: Store) -> MainWindow:
        organisation = store.dossier.organisation
        name = (organisation and organisation.title) or store.path.stem
        opened = self.kept.preferences.with_recent(store.path, name, self.clock()).recent
        QTimer.singleShot(0, self, lambda: self.kept.change(recent=opened))
        window = MainWindow(store, self.kept, self.clock)
        self.open_windows.append(window)
        window.open_asked.connect(lambda path: self._on_open_asked(window, path))
        window.start_asked.connect(lambda new: self.show_start(new=new))
        window.reopen_asked.connect(lambda by_force: self._on_reopen_asked(window, by_force))
        window.language_asked.connect(self.speak)
        window.quit_asked.connect(self.close_all)
        window.closed.connect(lambda: self._on_closed(window))
        theme.dress()
        window.show()
        if self.start is not None:
            self.start.close()
        return window

    def _on_open_asked(self, window: MainWindow, path: Path) -> None:
        try:
            self.open(path)
        except DossierError as error:
            window.desk.said.emit("major", str(error))

    def _on_reopen_asked(self, window: MainWindow, by_force: bool) -> None:
        """Open the same file again, to write if it can be now; the window is replaced by another."""
        path = window.store.path
        self.open_windows.remove(window)
        try:
            self.open(path, by_force)
        except DossierError as error:
            self.open_windows.append(window)
            window.desk.said.emit("major", str(error))
        else:
            window.close()

    def _on_closed(self, window: MainWindow) -> None:
        if window in self.open_windows:
            self.open_windows.remove(window)
        window.deleteLater()


class StartWindow(QMainWindow):
    """The start page in a window of its own."""

    def __init__(self, windows: Windows) -> None:
        super().__init__()
        self._windows = windows
        self.quick_log: QuickAlone | None = None
        self.setMinimumSize(720, 640)
        self.resize(1100, 800)
        QShortcut(QKeySequence("Ctrl+Shift+I"), self, self.log_incident)

    def show_page(self, sentence: str = "", new: bool = False) -> None:
        """The page as it is now, in the language of now."""
        from dossier.ui.pages.start import StartPage
        from dossier.work.spool import Spool

        windows = self._windows
        self.setWindowTitle(_("Dossier"))
        self.page = StartPage(windows.kept, windows.clock(), paths.user_documents() / "Dossier")
        self.page.open_asked.connect(windows.try_to_open)
        self.page.example_asked.connect(windows.open_example)
        self.page.create_asked.connect(self._on_create)
        self.page.language_asked.connect(windows.speak)
        self.page.theme_asked.connect(windows.use_theme)
        self.page.incident_asked.connect(self.log_incident)
        self.setCentralWidget(self.page)
        if sentence:
            self.page.show_error(sentence)
        self.page.show_waiting(Path(note.path).name for note in Spool(paths.user_spool()).waiting())
        if new:
            self.page.begin_new()
        else:
            self.page.take_focus()

    def log_incident(self, path: Path | None = None) -> None:
        """The quick log for a dossier that need not be opened: the one asked for, else the last one that was."""
        from dossier.ui.dialogs.quick_alone import QuickAlone

        kept = self._windows.kept.preferences
        paths = [path] if path else [Path(recent.path) for recent in kept.recent]
        if paths and self.quick_log is None:
            self.quick_log = QuickAlone(paths[0], kept, self._windows.clock, self)
            self.quick_log.closed.connect(self._on_quick_log_closed)

    def _on_quick_log_closed(self) -> None:
        self.quick_log = None

    def _on_create(self, new: object) -> None:
        from dossier.ui.pages.start import NewDossier

        if isinstance(new, NewDossier):
            try:
                self._windows.create(*new)
            except DossierError as error:
                self.page.show_error(str(error))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if self.quick_log is not None:
            self.quick_log.dialog.close()  # Qt would only hide it, with its draft not written to the end
        self._windows.start = None
        self.deleteLater()


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one == other


def _raise(window: QMainWindow) -> None:
    window.show()
    window.raise_()
    window.activateWindow()

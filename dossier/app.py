"""Puts the pieces together for the window."""

import gc
import signal
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from dossier.ui import crash
from dossier.ui.application import application
from dossier.ui.background import stop_all
from dossier.ui.desk import Kept
from dossier.ui.garbage import collect_here
from dossier.ui.main_window import MainWindow
from dossier.ui.windows import Windows
from dossier.work.preferences import Preferences

Clock = Callable[[], datetime]
SETTLED_AFTER = 500  # milliseconds: the first window is painted


def run(arguments: list[str]) -> int:
    """Open the file of the first argument, else the example; returns when the last window is closed."""
    gc.disable()
    kept = Kept(Preferences.load(now()))
    kept.change()  # the identifier of this computer is kept from the first time on
    app = application(kept.preferences)
    QTimer.singleShot(SETTLED_AFTER, collect_from_now_on)
    windows = Windows(kept, now)
    watch = crash.watch(windows.tell)
    QTimer.singleShot(SETTLED_AFTER, windows, lambda: _end_on_signals(windows))
    windows.begin(arguments)
    code = app.exec()
    stop_all()
    del watch
    return code


def build(path: Path, clock: Clock) -> tuple[QApplication, MainWindow]:
    """An application and the window of one dossier, as `run` makes them: what a measure of the start looks at."""
    gc.disable()
    kept = Kept(Preferences.load(clock()))
    app = application(kept.preferences)
    QTimer.singleShot(SETTLED_AFTER, collect_from_now_on)
    return app, Windows(kept, clock).open(path)


def collect_from_now_on() -> None:
    """Look for garbage only among what is made from now on: the start made a hundred thousand objects that stay.

    Looking through them would cost a fifth of the start, and a pause in the middle of somebody's typing later.
    """
    gc.freeze()
    if app := QApplication.instance():
        collect_here(app)


def now() -> datetime:
    """The one clock of the window: aware, in the zone of this computer."""
    return datetime.now().astimezone()


class _Signals(QObject):
    """Wakes Qt's loop when the system asks the program to end: Python alone would only see it at the next event."""

    def __init__(self, windows: Windows) -> None:
        import socket  # the pair only wakes the loop: nothing is connected to

        super().__init__(windows)
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        signal.set_wakeup_fd(self._write.fileno())
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda _signal, _frame: windows.close_all())

    def _on_woken(self) -> None:
        with suppress(OSError):
            self._read.recv(64)


def _end_on_signals(windows: Windows) -> None:
    with suppress(OSError, ValueError):  # not in the main thread, or no sockets: the window's own close remains
        _Signals(windows)

"""Puts the pieces together for the quick log alone: one window, and nothing loaded that it does not show."""

import gc
import signal
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dossier.ui.application import application
from dossier.ui.background import stop_all
from dossier.ui.dialogs.quick_alone import AFTER_PAINT, QuickAlone
from dossier.work.preferences import Preferences


def run(path: Path) -> int:
    """Note one incident for the dossier at `path`; returns when the window is closed."""
    app, alone = build(path, now)
    alone.closed.connect(app.quit)
    QTimer.singleShot(AFTER_PAINT, _watch_for_crashes)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # what was typed is kept: there is nothing to wait for
    code = app.exec()
    stop_all()
    return code


def build(path: Path, clock: Callable[[], datetime]) -> tuple[QApplication, QuickAlone]:
    """The application and the window, as `run` makes them: what a measure of the start looks at."""
    gc.disable()
    preferences = Preferences.load(clock())
    app = application(preferences)
    return app, QuickAlone(path, preferences, clock)


def _watch_for_crashes() -> None:
    from dossier.ui import crash

    crash.watch(lambda _sentence: False)


def now() -> datetime:
    """The clock of this window: aware, in the zone of this computer."""
    return datetime.now().astimezone()

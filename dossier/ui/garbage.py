"""Garbage is collected in the window's thread alone.

Python collects in whichever thread makes the next object. A page that was left is garbage, with its timers: taken apart
in the thread of a Task, it brings the whole process down.
"""

import gc

from PySide6.QtCore import QCoreApplication, QTimer

_EVERY = 1000  # milliseconds between two looks


def collect_here(app: QCoreApplication) -> QTimer:
    """Collect from now on between two turns of the event loop of `app`, as often as Python would; returns the timer."""
    gc.disable()
    timer = QTimer(app)
    timer.timeout.connect(collect_what_is_due)
    timer.start(_EVERY)
    return timer


def collect_what_is_due() -> None:
    """The oldest generation whose threshold is passed, with those that are younger."""
    due = [n for n, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > most]
    if due:
        gc.collect(max(due))

"""Slow work off the window's thread: it receives a snapshot and returns a value, and can be stopped."""

from collections.abc import Callable
from functools import partial
from threading import Event
from time import monotonic

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal

from dossier.errors import DossierError
from dossier.i18n import N_, _

Progress = Callable[[int], None]
_PAUSE = 0.05  # seconds between two words about progress: the window has other things to do
_UNFORESEEN = N_(
    "The program met an unforeseen error: this was not done, and nothing that was there is lost; the report says what "
    "to tell whoever maintains the program."
)


class Stopped(Exception):
    """Raised inside the work when nobody wants its result any more."""


class Task(QObject):
    """One piece of work, owned by the application until it is over; its signals arrive in the window's thread.

    `work` is given a function to call now and then with how far it is, which raises Stopped after `stop()`: nobody
    waits for that. Work that was past its last word then is done all the same, and says so.
    """

    progressed = Signal(int)
    done = Signal(object)
    failed = Signal(str)
    stopped = Signal()
    _ended = Signal()

    def __init__(self, work: Callable[[Progress], object]) -> None:
        super().__init__(QCoreApplication.instance())
        self._work, self._stop, self._last = work, Event(), 0.0
        self._ending: Callable[[], None] = _say_nothing
        self._ended.connect(self._on_ended)

    def start(self) -> None:
        QThreadPool.globalInstance().start(self._run)

    def stop(self) -> None:
        """Ask the work to end at its next word about progress; it is said to be stopped at once."""
        if not self._stop.is_set():
            self._stop.set()
            self.stopped.emit()

    def _run(self) -> None:
        """In the thread of the pool: what came of it is kept here, because Qt may lose objects on the way."""
        try:
            result = self._work(self._report)
            self._ending = partial(self.done.emit, result)
        except Stopped:
            self._ending = _say_nothing
        except DossierError as error:
            self._ending = _say_nothing if self._stop.is_set() else partial(self.failed.emit, str(error))
        except BaseException as error:
            self._ending = partial(self._crash, error)
        self._ended.emit()

    def _report(self, step: int) -> None:
        if self._stop.is_set():
            raise Stopped
        if monotonic() - self._last > _PAUSE:
            self._last = monotonic()
            self.progressed.emit(step)

    def _on_ended(self) -> None:
        """In the thread of the window."""
        self.deleteLater()
        self._ending()

    def _crash(self, error: BaseException) -> None:
        """Whoever waits for the task gets a sentence; whoever watches for crashes, the error."""
        if not self._stop.is_set():
            self.failed.emit(_(_UNFORESEEN))
        raise error


def _say_nothing() -> None:
    """It was said already that the work is stopped."""


def stop_all(milliseconds: int = 10_000) -> None:
    """End what still runs, before the application goes."""
    app = QCoreApplication.instance()
    for task in app.findChildren(Task) if app else []:
        task.stop()
    QThreadPool.globalInstance().waitForDone(milliseconds)

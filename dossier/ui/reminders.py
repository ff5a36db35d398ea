"""Reminders of running clocks while the program runs, and at its start of those it missed; each is said once."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from dossier.i18n import N_, Language, _
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.model.request import Request
from dossier.model.text import hours_text, zone
from dossier.ui.background import Task
from dossier.ui.tokens import ToneName
from dossier.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from dossier.law.breach_deadlines import Deadline
    from dossier.ui.main_window import MainWindow

EVERY = 20_000  # milliseconds between two looks at the clock
AFTER_EDIT = 500
AT_START = 1_200  # milliseconds after which the window is usable


class Reminder(NamedTuple):
    """What is said once: its tone, the words in bold, the sentences, and the record that presses most."""

    tone: ToneName
    lead: str
    rest: str
    record: Record


class Reminders(QObject):
    """Looks at the clock for one window, and at nothing else where there is neither a breach nor a request."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._desk, self._started = window, window.desk, False
        self._of: Dossier | None = None
        self._deadlines: list[Deadline] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(AT_START)
        self._desk.history.changed.connect(lambda: self._timer.start(AFTER_EDIT))

    def look(self) -> None:
        """Say what came due since the last look, on this computer, at this dossier."""
        dossier = self._desk.dossier
        self._timer.setInterval(EVERY)
        if dossier is self._of:
            self._tell()
        elif dossier.count(Breach) or dossier.count(Request) or self._deadlines:
            task = Task(lambda _progress: (dossier, _deadlines_in(dossier)))
            task.done.connect(self._on_found)
            task.start()

    def _on_found(self, found: "tuple[Dossier, list[Deadline]]") -> None:
        self._of, self._deadlines = found
        if self._timer.isActive():
            self._tell()

    def _tell(self) -> None:
        dossier, now = self._desk.dossier, self._desk.clock()
        self._show_late(now)
        since = self._desk.kept.preferences.seen.get(dossier.id)
        if since is None or since > now:  # never seen here, or by a clock that was wrong
            since = now
            self._remember(now)
        passed = [one for one in self._deadlines if any(since < at <= now for at in one.reminders)]
        started, self._started = self._started, True
        if passed:
            self._remember(now)
            self._show(reminder_of(passed, now, self._desk.say, missed=not started))

    def stop(self) -> None:
        """The program ends: what comes due from now on is told when it starts again."""
        self._timer.stop()
        if self._started:
            self._remember(self._desk.clock())

    def _show_late(self, now: datetime) -> None:
        from dossier.law.breach_deadlines import Duty

        late = sum(one.due < now and one.duty is Duty.NOTIFY for one in self._deadlines)
        self._window.side.show_late(late)

    def _show(self, reminder: Reminder) -> None:
        open_ = Button(_("Open the record"))
        open_.clicked.connect(lambda: self._desk.go_to(reminder.record))
        self._window.notices.remind(reminder.tone, reminder.lead, reminder.rest, open_)
        QApplication.alert(self._window)

    def _remember(self, now: datetime) -> None:
        preferences = self._desk.kept.preferences.with_seen(self._desk.dossier.id, now)
        self._desk.kept.change(seen=preferences.seen)


def reminder_of(passed: "list[Deadline]", now: datetime, say: Language, missed: bool) -> Reminder:
    """One calm message for all, the deadline that ends first in front."""
    lead = _("While the program was closed:") if missed else _("Deadline:") if len(passed) == 1 else _("Deadlines:")
    rest = " ".join(_words(deadline, now, say) for deadline in passed)
    return Reminder(_tone(passed[0], now), lead, rest, passed[0].record)


def _deadlines_in(dossier: Dossier) -> "list[Deadline]":
    """Those of breaches and of requests, the one that ends first in front; most dossiers have neither."""
    from dossier.law.breach_deadlines import deadlines
    from dossier.law.request_deadlines import answers_due

    return sorted([*deadlines(dossier), *answers_due(dossier)], key=lambda deadline: deadline.due)


def _words(deadline: "Deadline", now: datetime, say: Language) -> str:
    from dossier.law.breach_deadlines import Duty
    from dossier.ui.widgets.clock_words import instant_in_full

    if deadline.duty is Duty.ANSWER:
        return _answer_words(deadline, now, say)
    left, notify = deadline.due - now, deadline.duty is Duty.NOTIFY
    if left > timedelta():
        words = N_("{reference}: {time} left to notify the CNIL, until {moment}.")
    elif notify:
        words = N_("{reference}: to be notified to the CNIL since {moment}; give the reasons for the delay with it.")
    else:
        words = N_("{reference}: the CNIL expects the supplement to the initial notification since {moment}.")
    moment = instant_in_full(deadline.due, deadline.zone, say)
    return say(words, reference=deadline.record.reference, time=hours_text(left, say), moment=moment)


def _answer_words(deadline: "Deadline", now: datetime, say: Language) -> str:
    """The last day of the period, and not the midnight that ends it."""
    from dossier.law.request_words import weekday_text

    day = (deadline.due - timedelta(seconds=1)).astimezone(zone(deadline.zone)).date()
    passed = N_("{reference}: the answer was due {day} and the dossier shows none.")
    words = passed if deadline.due <= now else N_("{reference}: answer due {day} (art. 12(3)).")
    return say(words, reference=deadline.record.reference, day=weekday_text(day, say))


def _tone(deadline: "Deadline", now: datetime) -> ToneName:
    """That of the clock; a supplement that is due is no delay of the notification."""
    from dossier.law.breach_deadlines import Duty
    from dossier.ui.widgets.clock_words import SOON, VERY_SOON

    left = deadline.due - now
    if deadline.duty is Duty.SUPPLEMENT:
        return "minor"
    if left <= timedelta():
        return "blocking"
    if deadline.duty is Duty.ANSWER:
        return "minor"
    return "major" if left <= VERY_SOON else "minor" if left <= SOON else "info"

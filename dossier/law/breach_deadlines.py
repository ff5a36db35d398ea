"""What falls due for the breaches of a dossier: the notification (art. 33(1)) and its supplement (art. 33(4))."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from dossier.law.breach_clock import clock_in, complement_due_of, earliest
from dossier.law.periods import days_after
from dossier.model.breach import Breach, BreachNotification
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.model.text import zone
from dossier.model.vocabulary_procedures import NotificationType

_SUPPLEMENTS = (NotificationType.SUPPLEMENTARY, NotificationType.COMPLETE)


class Duty(StrEnum):
    """What is to be done by then."""

    NOTIFY = "notify"
    SUPPLEMENT = "supplement"
    ANSWER = "answer"
    """The answer to a person (art. 12(3))."""


@dataclass(frozen=True)
class Deadline:
    """A duty that is open: its end in UTC, the zone to show it in, and when to remind of it."""

    record: Record
    duty: Duty
    due: datetime
    zone: str
    reminders: tuple[datetime, ...]


def deadlines(dossier: Dossier) -> list[Deadline]:
    """Every open deadline, the one that ends first in front."""
    found = [one for breach in dossier.of(Breach) if breach.is_open for one in _deadlines_of(dossier, breach)]
    return sorted(found, key=lambda deadline: deadline.due)


def _deadlines_of(dossier: Dossier, breach: Breach) -> Iterator[Deadline]:
    clock = clock_in(dossier, breach)
    if clock.is_running and clock.due:
        yield Deadline(breach, Duty.NOTIFY, clock.due, clock.zone, clock.reminders())
    due = supplement_due(dossier.children(BreachNotification, breach.id))
    if due:
        yield Deadline(breach, Duty.SUPPLEMENT, due, clock.zone, (due,))


def supplement_due(notifications: Iterable[BreachNotification]) -> datetime | None:
    """By when the CNIL expects what completes an initial notification, in UTC; None where nothing is expected.

    A day that was agreed on ends at its midnight.
    """
    sent = [one for one in notifications if one.sent_at]
    if any(one.type in _SUPPLEMENTS for one in sent):
        return None
    due = [_due_after(one) for one in sent if one.type is NotificationType.INITIAL]
    return min(due, default=None)


def _due_after(initial: BreachNotification) -> datetime:
    assert initial.sent_at  # of what was sent
    if initial.complement_due_on:
        return end_of(initial.complement_due_on, initial.sent_at.zone)
    return complement_due_of(earliest(initial.sent_at))


def end_of(day: date, zone_name: str) -> datetime:
    """The midnight that ends a day in a zone, in UTC."""
    return datetime.combine(days_after(day, 1), time(), zone(zone_name)).astimezone(zone("UTC"))

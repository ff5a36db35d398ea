"""The clock of a breach (art. 33 GDPR): what starts it, when it ends, and what stopped it; facts only, no present.

"Aware" is a reasonable degree of certainty (EDPB, Guidelines 9/2022). A suspicion runs no clock. Where a processor
informs the controller, the clock starts then, unless the controller was aware before. A processor has no hour count
(art. 33(2)): it alerts each controller without undue delay. Hours are elapsed hours, whatever the local clock does.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from dossier.law.data import law_data
from dossier.model.breach import Breach, BreachNotification, BreachParty
from dossier.model.dossier import Dossier
from dossier.model.record import Moment, Precision
from dossier.model.text import zone
from dossier.model.vocabulary_procedures import BreachRole, BreachState, NotificationType

TO_THE_CNIL = (NotificationType.INITIAL, NotificationType.COMPLETE)
_HOUR = timedelta(hours=1)
# Python 3.11 looks a member up anew each time, and these are asked for at every breach
_MINUTE, _PROCESSOR, _DISMISSED = Precision.MINUTE, BreachRole.PROCESSOR, BreachState.DISMISSED


class Phase(StrEnum):
    """Where the duty to notify stands."""

    UNKNOWN = "unknown"
    """Nobody said yet when the organisation became aware, nor that it only suspects."""
    SUSPICION = "suspicion"
    DISMISSED = "dismissed"
    RUNNING = "running"
    NOTIFIED = "notified"
    NOT_NOTIFIED = "not_notified"
    """The officer decided, with reasons, that a risk is unlikely."""
    ALERTING = "alerting"
    """As processor: a controller concerned is not alerted yet, or none is named."""
    ALERTED = "alerted"


class Clock(NamedTuple):
    """The clock of one breach. Instants are in UTC; `zone` is the IANA zone to show them in."""

    phase: Phase
    zone: str = "Europe/Paris"
    start: datetime | None = None
    due: datetime | None = None
    """Plain 72 hours after the start: the deadline that is shown."""
    notified: datetime | None = None
    on_time: bool | None = None
    """None where nothing was sent, or where what is known of the sending does not tell."""

    @property
    def regulation_due(self) -> datetime | None:
        """The end of the period as Regulation 1182/71 counts it: information."""
        return regulation_due_of(self.start, zone(self.zone)) if self.start and self.due else None

    @property
    def is_running(self) -> bool:
        return self.phase is Phase.RUNNING

    def left(self, now: datetime) -> timedelta:
        """What is left until the deadline, negative once it is over; nothing where no clock runs."""
        return self.due - now if self.due and self.is_running else timedelta()

    def is_late(self, now: datetime) -> bool:
        return self.is_running and self.left(now) < timedelta()

    def needs_reasons(self, now: datetime) -> bool:
        """Whether art. 33(1) asks for the reasons of the delay: nothing was sent in time."""
        return self.on_time is False or self.is_late(now)

    def reminders(self) -> tuple[datetime, ...]:
        """When to remind of a running clock, the deadline last."""
        hours = law_data("breach_delays")["reminders"]["hours_before"]
        return tuple(self.due - timedelta(hours=n) for n in hours) if self.due and self.is_running else ()


def clock_of(
    breach: Breach, notifications: Iterable[BreachNotification] = (), parties: Iterable[BreachParty] = ()
) -> Clock:
    """The clock of a breach, from what is recorded of it."""
    if breach.role is _PROCESSOR:
        return _processor_clock(breach, parties)
    began = start_of(breach)
    if breach.state is _DISMISSED:
        return Clock(Phase.DISMISSED, _zone(breach))
    if began is None:
        suspects = breach.suspected_at or breach.state is BreachState.SUSPICION
        return Clock(Phase.SUSPICION if suspects else Phase.UNKNOWN, _zone(breach))
    place, due, sent = _zone(breach), due_of(began), first_sent(notifications)
    if sent:
        return Clock(Phase.NOTIFIED, place, began, due, earliest(sent), in_time(sent, began, due))
    not_due = breach.notify is False and bool(breach.notify_reasons)
    return Clock(Phase.NOT_NOTIFIED if not_due else Phase.RUNNING, place, began, due)


def clock_in(dossier: Dossier, breach: Breach) -> Clock:
    """The clock of a breach with what the dossier holds about it."""
    return clock_of(breach, dossier.children(BreachNotification, breach.id), dossier.children(BreachParty, breach.id))


def start_of(breach: Breach) -> datetime | None:
    """When the controller became aware: by itself or through its processor, whichever came first."""
    own, told = breach.aware_at, breach.processor_alerted_at
    if own and told:
        return min(earliest(own), earliest(told))
    only = own or told
    return earliest(only) if only else None


def due_of(start: datetime) -> datetime:
    """The deadline of art. 33(1): so many elapsed hours after `start`, which is aware; in UTC."""
    return start.astimezone(UTC) + _length("notification")


def regulation_due_of(start: datetime, place: ZoneInfo) -> datetime:
    """The end of the period as Regulation 1182/71 art. 3 counts it: the hour of the event is not counted; in UTC."""
    whole = start.astimezone(place).replace(minute=0, second=0, microsecond=0)
    return due_of(whole) + _HOUR


def complement_due_of(initial: datetime) -> datetime:
    """When the CNIL expects the supplement to an initial notification, if possible (art. 33(4)); in UTC."""
    return initial.astimezone(UTC) + _length("complement")


def first_sent(notifications: Iterable[BreachNotification]) -> Moment | None:
    """The first notification that reached the CNIL."""
    sent = [one.sent_at for one in notifications if one.type in TO_THE_CNIL and one.sent_at]
    if len(sent) > 1:
        return min(sent, key=earliest)
    return sent[0] if sent else None


def precedes(sent: Moment, start: datetime) -> bool:
    """Whether something was sent, as it is recorded, before `start`, which it answers: one of the two is wrong."""
    return latest(sent) < start


def in_time(sent: Moment, start: datetime, due: datetime) -> bool | None:
    """Whether something was sent by `due`; None where its day alone does not tell, or where it precedes `start`."""
    if sent.precision is _MINUTE:
        return None if sent.at < start else sent.at <= due
    if precedes(sent, start):
        return None
    if earliest(sent) > due:
        return False
    return True if latest(sent) <= due else None


def earliest(moment: Moment) -> datetime:
    """The first instant that a moment can mean: midnight of a day that is known without its hour; in UTC."""
    if moment.precision is _MINUTE:
        return moment.at
    local = moment.at.astimezone(zone(moment.zone))
    day = 1 if moment.precision is Precision.MONTH else local.day
    return _midnight(local.year, local.month, day, zone(moment.zone))


def latest(moment: Moment) -> datetime:
    """The first instant that comes after all that a moment can mean; in UTC."""
    if moment.precision is _MINUTE:
        return moment.at
    place = zone(moment.zone)
    first = earliest(moment).astimezone(place)
    if moment.precision is Precision.DAY:
        following = first.date() + timedelta(days=1)
        return _midnight(following.year, following.month, following.day, place)
    year, month = (first.year + 1, 1) if first.month == 12 else (first.year, first.month + 1)
    return _midnight(year, month, 1, place)


def _processor_clock(breach: Breach, parties: Iterable[BreachParty]) -> Clock:
    controllers = [party for party in parties if party.role is not BreachRole.PROCESSOR]
    done = bool(controllers) and all(party.alerted_at for party in controllers)
    return Clock(Phase.ALERTED if done else Phase.ALERTING, _zone(breach), start_of(breach))


@cache
def _length(delay: str) -> timedelta:
    """Kept: a log of thousands of breaches asks for it at each of them."""
    return timedelta(hours=law_data("breach_delays")[delay]["hours"])


def _midnight(year: int, month: int, day: int, place: ZoneInfo) -> datetime:
    return datetime(year, month, day, tzinfo=place).astimezone(UTC)


def _zone(breach: Breach) -> str:
    moment = breach.aware_at or breach.processor_alerted_at or breach.suspected_at or breach.logged_at
    return moment.zone if moment else "Europe/Paris"

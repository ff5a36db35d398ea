"""The period to answer a data subject (art. 12(3) GDPR): one calendar month, its extension, its suspensions, its end.

The period runs from receipt by the organisation. Its end is the same day of the last month, later by the days during
which it was suspended, and then the next working day (Regulation 1182/71, art. 3): rolled once, from the day that was
not rolled. The extension counts from receipt too. A suspension that starts after the end changes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dossier.law.data import law_data
from dossier.law.holidays import next_working_day
from dossier.law.periods import days_after, months_after
from dossier.model.dossier import Dossier
from dossier.model.request import Request, RequestPause


class RequestPhase(StrEnum):
    """Where the duty to answer stands."""

    UNKNOWN = "unknown"
    """Nobody said yet when the organisation received the request."""
    RUNNING = "running"
    SUSPENDED = "suspended"
    """What was asked of the person is still awaited."""
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class RequestClock:
    """The period of one request, in days. `paused_days` are those of the suspensions that ended."""

    phase: RequestPhase
    due: date | None = None
    """None while the period is suspended: `due_if_resumed` tells."""
    unextended_due: date | None = None
    """When the answer would be due without the extension, and the day by which the person is told of it."""
    paused_days: int = 0
    suspended_since: date | None = None
    on_time: bool | None = None
    """Of a request that was answered; None where the day of the answer or of receipt is not recorded."""
    extension_in_time: bool | None = None
    """Whether the person was told of the extension by `unextended_due`; None without an extension."""
    unrolled: date | None = None
    """The end of the period before it moves to a working day; of a suspended one, as on the day it stopped."""
    alsace_moselle: bool = False

    def days_left(self, today: date) -> int | None:
        """The days until the answer is due, negative once it is over; None where no period runs."""
        return (self.due - today).days if self.due and self.phase is RequestPhase.RUNNING else None

    def is_late(self, today: date) -> bool:
        return (self.days_left(today) or 0) < 0

    def due_if_resumed(self, day: date) -> date | None:
        """When the answer is due if the suspension ends on that day; None where the period is not suspended."""
        if self.suspended_since is None or self.unrolled is None:
            return None
        waited = max((day - self.suspended_since).days, 0)
        return next_working_day(days_after(self.unrolled, waited), alsace_moselle=self.alsace_moselle)


@dataclass(frozen=True, slots=True)
class _Suspension:
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class _Period:
    unrolled: date
    due: date
    paused_days: int
    suspended_since: date | None


def clock_in(dossier: Dossier, request: Request) -> RequestClock:
    """The clock of a request with its suspensions and the holidays of its organisation, as the dossier holds them."""
    organisation = dossier.organisation
    local = bool(organisation and organisation.alsace_moselle)
    return clock_of(request, dossier.children(RequestPause, request.id), alsace_moselle=local)


def clock_of(request: Request, pauses: Iterable[RequestPause] = (), *, alsace_moselle: bool = False) -> RequestClock:
    """The clock of a request, from what is recorded of it; `alsace_moselle` adds the holidays of these departments."""
    answered = not request.is_open
    if request.received_on is None:
        return RequestClock(RequestPhase.ANSWERED if answered else RequestPhase.UNKNOWN)
    suspensions = _suspensions(request.received_on, pauses, request.answered_on)
    short = _period(request.received_on, reply_months(extended=False), suspensions, alsace_moselle)
    whole = _period(request.received_on, reply_months(extended=bool(request.extended)), suspensions, alsace_moselle)
    since = None if answered else whole.suspended_since
    stopped_early = since is not None and short.suspended_since is not None
    return RequestClock(
        phase=RequestPhase.ANSWERED if answered else RequestPhase.SUSPENDED if since else RequestPhase.RUNNING,
        due=None if since else whole.due,
        unextended_due=None if stopped_early else short.due,
        paused_days=whole.paused_days,
        suspended_since=since,
        on_time=request.answered_on <= whole.due if request.answered_on else None,
        extension_in_time=_told_in_time(request, short) if request.extended else None,
        unrolled=whole.unrolled,
        alsace_moselle=alsace_moselle,
    )


def reply_months(*, extended: bool) -> int:
    """The months that art. 12(3) gives to answer, the extension included where it applies."""
    delays = law_data("request_delays")
    months: int = delays["reply"]["months"] + (delays["extension"]["months"] if extended else 0)
    return months


def marketing_due(request: Request) -> date | None:
    """By when an objection to direct marketing is applied: the law says at once, the hours are a setting of ours."""
    if request.received_on is None or not request.marketing_objection:
        return None
    return days_after(request.received_on, law_data("request_delays")["marketing_objection"]["hours"] // 24)


def _period(received: date, months: int, suspensions: list[_Suspension], alsace_moselle: bool) -> _Period:
    """Suspensions that start after the end so far are left out; one that did not end stops the period there."""
    end, paused, since = months_after(received, months), 0, None
    for one in suspensions:
        if since or one.start > next_working_day(days_after(end, paused), alsace_moselle=alsace_moselle):
            break
        if one.end is None:
            since = one.start
        else:
            paused += (one.end - one.start).days
    unrolled = days_after(end, paused)
    return _Period(unrolled, next_working_day(unrolled, alsace_moselle=alsace_moselle), paused, since)


def _told_in_time(request: Request, short: _Period) -> bool:
    told = request.extension_notified_on
    return told is not None and (short.suspended_since is not None or told <= short.due)


def _suspensions(received: date, pauses: Iterable[RequestPause], answered: date | None) -> list[_Suspension]:
    """The suspensions for a reason of the law, in order; those that overlap are one, none is before receipt."""
    reasons = law_data("request_delays")["pause"]["reasons"]
    found = [
        (max(pause.started_on, received), pause.ended_on or answered)
        for pause in pauses
        if pause.started_on and pause.reason in reasons
    ]
    merged: list[_Suspension] = []
    for start, end in sorted(found, key=lambda pair: pair[0]):
        if end is not None and end <= start:
            continue
        last = merged[-1] if merged else None
        if last and (last.end is None or start <= last.end):
            merged[-1] = _Suspension(last.start, max(last.end, end) if last.end and end else None)
        else:
            merged.append(_Suspension(start, end))
    return merged

"""Everything with a date in a dossier: what the law, the authority or the organisation expects, and by when."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from dossier.i18n import N_
from dossier.law.authority_clock import is_over
from dossier.law.breach_clock import Clock, clock_in
from dossier.law.breach_deadlines import Duty
from dossier.law.breach_deadlines import deadlines as breach_deadlines
from dossier.law.data import law_data
from dossier.law.deadline_ends import ends
from dossier.law.deadline_reviews import operations, reviews
from dossier.law.due import Due, Horizon, Matter, Subject
from dossier.law.own_data import own_data
from dossier.law.request_clock import RequestPhase, marketing_due
from dossier.law.request_clock import clock_in as request_clock
from dossier.law.request_deadlines import answers_due
from dossier.model.breach import Breach, BreachCommunication
from dossier.model.dossier import Dossier
from dossier.model.evidence import AuthorityExchange, AuthorityQuestion
from dossier.model.request import Request
from dossier.model.text import zone

NOTIFY = Matter("notify", Subject.BREACH, N_("Notify the CNIL: {record}"), N_("notify the CNIL"), outside=True)
SUPPLEMENT = Matter(
    "supplement",
    Subject.BREACH,
    N_("Send the CNIL the supplement: {record}"),
    N_("supplement to the notification"),
    outside=True,
)
INFORM = Matter("inform", Subject.BREACH, N_("Inform the persons: {record}"), N_("inform the persons"))
ANSWER = Matter("answer", Subject.REQUEST, N_("Answer the person: {record}"), N_("answer"), outside=True)
EXTENSION = Matter(
    "extension", Subject.REQUEST, N_("Tell the person of the extension: {record}"), N_("tell of the extension"), True
)
OBJECTION = Matter(
    "objection", Subject.REQUEST, N_("Apply the objection to marketing: {record}"), N_("apply the objection"), True
)
EXCHANGE = Matter("exchange", Subject.AUTHORITY, N_("Answer the authority: {record}"), N_("answer the authority"), True)
QUESTION = Matter(
    "question", Subject.AUTHORITY, N_("Answer the question: {record}"), N_("answer a question of the authority"), True
)
_PRESSING = 8


class Agenda(NamedTuple):
    """Everything that is due, the first one first; what presses most; how many are late, how many within a month.

    What is late by law stands in front of what presses most, whatever was left undone before it.
    """

    due: tuple[Due, ...]
    pressing: tuple[Due, ...]
    late: int
    near: int


def agenda_of(dossier: Dossier, now: datetime) -> Agenda:
    """Everything that is due, counted at one instant, which is aware."""
    due = everything_due(dossier, now)
    counts = Counter(one.horizon(now) for one in due)
    pressing = sorted(due, key=lambda one: not (one.matter.outside and one.is_late(now)))[:_PRESSING]
    return Agenda(due, tuple(pressing), counts[Horizon.LATE], counts[Horizon.WEEK] + counts[Horizon.MONTH])


def everything_due(dossier: Dossier, now: datetime) -> tuple[Due, ...]:
    """Every deadline that is open, the first one first; `now` is aware.

    What is over for good is left out: what was answered, done, reviewed since, replaced or archived.
    """
    place = dossier.organisation.zone if dossier.organisation else "Europe/Paris"
    today = now.astimezone(zone(place)).date()
    found = [*_breaches(dossier, place), *_requests(dossier, place), *_authority(dossier, place)]
    for due in (reviews, operations, ends, own_data):
        found += due(dossier, today, place)
    return tuple(sorted(found, key=_order))


def notification_due(breach: Breach, clock: Clock) -> Due | None:
    """The end of the 72 hours of a breach (art. 33(1)); None where no clock runs."""
    if clock.due is None or not clock.is_running:
        return None
    delays = law_data("breach_delays")
    before = tuple(timedelta(hours=n) for n in delays["reminders"]["hours_before"])
    day = clock.due.astimezone(zone(clock.zone)).date()
    source = delays["notification"]["article"]
    return Due(NOTIFY, breach, "notify", day, source, clock.due, clock.zone, reminders=before)


def _breaches(dossier: Dossier, place: str) -> Iterator[Due]:
    for deadline in breach_deadlines(dossier):
        breach = deadline.record
        assert isinstance(breach, Breach)  # these are the deadlines of breaches
        if deadline.duty is Duty.NOTIFY:
            if due := notification_due(breach, clock_in(dossier, breach)):
                yield due
            continue
        day = _last_day(deadline.due, deadline.zone)
        source = law_data("breach_delays")["complement"]["article"]
        yield Due(SUPPLEMENT, breach, "breach_notification", day, source, deadline.due, deadline.zone)
    for breach in dossier.of(Breach):
        told = any(one.sent_at for one in dossier.children(BreachCommunication, breach.id))
        if breach.inform_planned_on and breach.is_open and not told:
            yield Due(INFORM, breach, "inform_planned_on", breach.inform_planned_on, "art. 34", zone=place)


def _requests(dossier: Dossier, place: str) -> Iterator[Due]:
    delays = law_data("request_delays")
    before = (timedelta(days=delays["warning"]["days"]),)
    for deadline in answers_due(dossier):
        day = _last_day(deadline.due, deadline.zone)
        source = delays["reply"]["article"]
        yield Due(ANSWER, deadline.record, "answered_on", day, source, zone=deadline.zone, reminders=before)
    for request in dossier.of(Request):
        by = marketing_due(request)
        if by and request.applied_on is None and request.answered_on is None:
            yield Due(OBJECTION, request, "applied_on", by, delays["marketing_objection"]["article"], zone=place)
        if request.extended and request.extension_notified_on is None:
            clock = request_clock(dossier, request)
            if clock.unextended_due and clock.phase is RequestPhase.RUNNING:
                source = delays["extension"]["article"]
                yield Due(EXTENSION, request, "extension_notified_on", clock.unextended_due, source, zone=place)


def _authority(dossier: Dossier, place: str) -> Iterator[Due]:
    """An exchange asks for nothing more once it has an outcome, or once each of its questions is answered."""
    for exchange in dossier.of(AuthorityExchange):
        if is_over(exchange):
            continue
        questions = dossier.children(AuthorityQuestion, exchange.id)
        asked = [one for one in questions if one.answered_on is None]
        if exchange.due_on and (asked or not questions):
            yield Due(EXCHANGE, exchange, "due_on", exchange.due_on, "art. 31", zone=place)
        for question in asked:
            if question.due_on:
                yield Due(QUESTION, question, "due_on", question.due_on, "art. 31", zone=place)


def _last_day(end: datetime, zone_name: str) -> date:
    """The day that an instant ends or falls in: a period that ends at midnight ends with the day before."""
    return (end - timedelta(seconds=1)).astimezone(zone(zone_name)).date()


def _order(due: Due) -> tuple[date, float, str, str]:
    return due.day, due.at.timestamp() if due.at else float("inf"), due.record.reference, due.matter.code

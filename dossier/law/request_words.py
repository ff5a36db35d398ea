"""The period to answer a person in words, the same in the window and in a document: what is left, and how computed."""

from collections.abc import Iterator
from datetime import date

from dossier.i18n import N_, Language
from dossier.law.data import law_data
from dossier.law.request_clock import RequestClock, RequestPhase, reply_months
from dossier.model.request import Request
from dossier.model.text import date_text

_WEEKDAYS = (
    *(N_("Monday {day}"), N_("Tuesday {day}"), N_("Wednesday {day}"), N_("Thursday {day}"), N_("Friday {day}")),
    *(N_("Saturday {day}"), N_("Sunday {day}")),
)
_SATURDAY, _SUNDAY = 5, 6
_ROLLED = {_SATURDAY: N_("{day} is a Saturday: {due}"), _SUNDAY: N_("{day} is a Sunday: {due}")}
_HOLIDAY = N_("{day} is a public holiday: {due}")
_ANSWERED = {True: N_("Answered in time"), False: N_("Answered late"), None: N_("Answered, in time or not unknown")}


def weekday_text(day: date, say: Language) -> str:
    """A day with the name of its weekday, “Monday 2026-11-16”."""
    return say(_WEEKDAYS[day.weekday()], day=date_text(day, say))


def standing_words(clock: RequestClock, today: date, say: Language) -> str:
    """How the period stands on a day: “9 days left”, “3 days late”, “Suspended since…”, “Answered in time”."""
    if clock.phase is RequestPhase.ANSWERED:
        return say(_ANSWERED[clock.on_time])
    if clock.suspended_since:
        return say(N_("Suspended since {day}"), day=date_text(clock.suspended_since, say))
    left = clock.days_left(today)
    if left is None:
        return say(N_("Day of receipt not said: no period runs"))
    if left < 0:
        return say.plural("{n} day late", "{n} days late", -left)
    return say.plural("{n} day left", "{n} days left", left) if left else say(N_("To be answered today"))


def due_words(clock: RequestClock, today: date, say: Language) -> str:
    """By which day the answer is due; of a suspended period, as if it resumed on `today`; nothing where none is."""
    if clock.due:
        return say(N_("Answer due {day}"), day=weekday_text(clock.due, say))
    resumed = clock.due_if_resumed(today)
    return say(N_("If resumed today, due {day}"), day=weekday_text(resumed, say)) if resumed else ""


def answered_words(request: Request, clock: RequestClock, say: Language) -> str:
    """The day of the answer beside the day it was due; nothing before there is one."""
    if request.answered_on is None or clock.due is None:
        return ""
    day, due = weekday_text(request.answered_on, say), weekday_text(clock.due, say)
    return say(N_("Answered {day}; it was due {due}"), day=day, due=due)


def late_extension_words(request: Request, clock: RequestClock, say: Language) -> str:
    """By when the person was to be told of the extension, as long as the dossier does not show it; else nothing."""
    if clock.extension_in_time is not False or clock.unextended_due is None:
        return ""
    due = date_text(clock.unextended_due, say)
    if request.extension_notified_on is None:
        return say(N_("The person is to be told of the extension by {due} (art. 12(3))"), due=due)
    told = date_text(request.extension_notified_on, say)
    return say(N_("Extension told on {told}: it was to be told by {due} (art. 12(3))"), told=told, due=due)


def computation(request: Request, clock: RequestClock, say: Language) -> Iterator[str]:
    """Each step from receipt to the day the answer is due, with the article it rests on."""
    if request.received_on is None or clock.unrolled is None:
        return
    yield say(N_("Received {day}"), day=weekday_text(request.received_on, say))
    yield _length(request, say)
    if clock.paused_days:
        day, n = weekday_text(clock.unrolled, say), clock.paused_days
        yield say.plural("{n} day of suspension: {day}", "{n} days of suspension: {day}", n, day=day)
    if clock.due and clock.due != clock.unrolled:
        rolled = _ROLLED.get(clock.unrolled.weekday(), _HOLIDAY)
        yield say(rolled, day=date_text(clock.unrolled, say), due=weekday_text(clock.due, say))


def _length(request: Request, say: Language) -> str:
    months, article = reply_months(extended=bool(request.extended)), law_data("request_delays")["reply"]["article"]
    if request.extended:
        return say(N_("{n} months, extension included ({article})"), n=months, article=article)
    return say.plural("{n} month to answer ({article})", "{n} months to answer ({article})", months, article=article)

"""Checks of what no law is needed for: dates that contradict each other, counts that cannot be."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from operator import attrgetter

from dossier.checks.finding import Check, Found, Severity, labels
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.breach_clock import earliest, latest
from dossier.model.breach import Breach, BreachCommunication, BreachEvent, BreachNotification, BreachParty
from dossier.model.fields import fields_of
from dossier.model.record import Knowledge, KnownMoment, KnownNumber, Moment, Record
from dossier.model.text import happens_twice

PAST = (
    "logged_at",
    "suspected_at",
    "detected_at",
    "aware_at",
    "processor_alerted_at",
    "started_at",
    "ended_at",
    "decided_at",
    "closed_on",
)
"""What has happened when it is recorded."""

ORDER = (
    ("started_at", "ended_at"),
    ("started_at", "detected_at"),
    ("started_at", "aware_at"),
    ("suspected_at", "aware_at"),
    ("detected_at", "aware_at"),
    ("started_at", "suspected_at"),
)
"""Pairs of which the first cannot come after the second."""

_STARTS = ("aware_at", "processor_alerted_at")
"""What the clock starts from: an hour of doubt moves the deadline."""

_PAST = attrgetter(*PAST)
_ORDERED = frozenset(name for pair in ORDER for name in pair)


def _dates_of_breach(view: View, breach: Breach) -> Iterator[Found]:
    known = {name: value for name, value in zip(PAST, _PAST(breach), strict=True) if value is not None}
    for name, value in known.items():
        if _is_to_come(value, view):
            yield Found((name,), {"fields": labels(Breach, (name,))}, _FUTURE)
    for first, second in ORDER if len(_ORDERED & known.keys()) > 1 else ():
        before, after = known.get(first), known.get(second)
        if before and after and _certainly_after(before, after):
            yield Found((second, first), {"after": labels(Breach, (first,)), "before": labels(Breach, (second,))})
    for name in ("started_at", "ended_at"):
        value = known.get(name)
        if value and value.value and value.to and earliest(value.to) < earliest(value.value):
            yield Found((name,), {"fields": labels(Breach, (name,))}, _REVERSED)
    if breach.ongoing and breach.ended_at and breach.ended_at.value:
        yield Found(("ongoing", "ended_at"), {}, _ONGOING)
    for name in _STARTS:
        start = known.get(name)
        if isinstance(start, Moment) and happens_twice(start):
            yield Found((name,), {"fields": labels(Breach, (name,)), "start": start}, _TWICE, Severity.TO_CHECK)
    yield from _parts_to_come(view, breach)


def _parts_to_come(view: View, breach: Breach) -> Iterator[Found]:
    for kind in (BreachEvent, BreachNotification, BreachCommunication, BreachParty):
        for part in view.dossier.children(kind, breach.id):
            for name in _moments_of(kind):
                value = getattr(part, name)
                if value and earliest(value) > view.now and not getattr(part, "struck_out", False):
                    yield Found((), {"fields": labels(kind, (name,)), "part": part}, _PART_IN_FUTURE)


@cache
def _moments_of(kind: type[Record]) -> tuple[str, ...]:
    return tuple(field.name for field in fields_of(kind) if field.is_a(Moment))


def _counts_of_breach(view: View, breach: Breach) -> Iterator[Found]:
    for name in ("persons_number", "records_number"):
        count = getattr(breach, name)
        if count is not None and _cannot_be(count):
            yield Found((name,), {"fields": labels(Breach, (name,)), "count": count})


def _cannot_be(count: KnownNumber) -> bool:
    value, to = count.value, count.to
    is_negative = (value or 0) < 0 or (to or 0) < 0
    is_reversed = count.state is Knowledge.RANGE and value is not None and to is not None and to < value
    return is_negative or is_reversed


def _is_to_come(value: Moment | KnownMoment | date, view: View) -> bool:
    """Whether all that a value can mean is after now."""
    if isinstance(value, date):
        return value > view.today
    moment = value.value if isinstance(value, KnownMoment) else value
    return moment is not None and earliest(moment) > view.now


def _certainly_after(first: Moment | KnownMoment, second: Moment | KnownMoment) -> bool:
    """Whether nothing that the two can mean leaves the first before the second."""
    began = first.value if isinstance(first, KnownMoment) else first
    ended = (second.to or second.value) if isinstance(second, KnownMoment) else second
    return bool(began and ended) and began is not None and ended is not None and earliest(began) > latest(ended)


_REORDERED = N_("The date “{after}” comes after “{before}”: one of the two is to be corrected.")
_FUTURE = N_("{fields}: in the future. It is kept as it is; correct it if it is a slip.")
_REVERSED = N_("{fields}: the end comes before the beginning.")
_ONGOING = N_("Still ongoing, and an end is recorded: one of the two is to be corrected.")
_TWICE = N_("{fields}: this time happens twice that night; the deadline is counted from {start}.")
_PART_IN_FUTURE = N_("{part}, {fields}: in the future. It is kept as it is; correct it if it is a slip.")

DATE_CHECKS = (
    Check("QUA-02", Breach, Severity.MAJOR, "art. 5(1)(d)", _REORDERED, _dates_of_breach),
    Check(
        "QUA-03",
        Breach,
        Severity.MAJOR,
        "art. 5(1)(d)",
        N_("{fields}: {count} cannot be a count."),
        _counts_of_breach,
    ),
)

"""Checks of what no law is needed for, in breaches: moments that contradict each other, counts that cannot be."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from operator import attrgetter

from dossier.checks.finding import Check, Found, Severity, labels
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.breach_clock import earliest, latest
from dossier.model.breach import Breach
from dossier.model.fields import fields_of
from dossier.model.record import Knowledge, KnownMoment, KnownNumber, Moment, Record
from dossier.model.text import happens_twice

MOMENTS = ("logged_at", "suspected_at", "detected_at", "aware_at", "processor_alerted_at", "decided_at")
"""What has happened when it is recorded, at a time that is known."""

ESTIMATES = ("started_at", "ended_at")
"""What has happened when it is recorded, at a time that may be known badly."""

ORDER = (
    ("started_at", "ended_at"),
    ("started_at", "detected_at"),
    ("started_at", "aware_at"),
    ("suspected_at", "aware_at"),
    ("detected_at", "aware_at"),
    ("started_at", "suspected_at"),
)
"""Pairs of which the first cannot come after the second."""

STARTS = ("aware_at", "processor_alerted_at")
"""What the clock starts from: an hour of doubt moves the deadline."""

_moments = attrgetter(*MOMENTS)


def _dates_of_breach(view: View, breach: Breach) -> Iterator[Found]:
    now = view.now
    later = [name for name, one in zip(MOMENTS, _moments(breach), strict=True) if one and one.at > now]
    for name in later:
        if _is_to_come(getattr(breach, name), now):
            yield _to_come(name)
    if breach.closed_on and breach.closed_on > view.today:
        yield _to_come("closed_on")
    if breach.started_at or breach.ended_at:
        yield from _estimates(view, breach)
    if breach.started_at or breach.suspected_at or breach.detected_at:
        yield from _out_of_order(breach)
    for kind in view.parts_of_breaches:
        names = _moments_of(kind)
        for part in view.dossier.children(kind, breach.id) if names else ():
            for name in names:
                if _is_to_come(getattr(part, name), now) and not getattr(part, "struck_out", False):
                    yield Found((), {"fields": labels(kind, (name,)), "part": part}, _PART_IN_FUTURE)
    for name in STARTS:
        start: Moment | None = getattr(breach, name)
        if start and happens_twice(start):
            yield Found((name,), {"fields": labels(Breach, (name,)), "start": start}, _TWICE, Severity.TO_CHECK)


def _estimates(view: View, breach: Breach) -> Iterator[Found]:
    for name in ESTIMATES:
        known: KnownMoment | None = getattr(breach, name)
        if known and _is_to_come(known.value, view.now):
            yield _to_come(name)
        if known and known.value and known.to and earliest(known.to) < earliest(known.value):
            yield Found((name,), {"fields": labels(Breach, (name,))}, _REVERSED)
    if breach.ongoing and breach.ended_at and breach.ended_at.value:
        yield Found(("ongoing", "ended_at"), {}, _ONGOING)


def _out_of_order(breach: Breach) -> Iterator[Found]:
    for first, second in ORDER:
        before, after = getattr(breach, first), getattr(breach, second)
        if before and after and _certainly_after(before, after):
            yield Found((second, first), {"after": labels(Breach, (first,)), "before": labels(Breach, (second,))})


@cache
def _moments_of(kind: type[Record]) -> tuple[str, ...]:
    return tuple(field.name for field in fields_of(kind) if field.is_a(Moment))


def _is_to_come(moment: Moment | None, now: datetime) -> bool:
    """Whether all that it can mean is after now; the earliest of it never comes after its instant."""
    return moment is not None and moment.at > now and earliest(moment) > now


def _to_come(name: str) -> Found:
    return Found((name,), {"fields": labels(Breach, (name,))}, IN_FUTURE)


def _counts_of_breach(view: View, breach: Breach) -> Iterator[Found]:
    for name, count in (("persons_number", breach.persons_number), ("records_number", breach.records_number)):
        if count is not None and _cannot_be(count):
            yield Found((name,), {"fields": labels(Breach, (name,)), "count": count})


def _cannot_be(count: KnownNumber) -> bool:
    value, to = count.value or 0, count.to
    if to is None:
        return value < 0
    return value < 0 or to < 0 or (count.state is Knowledge.RANGE and count.value is not None and to < value)


def _certainly_after(first: Moment | KnownMoment, second: Moment | KnownMoment) -> bool:
    """Whether nothing that the two can mean leaves the first before the second."""
    began = first.value if isinstance(first, KnownMoment) else first
    ended = (second.to or second.value) if isinstance(second, KnownMoment) else second
    return bool(began and ended) and began is not None and ended is not None and earliest(began) > latest(ended)


REORDERED = N_("{record}: the date “{after}” comes after “{before}”. One of the two is to be corrected.")
IN_FUTURE = N_("{record}, {fields}: in the future. It is kept as it is; correct it if it is a slip.")
_REVERSED = N_("{record}, {fields}: the end comes before the beginning.")
_ONGOING = N_("{record}: still ongoing, and an end is recorded. One of the two is to be corrected.")
_TWICE = N_("{record}, {fields}: this time happens twice that night; the deadline is counted from {start}.")
_PART_IN_FUTURE = N_("{record}, {part}, {fields}: in the future. It is kept as it is; correct it if it is a slip.")

DATE_CHECKS = (
    Check("QUA-02", Breach, Severity.MAJOR, "art. 5(1)(d)", REORDERED, _dates_of_breach),
    Check(
        "QUA-03",
        Breach,
        Severity.MAJOR,
        "art. 5(1)(d)",
        N_("{record}, {fields}: {count} cannot be a count."),
        _counts_of_breach,
    ),
)

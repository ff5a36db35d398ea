"""Durations of law and contracts compared: a month is not thirty days, so a comparison is certain or it is none."""

from datetime import date, timedelta
from functools import cache

from dossier.law.periods import days_after, months_after
from dossier.model.record import Duration, Unit

_HOURS = {Unit.HOUR: 1, Unit.DAY: 24}
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}
_STARTS = tuple(date(2023, 1, 1) + timedelta(days=n) for n in range(4 * 365 + 1))
"""Four years that hold a 29 February: every length that a number of months can have."""

_CYCLE_MONTHS, _CYCLE_DAYS = 4800, 146_097
"""The calendar repeats after 400 years."""


def is_longer(one: Duration, other: Duration) -> bool:
    """Whether one duration is certainly longer than another, from whatever day both run."""
    if one.unit in _MONTHS and other.unit in _MONTHS:
        return one.count * _MONTHS[one.unit] > other.count * _MONTHS[other.unit]
    return _hours(one)[0] > _hours(other)[1]


def is_shorter(one: Duration, other: Duration) -> bool:
    """Whether one duration is certainly shorter than another."""
    return is_longer(other, one)


def after(day: date, duration: Duration) -> date:
    """The day so long after; hours count as the whole days that they fill."""
    return _moved(day, duration, 1)


def before(day: date, duration: Duration) -> date:
    """The day so long before; hours count as the whole days that they fill."""
    return _moved(day, duration, -1)


def _moved(day: date, duration: Duration, sign: int) -> date:
    if duration.unit in _MONTHS:
        return months_after(day, sign * duration.count * _MONTHS[duration.unit])
    return days_after(day, sign * (duration.count * _HOURS[duration.unit] // 24))


@cache
def _hours(duration: Duration) -> tuple[int, int]:
    """The least and the most hours that it can last."""
    if duration.unit in _HOURS:
        hours = duration.count * _HOURS[duration.unit]
        return hours, hours
    cycles, months = divmod(duration.count * _MONTHS[duration.unit], _CYCLE_MONTHS)
    days = [cycles * _CYCLE_DAYS + (months_after(start, months) - start).days for start in _STARTS]
    return 24 * min(days), 24 * max(days)

"""Legal periods in the calendar: months that keep the day of the month, and days; neither leaves the calendar."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date
from typing import TypeVar

Day = TypeVar("Day", bound=date)


def months_after(day: Day, months: int) -> Day:
    """The same day so many months later, or earlier where negative, or the last day of a month that has no such day.

    Of a datetime, the same local time.
    """
    reached = day.year * 12 + day.month - 1 + months
    year, month = divmod(min(max(reached, MINYEAR * 12), MAXYEAR * 12 + 11), 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def days_after(day: date, days: int) -> date:
    """The date so many days later, or earlier where negative."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))

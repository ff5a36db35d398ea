"""French public holidays, computed for any year (art. L3133-1 C. trav.; Alsace and Moselle: art. L3134-13)."""

from datetime import date, timedelta
from functools import cache

_FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
_AFTER_EASTER = (1, 39, 50)
"""Easter Monday, Ascension, Whit Monday: in days."""


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def public_holidays(year: int, *, alsace_moselle: bool = False) -> frozenset[date]:
    """The public holidays of that year: eleven, and two more in Alsace and Moselle."""
    sunday = easter(year)
    days = {date(year, month, day) for month, day in _FIXED} | {sunday + timedelta(days=n) for n in _AFTER_EASTER}
    return frozenset(days | ({sunday - timedelta(days=2), date(year, 12, 26)} if alsace_moselle else set()))


def is_working_day(day: date, *, alsace_moselle: bool = False) -> bool:
    """Whether it is neither a Saturday, a Sunday nor a public holiday (Regulation 1182/71, art. 2(2))."""
    return day.weekday() < 5 and day not in public_holidays(day.year, alsace_moselle=alsace_moselle)


def next_working_day(day: date, *, alsace_moselle: bool = False) -> date:
    """The day itself where it is a working day, and otherwise the first one after it."""
    while not is_working_day(day, alsace_moselle=alsace_moselle):
        day += timedelta(days=1)
    return day

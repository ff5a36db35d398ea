"""French public holidays and working days against the calendars of known years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.law.holidays import easter, is_working_day, next_working_day, public_holidays

MOVABLE = {
    2024: ("2024-03-31", "2024-04-01", "2024-05-09", "2024-05-20"),
    2025: ("2025-04-20", "2025-04-21", "2025-05-29", "2025-06-09"),
    2026: ("2026-04-05", "2026-04-06", "2026-05-14", "2026-05-25"),
    2027: ("2027-03-28", "2027-03-29", "2027-05-06", "2027-05-17"),
    2028: ("2028-04-16", "2028-04-17", "2028-05-25", "2028-06-05"),
    2029: ("2029-04-01", "2029-04-02", "2029-05-10", "2029-05-21"),
    2030: ("2030-04-21", "2030-04-22", "2030-05-30", "2030-06-10"),
}
"""Easter Sunday, Easter Monday, Ascension, Whit Monday."""

FIXED = ("01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25")


@pytest.mark.parametrize("year", MOVABLE)
def test_the_eleven_holidays_of_a_year(year: int) -> None:
    sunday, *movable = (date.fromisoformat(text) for text in MOVABLE[year])
    assert easter(year) == sunday
    assert public_holidays(year) == {*movable, *(date.fromisoformat(f"{year}-{day}") for day in FIXED)}


def test_two_feasts_on_one_day_are_one_holiday() -> None:
    assert date(2008, 5, 1) == easter(2008) + timedelta(days=39)
    assert len(public_holidays(2008)) == 10


def test_alsace_and_moselle_have_two_more() -> None:
    more = public_holidays(2026, alsace_moselle=True) - public_holidays(2026)
    assert more == {date(2026, 4, 3), date(2026, 12, 26)}


@pytest.mark.parametrize(("day", "following"), [("2026-02-28", "2026-03-02"), ("2026-11-14", "2026-11-16"),
    ("2027-01-01", "2027-01-04"), ("2026-05-01", "2026-05-04"), ("2026-05-25", "2026-05-26"),
    ("2026-11-16", "2026-11-16")])  # fmt: skip
def test_a_day_off_leads_to_the_next_working_day(day: str, following: str) -> None:
    assert next_working_day(date.fromisoformat(day)) == date.fromisoformat(following)


def test_good_friday_is_off_only_there() -> None:
    assert next_working_day(date(2026, 4, 3)) == date(2026, 4, 3)
    assert next_working_day(date(2026, 4, 3), alsace_moselle=True) == date(2026, 4, 7)


@given(st.dates(), st.booleans())
def test_the_next_working_day_is_one_and_none_is_skipped(day: date, alsace_moselle: bool) -> None:
    found = next_working_day(day, alsace_moselle=alsace_moselle)
    assert is_working_day(found, alsace_moselle=alsace_moselle)
    between = [day + timedelta(days=n) for n in range((found - day).days)]
    assert not any(is_working_day(one, alsace_moselle=alsace_moselle) for one in between)

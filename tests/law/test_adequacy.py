"""Adequacy: before, inside and after the dates of every decision; the EEA and what is near it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from dossier.i18n import language
from dossier.law.adequacy import (
    Decision,
    Destination,
    decision_for,
    decisions,
    destination,
    expiring,
    is_in_eea,
)
from dossier.law.data import law_data, said
from dossier.model.countries import Country
from dossier.model.record import Duration, Unit

HALF_A_YEAR = Duration(count=6, unit=Unit.MONTH)

DAY = timedelta(days=1)
TODAY = date(2026, 11, 22)


def name(decision: Decision) -> str:
    return f"{decision.country.value} {decision.reference}"


@pytest.mark.parametrize("decision", decisions(), ids=name)
def test_a_decision_holds_from_its_first_day_to_its_last(decision: Decision) -> None:
    assert decision_for(decision.country, decision.start - DAY) is None
    assert decision_for(decision.country, decision.start) is decision
    last = decision.end or date.max
    assert decision_for(decision.country, last) is decision
    if decision.end:
        assert decision_for(decision.country, decision.end + DAY) is None


def test_two_decisions_of_one_country_never_hold_on_the_same_day() -> None:
    in_order = sorted(decisions(), key=lambda one: (one.country, one.start))
    for one, following in pairwise(in_order):
        if one.country is following.country:
            assert one.end is not None
            assert one.end < following.start


def test_no_decision_is_read_twice_nor_left_out() -> None:
    assert len(decisions()) == len(law_data("adequacy")["decisions"])
    assert all(one.start <= (one.end or date.max) for one in decisions())


@pytest.mark.parametrize("decision", decisions(), ids=name)
def test_a_decision_is_never_about_a_member(decision: Decision) -> None:
    assert not is_in_eea(decision.country, max(decision.start, TODAY))


@pytest.mark.parametrize("decision", [one for one in decisions() if one.limited], ids=name)
def test_a_limited_decision_says_for_whom(decision: Decision) -> None:
    assert decision.scope
    assert said(decision.scope, language("fr")) != said(decision.scope, language("en"))


def test_the_united_kingdom_until_the_end_of_2031() -> None:
    assert decision_for(Country.GB, TODAY)
    assert decision_for(Country.GB, date(2031, 12, 27))
    assert decision_for(Country.GB, date(2032, 1, 1)) is None


def test_brazil_since_january_2026() -> None:
    assert decision_for(Country.BR, date(2026, 1, 25)) is None
    assert decision_for(Country.BR, date(2026, 1, 26))


def test_the_united_states_only_with_a_certification() -> None:
    decision = decision_for(Country.US, TODAY)
    assert decision
    assert decision.certification == "dpf"
    assert [one.country for one in decisions() if one.certification] == [Country.US]
    assert decision_for(Country.US, date(2023, 7, 9)) is None


def test_an_end_is_announced_six_months_before() -> None:
    assert expiring(date(2031, 6, 26), HALF_A_YEAR) == ()
    assert [one.country for one in expiring(date(2031, 6, 27), HALF_A_YEAR)] == [Country.GB]
    assert [one.country for one in expiring(date(2031, 12, 27), HALF_A_YEAR)] == [Country.GB]
    assert expiring(date(2031, 12, 28), HALF_A_YEAR) == ()


def test_an_organisation_may_be_adequate() -> None:
    assert destination(Country.EPO, TODAY) is Destination.ADEQUATE
    assert destination(Country.EPO, date(2025, 7, 14)) is Destination.THIRD


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        (Country.FR, Destination.EEA),
        (Country.RE, Destination.EEA),
        (Country.NO, Destination.EEA),
        (Country.EU, Destination.EEA),
        (Country.CH, Destination.ADEQUATE),
        (Country.CA, Destination.LIMITED),
        (Country.US, Destination.LIMITED),
        (Country.PF, Destination.TO_CHECK),
        (Country.NC, Destination.TO_CHECK),
        (Country.MA, Destination.THIRD),
        (Country.MC, Destination.THIRD),
        (Country.WORLD, Destination.THIRD),
    ],
)
def test_what_a_country_is_today(country: Country, expected: Destination) -> None:
    assert destination(country, TODAY) is expected


def test_the_united_kingdom_was_as_a_member_until_its_decision() -> None:
    assert is_in_eea(Country.GB, date(2020, 6, 1))
    assert destination(Country.GB, date(2021, 6, 27)) is Destination.EEA
    assert destination(Country.GB, date(2021, 6, 28)) is Destination.ADEQUATE
    assert not is_in_eea(Country.GB)


@pytest.mark.parametrize("country", list(Country), ids=lambda one: one.value)
def test_every_country_has_an_answer(country: Country) -> None:
    assert destination(country, TODAY) in Destination

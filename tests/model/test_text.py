"""A value as text and back says the same thing, in both languages."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.i18n import CODES, Code, language
from dossier.model.catalog import CATALOG
from dossier.model.fields import Field, fields_of
from dossier.model.record import KnownMoment, Moment, Precision
from dossier.model.text import clean, days_left_text, fold, moment_text, parse, parse_date, parse_moment, text_of
from tests.factories import values_of

FIELDS = [field for kind in CATALOG for field in fields_of(kind) if not field.is_reference]
BY_TYPE = {(field.type, field.many): field for field in FIELDS}.values()


def minutes_of(moment: Moment) -> Moment:
    """The moment without its seconds: what the words of it hold."""
    at = moment.at - timedelta(seconds=moment.at.second, microseconds=moment.at.microsecond)
    return moment.with_(at=at)


def as_written(value: Any) -> Any:
    """A value to the fineness that its words have: a day or a month says no zone, a minute says no second."""
    if isinstance(value, Moment) and value.precision is Precision.MINUTE:
        return minutes_of(value)
    if isinstance(value, Moment):
        return parse_moment(moment_text(value, language("en")))
    if isinstance(value, KnownMoment) and isinstance(value.value, Moment):
        return value.with_(value=as_written(value.value), to=value.to and as_written(value.to))
    return value


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("field", BY_TYPE, ids=lambda field: f"{field.name}")
@given(data=st.data())
def test_words_are_read_back_as_the_value_they_were_made_of(field: Field, code: Code, data: st.DataObject) -> None:
    say = language(code)
    value = as_written(data.draw(values_of(field)))
    if field.many:
        if isinstance(value, str) and (not value.strip() or value != value.strip() or len(value.splitlines()) != 1):
            return  # a list is written one value a line
        assert parse(text_of((value,), say), field, say) == (value,)
    elif not hasattr(value, "where") or ")" not in value.where + "(":
        assert parse(text_of(value, say), field, say) == value


def test_nothing_is_nothing() -> None:
    for field in BY_TYPE:
        empty = () if field.many else "" if field.type is str else None
        assert parse("", field, language("fr")) == empty
        assert text_of(empty, language("fr")) == ""


@pytest.mark.parametrize("text", ["25/11/2026", "2026-11-25"])
def test_both_ways_of_writing_a_date_are_understood(text: str) -> None:
    assert parse_date(text).isoformat() == "2026-11-25"


@pytest.mark.parametrize("text", ["31/02/2026", "demain", "2026/11/25", ""])
def test_what_is_no_date_is_said_to_be_none(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_date(text)


def test_the_hour_that_happens_twice_says_its_offset() -> None:
    first = Moment(at=datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    second = Moment(at=datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
    say = language("fr")
    assert moment_text(first, say) == "25/10/2026 02:30 (Paris, UTC+02:00)"
    assert moment_text(second, say) == "25/10/2026 02:30 (Paris, UTC+01:00)"
    assert parse_moment(moment_text(first, say)) == first
    assert parse_moment(moment_text(second, say)) == second


def test_a_month_says_no_day() -> None:
    assert moment_text(parse_moment("11/2026"), language("fr")) == "11/2026"
    assert parse_moment("2026-11").precision is Precision.MONTH


def test_folding_makes_accents_ligatures_and_case_equal() -> None:
    assert fold("L’Œuvre À Évaluer") == fold("l'oeuvre a evaluer")


@given(st.text())
def test_cleaned_text_can_be_stored(text: str) -> None:
    assert (
        clean(text).encode()
        == text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
    )


@pytest.mark.parametrize(
    ("left", "english", "french"),
    [
        (4, "in 4 d", "dans 4 j"),
        (0, "today", "aujourd’hui"),
        (-1398, "1,398 d late", "1\u202f398 j de retard"),
    ],
)
def test_how_far_off_a_day_is_has_its_thousands_apart(left: int, english: str, french: str) -> None:
    assert days_left_text(left, language("en")) == english
    assert days_left_text(left, language("fr")).replace("\u00a0", " ") == french

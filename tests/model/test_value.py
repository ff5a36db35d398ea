"""Records and compounds are values: they never change, say what they hold, and refuse what cannot be stored."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from pydantic import ValidationError

from dossier.model.activity import Activity
from dossier.model.record import Duration, KnownMoment, Moment, Status, Unit
from dossier.model.value import hints_of
from tests.factories import filled_dossier, record

AT = datetime(2026, 11, 22, 14, 5, tzinfo=timezone(timedelta(hours=1)))


def test_a_value_never_changes() -> None:
    careless: list[tuple[Any, str]] = [(record("activity"), "name"), (Duration(count=1), "count")]
    for value, name in careless:
        with pytest.raises(AttributeError, match=name):
            setattr(value, name, 2)


def test_a_copy_with_other_values_leaves_the_first_as_it_was() -> None:
    paid = record("activity", name="Paie")
    assert paid.with_(name="Salaires").title == "Salaires"
    assert paid.title == "Paie"
    assert paid.with_(name="Paie") == paid != paid.with_(name="Salaires")
    assert len({paid, paid.with_(name="Paie"), paid.with_(name="Salaires")}) == 2
    assert repr(Duration(count=2, unit=Unit.DAY)).startswith("Duration(count=2")


@pytest.mark.parametrize(
    ("name", "value"),
    [("name", 5), ("status", "unheard of"), ("nowhere", ""), ("started_on", "soon"), ("aliases", "x")],
)
def test_what_cannot_be_stored_is_refused_whichever_way_it_comes(name: str, value: Any) -> None:
    whole = record("activity")
    with pytest.raises(ValidationError, match=name):
        whole.with_(**{name: value})
    with pytest.raises(ValidationError, match=name):
        type(whole).from_json({"id": "x", name: value})


def test_a_value_holds_what_is_filled_and_is_equal_however_it_was_made() -> None:
    paid: Any = record("activity", name="Paie", owner="", status="brouillon", aliases=())
    assert set(vars(paid)) == {"id", "name"}
    assert (paid.owner, paid.status, paid.aliases, paid.large_scale) == ("", Status.DRAFT, (), None)
    every = {name: getattr(paid, name) for name in hints_of(Activity)}
    assert type(paid).trusted(every) == paid.with_(owner="RH").with_(owner="") == paid
    assert hash(type(paid).trusted(every)) == hash(paid)
    moment = Moment(at=AT, zone="Europe/Paris")
    assert KnownMoment(value=moment) == KnownMoment.trusted({"value": Moment.trusted({"at": AT}), "to": None})


def test_an_instant_is_kept_in_utc_and_never_without_a_zone() -> None:
    moment = Moment(at=AT)
    assert (moment.at, moment.at.tzinfo) == (AT, UTC)
    assert moment.as_json() == {"at": "2026-11-22T13:05:00Z"}
    with pytest.raises(ValidationError, match="timezone"):
        Moment(at=AT.replace(tzinfo=None))


def test_a_record_with_every_field_filled_is_itself_again_from_its_json() -> None:
    for full in filled_dossier():
        assert set(full.as_json()) == set(hints_of(type(full)))
        assert type(full).from_json(full.as_json()) == full

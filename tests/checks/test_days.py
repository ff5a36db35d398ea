"""The days of every register: one to come that should be past, an end before its beginning, and none at all."""

from datetime import datetime, timedelta

import pytest

from dossier.checks.days import ORDER, PAST
from dossier.checks.finding import Finding
from dossier.checks.run import findings_for
from dossier.i18n import language
from dossier.model.record import Record
from tests.checks.case import NOW, TODAY, day, dossier_of, one

PAST_DAYS = [(kind.kind.name, name) for kind, names in PAST for name in names]
PAIRS = [(kind.kind.name, first, second) for kind, first, second in ORDER]


def told(record: Record, now: datetime = NOW) -> list[Finding]:
    return [each for each in findings_for(dossier_of(record), record, now) if each.check.id == "QUA-02"]


@pytest.mark.parametrize(("kind", "name"), PAST_DAYS)
def test_what_was_done_is_not_to_come(kind: str, name: str) -> None:
    (found,) = told(one(kind, **{name: day(days=1)}))
    assert found.fields == (name,)
    assert told(one(kind, **{name: TODAY})) == []
    assert told(one(kind, **{name: day(days=1)}), NOW + timedelta(days=1)) == []
    assert told(one(kind)) == []


@pytest.mark.parametrize(("kind", "first", "second"), PAIRS)
def test_nothing_ends_before_it_began(kind: str, first: str, second: str) -> None:
    (found,) = told(one(kind, **{first: day(days=-5), second: day(days=-6)}))
    assert found.fields == (second, first)
    assert told(one(kind, **{first: day(days=-6), second: day(days=-6)})) == []
    assert told(one(kind, **{second: day(days=-6)})) == []


def test_it_is_said_with_the_names_of_both_days() -> None:
    contract = one("processor", reference="STT-001", signed_on="2024-02-02", ends_on="2023-02-02")
    (found,) = told(contract)
    assert "“signed on” comes after “ends on”" in found.sentence(language("en"))
    assert "date de signature" in found.sentence(language("fr"))

"""Whether an activity calls for an impact assessment, and whether what remains is high."""

from typing import Any

import pytest

from dossier.law.dpia import has_high_residual_risk, screening_of
from dossier.model.activity import Activity, DataItem, PersonGroup
from dossier.model.dossier import Dossier
from dossier.model.dpia import Dpia, DpiaRisk
from dossier.model.record import Record
from dossier.model.vocabulary import DpiaCriterion, DpiaListEntry, Level, PersonCategory, SensitiveCategory

BARE = Activity(id="a")


def holding(*records: Record) -> Dossier:
    return Dossier("d").with_records([(None, one) for one in records], 1, "")


def activity(**values: Any) -> Activity:
    return Activity(id="a", **values)


@pytest.mark.parametrize(
    ("values", "expected", "required"),
    [
        ({}, False, False),
        ({"dpia_criteria": (DpiaCriterion.LARGE_SCALE,)}, False, False),
        ({"dpia_criteria": (DpiaCriterion.LARGE_SCALE, DpiaCriterion.LARGE_SCALE)}, False, False),
        ({"dpia_criteria": (DpiaCriterion.LARGE_SCALE, DpiaCriterion.MATCHING)}, True, False),
        ({"dpia_list": (DpiaListEntry.WHISTLEBLOWING,)}, True, True),
    ],
    ids=["nothing", "one", "one, twice", "two", "on the list"],
)
def test_two_criteria_or_the_list(values: dict[str, Any], expected: bool, required: bool) -> None:
    found = screening_of(holding(), activity(**values))
    assert (found.is_expected, found.is_required) == (expected, required)


def test_the_register_suggests_criteria_that_nobody_ticked() -> None:
    record = activity(
        profiling=True, large_scale=True, automated_decision=True, dpia_criteria=(DpiaCriterion.LARGE_SCALE,)
    )
    dossier = holding(
        record,
        DataItem(id="i", activity="a", sensitive=(SensitiveCategory.HEALTH,)),
        PersonGroup(id="p", activity="a", category=PersonCategory.PATIENTS),
    )
    found = screening_of(dossier, record)
    assert found.criteria == (DpiaCriterion.LARGE_SCALE,)
    assert found.suggested == (
        DpiaCriterion.EVALUATION,
        DpiaCriterion.AUTOMATED,
        DpiaCriterion.SENSITIVE,
        DpiaCriterion.VULNERABLE,
    )
    assert not found.is_expected, "a person decides"


def test_a_bare_activity_suggests_nothing() -> None:
    customers = PersonGroup(id="p", activity="a", category=PersonCategory.CUSTOMERS)
    assert screening_of(holding(BARE, customers, DataItem(id="i", activity="a")), BARE).suggested == ()


@pytest.mark.parametrize(
    ("residual", "severity", "likelihood", "high"),
    [
        (None, None, None, False),
        (Level.LIMITED, None, None, False),
        (Level.SIGNIFICANT, None, None, True),
        (Level.MAXIMAL, None, None, True),
        (Level.LIMITED, Level.MAXIMAL, Level.LIMITED, False),
        (Level.LIMITED, Level.MAXIMAL, Level.SIGNIFICANT, True),
        (None, Level.MAXIMAL, None, False),
    ],
)
def test_what_remains_is_high(
    residual: Level | None, severity: Level | None, likelihood: Level | None, high: bool
) -> None:
    dpia = Dpia(id="x", residual=residual)
    risk = DpiaRisk(id="r", dpia="x", residual_severity=severity, residual_likelihood=likelihood)
    assert has_high_residual_risk(holding(dpia, risk), dpia) is high

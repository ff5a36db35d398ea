"""Whether an activity calls for an impact assessment, and what the register suggests."""

from datetime import date
from typing import Any

import pytest

from dossier.law.dpia import Conclusion, Sign, screening_of, source_of
from dossier.model.activity import Activity, DataItem, PersonGroup
from dossier.model.dossier import Dossier
from dossier.model.dpia import Dpia
from dossier.model.record import Record
from dossier.model.vocabulary import DpiaCriterion, DpiaListEntry, PersonCategory, SensitiveCategory

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


def test_a_suggestion_names_the_records_and_the_fields_it_comes_from() -> None:
    record = activity(profiling=True, solvency=True)
    health = DataItem(id="i", activity="a", sensitive=(SensitiveCategory.HEALTH,))
    first, second = screening_of(holding(record, health), record).suggestions
    assert (first.criterion, second.criterion) == (DpiaCriterion.EVALUATION, DpiaCriterion.SENSITIVE)
    assert first.signs == (Sign(record, "profiling"), Sign(record, "solvency"))
    assert second.signs == (Sign(health, "sensitive"),)


DAY = date(2026, 11, 22)
ONE, TWO = (DpiaCriterion.LARGE_SCALE,), (DpiaCriterion.LARGE_SCALE, DpiaCriterion.MATCHING)
LISTED = (DpiaListEntry.WHISTLEBLOWING,)


@pytest.mark.parametrize(
    ("values", "conclusion", "is_open"),
    [
        ({}, Conclusion.NOT_SCREENED, True),
        ({"dpia_criteria": ONE}, Conclusion.NOT_SCREENED, True),
        ({"dpia_criteria": ONE, "dpia_screened_on": DAY}, Conclusion.NOT_REQUIRED, False),
        ({"dpia_criteria": TWO}, Conclusion.PROBABLE, True),
        ({"dpia_criteria": TWO, "dpia_waiver": "Few persons"}, Conclusion.PROBABLE, False),
        ({"dpia_list": LISTED}, Conclusion.REQUIRED, True),
        ({"dpia_list": LISTED, "dpia_waiver": "Few persons"}, Conclusion.REQUIRED, True),
    ],
)
def test_what_a_screening_comes_to_and_whether_something_is_left(
    values: dict[str, Any], conclusion: Conclusion, is_open: bool
) -> None:
    found = screening_of(holding(), activity(**values))
    assert (found.conclusion, found.is_open) == (conclusion, is_open)


def test_an_assessment_that_names_the_activity_covers_it() -> None:
    record, made, other = activity(dpia_list=LISTED), Dpia(id="x", activities=("a",)), Dpia(id="y")
    found = screening_of(holding(record, made, other), record)
    assert found.dpias == (made,)
    assert not found.is_open


def test_each_conclusion_names_its_source() -> None:
    assert "2018-327" in source_of(Conclusion.REQUIRED).source.fr
    assert "WP248" in source_of(Conclusion.PROBABLE).source.fr

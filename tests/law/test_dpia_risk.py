"""The risks of an assessment on the matrix, what remains, the consultation of the CNIL, where it stands."""

from datetime import date
from typing import Any

import pytest

from dossier.law.dpia_risk import (
    DpiaStanding,
    consultation_of,
    has_high_residual_risk,
    marks_of,
    missing_events,
    number_of,
    review_due,
    standing_of,
)
from dossier.model.dossier import Dossier
from dossier.model.dpia import Dpia, DpiaRisk
from dossier.model.evidence import LegalSetting
from dossier.model.organisation import Organisation
from dossier.model.record import Duration, Record, Unit
from dossier.model.vocabulary import Answer, FearedEvent, Level

TODAY = date(2026, 11, 22)
WRITTEN: dict[str, Any] = {"overview": "What", "proportionality": "Why", "measures_text": "How"}


def holding(*records: Record) -> Dossier:
    return Dossier("d").with_records([(None, one) for one in records], 1, "")


def risk(key: str, event: FearedEvent | None = None, **values: Any) -> DpiaRisk:
    return DpiaRisk(id=key, dpia="x", event=event, **values)


THREE = tuple(risk(event.value, event) for event in FearedEvent)


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


def test_marks_are_the_letters_of_the_events_numbered_where_there_are_several() -> None:
    risks = [
        risk("1", FearedEvent.ACCESS),
        risk("2", FearedEvent.DISAPPEARANCE),
        risk("3", FearedEvent.ACCESS),
        risk("4"),
    ]
    assert marks_of(risks) == {"1": "A1", "2": "D", "3": "A2", "4": "R"}
    assert missing_events(risks) == (FearedEvent.MODIFICATION,)
    assert [number_of(level) for level in Level] == [1, 2, 3, 4]


def test_the_cnil_answers_eight_weeks_after_receipt_or_six_weeks_later() -> None:
    monday = Dpia(id="x", consulted_on=date(2026, 1, 5))
    period = consultation_of(holding(monday), monday)
    assert period is not None
    assert (period.ends, period.extended) == (date(2026, 3, 2), date(2026, 4, 13))
    assert not period.origin.verified
    assert consultation_of(holding(), Dpia(id="x", consultation=Answer.YES)) is None


def test_a_period_that_ends_on_a_day_off_ends_on_the_next_working_day() -> None:
    friday = Dpia(id="x", consulted_on=date(2026, 10, 30))  # eight weeks later: 25 December, a Friday
    period = consultation_of(holding(friday), friday)
    assert period is not None
    assert period.ends == date(2026, 12, 28)
    saturday = Dpia(id="x", consulted_on=date(2026, 10, 31))  # 26 December, a holiday in Alsace and Moselle
    strasbourg = Organisation(id="o", alsace_moselle=True)
    period = consultation_of(holding(saturday, strasbourg), saturday)
    assert period is not None
    assert period.ends == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("values", "risks", "standing"),
    [
        ({}, (), DpiaStanding.TO_COMPLETE),
        (WRITTEN, THREE[:2], DpiaStanding.TO_COMPLETE),
        (WRITTEN, THREE, DpiaStanding.NO_OPINION),
        ({"document": "doc"}, (), DpiaStanding.NO_OPINION),
        ({**WRITTEN, "residual": Level.MAXIMAL}, THREE, DpiaStanding.TO_CONSULT),
        ({**WRITTEN, "dpo_opinion": "Yes", "made_on": date(2023, 11, 21)}, THREE, DpiaStanding.TO_REVIEW),
        ({**WRITTEN, "dpo_opinion": "Yes", "made_on": date(2023, 11, 22)}, THREE, DpiaStanding.IN_ORDER),
        ({**WRITTEN, "dpo_opinion": "Yes", "next_review": date(2026, 11, 21)}, THREE, DpiaStanding.TO_REVIEW),
        (
            {**WRITTEN, "dpo_opinion": "Yes", "residual": Level.MAXIMAL, "consulted_on": TODAY},
            THREE,
            DpiaStanding.CONSULTING,
        ),
    ],
)
def test_an_assessment_stands_at_the_first_thing_it_lacks(
    values: dict[str, Any], risks: tuple[DpiaRisk, ...], standing: DpiaStanding
) -> None:
    dpia = Dpia(id="x", **values)
    assert standing_of(holding(dpia, *risks), dpia, TODAY) is standing


def test_a_review_is_due_on_its_day_or_three_years_after() -> None:
    made, dossier = date(2024, 2, 29), holding()
    assert review_due(dossier, Dpia(id="x", made_on=made), TODAY) == date(2027, 2, 28)
    assert review_due(dossier, Dpia(id="x", made_on=made, next_review=TODAY), TODAY) == TODAY
    assert review_due(dossier, Dpia(id="x"), TODAY) is None


def test_a_dossier_sets_the_rhythm_of_its_reviews_itself() -> None:
    made = Dpia(id="x", made_on=date(2025, 3, 1), dpo_opinion="Favourable", **WRITTEN)
    yearly = LegalSetting(id="s", key="reviews.dpia", duration=Duration(count=1, unit=Unit.YEAR))
    before, after = (standing_of(holding(made, *THREE, *own), made, TODAY) for own in ((), (yearly,)))
    assert (before, after) == (DpiaStanding.IN_ORDER, DpiaStanding.TO_REVIEW)

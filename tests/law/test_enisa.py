"""Severity by ENISA's method: the formula, its bands, and that the last assessment counts."""

import pytest

from dossier.i18n import language
from dossier.law.enisa import Band, in_force, score_of
from dossier.law.periods import months_after
from dossier.model.breach import BreachAssessment
from tests.factories import NOW, record


def assessment(**values: object) -> BreachAssessment:
    made = record("breach_assessment", **values)
    assert isinstance(made, BreachAssessment)
    return made


def test_the_score_of_the_picture() -> None:
    score = score_of(
        assessment(context="comportementales", identification="maximale", confidentiality="destinataires_connus")
    )
    assert score
    assert (score.value, score.band) == (2.25, Band.MEDIUM)
    assert score.formula(language("fr")) == "DPC 2 × EI 1 + CB 0,25"
    assert score.formula(language("en")) == "DPC 2 × EI 1 + CB 0.25"


@pytest.mark.parametrize(
    ("context", "identification", "value", "band"),
    [
        ("simples", "negligeable", 0.25, Band.LOW),
        ("comportementales", "maximale", 2.0, Band.MEDIUM),
        ("financieres", "maximale", 3.0, Band.HIGH),
        ("sensibles", "maximale", 4.0, Band.VERY_HIGH),
        ("sensibles", "importante", 3.0, Band.HIGH),
    ],
)
def test_bands_begin_where_the_method_says(context: str, identification: str, value: float, band: Band) -> None:
    score = score_of(assessment(context=context, identification=identification))
    assert score
    assert (score.value, score.band) == (value, band)


def test_every_circumstance_adds_to_the_score() -> None:
    score = score_of(
        assessment(
            context="sensibles",
            identification="maximale",
            confidentiality="destinataires_inconnus",
            integrity="non_recuperable",
            availability="definitive",
            malicious=True,
        )
    )
    assert score
    assert (score.circumstances, score.value) == (2.0, 6.0)


def test_the_context_stays_between_one_and_four() -> None:
    raised = score_of(assessment(context="sensibles", context_adjustment=2, identification="maximale"))
    lowered = score_of(assessment(context="simples", context_adjustment=-3, identification="maximale"))
    assert raised
    assert lowered
    assert (raised.context, lowered.context) == (4, 1)


def test_without_context_or_identification_there_is_no_score() -> None:
    assert score_of(assessment(context="simples")) is None
    assert score_of(assessment(identification="maximale")) is None


def test_the_last_assessment_that_is_not_struck_out_counts() -> None:
    first, second, third = assessment(), assessment(), assessment(struck_out=True)
    assert in_force([first, second, third]) == second
    assert in_force([third]) is None


def test_months_end_where_they_end() -> None:
    assert months_after(NOW.date().replace(month=1, day=31), 1).isoformat() == "2026-02-28"
    assert months_after(NOW, -12).isoformat() == "2025-11-22T13:05:00+00:00"

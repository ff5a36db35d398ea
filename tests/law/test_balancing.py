"""What counts as a balancing test: an interest alone is none."""

from typing import Any

import pytest

from dossier.law.balancing import BalanceState, balanced_purposes, missing_steps, state_of
from dossier.model.activity import Purpose
from dossier.model.dossier import Dossier
from dossier.model.vocabulary import Answer, LegalBasis

STEPS = {"interest": "Security", "balancing_necessity": "Nothing less", "balancing_impact": "Expected"}


@pytest.mark.parametrize(
    ("values", "state", "missing"),
    [
        ({}, BalanceState.NONE, ("interest", "balancing_necessity", "balancing_impact", "balancing_holds")),
        (
            {"interest": "Security"},
            BalanceState.BEGUN,
            ("balancing_necessity", "balancing_impact", "balancing_holds"),
        ),
        (STEPS, BalanceState.BEGUN, ("balancing_holds",)),
        ({**STEPS, "balancing_holds": Answer.NOT_CHECKED}, BalanceState.BEGUN, ("balancing_holds",)),
        ({**STEPS, "balancing_holds": Answer.YES}, BalanceState.MADE, ()),
        ({"balancing": "Weighed"}, BalanceState.MADE, ()),
        ({"balancing_document": "doc"}, BalanceState.MADE, ()),
        ({"balancing": "Weighed", "balancing_holds": Answer.NO}, BalanceState.UNFAVOURABLE, ()),
    ],
)
def test_where_a_test_stands(values: dict[str, Any], state: BalanceState, missing: tuple[str, ...]) -> None:
    purpose = Purpose(id="p", **values)
    assert (state_of(purpose), missing_steps(purpose)) == (state, missing)


def test_only_purposes_on_legitimate_interests_are_tested() -> None:
    asked = Purpose(id="p", basis=LegalBasis.LEGITIMATE_INTERESTS)
    records = [asked, Purpose(id="q", basis=LegalBasis.CONSENT), Purpose(id="r")]
    dossier = Dossier("d").with_records([(None, one) for one in records], 1, "")
    assert balanced_purposes(dossier) == (asked,)

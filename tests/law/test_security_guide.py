"""The 25 sheets of the CNIL's guide, and coverage that never hides a missing proof."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.i18n import language
from dossier.law.data import said
from dossier.law.security_guide import coverage, group_name, proofs_of, sheets, sheets_of
from dossier.model.measure import Measure, Operation
from dossier.model.vocabulary import MeasureStatus

FRENCH = language("fr")


def measure(sheet: int | None, state: MeasureStatus | None = None, **values: Any) -> Measure:
    return Measure(id=f"m{sheet}{state}{len(values)}", sheet=sheet, state=state, **values)


def score(*measures: Measure, sheet: int = 17) -> float | None:
    return coverage(measures).sheets[sheet - 1].score


def test_the_sheets_stand_in_the_order_of_the_guide() -> None:
    assert [sheet.number for sheet in sheets()] == list(range(1, 26))
    assert said(sheets()[21].name, FRENCH) == "Cloud\u00a0: Informatique en nuage"
    assert [sheet.number for sheet in sheets() if sheet.important] == [4, 5, 6, 8, 9, 14, 16, 17, 19]
    assert {said(group_name(sheet.group), FRENCH) for sheet in sheets()} == {
        "Pilotage", "Utilisateurs", "Équipements", "Données", "Incident", "Focus",
    }  # fmt: skip


def test_the_items_of_a_sheet_are_numbered_after_it() -> None:
    for sheet in sheets():
        assert [item.code for item in sheet.items] == [f"F{sheet.number}.{n + 1}" for n in range(len(sheet.items))]
        assert len(sheet.items) >= 2
        assert sheet.origin.verified


@pytest.mark.parametrize(
    ("state", "weight"),
    [
        (None, 0),
        (MeasureStatus.ABSENT, 0),
        (MeasureStatus.PLANNED, 0.1),
        (MeasureStatus.IN_PROGRESS, 0.4),
        (MeasureStatus.IN_PLACE, 0.8),
        (MeasureStatus.VERIFIED, 1),
    ],
)
def test_a_state_has_its_weight(state: MeasureStatus | None, weight: float) -> None:
    assert score(measure(17, state)) == weight


def test_a_sheet_is_the_mean_of_its_measures() -> None:
    states = (MeasureStatus.IN_PLACE, MeasureStatus.VERIFIED, MeasureStatus.PLANNED, MeasureStatus.ABSENT)
    assert score(*(measure(17, state) for state in states)) == pytest.approx(0.475)


def test_a_sheet_without_a_measure_is_not_addressed_and_counts_as_nothing() -> None:
    one = coverage([]).sheets[0]
    assert (one.score, one.is_addressed) == (0, False)
    assert coverage([]).score == 0


def test_a_sheet_that_does_not_apply_says_why_or_counts() -> None:
    unexplained = measure(23, MeasureStatus.NOT_APPLICABLE)
    explained = measure(23, MeasureStatus.NOT_APPLICABLE, not_applicable_reason="Aucune application mobile.")
    assert score(unexplained, sheet=23) == 0
    assert score(explained, sheet=23) is None
    assert score(explained, measure(23, MeasureStatus.IN_PLACE), sheet=23) == 0.8
    assert len(coverage([explained]).applicable) == 24
    assert coverage([explained.with_(evidence=("d1",))]).sheets[22].proofs == 0


def test_the_whole_is_the_mean_of_the_sheets_that_apply() -> None:
    reason = {"not_applicable_reason": "Rien de tel."}
    measures = [measure(n, MeasureStatus.NOT_APPLICABLE, **reason) for n in range(1, 24)]
    assert coverage([*measures, measure(24, MeasureStatus.VERIFIED)]).score == 0.5
    every = [measure(n, MeasureStatus.NOT_APPLICABLE, **reason) for n in range(1, 26)]
    assert coverage(every).score is None


def test_a_measure_belongs_to_its_sheet_and_to_the_sheets_of_its_items() -> None:
    second_factor = measure(4, MeasureStatus.IN_PLACE, sheet_items=("F4.3", "F8.4", "double facteur"))
    assert sheets_of(second_factor) == {4, 8}
    assert [score(second_factor, sheet=n) for n in (4, 8, 7)] == [0.8, 0.8, 0]
    assert sheets_of(measure(None)) == frozenset()


def test_words_are_no_proof_and_documents_count_once() -> None:
    told = measure(17, MeasureStatus.IN_PLACE, evidence_text="Déclaré par la politique publiée.")
    assert coverage([told]).sheets[16] in coverage([told]).unproved
    proved = measure(17, MeasureStatus.IN_PLACE, evidence=("d1", "d2"))
    test = Operation(id="o", measures=(proved.id,), evidence=("d2", "d3"))
    elsewhere = Operation(id="p", measures=("other",), evidence=("d4",))
    assert proofs_of(proved, [test, elsewhere]) == {"d1", "d2", "d3"}
    found = coverage([proved, told], [test, elsewhere])
    assert found.sheets[16].proofs == 3
    assert found.sheets[16] not in found.unproved


@given(st.lists(st.tuples(st.integers(-3, 30) | st.none(), st.none() | st.sampled_from(MeasureStatus)), max_size=8))
def test_coverage_is_a_share_whatever_is_recorded(measures: list[tuple[int | None, MeasureStatus | None]]) -> None:
    found = coverage([measure(sheet, state) for sheet, state in measures])
    assert len(found.sheets) == 25
    assert all(0 <= one.score <= 1 for one in found.applicable if one.score is not None)

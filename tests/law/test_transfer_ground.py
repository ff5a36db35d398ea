"""Whether the ground of a transfer holds on a day: before, inside and after each decision, tool by tool."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.law.adequacy import decisions
from dossier.law.transfer_countries import leaning_on, transfers_by_country
from dossier.law.transfer_ground import Doubt, Ground, Standing, ground_of
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.model.transfer import Transfer, TransferAssessment
from tests.factories import record, records

TODAY = date(2026, 11, 22)
ROLES = {"exporter_role": "responsable", "importer_role": "sous_traitant"}
CLAUSES = {"country": "IN", "mechanism": "cct_2021_914", "module": "2", "annexes": "oui", **ROLES}
LISTED = {"country": "US", "mechanism": "adequation", "dpf_active": "oui", "dpf_checked_on": "2026-11-01"}


def ground(values: dict[str, Any], *conclusions: str | None, today: date = TODAY) -> Ground:
    transfer = record("transfer", **values)
    assert isinstance(transfer, Transfer)
    made = [record("transfer_assessment", transfer=transfer.id, conclusion=one) for one in conclusions]
    return ground_of(transfer, [one for one in made if isinstance(one, TransferAssessment)], today)


@pytest.mark.parametrize(
    ("values", "standing", "doubts"),
    [
        ({}, Standing.NO_GROUND, (Doubt.NONE,)),
        ({"country": "IN"}, Standing.NO_GROUND, (Doubt.NONE,)),
        ({"country": "FR"}, Standing.IN_EEA, ()),
        ({"country": "CH"}, Standing.TO_CHECK, (Doubt.ADEQUACY,)),
        ({"country": "CA"}, Standing.TO_CHECK, (Doubt.SCOPE,)),
        ({"country": "NC"}, Standing.TO_CHECK, (Doubt.TERRITORY,)),
        ({"country": "US"}, Standing.NO_GROUND, (Doubt.NONE,)),
        ({"mechanism": "adequation"}, Standing.TO_CHECK, (Doubt.COUNTRY,)),
        ({"country": "CH", "mechanism": "adequation"}, Standing.COVERED, ()),
        ({"country": "IN", "mechanism": "adequation"}, Standing.NO_GROUND, (Doubt.NO_DECISION,)),
        (LISTED, Standing.COVERED, ()),
        ({**LISTED, "dpf_checked_on": None}, Standing.TO_CHECK, (Doubt.CERTIFICATION,)),
        ({**LISTED, "dpf_active": "non"}, Standing.NO_GROUND, (Doubt.NOT_LISTED,)),
        (CLAUSES, Standing.TO_CHECK, (Doubt.ASSESSMENT,)),
        ({**CLAUSES, "module": "3"}, Standing.TO_CHECK, (Doubt.ROLES, Doubt.ASSESSMENT)),
        ({**CLAUSES, "annexes": None}, Standing.TO_CHECK, (Doubt.ANNEXES, Doubt.ASSESSMENT)),
        ({"country": "IN", "mechanism": "bcr_p"}, Standing.TO_CHECK, (Doubt.APPROVAL, Doubt.ASSESSMENT)),
        ({"country": "IN", "mechanism": "privacy_shield"}, Standing.NO_GROUND, (Doubt.ENDED,)),
        ({"country": "IN", "mechanism": "anciennes_cct"}, Standing.NO_GROUND, (Doubt.ENDED,)),
        ({"country": "IN", "mechanism": "derogation_49"}, Standing.TO_CHECK, (Doubt.DEROGATION,)),
        (
            {"country": "IN", "mechanism": "derogation_49", "derogation": "a", "repeated": True},
            Standing.TO_CHECK,
            (Doubt.REPEATED,),
        ),
    ],
)
def test_a_transfer_stands_as_its_record_shows(
    values: dict[str, Any], standing: Standing, doubts: tuple[Doubt, ...]
) -> None:
    found = ground(values)
    assert (found.standing, found.doubts) == (standing, doubts)


@pytest.mark.parametrize(
    ("conclusions", "standing"),
    [
        ((None,), Standing.TO_CHECK),
        (("transfert_possible",), Standing.COVERED),
        (("interdit", "avec_mesures"), Standing.COVERED),
        (("avec_mesures", "interdit"), Standing.NO_GROUND),
    ],
)
def test_the_last_impact_assessment_counts(conclusions: tuple[str | None, ...], standing: Standing) -> None:
    transfer = record("transfer", **CLAUSES)
    assert isinstance(transfer, Transfer)
    made = [
        record("transfer_assessment", transfer=transfer.id, conclusion=one, made_on=date(2026, 1, 1 + n).isoformat())
        for n, one in enumerate(conclusions)
    ]
    found = ground_of(transfer, [one for one in made if isinstance(one, TransferAssessment)], TODAY)
    assert found.standing is standing


def test_a_transfer_that_ended_is_judged_on_its_last_day() -> None:
    found = ground({"country": "US", "mechanism": "privacy_shield", "ended_on": "2020-07-15"})
    assert (found.standing, found.doubts, found.ended) == (Standing.OVER, (), ())
    late = ground({"country": "US", "mechanism": "privacy_shield", "ended_on": "2020-07-16"})
    assert [one.ended_on for one in late.ended] == [date(2020, 7, 16)]


def test_adequacy_holds_inside_the_dates_of_the_decision_only() -> None:
    values = {"country": "GB", "mechanism": "adequation"}
    days = (date(2021, 6, 28), date(2031, 12, 27), date(2031, 12, 28))
    assert [ground(values, today=day).standing for day in days] == [
        Standing.COVERED,
        Standing.COVERED,
        Standing.NO_GROUND,
    ]


def test_only_transfers_whose_mechanism_is_adequacy_lean_on_a_decision() -> None:
    kept = [
        record("transfer", country="GB", mechanism="adequation"),
        record("transfer", country="GB", mechanism="cct_2021_914"),
        record("transfer", country="IN", mechanism="cct_2021_914", onward=["GB"]),
    ]
    dossier = Dossier("d").with_records([(None, one) for one in kept], 1, "")
    rows = transfers_by_country(dossier, TODAY)
    leaning = {one.reference: leaning_on(one, rows) for one in decisions()}
    assert leaning["(UE) 2021/1772"] == 1
    assert sum(leaning.values()) == 1


@given(records(Transfer), st.lists(records(TransferAssessment), max_size=3), st.dates(date(1990, 1, 1)))
def test_no_transfer_however_incomplete_makes_it_raise(transfer: Record, made: list[Record], today: date) -> None:
    assert isinstance(transfer, Transfer)
    found = ground_of(transfer, [one for one in made if isinstance(one, TransferAssessment)], today)
    assert (found.standing is Standing.NO_GROUND) <= bool(found.doubts)

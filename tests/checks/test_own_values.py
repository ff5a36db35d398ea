"""A value that a dossier sets for itself: each check that rests on one asks by it, and says so."""

from datetime import UTC, datetime
from typing import Any, NamedTuple

import pytest

from dossier.checks.finding import Finding
from dossier.checks.run import findings_for
from dossier.i18n import language
from dossier.law.settings import reference_values
from dossier.model.identifier import new_id
from dossier.model.record import Duration, Record, Unit
from tests.checks.case import NOW, TODAY, Records, day, dossier_of, one, under

YEARS, MONTHS, DAYS = Unit.YEAR, Unit.MONTH, Unit.DAY
PURGED = one("activity", name="Recrutement", started_on=day(-60))
CVS = one("activity", name="Recrutement")
ROW = under(PURGED, "retention", name="Candidats", duration={"count": 1, "unit": "an"}, final_fate="suppression")
OLD_PURGE = one("operation", type="purge", done_on=day(-18))
TRANSFER = one("transfer", country="US", mechanism="cct_2021_914")
LISTED = one("transfer", country="US", mechanism="adequation", dpf_active="oui", dpf_checked_on=day(-18))
OLD_DRAFT = one("activity", id=new_id(datetime(2026, 8, 1, tzinfo=UTC)), name="Paie")


class Asked(NamedTuple):
    """A check that finds something by our value; the dossier sets this instead, and nothing is found."""

    key: str
    check: str
    records: Records
    by: tuple[int, Unit]


def asked(key: str, check: str, *records: Record, by: tuple[int, Unit]) -> Any:
    return pytest.param(Asked(key, check, list(records), by), id=key)


CASES = [
    asked("reviews.governance", "GOV-06", one("procedure", adopted_on=day(-18)), by=(2, YEARS)),
    asked(
        "reviews.training",
        "GOV-08",
        one("organisation"),
        one("operation", type="formation", done_on=day(-18)),
        by=(24, MONTHS),
    ),
    asked("reviews.draft", "REG-07", OLD_DRAFT, by=(6, MONTHS)),
    asked("reviews.purge", "RET-05", PURGED, ROW, OLD_PURGE, by=(2, YEARS)),
    asked("reviews.processor", "PRC-07", one("processor", role="sous_traitant", last_review=day(-18)), by=(24, MONTHS)),
    asked(
        "reviews.processor.low_risk",
        "PRC-07",
        one("processor", role="sous_traitant", last_review=day(-30), risk="faible"),
        by=(36, MONTHS),
    ),
    asked("reviews.processor_alert", "PRC-10", one("processor", role="sous_traitant", alert_hours=72), by=(3, DAYS)),
    asked(
        "reviews.transfer_assessment",
        "TRF-11",
        TRANSFER,
        under(TRANSFER, "transfer_assessment", made_on=day(-30)),
        by=(3, YEARS),
    ),
    asked("reviews.certification", "TRF-04", LISTED, by=(2, YEARS)),
    asked(
        "reviews.access_review",
        "SEC-05",
        one("organisation"),
        one("operation", type="revue_habilitations", done_on=day(-18)),
        by=(2, YEARS),
    ),
    asked(
        "reviews.restore_test",
        "SEC-07",
        one("organisation"),
        one("operation", type="test_restauration", done_on=day(-18)),
        by=(2, YEARS),
    ),
    asked("reviews.dpia", "DPI-04", one("dpia", made_on=day(-40), dpo_opinion="Favorable"), by=(5, YEARS)),
    asked(
        "reviews.logs.shortest",
        "SEC-08",
        one("organisation", log_retention={"count": 3, "unit": "mois"}),
        by=(90, DAYS),
    ),
    asked(
        "reviews.logs.longest", "SEC-08", one("organisation", log_retention={"count": 2, "unit": "an"}), by=(24, MONTHS)
    ),
    asked(
        "reviews.trackers.tracker_life",
        "COO-05",
        one("tracker", tracker_life={"count": 2, "unit": "an"}),
        by=(24, MONTHS),
    ),
    asked(
        "reviews.trackers.data_life", "COO-05", one("tracker", data_life={"count": 3, "unit": "an"}), by=(36, MONTHS)
    ),
    asked(
        "reviews.trackers.choice_life",
        "COO-05",
        one("tracker", choice_life={"count": 1, "unit": "an"}),
        by=(12, MONTHS),
    ),
    asked(
        "retention.R-CAN.base_active",
        "RET-04",
        under(CVS, "retention", name="Candidats", duration={"count": 3, "unit": "an"}),
        CVS,
        by=(3, YEARS),
    ),
]


def own(key: str, count: int, unit: Unit, **values: Any) -> Record:
    duration = Duration(count=count, unit=unit)
    return one("legal_setting", key=key, duration=duration, reason="Peu de changements", **values)


def found(check: str, records: Records, **values: Any) -> list[Finding]:
    dossier = dossier_of(*records)
    return [each for each in findings_for(dossier, records[0], NOW, **values) if each.check.id == check]


@pytest.mark.parametrize("case", CASES)
def test_a_check_asks_by_the_value_that_the_dossier_sets(case: Asked) -> None:
    assert found(case.check, case.records)
    assert not found(case.check, [*case.records, own(case.key, *case.by)])
    assert found(case.check, [*case.records, own(case.key, *case.by, since=day(days=1))])


def test_a_stricter_value_finds_what_ours_does_not() -> None:
    reviewed = one("procedure", adopted_on=day(-8))
    assert not found("GOV-06", [reviewed])
    (stricter,) = found("GOV-06", [reviewed, own("reviews.governance", 6, MONTHS)])
    (relied_on,) = stricter.references
    assert relied_on.words(language("en")) == "Reference set in this dossier: 6 months (ours: 12 months)."


def test_the_sheet_of_a_register_and_the_end_of_a_decision_are_told_by_the_value_of_the_dossier() -> None:
    sheet = one("activity", name="Paie", status="valide")
    changed = {sheet.id: NOW.replace(year=2025, month=6)}
    assert found("REG-07", [sheet], changed=changed)
    assert not found("REG-07", [sheet, own("reviews.register", 2, YEARS)], changed=changed)
    british = one("transfer", country="GB", mechanism="adequation")
    assert not found("TRF-12", [british])
    assert found("TRF-12", [british, own("reviews.adequacy_warning", 6, YEARS)])


def test_what_is_found_by_a_value_of_the_dossier_names_that_value() -> None:
    sentences = [
        each.sentence(language("en"))
        for records in ([one("organisation")], [one("organisation"), own("reviews.training", 2, YEARS)])
        for each in found("GOV-08", records)
    ]
    assert sentences == [
        "No training or awareness action in the dossier for 12 months.",
        "No training or awareness action in the dossier for 2 years.",
    ]


def test_every_value_of_the_reviews_is_one_that_a_check_asks_by() -> None:
    apart = {"reviews.register", "reviews.adequacy_warning"}
    asked_by = {case.values[0].key for case in CASES} | apart
    settable = reference_values(dossier_of(), TODAY)
    assert {key for key in settable if key.startswith("reviews.")} <= asked_by

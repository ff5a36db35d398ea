"""The values that the law leaves open: which they are, what a dossier sets instead, when it counts, how it is said."""

from datetime import date
from typing import Any

import pytest

from dossier.i18n import language
from dossier.law.action_plan import rhythms
from dossier.law.data import law_data
from dossier.law.settings import Fault, fault_of, reference_values, settings_in_force
from dossier.model.dossier import Dossier
from dossier.model.evidence import LegalSetting
from dossier.model.measure import Operation
from dossier.model.record import Duration, Unit
from dossier.model.vocabulary_procedures import OperationType

TODAY = date(2026, 11, 22)
TRAINING, PROSPECTS = "reviews.training", "retention.R-PRO.base_active"
MONTHS = {name: Duration(count=count, unit=Unit.MONTH) for name, count in (("year", 12), ("two", 24), ("three", 36))}


def own(key: str = TRAINING, count: int | None = 24, unit: Unit = Unit.MONTH, **values: Any) -> LegalSetting:
    duration = None if count is None else Duration(count=count, unit=unit)
    reference = values.pop("reference", "VAL-001")
    return LegalSetting(id=reference, reference=reference, key=key, duration=duration, **values)


def holding(*settings: LegalSetting) -> Dossier:
    return Dossier("d").with_records([(None, one) for one in settings], 1, "")


def counts(*settings: LegalSetting, key: str = TRAINING, today: date = TODAY) -> tuple[Duration, str]:
    """The value that counts, and the reference of the setting that it is from."""
    value = reference_values(holding(*settings), today)[key]
    return value.duration, value.setting.reference if value.setting else ""


def test_without_a_setting_ours_counts_with_its_source_and_its_day() -> None:
    value = reference_values(holding(), TODAY)[TRAINING]
    assert (value.duration, value.ours, value.setting) == (MONTHS["year"], MONTHS["year"], None)
    assert value.words(language("en")) == "Reference: 12 months. Source: Setting of Dossier; checked on 2026-11-22."


def test_what_a_dossier_sets_wins_and_ours_is_said_beside_it() -> None:
    value = reference_values(holding(own()), TODAY)[TRAINING]
    assert (value.duration, value.ours) == (MONTHS["two"], MONTHS["year"])
    assert value.words(language("fr")).replace("\u00a0", " ") == (
        "Repère réglé dans ce dossier : 24 mois (le nôtre : 12 mois)."
    )


def test_every_duration_of_the_reviews_may_be_set_and_every_reference_that_is_not_exceeded() -> None:
    keys = reference_values(holding(), TODAY)
    units = ("hours", "days", "months")
    entries = [one for one in law_data("reviews").values() if isinstance(one, dict)]
    assert len([key for key in keys if key.startswith("reviews.")]) == sum(
        name.endswith(units) for entry in entries for name in entry
    )
    periods = [period for one in law_data("retention_references")["references"] for period in one["periods"]]
    maxima = [one for one in periods if one["rule"] == "maximum"]
    assert len([key for key in keys if key.startswith("retention.")]) == len(maxima)
    for code in ("fr", "en"):
        names = [one.name(language(code)) for one in keys.values()]
        assert all(names)
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "key", ["retention.R-FAC.archivage_intermediaire", "breach_delays.notification", "training", ""]
)
def test_a_legal_minimum_and_a_period_of_the_law_are_not_for_a_dossier_to_set(key: str) -> None:
    assert fault_of(own(key)) is Fault.UNKNOWN_KEY
    assert settings_in_force(holding(own(key)), TODAY) == ()


@pytest.mark.parametrize("count", [None, -1])
def test_a_setting_without_a_duration_changes_nothing(count: int | None) -> None:
    assert fault_of(own(count=count)) is Fault.NO_DURATION
    assert counts(own(count=count)) == (MONTHS["year"], "")


def test_the_latest_counts_that_is_not_of_a_later_day() -> None:
    first, second = own(count=24, since="2026-01-01"), own(count=36, since="2026-06-01", reference="VAL-002")
    assert counts(second, first) == (MONTHS["three"], "VAL-002")
    assert counts(second, first, today=date(2026, 5, 31)) == (MONTHS["two"], "VAL-001")
    assert counts(second, first, today=date(2025, 12, 31)) == (MONTHS["year"], "")


def test_of_one_day_the_last_by_reference_counts_and_without_a_day_it_has_always_counted() -> None:
    tenth, ninth = (own(reference=name, since="2026-06-01") for name in ("VAL-010", "VAL-009"))
    assert counts(tenth, ninth)[1] == "VAL-010"
    assert counts(own(), today=date(2020, 1, 1)) == (MONTHS["two"], "VAL-001")
    assert counts(own(), own(count=36, reference="VAL-002", since="2026-11-22"))[1] == "VAL-002"


def test_those_in_force_come_in_the_order_of_the_legal_data() -> None:
    dossier = holding(own(PROSPECTS, 5, Unit.YEAR), own(reference="VAL-002"), own("no.such", reference="VAL-003"))
    assert [one.key for one in settings_in_force(dossier, TODAY)] == [TRAINING, PROSPECTS]


def test_a_periodic_operation_is_due_at_the_rhythm_of_the_dossier() -> None:
    done = Operation(id="o", type=OperationType.TRAINING, done_on=date(2025, 9, 1))
    for settings, late in (((), True), ((own(),), False), ((own(count=400, unit=Unit.DAY),), True)):
        (training,) = [
            one
            for one in rhythms([done], TODAY, reference_values(holding(*settings), TODAY))
            if one.type is OperationType.TRAINING
        ]
        assert training.is_late is late

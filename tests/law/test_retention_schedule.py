"""The retention schedule: how each period compares, what has none, which purge proves it, and that checks agree."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.checks.run import findings
from dossier.i18n import language
from dossier.law.retention import references
from dossier.law.retention_schedule import Comparison, ScheduleRow, retention_schedule
from dossier.law.retention_words import (
    basis_words,
    kept_words,
    period_words,
    purge_words,
    start_words,
    whole_yardstick,
    yardsticks_words,
)
from dossier.model.activity import Activity, Retention
from dossier.model.dossier import Dossier
from dossier.model.record import Duration, Record, Unit
from tests.checks.case import NOW, dossier_of, one, under
from tests.factories import records

TODAY = date(2026, 11, 22)
ENGLISH = language("en")
SALES = one("activity", name="Vente en ligne")


def years(count: int) -> Duration:
    return Duration(count=count, unit=Unit.YEAR)


def kept(name: str = "", **values: Any) -> Record:
    return under(SALES, "retention", name=name, **values)


def purge(*about: Record, on: str = "2026-09-01", **values: Any) -> Record:
    return one("operation", type="purge", done_on=on, about=tuple(each.id for each in about), **values)


def schedule(*found: Record) -> list[ScheduleRow]:
    return list(retention_schedule(dossier_of(SALES, *found), TODAY))


def row_of(retention: Record, *others: Record) -> ScheduleRow:
    return next(row for row in schedule(retention, *others) if row.retention == retention)


@pytest.mark.parametrize(
    ("retention", "comparison", "words"),
    [
        (kept("Prospects", duration=years(3)), Comparison.WITHIN, "at most 3 years"),
        (kept("Prospects", duration=years(2)), Comparison.WITHIN, "at most 3 years"),
        (kept("Prospects", duration=years(4)), Comparison.LONGER, "at most 3 years"),
        (kept("Prospects", duration=years(4), justification="Litige"), Comparison.JUSTIFIED, "at most 3 years"),
        (kept("Factures", duration=years(10)), Comparison.WITHIN, "at least 10 years"),
        (kept("Factures", duration=years(12)), Comparison.WITHIN, "at least 10 years"),
        (kept("Factures", duration=years(3)), Comparison.SHORTER, "at least 10 years"),
        (kept("Journaux", duration=years(2)), Comparison.LONGER, "at least 6 months; at most 12 months"),
        (kept("Factures", criterion="Jusqu’au paiement"), Comparison.NOT_COMPARABLE, "at least 10 years"),
        (kept("Plans du bâtiment", duration=years(3)), Comparison.NO_REFERENCE, ""),
        (kept("Plans du bâtiment", criterion="Jusqu’au départ"), Comparison.NO_REFERENCE, ""),
        (kept("Prospects", duration=years(4), phase="archivage_intermediaire"), Comparison.NO_REFERENCE, ""),
        (kept("Prospects"), Comparison.NO_PERIOD, "at most 3 years"),
        (kept("Prospects", state="absente", raw_text="selon la loi"), Comparison.NO_PERIOD, "at most 3 years"),
        (kept("Cryptogramme", duration=years(1)), Comparison.LONGER, "not kept"),
    ],
    ids=lambda value: str(value.title) if isinstance(value, Record) else str(value),
)
def test_how_a_period_compares(retention: Record, comparison: Comparison, words: str) -> None:
    row = row_of(retention)
    assert row.comparison is comparison
    assert yardsticks_words(row, ENGLISH) == words


def test_what_a_row_is_called_decides_before_what_its_data_are_called() -> None:
    card = under(SALES, "data_item", name="Numéro de carte bancaire ou de carte de paiement")
    fifteen = Duration(count=15, unit=Unit.MONTH)
    row = row_of(kept("Carte à débit différé", data_items=(card.id,), duration=fifteen), card)
    assert yardsticks_words(row, ENGLISH) == "at most 15 months"
    assert row.comparison is Comparison.WITHIN


def test_a_later_phase_of_the_same_data_reaches_the_minimum() -> None:
    archive = kept("Factures en archive", duration=years(10), phase="archivage_intermediaire")
    assert row_of(kept("Factures", duration=years(1), phase="base_active"), archive).comparison is Comparison.WITHIN


def test_the_reference_says_its_phase_its_start_its_text_its_source_and_its_day() -> None:
    (invoices,) = row_of(kept("Factures", duration=years(3))).yardsticks
    assert whole_yardstick(invoices, ENGLISH) == (
        "Invoices and accounting: at least 10 years (Intermediate archive; from: Close of the financial year)"
    )
    told = basis_words(invoices, ENGLISH)
    assert "art. L123-22 C. com." in told
    assert "Commercial Code" in told
    assert "2026-11-22" in told
    (cctv,) = row_of(kept("Vidéosurveillance", duration=years(1))).yardsticks
    assert "verify before relying on it" in basis_words(cctv, ENGLISH)


def test_a_value_that_the_dossier_sets_is_what_its_periods_are_compared_with() -> None:
    clients = kept("Prospects", duration=years(4))
    own = one("legal_setting", key="retention.R-PRO.base_active", duration=years(5), reason="Cycles longs")
    row = row_of(clients, own)
    assert (row.comparison, yardsticks_words(row, ENGLISH)) == (
        Comparison.WITHIN,
        "at most 5 years (set in this dossier)",
    )
    assert "Reference set in this dossier: 5 years (ours: 3 years)." in basis_words(row.yardsticks[0], ENGLISH)
    assert "Reference set" not in basis_words(row_of(clients).yardsticks[0], ENGLISH)


def test_data_that_no_period_names_have_a_row_and_an_activity_without_any_too() -> None:
    name, card = under(SALES, "data_item", name="Nom"), under(SALES, "data_item", name="Carte bancaire")
    rows = schedule(name, card, kept("Clients", duration=years(3), data_items=(name.id,)))
    assert [(kept_words(row, ENGLISH), row.comparison.name, row.about) for row in rows[1:]] == [
        ("Carte bancaire", "NO_PERIOD", SALES)
    ]
    assert [kept_words(row, ENGLISH) for row in schedule()] == ["All the data of the activity"]
    assert schedule(name, kept("Tout", duration=years(3)))[-1].retention is not None


def test_a_retention_without_activity_comes_last() -> None:
    lost = one("retention", name="Perdue", duration=years(3))
    assert [(row.activity, kept_words(row, ENGLISH)) for row in schedule(lost)] == [
        (SALES, "All the data of the activity"),
        (None, "Perdue"),
    ]


def test_the_words_of_a_period_and_of_its_start() -> None:
    told = [
        kept(duration=years(3), trigger="dernier_contact", trigger_text="Dernier achat"),
        kept(duration=years(3), trigger="evenement", trigger_text="Fin du chantier"),
        kept(criterion="Jusqu’au départ", raw_text="until you leave"),
        kept(raw_text="until you leave"),
        kept(),
    ]
    found = [one for one in told if isinstance(one, Retention)]
    assert [period_words(one, ENGLISH) for one in found] == [
        "3 years", "3 years", "Jusqu’au départ", "“until you leave”", ""
    ]  # fmt: skip
    assert [start_words(one, ENGLISH) for one in found[:2]] == ["Last contact; Dernier achat", "Fin du chantier"]


SYSTEM = one("system", name="ERP")
OTHER = kept("Factures", duration=years(10))
CLIENTS = kept("Clients", duration=years(3))


@pytest.mark.parametrize(
    ("purges", "on", "is_late"),
    [
        ([purge(CLIENTS)], "2026-09-01", False),
        ([purge(SALES)], "2026-09-01", False),
        ([purge()], "2026-09-01", False),
        ([purge(CLIENTS, on="2024-01-05"), purge(SALES, on="2025-10-05")], "2025-10-05", True),
        ([purge(CLIENTS, on="2024-01-05", next_due="2027-01-05")], "2024-01-05", False),
        ([purge(OTHER)], None, True),
        ([purge(CLIENTS, result="non")], None, True),
        ([purge(CLIENTS, on="2027-01-05")], None, True),
        ([one("operation", type="formation", done_on="2026-09-01", about=(CLIENTS.id,))], None, True),
        ([], None, True),
    ],
)  # fmt: skip
def test_the_latest_purge_that_proves_a_period(purges: list[Record], on: str | None, is_late: bool) -> None:
    row = row_of(CLIENTS, OTHER, *purges)
    assert (row.last_purge and str(row.last_purge.done_on)) == on
    assert row.is_purge_late is is_late


def test_the_purge_of_a_system_is_one_of_the_activities_that_use_it() -> None:
    using = SALES.with_(systems=(SYSTEM.id,))
    found = retention_schedule(dossier_of(using, SYSTEM, CLIENTS, purge(SYSTEM)), TODAY)
    assert [row.purge_due for row in found] == [date(2027, 9, 1)]


def test_where_no_period_is_stated_no_purge_is_asked_for() -> None:
    row = row_of(kept("Prospects"))
    assert (row.asks_for_purge, row.is_purge_late) == (False, False)


def test_a_purge_says_whether_a_document_proves_it() -> None:
    report = one("document")
    proved, bare = row_of(CLIENTS, report, purge(evidence=(report.id,))), row_of(CLIENTS, purge())
    assert proved.last_purge
    assert bare.last_purge
    assert purge_words(proved.last_purge, ENGLISH) == "2026-09-01, with a document"
    assert purge_words(bare.last_purge, ENGLISH) == "2026-09-01, without a document"


def found_by_checks(dossier: Dossier) -> set[tuple[str, str]]:
    told = [one for one in findings(dossier, NOW) if one.check.id.startswith("RET") and one.severity.name != "TO_CHECK"]
    return {(one.check.id, one.record.id) for one in told}


def assert_checks_agree(dossier: Dossier) -> None:
    """What the schedule calls too long, too short or without a period is what the checks find."""
    rows, told = list(retention_schedule(dossier, TODAY)), found_by_checks(dossier)
    for row in rows:
        if row.retention:
            below, above = (("RET-06", row.retention.id) in told, ("RET-04", row.retention.id) in told)
            if row.comparison is not Comparison.NO_PERIOD:
                assert (row.comparison is Comparison.SHORTER) == below
            if row.comparison is not Comparison.SHORTER:
                assert (row.comparison is Comparison.LONGER) == above
    without = {row.activity.id for row in rows if row.activity and row.comparison is Comparison.NO_PERIOD}
    assert without == {record_id for check, record_id in told if check == "RET-01"}


NAMES = st.sampled_from([phrase.replace("*", "") for one in references() for phrase in one.phrases] + ["", "Divers"])


@settings(deadline=None)
@given(st.data())
def test_no_retention_however_incomplete_is_lost_and_the_checks_say_the_same(data: st.DataObject) -> None:
    def drawn(kind: type[Record], most: int) -> Sequence[Record]:
        return [
            data.draw(records(kind)).with_(activity=SALES.id, name=data.draw(NAMES))
            for _position in range(data.draw(st.integers(0, most)))
        ]

    items = drawn(type(under(SALES, "data_item")), 2)
    named = tuple(one.id for one in items[:1])
    kept_so = [one.with_(data_items=data.draw(st.sampled_from([(), named]))) for one in drawn(Retention, 3)]
    dossier = dossier_of(SALES, *items, *kept_so, *drawn(type(under(SALES, "person_group")), 1))
    rows = list(retention_schedule(dossier, TODAY))
    assert {row.retention.id for row in rows if row.retention} == {one.id for one in kept_so}
    assert {row.activity for row in rows} <= set(dossier.of(Activity))
    for row in rows:
        assert kept_words(row, ENGLISH)
        assert all(whole_yardstick(one, ENGLISH) for one in row.yardsticks)
    assert_checks_agree(dossier)

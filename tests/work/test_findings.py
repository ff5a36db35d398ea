"""What stands open in a dossier, what is accepted for a time, and what answers a finding."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dossier.checks.finding import Finding, Severity
from dossier.checks.run import CHECKS
from dossier.i18n import language
from dossier.model.activity import Purpose
from dossier.model.breach import Breach, BreachEvent
from dossier.model.evidence import Action, Waiver
from dossier.model.organisation import Organisation
from dossier.model.record import Duration, Record, Unit
from dossier.store.edit import Change, Edit
from dossier.store.store import Store
from dossier.work.findings import (
    Findings,
    acceptance,
    action_against,
    find,
    find_in,
    register_of,
    to_fix_first,
    told_by,
)
from dossier.work.mending import ADDED, FIELDS, mending_of
from tests.factories import AUTHOR, NOW, add, make_store, record

FRENCH = language("fr")
CHECK = "BRE-06"
"""The register asks for facts, effects and remedies of every breach."""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return make_store(tmp_path / "a.dossier", [record("organisation", name="Éco"), record("breach", name="Vol")])


def breach(store: Store) -> Breach:
    return store.dossier.of(Breach)[0]


def found(store: Store, now: datetime = NOW) -> Findings:
    return find(store.dossier, now, store.last_changes())


def open_in(store: Store, of: Record, now: datetime = NOW) -> list[str]:
    return [one.check.id for one in found(store, now).open if one.record.id == of.id]


def waive(store: Store, **values: Any) -> None:
    about = {"check_id": CHECK, "about": breach(store).id, "reason": "Dossier papier", "ends_on": date(2026, 11, 30)}
    add(store, record("waiver", **{**about, **values}))


def the_finding(store: Store) -> Finding:
    return next(one for one in find_in(store.dossier, breach(store), NOW, {}) if one.check.id == CHECK)


def test_a_finding_stands_open_until_it_is_mended(store: Store) -> None:
    assert CHECK in open_in(store, breach(store))
    before = breach(store)
    after = before.with_(facts="Ordinateur volé", effects="Adresses vues", remedies="Effacé à distance")
    store.apply(Edit("Faits", (Change(before, after),)), AUTHOR, NOW)
    assert CHECK not in open_in(store, breach(store))


def test_an_accepted_finding_comes_back_when_its_waiver_has_ended(store: Store) -> None:
    waive(store)
    last_day = datetime(2026, 11, 30, 22, tzinfo=UTC)
    accepted = found(store, last_day).accepted
    assert [(one.finding.check.id, one.waiver.reason) for one in accepted] == [(CHECK, "Dossier papier")]
    assert CHECK not in open_in(store, breach(store), last_day)
    assert CHECK in open_in(store, breach(store), last_day + timedelta(days=1))


@pytest.mark.parametrize("values", [{"reason": "  "}, {"ends_on": None}, {"check_id": "BRE-01"}])
def test_a_waiver_without_reason_or_end_or_of_another_check_does_not_count(
    store: Store, values: dict[str, Any]
) -> None:
    waive(store, **values)
    assert CHECK in open_in(store, breach(store))


def test_a_waiver_of_another_record_does_not_count(store: Store) -> None:
    waive(store, about=store.dossier.of(Organisation)[0].id)
    assert CHECK in open_in(store, breach(store))


def test_of_several_waivers_the_one_that_ends_last_is_told(store: Store) -> None:
    waive(store, ends_on=date(2027, 3, 1))
    waive(store)
    assert [one.waiver.ends_on for one in found(store).accepted] == [date(2027, 3, 1)]


def test_accepting_notes_who_why_and_until_when(store: Store) -> None:
    edit = acceptance(the_finding(store), "Enquête en cours", date(2026, 12, 31), AUTHOR, NOW, FRENCH)
    store.apply(edit, AUTHOR, NOW)
    (waiver,) = store.dossier.of(Waiver)
    assert (waiver.author, waiver.reason, waiver.ends_on) == (
        "Camille Martin, DPO",
        "Enquête en cours",
        date(2026, 12, 31),
    )
    assert CHECK not in open_in(store, breach(store))


def test_an_action_names_the_check_and_the_record(store: Store) -> None:
    finding = the_finding(store)
    store.apply(action_against(finding, NOW, FRENCH), AUTHOR, NOW)
    (action,) = store.dossier.of(Action)
    assert (action.check_id, action.about) == (CHECK, (breach(store).id,))
    assert action.name == finding.sentence(FRENCH)
    assert CHECK in open_in(store, breach(store)), "an action is a plan, it mends nothing by itself"


def test_the_heaviest_come_first_and_are_counted(store: Store) -> None:
    findings = found(store)
    weights = [list(Severity).index(one.severity) for one in findings.open]
    assert weights == sorted(weights)
    assert sum(findings.counts().values()) == len(findings.open)
    blocking = [one for one in findings.open if one.severity is Severity.BLOCKING]
    assert sum(findings.blocking().values()) == len(blocking)


def test_a_part_counts_for_the_register_it_stands_in() -> None:
    assert register_of(BreachEvent) is Breach
    assert register_of(Breach) is Breach


def test_a_record_is_changed_when_a_part_of_it_is(store: Store) -> None:
    later = NOW + timedelta(hours=3)
    event = record("breach_event", breach=breach(store).id, name="Appel")
    store.apply(Edit("Appel", (Change(None, event),)), AUTHOR, later)
    assert found(store).changed[breach(store).id] == later
    assert found(store).changed[store.dossier.of(Organisation)[0].id] == NOW


def test_the_quote_about_the_very_field_is_preferred(store: Store) -> None:
    finding = the_finding(store)
    about = {"about": (breach(store).id,), "file": "charte.md"}
    add(
        store,
        record("statement", quote="On garde tout", line=12, **about),
        record("statement", quote="Un ordinateur", fields=(finding.fields[0],), line=14, **about),
        record("statement", quote="Autre chose", fields=("notes",), line=15, **about),
        record("statement", name="sans citation", **about),
    )
    assert [one.line for one in told_by(store.dossier, finding)] == [14]


def test_what_to_fix_first_weighs_most_and_is_not_thrice_the_same(tmp_path: Path) -> None:
    records = [record("organisation", name="Éco"), *(record("activity", name=f"Activité {n}") for n in range(3))]
    findings = found(make_store(tmp_path / "b.dossier", records))
    first = to_fix_first(findings, 4)
    assert first[0].severity is findings.open[0].severity
    weights = [list(Severity).index(one.severity) for one in first]
    assert weights == sorted(weights)
    heaviest = [one.check.id for one in findings.open if one.severity is first[0].severity]
    distinct = len(set(heaviest[:4]))
    assert len({one.check.id for one in first if one.severity is first[0].severity}) >= distinct


def test_a_finding_is_mended_in_its_field_in_a_part_or_where_what_is_missing_is_added(tmp_path: Path) -> None:
    activity = record("activity", name="Paie")
    item = record("data_item", activity=activity.id, name="Salaire")
    store = make_store(tmp_path / "b.dossier", [record("organisation", name="Éco"), activity, item])
    places = {one.check.id: mending_of(one) for one in find_in(store.dossier, activity, NOW, {})}
    assert places["REG-05"].field == "measures"
    assert (places["REG-02"].record.id, places["REG-02"].missing) == (activity.id, Purpose)
    assert places["REG-06"].record.id == item.id, "the data whose need is not said"


def test_a_period_that_is_missing_and_an_end_are_mended_in_their_fields(tmp_path: Path) -> None:
    activity = record("activity", name="Paie")
    empty, endless = (record("retention", activity=activity.id, name=name) for name in ("Salaires", "Bulletins"))
    endless = endless.with_(duration=Duration(count=5, unit=Unit.YEAR))
    store = make_store(tmp_path / "b.dossier", [record("organisation", name="Éco"), activity, empty, endless])
    places = {one.check.id: mending_of(one) for one in find_in(store.dossier, activity, NOW, {})}
    assert (places["RET-01"].record.id, places["RET-01"].field) == (empty.id, "duration")
    assert (places["RET-05"].record.id, places["RET-05"].field) == (endless.id, "final_fate")


def test_what_is_added_is_named_for_checks_that_exist() -> None:
    assert {*ADDED, *FIELDS} <= {check.id for check in CHECKS}

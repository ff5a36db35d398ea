"""Each check on three dossiers: one that fires it, one that does not, one that says nothing of the matter."""

import re
from datetime import datetime, timedelta
from itertools import groupby
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.checks.finding import Severity
from dossier.checks.run import CHECKS, findings, findings_for
from dossier.i18n import Code, language
from dossier.model.catalog import CATALOG, children_of
from dossier.model.fields import fields_of
from dossier.model.identifier import new_id
from dossier.model.record import Record
from dossier.model.value import hints_of
from tests.checks.case import NOW, Case, Records, dossier_of, one, under
from tests.checks.cases_authority import CASES as AUTHORITY
from tests.checks.cases_crossings import CASES as CROSSINGS
from tests.checks.cases_parties import CASES as PARTIES
from tests.checks.cases_register import CASES as REGISTER
from tests.checks.cases_risk import CASES as RISK
from tests.checks.cases_transfers import CASES as TRANSFERS
from tests.factories import record, records
from tests.model.check_fields import FIELDS_READ

CASES = {**REGISTER, **PARTIES, **RISK, **TRANSFERS, **CROSSINGS, **AUTHORITY}


def fires(name: str, records: Records) -> bool:
    check_id = name.split(",")[0]
    found = [one for one in findings_for(dossier_of(*records), records[0], NOW) if one.check.id == check_id]
    for finding in found:
        sentences = [finding.sentence(language(code)) for code in ("fr", "en")]
        assert sentences[0] != sentences[1]
        assert all(sentence[0] in "“«" or sentence[0].isupper() for sentence in sentences)
        assert not any("{" in sentence for sentence in sentences)
    return bool(found)


@pytest.mark.parametrize(("name", "case"), CASES.items(), ids=CASES)
def test_a_check_fires_where_it_should_and_nowhere_else(name: str, case: Case) -> None:
    assert fires(name, case.fires)
    assert not fires(name, case.silent)
    assert fires(name, case.unsaid) is case.speaks


def test_every_check_has_a_case_or_a_table_of_its_own() -> None:
    elsewhere = {check.id for check in CHECKS if check.id.startswith(("BRE-", "QUA-02", "QUA-03"))}
    apart = {"REG-07", "TRF-12"}
    assert {check.id for check in CHECKS} - elsewhere - apart == {name.split(",")[0] for name in CASES}


def test_a_text_of_the_law_keeps_the_period_of_its_abbreviation() -> None:
    records = CASES["RET-06"].fires
    (finding,) = (one for one in findings_for(dossier_of(*records), records[0], NOW) if one.check.id == "RET-06")
    assert "L3243-4 C. trav.)" in finding.sentence(language("en"))


def test_a_sheet_that_nobody_touched_for_a_year_and_an_old_draft() -> None:
    old = record("activity", id=new_id(NOW - timedelta(days=91)), name="Paie")
    view = dossier_of(old)
    assert "REG-07" in [one.check.id for one in findings_for(view, old, NOW)]
    validated = old.with_(status="valide")
    assert "REG-07" not in [one.check.id for one in findings_for(dossier_of(validated), validated, NOW)]
    for months, found in ((-13, True), (-11, False)):
        changed = {validated.id: NOW + timedelta(days=30 * months)}
        ids = [one.check.id for one in findings_for(dossier_of(validated), validated, NOW, changed)]
        assert ("REG-07" in ids) is found


def test_the_end_of_a_decision_is_told_six_months_before() -> None:
    british = one("transfer", country="GB", mechanism="adequation")
    for today, found in (("2031-06-26", False), ("2031-06-27", True), ("2031-12-28", False)):
        now = datetime.fromisoformat(f"{today}T12:00+01:00")
        ids = [each.check.id for each in findings_for(dossier_of(british), british, now)]
        assert ("TRF-12" in ids) is found, today
    for unsaid in (one("transfer", mechanism="adequation"), one("transfer", country="GB")):
        now = datetime.fromisoformat("2031-06-27T12:00+01:00")
        assert "TRF-12" not in [each.check.id for each in findings_for(dossier_of(unsaid), unsaid, now)]


def test_what_a_check_asks_to_be_filled_is_a_field_of_its_kind() -> None:
    assert [check.id for check in CHECKS if check.given and check.given not in hints_of(check.kind)] == []


def test_what_asks_for_something_is_named_in_the_language_of_the_reader() -> None:
    french, english = r"délib|décr|décis|fiche|consid|étape|référ| ;", r"delib|decree|decision|sheet|recital|step|refer"
    for check in CHECKS:
        assert not re.search(french, language("en")(check.article)), check.id
        assert not re.search(english, language("fr")(check.article)), check.id


def test_the_heaviest_come_first_and_what_one_check_found_together() -> None:
    purposes = [under(activity, "purpose") for activity in (one("activity"), one("activity")) for _twice in range(2)]
    found = findings(dossier_of(*purposes, one("measure", state="en_place"), one("tracker", basis="navigateur")), NOW)
    weights = [list(Severity).index(each.severity) for each in found]
    assert weights == sorted(weights)
    ids = [each.check.id for each in found]
    assert len(list(groupby(ids))) == len(set(ids))


@pytest.mark.parametrize(
    ("code", "name", "said"),
    [
        ("fr", "Compte client « Mon compte »", "« Compte client “Mon compte” »"),
        ("fr", "Compte client «\u00a0Mon compte\u00a0»", "« Compte client “Mon compte” »"),
        ("en", "Customer account “My account”", "“Customer account ‘My account’”"),
        ("en", "Compte client « Mon compte »", "“Compte client « Mon compte »”"),
    ],
)
def test_a_quote_within_a_quote_has_marks_of_its_own(code: Code, name: str, said: str) -> None:
    purposeless = one("activity", name=name)
    (found,) = (each for each in findings_for(dossier_of(purposeless), purposeless, NOW) if each.check.id == "REG-02")
    assert said in found.sentence(language(code)).replace("\u00a0", " ")


def test_every_listed_check_exists() -> None:
    assert {check.id for check in CHECKS} == set(FIELDS_READ)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_no_dossier_however_incomplete_makes_a_check_raise(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(CATALOG))
    drawn = [data.draw(records(kind)) for _position in range(2)]
    parts = [data.draw(records(part)) for part in children_of(kind)]
    parts = [part.with_(**{part.kind.parent: drawn[0].id}) for part in parts]
    for finding in findings(dossier_of(*drawn, *parts), NOW):
        assert finding.sentence(language("fr"))
        assert finding.severity in Severity


def linked(record: Record, ids: dict[str, list[str]], choice: Random) -> Record:
    """The record with references to any of the records there are: to itself, in a circle, to none."""
    asked = {field.name: field for field in fields_of(type(record)) if field.is_reference and field.target in ids}
    known = {name: choice.choice(ids[field.target or ""]) for name, field in asked.items() if choice.random() < 0.8}
    return record.with_(**{name: (id_,) if asked[name].many else id_ for name, id_ in known.items()})


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None, max_examples=30)
@given(st.data(), st.randoms(use_true_random=False))
def test_no_dossier_however_its_records_refer_to_each_other_makes_a_check_raise(
    data: st.DataObject, choice: Random
) -> None:
    kinds = data.draw(st.lists(st.sampled_from(CATALOG), min_size=2, max_size=5))
    drawn = [data.draw(records(kind)) for kind in kinds]
    ids = {kind.kind.name: [each.id for each in drawn if type(each) is kind] for kind in kinds}
    for finding in findings(dossier_of(*(linked(each, ids, choice) for each in drawn)), NOW):
        assert finding.sentence(language("fr"))
        assert finding.severity in Severity


def test_an_instant_at_the_edge_of_what_can_be_stored_makes_no_check_raise() -> None:
    for year in (2, 9998):
        at = {"at": f"{year:04}-12-31T23:30:00Z"}
        breach = one("breach", role="responsable", state="notifiee_initiale", aware_at=at, detected_at=at)
        assert findings(dossier_of(breach, under(breach, "breach_notification", sent_at=at)), NOW)


def test_a_contradiction_that_both_statements_record_is_said_once() -> None:
    first, second = one("statement", reference="DEC-001"), one("statement", reference="DEC-002")
    third = one("statement", reference="DEC-003", name="Données revendues", contradicts=(first.id,))
    both = (first.with_(contradicts=(second.id, third.id)), second.with_(contradicts=(first.id,)), third)
    told = [each for each in findings(dossier_of(*both), NOW) if each.check.id == "INF-04"]
    assert [each.record.reference for each in told] == ["DEC-001"]
    assert told[0].sentence(language("en")).endswith("and 1 more.")

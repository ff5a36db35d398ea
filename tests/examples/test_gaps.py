"""On each example every gap that an auditor would flag is found, with its words, and nothing where the facts say so."""

from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest

from dossier.checks.finding import Finding
from dossier.checks.run import CHECKS, findings
from dossier.i18n import language
from dossier.model.dossier import Dossier
from dossier.model.evidence import Statement
from dossier.model.organisation import Organisation
from dossier.model.record import Record
from dossier.store.store import Store
from dossier.work.examples import COMPANIES, make_example
from tests.examples.gaps import GAPS, Gap
from tests.examples.silences import SILENCES
from tests.factories import AUTHOR

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=ZoneInfo("Europe/Paris"))
LEAST_SILENCES = 20
LONGEST = 420

EVERY_GAP = [(company, gap) for company, gaps in GAPS.items() for gap in gaps]
COMPANY = pytest.mark.parametrize("company", COMPANIES)


@cache
def dossier_of(company: str) -> Dossier:
    with TemporaryDirectory() as folder:
        make_example(company, Path(folder) / "example.dossier", AUTHOR, NOW)
        with Store.read(Path(folder) / "example.dossier") as store:
            list(store.dossier)  # everything is read before the file goes
            return store.dossier


@cache
def found_in(company: str) -> tuple[Finding, ...]:
    return tuple(findings(dossier_of(company), NOW))


@cache
def pairs_in(company: str) -> frozenset[tuple[str, str]]:
    return frozenset((one.check.id, one.record.reference) for one in found_in(company))


@pytest.mark.parametrize(("company", "gap"), EVERY_GAP, ids=lambda one: getattr(one, "check", one))
def test_what_an_auditor_would_flag_is_found(company: str, gap: Gap) -> None:
    missing = [record for record in gap.records.split() if (gap.check, record) not in pairs_in(company)]
    assert missing == []


@pytest.mark.parametrize(("company", "gap"), EVERY_GAP, ids=lambda one: getattr(one, "check", one))
def test_it_is_found_with_the_words_of_the_policy(company: str, gap: Gap) -> None:
    """In a statement about that record, about one that it leads to, or, of the organisation, about anything."""
    assert gap.quote or gap.note
    dossier = dossier_of(company)
    quoting = [one for one in dossier.of(Statement) if gap.quote and gap.quote in one.quote]
    for reference in gap.records.split() if gap.quote else ():
        record = dossier.called(reference)
        assert record is not None
        assert any(_concerns(dossier, statement, record) for statement in quoting), reference


def _concerns(dossier: Dossier, statement: Statement, record: Record) -> bool:
    if isinstance(record, Organisation) or record.id == statement.id:
        return True
    near = {record.id, *(one.id for one in dossier.parts_of(record)), *_led_to(record)}
    return any(one in near for one in statement.about)


def _led_to(record: Record) -> tuple[str, ...]:
    return tuple(getattr(record, "data_items", ()))


@COMPANY
def test_nothing_is_found_where_the_facts_say_so(company: str) -> None:
    assert len(SILENCES[company]) >= LEAST_SILENCES
    kinds = {(check.id, check.kind.kind.name) for check in CHECKS}
    for check, reference, reason in SILENCES[company]:
        record = dossier_of(company).called(reference)
        assert record is not None, reference
        assert (check, record.kind.name) in kinds, f"{check} never looks at {reference}"
        assert (check, reference) not in pairs_in(company), f"{check} on {reference}, although {reason}"


@COMPANY
@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_sentence_can_be_read_in_one_breath(company: str, code: str) -> None:
    sentences = [one.sentence(language("fr" if code == "fr" else "en")) for one in found_in(company)]
    assert [one for one in sentences if len(one) > LONGEST or "\n" in one or "{" in one] == []


@COMPANY
def test_nothing_is_said_twice_of_one_record(company: str) -> None:
    said = [(one.check.id, one.record.id, one.sentence(language("fr"))) for one in found_in(company)]
    assert len(said) == len(set(said))


@COMPANY
def test_a_finding_leads_to_fields_of_its_record(company: str) -> None:
    for finding in found_in(company):
        assert all(hasattr(finding.record, name) for name in finding.fields), finding.check.id

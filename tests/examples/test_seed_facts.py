"""Each example dossier holds every fact that was listed for its company, with its source and in good French."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest

from dossier.model.catalog import CATALOG, kind_named
from dossier.model.evidence import Statement
from dossier.model.fields import fields_of
from dossier.model.organisation import Organisation
from dossier.model.record import Record
from dossier.paths import RESOURCES

#: The example of each company, and the published policy it was built from.
POLICIES = {
    "soco": "000_1402fe91a49f7c9d.txt",
    "sociatex": "001_a91eb986242dcdf9.txt",
    "sopexa": "002_4a3f384738b9b564.txt",
    "sodepac": "003_648ebfbb36605f05.txt",
    "ocoupdcoeur": "004_3ec61246bba687fb.txt",
}
SHARED = Path(__file__).resolve().parents[2].parent / "shared"
MOST_WORDS = 25

#: The fields that keep the wording of the source, with its own language and typography.
AS_WORDED = {
    "quote",
    "raw_text",
    "identity_text",
    "fee_text",
    "announced_text",
    "suspension_text",
    "life_text",
    "banner_text",
    "disclaimer_text",
}

#: Names that the policies print, titles before a name, and addresses made of a first name and a surname.
NATURAL_PERSON = re.compile(
    r"(?i:\b(?:martineau|ludovic)\b)"
    r"|\b(?:Mr|Mrs|Ms|Mme|Mlle|Madame|Monsieur|Dr|Me)\.? [A-Z]|\bM\. [A-Z]"
    r"|\b[a-z]+\.[a-z]+(?:@|\[at\])"
)

#: A straight apostrophe, or a mark that may be parted from its word: « and » hold their space, as do : ; ! and ?
BAD_TYPOGRAPHY = re.compile(
    r"'|(?<![\u00a0\u202f])[;!?»]|(?<![\u00a0\u202f]):(?!//|\d)|«(?![\u00a0\u202f])|[\u00a0\u202f] | [\u00a0\u202f]"
)


@dataclass(frozen=True)
class Example:
    """An example as it is written: human references, no identifiers."""

    company: str

    @property
    def path(self) -> Path:
        return RESOURCES / "examples" / f"{self.company}.json"

    @property
    def policy(self) -> str:
        return POLICIES[self.company]

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def written(self) -> dict[str, list[dict[str, Any]]]:
        records: dict[str, list[dict[str, Any]]] = json.loads(self.text)["records"]
        return records

    @cached_property
    def records(self) -> tuple[Record, ...]:
        return tuple(
            kind_named(name).from_json({"id": f"{name}-{number}", **values})
            for name, rows in self.written.items()
            for number, values in enumerate(rows)
        )

    @cached_property
    def by_reference(self) -> dict[str, Record]:
        return {record.reference: record for record in self.records}

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(record for record in self.records if isinstance(record, Statement))


@cache
def example_of(company: str) -> Example:
    return Example(company)


@pytest.fixture(params=POLICIES)
def example(request: pytest.FixtureRequest) -> Example:
    return example_of(request.param)


@pytest.fixture
def facts(example: Example) -> list[dict[str, Any]]:
    """The facts listed for the company, those that an auditor would flag apart."""
    return [fact for name, rows in _listed(example).items() if name != "gaps" for fact in rows]


@pytest.fixture
def gaps(example: Example) -> list[dict[str, Any]]:
    return [gap for gap in _listed(example)["gaps"] if gap["quote"]]


@pytest.fixture
def policy_lines(example: Example) -> list[str]:
    return _shared("seeds", example.policy).read_text(encoding="utf-8").splitlines()


def _shared(*parts: str) -> Path:
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the material shared beside the checkout is absent: {path}")
    return path


def _listed(example: Example) -> dict[str, list[dict[str, Any]]]:
    companies = json.loads(_shared("seed_facts.json").read_text(encoding="utf-8"))
    company = next(company for company in companies if company["file"] == example.policy)
    return {name: rows for name, rows in company.items() if isinstance(rows, list)}


def _values(record: Record) -> Iterator[tuple[str, str]]:
    """Every text of a record, with the name of its field."""
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        for text in value if isinstance(value, tuple) else (value,):
            if type(text) is str and not field.is_reference:
                yield field.name, text


def _filled(record: Record, name: str) -> bool:
    return getattr(record, name, None) not in (None, "", ())


def _holds(statement: Statement, fact: dict[str, Any]) -> bool:
    return statement.line == fact["line"] and bool(statement.quote) and statement.quote in fact["quote"]


def test_the_example_is_written_in_the_format_of_an_exchange(example: Example) -> None:
    written = json.loads(example.text)
    assert (written["format"], written["content_language"]) == ("dossier/1", "fr")
    names = [kind.kind.name for kind in CATALOG]
    assert list(written["records"]) == [name for name in names if name in written["records"]]


def test_every_record_can_be_stored_under_a_reference_of_its_own(example: Example) -> None:
    references = [record.reference for record in example.records]
    assert all(references)
    assert len(references) == len(set(references))
    for record in example.records:
        series = record.kind.series.replace("%Y", r"\d{4}")
        assert re.fullmatch(rf"{series}-\d{{3,}}", record.reference), record.reference


def test_every_reference_leads_to_a_record_of_the_right_kind(example: Example) -> None:
    for record in example.records:
        for field in (field for field in fields_of(type(record)) if field.is_reference):
            value = getattr(record, field.name)
            for reference in value if field.many else filter(None, (value,)):
                target = example.by_reference.get(reference)
                assert target is not None, f"{record.reference}.{field.name}: {reference} does not exist"
                assert field.target in ("", target.kind.name), f"{record.reference}.{field.name}: {reference}"


def test_every_part_of_a_record_names_the_record_it_belongs_to(example: Example) -> None:
    for record in example.records:
        if record.kind.parent:
            assert _filled(record, record.kind.parent), record.reference


def test_every_fact_has_its_statement(example: Example, facts: list[dict[str, Any]]) -> None:
    """One statement for each fact, in the order in which the facts were listed."""
    remaining = iter(example.statements)
    for fact in facts:
        assert any(_holds(statement, fact) for statement in remaining), f"no statement holds: {fact['fact']}"


def test_what_an_auditor_would_flag_is_quoted(example: Example, gaps: list[dict[str, Any]]) -> None:
    for gap in gaps:
        said = [statement for statement in example.statements if statement.line == gap["line"]]
        assert any(one.quote in gap["quote"] or gap["quote"] in one.quote for one in said), gap["fact"]


def test_every_quote_stands_where_the_statement_says(example: Example, policy_lines: list[str]) -> None:
    for statement in example.statements:
        assert statement.line
        assert statement.quote in policy_lines[statement.line - 1], statement.reference


def test_every_statement_names_its_source_and_quotes_little(example: Example) -> None:
    for statement in example.statements:
        assert statement.name, statement.reference
        assert statement.topic, statement.reference
        assert statement.polarity, statement.reference
        assert statement.about, statement.reference
        assert statement.source, statement.reference
        assert statement.file == example.policy, statement.reference
        assert statement.imported_by, statement.reference
        assert statement.imported_on, statement.reference
        assert 0 < len(statement.quote.split()) <= MOST_WORDS, statement.reference


def test_wordings_taken_from_the_source_are_short(example: Example) -> None:
    for record in example.records:
        for name, text in _values(record):
            if name in AS_WORDED:
                assert len(text.split()) <= MOST_WORDS, f"{record.reference}.{name}: {text}"


def test_statements_lead_to_fields_that_are_filled(example: Example) -> None:
    """Each record a statement is about holds it in one of the fields named; no field is named in vain."""
    for statement in example.statements:
        assert statement.fields, statement.reference
        about = [example.by_reference[reference] for reference in statement.about]
        for record in about:
            assert any(_filled(record, name) for name in statement.fields), f"{statement.reference}: {record.reference}"
        for name in statement.fields:
            assert any(_filled(record, name) for record in about), f"{statement.reference}: {name}"


def test_the_first_page_says_how_the_example_was_made(example: Example) -> None:
    (organisation,) = (record for record in example.records if isinstance(record, Organisation))
    for words in ("Dossier d’exemple", "publiée", example.policy, "Rien n’a été vérifié auprès de", "physique"):
        assert words in organisation.provenance


def test_no_natural_person_is_named(example: Example) -> None:
    assert not NATURAL_PERSON.findall(example.text)


def test_our_own_words_follow_french_typography(example: Example) -> None:
    for record in example.records:
        for name, text in _values(record):
            if name not in AS_WORDED:
                assert not BAD_TYPOGRAPHY.search(text), f"{record.reference}.{name}: {text}"

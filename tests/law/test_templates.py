"""Every template: texts in both languages, fields and codes that exist, retentions that name a reference."""

from collections.abc import Iterator
from typing import Any

import pytest

from dossier.errors import NotFound
from dossier.i18n import language
from dossier.law.retention import reference_called
from dossier.law.security_guide import sheets
from dossier.law.settings import reference_values
from dossier.law.templates import PARTS, Template, retention_values, template_called, templates
from dossier.model.activity import Activity, DataItem, Purpose, Recipient, Retention
from dossier.model.dossier import Dossier
from dossier.model.fields import fields_of
from dossier.model.measure import Measure
from dossier.model.record import Duration, Record, Unit
from dossier.model.vocabulary import LegalBasis, RecipientType

FRENCH = language("fr")
EVERY = pytest.mark.parametrize("template", templates(), ids=lambda one: one.code)


def entries(template: Template) -> Iterator[tuple[type[Record], dict[str, Any]]]:
    yield Activity, dict(template.activity)
    for kind in PARTS:
        yield from ((kind, dict(entry)) for entry in template.of(kind))


def texts(template: Template) -> Iterator[Any]:
    yield from (template.title, template.summary, *template.to_adapt)
    for _kind, entry in entries(template):
        yield from (value for value in entry.values() if isinstance(value, dict))


def test_what_nearly_every_company_does_has_a_template_in_the_order_in_which_they_are_proposed() -> None:
    assert [one.code for one in templates()] == [
        "payroll", "personnel", "recruitment", "customers", "prospects", "website",
        "suppliers", "cctv", "access_control", "it_accounts", "requests", "alerts",
    ]  # fmt: skip


@EVERY
def test_every_text_stands_in_both_languages(template: Template) -> None:
    for text in texts(template):
        assert set(text) - {"verified"} == {"fr", "en"}
        assert all(words and words == words.strip() for words in (text["fr"], text["en"]))


@EVERY
def test_every_field_exists_and_every_code_is_one_of_its_list(template: Template) -> None:
    for kind, entry in entries(template):
        values = template.values(entry, FRENCH)
        assert set(values) <= {field.name for field in fields_of(kind)}
        kind.from_json({"id": "1", **values})


@EVERY
def test_nothing_is_missing_that_makes_an_activity_a_record(template: Template) -> None:
    assert template.to_adapt
    assert all(template.of(kind) for kind in PARTS)
    assert [entry["name"] for entry in template.of(Purpose) if entry.get("main")]
    assert all(entry["necessity"] for entry in template.of(DataItem))


@EVERY
def test_every_basis_has_what_it_needs(template: Template) -> None:
    """The text of an obligation, the interest pursued, how consent should be asked; never a test that nobody made."""
    needed: dict[str, str] = {
        LegalBasis.LEGAL_OBLIGATION: "basis_text",
        LegalBasis.LEGITIMATE_INTERESTS: "interest",
        LegalBasis.CONSENT: "consent_text",
        LegalBasis.CONTRACT: "basis_text",
    }
    for entry in template.of(Purpose):
        assert entry.get(needed[entry["basis"]])
        assert not {name for name in entry if name.startswith(("balancing", "consent_proof", "consent_withdrawal"))}


@EVERY
def test_a_duration_comes_from_a_reference_and_never_from_the_template(template: Template) -> None:
    for entry in template.of(Retention):
        assert not {"duration", "legal_source", "justification"} & set(entry)
        assert ("criterion" in entry) != bool(reference_called(entry.get("reference", "")))


@EVERY
def test_every_data_has_a_retention_and_the_last_says_what_becomes_of_it(template: Template) -> None:
    keys = [entry["key"] for entry in template.of(DataItem)]
    assert len(set(keys)) == len(keys)
    assert {key for entry in template.of(Retention) for key in entry["data"]} == set(keys)
    assert {key for entry in template.of(Retention) if "final_fate" in entry for key in entry["data"]} == set(keys)


@EVERY
def test_no_recipient_is_named_and_those_outside_are_to_be_named(template: Template) -> None:
    outside = [one for one in template.of(Recipient) if one["type"] == RecipientType.PROCESSOR]
    assert all(one["to_be_named"] for one in outside)
    assert not any("processor" in one for one in template.of(Recipient))
    assert all(one.get("purpose") for one in template.of(Recipient) if one["type"] == RecipientType.EXTERNAL)


@EVERY
def test_the_measures_stand_on_sheets_and_items_of_the_guide(template: Template) -> None:
    items = {sheet.number: {item.code for item in sheet.items} for sheet in sheets()}
    for entry in template.of(Measure):
        assert set(entry["sheet_items"]) <= items[entry["sheet"]]
        assert "state" not in entry
    numbers = [entry["sheet"] for entry in template.of(Measure)]
    assert len(set(numbers)) == len(numbers)


def test_a_measure_of_a_sheet_is_worded_for_every_activity_that_it_is_linked_to() -> None:
    names: dict[int, set[str]] = {}
    for template in templates():
        for entry in template.of(Measure):
            names.setdefault(entry["sheet"], set()).add(entry["name"]["fr"])
    assert {sheet: said for sheet, said in names.items() if len(said) > 1} == {}


def test_a_period_carries_its_source_its_day_and_whether_it_was_verified() -> None:
    values = reference_values(Dossier("1"), templates()[0].checked)
    known = retention_values({"reference": "R-FAC", "data": []}, values, FRENCH)
    assert known["duration"] == Duration(count=10, unit=Unit.YEAR)
    assert "R-FAC" in known["legal_source"]
    assert "L123-22" in known["legal_source"]
    assert "22/11/2026" in known["legal_source"]
    assert "source non relue" not in known["legal_source"]
    assert "source non relue" in retention_values({"reference": "R-VID", "data": []}, values, FRENCH)["legal_source"]


def test_of_a_least_and_a_most_the_most_is_proposed() -> None:
    values = reference_values(Dossier("1"), templates()[0].checked)
    assert retention_values({"reference": "R-LOG"}, values, FRENCH)["duration"] == Duration(count=12)


def test_a_text_that_was_not_read_again_says_so() -> None:
    payroll = template_called("payroll")
    ground = payroll.values(payroll.activity, FRENCH)["nir_ground"]
    assert "2019-341" in ground
    assert "22/11/2026, source non relue" in ground


def test_a_template_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(NotFound, match="payroll, personnel"):
        template_called("astrology")

"""The declaration of every kind holds what its readers rely on."""

import json
from pathlib import Path

import pytest

from dossier.model.catalog import CATALOG, CHILDREN, MAIN_KINDS, children_of, kind_named
from dossier.model.fields import fields_of
from dossier.model.record import Record, SheetRecord, Term
from dossier.model.value import hints_of
from tests.model.check_fields import FIELDS_READ, OURS

SHARED = Path(__file__).resolve().parents[3] / "shared"
KINDS = pytest.mark.parametrize("kind", CATALOG, ids=lambda kind: kind.kind.name)


def test_names_and_series_are_given_once() -> None:
    assert len({kind.kind.name for kind in CATALOG}) == len(CATALOG)
    assert len({kind.kind.series for kind in CATALOG}) == len(CATALOG)


@KINDS
def test_every_field_but_the_identifier_may_be_empty(kind: type[Record]) -> None:
    assert kind(id="x").as_json() == {"id": "x"}


@KINDS
def test_every_field_says_how_it_is_called_and_where_it_stands(kind: type[Record]) -> None:
    for field in fields_of(kind):
        assert field.show.label, field.name
        assert field.section, field.name


@KINDS
def test_every_reference_leads_to_a_kind(kind: type[Record]) -> None:
    for field in fields_of(kind):
        if field.target:
            assert kind_named(field.target)


@KINDS
def test_every_kind_has_a_name_that_is_shown_in_tables_and_can_be_searched(kind: type[Record]) -> None:
    name = next(field for field in fields_of(kind) if field.name == "name")
    assert name.show.in_table
    assert name.show.searchable


def test_a_part_names_its_parent_and_the_parent_names_its_parts() -> None:
    parts = [kind for kind in CATALOG if kind.kind.parent]
    assert {part for main in CHILDREN for part in children_of(main)} == set(parts)
    for main, children in CHILDREN.items():
        for child in children:
            parent = next(field for field in fields_of(child) if field.name == child.kind.parent)
            assert parent.target == main.kind.name


def test_only_kinds_that_print_a_sheet_have_a_validation_status() -> None:
    assert {kind for kind in CATALOG if kind.kind.sheet} == {kind for kind in CATALOG if issubclass(kind, SheetRecord)}
    assert all(not kind.kind.parent for kind in MAIN_KINDS)


def test_codes_of_closed_lists_are_unique_and_say_where_their_words_come_from() -> None:
    lists = {field.type for kind in CATALOG for field in fields_of(kind) if field.is_a(Term)}
    assert len(lists) > 50
    for terms in lists:
        members = list(terms)
        assert len({member.label for member in members}) == len(members), terms
        if terms.__module__ != "dossier.model.record":
            assert all(member.source for member in members), terms


def test_every_check_finds_the_fields_it_reads() -> None:
    """A field that the model lacks, or a check without an entry, fails here."""
    for check, places in FIELDS_READ.items():
        for place in places:
            kind, _dot, name = place.partition(".")
            assert name in hints_of(kind_named(kind)), f"{check} reads {place}"


@pytest.mark.skipif(not SHARED.exists(), reason="the list of checks is not beside this checkout")
def test_the_table_of_checks_is_that_of_the_list() -> None:
    listed = json.loads((SHARED / "checks.json").read_text(encoding="utf-8"))
    assert list(FIELDS_READ) == [*(check["id"] for check in listed), *OURS]

"""Canonical JSON against the rules of RFC 8785 written out again, and identifiers against those of RFC 9562."""

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import InvalidInput
from dossier.model.catalog import CATALOG
from dossier.model.identifier import new_id
from dossier.store.canonical import canonical
from dossier.store.store import Store
from tests.factories import add, make_store, record, records

SHORT = {0x08: "\\b", 0x09: "\\t", 0x0A: "\\n", 0x0C: "\\f", 0x0D: "\\r", 0x22: '\\"', 0x5C: "\\\\"}


def by_the_rules(value: Any) -> str:
    """RFC 8785, 3.2: literals, strings, numbers, members in the order of the UTF-16 of their names."""
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return f"{value:d}"
    if isinstance(value, str):
        return '"' + "".join(escaped(character) for character in value) + '"'
    if isinstance(value, Mapping):
        members = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(f"{by_the_rules(name)}:{by_the_rules(value[name])}" for name in members) + "}"
    return "[" + ",".join(map(by_the_rules, value)) + "]"


def escaped(character: str) -> str:
    code = ord(character)
    return SHORT.get(code) or (f"\\u{code:04x}" if code < 0x20 else character)


@given(st.one_of([records(kind) for kind in CATALOG]))
def test_every_record_is_written_canonically(made: Any) -> None:
    values = made.as_json()
    assert canonical(values) == by_the_rules(values)


@given(st.text(st.characters(codec="utf-8")))
def test_every_text_is_written_canonically(text: str) -> None:
    assert canonical({"name": [text]}) == by_the_rules({"name": [text]})


def test_every_control_character_has_its_own_escape() -> None:
    text = "".join(map(chr, range(0x80))) + "\u2028\ufeff😀"
    assert canonical(text) == by_the_rules(text)


@pytest.mark.parametrize("number", [2**53, -(2**53), 2**63, 10**30])
def test_a_number_that_json_does_not_keep_exactly_is_refused(number: int, tmp_path: Any) -> None:
    store: Store = make_store(tmp_path / "a.dossier")
    before = store.dossier
    with pytest.raises(InvalidInput):
        add(store, record("activity", validated_at=number))
    add(store, record("activity", validated_at=2**53 - 1))
    assert len(store.dossier) == len(before) + 1
    store.close()


def test_a_text_with_half_a_character_is_refused(tmp_path: Any) -> None:
    store: Store = make_store(tmp_path / "a.dossier")
    with pytest.raises(InvalidInput):
        add(store, record("activity", name="\ud800"))
    store.close()


@given(st.datetimes(datetime(1970, 1, 2), datetime(9999, 1, 1)))
def test_identifiers_are_uuids_of_version_7(at: datetime) -> None:
    at = at.replace(tzinfo=UTC)
    made = uuid.UUID(new_id(at))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == int(at.timestamp() * 1000)
    assert str(made) == str(made).lower()

"""From a dossier to its PDF, and every stored value read back out of the PDF's text."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from dossier.errors import CannotWrite
from dossier.exchange.dossier_json import load
from dossier.i18n import CODES, Code, language
from dossier.model.catalog import MAIN_KINDS, children_of
from dossier.model.dossier import Dossier
from dossier.model.fields import Field, fields_of
from dossier.model.record import Record
from dossier.model.text import field_text
from dossier.model.vocabulary import PartyRole
from dossier.report.registers import Profile, Scope
from dossier.store.store import Store
from dossier.work.examples import COMPANIES, make_example
from dossier.work.export import export_pdf, export_record
from tests.factories import AUTHOR, NOW, filled_dossier, make_store, record
from tests.report.reading import Tagged, assert_valid, plain, tagged


def exported(dossier: Dossier, target: Path, lang: Code = "fr", profile: Profile = "authority") -> bytes:
    export_pdf(dossier, target, Scope(lang, NOW, profile))
    return target.read_bytes()


def sheets_of(elements: list[Tagged], references: set[str]) -> dict[str, str]:
    """The whole text of each sheet by the reference its heading begins with, and of each row of a table."""
    found: dict[str, str] = {}
    current = ""
    for element in elements:
        text = plain(element.text)
        if element.role in ("H1", "H2") or (element.role == "TH" and text in references):
            current = text.split(" – ")[0]
        found[current] = found.get(current, "") + " " + text
    return found


def shown(kind: type[Record], profile: Profile) -> list[Field]:
    hidden = ("id", kind.kind.parent)
    audiences = ("authority", "internal") if profile == "full" else ("authority",)
    return [f for f in fields_of(kind) if f.name not in hidden and f.show.audience in audiences]


def values(dossier: Dossier, one: Record, lang: Code, profile: Profile) -> Iterator[tuple[str, str]]:
    """Every filled field that the audience may see, as the words it must be found in."""

    def label(record_id: str) -> str:
        target = dossier.get(record_id)
        assert target
        return f"{target.reference} – {target.title}" if target.title else target.reference

    for field in shown(type(one), profile):
        if profile == "authority" and getattr(one, field.name) is PartyRole.UNQUALIFIED:
            continue  # what is still to be qualified is the task of whoever keeps the dossier
        for line in field_text(one, field, language(lang), label).split("\n"):
            yield f"{one.reference}.{field.name}", plain(line)


def assert_everything_is_there(dossier: Dossier, data: bytes, lang: Code, profile: Profile) -> None:
    elements = tagged(data)
    sheets = sheets_of(elements, {one.reference for one in dossier if not one.kind.parent})
    rows = sheets_of(elements, {one.reference for one in dossier})
    for kind in Scope(lang, NOW, profile).kinds():
        for main in dossier.of(kind):
            family = [main, *(part for child in children_of(kind) for part in dossier.children(child, main.id))]
            for one in family:
                text = sheets[main.reference] if one is main else rows[one.reference]
                for place, words in values(dossier, one, lang, profile):
                    assert words in text, (place, words, text[:3000])


@pytest.mark.parametrize("company", COMPANIES)
def test_every_fact_of_an_example_is_read_back_out_of_its_pdf(company: str, tmp_path: Path) -> None:
    make_example(company, tmp_path / "e.dossier", AUTHOR, NOW)
    with Store.read(tmp_path / "e.dossier") as store:
        data = exported(store.dossier, tmp_path / "e.pdf")
        assert_everything_is_there(store.dossier, data, "fr", "authority")
        organisation = store.dossier.organisation
    assert organisation
    first = " ".join(plain(element.text) for element in tagged(data) if 1 in element.pages)
    assert plain(organisation.provenance) in first
    assert "vérifié" in first
    assert_valid(data)


@pytest.mark.parametrize("lang", CODES)
def test_every_field_of_every_kind_is_in_the_pdf(lang: Code, tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier", filled_dossier())
    data = exported(store.dossier, tmp_path / "a.pdf", lang, "full")
    assert_everything_is_there(store.dossier, data, lang, "full")
    assert_valid(data)
    store.close()


def test_what_is_internal_does_not_reach_an_authority_in_pages_nor_data(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier", filled_dossier())
    data = exported(store.dossier, tmp_path / "a.pdf", "fr", "authority")
    text = "\n".join(plain(element.text) for element in tagged(data))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        embedded = pdf.attachments["dossier.json"].get_file().read_bytes()
    for one in store.dossier:
        for field in fields_of(type(one)):
            if field.show.audience == "internal" and field.type is str and field.name not in ("id", "aliases"):
                words = f"{one.kind.name}.{field.name} é"
                assert words not in text
                assert words not in embedded.decode()
    assert b"activity.name" in embedded
    store.close()


def test_the_embedded_data_are_a_dossier_that_can_be_read_again(tmp_path: Path) -> None:
    make_example("soco", tmp_path / "e.dossier", AUTHOR, NOW)
    with Store.read(tmp_path / "e.dossier") as store:
        data = exported(store.dossier, tmp_path / "e.pdf", profile="full")
        with pikepdf.open(io.BytesIO(data)) as pdf:
            embedded = pdf.attachments["dossier.json"].get_file().read_bytes()
        assert {one.id: one for one in load(embedded, NOW).records} == {one.id: one for one in store.dossier}
        assert json.loads(embedded)["head"] == store.dossier.head


def test_only_the_kinds_asked_for_leave(tmp_path: Path) -> None:
    store = make_store(
        tmp_path / "a.dossier", [record("organisation", name="Éco"), record("measure", name="Coffre-fort")]
    )
    (measure,) = [one for one in store.dossier if one.kind.name == "measure"]
    export_pdf(store.dossier, tmp_path / "a.pdf", Scope("fr", NOW, "authority", (type(measure),)))
    data = (tmp_path / "a.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        embedded = json.loads(pdf.attachments["dossier.json"].get_file().read_bytes())
    assert list(embedded["records"]) == ["measure"]
    assert "Coffre-fort" in "".join(element.text for element in tagged(data))
    store.close()


def test_the_sheet_of_one_record_holds_it_and_its_parts_and_nothing_of_the_others(tmp_path: Path) -> None:
    mine, other = record("breach", name="Courriel"), record("breach", name="Rançongiciel")
    parts = [record("breach_event", breach=one.id, name=f"Suite de {one.title}") for one in (mine, other)]
    with make_store(tmp_path / "a.dossier", [record("organisation", name="Éco"), mine, other, *parts]) as store:
        export_record(store.dossier, mine, tmp_path / "a.pdf", Scope("fr", NOW))
    data = (tmp_path / "a.pdf").read_bytes()
    text = " ".join(plain(element.text) for element in tagged(data))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        embedded = json.loads(pdf.attachments["dossier.json"].get_file().read_bytes())["records"]
    assert "Suite de Courriel" in text
    assert "Rançongiciel" not in text
    assert {kind: [one["name"] for one in records] for kind, records in embedded.items()} == {
        "breach": ["Courriel"],
        "breach_event": ["Suite de Courriel"],
    }
    assert_valid(data)


@pytest.mark.parametrize("kind", [kind for kind in MAIN_KINDS if kind.kind.sheet], ids=lambda kind: kind.kind.name)
def test_a_record_of_every_kind_that_prints_sheets_can_leave_alone(kind: type[Record], tmp_path: Path) -> None:
    with make_store(tmp_path / "a.dossier", filled_dossier()) as store:
        (one,) = store.dossier.of(kind)
        export_record(store.dossier, one, tmp_path / "a.pdf", Scope("en", NOW, "full"))
        sheet = sheets_of(tagged((tmp_path / "a.pdf").read_bytes()), {one.reference})[one.reference]
        for place, words in values(store.dossier, one, "en", "full"):
            assert words in sheet, place


def test_an_export_that_fails_or_is_stopped_leaves_what_was_there(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier", filled_dossier())
    target = tmp_path / "out.pdf"
    target.write_bytes(b"the one before")

    def stop(_pages: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_pdf(store.dossier, target, Scope("fr", NOW), stop)
    with pytest.raises(CannotWrite):
        export_pdf(store.dossier, tmp_path / "no" / "folder" / "out.pdf", Scope("fr", NOW))
    assert target.read_bytes() == b"the one before"
    assert sorted(path.name for path in tmp_path.glob("*out*")) == ["out.pdf"]
    store.close()


def test_the_same_dossier_at_the_same_time_makes_the_same_bytes(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier", filled_dossier())
    assert exported(store.dossier, tmp_path / "1.pdf") == exported(store.dossier, tmp_path / "2.pdf")
    store.close()

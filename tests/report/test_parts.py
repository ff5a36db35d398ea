"""The parts of the pack: each register in one of them, each asked for alone, some records, some days."""

import io
import json
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from dossier.model.breach import Breach
from dossier.model.catalog import CATALOG
from dossier.model.evidence import AuthorityExchange, HandOver, Waiver
from dossier.model.record import Record
from dossier.model.vocabulary_pack import PackPart
from dossier.report.parts import PARTS
from dossier.report.registers import OTHERS
from dossier.report.scope import Period, Scope
from dossier.work.export import export_pdf
from tests.factories import NOW, filled_dossier, make_store, record
from tests.report.reading import assert_valid, plain, tagged


def printed(folder: Path, scope: Scope, *records: Record) -> bytes:
    with make_store(folder / "a.dossier", [record("organisation", name="Éco"), *records]) as store:
        export_pdf(store.dossier, folder / "a.pdf", scope)
    return (folder / "a.pdf").read_bytes()


def embedded(data: bytes) -> dict[str, list[dict[str, str]]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        records: dict[str, list[dict[str, str]]] = json.loads(pdf.attachments["dossier.json"].get_file().read_bytes())[
            "records"
        ]
    return records


def text_of(data: bytes) -> str:
    return " ".join(plain(element.text) for element in tagged(data))


def test_every_register_stands_in_one_part_and_every_other_chapter_is_written() -> None:
    pieces = [piece for pieces in PARTS.values() for piece in pieces]
    registers = [piece for piece in pieces if isinstance(piece, type)]
    assert sorted(kind.kind.name for kind in registers) == sorted(
        kind.kind.name for kind in CATALOG if not kind.kind.parent
    )
    assert set(OTHERS) == {piece for piece in pieces if not isinstance(piece, type)}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.value)
@pytest.mark.parametrize("profile", ["authority", "full"])
def test_each_part_prints_alone(part: PackPart, profile: str, tmp_path: Path) -> None:
    scope = Scope("fr", NOW, "full" if profile == "full" else "authority", (part,))
    with make_store(tmp_path / "a.dossier", filled_dossier()) as store:
        export_pdf(store.dossier, tmp_path / "a.pdf", scope)
    data = (tmp_path / "a.pdf").read_bytes()
    assert_valid(data)
    assert set(embedded(data)) <= {kind.kind.name for kind in scope.told()}


def test_an_authority_gets_its_own_exchanges_and_the_internal_registers_only_when_they_are_named() -> None:
    assert not {AuthorityExchange, HandOver, Waiver} & set(Scope("fr", NOW).kinds())
    assert HandOver in Scope("fr", NOW, "full").kinds()
    assert Scope("fr", NOW, only=(HandOver,)).kinds() == (HandOver,)
    assert Scope("fr", NOW, only=(Waiver,)).kinds() == ()
    assert Waiver in Scope("fr", NOW, ticked=frozenset({"waiver"})).kinds()


def test_an_internal_field_leaves_for_an_authority_when_it_is_ticked(tmp_path: Path) -> None:
    breach = record("breach", name="Courriel", notes="Vu avec l’hébergeur")
    other = record("activity", name="Paie", notes="À revoir")
    data = printed(tmp_path, Scope("fr", NOW, ticked=frozenset({"breach.notes"})), breach, other)
    assert "Vu avec l’hébergeur" in text_of(data)
    assert embedded(data)["breach"][0]["notes"] == "Vu avec l’hébergeur"
    assert "À revoir" not in text_of(data) + json.dumps(embedded(data), ensure_ascii=False)


def test_of_selected_records_the_others_of_their_kind_stay(tmp_path: Path) -> None:
    mine, other = record("activity", name="Paie"), record("activity", name="Recrutement")
    parts = [record("purpose", activity=one.id, name=f"Finalité de {one.title}") for one in (mine, other)]
    data = printed(tmp_path, Scope("fr", NOW, selected=frozenset({mine.id})), mine, other, *parts)
    assert "Finalité de Paie" in text_of(data)
    assert "Recrutement" not in text_of(data) + json.dumps(embedded(data), ensure_ascii=False)


def test_a_period_keeps_of_a_log_what_falls_into_it_and_what_has_no_date(tmp_path: Path) -> None:
    days = {"avant": "2025-12-31T22:59:00Z", "premier": "2025-12-31T23:00:00Z", "dernier": "2026-06-30T21:59:00Z"}
    known = [record("breach", name=name, aware_at={"at": at, "zone": "Europe/Paris"}) for name, at in days.items()]
    scope = Scope("fr", NOW, only=(Breach,), period=Period(date(2026, 1, 1), date(2026, 6, 30)))
    data = printed(tmp_path, scope, *known, record("breach", name="sans date"))
    assert [one["name"] for one in embedded(data)["breach"]] == ["premier", "dernier", "sans date"]
    assert "avant" not in text_of(data)

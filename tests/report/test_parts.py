"""The parts of the pack: each register in one of them, each asked for alone, some records, some days."""

import io
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from dossier.errors import NotFound
from dossier.i18n import CODES, Code, language
from dossier.law.data import law_sources, said
from dossier.model.activity import Activity, Retention
from dossier.model.breach import Breach
from dossier.model.catalog import CATALOG
from dossier.model.evidence import AuthorityExchange, Document, HandOver, Statement, Waiver
from dossier.model.fields import field_of
from dossier.model.record import Record
from dossier.model.vocabulary_pack import PackPart
from dossier.report.parts import CHANGE_LOG, GLOSSARY, PARTS, STATISTICS, Piece
from dossier.report.registers import OTHERS
from dossier.report.scope import Period, Scope, selection_of
from dossier.store.edit import Change, Edit
from dossier.store.past import dossier_at, head_before
from dossier.work.export import export_pdf
from tests.factories import AUTHOR, NOW, add, filled_dossier, make_store, record
from tests.report.reading import assert_valid, plain, tagged


def printed(folder: Path, scope: Scope, *records: Record) -> bytes:
    folder.mkdir(exist_ok=True)
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
    scope = Scope("fr", NOW, "full" if profile == "full" else "authority", (part,), frozenset({"action"}))
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


def test_a_part_brings_what_is_usual_of_it_and_what_is_named_brings_itself_alone() -> None:
    annexes = Scope("fr", NOW, only=(PackPart.ANNEXES,))
    assert not {AuthorityExchange, HandOver} & set(annexes.kinds())
    assert {AuthorityExchange, HandOver} <= set(replace(annexes, profile="full").kinds())
    assert pieces(replace(annexes, only=(GLOSSARY, CHANGE_LOG))) == [GLOSSARY, CHANGE_LOG]
    full = Scope("fr", NOW, "full")
    assert pieces(replace(full, only=(PackPart.BREACHES,))) == [Breach, STATISTICS]
    assert pieces(replace(full, only=(Breach,))) == [Breach]
    assert pieces(replace(full, only=(STATISTICS,))) == [STATISTICS]
    assert pieces(Scope("fr", NOW, only=(STATISTICS,))) == []


def pieces(scope: Scope) -> list[Piece]:
    return [piece for _part, piece in scope.pieces()]


def test_the_digests_of_the_cover_are_read_on_one_line_each(tmp_path: Path) -> None:
    data = printed(tmp_path, Scope("en", NOW))
    lines = [line.split() for line in PdfReader(io.BytesIO(data)).pages[0].extract_text().splitlines()]
    assert [len(line) for line in lines if len(line[-1]) == 8 and set(line[-1]) <= set("0123456789abcdef")] == [8, 8]


def test_what_is_ticked_of_a_chapter_stands_on_the_cover_by_its_own_name(tmp_path: Path) -> None:
    scope = Scope("en", NOW, only=(GLOSSARY,), ticked=frozenset({"action_plan"}))
    facts = {plain(one.text) for one in tagged(printed(tmp_path, scope)) if one.role == "TD"}
    assert {"Glossary (for the supervisory authority)", "Action plan"} <= facts


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
    data = printed(tmp_path, Scope("fr", NOW, selected=selection_of([mine])), mine, other, *parts)
    assert "Finalité de Paie" in text_of(data)
    assert "Recrutement" not in text_of(data) + json.dumps(embedded(data), ensure_ascii=False)


def test_a_period_keeps_of_a_log_what_falls_into_it_and_what_has_no_date(tmp_path: Path) -> None:
    days = {"avant": "2025-12-31T22:59:00Z", "premier": "2025-12-31T23:00:00Z", "dernier": "2026-06-30T21:59:00Z"}
    known = [record("breach", name=name, aware_at={"at": at, "zone": "Europe/Paris"}) for name, at in days.items()]
    scope = Scope("fr", NOW, only=(Breach,), period=Period(date(2026, 1, 1), date(2026, 6, 30)))
    data = printed(tmp_path, scope, *known, record("breach", name="sans date"))
    assert [one["name"] for one in embedded(data)["breach"]] == ["premier", "dernier", "sans date"]
    assert "avant" not in text_of(data)


def chapter_of(data: bytes, title: str) -> str:
    """All the text below the heading of a chapter."""
    elements = tagged(data)
    heads = [i for i, element in enumerate(elements) if element.role == "H1"]
    start = [i for i in heads if plain(elements[i].text).endswith(title)][-1]  # the cover may have the same title
    end = min([i for i in heads if i > start], default=len(elements))
    return " ".join(plain(element.text) for element in elements[start:end])


def whole(folder: Path, scope: Scope, *records: Record) -> bytes:
    """With what only the file tells: findings, and what was written."""
    folder.mkdir(exist_ok=True)
    with make_store(folder / "a.dossier", [record("organisation", name="Éco")]) as store:
        add(store, *records)
        export_pdf(store.dossier, folder / "a.pdf", scope, file=folder / "a.dossier")
    return (folder / "a.pdf").read_bytes()


def test_findings_are_told_in_a_complete_copy_and_to_an_authority_only_when_they_are_ticked(tmp_path: Path) -> None:
    activity = record("activity", name="Paie")
    full = whole(tmp_path, Scope("en", NOW, "full"), activity)
    assert "REG-01" in chapter_of(full, "Findings") or "Blocking" in chapter_of(full, "Findings")
    assert "Findings" not in text_of(whole(tmp_path / "b", Scope("en", NOW), activity))
    ticked = whole(tmp_path / "c", Scope("en", NOW, ticked=frozenset({"findings"})), activity)
    assert chapter_of(ticked, "Findings") == chapter_of(full, "Findings")
    assert_valid(full)


def test_the_log_of_changes_tells_who_and_what_but_nothing_that_is_kept_back(tmp_path: Path) -> None:
    activity = record("activity", name="Paie", notes="À revoir")
    log = chapter_of(whole(tmp_path, Scope("en", NOW, "full"), activity), "Log of changes")
    assert "22 November 2026" in log or "2026-11-22" in log
    assert "Camille Martin" in log
    assert "Internal notes" in log
    log = chapter_of(whole(tmp_path / "b", Scope("en", NOW), activity), "Log of changes")
    assert "Activity" in log
    assert "Internal notes" not in log
    later = Scope("en", NOW, period=Period(first=date(2026, 11, 23)))
    assert "Log of changes" not in text_of(whole(tmp_path / "c", later, activity))


def test_the_log_of_changes_has_one_row_for_a_person_a_day_and_a_register_however_they_alternate(
    tmp_path: Path,
) -> None:
    records = [record(kind, name=f"{kind} {n}") for n in range(3) for kind in ("activity", "measure")]
    log = chapter_of(whole(tmp_path, Scope("en", NOW, "full"), *records), "Log of changes")
    assert log.count("TRT-") == 3
    assert "TRT-003, TRT-002, TRT-001" in log or "TRT-001, TRT-002, TRT-003" in log


def test_the_legal_bases_alone_embed_what_their_table_tells(tmp_path: Path) -> None:
    activity = record("activity", name="Prospection", description="Ne sort pas")
    purpose = record("purpose", activity=activity.id, name="Écrire aux prospects", basis="interet_legitime")
    kept = purpose.with_(interest="Faire connaître nos offres", description="Ne sort pas non plus")
    data = printed(tmp_path, Scope("en", NOW, only=(PackPart.LEGAL_BASES,)), activity, kept)
    told = chapter_of(data, "Legal bases")
    assert "(f) Legitimate interests" in told
    assert "Faire connaître nos offres" in told
    assert embedded(data) == {
        "activity": [{"id": activity.id, "reference": "TRT-001", "name": "Prospection"}],
        "purpose": [
            {
                "id": kept.id,
                "reference": "FIN-001",
                "activity": activity.id,
                "name": "Écrire aux prospects",
                "basis": "interet_legitime",
                "interest": "Faire connaître nos offres",
            }
        ],
    }


def test_the_summary_counts_the_registers_and_what_was_answered_in_time(tmp_path: Path) -> None:
    request = record("request", name="Accès", received_on="2026-03-02", answered_on="2026-03-20")
    told = chapter_of(printed(tmp_path, Scope("en", NOW), request), "Summary")
    assert "Data subject requests 1" in told
    assert "Answered in time 1 of 1" in told


@pytest.mark.parametrize("lang", CODES)
def test_words_and_legal_data_are_explained_with_their_days(lang: Code, tmp_path: Path) -> None:
    text = text_of(printed(tmp_path, Scope(lang, NOW)))
    assert "art. 4(7)" in text
    for source in law_sources():
        assert plain(said(source.title, language(lang))) in text


def test_the_dossier_of_an_earlier_day_is_rebuilt_from_its_journal(tmp_path: Path) -> None:
    with make_store(tmp_path / "a.dossier", [record("organisation", name="Éco")]) as store:
        (kept, gone) = add(store, record("activity", name="Paie"), record("activity", name="Essai"))
        before = store.dossier
        new = record("activity", name="Nouvelle")
        changes = (Change(kept, kept.with_(name="Paie et congés")), Change(gone, None), Change(None, new))
        store.apply(Edit("later", changes), AUTHOR, NOW + timedelta(days=2))
        path = tmp_path / "a.dossier"
        head = head_before(path, NOW + timedelta(days=1))
        assert head == (before.sequence, before.head)
        then = dossier_at(path, store.dossier, head)
        assert {one.id: one for one in then} == {one.id: one for one in before}
        assert (then.sequence, then.head) == head
        with pytest.raises(NotFound):
            head_before(path, NOW - timedelta(days=1))


def test_the_parts_are_numbered_as_in_every_pack_and_group_contents_and_bookmarks(tmp_path: Path) -> None:
    scope = Scope("en", NOW, only=(PackPart.REGISTER, PackPart.PROCESSORS))
    data = printed(tmp_path, scope, record("activity", name="Paie"), record("system", name="SIRH"), record("processor"))
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        found = {part.title: [chapter.title for chapter in part.children] for part in outline.root}
    assert found == {
        "3. Record of processing activities": ["Processing activities", "Systems"],
        "8. Processors": ["STT-001 – (untitled)"],  # its only chapter has the same name
    }
    contents = [plain(element.text) for element in tagged(data) if element.role == "Link" and "TOCI" in element.path]
    assert [line.rsplit(" ", 1)[0] for line in contents if line[0].isdigit()] == list(found)
    alone = printed(tmp_path / "b", Scope("en", NOW, only=(PackPart.REGISTER,)), record("activity", name="Paie"))
    assert "3. Record" in text_of(alone)


def test_a_quote_in_another_language_is_spoken_in_it(tmp_path: Path) -> None:
    quoted = record("statement", name="Promesse", quote="within two months", quote_language="en")
    french = record("statement", name="Autre", quote="sous deux mois", quote_language="anglais ?")
    data = printed(tmp_path, Scope("fr", NOW, only=(Statement,)), quoted, french)
    languages = {plain(element.text): element.language for element in tagged(data) if element.role == "TD"}
    assert languages["within two months"] == "en"
    assert languages["sous deux mois"] == ""
    assert_valid(data)


def test_a_statement_names_the_fields_it_speaks_of_as_people_know_them(tmp_path: Path) -> None:
    activity = record("activity", name="Paie")
    said = ("name", "description", "raw_text", "unheard_of")
    statement = record("statement", name="Cinq ans", about=(activity.id,), fields=said)
    data = printed(tmp_path, Scope("en", NOW, "full", only=(Statement,)), activity, statement)
    named = next(line for line in text_of(data).split("Fields concerned: ")[1:])
    labels = [field_of(Activity, name).show.label for name in said[:2]]
    labels.append(field_of(Retention, "raw_text").show.label)
    assert named.startswith("; ".join([*labels, "unheard_of"]))
    assert_valid(data)


def test_the_index_of_the_documents_names_their_sha_256(tmp_path: Path) -> None:
    contract = record("document", name="Contrat d’hébergement", type="contrat", sha256="0123456789abcdef" * 4)
    hosting = record("processor", name="Hébergeur", contract_document=contract.id)
    index = chapter_of(printed(tmp_path, Scope("en", NOW), contract, hosting), "Documents")
    assert "DOC-001" in index
    assert "01234567 89abcdef 01234567" in index


ANSWERING = (
    record("organisation", name="Éco", address="3 rue des Saules", city="Nîmes", email="bonjour@eco.example"),
    record("dpo_designation", name="Camille Martin", email="dpo@eco.example"),
)


def test_a_record_of_processing_alone_tells_whom_to_turn_to_and_where_data_go(tmp_path: Path) -> None:
    activity, other = record("activity", name="Paie"), record("activity", name="Vivier")
    transfer = record("transfer", name="Support", country="US", mechanism="cct_2021_914", activities=(activity.id,))
    with make_store(tmp_path / "a.dossier", [*ANSWERING, activity, other, transfer]) as store:
        for scope in (
            Scope("fr", NOW, only=(Activity,)),
            Scope("fr", NOW, only=(Activity,), selected=selection_of([store.dossier.called("TRT-001") or other])),
        ):
            export_pdf(store.dossier, tmp_path / "a.pdf", scope)
            data = (tmp_path / "a.pdf").read_bytes()
            told = ("3 rue des Saules", "bonjour@eco.example", "Camille Martin", "dpo@eco.example")
            assert [word for word in (*told, "TRF-001", "États-Unis") if word not in text_of(data)] == []
            assert set(embedded(data)) == {"organisation", "dpo_designation", "activity", "transfer"}
        export_pdf(store.dossier, tmp_path / "b.pdf", Scope("fr", NOW, only=(Breach,)))
        assert "Saules" not in text_of((tmp_path / "b.pdf").read_bytes())


def test_the_contents_tell_which_parts_hold_nothing(tmp_path: Path) -> None:
    told = text_of(printed(tmp_path, Scope("fr", NOW), record("activity", name="Paie")))
    assert "Parties sans rien dans ce document : 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15" in told
    assert "Parties sans rien" not in text_of(printed(tmp_path / "b", Scope("fr", NOW, only=(PackPart.REGISTER,))))


def test_a_register_that_is_asked_for_by_name_says_that_it_is_empty(tmp_path: Path) -> None:
    asked: list[tuple[PackPart | Piece, ...]] = [(PackPart.BREACHES,), (Breach,)]
    for n, only in enumerate(asked):
        data = printed(tmp_path / str(n), Scope("fr", NOW, only=only))
        assert "Au 22 novembre 2026, le dossier ne contient aucune fiche dans le registre « Violations »." in text_of(
            data
        )
        assert_valid(data)
    period = Period(date(2026, 1, 1), date(2026, 1, 31))
    told = text_of(printed(tmp_path / "period", Scope("fr", NOW, only=(Breach,), period=period)))
    assert "le dossier ne contient" not in told


def test_the_size_of_a_document_is_told_with_its_thousands_apart(tmp_path: Path) -> None:
    data = printed(tmp_path, Scope("en", NOW, only=(Document,), profile="full"), record("document", size=1_620_000))
    assert "Size in bytes 1,620,000" in text_of(data)

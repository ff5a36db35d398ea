"""An authority reads what the law or the CNIL asks for: no title of what stays, no plan, no mark of what is missing."""

import json
from datetime import date
from pathlib import Path

import pytest
from pikepdf import Pdf

from dossier.model.catalog import CATALOG, MAIN_KINDS
from dossier.model.evidence import AuthorityExchange, Document, Statement
from dossier.model.fields import field_of
from dossier.model.identifier import new_id
from dossier.model.measure import Measure, Operation
from dossier.model.organisation import DpoOpinion
from dossier.model.processor import Processor
from dossier.model.record import Record
from dossier.model.vocabulary_pack import PackPart
from dossier.report.scope import Profile, Scope, selection_of
from dossier.work.export import export_annual_report, export_pdf, export_record
from tests.factories import NOW, make_store, record

from .reading import assert_valid
from .test_options import everything_in, text_of

ECO = record("organisation", name="Éco")
KEPT = {
    "ACN-001": record("action", name="Licencier le gardien"),
    "DER-001": record("waiver", name="Attendre la fin du bail"),
    "VAL-001": record("legal_setting", name="Revue tous les dix ans"),
    "CTR-2026-001": record("authority_exchange", name="Mise en demeure de mars", received_on=date(2026, 3, 1)),
    "REM-001": record("hand_over", name="Envoi à notre avocat"),
}
_ABOUT = tuple(one.id for one in KEPT.values())
REFERRING = (
    record("dpo_opinion", name="Avis rendu", about=_ABOUT),
    record("operation", name="Audit mené", about=_ABOUT),
    record("statement", name="Phrase lue", about=_ABOUT),
)


def printed(folder: Path, scope: Scope, *records: Record) -> bytes:
    folder.mkdir(exist_ok=True)
    with make_store(folder / "a.dossier", [ECO, *records]) as store:
        export_pdf(store.dossier, folder / "a.pdf", scope, file=folder / "a.dossier")
    return (folder / "a.pdf").read_bytes()


def named_in(data: bytes) -> set[str]:
    """What of `KEPT` is anywhere in a file: its reference, its title, its identifier."""
    searched = everything_in(data)
    return {word for ref, one in KEPT.items() for word in (ref, one.title, one.id) if word in searched}


def test_what_stays_is_not_named_by_what_refers_to_it(tmp_path: Path) -> None:
    asked = (*PackPart, DpoOpinion, Statement)
    data = printed(tmp_path, Scope("fr", NOW, only=asked), *KEPT.values(), *REFERRING)
    assert named_in(data) == set()
    assert all(one.title in text_of(data) for one in REFERRING)
    assert_valid(data)
    full = printed(tmp_path / "full", Scope("fr", NOW, "full"), *KEPT.values(), *REFERRING)
    assert {*KEPT, *(one.title for one in KEPT.values())} <= named_in(full)


def test_what_is_printed_all_the_same_is_named(tmp_path: Path) -> None:
    scope = Scope("fr", NOW, only=(Operation, AuthorityExchange), ticked=frozenset({"waiver"}))
    told = named_in(printed(tmp_path, scope, *KEPT.values(), *REFERRING))
    assert {"CTR-2026-001", "Mise en demeure de mars", "DER-001"} <= told
    assert "ACN-001" not in told


@pytest.mark.parametrize("profile", ["authority", "full"])
def test_a_record_that_is_kept_back_leaves_nothing_in_what_refers_to_it(tmp_path: Path, profile: Profile) -> None:
    mine, other = record("activity", name="Paie"), record("activity", name="Recrutement")
    analysis = record("dpia", name="Badges", activities=(mine.id, other.id))
    transfer = record("transfer", name="Support", country="IN", activities=(other.id,))
    data = printed(tmp_path, Scope("fr", NOW, profile, selected=selection_of([mine])), mine, other, analysis, transfer)
    assert "TRT-001 – Paie" in text_of(data)
    assert [word for word in ("Recrutement", "TRT-002", other.id) if word in everything_in(data)] == []
    assert_valid(data)


def test_one_record_alone_names_nothing_that_stays(tmp_path: Path) -> None:
    with make_store(tmp_path / "a.dossier", [ECO, *KEPT.values(), *REFERRING]) as store:
        done = store.dossier.of(Operation)[0]
        export_record(store.dossier, done, tmp_path / "a.pdf", Scope("fr", NOW))
    assert named_in((tmp_path / "a.pdf").read_bytes()) == set()


PLANNED = record("measure", name="Sauvegarde hors site", state="prevue", due_on=date(2026, 12, 1), priority="haute")
ABSENT = record("measure", name="Coffre numéroté", state="absente")
IN_PLACE = record("measure", name="Antivirus", state="en_place")


def test_what_is_planned_stays_unless_the_plan_is_ticked(tmp_path: Path) -> None:
    activity = record("activity", name="Paie", measures=(PLANNED.id, ABSENT.id, IN_PLACE.id))
    records = (activity, PLANNED, ABSENT, IN_PLACE, KEPT["ACN-001"])
    told = everything_in(printed(tmp_path, Scope("fr", NOW), *records))
    assert "Antivirus" in told
    assert [
        word for word in ("Sauvegarde hors site", PLANNED.id, "MES-001", "Coffre numéroté", "ACN-001") if word in told
    ] == []
    data = printed(tmp_path / "plan", Scope("fr", NOW, ticked=frozenset({"action_plan"})), *records)
    assert "Éléments internes ajoutés Plan d’action" in text_of(data)
    told = text_of(data)
    assert "Sauvegarde hors site" in told
    assert "Licencier le gardien" in told
    with Pdf.open(tmp_path / "plan" / "a.pdf") as pdf:
        held = json.loads(pdf.attachments["dossier.json"].get_file().read_bytes())["records"]
    assert [one["name"] for one in held["action"]] == ["Licencier le gardien"]


def test_the_annual_report_has_its_plan_where_it_is_ticked(tmp_path: Path) -> None:
    with make_store(tmp_path / "a.dossier", [ECO, PLANNED, KEPT["ACN-001"]]) as store:
        for name, ticked in (("a.pdf", frozenset[str]()), ("b.pdf", frozenset({"action_plan"}))):
            scope = Scope("fr", NOW, ticked=ticked)
            export_annual_report(store.dossier, tmp_path / name, NOW.year, scope, store.path)
    plain, ticked_ = (everything_in((tmp_path / name).read_bytes()) for name in ("a.pdf", "b.pdf"))
    for title in (PLANNED.title, KEPT["ACN-001"].title):
        assert title not in plain
        assert title in ticked_


def test_the_annex_lists_the_documents_that_what_is_shown_refers_to(tmp_path: Path) -> None:
    contract, advice, alone = (record("document", name=name) for name in ("Contrat", "Conseil", "Brouillon"))
    action = record("action", name="À faire", evidence=(advice.id,))
    records = (contract, advice, alone, action, record("processor", name="Hôte", contract_document=contract.id))
    told = everything_in(printed(tmp_path, Scope("fr", NOW), *records))
    assert [one.title for one in (contract, advice, alone) if one.title in told] == ["Contrat"]
    assert "DOC-001" in told
    assert "DOC-002" not in told  # nor does the log of changes speak of it
    alone_told = text_of(printed(tmp_path / "annexes", Scope("fr", NOW, only=(PackPart.ANNEXES,)), *records))
    assert [one.title for one in (contract, advice, alone) if one.title in alone_told] == ["Contrat"]
    full = text_of(printed(tmp_path / "full", Scope("fr", NOW, "full"), *records))
    assert all(one.title in full for one in (contract, advice, alone))


def test_a_chosen_document_leaves_whoever_refers_to_it(tmp_path: Path) -> None:
    chosen = record("document", name="Politique")
    data = printed(tmp_path, Scope("fr", NOW, only=(Document,), selected=selection_of([chosen])), chosen)
    assert "DOC-001 – Politique" in text_of(data)


def test_nothing_says_what_is_missing_nor_how_far_a_sheet_is(tmp_path: Path) -> None:
    ids = {kind.kind.name: new_id(NOW) for kind in CATALOG} | {"organisation": ECO.id}
    empty = [_empty(kind, ids) for kind in CATALOG if not kind.kind.single]
    told = text_of(printed(tmp_path, Scope("fr", NOW), *empty))
    assert "Violations" in told
    said = (
        "Non renseigné",
        "Brouillon",
        "sans preuve",
        "aucune mesure",
        "Déclarations",
        "Délai médian de notification",
    )
    assert [words for words in said if words in told] == []
    full = text_of(printed(tmp_path / "full", Scope("fr", NOW, "full"), *empty))
    assert all(words in full for words in said)


def _empty(kind: type[Record], ids: dict[str, str]) -> Record:
    """A record of which nothing is known but what it belongs to."""
    parent = kind.kind.parent
    belongs = {parent: ids[field_of(kind, parent).target or ""]} if parent else {}
    return kind.from_json({"id": ids[kind.kind.name], **belongs})


def test_our_judgement_of_a_processor_stays(tmp_path: Path) -> None:
    hosting = record("processor", name="Hôte", risk="eleve")
    assert "Risque élevé" not in text_of(printed(tmp_path, Scope("fr", NOW, only=(Processor,)), hosting))
    assert "Risque élevé" in text_of(printed(tmp_path / "full", Scope("fr", NOW, "full", only=(Processor,)), hosting))


def test_chapters_do_not_speak_to_whoever_keeps_the_dossier(tmp_path: Path) -> None:
    told = text_of(printed(tmp_path, Scope("en", NOW, "full"), *KEPT.values(), *REFERRING, PLANNED))
    kinds = [kind.kind for kind in MAIN_KINDS]
    assert [one.name for one in kinds for words in (one.why, one.question) if words and words in told] == []


def test_a_language_is_named_not_coded(tmp_path: Path) -> None:
    told = text_of(printed(tmp_path, Scope("fr", NOW), record("notice", name="Mention", language="en")))
    assert "Langue de la mention anglais" in told


def test_nobody_is_asked_for_what_the_program_writes(tmp_path: Path) -> None:
    told = text_of(printed(tmp_path, Scope("en", NOW, "full", only=(Measure,)), PLANNED))
    missing = told.partition("Not filled in: ")[2]
    assert "Budget" in missing
    assert [words for words in ("Former references", "Validated at", "Internal notes") if words in missing] == []

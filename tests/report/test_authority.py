"""Exchanges with the authority read back out of the PDF: questions, what answers them, what was handed over."""

import json
from pathlib import Path

import pikepdf
import pytest

from dossier.i18n import Code
from dossier.model.evidence import AuthorityExchange, HandOver
from dossier.model.record import Record
from dossier.report.registers import Profile, Scope
from dossier.work.export import export_pdf, export_record
from tests.exchanges import FILE_SHA, SHA, document, exchange, hand_over, questionnaire
from tests.factories import NOW, make_store

from .reading import assert_valid, opened, plain, tagged
from .test_processors import table
from .test_requests import text_of


def alone(folder: Path, records: list[Record], lang: Code = "en", profile: Profile = "authority") -> bytes:
    """The sheet of the first exchange as a document of its own."""
    with make_store(folder / "a.dossier", records) as store:
        found = store.dossier.of(AuthorityExchange)[0]
        export_record(store.dossier, found, folder / "a.pdf", Scope(lang, NOW, profile))
    return (folder / "a.pdf").read_bytes()


def data_of(data: bytes) -> dict[str, list[dict[str, object]]]:
    """The records that are embedded, by kind."""
    with opened(data) as pdf:
        (name,) = pdf.attachments
        records: dict[str, list[dict[str, object]]] = json.loads(pdf.attachments[name].get_file().read_bytes())[
            "records"
        ]
    return records


@pytest.mark.parametrize("profile", ["full", "authority"])
def test_a_questionnaire_is_answered_by_one_document_with_what_is_needed_to_recognise_the_rest(
    tmp_path: Path, profile: Profile
) -> None:
    data = alone(tmp_path, questionnaire(), profile=profile)
    assert_valid(data)
    text = text_of(data)
    for words in (
        "Transmettez le registre des activités de traitement",
        "Le registre est joint, activités de recrutement d’abord. Answered on: 2026-11-16",
        "Sous-traitants de recrutement et leurs contrats Due on: 2026-11-20",
        "Parts of the pack: 5. Legal bases; 6. Information of the persons",
        "CTL-2026-118",
        "reponse.pdf Pages: 41",
    ):
        assert words in text, words
    assert text.replace(" ", "").count(FILE_SHA) == 1
    assert text.replace(" ", "").count(SHA) == 2


def test_the_title_of_an_answer_to_a_questionnaire_says_so(tmp_path: Path) -> None:
    with opened(alone(tmp_path, questionnaire(), "fr")) as pdf:
        title = plain(str(pdf.docinfo[pikepdf.Name.Title]))
    assert title == "Réponse au questionnaire : CTR-2026-001 – Contrôle sur pièces, recrutement"


def test_another_exchange_keeps_its_name(tmp_path: Path) -> None:
    with opened(alone(tmp_path, [exchange(name="Visite", type="sur_place")])) as pdf:
        assert plain(str(pdf.docinfo[pikepdf.Name.Title])) == "CTR-2026-001 – Visite"


def test_each_document_says_which_questions_it_answers_and_the_report_that_it_is_one(tmp_path: Path) -> None:
    records = questionnaire()
    minutes = document(name="Procès-verbal", file_name="pv.pdf")
    records[0] = records[0].with_(report=minutes.id)
    rows = table(alone(tmp_path, [*records, minutes]), "Documents")
    told = {row[0].partition(" – ")[2]: row[1] for row in rows[1:]}
    assert told["Procès-verbal"] == "Report of the inspection"
    assert told["Registre extrait"].startswith("QST-")


def test_the_data_hold_what_the_sheet_tells_of_documents_and_hand_overs_and_nothing_of_others(tmp_path: Path) -> None:
    inspected, *rest = questionnaire()
    other = exchange(name="Une plainte", type="plainte")
    foreign = [other, hand_over(other, name="À un autre"), document(name="Une autre pièce", description="Secret")]
    records = data_of(alone(tmp_path, [inspected, *rest, *foreign]))
    assert [one["name"] for one in records["authority_exchange"]] == ["Contrôle sur pièces, recrutement"]
    assert [one["name"] for one in records["hand_over"]] == ["Réponse au questionnaire"]
    assert sorted(str(one["name"]) for one in records["document"]) == ["Charte informatique", "Registre extrait"]
    assert all(set(one) <= {"id", "reference", "name", "size", "sha256"} for one in records["document"])
    assert len(records["authority_question"]) == 6


def test_the_list_says_how_far_each_answer_is(tmp_path: Path) -> None:
    records = [*questionnaire(), exchange(name="Visite", type="sur_place")]
    with make_store(tmp_path / "b.dossier", records) as store:
        export_pdf(store.dossier, tmp_path / "b.pdf", Scope("en", NOW, "full", (AuthorityExchange, HandOver)))
    data = (tmp_path / "b.pdf").read_bytes()
    assert_valid(data)
    assert {"4 of 6 answered", "No question entered"} <= {plain(one.text) for one in tagged(data)}

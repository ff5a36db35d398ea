"""The retention schedule read back out of the PDF: periods, what asks for them, purges, and what an authority gets."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from dossier.errors import InvalidInput
from dossier.i18n import Code
from dossier.model.record import Duration, Record, Unit
from dossier.model.vocabulary_pack import PackPart
from dossier.report.scope import Profile, Scope
from dossier.work.export import export_pdf
from tests.factories import NOW, make_store, record

from .reading import assert_valid, plain, tagged

SALES, PAY = record("activity", name="Vente en ligne"), record("activity", name="Paie")
PHONE = record("data_item", activity=SALES.id, name="Téléphone")
CARD = record("data_item", activity=SALES.id, name="Carte bancaire")


def kept(name: str, years: int, **values: Any) -> Record:
    named = {"activity": SALES.id, "name": name, "data_items": (PHONE.id,), **values}
    return record("retention", duration=Duration(count=years, unit=Unit.YEAR), **named)


PROSPECTS = kept("Prospects", 4, trigger="dernier_contact", final_fate="suppression", purge_mode="automatique")
INVOICES = kept("Factures", 10)
REPORT = record("document", name="Journal de purge")
PURGE = record(
    "operation",
    name="Purge d’été",
    type="purge",
    done_on=date(2025, 8, 1),
    about=(PROSPECTS.id,),
    evidence=(REPORT.id,),
)
TRAINING = record("operation", name="Formation d’automne", type="formation", done_on=date(2026, 9, 1))
RECORDS = (SALES, PAY, PHONE, CARD, PROSPECTS, INVOICES, REPORT, PURGE, TRAINING)


def printed(
    folder: Path, *records: Record, lang: Code = "en", profile: Profile = "full", part: PackPart = PackPart.RETENTION
) -> bytes:
    folder.mkdir(exist_ok=True)
    with make_store(folder / "a.dossier", [record("organisation", name="Éco"), *records]) as store:
        export_pdf(store.dossier, folder / "a.pdf", Scope(lang, NOW, profile, (part,)))
    return (folder / "a.pdf").read_bytes()


def table(data: bytes, title: str) -> list[list[str]]:
    """The rows of a table, its header first."""
    elements = tagged(data)
    start = max(place for place, each in enumerate(elements) if each.role == "H2" and plain(each.text) == title)
    rows: list[list[str]] = []
    for each in elements[start + 1 :]:
        if each.role == "TR":
            rows.append([])
        elif each.role in ("TH", "TD"):
            rows[-1].append(plain(each.text))
        elif each.role in ("H1", "H2", "H3"):
            break
        elif each.role in ("Span", "Link") and rows and rows[-1]:
            rows[-1][-1] = plain(f"{rows[-1][-1]} {each.text}")
    return rows


def text_of(data: bytes) -> str:
    return " ".join(plain(each.text) for each in tagged(data))


def embedded(data: bytes) -> dict[str, Any]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found: dict[str, dict[str, Any]] = json.loads(pdf.attachments["dossier.json"].get_file().read_bytes())
    return found["records"]


def test_each_period_is_printed_with_what_asks_for_it_and_its_purge(tmp_path: Path) -> None:
    data = printed(tmp_path, *RECORDS)
    assert_valid(data)
    rows = table(data, "Retention periods")
    assert rows[0] == [
        *("Reference", "Processing activity", "What is kept", "Period", "Minimum or reference value"),
        *("Beside the reference", "Final fate", "Purges"),
    ]
    assert rows[1] == [
        *("DUR-001", "TRT-001 – Vente en ligne", "Prospects"),
        "Duration: 4 years Starting point: Last contact",
        *("Prospects: at most 3 years", "Above the reference"),
        "Final fate: Deletion How the purge is done: Automatic",
        "Last: 2025-08-01, with a document Next: 2026-08-01, overdue",
    ]
    assert [row[2:4] + row[5:6] for row in rows[2:]] == [
        ["Factures", "Duration: 10 years", "Within the reference"],
        ["Carte bancaire", "Not filled in (art. 30(1)(f))", "No period stated"],
        ["All the data of the activity", "Not filled in (art. 30(1)(f))", "No period stated"],
    ]


def test_references_stand_with_their_source_and_day_and_purges_with_their_evidence(tmp_path: Path) -> None:
    data = printed(tmp_path, *RECORDS)
    references = table(data, "Minima and reference values that concern them")
    assert [row[0] for row in references[1:]] == ["R-FAC", "R-PRO"]
    assert "art. L123-22 C. com. Source: Commercial Code" in references[1][2]
    assert "checked on 2026-11-22" in references[1][2]
    assert table(data, "Purges done") == [
        ["Operation done", "Done on", "Operation", "Records concerned", "Evidence"],
        ["OPE-001", "2025-08-01", "Purge d’été", "DUR-001 – Prospects", "DOC-001 – Journal de purge"],
    ]


def test_an_authority_gets_the_facts_without_our_judgement(tmp_path: Path) -> None:
    own = record(
        "legal_setting", key="retention.R-PRO.base_active", duration=Duration(count=5, unit=Unit.YEAR), reason="Usage"
    )
    data = printed(tmp_path, *RECORDS, own, profile="authority")
    assert_valid(data)
    told = text_of(data)
    judgements = (
        "reference value",
        "Beside the reference",
        "at most",
        "overdue",
        "Next:",
        "Source:",
        "set in this dossier",
    )
    assert [words for words in (*judgements, "Not filled in (art.", "Carte bancaire") if words in told] == []
    assert [row[2:] for row in table(data, "Retention periods")] == [
        ["What is kept", "Period", "Final fate", "Purges"],
        [
            *("Prospects", "Duration: 4 years Starting point: Last contact"),
            *("Final fate: Deletion How the purge is done: Automatic", "Last: 2025-08-01, with a document"),
        ],
        ["Factures", "Duration: 10 years", "", ""],
    ]
    assert "Within the reference" in text_of(printed(tmp_path / "full", *RECORDS, own))


def test_an_authority_gets_neither_a_column_that_is_empty_nor_a_schedule_without_a_period(tmp_path: Path) -> None:
    data = printed(tmp_path, SALES, PHONE, INVOICES, profile="authority")
    assert table(data, "Retention periods")[0][2:] == ["What is kept", "Period"]
    with pytest.raises(InvalidInput, match="Nothing of what is asked for"):
        printed(
            tmp_path / "none", SALES, PHONE, INVOICES.with_(duration=None, phase="base_active"), profile="authority"
        )


def test_the_data_of_the_file_are_those_of_the_pages(tmp_path: Path) -> None:
    data = embedded(printed(tmp_path, *RECORDS, profile="authority"))
    assert [one["name"] for one in data["operation"]] == ["Purge d’été"]
    assert [one["name"] for one in data["retention"]] == ["Prospects", "Factures"]
    assert "document" not in data
    whole = embedded(printed(tmp_path / "security", *RECORDS, part=PackPart.SECURITY))
    assert len(whole["operation"]) == 2


def test_it_is_told_in_french_and_not_at_all_without_activities(tmp_path: Path) -> None:
    data = printed(tmp_path, *RECORDS, lang="fr")
    assert_valid(data)
    assert "Durées de conservation et preuves de purge" in text_of(data)
    with pytest.raises(InvalidInput, match="Nothing of what is asked for"):
        printed(tmp_path / "none", REPORT)

"""The annual report of the officer: the year in figures, its tables, the plan; nothing of another year."""

import io
import json
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest

from dossier.cli import run_command
from dossier.errors import InvalidInput
from dossier.i18n import CODES, Code
from dossier.report.scope import Scope
from dossier.store.edit import Change, Edit
from dossier.work.export import export_annual_report
from dossier.work.pdf_verification import verify_pdf
from tests.factories import AUTHOR, NOW, add, filled_dossier, make_store, record
from tests.report.reading import assert_valid, plain, tagged

LOG = (
    record("request", name="Accès de mars", rights=("acces",), received_on="2026-03-02", answered_on="2026-03-20"),
    record("request", name="Accès de l’an dernier", received_on="2025-03-02", answered_on="2025-09-20"),
    record("breach", name="Courriel égaré", aware_at={"at": "2026-05-04T08:00:00Z"}),
    record("breach", name="Clé perdue", aware_at={"at": "2025-05-04T08:00:00Z"}),
    record("breach", name="Sans date"),
    record("operation", name="Formation des équipes", type="formation", done_on="2026-06-01"),
    record("dpo_opinion", name="Sur la prospection", given_on="2026-02-01", followed="oui"),
    record("dpia", name="AIPD vidéo", made_on="2026-04-01"),
    record("dpia", name="AIPD ancienne", made_on="2024-04-01"),
    record("action", name="Chiffrer les portables", state="a_faire", due_on="2026-01-31"),
    record("action", name="Rédiger la charte", state="fait"),
    record("activity", name="Paie", notes="À revoir"),
)


def written(folder: Path, year: int) -> bytes:
    with make_store(folder / "a.dossier", [record("organisation", name="Éco")]) as store:
        add(store, *LOG)
        scope = Scope("en", NOW + timedelta(days=1), "full")
        export_annual_report(store.dossier, folder / "a.pdf", year, scope, folder / "a.dossier")
    return (folder / "a.pdf").read_bytes()


def said(data: bytes) -> str:
    return " ".join(plain(element.text) for element in tagged(data))


def test_the_report_tells_the_year_and_nothing_of_another(tmp_path: Path) -> None:
    data = written(tmp_path, 2026)
    assert_valid(data)
    text = said(data)
    for words in (
        "Annual report of the data protection officer, 2026",
        "Received 1",
        "Answered in time 1 of 1",
        "Median days to answer 18",
        "DPO opinions 1",
        "Training or awareness 1",
        "Courriel égaré",
        "Sur la prospection",
        "AIPD vidéo",
        "Chiffrer les portables",
        "Processing activities 1",
        "Open findings",
    ):
        assert words in text, words
    assert "Registers kept" not in text
    for other in ("l’an dernier", "Clé perdue", "Sans date", "AIPD ancienne", "Rédiger la charte", "À revoir"):
        assert other not in text, other


def test_the_embedded_data_are_those_of_the_year(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(written(tmp_path, 2026))) as pdf:
        embedded = json.loads(pdf.attachments["dossier.json"].get_file().read_bytes())["records"]
    names = {kind: [one["name"] for one in records] for kind, records in embedded.items()}
    assert names == {
        "dpo_opinion": ["Sur la prospection"],
        "operation": ["Formation des équipes"],
        "dpia": ["AIPD vidéo"],
        "request": ["Accès de mars"],
        "breach": ["Courriel égaré"],
        "action": ["Chiffrer les portables"],
    }


def test_a_year_before_the_journal_is_told_from_the_records_as_they_stand(tmp_path: Path) -> None:
    text = said(written(tmp_path, 2025))
    assert "Clé perdue" in text
    assert "l’an dernier" in text
    assert "Received 1" in text
    assert "Records kept on 23 November 2026" in text
    assert "Courriel égaré" not in text


def test_what_was_entered_after_the_year_counts_and_what_was_kept_is_that_of_its_end(tmp_path: Path) -> None:
    with make_store(tmp_path / "a.dossier", [record("organisation", name="Éco"), *LOG]) as store:
        late = record("breach", name="Vol de décembre", aware_at={"at": "2026-12-30T08:00:00Z"})
        after = Edit("in January", (Change(None, late), Change(None, record("activity", name="Vivier"))))
        store.apply(after, AUTHOR, NOW + timedelta(days=60))
        scope = Scope("en", NOW + timedelta(days=70), "full")
        export_annual_report(store.dossier, tmp_path / "a.pdf", 2026, scope, store.path)
    text = said((tmp_path / "a.pdf").read_bytes())
    assert "Vol de décembre" in text
    assert "Records kept on 31 December 2026" in text
    assert "Processing activities 1" in text
    assert verify_pdf(tmp_path / "a.dossier", tmp_path / "a.pdf").difference == ""


def test_a_year_that_has_not_begun_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="2027"):
        written(tmp_path, 2027)
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("lang", CODES)
def test_it_can_be_written_of_any_dossier(lang: Code, tmp_path: Path) -> None:
    with make_store(tmp_path / "a.dossier", filled_dossier()) as store:
        scope = Scope(lang, NOW + timedelta(days=1), "full")
        export_annual_report(store.dossier, tmp_path / "a.pdf", 2026, scope, tmp_path / "a.dossier")
    assert_valid((tmp_path / "a.pdf").read_bytes())


def test_the_terminal_writes_it(tmp_path: Path) -> None:
    with make_store(tmp_path / "a.dossier", [record("organisation", name="Éco"), *LOG]):
        pass
    target = tmp_path / "r.pdf"
    assert run_command(["annual-report", str(tmp_path / "a.dossier"), str(target), "--lang", "fr"]) == 0
    assert "Rapport annuel du délégué à la protection des données" in said(target.read_bytes())

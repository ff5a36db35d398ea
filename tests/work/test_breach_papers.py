"""The worksheet and the calendar of a breach as files, from the terminal too."""

import subprocess
from pathlib import Path

import pytest

from dossier.cli import run_command
from dossier.errors import InvalidInput, NotFound
from dossier.i18n import language
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.work.breach_papers import export_worksheet, save_calendar
from tests.factories import NOW, make_store, record


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    running = record("breach", reference="VIO-2026-003", name="Portable volé", aware_at={"at": NOW.isoformat()})
    suspected = record("breach", reference="VIO-2026-004", name="Peut-être rien", state="suspicion")
    store = make_store(tmp_path / "essai.dossier", [record("organisation", name="Éco"), running, suspected])
    store.close()
    return store.dossier


def breach(dossier: Dossier, reference: str) -> Breach:
    found = dossier.called(reference)
    assert isinstance(found, Breach)
    return found


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout


def test_the_worksheet_is_a_pdf_with_its_digest(dossier: Dossier, tmp_path: Path) -> None:
    target = tmp_path / "form.pdf"
    exported = export_worksheet(dossier, breach(dossier, "VIO-2026-003"), target, "fr", NOW)
    assert exported.pages > 2
    assert len(exported.sha256) == 64
    assert "Portable volé" in text_of(target)


def test_the_deadline_is_a_calendar_file(dossier: Dossier, tmp_path: Path) -> None:
    target = tmp_path / "due.ics"
    save_calendar(dossier, breach(dossier, "VIO-2026-003"), target, language("fr"), NOW)
    assert b"DTSTART:20261125T130500Z" in target.read_bytes()


def test_where_no_clock_runs_no_file_is_left(dossier: Dossier, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="VIO-2026-004"):
        save_calendar(dossier, breach(dossier, "VIO-2026-004"), tmp_path / "due.ics", language("fr"), NOW)
    assert not (tmp_path / "due.ics").exists()


def test_the_terminal_writes_the_worksheet_of_the_breach_that_is_named(
    dossier: Dossier, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "form.pdf"
    file = str(tmp_path / "essai.dossier")
    assert run_command(["worksheet", file, "VIO-2026-003", str(target), "--lang", "en"]) == 0
    assert str(target) in capsys.readouterr().out
    assert "not checked against the live form" in text_of(target)
    for wrong in ("VIO-2026-999", "ORG-001"):
        assert run_command(["worksheet", file, wrong, str(target)]) == NotFound.exit_code
        assert wrong in capsys.readouterr().err

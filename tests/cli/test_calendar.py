"""`dossier calendar`: everything that is due, in a file for calendars."""

from pathlib import Path

import pytest

from dossier.cli import run_command
from tests.factories import make_store, record


@pytest.fixture
def file(tmp_path: Path) -> Path:
    review = record("processor", reference="STT-001", name="CELESTE", next_review="2027-01-05")
    action = record("action", reference="ACN-001", name="Chiffrer les postes", due_on="2020-01-31", state="a_faire")
    make_store(tmp_path / "log.dossier", [review, action]).close()
    return tmp_path / "log.dossier"


def test_it_writes_what_is_late_and_what_is_to_come(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = file.with_name("deadlines.ics")
    assert run_command(["calendar", str(file), str(target), "--lang", "en"]) == 0
    lines = target.read_bytes().decode().split("\r\n")
    assert [line for line in lines if line.startswith(("DTSTART", "SUMMARY"))] == [
        "DTSTART;VALUE=DATE:20200131",
        "SUMMARY:ACN-001: action",
        "DTSTART;VALUE=DATE:20270105",
        "SUMMARY:STT-001: review",
    ]
    assert "(2 échéances)" in capsys.readouterr().out


def test_a_dossier_is_not_written_over(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    assert run_command(["calendar", str(file), str(file)]) == 5
    assert "rien n’a été modifié" in capsys.readouterr().err
    assert file.read_bytes() == before

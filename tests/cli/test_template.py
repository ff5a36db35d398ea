"""`dossier template`: ready-made activities listed and inserted on a terminal."""

import json
from pathlib import Path

import pytest

from dossier.cli import run_command
from dossier.errors import NotFound
from dossier.store.store import Store
from tests.factories import make_store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    make_store(tmp_path / "a.dossier").close()
    return tmp_path / "a.dossier"


def test_without_a_name_the_templates_are_listed_in_the_language_of_the_dossier(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["template", str(file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split(maxsplit=1) == ["payroll", "Paie et déclarations sociales"]
    assert len(lines) == 12


def test_with_a_name_it_is_inserted_as_a_draft(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["template", str(file), "cctv"]) == 0
    assert "TRT-001 – Vidéosurveillance" in capsys.readouterr().out
    assert run_command(["list", str(file), "retention", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["duration"] for row in rows if "duration" in row] == [{"count": 1}]


def test_a_name_that_no_template_has_changes_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.read(file) as store:
        before = store.dossier.sequence
    assert run_command(["template", str(file), "astrology"]) == NotFound.exit_code
    assert "payroll" in capsys.readouterr().err
    with Store.read(file) as store:
        assert store.dossier.sequence == before

"""What an export is asked for in the terminal: what would be left out without a word is refused, what is risky said."""

from pathlib import Path

import pytest

from dossier.cli import run_command
from tests.factories import make_store, record
from tests.ui.exports import text_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    activity, other = record("activity", name="Paie", notes="Vu avec Jeanne Petit"), record("activity", name="Vivier")
    contact = record("contact", name="Jeanne Petit", function="Juriste")
    purpose = record("purpose", activity=activity.id, name="Payer", basis="contrat")
    further = [record("processor", name="Stripe"), record("waiver", name="Attendre"), record("action", name="Relire")]
    with make_store(
        tmp_path / "a.dossier", [record("organisation", name="Éco"), contact, activity, other, purpose, *further]
    ):
        pass
    return tmp_path / "a.dossier"


def export(file: Path, *options: str) -> int:
    return run_command(["export", str(file), str(file.with_suffix(".pdf")), *options])


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("--only activity --record STT-001 --record TRT-001", "--only processor"),
        ("--only synthese --record TRT-001", "--only activity"),
        ("--record ACN-001", "--only action"),
        ("--only action", "--tick action"),
        ("--only waiver --record DER-001", "--tick waiver"),
        ("--only constats", "--tick findings"),
        ("--only activity waiver", "--tick waiver"),
        ("--only activity --tick action_plan", "--only action_plan"),
        ("--only processor --tick activity.notes", "--only activity"),
    ],
)
def test_what_would_be_left_out_without_a_word_is_refused(
    options: str, words: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(file, *options.split()) == 2
    assert words in " ".join(capsys.readouterr().err.split())
    assert not file.with_suffix(".pdf").exists()


@pytest.mark.parametrize(
    "options",
    [
        "--only activity processor --record STT-001 --record TRT-001",
        "--only bases_legales --record TRT-001",
        "--only aipd conservation --record TRT-001",
        "--only action --tick action --record ACN-001",
        "--profile full --record ACN-001",
        "--only activity --tick activity.notes",
    ],
)
def test_what_is_asked_for_leaves(options: str, file: Path) -> None:
    assert export(file, *options.split()) == 0
    assert "Vivier" not in text_of(file.with_suffix(".pdf").read_bytes()) or "TRT-001" not in options


def test_a_record_that_is_named_leaves_alone(file: Path) -> None:
    assert export(file, "--record", "TRT-001") == 0
    text = text_of(file.with_suffix(".pdf").read_bytes())
    assert "Paie" in text
    assert [word for word in ("Vivier", "Stripe", "Tous les registres") if word in text] == []


def test_a_repeated_part_is_chosen_by_its_record(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with_part = ["--only", "activity", "--record", "FIN-001"]
    assert export(file, *with_part) == 8
    assert "TRT-001" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ("--only violations --from 2026-06-30 --to 2026-01-01", 8),
        ("--state-on 2999-01-01", 8),
        ("--only activity --record TRT-001 --state-on 2020-01-01", 7),
    ],
)
def test_days_that_cannot_be_write_nothing(options: str, code: int, file: Path) -> None:
    assert export(file, *options.split()) == code
    assert not file.with_suffix(".pdf").exists()


def test_years_of_the_annual_report(file: Path, tmp_path: Path) -> None:
    report = ["annual-report", str(file), str(tmp_path / "r.pdf"), "--year"]
    assert run_command([*report, "2999"]) == 8
    assert not (tmp_path / "r.pdf").exists()
    assert run_command([*report, "2019"]) == 0


def test_what_is_internal_and_leaves_is_said(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(file, "--tick", "activity.notes", "--tick", "waiver") == 0
    said = capsys.readouterr().err
    assert "Activité de traitement, Notes internes, Dérogations motivées" in said
    assert export(file, "--profile", "full", "--tick", "waiver") == 0
    assert capsys.readouterr().err == ""


def test_texts_that_name_somebody_who_is_hidden_are_listed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(file, "--profile", "full", "--hide-names") == 0
    said = capsys.readouterr().err
    assert "TRT-001" in said
    assert "Jeanne Petit" in said
    assert export(file, "--only", "processor", "--hide-names") == 0
    assert "Jeanne Petit" not in capsys.readouterr().err

"""`dossier incident`: kept whatever happens, in the dossier or on this computer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.cli import breaches, run_command
from dossier.model.breach import Breach
from dossier.paths import user_spool
from dossier.store.store import Store
from dossier.work.incident_note import read_note
from dossier.work.spool import Spool
from tests.factories import NOW, make_store

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(breaches, "now", lambda: NOW.astimezone())  # 14:05 in Paris


@pytest.fixture
def path(tmp_path: Path) -> Path:
    make_store(tmp_path / "essai.dossier").close()
    return tmp_path / "essai.dossier"


def only_breach(path: Path) -> Breach:
    with Store.read(path) as store:
        (breach,) = store.dossier.of(Breach)
    return breach


def run(*arguments: object) -> int:
    use = ["incident", *map(str, arguments)]
    return run_command(use)


def test_a_sentence_is_enough(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "Portable volé", "--by", "Marie") == 0
    breach = only_breach(path)
    assert (breach.name, breach.logged_by) == ("Portable volé", "Marie")
    said = capsys.readouterr().out
    assert "VIO-2026-001" in said
    assert "25/11/2026 14:05 (Paris)" in said


def test_the_time_of_awareness_is_said_as_it_was_understood(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "Vol", "--aware", "hier 18:30") == 0
    breach = only_breach(path)
    assert breach.aware_at is not None
    assert breach.aware_at.at.isoformat() == "2026-11-21T17:30:00+00:00"
    assert breach.logged_at is not None
    assert breach.logged_at.at == NOW
    said = capsys.readouterr().out
    assert "21/11/2026 18:30 (Paris)" in said
    assert "24/11/2026 18:30 (Paris)" in said


def test_a_suspicion_runs_no_clock(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "Un doute", "--suspicion", "--aware", "09:00") == 0
    breach = only_breach(path)
    assert breach.aware_at is None
    assert breach.suspected_at is not None
    assert "24/11" not in capsys.readouterr().out


def test_a_time_that_is_not_understood_is_kept_in_its_words(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "Vol", "--aware", "pendant la pause") == 0
    breach = only_breach(path)
    assert breach.aware_at is None
    assert "pendant la pause" in breach.dates_comment
    assert "pendant la pause" in capsys.readouterr().err


def test_a_time_in_the_future_is_kept_and_said(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "Vol", "--aware", "2027-01-01 10:00") == 0
    assert only_breach(path).aware_at is not None
    assert capsys.readouterr().err.count("\n") == 1


def test_an_incident_for_a_dossier_that_is_not_there_waits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "absent.dossier", "Vol") == 0
    (note,) = Spool(user_spool()).waiting()
    assert note.text == "Vol"
    assert "absent.dossier" in capsys.readouterr().out


def test_what_waited_enters_with_the_next_incident_and_is_said(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = path.read_bytes()
    path.unlink()
    assert run(path, "Premier") == 0
    path.write_bytes(whole)
    assert run(path, "Second") == 0
    said = capsys.readouterr().out
    assert "VIO-2026-001" in said
    assert "VIO-2026-002" in said
    with Store.read(path) as store:
        assert {one.name for one in store.dossier.of(Breach)} == {"Premier", "Second"}


def test_a_note_is_sent_and_logged_by_a_colleague(path: Path, tmp_path: Path) -> None:
    sent = tmp_path / "vol.incident"
    assert run(tmp_path / "absent.dossier", "Vol", "--by", "Paul", "--out", sent) == 0
    assert read_note(sent).path == ""
    for _twice in range(2):
        assert run(path, sent) == 0
    assert (only_breach(path).name, only_breach(path).logged_by) == ("Vol", "Paul")
    assert Spool(user_spool()).waiting() == []


@pytest.mark.parametrize("target", ["essai.dossier", "no folder/vol.incident"])
def test_a_note_that_cannot_be_written_is_logged_all_the_same(
    target: str, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where it would take the place of a dossier."""
    assert run(path, "Vol", "--out", tmp_path / target) == 0
    assert only_breach(path).name == "Vol"
    assert str(tmp_path / target) in capsys.readouterr().out


def test_a_damaged_note_is_refused_in_words(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damaged = tmp_path / "x.incident"
    damaged.write_text("{")
    assert run(path, damaged) == 8
    assert capsys.readouterr().err.count("\n") == 1


def without_display(*arguments: str, given: str | None = None) -> "subprocess.CompletedProcess[str]":
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    variables = {name: value for name, value in os.environ.items() if name not in hidden}
    stdin = {"input": given} if given is not None else {"stdin": subprocess.DEVNULL}
    return subprocess.run(
        [sys.executable, "-m", "dossier", "incident", *arguments],
        capture_output=True, text=True, env=variables, check=False, cwd=ROOT, **stdin,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_words_may_be_piped_where_there_is_no_display(path: Path) -> None:
    assert without_display(str(path), given="Vol\nd’un portable").returncode == 0
    assert only_breach(path).facts == "Vol\nd’un portable"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_words_and_without_a_display_one_sentence_says_what_to_do(path: Path) -> None:
    done = without_display(str(path))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr

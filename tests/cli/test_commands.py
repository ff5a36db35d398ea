"""The commands of the terminal, run as people run them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.cli import COMMANDS, run_command
from dossier.store import driver
from dossier.work.examples import COMPANIES

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def soco(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run_command(["demo", "--company", "soco", "--out", str(tmp_path)]) == 0
    capsys.readouterr()
    return tmp_path / "soco.dossier"


def test_demo_writes_a_dossier_and_its_pdf_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _again in range(2):
        assert run_command(["demo", "--company", "sopexa", "--out", str(tmp_path / "out")]) == 0
        said = capsys.readouterr().out
        assert str(tmp_path / "out" / "sopexa.dossier") in said
        assert str(tmp_path / "out" / "sopexa.pdf") in said
    assert (tmp_path / "out" / "sopexa.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_new_makes_a_dossier_that_list_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "n.dossier"
    assert run_command(["new", str(path), "--name", "Société Œuvre"]) == 0
    assert run_command(["list", str(path), "organisation", "--json"]) == 0
    said = capsys.readouterr().out
    rows = json.loads(said[said.index("[") :])
    assert [row["name"] for row in rows] == ["Société Œuvre"]
    assert run_command(["list", str(path)]) == 0
    assert "processor" in capsys.readouterr().out


def test_export_writes_the_kinds_asked_for_in_the_language_asked_for(soco: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    assert run_command(["export", str(soco), str(target), "--lang", "en", "--only", "processor"]) == 0
    text = subprocess.run(["pdftotext", target, "-"], capture_output=True, text=True, check=True).stdout
    assert "Processors" in text
    assert "Processing activities" not in text


def test_kinds_follow_one_only_or_several(soco: Path, tmp_path: Path) -> None:
    made = []
    for number, only in enumerate((["--only", "processor", "system"], ["--only", "system", "--only", "processor"])):
        target = tmp_path / f"{number}.pdf"
        assert run_command(["export", str(soco), str(target), "--lang", "en", *only]) == 0
        made.append(subprocess.run(["pdftotext", target, "-"], capture_output=True, text=True, check=True).stdout)
    assert all("Processors" in text and "Systems" in text and "Notices" not in text for text in made)
    assert run_command(["export", str(soco), str(tmp_path / "none.pdf"), "processor"]) == 2


def test_a_chapter_that_is_no_register_is_asked_for_by_its_name(soco: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    assert run_command(["export", str(soco), str(target), "--lang", "en", "--only", "glossary", "system"]) == 0
    text = subprocess.run(["pdftotext", target, "-"], capture_output=True, text=True, check=True).stdout
    assert "Systems" in text
    assert "art. 4(7)" in text
    assert "Log of changes" not in text


def test_verify_says_what_does_not_hold(soco: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["verify", str(soco)]) == 0
    connection = driver.connect(f"file:{soco}")
    connection.execute("UPDATE activity SET name = 'other' WHERE reference = 'TRT-003'")
    connection.close()
    assert run_command(["verify", str(soco)]) == 9
    assert "TRT-003" in capsys.readouterr().out


def test_json_and_back(soco: Path, tmp_path: Path) -> None:
    out, copy = tmp_path / "s.json", tmp_path / "copy.dossier"
    assert run_command(["to-json", str(soco), str(out), "--documents", "--journal"]) == 0
    assert run_command(["from-json", str(copy), str(out)]) == 0
    assert run_command(["verify", str(copy)]) == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["list", "none.dossier"], 7),
        (["list", "{soco}", "no_such_kind"], 7),
        (["export", "{soco}", "/no/such/folder/out.pdf"], 5),
        (["new", "{soco}", "--name", "x"], 5),
        (["verify", __file__], 3),
        (["from-json", "new.dossier", __file__], 8),
        (["demo", "--company", "acme"], 7),
        (["no-such-command"], 2),
        (["export", "{soco}", "{soco}"], 5),
        (["to-json", "{soco}", "{soco}"], 5),
        (["export", "{soco}", "out.pdf", "--only", "purpose"], 8),
        (["export", "{soco}", "out.pdf", "--only", "no_such_kind"], 7),
        (["demo", "--out", "{soco}/below"], 5),
    ],
)
def test_an_error_is_one_sentence_and_an_exit_code_of_its_own(
    arguments: list[str], code: int, soco: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command([argument.format(soco=soco) for argument in arguments]) == code
    captured = capsys.readouterr()
    assert captured.err.strip()
    assert "Traceback" not in captured.err
    assert run_command(["verify", str(soco)]) == 0


@pytest.mark.parametrize("name", [name for name, _function, _help in COMMANDS])
def test_the_help_of_each_command_gives_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command([name, "--help"]) == 0
    assert f"dossier {name} " in capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_a_window_without_a_display_is_refused_in_one_sentence(tmp_path: Path) -> None:
    variables = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    variables = {**variables, "QT_QPA_PLATFORM": "", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "dossier"], capture_output=True, text=True, env=variables, check=False, cwd=ROOT
    )
    assert done.returncode == 10
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("company", COMPANIES)
def test_the_terminal_needs_no_qt(company: str, tmp_path: Path) -> None:
    """In a process of its own where importing PySide6 fails."""
    without_qt = "import sys; sys.modules['PySide6'] = None; from dossier.__main__ import main; sys.exit(main())"
    command = [sys.executable, "-c", without_qt, "demo", "--company", company, "--out", str(tmp_path)]
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "HOME": str(tmp_path)}, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / f"{company}.pdf").stat().st_size > 10_000


def test_a_part_of_a_kind_can_be_listed(soco: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["list", str(soco), "purpose"]) == 0
    assert "FIN-001" in capsys.readouterr().out


@pytest.mark.parametrize("output", ["| head -1", "> /dev/full", ">&-"])
def test_a_reader_that_goes_away_and_a_full_disk_leave_no_traceback(output: str, soco: Path) -> None:
    command = f'"{sys.executable}" -m dossier list "{soco}" statement {output}'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert ("disque" in done.stderr or "disk" in done.stderr) is ("full" in output)


def test_accents_reach_a_terminal_without_a_language_from_any_folder(soco: Path, tmp_path: Path) -> None:
    """Without a home either: the module is found by the path of the checkout."""
    checkout = Path(__file__).parents[2]
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": "/proc/none", "PYTHONPATH": str(checkout)}
    command = [sys.executable, "-m", "dossier", "list", soco.name, "activity"]
    done = subprocess.run(command, capture_output=True, cwd=soco.parent, env=environment, check=True)
    assert "publicité ciblée" in done.stdout.decode()
    assert done.stderr == b""


def test_the_sheet_to_fill_by_hand_needs_no_dossier_and_takes_one(
    soco: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in ([], [str(soco)]):
        target = tmp_path / "sheet.pdf"
        assert run_command(["incident-sheet", *arguments, str(target), "--lang", "en"]) == 0
        assert "1\xa0page" in capsys.readouterr().out
        text = subprocess.run(["pdftotext", target, "-"], capture_output=True, text=True, check=True).stdout
        assert "What happened?" in text
    assert run_command(["incident-sheet", str(soco), str(soco), str(tmp_path / "a.pdf")]) == 2
    assert run_command(["incident-sheet", str(tmp_path / "none.dossier"), str(tmp_path / "a.pdf")]) == 7

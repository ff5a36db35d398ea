"""Hand-overs in the terminal: export to somebody, what changed since, and whether a PDF is what the dossier held."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.cli import run_command
from dossier.errors import CannotWrite
from dossier.store.store import Store
from dossier.work.preferences import Preferences
from tests.exchanges import document, questionnaire
from tests.factories import AUTHOR, NOW, make_store, record
from tests.handed import dossier_to_hand_over


@pytest.fixture
def file(tmp_path: Path) -> str:
    replace(Preferences.load(NOW), language="en").save()
    dossier_to_hand_over(tmp_path / "a.dossier").close()
    return str(tmp_path / "a.dossier")


@pytest.fixture
def pdf(tmp_path: Path) -> str:
    return str(tmp_path / "out.pdf")


def hand_overs(file: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert run_command(["list", file, "hand_over", "--json"]) == 0
    listed: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return listed


def test_what_has_no_recipient_is_a_working_copy(file: str, pdf: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["export", file, pdf, "--zip"]) == 0
    said = capsys.readouterr().out
    assert "A working copy" in said
    assert "out.zip (1 document" in said
    assert "Not handed over, because the dossier does not hold their files: DOC-002" in said
    assert hand_overs(file, capsys) == []


def test_a_pdf_named_as_its_zip_is_refused_and_what_stands_there_stays(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "y.zip").write_bytes(b"mine")
    assert run_command(["export", file, str(tmp_path / "y.zip"), "--zip", "--recipient", "CNIL"]) == 5
    assert "nothing was written; end that of the PDF in .pdf" in capsys.readouterr().err
    assert (tmp_path / "y.zip").read_bytes() == b"mine"
    assert hand_overs(file, capsys) == []


def test_a_zip_without_any_document_is_said_not_to_be(file: str, pdf: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["export", file, pdf, "--zip", "--only", "glossary"]) == 0
    assert "No document goes along" in capsys.readouterr().out
    assert not Path(pdf).with_suffix(".zip").exists()


def test_a_passphrase_file_that_is_missing_is_called_a_file(
    file: str, pdf: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = str(tmp_path / "absent.txt")
    assert run_command(["export", file, pdf, "--sign", pdf, "--passphrase-file", absent]) == 8
    assert "(the file does not exist)" in capsys.readouterr().err


def test_what_has_a_recipient_is_recorded(file: str, pdf: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = ["--recipient", "CNIL", "--purpose", "Contrôle", "--channel", "courriel", "--zip"]
    assert run_command(["export", file, pdf, *told]) == 0
    said = capsys.readouterr().out
    assert "Recorded as REM-001." in said
    (made,) = hand_overs(file, capsys)
    assert (made["recipient"], made["purpose"], made["channel"]) == ("CNIL", "Contrôle", "courriel")
    assert str(made["sha256"]) in said
    assert str(made["archive_sha256"]) in said


def test_the_record_bears_the_clock_whatever_the_document_bears(
    file: str, pdf: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert run_command(["export", file, pdf, "--recipient", "CNIL"]) == 0
    assert b"1970-01-02" in Path(pdf).read_bytes()
    (made,) = hand_overs(file, capsys)
    assert "1970" not in str(made["handed_at"])


def test_names_inside_the_documents_are_not_hidden_and_that_is_said(
    file: str, pdf: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["export", file, pdf, "--zip", "--hide-names"]) == 0
    assert "no name is hidden inside them" in capsys.readouterr().out


def test_a_document_can_be_left_out(file: str, pdf: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["export", file, pdf, "--zip", "--without", "DOC-002"]) == 0
    assert "DOC-002" not in capsys.readouterr().out


@pytest.mark.usefixtures("file")
def test_an_answer_takes_along_what_its_questions_name_and_nothing_else(
    tmp_path: Path, pdf: str, capsys: pytest.CaptureFixture[str]
) -> None:
    other = document(name="Contrat")
    supplier = record("processor", name="Hébergeur", contract_document=other.id)
    make_store(tmp_path / "b.dossier", [*questionnaire(), other, supplier]).close()
    told = ["--recipient", "CNIL", "--exchange", "CTR-2026-001", "--zip", "--lang", "en"]
    assert run_command(["export", str(tmp_path / "b.dossier"), pdf, *told]) == 0
    said = capsys.readouterr().out
    assert "because the dossier does not hold their files: DOC-001, DOC-002" in said
    assert "DOC-003" not in said


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--purpose", "Contrôle"], 2),
        (["--without", "DOC-001"], 2),
        (["--zip", "--without", "DOC-999"], 7),
        (["--recipient", "CNIL", "--exchange", "CTR-999"], 7),
        (["--recipient", "CNIL", "--channel", "pigeon"], 2),
    ],
)
def test_what_is_asked_for_wrongly_writes_nothing(options: list[str], code: int, file: str, pdf: str) -> None:
    assert run_command(["export", file, pdf, *options]) == code
    assert not Path(pdf).exists()


def test_where_somebody_else_writes_nothing_is_handed_over(
    file: str, pdf: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open(Path(file), NOW):
        assert run_command(["export", file, pdf, "--recipient", "CNIL"]) == 4
    assert "nothing was written" in capsys.readouterr().err
    assert not Path(pdf).exists()


def test_files_that_are_written_stay_where_the_record_fails(
    file: str, pdf: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise CannotWrite("The disk is full.")

    monkeypatch.setattr(Store, "apply", refuse)
    assert run_command(["export", file, pdf, "--recipient", "CNIL"]) == 5
    said = capsys.readouterr()
    assert "SHA-256" in said.out
    assert "the hand-over is not recorded: note it by hand with the values above" in said.err
    assert Path(pdf).exists()


def test_verify_pdf_says_whether_it_is_what_the_dossier_held(
    file: str, pdf: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["export", file, pdf, "--recipient", "CNIL", "--profile", "full"]) == 0
    assert run_command(["verify-pdf", file, pdf]) == 0
    assert "is what the dossier held" in capsys.readouterr().out
    data = Path(pdf).read_bytes()
    Path(pdf).write_bytes(data.replace(b"<pdf:Keywords>", b"<pdf:Keywordz>", 1))
    assert run_command(["verify-pdf", file, pdf]) == 9
    assert "What the file says about itself" in capsys.readouterr().out
    Path(pdf).write_bytes(data[:-9])
    assert run_command(["verify-pdf", file, pdf]) == 8
    assert run_command(["verify-pdf", file, file]) == 8
    assert run_command(["verify-pdf", file, pdf + "x"]) == 7


def test_changes_since_a_hand_over_are_a_pdf(
    file: str, pdf: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["export", file, pdf, "--recipient", "CNIL"]) == 0
    assert run_command(["template", file, "payroll"]) == 0
    capsys.readouterr()
    assert run_command(["changes", file, "REM-001", str(tmp_path / "changes.pdf"), "--lang", "en"]) == 0
    assert "changes.pdf" in capsys.readouterr().out
    assert run_command(["changes", file, "TRT-001", str(tmp_path / "no.pdf")]) == 7
    assert AUTHOR.name not in (tmp_path / "changes.pdf").read_bytes().decode("latin-1")

"""A PDF that somebody signed: valid for others, still archival and tagged, and nothing asked of a network."""

import io
import logging
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest
from cryptography import x509
from pyhanko.keys.internal import translate_pyca_cryptography_cert_to_asn1
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from dossier.cli import run_command
from dossier.errors import DossierError
from dossier.i18n import use_language
from dossier.report.scope import Scope
from dossier.work.export import Exported, export_pdf, written
from dossier.work.pdf_verification import verify_pdf
from dossier.work.signing import Signing, signature
from tests.factories import NOW, filled_dossier, make_store
from tests.keys import PASSPHRASE, SIGNER, certificate, p12
from tests.report.packs import PACKS, small
from tests.report.reading import check_structure, elements, opened, plain

needs_pdfsig = pytest.mark.skipif(not shutil.which("pdfsig"), reason="pdfsig (poppler-utils) is not installed")
needs_qpdf = pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return p12(tmp_path / "key.p12")


def signed(
    name: str, folder: Path, visible: bool = True, made: x509.Certificate | None = None, kind: str = "rsa"
) -> Path:
    """One of `PACKS`, signed."""
    signing = Signing(p12(folder / "key.p12", made, kind), PASSPHRASE, visible)
    return written(PACKS[name](), folder / "out.pdf", signing=signing).path


def pdfsig(path: Path) -> str:
    return subprocess.run(["pdfsig", path], capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("visible", [True, False])
@pytest.mark.parametrize("name", ["empty", "small", "english", "hostile", "long table", "long cell", "no strings"])
def test_a_signed_document_still_conforms(name: str, visible: bool, tmp_path: Path) -> None:
    data = signed(name, tmp_path, visible).read_bytes()
    for profile in ("3a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    check_structure(data)
    assert opened(data).check_pdf_syntax() == []


@needs_pdfsig
@pytest.mark.parametrize("visible", [True, False])
@pytest.mark.parametrize("name", ["empty", "small", "hostile", "long cell"])
def test_another_program_finds_the_signature_valid_and_over_the_whole_file(
    name: str, visible: bool, tmp_path: Path
) -> None:
    said = pdfsig(signed(name, tmp_path, visible))
    for words in ("Signature is Valid", "Total document signed", SIGNER, "SHA-256", "ETSI.CAdES.detached"):
        assert words in said
    assert said.count("Signature #") == 1


@needs_pdfsig
def test_a_key_on_an_elliptic_curve_signs_too(tmp_path: Path) -> None:
    for number in range(4):  # these signatures are not all as long
        assert "Signature is Valid" in pdfsig(signed("small", tmp_path, bool(number % 2), certificate("p256"), "p256"))


@needs_qpdf
@pytest.mark.parametrize("visible", [True, False])
def test_a_third_program_finds_the_file_clean(visible: bool, tmp_path: Path) -> None:
    checked = subprocess.run(["qpdf", "--check", signed("small", tmp_path, visible)], capture_output=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, b"")


def test_it_is_a_baseline_signature_of_PAdES(tmp_path: Path) -> None:
    data = signed("small", tmp_path).read_bytes()
    (found,) = PdfFileReader(io.BytesIO(data)).embedded_signatures
    root = translate_pyca_cryptography_cert_to_asn1(certificate())
    status = validate_pdf_signature(found, ValidationContext(trust_roots=[root], allow_fetching=False, moment=NOW))
    assert (status.intact, status.valid, status.trusted) == (True, True, True)
    assert status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    (info,) = found.signed_data["signer_infos"]
    attributes = {attribute["type"].native for attribute in info["signed_attrs"]}
    assert attributes == {"content_type", "message_digest", "signing_certificate_v2"}
    assert str(found.sig_object["/M"]) == "D:20261122110000+01'00'"  # the time of the export, not in the signature


@needs_pdfsig
@pytest.mark.parametrize("part", ["data", "page", "title", "catalog", "end"])
def test_a_signed_file_in_which_a_byte_changed_is_refused(part: str, tmp_path: Path) -> None:
    path = signed("small", tmp_path)
    data = bytearray(path.read_bytes())
    place = {
        "data": data.index(b"stream\n") + 20,
        "page": data.index(b"Footer") + 40,
        "title": data.index(b"<dc:title>") + 50,
        "catalog": data.index(b"/M(D:20261122") + 4,
        "end": data.rindex(b"/ID[<") + 6,
    }[part]
    data[place] ^= 1
    path.write_bytes(data)
    assert "Signature is Valid" not in pdfsig(path)


@needs_pdfsig
def test_what_is_added_to_a_signed_file_is_seen(tmp_path: Path) -> None:
    path = signed("small", tmp_path)
    with pikepdf.open(path) as document:
        document.docinfo["/Title"] = "Autre"
        document.save(tmp_path / "saved.pdf")
    path.write_bytes(path.read_bytes() + b"\n% more\n")
    assert "Not total document signed" in pdfsig(path)
    assert "Signature is Valid" not in pdfsig(tmp_path / "saved.pdf")


def test_the_visible_box_tells_who_signed_and_when_and_is_tagged(tmp_path: Path) -> None:
    path = signed("small", tmp_path, made=certificate(issuer="Autorité Éprouvée"))
    first = subprocess.run(["pdftotext", "-l", "1", path, "-"], capture_output=True, text=True, check=True).stdout
    assert "Signé électroniquement par" in first
    assert SIGNER in first
    assert "certificat délivré par Autorité Éprouvée" in first
    document = opened(path.read_bytes())
    (form,) = [element for element, _ in elements(document.Root.StructTreeRoot.K, []) if element.S == "/Form"]
    (field,) = document.Root.AcroForm.Fields
    told = (
        f"Signé électroniquement par {SIGNER}, 22/11/2026 à 11:00 (UTC+01:00), certificat délivré par Autorité Éprouvée"
    )
    assert plain(str(form.Alt)) == plain(str(field.TU)) == told
    assert form.K[0].Obj.objgen == field.objgen
    assert field.Rect[2] > field.Rect[0]
    assert "/NeedAppearances" not in document.Root.AcroForm


def test_a_signature_that_is_not_visible_takes_no_room(tmp_path: Path) -> None:
    document = opened(signed("small", tmp_path, visible=False).read_bytes())
    (field,) = document.Root.AcroForm.Fields
    assert [int(number) for number in field.Rect] == [0, 0, 0, 0]
    assert int(field.F) & 4  # printed, as PDF/A asks of all
    text = subprocess.run(["pdftotext", tmp_path / "out.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert SIGNER not in text


@pytest.mark.parametrize("name", ["X" * 64, "<b>(R\\) 漢 \u202e", "É " * 21, "-"])
def test_any_name_can_sign_and_what_the_fonts_lack_is_told(name: str, tmp_path: Path) -> None:
    signing = Signing(p12(tmp_path / "key.p12", certificate(name=name)), PASSPHRASE, visible=True)
    exported = written(small(), tmp_path / "out.pdf", signing=signing)
    assert ("漢" in exported.not_shown) is ("漢" in name)
    data = exported.path.read_bytes()
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant
    assert page.validate_pdf_bytes(data, profile="3a").is_compliant


def test_what_is_told_of_a_file_is_told_of_it_signed(key: Path, tmp_path: Path) -> None:
    with make_store(tmp_path / "a.dossier", filled_dossier()) as store:
        plain_one = export_pdf(store.dossier, tmp_path / "1.pdf", Scope("fr", NOW))
        one, again = (export(store.dossier, tmp_path / f"{name}.pdf", key) for name in ("2", "3"))
    assert one.sha256 == sha256(one.path.read_bytes()).hexdigest()
    assert one.sha256 == again.sha256  # an RSA signature of the same file at the same time is the same
    assert one.sha256 != plain_one.sha256
    assert one.pages == plain_one.pages


def export(dossier: Any, target: Path, key: Path) -> Exported:
    return export_pdf(dossier, target, Scope("fr", NOW), signing=Signing(key, PASSPHRASE))


ASKED_OF_A_NETWORK: list[str] = []
WATCHED = ["socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"]
_watching: list[bool] = []


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """A loop of asyncio makes a pair of sockets for itself; those of a network have an address family of their own."""
    if _watching and (event in WATCHED or (event == "socket.__new__" and arguments[1] in (2, 10))):
        ASKED_OF_A_NETWORK.append(event)


def test_nothing_is_asked_of_a_network(key: Path, tmp_path: Path) -> None:
    import socket

    sys.addaudithook(_watch)
    _watching.append(True)
    try:
        written(small(), tmp_path / "out.pdf", signing=Signing(key, PASSPHRASE, visible=True))
        assert ASKED_OF_A_NETWORK == []
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
        assert ASKED_OF_A_NETWORK == ["socket.__new__"]  # it would have been seen
    finally:
        _watching.clear()


UNSUITED: dict[str, tuple[x509.Certificate, str, str]] = {
    "ended": (certificate(valid=(2020, 2026)), "rsa", "ended on 2026-01-01"),
    "not begun": (certificate(valid=(2027, 2030)), "rsa", "only begins on 2027-01-01"),
    "short": (certificate("short rsa"), "short rsa", "RSA of 2,048 bits"),
    "rare curve": (certificate("brainpool"), "brainpool", "P-256"),
    "ed25519": (certificate("ed25519"), "ed25519", "P-256"),
    "for a server": (certificate(uses=["key_encipherment"]), "rsa", "not made to sign"),
}


@pytest.mark.parametrize("what", UNSUITED)
def test_a_key_that_cannot_sign_is_refused_before_anything_is_written(what: str, tmp_path: Path) -> None:
    made, kind, words = UNSUITED[what]
    refused(Signing(p12(tmp_path / "key.p12", made, kind), PASSPHRASE), f"{SIGNER}.*{words}", tmp_path)


def test_a_wrong_passphrase_is_refused_and_told_nowhere(
    key: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for wrong in ("sésame 42", ""):
        signing = Signing(key, wrong)
        error = refused(signing, r"passphrase does not open .*key\.p12", tmp_path)
        for told in (str(error), repr(error), repr(signing), caplog.text):
            assert not wrong or wrong not in told


def test_what_is_no_key_is_refused(key: Path, tmp_path: Path) -> None:
    whole = key.read_bytes()
    for data in (b"", b"hello", b"%PDF-1.7\n", whole[:700], b"-----BEGIN PRIVATE KEY-----\n"):
        key.write_bytes(data)
        refused(Signing(key, PASSPHRASE), r"not a PKCS#12 file", tmp_path)
    refused(Signing(p12(key, kind=None), PASSPHRASE), "no certificate with its private key", tmp_path)
    refused(Signing(tmp_path / "none.p12", PASSPHRASE), r"no file .*none\.p12", tmp_path)
    refused(Signing(tmp_path, PASSPHRASE), "cannot be read", tmp_path)


def test_a_key_without_a_passphrase_signs(tmp_path: Path) -> None:
    signing = Signing(p12(tmp_path / "open.p12", passphrase=""), "")
    assert written(small(), tmp_path / "out.pdf", signing=signing).pages > 1


@pytest.mark.parametrize(("issuer", "told"), [("", ""), ("🔏 Autorité 🔏", "🔏 Autorité 🔏")])
def test_a_name_of_any_letters_signs(issuer: str, told: str, tmp_path: Path) -> None:
    """Newer than what RFC 4518 knows, by which names are compared."""
    made = certificate(name="🔏 Camille", issuer=issuer)
    signing = Signing(p12(tmp_path / "key.p12", made), PASSPHRASE, visible=True)
    exported = written(small(), tmp_path / "out.pdf", signing=signing)
    assert exported.signed_by == "🔏 Camille"
    assert signature(signing, NOW).issuer == told


def test_two_certificates_of_a_chain_may_have_one_serial_number(tmp_path: Path) -> None:
    """A serial number is one of its issuer's alone."""
    made, issuer = certificate(issuer="Autorité"), certificate("p256", "Autorité", issuer="Racine")
    assert made.serial_number == issuer.serial_number
    signing = Signing(p12(tmp_path / "key.p12", made, chain=[issuer]), PASSPHRASE)
    with make_store(tmp_path / "a.dossier", filled_dossier()) as store:
        export_pdf(store.dossier, tmp_path / "a.pdf", Scope("fr", NOW), file=store.path, signing=signing)
        assert verify_pdf(store.path, tmp_path / "a.pdf").difference == ""


def refused(signing: Signing, words: str, folder: Path) -> DossierError:
    """What is said in one sentence; what stood at the place of the PDF stands there still."""
    use_language("en")
    target = folder / "before.pdf"
    target.write_bytes(b"before")
    with pytest.raises(DossierError) as raised:
        written(replace(small(), created=NOW), target, signing=signing)
    assert re.search(words, str(raised.value))
    assert str(raised.value).count("\n") == 0
    assert target.read_bytes() == b"before"
    assert not [one.name for one in folder.iterdir() if one.name.endswith(".partial")]
    return raised.value


@pytest.fixture
def soco(tmp_path: Path) -> Path:
    assert run_command(["demo", "--company", "soco", "--out", str(tmp_path)]) == 0
    return tmp_path / "soco.dossier"


def test_the_terminal_signs_with_a_passphrase_that_is_not_shown(
    soco: Path, key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def answered(words: str) -> str:
        asked.append(words)
        return PASSPHRASE

    monkeypatch.setattr("click.termui.hidden_prompt_func", answered)
    target = tmp_path / "out.pdf"
    assert run_command(["export", str(soco), str(target), "--sign", str(key), "--visible"]) == 0
    said = capsys.readouterr()
    assert "key.p12" in asked[0]
    assert sha256(target.read_bytes()).hexdigest() in said.out
    assert PASSPHRASE not in said.out + said.err
    assert b"/SubFilter/ETSI.CAdES.detached" in target.read_bytes()


def test_a_script_gives_the_passphrase_in_a_file(soco: Path, key: Path, tmp_path: Path) -> None:
    given, target = tmp_path / "pass.txt", str(tmp_path / "out.pdf")
    command = ["export", str(soco), target, "--passphrase-file", str(given), "--sign", str(key)]
    given.write_text(f"{PASSPHRASE}\n", "utf-8")
    assert run_command(command) == 0
    given.write_text("wrong", "utf-8")
    assert run_command(command) == 8
    given.write_bytes(b"\xff\xfe\x00")
    assert run_command(command) == 8
    given.unlink()
    assert run_command(command) == 8
    assert run_command(["export", str(soco), target, "--visible"]) == 2

"""`verify-pdf`: is this PDF what the dossier held? By content, from the journal; and what each tampering is called."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from dossier.errors import InvalidInput, NotFound
from dossier.law.data import law_sources
from dossier.model.activity import Activity
from dossier.model.breach import Breach
from dossier.report.scope import Period, Scope, Sender
from dossier.store.edit import Change, Edit
from dossier.store.store import Store
from dossier.work import export
from dossier.work.breach_papers import export_worksheet
from dossier.work.enclosures import documents_of
from dossier.work.export import export_annual_report, export_pdf, export_record
from dossier.work.hand_over import handed_over_files
from dossier.work.pdf_verification import verify_pdf
from dossier.work.signing import Signing
from tests.factories import AUTHOR, NOW, add, filled_dossier, make_store, record
from tests.handed import dossier_to_hand_over
from tests.keys import PASSPHRASE, p12
from tests.report.tampering import with_other_letter

FR = Scope("fr", NOW)
LATER = NOW + timedelta(days=40)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with dossier_to_hand_over(tmp_path / "a.dossier") as opened:
        yield opened


@pytest.fixture
def pdf(store: Store, tmp_path: Path) -> Path:
    target = tmp_path / "a.pdf"
    export_pdf(store.dossier, target, FR, file=store.path)
    return target


def rename(store: Store, name: str) -> None:
    (activity,) = store.dossier.of(Activity)
    store.apply(Edit("rename", (Change(activity, activity.with_(name=name)),)), AUTHOR, LATER)


def logo() -> bytes:
    written = io.BytesIO()
    Image.new("RGBA", (1500, 300), (20, 90, 160, 128)).save(written, "PNG")
    return written.getvalue()


SCOPES = {
    "all": FR,
    "complete, in English": Scope("en", NOW, "full"),
    "one part": Scope("fr", NOW, only=(Activity,)),
    "without names": Scope("fr", NOW, "full", hides_names=True, is_draft=True),
    "an earlier day": Scope("fr", NOW, "full", state_on=NOW.date()),
    "days and things ticked": Scope("fr", NOW, ticked=frozenset({"findings"}), period=Period(date(2026, 1, 1))),
    "under another name": Scope("fr", NOW, sender=Sender("Cabinet", logo())),
}


@pytest.mark.parametrize("scope", SCOPES.values(), ids=SCOPES)
def test_a_pdf_is_what_the_dossier_held_however_much_was_written_since(
    scope: Scope, store: Store, tmp_path: Path
) -> None:
    export_pdf(store.dossier, tmp_path / "a.pdf", scope, file=store.path)
    rename(store, "Autre")
    add(store, record("breach", name="Clé USB perdue"), record("action", name="Chiffrer"))
    assert verify_pdf(store.path, tmp_path / "a.pdf").difference == ""


def test_every_field_of_every_kind_is_rebuilt(tmp_path: Path) -> None:
    with make_store(tmp_path / "a.dossier", filled_dossier()) as store:
        export_pdf(store.dossier, tmp_path / "a.pdf", Scope("fr", NOW, "full"), file=store.path)
        rename(store, "Autre")
        assert verify_pdf(store.path, tmp_path / "a.pdf").difference == ""


def test_a_finding_of_what_was_not_changed_for_long_is_rebuilt(store: Store, tmp_path: Path) -> None:
    scope = Scope("en", NOW + timedelta(days=800), "full")
    export_pdf(store.dossier, tmp_path / "a.pdf", scope, file=store.path)
    rename(store, "Autre")
    assert verify_pdf(store.path, tmp_path / "a.pdf").difference == ""


def test_the_same_content_in_other_bytes_is_the_same(store: Store, tmp_path: Path) -> None:
    export_pdf(store.dossier, tmp_path / "a.pdf", FR, file=store.path)
    with patch("dossier.report.archive.COMPRESSION", 1):
        export_pdf(store.dossier, tmp_path / "b.pdf", FR, file=store.path)
    assert (tmp_path / "a.pdf").read_bytes() != (tmp_path / "b.pdf").read_bytes()
    assert verify_pdf(store.path, tmp_path / "b.pdf").difference == ""


def test_a_sheet_alone_and_the_annual_report_are_compared_too(store: Store, tmp_path: Path) -> None:
    (activity,) = store.dossier.of(Activity)
    export_record(store.dossier, activity, tmp_path / "one.pdf", FR)
    export_annual_report(store.dossier, tmp_path / "year.pdf", 2026, FR, store.path)
    rename(store, "Autre")
    for name in ("one.pdf", "year.pdf"):
        assert verify_pdf(store.path, tmp_path / name).difference == ""


@pytest.mark.parametrize("visible", [False, True])
def test_a_signature_is_left_out_and_said(visible: bool, store: Store, tmp_path: Path) -> None:
    signing = Signing(p12(tmp_path / "key.p12"), PASSPHRASE, visible)
    export_pdf(store.dossier, tmp_path / "a.pdf", FR, file=store.path, signing=signing)
    verdict = verify_pdf(store.path, tmp_path / "a.pdf")
    assert verdict.difference == ""
    assert "signature itself was not looked at" in " ".join(verdict.remarks)


def test_the_documents_that_went_along_are_said_to_be_elsewhere(store: Store, tmp_path: Path) -> None:
    documents = [one.id for one in documents_of(store.dossier, FR)]
    handed_over_files(store.path, store.dossier, tmp_path / "a.pdf", FR, documents)
    verdict = verify_pdf(store.path, tmp_path / "a.pdf")
    assert verdict.difference == ""
    assert "SHA-256 in its annex" in verdict.remarks[0]


def is_json(inside: bytes) -> bool:
    return inside.startswith(b'{"format": "dossier/1"')


def is_page(inside: bytes) -> bool:
    return b"BT" in inside and b"BDC" in inside


def is_pool(inside: bytes) -> bool:
    return b"/Title(" in inside


def with_other_information(data: bytes) -> bytes:
    return data.replace(b"<pdf:Keywords>RGPD", b"<pdf:Keywords>RGPF", 1)


def with_other_footer(data: bytes) -> bytes:
    """The page number of the second page stands uncompressed."""
    found = re.search(rb"/Footer>>BDC BT [^(]*\((.)", data)
    assert found
    return data[: found.start(1)] + bytes([found[1][0] + 1]) + data[found.end(1) :]


TAMPERED: list[tuple[Callable[[bytes], bytes], str]] = [
    (lambda data: with_other_letter(data, is_json, b'"name": "'), ": the PDF says “|as Dossier writes it"),
    (lambda data: with_other_letter(data, is_json, b'"profile": "'), "as Dossier writes it|differ in"),
    (lambda data: with_other_letter(data, is_page, b" Tm("), r"Page \d+ is not what"),
    (with_other_footer, "Page 2 is not what"),
    (with_other_information, "What the file says about itself"),
    (lambda data: with_other_letter(data, is_pool, b"/Title("), "Object|says about itself"),
]


@pytest.mark.parametrize(("tamper", "words"), TAMPERED)
def test_one_letter_is_found_and_its_place_named(
    tamper: Callable[[bytes], bytes], words: str, store: Store, pdf: Path
) -> None:
    before = pdf.read_bytes()
    pdf.write_bytes(tamper(before))
    assert len(pdf.read_bytes()) == len(before)
    assert pdf.read_bytes() != before
    try:
        said = verify_pdf(store.path, pdf).difference
    except InvalidInput as error:
        said = str(error)
    assert re.search(words, said), said


def test_what_is_hidden_between_two_objects_is_not_overlooked(store: Store, pdf: Path) -> None:
    data = pdf.read_bytes()
    pdf.write_bytes(data.replace(b"\r\nendstream\nendobj\n", b"\r\nendstream\nendobj\n%", 1))
    with pytest.raises(InvalidInput, match="not a whole PDF"):
        verify_pdf(store.path, pdf)


def test_a_dossier_that_was_altered_is_said_before_the_pdf_is_blamed(store: Store, pdf: Path) -> None:
    store.connection.execute("UPDATE activity SET name = 'Autre'")
    assert "The dossier itself does not hold together" in verify_pdf(store.path, pdf).difference


def test_a_journal_that_was_rewritten_has_another_head(store: Store, pdf: Path, tmp_path: Path) -> None:
    records = [record("organisation", name="Éco")]
    there = tmp_path / "b.dossier"
    with Store.create(there, records, "fr", AUTHOR, NOW, dossier_id=store.dossier.id) as rewritten:
        for number in range(store.dossier.sequence):
            add(rewritten, record("activity", name=str(number)))
    assert "no entry" in verify_pdf(there, pdf).difference


def test_the_pdf_of_another_dossier_says_so(pdf: Path, tmp_path: Path) -> None:
    with make_store(tmp_path / "b.dossier") as other:
        assert verify_pdf(other.path, pdf).difference == "This PDF is of another dossier."


def of_somebody_else(target: Path) -> None:
    canvas = Canvas(str(target))
    canvas.drawString(100, 100, "Registre")
    canvas.save()


OTHERS: dict[str, Callable[[Path], object]] = {
    "empty": lambda target: target.write_bytes(b""),
    "no PDF": lambda target: target.write_bytes(b"Bonjour" * 100),
    "of somebody else": of_somebody_else,
    "cut": lambda target: target.write_bytes(target.read_bytes()[:-200]),
    "longer": lambda target: target.write_bytes(target.read_bytes() + b"\n"),
    "cut in the middle": lambda target: target.write_bytes(target.read_bytes()[:9000] + target.read_bytes()[9100:]),
}


@pytest.mark.parametrize("spoil", OTHERS.values(), ids=OTHERS)
def test_what_is_no_whole_pdf_of_ours_is_refused(spoil: Callable[[Path], object], store: Store, pdf: Path) -> None:
    spoil(pdf)
    with pytest.raises(InvalidInput, match=r"a\.pdf is not a whole PDF of a dossier"):
        verify_pdf(store.path, pdf)


def test_a_document_of_ours_that_tells_no_dossier_is_refused(store: Store, tmp_path: Path) -> None:
    add(store, record("breach", name="Clé USB perdue"))
    (breach,) = store.dossier.of(Breach)
    export_worksheet(store.dossier, breach, tmp_path / "w.pdf", "fr", NOW)
    with pytest.raises(InvalidInput, match="not a whole PDF of a dossier"):
        verify_pdf(store.path, tmp_path / "w.pdf")


def test_a_pdf_that_is_not_there(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"none\.pdf"):
        verify_pdf(store.path, tmp_path / "none.pdf")


def test_another_version_is_not_called_tampering(store: Store, tmp_path: Path) -> None:
    with patch.object(export, "PRODUCER", "Dossier 0.0.1"):
        export_pdf(store.dossier, tmp_path / "a.pdf", FR, file=store.path)
    said = verify_pdf(store.path, tmp_path / "a.pdf").difference
    assert said.startswith("The data are what the dossier held, but the pages cannot be compared")
    assert "made with Dossier 0.0.1" in said


def test_other_legal_data_are_named(store: Store, tmp_path: Path) -> None:
    sources = law_sources()
    older = [replace(sources[0], checked=date(2020, 1, 1)), *sources[1:]]
    with patch.object(export, "law_sources", lambda: older), patch("dossier.report.facts.law_sources", lambda: older):
        export_pdf(store.dossier, tmp_path / "a.pdf", FR, file=store.path)
    said = verify_pdf(store.path, tmp_path / "a.pdf").difference
    assert f"other legal data are in use now ({sources[0].name})" in said

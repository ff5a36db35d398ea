"""`verify-pdf`: is this PDF what the dossier held? By content, from the journal; and what each tampering is called."""

import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from dossier.errors import InvalidInput, NotFound
from dossier.law.data import law_sources
from dossier.model.activity import Activity
from dossier.model.breach import Breach
from dossier.model.evidence import HandOver
from dossier.model.identifier import new_id
from dossier.report.scope import Enclosed, Period, Scope, Sender
from dossier.store.edit import Change, Edit
from dossier.store.store import Store
from dossier.work import composing
from dossier.work.breach_papers import export_worksheet
from dossier.work.changes import export_changes
from dossier.work.enclosures import documents_of
from dossier.work.export import export_annual_report, export_incident_sheet, export_pdf, export_record
from dossier.work.hand_over import Recipient, hand_over_edit, handed_over_files
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


def test_where_no_document_went_along_none_is_said_to_be_elsewhere(store: Store, tmp_path: Path) -> None:
    scope = replace(FR, enclosed=(Enclosed(documents_of(store.dossier, FR)[0].id, ""),))
    export_pdf(store.dossier, tmp_path / "a.pdf", scope, file=store.path)
    assert verify_pdf(store.path, tmp_path / "a.pdf") == ("", ())


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
    (lambda data: with_other_letter(data, is_page, b" Tm("), r"Page \d+ \(.+\) is not what"),
    (with_other_footer, r"Page 2( \(.+\))? is not what"),
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


SAVED_AGAIN: dict[str, Callable[[pikepdf.Pdf, Path], None]] = {
    "as it was": lambda given, target: given.save(target),
    "in another way": lambda given, target: given.save(
        target, linearize=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True
    ),
    "uncompressed": lambda given, target: given.save(
        target, qdf=True, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized
    ),
}


@pytest.mark.parametrize("save", SAVED_AGAIN.values(), ids=SAVED_AGAIN)
@pytest.mark.parametrize("scope", SCOPES.values(), ids=SCOPES)
def test_what_another_program_saved_again_is_compared_by_its_content(
    save: Callable[[pikepdf.Pdf, Path], None], scope: Scope, store: Store, tmp_path: Path
) -> None:
    export_pdf(store.dossier, tmp_path / "a.pdf", scope, file=store.path)
    with pikepdf.open(tmp_path / "a.pdf") as given:
        save(given, tmp_path / "b.pdf")
    verdict = verify_pdf(store.path, tmp_path / "b.pdf")
    assert verdict.difference == ""
    assert "Another program saved this PDF again" in verdict.remarks[0]


@pytest.mark.parametrize("added", [b"8 bytes.", b"\n"])
def test_bytes_after_the_end_are_no_content(added: bytes, store: Store, pdf: Path) -> None:
    pdf.write_bytes(pdf.read_bytes() + added)
    assert verify_pdf(store.path, pdf).difference == ""


def test_what_is_hidden_between_two_objects_is_not_overlooked(store: Store, pdf: Path) -> None:
    data = pdf.read_bytes()
    pdf.write_bytes(data.replace(b"\r\nendstream\nendobj\n", b"\r\nendstream\nendobj\n%", 1))
    verdict = verify_pdf(store.path, pdf)  # what comes after it stands elsewhere than the file says
    assert "outside its data, is not as Dossier writes it" in verdict.difference


def with_a_note(given: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[10, 10, 30, 30], Contents="Non conforme"
    )
    page = given.pages[4]
    page.obj.Annots = pikepdf.Array([*page.obj.get("/Annots", []), given.make_indirect(note)])


def with_another_address(given: pikepdf.Pdf) -> None:
    for page in given.pages:
        for one in page.obj.get("/Annots", []):
            if "/Dest" in one:
                one.Dest[0] = given.pages[0].obj
                return


def with_other_words(given: pikepdf.Pdf) -> None:
    page = given.pages[4]
    page.contents_add(b"0 0 1 rg 0 0 100 100 re f")


def with_another_title(given: pikepdf.Pdf) -> None:
    given.docinfo["/Title"] = "Autre"


def with_a_file(given: pikepdf.Pdf) -> None:
    given.attachments["virus.exe"] = b"MZ"


def with_an_action(given: pikepdf.Pdf) -> None:
    given.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def with_another_bookmark(given: pikepdf.Pdf) -> None:
    with given.open_outline() as outline:
        outline.root[0].title = "Autre"


def without_tags(given: pikepdf.Pdf) -> None:
    del given.Root.StructTreeRoot.K.K[0]


def without_the_fifth(given: pikepdf.Pdf) -> None:
    del given.pages[4]


def without_the_end(given: pikepdf.Pdf) -> None:
    del given.pages[4:]


def with_one_more(given: pikepdf.Pdf) -> None:
    given.pages.insert(4, given.add_blank_page())
    del given.pages[-1]


def with_another_size(given: pikepdf.Pdf) -> None:
    given.pages[4].obj.MediaBox = [0, 0, 300, 300]


CHANGED: list[tuple[Callable[[pikepdf.Pdf], None], str]] = [
    (with_a_note, r"Page 5 \(.+\): an annotation was added"),
    (with_another_address, r"Page \d+ \(.+\): a link or an annotation is not what|Page \d+: a link"),
    (with_other_words, r"Page 5 \(.+\) is not what"),
    (with_another_size, r"Page 5 \(.+\) is not what"),
    (without_the_fifth, r"Page 5 \(.+\) is missing"),
    (without_the_end, r"Page 5 \(.+\) is missing"),
    (with_one_more, r"Page 5 \(.+\) was added"),
    (with_another_title, "What the file says about itself"),
    (with_a_file, "The embedded files are not"),
    (with_an_action, r"The file holds something that the dossier does not give \(/OpenAction\)"),
    (with_another_bookmark, "The bookmarks are not"),
    (without_tags, "The tags for reading aloud are not"),
]


@pytest.mark.parametrize(("change", "words"), CHANGED)
def test_what_another_program_changed_is_named(
    change: Callable[[pikepdf.Pdf], None], words: str, store: Store, pdf: Path, tmp_path: Path
) -> None:
    with pikepdf.open(pdf) as given:
        change(given)
        given.save(tmp_path / "b.pdf")
    said = verify_pdf(store.path, tmp_path / "b.pdf").difference
    assert re.match(words, said), said


def with_other_data(pdf: Path, target: Path, change: Callable[[bytes], bytes]) -> Path:
    """The same PDF saved by another program, with its data changed."""
    with pikepdf.open(pdf) as given:
        kept = given.attachments["dossier.json"].get_file()
        kept.obj.write(change(kept.read_bytes()))
        given.save(target)
    return target


def test_data_that_another_program_changed_are_named(store: Store, pdf: Path, tmp_path: Path) -> None:
    given = with_other_data(pdf, tmp_path / "b.pdf", lambda data: data.replace(b'"Paie"', b'"Pairie"'))
    assert "the PDF says “Pairie”, the dossier held “Paie”" in verify_pdf(store.path, given).difference


Rows = list[dict[str, Any]]


def with_one_row_more(rows: Rows) -> Rows:
    return [*rows, {**rows[0], "id": new_id(NOW), "reference": "DOC-666"}]


def with_a_row_twice(rows: Rows) -> Rows:
    return [{**rows[0], "name": "Autre"}, *rows]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (with_one_row_more, "DOC-666 is in the PDF and was not in the dossier."),
        (lambda rows: rows[1:], "DOC-001 is missing in the PDF."),
        (lambda rows: rows[::-1], "The embedded data differ in “document”."),
        (with_a_row_twice, "The embedded data differ in “document”."),
    ],
    ids=["added", "missing", "in another order", "twice"],
)
def test_records_that_were_added_left_out_or_moved_are_named(
    change: Callable[[Rows], Rows], words: str, store: Store, pdf: Path, tmp_path: Path
) -> None:
    def changed(data: bytes) -> bytes:
        told = json.loads(data)
        told["records"]["document"] = change(told["records"]["document"])
        return json.dumps(told).encode()

    assert verify_pdf(store.path, with_other_data(pdf, tmp_path / "b.pdf", changed)).difference == words


def test_data_in_which_a_name_stands_twice_are_refused(store: Store, pdf: Path, tmp_path: Path) -> None:
    given = with_other_data(
        pdf, tmp_path / "b.pdf", lambda data: data.replace(b'"name": ', b'"name": "Autre", "name": ', 1)
    )
    with pytest.raises(InvalidInput, match="does not hold its data as Dossier writes them"):
        verify_pdf(store.path, given)


def test_a_file_whose_trailer_says_more_is_not_built_as_it_was(store: Store, pdf: Path) -> None:
    data = pdf.read_bytes()
    pdf.write_bytes(data.replace(b"/Type/XRef/", b"/Type/XRef/Other(x)/"))
    assert verify_pdf(store.path, pdf).difference == "The file is not built as the dossier gives it."


@pytest.mark.parametrize("visible", [False, True])
def test_a_signed_pdf_that_was_saved_again_is_compared_too(visible: bool, store: Store, tmp_path: Path) -> None:
    signing = Signing(p12(tmp_path / "key.p12"), PASSPHRASE, visible)
    export_pdf(store.dossier, tmp_path / "a.pdf", FR, file=store.path, signing=signing)
    with pikepdf.open(tmp_path / "a.pdf") as given:
        given.save(tmp_path / "b.pdf")
    verdict = verify_pdf(store.path, tmp_path / "b.pdf")
    assert verdict.difference == ""
    assert "signature itself was not looked at" in " ".join(verdict.remarks)


def test_who_waits_may_stop_while_objects_are_compared(store: Store, pdf: Path, tmp_path: Path) -> None:
    with pikepdf.open(pdf) as given:
        given.save(tmp_path / "b.pdf")
    told: list[int] = []
    verify_pdf(store.path, tmp_path / "b.pdf", told.append)
    assert told.count(0) > max(told)


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
        assert verify_pdf(other.path, pdf) == ("This PDF is of another dossier.", ())


def of_somebody_else(target: Path) -> None:
    canvas = Canvas(str(target))
    canvas.drawString(100, 100, "Registre")
    canvas.save()


def encrypted(target: Path) -> None:
    with pikepdf.open(target, allow_overwriting_input=True) as given:
        given.save(target, encryption=pikepdf.Encryption(owner="x", user="y"))


OTHERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda target: target.write_bytes(b""), "is not a PDF"),
    "no PDF": (lambda target: target.write_bytes(b"Bonjour" * 100), "is not a PDF"),
    "of somebody else": (of_somebody_else, "a PDF that Dossier did not write"),
    "cut": (lambda target: target.write_bytes(target.read_bytes()[:-200]), "a damaged PDF"),
    "nothing but its beginning": (lambda target: target.write_bytes(target.read_bytes()[:20]), "a damaged PDF"),
    "cut in the middle": (
        lambda target: target.write_bytes(target.read_bytes()[:9000] + target.read_bytes()[9100:]),
        "a damaged PDF",
    ),
    "encrypted": (encrypted, "or an encrypted one"),
}


@pytest.mark.parametrize(("spoil", "words"), OTHERS.values(), ids=OTHERS)
def test_what_is_no_whole_pdf_of_ours_is_refused(
    spoil: Callable[[Path], object], words: str, store: Store, pdf: Path
) -> None:
    spoil(pdf)
    with pytest.raises(InvalidInput, match=rf"a\.pdf is .*{words}|a\.pdf {words}"):
        verify_pdf(store.path, pdf)


def test_other_documents_of_ours_are_told_apart(store: Store, tmp_path: Path) -> None:
    add(store, record("breach", name="Clé USB perdue"))
    (breach,) = store.dossier.of(Breach)
    export_worksheet(store.dossier, breach, tmp_path / "w.pdf", "fr", NOW)
    export_incident_sheet(tmp_path / "i.pdf", "fr", NOW)
    for name in ("w.pdf", "i.pdf"):
        with pytest.raises(InvalidInput, match="is a document of Dossier that holds no records"):
            verify_pdf(store.path, tmp_path / name)
    handed = handed_over_files(store.path, store.dossier, tmp_path / "a.pdf", FR)
    made = store.apply(hand_over_edit(store.dossier, handed, Recipient("CNIL"), NOW), AUTHOR, NOW).changes[0].after
    assert isinstance(made, HandOver)
    export_changes(store.path, store.dossier, made, tmp_path / "c.pdf", LATER)
    with pytest.raises(InvalidInput, match="tells what changed since a hand-over"):
        verify_pdf(store.path, tmp_path / "c.pdf")


def test_a_pdf_that_is_not_there(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"none\.pdf"):
        verify_pdf(store.path, tmp_path / "none.pdf")


def test_another_version_is_not_called_tampering(store: Store, tmp_path: Path) -> None:
    with patch.object(composing, "PRODUCER", "Dossier 0.0.1"):
        export_pdf(store.dossier, tmp_path / "a.pdf", FR, file=store.path)
    said = verify_pdf(store.path, tmp_path / "a.pdf").difference
    assert said.startswith("The data are what the dossier held, but the pages cannot be compared")
    assert "made with Dossier 0.0.1" in said


def test_other_legal_data_are_named(store: Store, tmp_path: Path) -> None:
    sources = law_sources()
    older = [replace(sources[0], checked=date(2020, 1, 1)), *sources[1:]]
    with (
        patch.object(composing, "law_sources", lambda: older),
        patch("dossier.report.facts.law_sources", lambda: older),
    ):
        export_pdf(store.dossier, tmp_path / "a.pdf", FR, file=store.path)
    said = verify_pdf(store.path, tmp_path / "a.pdf").difference
    assert f"other legal data are in use now ({sources[0].name})" in said

"""What is handed over: the PDF with the ZIP of its documents, both or none, the same bytes twice, and its record."""

import errno
import hashlib
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from dossier.errors import CannotWrite, InvalidInput
from dossier.i18n import language, use_language
from dossier.model.activity import Activity
from dossier.model.evidence import Document, HandOver
from dossier.model.record import Status
from dossier.model.vocabulary_procedures import Channel
from dossier.report.redaction import Redaction
from dossier.report.scope import Enclosed, Period, Scope
from dossier.store.edit import Change, Edit
from dossier.store.store import Store
from dossier.work.enclosures import documents_of
from dossier.work.hand_over import HandedOver, Recipient, hand_over_edit, handed_over_files, scope_handed_over
from dossier.work.signing import Signing
from tests.factories import AUTHOR, NOW, add, record
from tests.handed import CONTRACT, dossier_to_hand_over
from tests.keys import PASSPHRASE, SIGNER, p12
from tests.report.reading import assert_valid, plain, tagged
from tests.report.test_options import everything_in

FR = Scope("fr", NOW)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with dossier_to_hand_over(tmp_path / "a.dossier") as opened:
        yield opened


def handed(store: Store, target: Path, scope: Scope = FR, documents: list[str] | None = None) -> HandedOver:
    chosen = [one.id for one in documents_of(store.dossier, scope)] if documents is None else documents
    return handed_over_files(store.path, store.dossier, target, scope, chosen)


def noted(store: Store, written: HandedOver) -> HandOver:
    """The record of what was written, in the dossier."""
    edit = hand_over_edit(store.dossier, written, Recipient("CNIL", "Contrôle"), NOW)
    made = store.apply(edit, AUTHOR, NOW).changes[0].after
    assert isinstance(made, HandOver)
    return made


def names_in(archive: Path) -> list[str]:
    with zipfile.ZipFile(archive) as opened:
        return opened.namelist()


def text_of(pdf: Path) -> str:
    return " ".join(plain(element.text) for element in tagged(pdf.read_bytes()))


def document(store: Store, reference: str) -> Document:
    found = store.dossier.called(reference)
    assert isinstance(found, Document)
    return found


def test_the_documents_that_the_pages_refer_to_go_along_and_no_others(store: Store, tmp_path: Path) -> None:
    written = handed(store, tmp_path / "out.pdf")
    assert names_in(tmp_path / "out.zip") == ["index.txt", "DOC-001 Contrat Stripe.pdf"]
    with zipfile.ZipFile(tmp_path / "out.zip") as opened:
        assert opened.read("DOC-001 Contrat Stripe.pdf") == CONTRACT
    assert written.archive
    assert written.archive.sha256 == hashlib.sha256((tmp_path / "out.zip").read_bytes()).hexdigest()


def test_what_a_part_does_not_tell_does_not_go_with_it(store: Store) -> None:
    operations = Scope("fr", NOW, only=(type(store.dossier.called("OPS-001") or record("operation")),))
    assert [one.reference for one in documents_of(store.dossier, operations)] == ["DOC-002"]


def test_the_annex_and_the_index_name_the_same_files_in_the_same_order(store: Store, tmp_path: Path) -> None:
    written = handed(store, tmp_path / "out.pdf")
    annex, sha256 = text_of(tmp_path / "out.pdf"), document(store, "DOC-001").sha256
    with zipfile.ZipFile(tmp_path / "out.zip") as opened:
        index = plain(opened.read("index.txt").decode("utf-8-sig"))
    assert "Documents remis" in annex
    assert "DOC-001 Contrat Stripe.pdf" in annex
    assert sha256[:8] in annex
    assert sha256 in index
    assert written.exported.sha256 in index
    assert index.index("1. DOC-001 Contrat Stripe.pdf") < index.index("2. Absent du dossier : non remis")
    assert "DOC-002 – Audit 12 octets SHA-256 0000" in index
    assert "Absent du dossier : non remis" in annex
    assert_valid((tmp_path / "out.pdf").read_bytes())


def test_an_annex_alone_tells_nothing_of_the_other_documents(store: Store, tmp_path: Path) -> None:
    activities = Scope("fr", NOW, only=(type(store.dossier.called("TRT-001") or record("activity")),))
    handed(store, tmp_path / "out.pdf", activities, [document(store, "DOC-001").id])
    told = everything_in((tmp_path / "out.pdf").read_bytes())
    assert "Contrat Stripe" in told
    assert "Audit" not in told
    assert "Autre" not in told


def test_without_documents_there_is_neither_zip_nor_annex(store: Store, tmp_path: Path) -> None:
    assert handed(store, tmp_path / "out.pdf", FR, []).archive is None
    assert not (tmp_path / "out.zip").exists()
    assert "Documents remis" not in text_of(tmp_path / "out.pdf")


@pytest.mark.parametrize(
    ("title", "file_name", "name"),
    [
        ("../../etc/passwd", "x.txt", "DOC-001 .. .. etc passwd.txt"),
        ("a/b\\c:d*?", "x.pdf", "DOC-001 a b c d.pdf"),
        ("Contrat.pdf", "scan.pdf", "DOC-001 Contrat.pdf"),
        ("", "scan.PDF", "DOC-001 scan.PDF"),
        ("Sans fin", "sans", "DOC-001 Sans fin"),
        ("Fin étrange", "x.p d f/../..", "DOC-001 Fin étrange"),
        ("l" * 400, "x.pdf", f"DOC-001 {'l' * 100}.pdf"),
        ("契" * 100, "x.pdf", f"DOC-001 {'契' * 64}.pdf"),
        ("\u202egauche\x00", "x.pdf", "DOC-001 gauche.pdf"),
    ],
)
def test_the_name_of_a_file_is_one_for_any_system(
    title: str, file_name: str, name: str, store: Store, tmp_path: Path
) -> None:
    kept = document(store, "DOC-001")
    store.apply(Edit("x", (Change(kept, kept.with_(name=title, file_name=file_name)),)), AUTHOR, NOW)
    handed(store, tmp_path / "out.pdf", FR, [kept.id])
    assert names_in(tmp_path / "out.zip")[1:] == [name]


def test_two_documents_of_the_same_name_stay_two(store: Store, tmp_path: Path) -> None:
    kept, other = document(store, "DOC-001"), document(store, "DOC-003")
    same = other.with_(reference="doc-001", name=kept.name, file_name=kept.file_name)
    store.apply(Edit("x", (Change(other, same),)), AUTHOR, NOW)
    handed(store, tmp_path / "out.pdf", FR, [kept.id, other.id])
    assert names_in(tmp_path / "out.zip")[1:] == ["DOC-001 Contrat Stripe.pdf", "doc-001 Contrat Stripe (2).pdf"]


def test_the_same_hand_over_makes_the_same_bytes(store: Store, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        handed(store, tmp_path / folder / "out.pdf")
    for name in ("out.pdf", "out.zip"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_another_process_in_another_zone_and_locale_makes_the_same_bytes(store: Store, tmp_path: Path) -> None:
    handed(store, tmp_path / "out.pdf")
    program = (
        "import sys; from pathlib import Path; from dossier.store.store import Store; from tests.factories import NOW;"
        "from dossier.report.scope import Scope; from dossier.work.enclosures import documents_of;"
        "from dossier.work.hand_over import handed_over_files; file = Path(sys.argv[1]); s = Scope('fr', NOW);"
        "d = Store.read(file).dossier;"
        "handed_over_files(file, d, Path(sys.argv[2]), s, [one.id for one in documents_of(d, s)])"
    )
    (tmp_path / "there").mkdir()
    environment = {"TZ": "Pacific/Noumea", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PATH": "/usr/bin"}
    subprocess.run(
        [sys.executable, "-c", program, str(store.path), str(tmp_path / "there" / "out.pdf")],
        check=True,
        env={**environment, "HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    for name in ("out.pdf", "out.zip"):
        assert (tmp_path / name).read_bytes() == (tmp_path / "there" / name).read_bytes()


def test_a_document_that_was_altered_in_the_file_is_said_to_be_missing(store: Store, tmp_path: Path) -> None:
    store.connection.execute("UPDATE content SET data = X'00' WHERE part = 1")
    written = handed(store, tmp_path / "out.pdf")
    assert [one.file for one in written.scope.enclosed] == ["", ""]
    assert written.archive is None
    assert text_of(tmp_path / "out.pdf").count("Absent du dossier : non remis") == 2


def test_each_piece_of_a_document_is_a_step_at_which_one_can_stop(store: Store, tmp_path: Path) -> None:
    steps: list[int] = []
    kept = document(store, "DOC-001")
    written = handed_over_files(store.path, store.dossier, tmp_path / "out.pdf", FR, [kept.id], steps.append)
    assert (kept.size or 0) > 1024 * 1024  # two pieces
    assert steps[:2] == [0, 0]
    assert steps[-3:] == [written.exported.pages] * 3


@pytest.mark.parametrize(
    "scope",
    [FR, Scope("fr", NOW, hides_names=True), Scope("fr", NOW + timedelta(days=2), "full", state_on=NOW.date())],
    ids=["as it is", "without names", "on an earlier day"],
)
def test_one_can_stop_before_anything_is_drawn(scope: Scope, store: Store, tmp_path: Path) -> None:
    """While the past is rebuilt, names are hidden, and each chapter is put together."""
    steps: list[int] = []
    store.apply(Edit("x", (Change(None, record("measure", name="Badge")),)), AUTHOR, NOW + timedelta(days=1))
    handed_over_files(store.path, store.dossier, tmp_path / "out.pdf", scope, (), steps.append)
    chapters = len([*scope.pieces()])
    records = len([*store.dossier]) if scope.hides_names else 0
    assert steps.index(1) >= chapters + records


class Stopped(Exception):
    """What a window raises to stop."""


@pytest.mark.parametrize("step", [0, 3, -1])
def test_who_stops_leaves_both_files_as_they_were(step: int, store: Store, tmp_path: Path) -> None:
    steps: list[int] = []
    documents = [one.id for one in documents_of(store.dossier, FR)]
    handed_over_files(store.path, store.dossier, tmp_path / "out.pdf", FR, documents, steps.append)
    last = len(steps) + step if step < 0 else step
    (tmp_path / "out.pdf").write_bytes(b"before")
    (tmp_path / "out.zip").write_bytes(b"before too")

    def stop(_pages: int) -> None:
        steps.append(0)
        if len(steps) == last + 1:
            raise Stopped

    steps.clear()
    with pytest.raises(Stopped):
        handed_over_files(store.path, store.dossier, tmp_path / "out.pdf", FR, documents, stop)
    assert (tmp_path / "out.pdf").read_bytes() == b"before"
    assert (tmp_path / "out.zip").read_bytes() == b"before too"
    assert not [*tmp_path.glob(".*partial*")]


def test_where_the_zip_cannot_be_written_the_pdf_is_not_either(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out.zip").mkdir()
    with pytest.raises(CannotWrite, match=r"out\.zip"):
        handed(store, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("name", ["out.zip", "OUT.ZIP"])
def test_a_pdf_that_has_the_name_of_its_zip_is_refused_before_anything_is_written(
    name: str, store: Store, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(b"before")
    with pytest.raises(CannotWrite, match=rf"{name} .*nothing was written; end that of the PDF in \.pdf"):
        handed(store, tmp_path / name)
    assert (tmp_path / name).read_bytes() == b"before"
    assert handed(store, tmp_path / name, FR, []).archive is None  # without documents any name will do


def test_a_zip_of_something_else_is_not_replaced(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out.zip").write_bytes(b"mine")
    with pytest.raises(CannotWrite, match=r"out\.zip stands there already.*choose another name"):
        handed(store, tmp_path / "out.pdf")
    assert (tmp_path / "out.zip").read_bytes() == b"mine"
    assert not (tmp_path / "out.pdf").exists()
    (tmp_path / "out.zip").unlink()
    for _again in range(2):  # a ZIP is replaced together with its PDF
        assert handed(store, tmp_path / "out.pdf").archive


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("was_there", [True, False])
def test_where_the_second_file_cannot_take_its_place_the_first_gives_its_back(
    links: bool, was_there: bool, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever can be known before is refused before: another program may still hold the ZIP at the last moment."""
    usual = os.replace

    def held(made: str, place: str) -> None:
        if str(place).endswith(".zip"):
            raise OSError(errno.EBUSY, "busy", str(made), None, str(place))
        usual(made, place)

    def refuse(*_names: str) -> None:
        raise OSError(errno.EPERM, "no links here")

    for name in ("out.pdf", "out.zip") if was_there else ():
        (tmp_path / name).write_bytes(name.encode())
    monkeypatch.setattr(os, "replace", held)
    if not links:
        monkeypatch.setattr(os, "link", refuse)
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()}
    with pytest.raises(CannotWrite, match=r"out\.zip could not be written .*untouched"):
        handed(store, tmp_path / "out.pdf")
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()} == before


def test_a_hidden_name_in_the_title_of_a_document_is_listed(store: Store) -> None:
    kept = document(store, "DOC-001")
    store.apply(Edit("x", (Change(kept, kept.with_(name="CV Duval", file_name="duval.pdf")),)), AUTHOR, NOW)
    found = Redaction(store.dossier, language("fr")).namings()
    places = [(one.record.reference, one.field.name) for one in found]
    assert places == [("DOC-001", "name"), ("DOC-001", "file_name")]


def test_a_hand_over_is_recorded_with_what_recognises_it(store: Store, tmp_path: Path) -> None:
    scope = Scope("en", NOW, only=FR.only, hides_names=True, state_on=NOW.date(), period=Period(date(2026, 1, 1)))
    chosen = [one.id for one in documents_of(store.dossier, scope, store.path)]
    signing = Signing(p12(tmp_path / "key.p12"), PASSPHRASE)
    before = store.dossier
    written = handed_over_files(store.path, before, tmp_path / "out.pdf", scope, chosen, signing=signing)
    recipient = Recipient("CNIL", "Contrôle en ligne", Channel.EMAIL)
    edit = store.apply(hand_over_edit(store.dossier, written, recipient, NOW), AUTHOR, NOW)
    made = edit.changes[0].after
    assert isinstance(made, HandOver)
    assert made.reference == "REM-001"
    assert (made.recipient, made.purpose, made.channel) == ("CNIL", "Contrôle en ligne", Channel.EMAIL)
    assert made.sha256 == hashlib.sha256((tmp_path / "out.pdf").read_bytes()).hexdigest()
    assert made.archive_sha256 == hashlib.sha256((tmp_path / "out.zip").read_bytes()).hexdigest()
    assert (made.journal_sequence, made.journal_head) == (before.sequence, before.head)
    assert made.pages == written.exported.pages
    assert made.signed_by == SIGNER
    assert made.documents == (document(store, "DOC-001").id,)
    assert f"DOC-001 Contrat Stripe.pdf\u00a0: SHA-256 {document(store, 'DOC-001').sha256}" in made.scope
    assert (made.file_name, made.archive_name, made.export_language) == ("out.pdf", "out.zip", "anglais")
    assert made.state_on == NOW.date()
    assert "Tous les registres" in made.scope
    assert "Noms masqués" in made.scope


def test_the_record_of_a_hand_over_prints(store: Store, tmp_path: Path) -> None:
    noted(store, handed(store, tmp_path / "out.pdf"))
    handed_over_files(store.path, store.dossier, tmp_path / "of.pdf", Scope("fr", NOW, only=(HandOver,)))
    told = text_of(tmp_path / "of.pdf")
    for words in ("REM-001 – Contrôle", "Motif de la remise", "DOC-001 – Contrat Stripe", "out.zip"):
        assert words in told
    assert "Choix, sous forme de données" not in told


def test_a_complete_copy_tells_in_words_what_was_chosen_and_never_as_data(store: Store, tmp_path: Path) -> None:
    chosen = Scope("fr", NOW, hides_names=True, is_draft=True)
    assert "hides_names" in noted(store, handed(store, tmp_path / "out.pdf", chosen, [])).choices
    handed(store, tmp_path / "of.pdf", Scope("fr", NOW, "full"), [])
    told = everything_in((tmp_path / "of.pdf").read_bytes())
    assert "Noms masqués" in told
    assert not re.search(r"hides_names\W+true", told)
    assert "Choix, sous forme de données" not in told
    assert_valid((tmp_path / "of.pdf").read_bytes())


def test_a_hand_over_that_was_made_is_no_draft_and_what_is_changed_of_it_later_can_be_told(
    store: Store, tmp_path: Path
) -> None:
    before = store.dossier.sequence
    written = handed(store, tmp_path / "out.pdf", FR, [])
    add(store, record("measure", name="Badge"))  # while the files were being written
    made = noted(store, written)
    assert (made.status, made.validated_at) == (Status.VALIDATED, store.dossier.sequence)
    assert (made.journal_sequence, store.dossier.sequence) == (before, before + 2)
    handed(store, tmp_path / "of.pdf", Scope("fr", NOW, "full", only=(HandOver,)), [])
    assert "Validé" in text_of(tmp_path / "of.pdf")
    assert "Brouillon" not in text_of(tmp_path / "of.pdf")


SCOPES = [
    FR,
    Scope("en", NOW, "full", hides_names=True, is_draft=True),
    Scope(
        "fr",
        NOW,
        ticked=frozenset({"waiver"}),
        selected={Activity: frozenset({"x"})},
        period=Period(None, date(2026, 2, 3)),
    ),
]


@pytest.mark.parametrize("scope", SCOPES)
def test_what_was_chosen_is_known_later(scope: Scope, store: Store, tmp_path: Path) -> None:
    written = handed(store, tmp_path / "out.pdf", scope, [])
    made = hand_over_edit(store.dossier, written, Recipient("CNIL"), NOW).changes[0].after
    assert isinstance(made, HandOver)
    later = NOW + timedelta(days=9)
    assert scope_handed_over(made, later) == Scope(**{**vars(scope), "now": later})


def test_what_was_noted_by_hand_says_so(store: Store) -> None:
    use_language("en")
    (made,) = add(store, record("hand_over", name="Clé USB"))
    assert isinstance(made, HandOver)
    with pytest.raises(InvalidInput, match="by hand"):
        scope_handed_over(made, NOW)


def test_a_file_is_enclosed_in_the_order_it_was_chosen(store: Store, tmp_path: Path) -> None:
    chosen = [document(store, reference).id for reference in ("DOC-003", "DOC-001")]
    written = handed(store, tmp_path / "out.pdf", FR, chosen)
    assert written.scope.enclosed == (
        Enclosed(chosen[0], "DOC-003 Autre.txt"),
        Enclosed(chosen[1], "DOC-001 Contrat Stripe.pdf"),
    )

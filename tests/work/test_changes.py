"""What changed since a hand-over: added, changed with before and after, removed, of what it held and nothing else."""

import io
import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from dossier.errors import Conflict, InvalidInput
from dossier.model.activity import Activity
from dossier.model.evidence import Document, HandOver
from dossier.model.record import Record
from dossier.model.vocabulary_pack import PackPart
from dossier.report.scope import Scope, selection_of
from dossier.store.edit import Change, Edit
from dossier.store.store import Store
from dossier.work.changes import export_changes
from dossier.work.edits import deletion
from dossier.work.hand_over import Recipient, hand_over_edit, handed_over_files
from tests.factories import AUTHOR, NOW, add, make_store, record
from tests.handed import dossier_to_hand_over
from tests.report.reading import assert_valid, plain, tagged
from tests.report.test_options import everything_in

FR = Scope("fr", NOW)
LATER = NOW + timedelta(days=40)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with make_store(tmp_path / "a.dossier") as opened:
        processor = record("processor", name="Stripe", notes="Cher")
        activity = record("activity", name="Paie", owner="Anne Duval", description="Chaque mois")
        add(opened, processor, activity, record("purpose", activity=activity.id, name="Verser les salaires"))
        yield opened


def hand_over(store: Store, folder: Path, scope: Scope = FR, documents: Iterable[str] = ()) -> HandOver:
    written = handed_over_files(store.path, store.dossier, folder / "out.pdf", scope, documents)
    edit = store.apply(hand_over_edit(store.dossier, written, Recipient("CNIL", "Contrôle"), NOW), AUTHOR, NOW)
    made = edit.changes[0].after
    assert isinstance(made, HandOver)
    return made


def change(store: Store, reference: str, **values: Any) -> None:
    before = store.dossier.called(reference)
    assert before
    store.apply(Edit("change", (Change(before, before.with_(**values)),)), AUTHOR, LATER)


def changes(store: Store, handed: HandOver, folder: Path) -> bytes:
    export_changes(store.path, store.dossier, handed, folder / "changes.pdf", LATER)
    return (folder / "changes.pdf").read_bytes()


def text_of(data: bytes) -> str:
    return " ".join(plain(element.text) for element in tagged(data))


def data_of(data: bytes) -> Any:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return json.loads(pdf.attachments["dossier.json"].get_file().read_bytes())


def test_what_was_added_changed_and_removed_is_told_with_before_and_after(store: Store, tmp_path: Path) -> None:
    handed = hand_over(store, tmp_path)
    change(store, "TRT-001", name="Paie et primes", description="Chaque trimestre")
    change(store, "FIN-001", name="Verser les primes")
    add(store, record("system", name="Silae", location="Datacentre de Lyon"))
    stripe = store.dossier.called("STT-001")
    assert stripe
    store.apply(deletion(store.dossier, [stripe]), AUTHOR, LATER)
    data = changes(store, handed, tmp_path)
    told = text_of(data)
    assert "Ce qui a changé depuis la remise REM-001" in told
    assert "TRT-001 Paie et primes Description Chaque mois Chaque trimestre" in told
    assert "FIN-001 Finalité de TRT-001 : Verser les primes Finalité Verser les salaires Verser les primes" in told
    assert "Silae Lieu déclaré : Datacentre de Lyon" in told
    assert "STT-001 Stripe" in told
    for counted in ("Fiches ajoutées 1", "Fiches modifiées 2", "Fiches supprimées 1"):
        assert counted in told
    assert handed.journal_head[:8] in told
    assert_valid(data)


def test_the_data_tell_the_same(store: Store, tmp_path: Path) -> None:
    handed = hand_over(store, tmp_path)
    change(store, "TRT-001", name="Paie et primes")
    told = data_of(changes(store, handed, tmp_path))
    assert told["from"] == {"sequence": handed.journal_sequence, "head": handed.journal_head}
    assert told["to"]["head"] == store.dossier.head
    assert told["changes"] == [
        {"kind": "activity", "reference": "TRT-001", "before": {"name": "Paie"}, "after": {"name": "Paie et primes"}}
    ]


def test_nothing_changed_is_said(store: Store, tmp_path: Path) -> None:
    handed = hand_over(store, tmp_path)
    told = text_of(changes(store, handed, tmp_path))
    assert "Rien de ce qui a été remis n’a changé depuis." in told


def test_what_was_taken_back_did_not_change(store: Store, tmp_path: Path) -> None:
    handed = hand_over(store, tmp_path)
    change(store, "TRT-001", name="Autre")
    change(store, "TRT-001", name="Paie")
    assert "Rien de ce qui a été remis" in text_of(changes(store, handed, tmp_path))


def test_another_file_in_the_place_of_one_that_was_handed_over_is_told(tmp_path: Path) -> None:
    """Also of documents that the pack refers to in no register that was asked for."""
    with dossier_to_hand_over(tmp_path / "b.dossier") as store:
        kept = store.dossier.called("DOC-001")
        assert isinstance(kept, Document)
        scope = Scope("fr", NOW, only=(Activity,))
        handed = hand_over(store, tmp_path, scope, [kept.id])
        assert "Rien de ce qui a été remis n’a changé" in text_of(changes(store, handed, tmp_path))
        sha256, size = store.add_content(io.BytesIO(b"other"))
        change(store, "DOC-001", sha256=sha256, size=size)
        told = text_of(changes(store, handed, tmp_path))
        assert "DOC-001" in told
        assert kept.sha256[:8] in told
        assert sha256[:8] in told


def test_only_what_was_handed_over_is_told(store: Store, tmp_path: Path) -> None:
    handed = hand_over(store, tmp_path, Scope("fr", NOW, only=(PackPart.PROCESSORS,), hides_names=True))
    change(store, "TRT-001", name="Secrète", owner="Bernard Petit")
    change(store, "STT-001", notes="Secret aussi", owner="Bernard Petit")
    add(store, record("action", name="Plan secret"))
    told = everything_in(changes(store, handed, tmp_path))
    for kept in ("Secrète", "Secret aussi", "Plan secret", "Bernard", "Petit"):
        assert kept not in told
    assert "B. P." in told


def test_a_record_that_was_chosen_brings_no_other(store: Store, tmp_path: Path) -> None:
    (activity,) = store.dossier.of(Activity)
    handed = hand_over(store, tmp_path, Scope("fr", NOW, selected=selection_of([activity])))
    add(store, record("activity", name="Secrète"))
    change(store, "TRT-001", name="Paie et primes")
    told = everything_in(changes(store, handed, tmp_path))
    assert "Secrète" not in told
    assert "Paie et primes" in told


def test_it_is_told_in_another_language_where_asked(store: Store, tmp_path: Path) -> None:
    handed = hand_over(store, tmp_path)
    export_changes(store.path, store.dossier, handed, tmp_path / "en.pdf", LATER, "en")
    assert "What changed since the hand-over REM-001" in text_of((tmp_path / "en.pdf").read_bytes())


@pytest.mark.parametrize(
    ("values", "error", "words"),
    [
        ({"choices": ""}, InvalidInput, "by hand"),
        ({"journal_sequence": None}, InvalidInput, "by hand"),
        ({"journal_head": "0" * 64}, Conflict, "does not have"),
    ],
)
def test_what_cannot_be_compared_says_why(
    values: dict[str, Any], error: type[Exception], words: str, store: Store, tmp_path: Path
) -> None:
    handed: Record = hand_over(store, tmp_path).with_(**values)
    assert isinstance(handed, HandOver)
    with pytest.raises(error, match=words):
        changes(store, handed, tmp_path)
    assert not (tmp_path / "changes.pdf").exists()

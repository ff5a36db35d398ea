"""Documents: kept whole, named safely, refused when too large, saved again as they were."""

from pathlib import Path

import pytest

from dossier.errors import CannotWrite, InvalidInput, NotFound
from dossier.model.evidence import Document
from dossier.model.processor import Processor
from dossier.store.store import Store
from dossier.work import documents
from dossier.work.documents import add_document, attachment, display_name, document_field, save_document
from tests.factories import AUTHOR, NOW, add, make_store, record


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return make_store(tmp_path / "essai.dossier")


def file_of(folder: Path, name: str, content: bytes = b"contenu") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_file_is_kept_and_saved_again(store: Store, tmp_path: Path) -> None:
    added = add_document(store, file_of(tmp_path, "Contrat.pdf", bytes(range(256)) * 9000), NOW)
    assert (added.record.name, added.record.media_type, added.is_large) == ("Contrat", "application/pdf", False)
    assert added.record.size == 256 * 9000
    target = file_of(tmp_path, "copie.pdf", b"what stood there before")
    save_document(store, added.record, target)
    assert target.read_bytes() == bytes(range(256)) * 9000
    assert not list(tmp_path.glob("*.partial"))


def test_large_files_are_told_and_the_largest_refused(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "LARGE", 5)
    monkeypatch.setattr(documents, "LARGEST", 10)
    assert add_document(store, file_of(tmp_path, "a", b"123456"), NOW).is_large
    with pytest.raises(InvalidInput, match="200 MB"):
        add_document(store, file_of(tmp_path, "b", b"12345678901"), NOW)
    with pytest.raises(InvalidInput, match="not a file"):
        add_document(store, tmp_path, NOW)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Contrat signé.pdf", "Contrat signé.pdf"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("..", "document"),
        ("a\n\tb:c.txt", "ab c.txt"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_names_are_shown_without_tricks(name: str, shown: str) -> None:
    assert display_name(name) == shown


def test_one_edit_creates_and_links(store: Store, tmp_path: Path) -> None:
    (processor,) = add(store, record("processor", name="Acronis"))
    added = add_document(store, file_of(tmp_path, "c.pdf"), NOW).record
    store.apply(attachment(processor, [added]), AUTHOR, NOW)
    (written,) = store.dossier.of(Processor)
    (document,) = store.dossier.of(Document)
    field = document_field(Processor)
    assert field
    assert getattr(written, field.name) in (document.id, (document.id,))
    other = add_document(store, file_of(tmp_path, "d.pdf", b"d"), NOW).record
    store.apply(attachment(document, [other]), AUTHOR, NOW)
    (again,) = store.dossier.of(Document)
    assert (again.id, again.name, again.file_name, again.sha256) == (document.id, "c", "d.pdf", other.sha256)


def test_what_cannot_be_saved_says_so(store: Store, tmp_path: Path) -> None:
    added = add_document(store, file_of(tmp_path, "c.pdf"), NOW).record
    with pytest.raises(CannotWrite):
        save_document(store, added, tmp_path / "nowhere" / "c.pdf")
    with pytest.raises(NotFound):
        save_document(store, added.with_(sha256="0" * 64), tmp_path / "c2.pdf")

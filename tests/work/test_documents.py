"""Documents: kept whole, named safely, refused when too large, saved again as they were."""

from collections.abc import Generator
from pathlib import Path

import pytest

from dossier.errors import CannotWrite, InvalidInput, NotFound
from dossier.model.evidence import Document
from dossier.model.processor import Processor
from dossier.store.store import Store
from dossier.work import documents
from dossier.work.documents import Added, adding_documents, attachment, display_name, document_field, save_document
from dossier.work.verification import verify_file
from tests.factories import AUTHOR, NOW, add, make_store, record


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return make_store(tmp_path / "essai.dossier")


def file_of(folder: Path, name: str, content: bytes = b"contenu") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def finished(work: Generator[float, None, list[Added] | None]) -> list[Added] | None:
    """What a work in pieces gives at its end."""
    while True:
        try:
            assert 0 <= next(work) <= 1
        except StopIteration as end:
            given: list[Added] | None = end.value
            return given


def added_to(store: Store, path: Path) -> Added:
    return (finished(adding_documents(store, [path], NOW)) or [])[0]


def test_a_file_is_kept_and_saved_again(store: Store, tmp_path: Path) -> None:
    added = added_to(store, file_of(tmp_path, "Contrat.pdf", bytes(range(256)) * 9000))
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
    assert added_to(store, file_of(tmp_path, "a", b"123456")).is_large
    with pytest.raises(InvalidInput, match="200 MB"):
        added_to(store, file_of(tmp_path, "b", b"12345678901"))
    with pytest.raises(InvalidInput, match="not a file"):
        added_to(store, tmp_path)


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
    added = added_to(store, file_of(tmp_path, "c.pdf")).record
    store.apply(attachment(processor, [added]), AUTHOR, NOW)
    (written,) = store.dossier.of(Processor)
    (document,) = store.dossier.of(Document)
    field = document_field(Processor)
    assert field
    assert getattr(written, field.name) in (document.id, (document.id,))
    other = added_to(store, file_of(tmp_path, "d.pdf", b"d")).record
    store.apply(attachment(document, [other]), AUTHOR, NOW)
    (again,) = store.dossier.of(Document)
    assert (again.id, again.name, again.file_name, again.sha256) == (document.id, "c", "d.pdf", other.sha256)


def test_what_cannot_be_saved_says_so(store: Store, tmp_path: Path) -> None:
    added = added_to(store, file_of(tmp_path, "c.pdf")).record
    with pytest.raises(CannotWrite):
        save_document(store, added, tmp_path / "nowhere" / "c.pdf")
    with pytest.raises(NotFound):
        save_document(store, added.with_(sha256="0" * 64), tmp_path / "c2.pdf")


def test_what_is_stopped_in_the_middle_leaves_nothing(store: Store, tmp_path: Path) -> None:
    """Two files, stopped in the second: neither is there, and what another record names stays."""
    kept = added_to(store, file_of(tmp_path, "a", b"a" * 100)).record
    add(store, kept)
    paths = [file_of(tmp_path, name, name.encode() * 3_000_000) for name in "abc"]
    stopped: list[bool] = []
    work = adding_documents(store, [tmp_path / "b", tmp_path / "c"], NOW, lambda: bool(stopped))
    shares = [next(work) for _piece in range(10)]
    assert shares == sorted(shares[:7]) + sorted(shares[7:])
    stopped.append(True)
    assert finished(work) is None
    assert store.content_names() == [kept.sha256]
    assert store.connection.execute("SELECT count(*) FROM content").fetchone() == (1,)
    assert paths[0].exists()


def test_a_program_that_ends_in_the_middle_leaves_nothing_that_counts(store: Store, tmp_path: Path) -> None:
    before = store.connection.execute("SELECT count(*) FROM meta").fetchone()
    work = adding_documents(store, [file_of(tmp_path, "a", b"a" * 5_000_000)], NOW)
    for _piece in range(8):
        next(work)
    store.close()
    assert verify_file(store.path) == []
    with Store.read(store.path) as reader:
        assert reader.content_names() == []
    with Store.open(store.path, NOW) as again:
        assert again.connection.execute("SELECT count(*) FROM content").fetchone() == (0,)
        assert again.connection.execute("SELECT count(*) FROM meta").fetchone() == before


def test_the_dossier_is_written_between_two_pieces(store: Store, tmp_path: Path) -> None:
    work = adding_documents(store, [file_of(tmp_path, "a", b"a" * 5_000_000)], NOW)
    for position, _share in enumerate(work):
        add(store, record("processor", name=f"Prestataire {position}"))
    assert len(store.dossier.of(Processor)) > 9
    assert len(store.content_names()) == 1
    assert verify_file(store.path) == []

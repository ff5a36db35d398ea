"""The search index holds every searchable field of every kind, and every title."""

import pytest

from dossier.model.catalog import CATALOG
from dossier.model.fields import fields_of
from dossier.model.record import Record
from dossier.model.value import hints_of
from dossier.store.edit import Change, Edit
from dossier.store.store import Store
from dossier.work.edits import with_traces
from tests.factories import AUTHOR, NOW, make_store, record


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("search") / "a.dossier")


def texts(kind: type[Record]) -> list[str]:
    """The fields in which a person types words and expects to find them."""
    named = {"name"} if "name" in hints_of(kind) else set()
    searchable = {f.name for f in fields_of(kind) if f.show.searchable and f.type is str and not f.is_reference}
    return sorted(named | searchable)


@pytest.mark.parametrize("kind", CATALOG, ids=lambda kind: kind.kind.name)
def test_every_searchable_field_is_found_and_forgotten(kind: type[Record], store: Store) -> None:
    many = {f.name for f in fields_of(kind) if f.many}
    assert texts(kind)
    for name in texts(kind):
        word = f"Çédille{kind.kind.name}{name}".replace("_", "")
        values = {name: (word,) if name in many else word}
        there = store.dossier.of(kind)[0] if kind.kind.single else None
        made = there.with_(**values) if there else record(kind.kind.name, **values)
        written = store.apply(Edit("add", (Change(there, made),)), AUTHOR, NOW)
        asked = word.replace("Çé", "ce").upper()
        assert [found.id for found in store.search(asked)] == [made.id], name
        if kind.kind.append_only:
            continue  # what is never rewritten is never forgotten
        store.apply(with_traces(written.inverse("undo"), store.dossier, AUTHOR, NOW), AUTHOR, NOW)
        assert made.id not in [found.id for found in store.search(asked)], name

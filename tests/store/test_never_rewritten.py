"""What is dated is added to and never rewritten; a breach leaves its register only with a reason."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.errors import Conflict
from dossier.model.breach import Breach, BreachEvent
from dossier.model.evidence import Removal
from dossier.store.edit import Change, Edit
from dossier.store.store import Store
from dossier.work.edits import creation, deletion, with_traces
from tests.factories import AUTHOR, NOW, add, make_store, record


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with make_store(tmp_path / "a.dossier") as made:
        yield made


def logged(store: Store) -> tuple[Breach, BreachEvent]:
    breach = record("breach", name="Vol d'un portable")
    event = record("breach_event", breach=breach.id, name="Le portable n'est plus dans le train")
    add(store, breach)
    add(store, event)
    (written,), (told,) = store.dossier.of(Breach), store.dossier.of(BreachEvent)
    return written, told


def test_an_event_is_not_rewritten(store: Store) -> None:
    _breach, event = logged(store)
    with pytest.raises(Conflict, match="never rewritten"):
        store.apply(Edit("rewrite", (Change(event, event.with_(name="Rien")),)), AUTHOR, NOW)
    with pytest.raises(Conflict, match="never rewritten"):
        store.apply(Edit("delete", (Change(event, None),)), AUTHOR, NOW)
    assert store.dossier.of(BreachEvent) == (event,)


def test_undoing_an_event_strikes_it_out_and_redoing_brings_it_back(store: Store) -> None:
    _breach, event = logged(store)
    added = Edit("add", (Change(None, event),))
    store.apply(added.inverse("undo"), AUTHOR, NOW)
    (struck,) = store.dossier.of(BreachEvent)
    assert struck == event.with_(struck_out=True)
    store.apply(added.again("redo", store.dossier.get), AUTHOR, NOW)
    assert store.dossier.of(BreachEvent) == (event,)


def test_a_breach_is_deleted_with_its_events_only_with_a_reason(store: Store) -> None:
    breach, _event = logged(store)
    edit = deletion(store.dossier, [breach])
    with pytest.raises(Conflict, match=f"{breach.reference} is deleted only with a reason"):
        store.apply(edit, AUTHOR, NOW)
    written = store.apply(with_traces(edit, store.dossier, AUTHOR, NOW, "Saisie en double"), AUTHOR, NOW)
    assert (store.dossier.of(Breach), store.dossier.of(BreachEvent)) == ((), ())
    (removal,) = store.dossier.of(Removal)
    assert (removal.name, removal.reason, removal.removed_by) == (breach.reference, "Saisie en double", AUTHOR.words)
    store.apply(with_traces(written.inverse("undo"), store.dossier, AUTHOR, NOW), AUTHOR, NOW)
    assert (len(store.dossier.of(BreachEvent)), store.dossier.of(Removal)) == (1, ())


def test_undoing_the_entry_of_a_breach_leaves_its_reference_and_redoing_takes_the_trace_away(store: Store) -> None:
    written = store.apply(creation(record("breach", name="Courriel")), AUTHOR, NOW)
    reference = written.changes[0].record.reference
    store.apply(with_traces(written.inverse("undo"), store.dossier, AUTHOR, NOW), AUTHOR, NOW)
    assert [removal.name for removal in store.dossier.of(Removal)] == [reference]
    store.apply(with_traces(written.again("redo", store.dossier.get), store.dossier, AUTHOR, NOW), AUTHOR, NOW)
    assert (store.dossier.count(Breach), store.dossier.of(Removal)) == (1, ())


def test_a_deletion_with_reasons_is_not_deleted(store: Store) -> None:
    (removal,) = add(store, record("removal", name="VIO-2026-001", reason="Doublon"))
    with pytest.raises(Conflict, match="never rewritten"):
        store.apply(Edit("delete", (Change(removal, None),)), AUTHOR, NOW)

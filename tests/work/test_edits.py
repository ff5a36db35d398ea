"""The edits people make, and what they leave behind."""

from pathlib import Path

import pytest

from dossier.errors import Conflict
from dossier.model.activity import Activity, DataItem, Purpose, Retention
from dossier.model.record import Status
from dossier.store.store import Store
from dossier.work import edits
from tests.factories import AUTHOR, NOW, add, make_store, record


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return make_store(tmp_path / "a.dossier")


def test_a_new_part_belongs_to_its_parent(store: Store) -> None:
    (activity,) = add(store, record("activity"))
    store.apply(edits.creation(edits.new_record(Purpose, NOW, activity)), AUTHOR, NOW)
    assert [purpose.activity for purpose in store.dossier.of(Purpose)] == [activity.id]


def test_one_field_of_many_records_is_one_edit(store: Store) -> None:
    activities = add(store, record("activity", name="a"), record("activity", name="b", owner="RH"))
    edit = edits.change_of_field(activities, "owner", "RH")
    assert edit
    assert [change.before for change in edit.changes] == [activities[0]]
    store.apply(edit, AUTHOR, NOW)
    assert {activity.owner for activity in store.dossier.of(Activity)} == {"RH"}
    assert edits.change_of_field(store.dossier.of(Activity), "owner", "RH") is None


def test_a_copy_has_parts_of_its_own_that_refer_to_each_other(store: Store) -> None:
    (activity,) = add(store, record("activity", name="Paie", status=Status.VALIDATED, validated_at=3))
    (item,) = add(store, record("data_item", activity=activity.id, name="RIB"))
    add(store, record("retention", activity=activity.id, data_items=(item.id,)))
    store.apply(edits.duplication(store.dossier, activity, NOW), AUTHOR, NOW)
    copy = store.dossier.of(Activity)[1]
    (copied_item,) = store.dossier.children(DataItem, copy.id)
    (copied_retention,) = store.dossier.children(Retention, copy.id)
    assert (copy.name, copy.status, copy.validated_at) == ("Paie (copy)", Status.DRAFT, None)
    assert copied_retention.data_items == (copied_item.id,)
    assert copied_item.id != item.id
    assert len({one.reference for one in store.dossier}) == len(store.dossier)


def test_what_is_used_elsewhere_is_deleted_only_when_detached(store: Store) -> None:
    (measure,) = add(store, record("measure", name="Coffre"))
    add(store, record("activity", measures=(measure.id,)))
    with pytest.raises(Conflict, match="Coffre"):
        edits.deletion(store.dossier, [measure])
    edit = store.apply(edits.deletion(store.dossier, [measure], detach=True), AUTHOR, NOW)
    assert [activity.measures for activity in store.dossier.of(Activity)] == [()]
    store.apply(edit.inverse("undo"), AUTHOR, NOW)
    assert [activity.measures for activity in store.dossier.of(Activity)] == [(measure.id,)]


def test_a_record_is_deleted_with_its_parts(store: Store) -> None:
    (activity,) = add(store, record("activity"))
    (item,) = add(store, record("data_item", activity=activity.id))
    add(store, record("retention", activity=activity.id, data_items=(item.id,)))
    store.apply(edits.deletion(store.dossier, [activity]), AUTHOR, NOW)
    assert len(store.dossier) == 1


def test_validating_notes_the_journal_entry(store: Store) -> None:
    (activity,) = add(store, record("activity", name="Paie"))
    edit = edits.validation(store.dossier, store.dossier.of(Activity), Status.VALIDATED)
    assert edit
    store.apply(edit, AUTHOR, NOW)
    (validated,) = store.dossier.of(Activity)
    assert validated.validated_at == store.dossier.sequence
    assert store.history(activity.id)[0].sequence == validated.validated_at
    assert edits.validation(store.dossier, [validated], Status.VALIDATED) is None

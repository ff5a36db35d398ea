"""Two programs on one file: nothing is overwritten, nothing is missed, and time that runs backwards changes nothing."""

import io
from datetime import timedelta
from pathlib import Path

import pytest

from dossier.errors import Conflict, FileLocked
from dossier.model.activity import Activity
from dossier.store import driver
from dossier.store.edit import Change, Edit
from dossier.store.store import Store
from dossier.store.verify import problems
from tests.factories import AUTHOR, NOW, add, make_store, record


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Store, Store]:
    """The same dossier open to write twice: the second took the lock by force."""
    first = make_store(tmp_path / "a.dossier")
    return first, Store.open(first.path, NOW, by_force=True)


def test_two_writers_see_each_others_records_and_overwrite_none(pair: tuple[Store, Store]) -> None:
    first, second = pair
    (activity,) = add(first, record("activity", name="one"))
    add(second, record("measure"))
    second.apply(Edit("second", (Change(activity, activity.with_(name="two")),)), AUTHOR, NOW)
    with pytest.raises(Conflict, match="TRT-001"):
        first.apply(Edit("first", (Change(activity, activity.with_(name="lost")),)), AUTHOR, NOW)
    (later,) = add(first, record("activity"))
    assert later.reference == "TRT-002"
    assert second.refresh()
    assert [one.name for one in second.dossier.of(Activity)] == ["two", ""]
    assert list(problems(second.connection)) == []
    for store in pair:
        store.close()


def test_what_the_other_wrote_is_seen_after_a_document_was_kept(pair: tuple[Store, Store]) -> None:
    first, second = pair
    add(second, record("activity", name="from the other"))
    first.add_content(io.BytesIO(b"contract"))
    assert first.refresh()
    assert [one.name for one in first.dossier.of(Activity)] == ["from the other"]
    add(second, record("measure"))
    first.checkpoint("import", AUTHOR, NOW)
    assert list(problems(first.connection)) == []
    for store in pair:
        store.close()


def test_the_journal_keeps_its_order_when_the_clock_is_set_back(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    (activity,) = add(store, record("activity", name="0"))
    for days in (0, -400, 1, -5000):
        written = store.apply(
            Edit(f"{days}", (Change(activity, activity.with_(name=f"{days}")),)), AUTHOR, NOW + timedelta(days=days)
        )
        activity = written.changes[0].record
    assert [entry.label for entry in store.history(activity.id)] == ["-5000", "1", "-400", "0", "add"]
    assert list(problems(store.connection)) == []
    store.close()


def test_no_reference_is_given_again_after_undo_and_redo(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    (first,) = add(store, record("activity"))
    deletion = Edit("delete", (Change(first, None),))
    store.apply(deletion, AUTHOR, NOW)
    store.apply(deletion.inverse("undo"), AUTHOR, NOW)
    store.apply(deletion, AUTHOR, NOW)
    creation = store.apply(Edit("new", (Change(None, record("activity")),)), AUTHOR, NOW)
    store.apply(creation.inverse("undo"), AUTHOR, NOW)
    (third,) = add(store, record("activity"))
    store.apply(creation, AUTHOR, NOW)
    assert [one.reference for one in store.dossier.of(Activity)] == ["TRT-002", "TRT-003"]
    assert third.reference == "TRT-003"
    store.close()


def test_one_reference_stands_for_one_record_of_any_kind(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    activity, _measure = add(store, record("activity"), record("measure", reference="X-001"))
    for taken in ("X-001", "MES-001"):
        add(store, record("measure", reference="MES-001")) if taken == "MES-001" else None
        with pytest.raises(Conflict, match=taken):
            store.apply(Edit("name", (Change(activity, activity.with_(reference=taken)),)), AUTHOR, NOW)
    store.apply(Edit("name", (Change(activity, activity.with_(reference="TRT-007")),)), AUTHOR, NOW)
    (later,) = add(store, record("activity"))
    assert later.reference == "TRT-008"
    assert list(problems(store.connection)) == []
    store.close()


def test_an_entry_whose_payload_was_erased_tells_no_change_and_the_chain_holds(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    (activity,) = add(store, record("activity", name="personal"))
    (entry,) = store.history(activity.id)
    store.connection.execute("DELETE FROM journal_payload WHERE sequence = ?", (entry.sequence,))
    assert store.change_of(entry) is None
    assert store.edit_of(entry.edit) is None
    assert not [problem for problem in problems(store.connection) if "hash does not hold" in problem]
    store.close()


def test_a_copy_made_while_the_dossier_is_written_is_whole(pair: tuple[Store, Store]) -> None:
    first, second = pair
    for number in range(5):
        add(second, record("activity", name=str(number)))
        target = first.path.with_name(f"copy {number}.dossier")
        first.save_copy(target)
        with Store.read(target) as copy:
            assert len(copy.dossier.of(Activity)) == number + 1
            assert list(problems(copy.connection)) == []
    for store in pair:
        store.close()


def test_a_file_that_another_program_locks_is_said_and_never_waited_for_in_vain(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    other = driver.connect(store.path.as_uri())
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(FileLocked):
        store.save_copy(tmp_path / "b.dossier")
    with pytest.raises(FileLocked):
        store.search("a")
    other.execute("ROLLBACK")
    other.close()
    store.save_copy(tmp_path / "b.dossier")
    assert sorted(one.name for one in tmp_path.glob("*.dossier")) == ["a.dossier", "b.dossier"]
    store.close()

"""One door for writes: what it keeps, what it refuses, and what it never loses."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.errors import CannotWrite, Conflict, FileLocked, FileRefused, NotFound
from dossier.model.activity import Activity, Purpose
from dossier.model.catalog import CATALOG
from dossier.model.measure import Measure
from dossier.model.organisation import Organisation
from dossier.model.record import Record
from dossier.store import driver
from dossier.store.edit import Change, Edit
from dossier.store.store import Store
from dossier.store.verify import problems, reference_problems
from dossier.store.whole import sqlite_journal
from tests.factories import AUTHOR, NOW, add, filled_dossier, make_store, record, records


def reopened(store: Store) -> Store:
    store.close()
    return Store.open(store.path, NOW)


def change(store: Store, before: Record, **values: object) -> Record:
    written = store.apply(Edit("change", (Change(before, before.with_(**values)),)), AUTHOR, NOW)
    return written.changes[0].record


def test_a_filled_record_of_every_kind_is_kept_as_it_is(tmp_path: Path) -> None:
    whole = filled_dossier()
    store = reopened(make_store(tmp_path / "a.dossier", whole))
    assert {one.id: one for one in store.dossier} == {one.id: one for one in whole}
    assert list(problems(store.connection)) == ["The content of the document DOC-501 is missing."]
    assert list(reference_problems(store.dossier)) == []
    store.close()


@pytest.mark.parametrize("kind", CATALOG, ids=lambda kind: kind.kind.name)
def test_any_record_that_can_be_made_is_kept_as_it_is(kind: type[Record], tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(records(kind))
    def keep(made: Record) -> None:
        others = store.dossier.of(kind) if kind.kind.single else ()
        changes = (*(Change(other, None) for other in others), Change(None, made))
        written = store.apply(Edit("add", changes), AUTHOR, NOW).changes[-1].record
        store._seen = -1  # forget what is in memory
        assert store.refresh()
        assert store.dossier.get(made.id) == written
        assert kind.from_json(written.as_json()) == written

    keep()
    assert [problem for problem in problems(store.connection) if "content of the document" not in problem] == []
    store.close()


def test_references_are_given_once_and_never_again(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    first, second = add(store, record("activity"), record("activity"))
    assert (first.reference, second.reference) == ("TRT-001", "TRT-002")
    store.apply(Edit("delete", (Change(second, None),)), AUTHOR, NOW)
    store = reopened(store)
    (third,) = add(store, record("activity"))
    assert third.reference == "TRT-003"
    (breach,) = add(store, record("breach"))
    assert breach.reference == "VIO-2026-001"
    store.close()


def test_an_edit_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    before = store.dossier
    orphan = record("purpose", activity="no-such-activity", name="orphan")
    with pytest.raises(Conflict):
        add(store, record("activity", name="kept?"), orphan)
    assert store.dossier is before
    assert reopened(store).dossier.count(Activity) == 0


def test_a_record_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    (activity,) = add(store, record("activity", name="old"))
    change(store, activity, name="new")
    with pytest.raises(Conflict, match="TRT-001"):
        change(store, activity, name="newer")
    assert store.dossier.get(activity.id) != activity
    store.close()


def test_an_edit_and_its_inverse_leave_nothing_but_the_journal(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    (measure,) = add(store, record("measure", name="m"))
    before = {one.id: one for one in store.dossier}
    written = store.apply(
        Edit(
            "group",
            (
                Change(None, record("activity", name="a", measures=(measure.id,))),
                Change(measure, measure.with_(name="n")),
            ),
        ),
        AUTHOR,
        NOW,
    )
    store.apply(written.inverse("undo"), AUTHOR, NOW)
    assert {one.id: one for one in store.dossier} == before
    assert [entry.label for entry in store.history(limit=4)] == ["undo", "undo", "group", "group"]
    assert list(problems(store.connection)) == []
    store.close()


def test_the_journal_tells_what_a_record_was(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    (activity,) = add(store, record("activity", name="one"))
    change(store, activity, name="two")
    entries = store.history(activity.id)
    changes = [store.change_of(entry) for entry in entries]
    assert [(c.before and c.before.title, c.after and c.after.title) for c in changes if c] == [
        ("one", "two"),
        (None, "one"),
    ]
    assert entries[0].author == "Camille Martin, DPO"
    assert entries[0].at == "2026-11-22T13:05:00Z"
    store.close()


def test_a_second_opener_reads_and_says_who_writes(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    other = Store.open(store.path, NOW)
    assert other.is_read_only
    assert other.holder
    assert other.holder.process == os.getpid()
    with pytest.raises(FileLocked, match=other.holder.host):
        add(other, record("activity"))
    add(store, record("activity", name="seen by both"))
    assert other.refresh()
    assert [activity.name for activity in other.dossier.of(Activity)] == ["seen by both"]
    other.close()
    store.close()
    assert not Store.open(store.path, NOW).is_read_only


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    store.close()
    holder = "import sys; from datetime import *; from pathlib import Path; from dossier.store.lock import Lock; "
    take = holder + "Lock(Path(sys.argv[1])).take(datetime.now(UTC))"
    subprocess.run([sys.executable, "-c", take, str(store.path)], check=True)
    assert (tmp_path / ".~lock.a.dossier#").exists()
    assert not Store.open(store.path, NOW).is_read_only


def test_search_folds_accents_ligatures_and_follows_changes(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    (activity,) = add(store, record("activity", name="Œuvres d’été", description="Élèves de l’école"))
    add(store, record("document", name="Contrat Éditeur"))
    assert [one.reference for one in store.search("oeuv")] == ["TRT-001"]
    assert [one.reference for one in store.search("ecole ete")] == ["TRT-001"]
    assert [one.reference for one in store.search("EDIT")] == ["DOC-001"]
    assert [one.reference for one in store.search("trt-0")] == ["TRT-001"]
    change(store, activity, name="Paie")
    assert store.search("oeuv") == ()
    store.close()


def test_any_text_can_be_searched(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")

    @settings(deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.text())
    def search(text: str) -> None:
        assert isinstance(store.search(text), tuple)

    search()
    assert store.search('" NEAR *') == ()
    store.close()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not a dossier"),
        (b"just text, long enough to be read", "not a dossier"),
        (b"SQLite format 3\0" + b"\0" * 100, "damaged|another application"),
    ],
)
def test_what_is_no_dossier_is_refused_and_not_touched(content: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "a.dossier"
    path.write_bytes(content)
    with pytest.raises(FileRefused, match=words):
        Store.open(path, NOW)
    assert path.read_bytes() == content
    assert [one.name for one in tmp_path.glob("*dossier*")] == ["a.dossier"]


def test_another_applications_file_and_a_newer_version_are_refused(tmp_path: Path) -> None:
    for pragma, words in (("application_id = 1", "another application"), ("user_version = 99", "newer version")):
        store = make_store(tmp_path / f"{pragma[:4]}.dossier")
        store.close()
        connection = driver.connect(f"file:{store.path}")
        connection.execute(f"PRAGMA {pragma}")
        connection.close()
        with pytest.raises(FileRefused, match=words):
            Store.open(store.path, NOW)


def test_a_dossier_that_carries_programs_is_refused(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    store.close()
    connection = driver.connect(f"file:{store.path}")
    connection.execute("CREATE TRIGGER t AFTER INSERT ON activity BEGIN DELETE FROM breach; END")
    connection.close()
    with pytest.raises(FileRefused, match="programs"):
        Store.open(store.path, NOW)


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        Store.open(tmp_path / "none.dossier", NOW)
    assert list(tmp_path.glob("*.dossier*")) == []


def test_a_new_dossier_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    store.close()
    before = store.path.read_bytes()
    with pytest.raises(CannotWrite, match="exists"):
        make_store(store.path)
    assert store.path.read_bytes() == before


def test_a_full_disk_changes_nothing_and_the_next_try_succeeds(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    (pages,) = store.connection.execute("PRAGMA page_count").fetchone()
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    before = store.dossier
    with pytest.raises(CannotWrite, match="disk is full"):
        add(store, record("activity", name="x" * 1_000_000))
    assert store.dossier is before
    store.connection.execute("PRAGMA max_page_count = 1000000")
    add(store, record("activity", name="x" * 1_000_000))
    assert list(problems(store.connection)) == []
    store.close()


def test_a_copy_is_a_whole_dossier_of_its_own(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    add(store, record("activity", name="a"))
    store.save_copy(tmp_path / "copy.dossier")
    with pytest.raises(CannotWrite):
        store.save_copy(store.path)
    with Store.open(tmp_path / "copy.dossier", NOW) as copy:
        assert copy.dossier == store.dossier or copy.dossier.head == store.dossier.head
        assert [one.title for one in copy.dossier.of(Activity)] == ["a"]
        assert list(problems(copy.connection)) == []
    store.close()


def test_the_file_is_its_owners_alone_and_durable(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    assert store.path.stat().st_mode & 0o077 == 0
    pragmas = {
        name: store.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")
    }
    assert pragmas == {"journal_mode": "delete", "synchronous": 2}
    for name, value in (("secure_delete", 1), ("trusted_schema", 0), ("foreign_keys", 1)):
        assert store.connection.execute(f"PRAGMA {name}").fetchone()[0] == value
    store.close()


NURSERY = """
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from dossier.store.edit import Author, Change, Edit
from dossier.store.store import Store

def write():
    store = Store.open(Path(sys.argv[1]), datetime.now(UTC))
    record = store.dossier.get(sys.argv[2])
    number = int(record.description or 0)
    while True:
        number += 1
        edit = Edit(f"edit {number}", (Change(record, record.with_(description=str(number))),))
        record = store.apply(edit, Author("w", "", "s"), datetime.now(UTC)).changes[0].after
        os.write(1, b"wrote %d\\n" % number)

for _asked in sys.stdin:
    child = os.fork()
    if not child:
        write()
    os.write(1, b"writer %d\\n" % child)
    os.waitpid(child, 0)
    os.write(1, b"dead 0\\n")
"""


def _killed_writer(nursery: "subprocess.Popen[str]", pause: float) -> int:
    """Let a writer start, kill it a while after its first edit; returns the last edit it acknowledged."""
    assert nursery.stdin
    assert nursery.stdout
    nursery.stdin.write("\n")
    said: dict[str, int] = {}
    while not {"writer", "wrote"} <= said.keys():
        word, number = nursery.stdout.readline().split()
        said[word] = int(number)
    time.sleep(pause)
    os.kill(said["writer"], signal.SIGKILL)
    while "dead" not in said:
        word, number = nursery.stdout.readline().split()
        said[word] = int(number)
    return said["wrote"]


def test_a_program_killed_while_it_writes_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    """kill -9 in the middle of a stream of edits, fifty times.

    Each writer is a process of its own, forked from one that has the program loaded and has opened nothing.
    """
    store = make_store(tmp_path / "a.dossier")
    (activity,) = add(store, record("activity"))
    store.close()
    command = [sys.executable, "-c", NURSERY, str(store.path), activity.id]
    left, acknowledged = 0, 0
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as nursery:
        for round_ in range(50):
            acknowledged = max(acknowledged, _killed_writer(nursery, 0.0017 * (round_ % 9)))
            left += sqlite_journal(store.path).exists()
            with Store.read(store.path) as reader:
                found = reader.dossier.get(activity.id, Activity)
            assert isinstance(found, Activity)
            assert int(found.description) >= acknowledged
            acknowledged = int(found.description)
    with Store.open(store.path, NOW) as survivor:
        assert list(problems(survivor.connection)) == []
    assert acknowledged >= 50
    assert left > 0  # some were killed inside a transaction, which the reader rolled back


def test_parts_are_found_by_their_parent_and_users_by_what_they_use(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    measure, activity = add(store, record("measure"), record("activity"))
    activity = change(store, activity, measures=(measure.id,))
    (purpose,) = add(store, record("purpose", activity=activity.id))
    dossier = store.dossier
    assert dossier.children(Purpose, activity.id) == (purpose,)
    assert dossier.parts_of(activity) == (purpose,)
    assert [use.record for use in dossier.used_by(measure)] == [activity]
    assert dossier.used_by(activity) == ()
    assert dossier.of(Measure) == (measure,)
    store.close()


def test_a_dossier_is_kept_by_one_organisation(tmp_path: Path) -> None:
    with make_store(tmp_path / "a.dossier") as store:
        with pytest.raises(Conflict, match="one organisation"):
            add(store, record("organisation", name="Une autre"))
        (kept,) = store.dossier.of(Organisation)
        store.apply(Edit("move", (Change(kept, None), Change(None, record("organisation", name="Neuve")))), AUTHOR, NOW)
        assert [one.name for one in store.dossier.of(Organisation)] == ["Neuve"]

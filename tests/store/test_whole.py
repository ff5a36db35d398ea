"""A file stands at its place whole or not at all, and never in the place of a dossier."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.errors import CannotWrite, Conflict, FileLocked
from dossier.model.organisation import Organisation
from dossier.store.lock import Lock
from dossier.store.store import Store
from dossier.store.whole import moved_when_complete, sqlite_journal
from dossier.work.files import replaced_when_complete
from tests.factories import AUTHOR, NOW, add, make_store, record

DEAD = 2**22 + 1
"""A process that no Linux numbers so high."""


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir() if one.name != "home")


def test_a_dossier_that_could_not_be_filled_leaves_nothing(tmp_path: Path) -> None:
    twice = record("activity", reference="TRT-001")
    with pytest.raises(Conflict):
        Store.create(tmp_path / "a.dossier", [twice, twice], "fr", AUTHOR, NOW)
    assert names(tmp_path) == []


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from dossier.model.organisation import Organisation
from dossier.store.edit import Author
from dossier.store.store import Store
def first():
    yield Organisation(id="01a5b5b5-0000-7000-8000-000000000001", name="half")
    os.kill(os.getpid(), signal.SIGKILL)
Store.create(Path(sys.argv[1]), first(), "fr", Author(), datetime.now(UTC))
"""


def test_a_program_killed_while_it_makes_a_dossier_leaves_no_half_one_and_is_cleaned_up(tmp_path: Path) -> None:
    path = tmp_path / "a.dossier"
    assert subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False).returncode == -9
    assert not path.exists()
    assert any(name.endswith(".partial") for name in names(tmp_path))
    Store.create(path, [record("organisation", name="whole")], "fr", AUTHOR, NOW).close()
    assert names(tmp_path) == ["a.dossier"]


def test_what_another_program_is_making_is_left_alone(tmp_path: Path) -> None:
    host = socket.gethostname()
    others = [
        f".dossier-{host}-{os.getppid()}-0.partial",
        f".dossier-elsewhere-{DEAD}-0.partial",
        f".other-{host}-{DEAD}-0.partial",
    ]
    left = [f".dossier-{host}-{DEAD}-{number}.partial" for number in (0, 7)]
    for name in (*others, *left, f"{left[0]}-journal"):
        (tmp_path / name).touch()
    with moved_when_complete(tmp_path / "a.pdf") as partial:
        partial.write_bytes(b"whole")
    assert names(tmp_path) == sorted(["a.pdf", *others])


def test_a_failure_leaves_what_was_there_before(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"before")
    with pytest.raises(ValueError, match="range"), replaced_when_complete(target) as file:
        file.write(b"half" + bytes([256]))
    assert target.read_bytes() == b"before"
    assert names(tmp_path) == ["a.pdf"]


def test_nothing_takes_the_place_of_a_dossier(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    store.close()
    before = store.path.read_bytes()
    (tmp_path / "renamed.pdf").write_bytes(before)
    (tmp_path / "link.pdf").symlink_to(store.path)
    (tmp_path / "encrypted.dossier").write_bytes(os.urandom(100))
    for name in ("a.dossier", "renamed.pdf", "link.pdf", "encrypted.dossier"):
        with pytest.raises(CannotWrite, match=name), replaced_when_complete(tmp_path / name):
            pytest.fail("opened")
    assert store.path.read_bytes() == before


def test_a_killed_programs_transaction_is_not_taken_into_another_file(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    sqlite_journal(tmp_path / "b.dossier").write_bytes(b"left")
    with pytest.raises(CannotWrite, match="not closed"):
        store.save_copy(tmp_path / "b.dossier")
    with pytest.raises(CannotWrite, match="not closed"):
        make_store(tmp_path / "b.dossier")
    store.close()


def test_a_copy_never_takes_the_place_of_an_open_dossier(tmp_path: Path) -> None:
    store, other = make_store(tmp_path / "a.dossier"), make_store(tmp_path / "b.dossier")
    with pytest.raises(FileLocked, match=r"b\.dossier"):
        store.save_copy(other.path)
    other.close()
    add(store, record("activity", name="kept"))
    store.save_copy(other.path)
    with Store.read(other.path) as copy:
        assert copy.dossier.head == store.dossier.head
    store.close()


def test_a_link_is_locked_where_the_dossier_is(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    (tmp_path / "link.dossier").symlink_to(store.path)
    with Store.open(tmp_path / "link.dossier", NOW) as other:
        assert other.is_read_only
    store.close()


@pytest.mark.parametrize(
    "text", ["", "null", "{}", "[1]", "\xff", '{"host": "?", "process": "x", "user": 1, "since": 2}']
)
def test_a_lock_that_cannot_be_read_is_asked_about(text: str, tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    store.close()
    lock = tmp_path / ".~lock.a.dossier#"
    lock.write_text(text, encoding="latin-1")
    with Store.open(store.path, NOW) as reader:
        assert reader.is_read_only
        assert reader.holder
    assert lock.exists()
    with Store.open(store.path, NOW, by_force=True) as writer:
        assert not writer.is_read_only
    assert not lock.exists()


@pytest.mark.parametrize(("host", "taken_over"), [(socket.gethostname(), True), ("elsewhere", False)])
def test_only_the_dead_of_this_computer_lose_their_lock(host: str, taken_over: bool, tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    store.close()
    held = {"host": host, "process": 10**30, "user": "u", "since": "2020-01-01T00:00:00Z"}
    (tmp_path / ".~lock.a.dossier#").write_text(json.dumps(held))
    with Store.open(store.path, NOW) as opened:
        assert opened.is_read_only is not taken_over


def test_a_lock_taken_by_force_is_not_given_back_by_who_lost_it(tmp_path: Path) -> None:
    lost = Lock(tmp_path / "a.dossier")
    lost.take(NOW)
    held = {"host": "elsewhere", "process": 1, "user": "u", "since": "later"}
    lost.path.write_text(json.dumps(held))
    lost.release()
    assert lost.path.exists()


@pytest.mark.parametrize(
    "name", ['a"b', "a'b", "a%20b", "a#b", "a?mode=ro", "a&b=c", "é œ", "-a", "a\\b", "a\nb", "a\udcffb"]
)
def test_any_file_name_can_be_used(name: str, tmp_path: Path) -> None:
    store = make_store(tmp_path / f"{name}.dossier")
    store.close()
    assert names(tmp_path) == [f"{name}.dossier"]
    with Store.read(store.path) as reader:
        assert reader.dossier.of(Organisation)[0].name == "Éco"

"""An export that fails or is stopped, at whatever stage, leaves what was there, says what happened, and no trace."""

import errno
import hashlib
import io
import os
import re
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from dossier.errors import CannotWrite
from dossier.i18n import use_language
from dossier.report.read_back import pages_of
from dossier.work.export import export_incident_sheet, written
from dossier.work.signing import Signing
from tests.factories import NOW
from tests.keys import PASSPHRASE, p12
from tests.report.packs import PACKS, pdf, small

STAGES = [0.0, 0.3, 0.9, 0.999]
"""Shares of the file at which the disk is full: at its first byte, among its pages, and among what comes after them."""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    use_language("en")
    (tmp_path / "folder").mkdir()
    path = tmp_path / "folder" / "out.pdf"
    path.write_bytes(b"before")
    return path


@contextmanager
def nothing_lost(target: Path, words: str) -> Iterator[None]:
    """What is in the block is refused with these words, in one sentence that names the file and another way."""
    before = {one.name: one.read_bytes() for one in target.parent.iterdir() if one.is_file()}
    with pytest.raises(CannotWrite, match=words) as raised:
        yield
    said = str(raised.value)
    assert target.name in said
    assert "what was there before is untouched; choose another place." in said
    assert said.count("\n") == 0
    assert {one.name: one.read_bytes() for one in target.parent.iterdir() if one.is_file()} == before


class Disk(io.FileIO):
    """A file that refuses what goes beyond its room, and loses what is written at the places it forgets."""

    room, lost = 1 << 40, range(0)

    def write(self, data: Any) -> int:
        start = self.tell()
        if start + len(data) > self.room:
            raise OSError(errno.ENOSPC, "No space left on device")
        kept = bytearray(data)
        for place in range(max(self.lost.start - start, 0), min(self.lost.stop - start, len(kept))):
            kept[place] = 0
        return super().write(kept) or 0


def on(disk: type[Disk], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is being made is made on that disk."""
    usual: Callable[..., Any] = Path.open

    def opened(path: Path, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        if path.suffix == ".partial" and mode == "w+b":
            return disk(path, mode)
        return usual(path, mode, *arguments, **options)

    monkeypatch.setattr(Path, "open", opened)


@pytest.mark.parametrize("share", STAGES)
@pytest.mark.parametrize("is_signed", [False, True])
def test_a_disk_that_fills_up(share: float, is_signed: bool, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    signing = Signing(p12(target.parent.parent / "key.p12"), PASSPHRASE) if is_signed else None
    size = written(small(), target.with_name("other.pdf"), signing=signing).path.stat().st_size
    monkeypatch.setattr(Disk, "room", int(size * share))
    on(Disk, monkeypatch)
    with nothing_lost(target, r"the disk is full"):
        written(small(), target, signing=signing)


@pytest.mark.parametrize("share", STAGES)
def test_a_size_that_the_computer_itself_refuses(share: float, target: Path) -> None:
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(len(pdf("small")) * share), usual[1]))
    try:
        with nothing_lost(target, "larger than this disk or this computer allows"):
            written(small(), target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def test_a_disk_full_for_the_system_itself(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The place beside the target leads to a device that is always full."""
    beside = target.with_name(".full.partial")
    beside.symlink_to("/dev/full")
    monkeypatch.setattr("dossier.store.whole._partial", lambda _target: beside)
    with pytest.raises(CannotWrite, match="the disk is full"):
        written(small(), target)
    assert target.read_bytes() == b"before"
    assert [one.name for one in target.parent.iterdir()] == ["out.pdf"]


@pytest.mark.parametrize("name", ["fsync", "replace"])
def test_a_disk_that_is_taken_away_at_the_last_moment(name: str, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, name, refuse)
    with nothing_lost(target, "the disk fails or was taken away"):
        written(small(), target)


class StoppedError(Exception):
    pass


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_an_export_that_is_stopped(share: float, target: Path) -> None:
    pages = pages_of(io.BytesIO(pdf("small")))
    last = max(1, round(pages * share))

    def stop(done: int) -> None:
        if done == last:
            raise StoppedError

    with pytest.raises(StoppedError):
        written(small(), target, stop)
    assert [(one.name, one.read_bytes()) for one in target.parent.iterdir()] == [("out.pdf", b"before")]


def test_a_file_that_another_program_holds_is_refused_before_anything_is_written(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual: Callable[..., Any] = Path.open

    def held(path: Path, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        if path == target and "+" in mode:
            raise PermissionError(errno.EACCES, "used by another process", str(path))
        return usual(path, mode, *arguments, **options)

    monkeypatch.setattr(Path, "open", held)
    with nothing_lost(target, "another program has it open, or it is protected"):
        written(small(), target, lambda _pages: pytest.fail("begun"))


def test_a_file_that_another_program_opened_meanwhile(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows refuses it."""

    def held(made: str, place: str) -> None:
        raise PermissionError(errno.EACCES, "Access is denied", str(made), None, str(place))

    monkeypatch.setattr(os, "replace", held)
    with nothing_lost(target, "another program has it open, or it is protected"):
        written(small(), target)


def test_a_folder_that_cannot_be_written(target: Path) -> None:
    folder = target.parent
    if os.geteuid() == 0:  # who may write everywhere but where the system keeps its own
        folder = Path("/sys")
    else:
        folder.chmod(0o555)
    try:
        with pytest.raises(CannotWrite, match=r"(not allowed|read-only).*choose another place"):
            written(small(), folder / "new.pdf")
    finally:
        target.parent.chmod(0o755)
    assert not (folder / "new.pdf").exists()


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("no/such/out.pdf", "the folder does not exist"),
        ("out.pdf/below.pdf", "the folder does not exist"),
        ("é" * 200 + ".pdf", "the name is too long"),
        ("a" * 252 + ".pdf", "the name is too long"),
        ("below", "it is a folder"),
        ("pipe", "it is not a file"),
    ],
)
def test_a_place_where_no_file_can_be(place: str, words: str, target: Path) -> None:
    (target.parent / "below").mkdir()
    os.mkfifo(target.parent / "pipe")
    with pytest.raises(CannotWrite, match=f"{re.escape(words)}.*choose another place"):
        written(small(), target.parent / place, lambda _pages: pytest.fail("begun"))
    assert sorted(one.name for one in target.parent.iterdir()) == ["below", "out.pdf", "pipe"]
    assert target.read_bytes() == b"before"


def test_a_name_as_long_as_the_disk_allows(target: Path) -> None:
    assert written(small(), target.with_name("a" * 251 + ".pdf")).path.exists()


def test_a_file_without_a_name_is_asked_for_one(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(target.parent)
    with pytest.raises(CannotWrite, match="The file has no name: nothing was written"):
        written(small(), Path(), lambda _pages: pytest.fail("begun"))


def test_what_a_link_leads_to_is_replaced_and_the_link_stays(target: Path) -> None:
    link = target.parent.parent / "link.pdf"
    link.symlink_to(target)
    written(small(), link)
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"%PDF")
    assert [one.name for one in target.parent.iterdir()] == ["out.pdf"]


def test_two_who_write_the_same_file_at_once_both_write_a_whole_one(target: Path) -> None:
    """As two windows do: whoever ends last stands there."""
    inner: list[str] = []

    def write_it_too(done: int) -> None:
        if done == 2 and not inner:
            inner.append("")
            inner[0] = written(small(), target).sha256

    outer = written(small(), target, write_it_too)
    assert inner == [outer.sha256]
    assert hashlib.sha256(target.read_bytes()).hexdigest() == outer.sha256
    assert [one.name for one in target.parent.iterdir()] == ["out.pdf"]


def test_who_stops_once_the_file_is_read_back_leaves_what_was_there(target: Path) -> None:
    """Also after the last page one may stop, as long as nothing took its place."""
    told: list[int] = []
    pages = written(small(), target.with_name("other.pdf"), told.append).pages
    after = len(told) - 1 - told.index(pages)
    assert after >= 2
    target.with_name("other.pdf").unlink()

    def stop(done: int) -> None:
        told.append(done)
        if told.count(pages) == after + 1:
            raise StoppedError

    told.clear()
    with pytest.raises(StoppedError):
        written(small(), target, stop)
    assert [(one.name, one.read_bytes()) for one in target.parent.iterdir()] == [("out.pdf", b"before")]


@pytest.mark.parametrize("name", PACKS)
def test_a_whole_file_reads_back(name: str) -> None:
    document = io.BytesIO(pdf(name))
    assert pages_of(document) >= 1
    for broken in (b"", pdf(name)[:9], pdf(name)[1:], pdf(name)[:-1], pdf(name) + b"\n"):
        with pytest.raises(ValueError, match=r"."):
            pages_of(io.BytesIO(broken))


def last_stream(data: bytes) -> int:
    return int(data.rsplit(b"\n", 3)[1])


@pytest.mark.parametrize(
    "lost",
    [
        lambda data: range(4),
        lambda data: range(data.index(b" 0 obj\n"), data.index(b" 0 obj\n") + 3),
        lambda data: range(data.rindex(b"Type/ObjStm") + 100, data.rindex(b"Type/ObjStm") + 140),
        lambda data: range(last_stream(data) + 3, last_stream(data) + 5),
        lambda data: range(len(data) - 150, len(data) - 100),
        lambda data: range(len(data) - 12, len(data) - 8),
    ],
    ids=["beginning", "object", "pool", "places", "places' data", "end"],
)
def test_a_disk_that_does_not_keep_what_is_written(
    lost: Callable[[bytes], range], target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Disk, "lost", lost(pdf("small")))
    on(Disk, monkeypatch)
    with nothing_lost(target, "does not read back"):
        written(small(), target)


def test_pages_that_are_missing_are_noticed(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.report.read_back.pages_of", lambda file, _step: pages_of(file) - 1)
    with nothing_lost(target, "does not read back"):
        written(small(), target)
    with nothing_lost(target, "does not read back"):
        export_incident_sheet(target, "en", NOW)

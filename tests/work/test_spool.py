"""Notes of incidents, and the folder where they are kept until a dossier holds them."""

import json
import os
import stat
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import CannotWrite, InvalidInput
from dossier.model.vocabulary_procedures import BreachData, BreachNature
from dossier.work.incident_note import (
    CERTAINTIES,
    NATURES,
    UNKNOWN_DATA,
    Certainty,
    IncidentNote,
    Instant,
    note_of,
    read_note,
)
from dossier.work.spool import Spool
from tests.factories import NOW

FULL = IncidentNote.begun(
    NOW,
    "Europe/Paris",
    text="Portable volé é œ \ud800 ’\nDeux lignes",
    certainty="suspicion",
    at=Instant(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Europe/Paris", whole_day=True),
    at_words="avant midi",
    nature=("confidentialite", "inconnue"),
    persons="environ 300",
    persons_unknown=True,
    data=("nir",),
    processor="OVH",
    activity="Paie",
    by="Marie, DPO",
    path="/dossiers/a.dossier",
    dossier="id",
)


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path / "data" / "incidents")


@pytest.mark.parametrize("note", [FULL, IncidentNote.begun(NOW, "UTC")], ids=["full", "empty"])
def test_a_note_is_the_same_after_its_file(note: IncidentNote) -> None:
    assert note_of(note.as_text()) == note
    assert note.as_text().isascii()


@given(
    st.text(), st.text(max_size=10), st.none() | st.datetimes(timezones=st.timezones()), st.sampled_from(CERTAINTIES)
)
def test_whatever_is_typed_comes_back(text: str, words: str, at: datetime | None, certainty: Certainty) -> None:
    note = IncidentNote.begun(NOW, "Europe/Paris", text=text, persons=words, activity=words, certainty=certainty)
    if at is not None and 1 < at.year < 9999:
        note = note.with_(at=Instant(at.astimezone(UTC), "Europe/Paris"))
    assert note_of(note.as_text()) == note


def test_what_a_later_version_adds_is_left_aside() -> None:
    assert note_of(json.dumps({**json.loads(FULL.as_text()), "colour": "red"})) == FULL


@pytest.mark.parametrize(
    "change",
    [{"format": "dossier-incident/2"}, {"id": "../../x"}, {"id": 4}, {"typed": "12"}, {"nature": 3}, {"at": []}],
)
def test_what_is_no_note_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".*"):
        note_of(json.dumps({**json.loads(FULL.as_text()), **change}))


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "not json", "[" * 100_000])
def test_what_is_no_json_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.incident"
    path.write_text(text)
    with pytest.raises(InvalidInput):
        read_note(path)


def test_the_codes_of_the_quick_window_are_those_of_the_model() -> None:
    assert set(NATURES) == {one.value for one in BreachNature}
    assert BreachData.UNKNOWN.value == UNKNOWN_DATA


def test_now_is_never_the_moment_of_a_resumed_draft() -> None:
    draft = IncidentNote.begun(NOW, "Europe/Paris", text="Vol")
    resumed = draft.resumed(NOW + timedelta(days=1))
    assert resumed.certainty == "earlier"
    assert resumed.moment == draft.opened
    assert resumed.with_(certainty="now", at=None).moment == Instant(NOW + timedelta(days=1), "Europe/Paris")
    assert resumed.resumed(NOW + timedelta(days=2)).moment == draft.opened


@pytest.mark.parametrize("at", [None, FULL.at])
def test_a_resumed_suspicion_began_when_it_began(at: Instant | None) -> None:
    draft = FULL.with_(at=at, at_words="")
    assert draft.resumed(NOW + timedelta(days=1)).moment == draft.moment


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such permissions")
def test_only_the_owner_can_read_the_spool(spool: Spool) -> None:
    before = os.umask(0)
    try:
        spool.keep(FULL)
        spool.submit(FULL)
        spool.keep(FULL.with_(text="again"))
    finally:
        os.umask(before)
    assert stat.S_IMODE(spool.folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in spool.folder.iterdir()} == {0o600}


def test_a_draft_is_found_again_until_it_is_logged_or_forgotten(spool: Spool) -> None:
    assert spool.drafts() == spool.waiting() == []
    later = IncidentNote.begun(NOW + timedelta(minutes=1), "UTC", text="second")
    spool.keep(later)
    spool.keep(FULL)
    assert spool.drafts() == [FULL, later]
    spool.submit(FULL)
    assert (spool.drafts(), spool.waiting()) == ([later], [FULL])
    spool.forget(FULL)
    spool.forget(later)
    assert list(spool.folder.iterdir()) == []


def test_a_file_that_cannot_be_read_is_left_and_hides_no_other(spool: Spool) -> None:
    spool.keep(FULL)
    damaged = spool.folder / "0.draft"
    damaged.write_text("{")
    assert spool.drafts() == [FULL]
    assert damaged.exists()


def test_a_folder_that_cannot_be_written_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite, match="file"):
        Spool(tmp_path / "file" / "incidents").keep(FULL)


def test_a_program_killed_while_it_writes_leaves_a_whole_draft(spool: Spool) -> None:
    """A process writes one draft after the other as fast as it can and is killed: what is there is one of them."""
    source = (
        "import sys; from pathlib import Path; from dossier.work.spool import Spool; "
        "from dossier.work.incident_note import read_note\n"
        "note, spool = read_note(Path(sys.argv[1])), Spool(Path(sys.argv[2]))\n"
        "for number in range(10**9): spool.keep(note.with_(text=str(number) * 2000))"
    )
    first = spool.folder.parent / "first.incident"
    first.parent.mkdir(parents=True)
    first.write_text(FULL.as_text())
    command = [sys.executable, "-c", source, str(first), str(spool.folder)]
    for _time in range(5):
        with subprocess.Popen(command) as process:
            until = time.monotonic() + 10
            while not list(spool.folder.glob("*.draft")) and time.monotonic() < until:
                time.sleep(0.01)
            time.sleep(0.05)
            process.kill()
        (found,) = spool.drafts()
        number = found.text[: len(found.text) // 2000]
        assert found.text == number * 2000
    spool.forget(FULL)
    assert list(spool.folder.iterdir()) == []

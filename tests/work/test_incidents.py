"""An incident is never refused: it becomes a breach, or waits until it can."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from dossier.errors import CannotWrite
from dossier.model.breach import Breach, BreachEvent
from dossier.model.record import Knowledge, KnownNumber
from dossier.model.vocabulary_procedures import BreachData, BreachNature, BreachState
from dossier.store.edit import Edit
from dossier.store.store import Store
from dossier.work.incident_entry import breach_of, persons_of
from dossier.work.incident_note import IncidentNote
from dossier.work.incidents import enter_waiting, log_incident
from dossier.work.spool import Spool
from tests.factories import AUTHOR, NOW, make_store, record

LATER = NOW + timedelta(hours=8)


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path / "incidents")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    make_store(tmp_path / "essai.dossier").close()
    return tmp_path / "essai.dossier"


def note(text: str = "Portable volé", **values: object) -> IncidentNote:
    return IncidentNote.begun(NOW, "Europe/Paris", text=text, by="Marie").with_(**values)


def breaches(path: Path) -> list[Breach]:
    with Store.read(path) as store:
        return list(store.dossier.of(Breach))


def enter_all(store: Store, spool: Spool) -> list[str]:
    def write(edit: Edit) -> Edit:
        return store.apply(edit, AUTHOR, LATER)

    return [one.breach.name for one in enter_waiting(store, LATER, write, spool) if one.breach]


def test_an_incident_becomes_a_breach_with_the_first_event_of_its_timeline(path: Path, spool: Spool) -> None:
    logged = log_incident(path, note(), AUTHOR, LATER, spool)
    with Store.read(path) as store:
        (breach,) = store.dossier.of(Breach)
        (event,) = store.dossier.children(BreachEvent, breach.id)
        assert store.history()[0].label == "Incident: Portable volé"
    assert logged.breach == breach
    assert breach.reference == "VIO-2026-001"
    assert (breach.name, breach.state, breach.logged_by) == ("Portable volé", BreachState.AWARE, "Marie")
    assert breach.aware_at is not None
    assert breach.aware_at.at == NOW
    assert breach.logged_at == breach.aware_at == event.at
    assert (event.name, event.by) == ("Portable volé", "Marie")
    assert spool.waiting() == spool.drafts() == []


def test_an_incident_waits_while_another_process_holds_the_dossier(path: Path, spool: Spool) -> None:
    source = (
        "import sys; from datetime import datetime; from pathlib import Path; from dossier.store.store import Store\n"
        "with Store.open(Path(sys.argv[1]), datetime.now().astimezone()): print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", source, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdin
        assert other.stdout
        other.stdout.readline()
        logged = log_incident(path, note(), AUTHOR, NOW, spool)
        assert logged.breach is None
        assert "writes in the dossier" in logged.why
        assert breaches(path) == []
        other.stdin.close()
    with Store.open(path, LATER) as store:
        assert enter_all(store, spool) == ["Portable volé"]
        (breach,) = store.dossier.of(Breach)
        assert breach.logged_at is not None
        assert breach.logged_at.at == NOW
    assert spool.waiting() == []


@pytest.mark.parametrize("what", ["missing", "damaged", "foreign", "folder"])
def test_an_incident_waits_where_the_dossier_cannot_be_opened(what: str, path: Path, spool: Spool) -> None:
    whole = path.read_bytes()
    path.unlink()
    if what == "damaged":
        path.write_bytes(whole[:4096] + os.urandom(len(whole) - 4096))
    elif what == "foreign":
        path.write_text("notes")
    elif what == "folder":
        path.mkdir()
    before = path.read_bytes() if path.is_file() else b""
    logged = log_incident(path, note(), AUTHOR, NOW, spool)
    assert logged.breach is None
    assert logged.why
    assert (path.read_bytes() if path.is_file() else b"") == before
    if path.is_dir():
        path.rmdir()
    path.write_bytes(whole)
    with Store.open(path, LATER) as store:
        assert enter_all(store, spool) == ["Portable volé"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_an_incident_waits_where_the_folder_is_read_only(path: Path, spool: Spool, tmp_path: Path) -> None:
    spool.keep(note("prepares the folder"))
    tmp_path.chmod(0o500)
    try:
        assert log_incident(path, note(), AUTHOR, NOW, spool).breach is None
    finally:
        tmp_path.chmod(0o700)
    with Store.open(path, LATER) as store:
        assert enter_all(store, spool) == ["Portable volé"]


def test_what_waits_enters_with_the_next_incident_and_only_once(path: Path, spool: Spool) -> None:
    first = note("first", path=str(path))
    spool.submit(first)
    log_incident(path, note("second"), AUTHOR, LATER, spool)
    spool.submit(first)  # as if the program had been killed before it took it out
    log_incident(path, first, AUTHOR, LATER, spool)
    assert sorted(one.name for one in breaches(path)) == ["first", "second"]
    assert spool.waiting() == []


def test_a_note_for_another_dossier_is_left_for_it(path: Path, spool: Spool, tmp_path: Path) -> None:
    spool.submit(note("other", path=str(tmp_path / "other.dossier")))
    with Store.open(path, LATER) as store:
        assert enter_all(store, spool) == []
    assert len(spool.waiting()) == 1


def test_a_dossier_that_was_moved_takes_its_notes_and_a_copy_does_not(path: Path, spool: Spool, tmp_path: Path) -> None:
    copy, moved = tmp_path / "copy.dossier", tmp_path / "moved.dossier"
    with Store.open(path, NOW) as store:
        store.save_copy(copy)
        log_incident(path, note(), AUTHOR, NOW, spool)
    with Store.open(copy, LATER) as store:
        assert enter_all(store, spool) == []
    path.rename(moved)
    with Store.open(moved, LATER) as store:
        assert enter_all(store, spool) == ["Portable volé"]


def test_a_note_that_nothing_can_hold_is_said_to_be_lost(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite):
        log_incident(tmp_path / "none.dossier", note(), AUTHOR, NOW, Spool(tmp_path / "file" / "spool"))


def test_a_dossier_takes_what_the_spool_cannot_keep(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert log_incident(path, note(), AUTHOR, NOW, Spool(tmp_path / "file" / "spool")).breach in breaches(path)


def test_every_word_of_a_note_is_in_the_record(tmp_path: Path) -> None:
    stripe, pay = record("processor", name="Stripe"), record("activity", name="Paie")
    full = note(
        "L" * 200 + "\nsuite",
        certainty="suspicion",
        nature=("confidentialite", "inconnue", "?"),
        data=("nir", "!"),
        persons="plein",
        processor="stripe",
        activity="Inconnue",
        at_words="avant midi",
    )
    with make_store(tmp_path / "a.dossier", [stripe, pay]) as store:
        breach = breach_of(full, store.dossier)
    assert breach.name == "L" * 120 + "…"
    assert breach.facts == full.text
    assert breach.state is BreachState.SUSPICION
    assert breach.aware_at is breach.suspected_at is None
    assert "avant midi" in breach.dates_comment
    assert breach.nature == (BreachNature.CONFIDENTIALITY, BreachNature.UNKNOWN)
    assert breach.data == (BreachData.NIR,)
    assert breach.persons_text == "plein"
    assert breach.processors == (stripe.id,)
    assert breach.activities == ()
    assert all(words in breach.notes for words in ("Inconnue", "?", "!"))


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("312", KnownNumber(value=312)),
        ("6 000", KnownNumber(value=6000)),
        ("-5", KnownNumber(value=-5)),
        ("environ 300", KnownNumber(value=300, state=Knowledge.ABOUT)),
        ("~300", KnownNumber(value=300, state=Knowledge.ABOUT)),
        ("300-400", KnownNumber(value=300, to=400, state=Knowledge.RANGE)),
        ("entre 300 et 400", KnownNumber(value=300, to=400, state=Knowledge.RANGE)),
        ("beaucoup", None),
        ("9" * 40, None),
        ("", None),
    ],
)
def test_a_count_is_understood_as_people_type_it(words: str, known: KnownNumber | None) -> None:
    assert persons_of(words) == known
    assert persons_of("", unknown=True) == KnownNumber(state=Knowledge.UNKNOWN)

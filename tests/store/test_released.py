"""A dossier of every released schema is kept for ever in `tests/files`, and opens as what it was."""

import hashlib
import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dossier.model.activity import Activity, Purpose
from dossier.model.breach import Breach
from dossier.model.evidence import Document
from dossier.model.record import Knowledge, KnownMoment, KnownNumber, Moment, Precision
from dossier.store import driver
from dossier.store.migrations import SCHEMA
from dossier.store.store import Store
from dossier.work.verification import verify_file
from tests.factories import NOW, add, record
from tests.store.test_canonical import by_the_rules

FILES = Path(__file__).parents[1] / "files"
HEADER = {"sequence", "entry", "edit", "dossier", "station", "at", "author", "label", "kind", "record", "schema"}
HEADER |= {"payload", "previous", "hash"}
RELEASED = sorted(FILES.glob("schema-*.dossier"))


def test_every_released_schema_has_its_file() -> None:
    assert [path.name for path in RELEASED] == [f"schema-{version}.dossier" for version in range(1, SCHEMA + 1)]


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A copy of the dossier of the first schema: what is kept is never opened to write."""
    return Path(shutil.copy(FILES / "schema-1.dossier", tmp_path))


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_it_opens_verifies_and_is_written(released: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(released, tmp_path))
    with Store.open(copy, NOW) as store:
        assert not store.is_read_only
        add(store, record("activity", name="today"))
    assert verify_file(copy) == []


def test_the_first_schema_holds_its_records(first: Path) -> None:
    with Store.open(first, NOW) as store:
        (activity,) = store.dossier.of(Activity)
        assert (activity.reference, activity.name, activity.started_on) == (
            "TRT-001",
            "Paie et congés",
            date(2024, 2, 29),
        )
        assert [store.dossier.get(one) for one in activity.measures] == [store.dossier.called("MES-001")]
        assert [purpose.name for purpose in store.dossier.children(Purpose, activity.id)] == ["Verser les salaires"]
        (breach,) = store.dossier.of(Breach)
        assert breach.persons_number == KnownNumber(value=300, to=400, state=Knowledge.RANGE)
        assert breach.started_at == KnownMoment(state=Knowledge.UNKNOWN)
        assert breach.aware_at == Moment(at=datetime(2026, 3, 29, 1, 30, tzinfo=UTC), precision=Precision.DAY)
        assert breach.activities == (activity.id,)
        (document,) = store.dossier.of(Document)
        content = b"".join(store.read_content(document.sha256))
        assert content == "Contrat de sous-traitance é\n".encode() * 50


def test_the_first_schema_keeps_its_journal_its_search_and_its_numbers(first: Path) -> None:
    with Store.open(first, NOW) as store:
        activity = store.dossier.called("TRT-001")
        assert activity
        assert [entry.label for entry in store.history(activity.id)] == ["change", "add"]
        change = store.change_of(store.history(activity.id)[0])
        assert change
        assert change.before
        assert change.before.title == "Paie"
        assert store.search("conges") == (activity,)
        (later,) = add(store, record("activity"))
        assert later.reference == "TRT-003"  # TRT-002 was deleted


def test_its_journal_is_what_the_format_says_computed_by_its_rules(first: Path) -> None:
    """`dossier-journal/1`: hash of the header, which names the hash before it; digest of salt and payload."""
    connection = driver.connect(f"{first.as_uri()}?mode=ro")
    cursor = connection.execute("SELECT * FROM journal ORDER BY sequence")
    names = [column[0] for column in cursor.description]
    entries = [dict(zip(names, row, strict=True)) for row in cursor]
    payloads = connection.execute("SELECT sequence, salt, payload FROM journal_payload ORDER BY sequence").fetchall()
    connection.close()
    assert set(names) == HEADER
    assert [entry["sequence"] for entry in entries] == list(range(1, len(entries) + 1))
    previous = "0" * 64
    for entry, (_sequence, salt, payload) in zip(entries, payloads, strict=True):
        header = {"format": "dossier-journal/1", **{name: entry[name] for name in HEADER - {"hash"}}}
        assert entry["previous"] == previous
        previous = entry["hash"]
        assert hashlib.sha256(by_the_rules(header).encode()).hexdigest() == previous
        assert len(salt) == 16
        assert hashlib.sha256(salt + payload.encode()).hexdigest() == entry["payload"]
        prefix, states = payload.split("\n", 1)
        assert prefix == "dossier-journal/1"
        assert by_the_rules(json.loads(states)) == states
        assert json.loads(states).keys() in ({"before", "after"}, {"reason", "records"})

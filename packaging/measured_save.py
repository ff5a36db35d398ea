"""What saving is measured by: one field edit through the one door, and a bare commit of the same bytes."""

import time
from pathlib import Path

from dossier.model.activity import Activity
from dossier.store import driver
from dossier.store.edit import Change, Edit
from dossier.store.search import words_of
from dossier.store.store import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from packaging import bench_data
else:
    import bench_data


class Edits:
    """One field changed again and again, through the one door."""

    def __init__(self, store: Store) -> None:
        self._store, self._record, self._number = store, store.dossier.of(Activity)[0], 0

    def write(self) -> float:
        self._number += 1
        after = self._record.with_(owner=f"Service {self._number}")
        edit = Edit(f"Responsable {self._number}", (Change(self._record, after),))
        began = time.perf_counter()
        self._store.apply(edit, bench_data.AUTHOR, bench_data.NOW)
        self._record = after
        return time.perf_counter() - began


class BareCommits:
    """The bytes that such an edit writes (row, indexed words, header, salt, payload) in one table, same pragmas."""

    def __init__(self, path: Path, store: Store) -> None:
        entry = store.connection.execute(
            "SELECT journal.*, salt, journal_payload.payload FROM journal JOIN journal_payload USING (sequence) "
            "WHERE kind = 'activity' LIMIT 1"
        ).fetchone()
        row = store.connection.execute("SELECT * FROM activity LIMIT 1").fetchone()
        words = words_of(store.dossier.of(Activity)[0])
        self._bytes = "".join(map(str, (*entry, *row, *words))).encode()
        self._connection = driver.connect(f"file:{path}?mode=rwc")
        for pragma in ("journal_mode", "synchronous", "secure_delete"):
            (value,) = store.connection.execute(f"PRAGMA {pragma}").fetchone()
            self._connection.execute(f"PRAGMA {pragma} = {value}")
        self._connection.execute("CREATE TABLE bare (number INTEGER PRIMARY KEY, data BLOB)")

    def commit(self) -> float:
        began = time.perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO bare (data) VALUES (?)", (self._bytes,))
        self._connection.execute("COMMIT")
        return time.perf_counter() - began

    def close(self) -> None:
        self._connection.close()

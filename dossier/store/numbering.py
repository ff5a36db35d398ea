"""Human references: TRT-012, VIO-2026-003; unique, and never given twice, not even after a deletion."""

import re
from datetime import datetime
from functools import cache

from dossier.errors import Conflict
from dossier.i18n import _
from dossier.model.catalog import CATALOG
from dossier.model.record import Record
from dossier.store.driver import Connection
from dossier.store.edit import Change

_NUMBERED = re.compile(r"(.+)-(\d+)$")


@cache
def _any_kind() -> str:
    return " UNION ALL ".join(f"SELECT 1 FROM {kind.kind.name} WHERE reference = ?1" for kind in CATALOG)


class Numbering:
    """The last number given in each series, kept in the file; to be used inside a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def numbered(self, change: Change, now: datetime) -> Change:
        """The change with a reference for a record that is new and has none; one it brings is remembered."""
        after = change.after
        if after is None:
            return change
        if not after.reference:
            return Change(change.before, after.with_(reference=self._next(after, now)))
        if change.before is None or change.before.reference != after.reference:
            self._refuse_taken(after.reference)
            self._remember(after.reference)
        return change

    def _next(self, record: Record, now: datetime) -> str:
        series = now.astimezone().strftime(record.kind.series)
        number = self._last(series) + 1
        self._set(series, number)
        return f"{series}-{number:03d}"

    def _refuse_taken(self, reference: str) -> None:
        """Each table holds its own references unique; a reference stands for one record of any kind."""
        if self._connection.execute(_any_kind(), (reference,)).fetchone():
            raise Conflict(_("Another record is called {reference}: nothing was changed.", reference=reference))

    def would_give_again(self, reference: str) -> bool:
        """Whether the number of a reference lies above the last one given in its series."""
        found = _NUMBERED.match(reference or "")
        return found is not None and int(found[2]) > self._last(found[1])

    def _remember(self, reference: str) -> None:
        found = _NUMBERED.match(reference)
        if found and self.would_give_again(reference):
            self._set(found[1], int(found[2]))

    def _last(self, series: str) -> int:
        row = self._connection.execute("SELECT last FROM numbering WHERE series = ?", (series,)).fetchone()
        return int(row[0]) if row else 0

    def _set(self, series: str, number: int) -> None:
        self._connection.execute(
            "INSERT INTO numbering VALUES (?, ?) ON CONFLICT (series) DO UPDATE SET last = excluded.last",
            (series, number),
        )

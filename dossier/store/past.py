"""The past of a dossier: its edits as the journal holds them, newest first."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from dossier.model.catalog import kind_named
from dossier.model.record import Record
from dossier.store.driver import Connection, errors_in_words
from dossier.store.edit import Change
from dossier.store.file import open_file
from dossier.store.journal import CHECKPOINT, Header, parse_payload, read_headers, read_payload
from dossier.store.migrations import upgrade
from dossier.store.tables import instant

_AT_ONCE = 50
"""Entries read in one statement: whoever writes meanwhile hardly waits."""


@dataclass(frozen=True)
class PastEdit:
    """What was written together, and when (UTC); no changes where the content of one was erased."""

    at: datetime
    changes: tuple[Change, ...] | None


def state_of(entry: Header, values: Mapping[str, Any] | None) -> Record | None:
    """A record before or after an entry, read by today's model."""
    return None if values is None else kind_named(entry.kind).from_json(upgrade(entry.kind, values, entry.schema))


def change_of(connection: Connection, entry: Header) -> Change | None:
    """What an entry changed; None when its payload was erased."""
    found = read_payload(connection, entry.sequence)
    if found is None:
        return None
    states = parse_payload(found[1])
    return Change(*(state_of(entry, states[name]) for name in ("before", "after")))


def past_edits(path: Path, sequence: int) -> Iterator[PastEdit]:
    """The edits up to an entry, the newest first, by a connection of its own: for a thread beside the window's.

    Raises FileRefused, FileLocked.
    """
    with errors_in_words(), closing(open_file(path, read_only=True)) as connection:
        for _edit, group in groupby(_entries(connection, sequence), lambda entry: entry.edit):
            entries = list(group)
            changes = [change_of(connection, entry) for entry in entries]
            known = tuple(change for change in changes if change)
            yield PastEdit(instant(entries[0].at), known if len(known) == len(changes) else None)


def _entries(connection: Connection, sequence: int) -> Iterator[Header]:
    where = "WHERE kind <> ? AND sequence <= ? ORDER BY sequence DESC LIMIT ?"
    while entries := list(read_headers(connection, where, (CHECKPOINT, sequence, _AT_ONCE))):
        yield from entries
        sequence = entries[-1].sequence - 1

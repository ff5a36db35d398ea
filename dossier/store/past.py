"""The past of a dossier: its edits as the journal holds them, newest first."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from sys import intern
from typing import Any

from dossier.errors import NotFound
from dossier.i18n import _
from dossier.model.catalog import kind_named
from dossier.model.dossier import Dossier
from dossier.model.fields import fields_of
from dossier.model.record import Record
from dossier.store.driver import Connection, errors_in_words
from dossier.store.edit import Change
from dossier.store.file import open_file
from dossier.store.journal import CHECKPOINT, Head, Header, parse_payload, read_headers, read_payload
from dossier.store.migrations import upgrade
from dossier.store.tables import instant, instant_text

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


def changes_between(path: Path, after: int, last: int) -> Iterator[tuple[Header, Change | None]]:
    """The entries after one and up to another, the newest first, each with what it changed; None where it was erased.

    By a connection of its own: for a thread beside the window's. Raises FileRefused, FileLocked.
    """
    with errors_in_words(), closing(open_file(path, read_only=True)) as connection:
        for entry in _entries(connection, after, last):
            yield entry, change_of(connection, entry)


def written_between(path: Path, after: int, last: int) -> Iterator[tuple[Header, str, tuple[str, ...]]]:
    """The same entries with the reference of their record and the names of the fields that differ, in the order of the
    declaration; what was erased is left out. No record is made: a journal holds tens of thousands.

    Raises FileRefused, FileLocked.
    """
    with errors_in_words(), closing(open_file(path, read_only=True)) as connection:
        for entry in _entries(connection, after, last):
            if found := read_payload(connection, entry.sequence):
                states = parse_payload(found[1])
                before, now = (upgrade(entry.kind, states[name] or {}, entry.schema) for name in ("before", "after"))
                told = (before.keys() | now.keys()) - {"id"}
                differ = {name for name in told if before.get(name) != now.get(name)}
                names = tuple(field.name for field in fields_of(kind_named(entry.kind)) if field.name in differ)
                yield entry, (now or before).get("reference", ""), names


def past_edits(path: Path, last: int, after: int = 0) -> Iterator[PastEdit]:
    """The same entries, those that were written together as one."""
    for _edit, group in groupby(changes_between(path, after, last), lambda written: written[0].edit):
        entries, changes = zip(*group, strict=True)
        known = tuple(change for change in changes if change)
        yield PastEdit(instant(entries[0].at), known if len(known) == len(changes) else None)


def head_before(path: Path, until: datetime) -> Head:
    """Where the journal stood at an aware instant; raises NotFound where it begins later, FileRefused, FileLocked."""
    with errors_in_words(), closing(open_file(path, read_only=True)) as connection:
        where = "WHERE at < ? ORDER BY sequence DESC LIMIT 1"
        for entry in read_headers(connection, where, (instant_text(until),)):
            return entry.sequence, entry.hash
    raise NotFound(_("The journal of this dossier begins later: choose another day."))


def dossier_at(path: Path, dossier: Dossier, head: Head, step: Callable[[], None] = lambda: None) -> Dossier:
    """The snapshot as it was at an earlier entry of its journal: what was written since is taken back.

    `step` is called at each entry. Raises NotFound where something of it was erased: what was there before is no longer
    known.
    """
    earlier: dict[str, Record | None] = {}
    for _entry, change in changes_between(path, head[0], dossier.sequence):
        step()
        if change is None:
            raise NotFound(_("Something written since was erased: the state of that day cannot be rebuilt."))
        earlier[change.record.id] = change.before
    return dossier.with_records([(dossier.get(one), before) for one, before in earlier.items()], *head)


def last_changes(path: Path, last: int) -> dict[str, datetime]:
    """When each record was written for the last time up to an entry, by its identifier; also of those that are gone."""
    with errors_in_words(), closing(open_file(path, read_only=True)) as connection:
        return last_writes(connection, last)


def last_writes(connection: Connection, last: int) -> dict[str, datetime]:
    """As `last_changes`, of a file that is open."""
    query = "SELECT record, at, MAX(sequence) FROM journal WHERE kind <> ? AND sequence <= ? GROUP BY record"
    at_once = lru_cache(_AT_ONCE)(instant)  # what was written together has one
    return {intern(record): at_once(at) for record, at, _last in connection.execute(query, (CHECKPOINT, last))}


def authors_until(path: Path, last: int) -> tuple[str, ...]:
    """Whoever wrote up to an entry; raises FileRefused, FileLocked."""
    with errors_in_words(), closing(open_file(path, read_only=True)) as connection:
        query = "SELECT DISTINCT author FROM journal WHERE kind <> ? AND sequence <= ? ORDER BY author"
        return tuple(author for (author,) in connection.execute(query, (CHECKPOINT, last)))


def has_head(path: Path, head: Head) -> bool:
    """Whether the journal holds an entry with that hash at its place; raises FileRefused, FileLocked."""
    with errors_in_words(), closing(open_file(path, read_only=True)) as connection:
        return any(entry.hash == head[1] for entry in read_headers(connection, "WHERE sequence = ?", (head[0],)))


def _entries(connection: Connection, after: int, last: int) -> Iterator[Header]:
    where = "WHERE kind <> ? AND sequence > ? AND sequence <= ? ORDER BY sequence DESC LIMIT ?"
    while entries := list(read_headers(connection, where, (CHECKPOINT, after, last, _AT_ONCE))):
        yield from entries
        last = entries[-1].sequence - 1

"""The journal: an append-only chain of what was written, when and by whom.

An entry is a header, chained by its hash to the one before, and a payload (the record before and after) kept apart
with a random salt, so that erasing a payload leaves the chain whole. Format: `dossier-journal/1`.

Header hash: SHA-256 of the canonical JSON (RFC 8785) of the header, the hash of the entry before included.
Payload digest: SHA-256 of the 16 bytes of salt followed by the payload, a text that begins with the format's name.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from dossier.model.dossier import Dossier
from dossier.model.identifier import new_id
from dossier.model.record import Record
from dossier.store.canonical import canonical, record_digest, sha256
from dossier.store.driver import Connection
from dossier.store.edit import Author, Edit
from dossier.store.tables import instant_text

FORMAT = "dossier-journal/1"
PREFIX = FORMAT + "\n"
CHECKPOINT = "checkpoint"
GENESIS = "0" * 64


class Header(NamedTuple):
    """One entry of the journal without its payload; `at` is UTC text, `hash` covers all the rest."""

    sequence: int
    entry: str
    edit: str
    dossier: str
    station: str
    at: str
    author: str
    label: str
    kind: str
    record: str
    schema: int
    payload: str
    previous: str
    hash: str = ""

    def computed_hash(self) -> str:
        values = {name: getattr(self, name) for name in COLUMNS if name != "hash"}
        return sha256(canonical({"format": FORMAT, **values}))


COLUMNS = Header._fields
_INSERT = f"INSERT INTO journal ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"


def change_payload(before: Record | None, after: Record | None) -> str:
    """The payload of one change."""
    states = {"before": before and before.as_json(), "after": after and after.as_json()}
    return PREFIX + canonical(states)


def checkpoint_payload(dossier: Dossier, reason: str) -> str:
    """The payload of a checkpoint: the digest of every record as it stands."""
    return PREFIX + canonical({"reason": reason, "records": {record.id: record_digest(record) for record in dossier}})


def payload_digest(salt: bytes, payload: str) -> str:
    return sha256(salt + payload.encode())


def parse_payload(payload: str) -> Mapping[str, Any]:
    """The states of a payload; raises ValueError when it is not of this format."""
    if not payload.startswith(PREFIX):
        raise ValueError(payload[:20])
    parsed: Mapping[str, Any] = json.loads(payload[len(PREFIX) :])
    return parsed


Head = tuple[int, str]
"""Sequence and hash of the last entry."""


def head_of(connection: Connection) -> Head:
    row = connection.execute("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, GENESIS)


class Journal:
    """What is needed to lengthen the chain."""

    def __init__(self, connection: Connection, dossier_id: str, schema: int) -> None:
        self._connection, self._dossier_id, self._schema = connection, dossier_id, schema

    def append(self, head: Head, edit: Edit, author: Author, now: datetime) -> Head:
        """One entry for each change of an edit, after `head`; returns the new head. To be called in its transaction."""
        edit_id = new_id(now)
        for change in edit.changes:
            record = change.record
            payload = change_payload(change.before, change.after)
            head = self._add(head, edit.label, record.kind.name, record.id, payload, edit_id, author, now)
        return head

    def checkpoint(self, head: Head, dossier: Dossier, reason: str, author: Author, now: datetime) -> Head:
        """Note the digest of every record: at creation, migration, erasure and import."""
        return self._add(head, reason, CHECKPOINT, "", checkpoint_payload(dossier, reason), new_id(now), author, now)

    def _add(
        self, head: Head, label: str, kind: str, record: str, payload: str, edit_id: str, author: Author, now: datetime
    ) -> Head:
        sequence, previous = head
        salt = os.urandom(16)
        header = Header(
            sequence=sequence + 1,
            entry=new_id(now),
            edit=edit_id,
            dossier=self._dossier_id,
            station=author.station,
            at=instant_text(now),
            author=author.words,
            label=label,
            kind=kind,
            record=record,
            schema=self._schema,
            payload=payload_digest(salt, payload),
            previous=previous,
        )
        written = header._replace(hash=header.computed_hash())
        self._connection.execute(_INSERT, [getattr(written, column) for column in COLUMNS])
        self._connection.execute("INSERT INTO journal_payload VALUES (?, ?, ?)", (sequence + 1, salt, payload))
        return written.sequence, written.hash


def read_headers(connection: Connection, where: str = "", arguments: Iterable[Any] = ()) -> Iterator[Header]:
    """Entries in their order, or in the order that `where` ends with."""
    order = "" if "ORDER BY" in where else " ORDER BY sequence"
    query = f"SELECT {', '.join(COLUMNS)} FROM journal {where}{order}"
    for row in connection.execute(query, tuple(arguments)):
        yield Header(*row)


def read_payload(connection: Connection, sequence: int) -> tuple[bytes, str] | None:
    """Salt and payload of an entry; None when it was erased."""
    row = connection.execute("SELECT salt, payload FROM journal_payload WHERE sequence = ?", (sequence,)).fetchone()
    return (row[0], row[1]) if row else None

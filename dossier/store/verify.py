"""Proof that a file holds together: SQLite's own check, the journal's chain, replay against the records, documents.

It shows damage, and tampering against a head of the journal that was handed over; it does not stop somebody who
holds the file from rewriting everything after the last such head.
"""

from collections.abc import Iterator
from typing import Any

from dossier.i18n import CODES, N_, _
from dossier.model.catalog import CATALOG
from dossier.model.dossier import Dossier
from dossier.model.fields import fields_of
from dossier.model.record import Record
from dossier.store import content
from dossier.store.canonical import canonical, record_digest, sha256
from dossier.store.driver import Connection, Error
from dossier.store.journal import GENESIS, Header, parse_payload, payload_digest, read_headers, read_payload
from dossier.store.migrations import upgrade
from dossier.store.numbering import Numbering
from dossier.store.rows import read_links
from dossier.store.tables import Table, table_of
from dossier.store.verify_index import index_problems

States = dict[str, tuple[str, str]]
"""What the journal says each record is: id to (kind, digest of its canonical JSON)."""

DAMAGED = N_("The file is damaged: {reason}.")


def problems(connection: Connection, with_documents: bool = True) -> Iterator[str]:
    """Every problem found, as a sentence that names the place; nothing when the file holds together.

    Without the contents of documents, it is what the records rest on.
    """
    try:
        yield from _sqlite(connection)
        yield from _meta(connection)
        states: States = {}
        yield from _journal(connection, states)
        yield from _records(connection, states)
        if with_documents:
            yield from _documents(connection)
    except (Error, UnicodeDecodeError) as error:
        yield _(DAMAGED, reason=str(error))


def reference_problems(dossier: Dossier) -> Iterator[str]:
    """References that lead nowhere, and human references given twice."""
    seen: dict[str, Record] = {}
    for record in dossier:
        if record.reference in seen:
            yield _("The reference {reference} is given twice.", reference=record.reference)
        seen[record.reference] = record
        for field in fields_of(type(record)):
            value = getattr(record, field.name) if field.is_reference else ()
            for target in value if field.many else (value,):
                if target and dossier.target(field, target) is None:
                    yield _(
                        "{reference}, field {field}: the record it refers to is missing.",
                        reference=record.reference,
                        field=field.name,
                    )


def _sqlite(connection: Connection) -> Iterator[str]:
    for (verdict,) in connection.execute("PRAGMA integrity_check").fetchall():
        if verdict != "ok":
            yield _(DAMAGED, reason=verdict)
    for table, *_rest in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield _("Table {table}: a reference leads to a record that is missing.", table=table)


def _meta(connection: Connection) -> Iterator[str]:
    """What the file says of itself, and the last number given in each series, which no reference may exceed."""
    language = connection.execute("SELECT value FROM meta WHERE key = 'content_language'").fetchone()
    if language is None or language[0] not in CODES:
        yield _("The file does not say its language.")
    numbering = Numbering(connection)
    for kind in CATALOG:
        for (reference,) in connection.execute(f"SELECT reference FROM {kind.kind.name}").fetchall():
            if numbering.would_give_again(reference):
                yield _("The number of {reference} could be given again.", reference=reference)


def _journal(connection: Connection, states: States) -> Iterator[str]:
    """The chain, each payload against its digest, and the replay of payloads into `states`."""
    (dossier_id,) = connection.execute("SELECT value FROM meta WHERE key = 'dossier'").fetchone() or ("",)
    sequence, previous = 0, GENESIS
    for header in read_headers(connection):
        sequence += 1
        if header.sequence != sequence:
            yield _("Journal entry {sequence} is missing.", sequence=sequence)
            sequence = header.sequence
        if header.previous != previous or header.hash != header.computed_hash() or header.dossier != dossier_id:
            yield _("Journal entry {sequence} was altered: its hash does not hold.", sequence=header.sequence)
        previous = header.hash
        yield from _payload(connection, header, states)


def _payload(connection: Connection, header: Header, states: States) -> Iterator[str]:
    found = read_payload(connection, header.sequence)
    if found is None:
        yield _("Journal entry {sequence} has lost its payload.", sequence=header.sequence)
        return
    salt, payload = found
    if payload_digest(salt, payload) != header.payload:
        yield _("Journal entry {sequence} was altered: its payload is not the one written.", sequence=header.sequence)
        return
    try:
        parsed = parse_payload(payload)
        replay = _replay_change if "after" in parsed else _replay_checkpoint
        yield from replay(header, parsed, states)
    except (ValueError, KeyError, TypeError, RecursionError):  # a payload that no version of the program wrote
        yield _("Journal entry {sequence} cannot be read.", sequence=header.sequence)


def _replay_change(header: Header, payload: Any, states: States) -> Iterator[str]:
    before, after = (
        sha256(canonical(dict(upgrade(header.kind, state, header.schema)))) if state else ""
        for state in (payload["before"], payload["after"])
    )
    if states.get(header.record, ("", ""))[1] != before:
        yield _("Journal entry {sequence} does not follow from the entries before it.", sequence=header.sequence)
    if after:
        states[header.record] = (header.kind, after)
    else:
        states.pop(header.record, None)


def _replay_checkpoint(header: Header, payload: Any, states: States) -> Iterator[str]:
    if {record: digest for record, (_kind, digest) in states.items()} != payload["records"]:
        yield _("The checkpoint at entry {sequence} does not match the entries before it.", sequence=header.sequence)


def _records(connection: Connection, states: States) -> Iterator[str]:
    """The records as they stand against what the journal says they are."""
    for kind in CATALOG:
        table = table_of(kind)
        links = read_links(connection, table)
        columns = ", ".join(name for name, _type in table.columns)
        yield from _positions(connection, table)
        for row in connection.execute(f"SELECT {columns} FROM {table.name}").fetchall():
            written = states.pop(row[0], ("", ""))
            if written != (table.name, _digest(table.record, row, links.get(row[0], {}))):
                yield _("The record {reference} is not the one that the journal says.", reference=row[1] or row[0])
    for record, (kind_name, _digest_written) in states.items():
        yield _("A record of kind {kind} that the journal knows is missing: {record}.", kind=kind_name, record=record)
    yield from index_problems(connection)


def _positions(connection: Connection, table: Table) -> Iterator[str]:
    """Lists of references are numbered from 0 without a gap."""
    for field in table.links:
        name = table.link_table(field)
        gaps = f"SELECT record FROM {name} GROUP BY record HAVING min(position) <> 0 OR max(position) <> count(*) - 1"
        for (record,) in connection.execute(gaps).fetchall():
            yield _(
                "Record {record}, list {field}: an entry is missing or out of place.", record=record, field=field.name
            )


def _digest(read: Any, row: tuple[Any, ...], links: Any) -> str:
    """The digest of a row, or nothing when the row cannot even be read."""
    try:
        return record_digest(read(row, links))
    except Exception:  # whatever an altered value breaks, the record is named by the caller
        return "unreadable"


def _documents(connection: Connection) -> Iterator[str]:
    kept = {}
    for name, computed in content.digests(connection):
        kept[name] = computed == name
        if computed != name:
            yield _("The document with SHA-256 {sha256} was altered.", sha256=name)
    for reference, name in connection.execute("SELECT reference, sha256 FROM document WHERE sha256 <> ''").fetchall():
        if name not in kept:
            yield _("The content of the document {reference} is missing.", reference=reference)

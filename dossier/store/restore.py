"""A dossier written anew from another form of it: records, numbering, documents, and its journal as it was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dossier.errors import InvalidInput
from dossier.i18n import _
from dossier.model.record import Record
from dossier.store import content, search, verify
from dossier.store.driver import Connection, IntegrityError, errors_in_words
from dossier.store.edit import Change
from dossier.store.file import new_file, open_file
from dossier.store.journal import COLUMNS, read_headers, read_payload
from dossier.store.rows import write_row


@dataclass(frozen=True)
class Contents:
    """Everything that a dossier file holds. A journal entry is its header with `salt` (hexadecimal) and `body`."""

    meta: Mapping[str, str]
    records: Sequence[Record]
    numbering: Mapping[str, int] = field(default_factory=dict)
    documents: Mapping[str, bytes] = field(default_factory=dict)
    journal: Sequence[Mapping[str, Any]] = ()


def restore(path: Path, contents: Contents) -> None:
    """Write a new file; raises InvalidInput, and leaves no file, when what was given does not hold together."""
    with new_file(path, contents.meta) as made:
        _fill(made, contents)


def journal_rows(connection: Connection) -> list[dict[str, Any]]:
    """The journal as `restore` takes it."""
    rows = []
    for header in read_headers(connection):
        row: dict[str, Any] = {name: getattr(header, name) for name in COLUMNS}
        if found := read_payload(connection, header.sequence):
            row |= {"salt": found[0].hex(), "body": found[1]}
        rows.append(row)
    return rows


def numbering_of(connection: Connection) -> dict[str, int]:
    """The last number given in each series."""
    return dict(connection.execute("SELECT series, last FROM numbering ORDER BY series").fetchall())


def meta_of(connection: Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT key, value FROM meta ORDER BY key").fetchall())


def _fill(path: Path, contents: Contents) -> None:
    connection = open_file(path, read_only=False)
    try:
        with errors_in_words():
            connection.execute("BEGIN IMMEDIATE")
            _write_all(connection, contents)
            connection.execute("COMMIT")
        if contents.journal:
            _refuse_what_does_not_hold(connection)
    finally:
        connection.close()


def _write_all(connection: Connection, contents: Contents) -> None:
    for record in contents.records:
        number = write_row(connection, Change(None, record))
        search.update(connection, number, None, record)
    connection.executemany("INSERT INTO numbering VALUES (?, ?)", list(contents.numbering.items()))
    for sha256, data in contents.documents.items():
        content.add_named(connection, sha256, data)
    try:
        for row in contents.journal:
            _write_entry(connection, row)
    except (KeyError, ValueError, TypeError, IntegrityError) as error:
        raise InvalidInput(_("The journal of this file cannot be read: nothing was written.")) from error


def _write_entry(connection: Connection, row: Mapping[str, Any]) -> None:
    marks = ", ".join("?" * len(COLUMNS))
    connection.execute(f"INSERT INTO journal VALUES ({marks})", [row[name] for name in COLUMNS])
    if "body" in row:
        payload = (row["sequence"], bytes.fromhex(row["salt"]), row["body"])
        connection.execute("INSERT INTO journal_payload VALUES (?, ?, ?)", payload)


def _refuse_what_does_not_hold(connection: Connection) -> None:
    problem = next(verify.problems(connection), None)
    if problem:
        raise InvalidInput(
            _("The journal and the records do not agree ({problem}): nothing was written.", problem=problem)
        )

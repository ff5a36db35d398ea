"""Rows written and read: one statement for a record, one for each of its lists of references."""

import marshal
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from sys import intern
from typing import Any

from dossier.model.catalog import CATALOG
from dossier.model.dossier import Shelf
from dossier.model.fields import Field
from dossier.model.record import Record
from dossier.store.driver import Connection, damaged
from dossier.store.edit import Change
from dossier.store.tables import Table, table_of

_AT_ONCE = 100
_FAST = 1
Lists = Mapping[str, Iterable[tuple[Any, ...]]]
"""Link tables as read: name to (record, target), in the order of each list."""

# Table and column names below come from the declaration of the kinds, never from a user.


def write_row(connection: Connection, change: Change) -> int:
    """Insert or update the row of a record and its links; returns its number in the search index."""
    record = change.record
    table = table_of(type(record))
    number = _number(connection, record) if change.before else _insert_number(connection, record)
    if change.before is None:
        _insert(connection, table, record)
    else:
        _update(connection, table, change.before, record)
    for field in table.links:
        _write_links(connection, table, field, change)
    return number


def _insert(connection: Connection, table: Table, record: Record) -> None:
    columns = [name for name, _type in table.columns]
    marks = ", ".join("?" * len(columns))
    connection.execute(f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})", table.row(record))


def _update(connection: Connection, table: Table, before: Record, after: Record) -> None:
    """Only the columns that change: naming the key would make SQLite look for all that refers to it."""
    names: list[str] = []
    values: list[Any] = []
    for slot in table.slots:
        value = getattr(after, slot.field.name)
        if value != getattr(before, slot.field.name):
            names += [f"{name} = ?" for name, _type in table.columns[slot.start : slot.stop]]
            values += slot.encode(value)
    if names:
        connection.execute(f"UPDATE {table.name} SET {', '.join(names)} WHERE id = ?", [*values, after.id])


def delete_row(connection: Connection, record: Record) -> int:
    """Delete a record and its links; returns the number it had."""
    table = table_of(type(record))
    number = _number(connection, record)
    for field in table.links:
        connection.execute(f"DELETE FROM {table.link_table(field)} WHERE record = ?", (record.id,))
    connection.execute(f"DELETE FROM {table.name} WHERE id = ?", (record.id,))
    connection.execute("DELETE FROM record WHERE number = ?", (number,))
    return number


def read_shelves(connection: Connection) -> dict[str, Shelf]:
    """Every kind of record, in one go: to be called inside a transaction.

    Rows wait packed for somebody to look at them: as tuples they would take ten times the memory.
    """
    names = [name for (name,) in connection.execute("SELECT name FROM pragma_table_list WHERE strict = 1 AND wr = 1")]
    shelves: dict[str, Shelf] = {}
    for kind in CATALOG:
        name = kind.kind.name
        cursor = connection.execute(f"SELECT * FROM {name}")
        columns, rows = [column[0] for column in cursor.description], _Packed(cursor)
        lists = {one: _Packed(_list(connection, one)) for one in names if one.startswith(f"{name}_")}
        shelves[name] = Shelf(kind, partial(_records, kind, columns, rows, lists), rows.count)
    return shelves


class _Packed:
    """The rows of a cursor; they can be looked at once."""

    def __init__(self, cursor: Any) -> None:
        self._pieces, self.count = list[bytes](), 0
        while rows := cursor.fetchmany(_AT_ONCE):
            self._pieces.append(zlib.compress(marshal.dumps(rows), _FAST))
            self.count += len(rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        self._pieces.reverse()
        while self._pieces:
            yield from marshal.loads(zlib.decompress(self._pieces.pop()))


def _records(kind: type[Record], columns: list[str], packed: _Packed, lists: Lists) -> Mapping[str, Record]:
    if not packed.count:
        return {}
    table = table_of(kind)
    links = grouped_links(table, lists)
    order, rows = _order(table, columns), iter(packed)
    if order != list(range(len(columns))):
        rows = (tuple(row[place] for place in order) for row in rows)
    made = (table.record(row, links.get(row[0], {})) for row in rows)
    return {record.id: record for record in made}


def _order(table: Table, columns: list[str]) -> list[int]:
    """Where each column of the declaration stands in the file."""
    try:
        return [columns.index(name) for name, _type in table.columns]
    except ValueError as error:
        raise damaged(table.name) from error


def read_links(connection: Connection, table: Table) -> dict[str, dict[str, tuple[str, ...]]]:
    """The lists of references of a kind: record, field, targets in their order."""
    names = [table.link_table(field) for field in table.links]
    return grouped_links(table, {name: _list(connection, name) for name in names})


def grouped_links(table: Table, lists: Lists) -> dict[str, dict[str, tuple[str, ...]]]:
    """The same, from link tables that were read."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for field in table.links:
        for record, target in lists[table.link_table(field)]:
            of_record = found.setdefault(record, {})
            of_record[field.name] = (*of_record.get(field.name, ()), intern(target))
    return found


def _list(connection: Connection, name: str) -> Any:
    return connection.execute(f"SELECT record, target FROM {name} ORDER BY record, position")


def _write_links(connection: Connection, table: Table, field: Field, change: Change) -> None:
    before = getattr(change.before, field.name) if change.before else ()
    after = getattr(change.record, field.name)
    if before == after:
        return
    name, record = table.link_table(field), change.record.id
    connection.execute(f"DELETE FROM {name} WHERE record = ?", (record,))
    rows = [(record, position, target) for position, target in enumerate(after)]
    connection.executemany(f"INSERT INTO {name} VALUES (?, ?, ?)", rows)


def _insert_number(connection: Connection, record: Record) -> int:
    cursor = connection.execute("INSERT INTO record (id, kind) VALUES (?, ?)", (record.id, record.kind.name))
    return int(cursor.lastrowid)


def _number(connection: Connection, record: Record) -> int:
    (number,) = connection.execute("SELECT number FROM record WHERE id = ?", (record.id,)).fetchone()
    return int(number)

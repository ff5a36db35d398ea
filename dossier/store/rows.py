"""Rows written and read: one statement for a record, one for each of its lists of references."""

from dossier.model.dossier import Shelf
from dossier.model.fields import Field
from dossier.model.record import Record
from dossier.store.driver import Connection
from dossier.store.edit import Change
from dossier.store.tables import Table, table_of

# Table and column names below come from the declaration of the kinds, never from a user.


def write_row(connection: Connection, change: Change) -> int:
    """Insert or update the row of a record and its links; returns its number in the search index."""
    record = change.record
    table = table_of(type(record))
    number = _number(connection, record) if change.before else _insert_number(connection, record)
    columns = [name for name, _type in table.columns]
    row = table.row(record)
    if change.before is None:
        marks = ", ".join("?" * len(columns))
        connection.execute(f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})", row)
    else:
        assignments = ", ".join(f"{name} = ?" for name in columns)
        connection.execute(f"UPDATE {table.name} SET {assignments} WHERE id = ?", [*row, record.id])
    for field in table.links:
        _write_links(connection, table, field, change)
    return number


def delete_row(connection: Connection, record: Record) -> int:
    """Delete a record and its links; returns the number it had."""
    table = table_of(type(record))
    number = _number(connection, record)
    for field in table.links:
        connection.execute(f"DELETE FROM {table.link_table(field)} WHERE record = ?", (record.id,))
    connection.execute(f"DELETE FROM {table.name} WHERE id = ?", (record.id,))
    connection.execute("DELETE FROM record WHERE number = ?", (number,))
    return number


def read_shelf(connection: Connection, kind: type[Record]) -> Shelf:
    """All records of a kind."""
    table = table_of(kind)
    links = read_links(connection, table)
    columns = ", ".join(name for name, _type in table.columns)
    rows = connection.execute(f"SELECT {columns} FROM {table.name}").fetchall()
    records = (table.record(row, links.get(row[0], {})) for row in rows)
    return Shelf(kind, {record.id: record for record in records})


def read_links(connection: Connection, table: Table) -> dict[str, dict[str, tuple[str, ...]]]:
    """The lists of references of a kind: record, field, targets in their order."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for field in table.links:
        query = f"SELECT record, target FROM {table.link_table(field)} ORDER BY record, position"
        for record, target in connection.execute(query):
            of_record = found.setdefault(record, {})
            of_record[field.name] = (*of_record.get(field.name, ()), target)
    return found


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

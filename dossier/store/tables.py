"""Records as rows: one typed column per value, one link table per list of references."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from sys import intern
from typing import Any, NamedTuple, cast

from dossier.errors import FileRefused
from dossier.i18n import _
from dossier.model.fields import Field, columns_of, fields_of, parts_of
from dossier.model.record import Compound, Record, Term

SQL_TYPES = {bool: "INTEGER", int: "INTEGER"}
_LARGEST = 2**53
_COMMON = 64
Encode = Callable[[Any], tuple[Any, ...]]
Decode = Callable[[tuple[Any, ...]], Any]


class Slot(NamedTuple):
    """One field in a row: where its columns stand, and how its value is taken apart and put together.

    `usual` is what the columns hold where the field has its default, as in most records: it is not decoded.
    """

    field: Field
    start: int
    stop: int
    encode: Encode
    decode: Decode
    usual: tuple[Any, ...]


class Table(NamedTuple):
    """How one kind is kept."""

    kind: type[Record]
    name: str
    columns: tuple[tuple[str, str], ...]
    slots: tuple[Slot, ...]
    links: tuple[Field, ...]

    def link_table(self, field: Field) -> str:
        return f"{self.name}_{field.name}"

    def row(self, record: Record) -> list[Any]:
        """The values of the columns, in their order."""
        row: list[Any] = []
        for slot in self.slots:
            row += slot.encode(getattr(record, slot.field.name))
        return row

    def record(self, row: tuple[Any, ...], links: Mapping[str, tuple[str, ...]]) -> Record:
        """The record of a row; raises FileRefused naming the record and the field that cannot be read.

        Values come from our own encoder through typed columns: they are put together without a second validation.
        """
        values: dict[str, Any] = {}
        slot = self.slots[0]
        try:
            for slot in self.slots:
                cells = row[slot.start : slot.stop]
                if cells != slot.usual:
                    values[slot.field.name] = slot.decode(cells)
        except (ValueError, TypeError, KeyError) as error:
            raise FileRefused(
                _(
                    "The record {reference} cannot be read (field {field}): the file is damaged and was not touched; "
                    "open a backup or run the verification.",
                    reference=row[1] or row[0],
                    field=slot.field.name,
                )
            ) from error
        values.update(links)
        return self.kind.trusted(values)


@cache
def table_of(kind: type[Record]) -> Table:
    """The table of a kind, worked out once from its declaration."""
    columns: list[tuple[str, str]] = []
    slots = []
    links = tuple(field for field in fields_of(kind) if field.is_reference and field.many)
    for field in fields_of(kind):
        if field in links:
            continue
        made = _columns(field)
        default = getattr(kind, field.name, None)
        encode, decode = _codec(field, default)
        slots.append(Slot(field, len(columns), len(columns) + len(made), encode, decode, encode(default)))
        columns += made
    return Table(kind, kind.kind.name, tuple(columns), tuple(slots), links)


def statements_for(kind: type[Record]) -> list[str]:
    """The SQL that a migration needs for a new kind: what the schema test prints when one is missing."""
    table = table_of(kind)
    lines = [f"  {name} {type_}{_constraint(table, name)}" for name, type_ in table.columns]
    made = [f"CREATE TABLE {table.name} (\n" + ",\n".join(lines) + "\n) STRICT"]
    return made + [_link_statement(table, field) for field in table.links]


def _link_statement(table: Table, field: Field) -> str:
    return (
        f"CREATE TABLE {table.link_table(field)} (\n"
        f"  record TEXT NOT NULL REFERENCES {table.name}(id) DEFERRABLE INITIALLY DEFERRED,\n"
        "  position INTEGER NOT NULL,\n"
        f"  target TEXT NOT NULL REFERENCES {field.target or 'record'}(id) DEFERRABLE INITIALLY DEFERRED,\n"
        "  PRIMARY KEY (record, position)\n) STRICT, WITHOUT ROWID"
    )


def _constraint(table: Table, column: str) -> str:
    if column == "id":
        return " PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED"
    if column == "reference":
        return " UNIQUE"
    target = next((slot.field.target for slot in table.slots if slot.field.name == column), None)
    return "" if target is None else f" REFERENCES {target or 'record'}(id) DEFERRABLE INITIALLY DEFERRED"


def _columns(field: Field) -> list[tuple[str, str]]:
    if field.many:
        return [(field.name, "TEXT")]
    return [(name, SQL_TYPES.get(type_, "TEXT")) for name, type_ in columns_of(field)]


def _codec(field: Field, default: Any) -> tuple[Encode, Decode]:
    if field.many:
        return _list_codec(field.type)
    if field.is_a(Compound):
        return _compound_codec(field.type)
    if field.is_reference or field.name == "id":  # one text for a record and all that refer to it
        return (lambda value: (value,)), (lambda row: row[0] and intern(row[0]))
    encode, decode = _scalar_codec(field.type)
    empty = default if isinstance(default, str) else None
    return (lambda value: (encode(value),)), (lambda row: empty if row[0] is None else decode(row[0]))


def _list_codec(type_: Any) -> tuple[Encode, Decode]:
    make = cast("Callable[[str], Any]", type_)

    def encode(values: tuple[Any, ...]) -> tuple[Any, ...]:
        return (json.dumps([str(value) for value in values], ensure_ascii=False) if values else None,)

    def decode(row: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(make(value) for value in json.loads(row[0])) if row[0] else ()

    return encode, decode


def _compound_codec(type_: type[Compound]) -> tuple[Encode, Decode]:
    """A compound is absent when all its columns are; parts that are compounds nest."""
    codecs: list[tuple[str, int, Encode, Decode]] = []
    for name, part in parts_of(type_):
        if isinstance(part, type) and issubclass(part, Compound):
            encode, decode = _compound_codec(part)
            codecs.append((name, _width(part), encode, decode))
        else:
            codecs.append((name, 1, *_nullable(part)))

    def encode_all(value: Any) -> tuple[Any, ...]:
        row: list[Any] = []
        for name, width, encode, _decode in codecs:
            row += (None,) * width if value is None else encode(getattr(value, name))
        return tuple(row)

    @lru_cache(_COMMON)  # one "5 years" for all that say so
    def decode_all(row: tuple[Any, ...]) -> Any:
        if all(value is None for value in row):
            return None
        values, start = {}, 0
        for name, width, _encode, decode in codecs:
            values[name] = decode(row[start : start + width])
            start += width
        return type_.trusted(values)

    return encode_all, decode_all


def _nullable(part: Any) -> tuple[Encode, Decode]:
    encode, decode = _scalar_codec(part)
    return (lambda value: (encode(value),)), (lambda row: None if row[0] is None else decode(row[0]))


def _width(compound: type[Compound]) -> int:
    parts = [part for _name, part in parts_of(compound)]
    return sum(_width(part) if isinstance(part, type) and issubclass(part, Compound) else 1 for part in parts)


def _scalar_codec(type_: Any) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    if isinstance(type_, type) and issubclass(type_, Term):
        members = {member.value: member for member in type_}
        return (lambda value: None if value is None else value.value), members.__getitem__
    if type_ is bool:
        return (lambda value: None if value is None else int(value)), {0: False, 1: True}.__getitem__
    if type_ is date:
        return (lambda value: None if value is None else value.isoformat()), date.fromisoformat
    if type_ is int:
        return _exact, (lambda value: value)
    if type_ is str:
        return (lambda value: value), (lambda value: value)
    return (lambda value: None if value is None else instant_text(value)), instant


def _exact(value: int | None) -> int | None:
    """A whole number that JSON readers keep exactly (RFC 8785, RFC 7493): up to 2^53; raises OverflowError."""
    if value is not None and abs(value) >= _LARGEST:
        raise OverflowError(value)
    return value


def instant_text(at: datetime) -> str:
    """An instant as the file writes it: UTC, to the microsecond when there is one."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def instant(text: str) -> datetime:
    """The inverse of `instant_text`."""
    return datetime.fromisoformat(text).astimezone(UTC)

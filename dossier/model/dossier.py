"""A frozen snapshot of everything a dossier holds, with the look-ups between records."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any, NamedTuple, TypeVar, cast

from dossier.i18n import Code
from dossier.model.catalog import CATALOG, children_of, kind_named
from dossier.model.fields import Field, fields_of
from dossier.model.organisation import Organisation
from dossier.model.record import Record

R = TypeVar("R", bound=Record)
_DIGITS = "0123456789"


def reference_order(record: Record) -> tuple[str, int, str]:
    """Sorts TRT-1000 after TRT-999, and records without reference by age."""
    return (*_series_and_number(record.reference), record.id)


def _series_and_number(reference: str) -> tuple[str, int]:
    series = reference.rstrip(_DIGITS)
    return series, int(reference[len(series) :] or 0)


class Shelf:
    """The records of one kind; never changed once made, so that snapshots share it.

    `make` gives the records when somebody first looks at them: most kinds are only counted when a dossier is opened.
    """

    def __init__(self, kind: type[Record], make: Callable[[], Mapping[str, Record]], count: int) -> None:
        self.kind, self._count = kind, count
        self._make: Callable[[], Mapping[str, Record]] | None = make
        self._records: Mapping[str, Record] = {}

    def __len__(self) -> int:
        return self._count

    @property
    def records(self) -> Mapping[str, Record]:
        make = self._make
        if make is not None:
            self._records, self._make = make(), None  # what they are made of is no longer needed
        return self._records

    @cached_property
    def in_order(self) -> tuple[Record, ...]:
        return tuple(sorted(self.records.values(), key=reference_order))

    @cached_property
    def by_parent(self) -> Mapping[str, tuple[Any, ...]]:
        groups: dict[str, list[Record]] = {}
        for record in self.in_order:
            groups.setdefault(getattr(record, self.kind.kind.parent) or "", []).append(record)
        return {parent: tuple(records) for parent, records in groups.items()}


class Use(NamedTuple):
    """One use of a record: who refers to it, and through which field."""

    record: Record
    field: Field


@dataclass(frozen=True)
class Dossier:
    """A snapshot: records by kind, and the head of the journal they stand at."""

    id: str
    content_language: Code = "fr"
    sequence: int = 0
    head: str = ""
    shelves: Mapping[str, Shelf] = field(default_factory=dict, repr=False)

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind, in the order of their references."""
        return cast("tuple[R, ...]", self._shelf(kind).in_order)

    def count(self, kind: type[Record]) -> int:
        return len(self._shelf(kind))

    def children(self, kind: type[R], parent: str) -> tuple[R, ...]:
        """The records of a repeated part that belong to `parent`."""
        shelf = self.shelves.get(kind.kind.name)
        return () if shelf is None else shelf.by_parent.get(parent, ())

    def get(self, record_id: str, kind: type[Record] | None = None) -> Record | None:
        """The record with that id, of that kind or of any."""
        if kind is not None:
            return self._shelf(kind).records.get(record_id)
        return next((shelf.records[record_id] for shelf in self.shelves.values() if record_id in shelf.records), None)

    def target(self, reference: Field, record_id: str) -> Record | None:
        """The record that a reference leads to."""
        return self.get(record_id, kind_named(reference.target) if reference.target else None)

    def called(self, reference: str) -> Record | None:
        """The record with that human reference, or that had it before a merge."""
        everything = list(self)
        exact = (record for record in everything if record.reference == reference)
        former = (record for record in everything if reference in record.aliases)
        return next(exact, None) or next(former, None)

    @property
    def organisation(self) -> Organisation | None:
        return next(iter(self.of(Organisation)), None)

    def used_by(self, record: Record) -> tuple[Use, ...]:
        """Every record that refers to this one, its own parts left out."""
        return tuple(use for use in self._uses(record) if use.record.kind.parent != use.field.name)

    def parts_of(self, record: Record) -> tuple[Record, ...]:
        """The record's own repeated parts, and theirs."""
        parts = [use.record for use in self._uses(record) if use.record.kind.parent == use.field.name]
        return tuple(parts) + tuple(inner for part in parts for inner in self.parts_of(part))

    def with_records(
        self, changes: Iterable[tuple[Record | None, Record | None]], sequence: int, head: str
    ) -> "Dossier":
        """The snapshot after (before, after) pairs were applied."""
        shelves: dict[str, dict[str, Record]] = {}
        for before, after in changes:
            record = after or before
            if record is None:
                continue
            kind = type(record)
            if kind.kind.name not in shelves:
                shelves[kind.kind.name] = dict(self._shelf(kind).records)
            records = shelves[kind.kind.name]
            if after is None:
                records.pop(record.id, None)
            else:
                records[record.id] = after
        made = {name: _full(kind_named(name), records) for name, records in shelves.items()}
        return replace(self, shelves={**self.shelves, **made}, sequence=sequence, head=head)

    def keeping(self, kept: Iterable[Record], kind: type[Record]) -> "Dossier":
        """The snapshot in which these are the only records of their kind, with their own parts and no others."""
        records = {record.id: record for record in kept}
        made = {kind.kind.name: _full(kind, records)}
        for child in children_of(kind):
            parts = {part.id: part for parent in records for part in self.children(child, parent)}
            made[child.kind.name] = _full(child, parts)
        return replace(self, shelves={**self.shelves, **made})

    def __iter__(self) -> Iterator[Record]:
        """Every record, in the order of the catalogue."""
        for kind in CATALOG:
            yield from self.of(kind)

    def __len__(self) -> int:
        return sum(len(shelf) for shelf in self.shelves.values())

    def _shelf(self, kind: type[Record]) -> Shelf:
        shelf = self.shelves.get(kind.kind.name)
        return _empty(kind) if shelf is None else shelf

    def _uses(self, record: Record) -> Iterator[Use]:
        for kind in CATALOG:
            for reference in _references_to(kind, record.kind.name):
                for other in self.of(kind):
                    value = getattr(other, reference.name)
                    if value == record.id or (reference.many and record.id in value):
                        yield Use(other, reference)


def _full(kind: type[Record], records: Mapping[str, Record]) -> Shelf:
    return Shelf(kind, lambda: records, len(records))


@cache
def _empty(kind: type[Record]) -> Shelf:
    """Asked for as often as any other: a dossier without measures is asked for the measures of every activity."""
    return _full(kind, {})


def _references_to(kind: type[Record], target: str) -> list[Field]:
    return [field for field in fields_of(kind) if field.target in (target, "")]

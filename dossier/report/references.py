"""References that lead to what is not told are left out, so that neither a title nor an identifier of it leaves."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from dossier.model.catalog import kind_named
from dossier.model.dossier import Dossier
from dossier.model.fields import Field, fields_of
from dossier.model.record import Record
from dossier.report.scope import Scope

IsTold = Callable[[Field, str], bool]


def told_references(left: Dossier, whole: Dossier, scope: Scope) -> Dossier:
    """What `left` of the whole, with told records that refer to nothing but what left and what this audience may read
    the name of; where nothing else is referred to it stays as it is."""
    names = cache(scope.names)

    def is_told(field: Field, record_id: str) -> bool:
        target = left.target(field, record_id)
        return target is not None and names(type(target))

    def is_always_told(field: Field) -> bool:
        kind = kind_named(field.target) if field.target else None
        return kind is not None and names(kind) and left.count(kind) == whole.count(kind)

    changes: list[tuple[Record, Record]] = []
    for kind in scope.told():
        fields = [one for one in fields_of(kind) if one.is_reference and one.name != kind.kind.parent]
        changes += _changes(left.of(kind), [one for one in fields if not is_always_told(one)], is_told)
    return left.with_records(changes, left.sequence, left.head) if changes else left


def _changes(records: Iterable[Record], fields: Iterable[Field], is_told: IsTold) -> Iterator[tuple[Record, Record]]:
    """Each record that refers to what is not told, with what remains of it."""
    for record in records:
        if cut := dict(_cut(record, fields, is_told)):
            yield record, type(record).trusted({**vars(record), **cut})


def _cut(record: Record, fields: Iterable[Field], is_told: IsTold) -> Iterator[tuple[str, Any]]:
    """The fields that refer to what is not told, each with what remains of it."""
    for field in fields:
        value = getattr(record, field.name)
        if field.many:
            if value and not all(is_told(field, one) for one in value):
                yield field.name, tuple(one for one in value if is_told(field, one))
        elif value and not is_told(field, value):
            yield field.name, None

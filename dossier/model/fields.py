"""The declaration of a kind, read once: its fields in the order in which people meet them."""

import types
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from dossier.model.record import Compound, Record, RefTo, SheetRecord, Show
from dossier.model.value import hints_of


class Field(NamedTuple):
    """One field of a kind: `type` is the bare type of one value, `many` says that it holds several.

    `target` is the kind a reference leads to, "" any kind, None no reference. `section` is resolved.
    """

    name: str
    show: Show
    type: Any
    many: bool
    target: str | None
    section: str

    @property
    def is_reference(self) -> bool:
        return self.target is not None

    def is_a(self, base: type) -> bool:
        return isinstance(self.type, type) and issubclass(self.type, base)


@cache
def fields_of(kind: type[Record]) -> tuple[Field, ...]:
    """The fields of a kind: identity first, then its own, then the follow-up that all sheets share."""
    hints = hints_of(kind)
    section, found = "", []
    for name in _order(kind):
        field = _field(name, hints[name])
        section = field.show.section or section
        found.append(field._replace(section=section))
    return tuple(found)


def field_of(kind: type[Record], name: str) -> Field:
    """The field called `name`; raises KeyError."""
    return _by_name(kind)[name]


def parts_of(compound: type[Compound]) -> tuple[tuple[str, Any], ...]:
    """The values a compound is made of: (name, bare type)."""
    return tuple((name, _without_none(hint)) for name, hint in hints_of(compound).items())


def columns_of(field: Field) -> tuple[tuple[str, Any], ...]:
    """The columns of the file that hold a single value: (name, type of value), compounds taken apart."""
    if not field.is_a(Compound):
        return ((field.name, field.type),)
    return tuple(_parts(field.name, field.type))


@cache
def _by_name(kind: type[Record]) -> dict[str, Field]:
    return {field.name: field for field in fields_of(kind)}


def _order(kind: type[Record]) -> list[str]:
    identity, sheet, every = hints_of(Record), hints_of(SheetRecord), hints_of(kind)
    own = [name for name in every if name not in sheet]
    return [*identity, *own, *[name for name in sheet if name not in identity and name in every]]


def _field(name: str, hint: Any) -> Field:
    declared, *extras = get_args(hint)
    show = next(extra for extra in extras if isinstance(extra, Show))
    target = next((extra.kind for extra in extras if isinstance(extra, RefTo)), None)
    bare = _without_none(declared)
    many = get_origin(bare) is tuple
    if many:
        bare = get_args(bare)[0]
    if get_origin(bare) is Annotated:
        bare, *inner = get_args(bare)
        target = next((extra.kind for extra in inner if isinstance(extra, RefTo)), target)
    return Field(name, show, bare, many, target, "")


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = [part for part in get_args(hint) if part is not type(None)]
    return hint


def _parts(prefix: str, compound: type[Compound]) -> Iterator[tuple[str, Any]]:
    for position, (name, part) in enumerate(parts_of(compound)):
        column = f"{prefix}_{name}" if position else prefix
        if isinstance(part, type) and issubclass(part, Compound):
            yield from _parts(column, part)
        else:
            yield column, part

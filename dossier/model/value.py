"""Immutable values with named fields: records, and what a field of several parts holds.

A class annotates its fields and gives their defaults, as a dataclass does. A value holds what differs from them, and
its class gives the rest: an activity has fifty fields, of which ten are filled. The core of pydantic validates them;
it is loaded, and told of a class, when that is first asked for: the first window shows what the file holds and waits
for no validator.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Self,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

if TYPE_CHECKING:
    from pydantic_core import SchemaValidator


class _Class(type):
    """Nothing of its own: mypy takes a class for hashable only where it has such a one."""


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Value(metaclass=_Class):
    """Compared by its fields. Making one raises pydantic.ValidationError on what cannot be stored."""

    def __init__(self, **values: Any) -> None:
        vars(self).update(vars(self.from_json(values)))

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """Of JSON values or of Python's; raises pydantic.ValidationError."""
        made: Self = _validator(cls).validate_python(dict(values))
        return made

    @classmethod
    def trusted(cls, values: Mapping[str, Any]) -> Self:
        """Of what was validated before, or was never typed: what our own file holds, what we compute.

        Given one by one: Python then keeps the names of the fields once for all values of a class.
        """
        made = cls.__new__(cls)
        for name, value in values.items():
            if value != getattr(cls, name, _REQUIRED):
                object.__setattr__(made, name, value)
        return made

    def __post_init__(self) -> None:
        """Called by the validator, which gives each field its value."""
        filled = _filled(type(self), vars(self))
        vars(self).clear()
        vars(self).update(filled)

    def with_(self, **values: object) -> Self:
        """A copy with other values, validated as what can be stored."""
        return self.from_json({**vars(self), **values})

    def as_json(self) -> dict[str, Any]:
        """What differs from an empty value, as JSON values; a field added later changes no old record."""
        filled = vars(self)
        return {name: _plain(filled[name]) for name in hints_of(type(self)) if name in filled}

    def __setattr__(self, name: str, _value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} never changes: use with_()")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(frozenset(vars(self).items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"


_REQUIRED = object()


def _filled(kind: type[Value], values: Mapping[str, Any]) -> dict[str, Any]:
    """Those that are not the default of their field."""
    return {name: value for name, value in values.items() if value != getattr(kind, name, _REQUIRED)}


def _plain(value: Any) -> Any:
    """A value of a field as JSON has it; an instant in UTC ends with Z."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Value):
        return value.as_json()
    if isinstance(value, Enum):
        return value.value
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, date) else value


@cache
def hints_of(kind: type[Value]) -> Mapping[str, Any]:
    """The annotations of the fields, in the order in which they are declared, those of the bases first."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: hint for name, hint in hints.items() if get_origin(hint) is not ClassVar}


@cache
def _validator(kind: type[Value]) -> "SchemaValidator":
    from pydantic_core import SchemaValidator

    return SchemaValidator(_schema(kind))


def _schema(hint: Any) -> Any:
    """What pydantic's core must know of a field of this type; dataclasses are what it knows of classes."""
    if get_origin(hint) is Annotated:
        return _schema(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        (some,) = [one for one in get_args(hint) if one is not NoneType]
        return {"type": "nullable", "schema": _schema(some)}
    if get_origin(hint) is tuple:
        return {"type": "tuple", "items_schema": [_schema(get_args(hint)[0])], "variadic_item_index": 0}
    if issubclass(hint, Enum):
        return {"type": "enum", "cls": hint, "members": list(hint), "sub_type": "str"}
    return _class_schema(hint) if issubclass(hint, Value) else _SIMPLE[hint]


def _class_schema(kind: type[Value]) -> Any:
    for base in reversed(kind.__mro__):
        if issubclass(base, Value) and "__dataclass_fields__" not in vars(base):
            dataclass(init=False, repr=False, eq=False, kw_only=True)(base)
    fields = []
    for name, hint in hints_of(kind).items():
        schema = _schema(hint)
        if hasattr(kind, name):
            schema = {"type": "default", "schema": schema, "default": getattr(kind, name)}
        fields.append({"type": "dataclass-field", "name": name, "kw_only": True, "schema": schema})
    return {
        "type": "dataclass",
        "cls": kind,
        "schema": {"type": "dataclass-args", "dataclass_name": kind.__name__, "fields": fields},
        "fields": list(hints_of(kind)),
        "post_init": True,
        "config": {"extra_fields_behavior": "forbid"},
    }


_SIMPLE = {
    str: {"type": "str"},
    bool: {"type": "bool"},
    int: {"type": "int"},
    date: {"type": "date"},
    datetime: {"type": "datetime", "tz_constraint": "aware"},
}

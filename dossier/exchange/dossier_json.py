"""A dossier as JSON, whole or as one audience sees it, and back (format `dossier/1`).

Records stand by kind. In a file written by hand they may have no `id`, and refer to each other by human reference.
With its journal and its documents, a dossier goes to JSON and back without loss.
"""

import base64
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from pydantic import ValidationError

from dossier.errors import DossierError, InvalidInput
from dossier.i18n import CODES, Code, _
from dossier.model.catalog import CATALOG, kind_named
from dossier.model.dossier import Dossier
from dossier.model.fields import Field, fields_of
from dossier.model.record import Record, new_id

FORMAT = "dossier/1"


@dataclass(frozen=True)
class Parsed:
    """What a JSON file holds, not yet written anywhere."""

    id: str
    content_language: Code
    created: str
    records: tuple[Record, ...]
    numbering: Mapping[str, int] = field(default_factory=dict)
    documents: Mapping[str, bytes] = field(default_factory=dict)
    journal: tuple[Mapping[str, Any], ...] = ()


def dump(
    dossier: Dossier,
    shows: Callable[[Field], bool] | None = None,
    kinds: tuple[type[Record], ...] = CATALOG,
    extra: Mapping[str, Iterable[bytes]] | None = None,
) -> Iterator[bytes]:
    """The JSON of a dossier, piece by piece; `shows` leaves out the fields that an audience must not see.

    `extra` are further members as JSON already written.
    """
    head = {"format": FORMAT, "id": dossier.id, "content_language": dossier.content_language}
    state = {"sequence": dossier.sequence, "head": dossier.head}
    yield (json.dumps(head | state, ensure_ascii=False)[:-1] + ',\n"records": {').encode()
    first = True
    for kind in kinds:
        if dossier.count(kind):
            yield b"" if first else b",\n"
            yield f'"{kind.kind.name}": ['.encode()
            yield from _joined(_record(record, shows) for record in dossier.of(kind))
            yield b"]"
            first = False
    yield b"}"
    for name, pieces in (extra or {}).items():
        yield f',\n"{name}": '.encode()
        yield from pieces
    yield b"}\n"


def text(value: Any) -> bytes:
    """Any JSON value, for `extra`."""
    return json.dumps(value, ensure_ascii=False).encode()


def array(items: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """A JSON array, one item a line."""
    yield b"["
    yield from _joined(json.dumps(item, ensure_ascii=False).encode() for item in items)
    yield b"]"


def documents(contents: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """A JSON object of documents in base64 by SHA-256."""
    yield b"{"
    for position, (sha256, parts) in enumerate(contents):
        yield (b",\n" if position else b"\n") + f'"{sha256}": "'.encode()
        yield base64.b64encode(b"".join(parts)) + b'"'
    yield b"}"


def load(source: bytes, now: datetime) -> Parsed:
    """Read what `dump` wrote, or a file written by hand; raises InvalidInput naming the record and the field."""
    try:
        data = json.loads(source)
    except ValueError as error:
        raise InvalidInput(_("This is not JSON ({reason}): nothing was written.", reason=str(error))) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise InvalidInput(_("This JSON is not a dossier of format {format}: nothing was written.", format=FORMAT))
    language = data.get("content_language", "fr")
    if language not in CODES:
        raise InvalidInput(_("Unknown content language “{language}”: nothing was written.", language=language))
    return Parsed(
        id=data.get("id", ""),
        content_language=cast("Code", language),
        created=data.get("created", ""),
        records=tuple(_Reader(data.get("records", {}), now).records()),
        numbering=data.get("numbering", {}),
        documents={name: base64.b64decode(content) for name, content in data.get("documents", {}).items()},
        journal=tuple(data.get("journal", ())),
    )


def _record(record: Record, shows: Callable[[Field], bool] | None) -> bytes:
    values = record.as_json()
    if shows is not None:
        hidden = {field.name for field in fields_of(type(record)) if not shows(field)} - {"id"}
        values = {name: value for name, value in values.items() if name not in hidden}
    return json.dumps(values, ensure_ascii=False).encode()


def _joined(pieces: Iterable[bytes]) -> Iterator[bytes]:
    for position, piece in enumerate(pieces):
        yield (b",\n" if position else b"\n") + piece


class _Reader:
    """Records as they stand in JSON, given identifiers and led to each other."""

    def __init__(self, by_kind: Mapping[str, Iterable[Mapping[str, Any]]], now: datetime) -> None:
        self._rows: list[tuple[type[Record], dict[str, Any]]] = []
        self._ids: dict[str, str] = {}
        for name, rows in by_kind.items():
            kind = _kind(name)
            for row in rows:
                values = {"id": row.get("id") or new_id(now), **{k: v for k, v in row.items() if k != "id"}}
                self._rows.append((kind, values))
                self._ids[values["id"]] = values["id"]
                self._ids.setdefault(values.get("reference", ""), values["id"])

    def records(self) -> Iterator[Record]:
        for kind, values in self._rows:
            for reference in (one for one in fields_of(kind) if one.is_reference and values.get(one.name)):
                values[reference.name] = self._resolved(reference, values)
            yield _validated(kind, values)

    def _resolved(self, reference: Field, values: Mapping[str, Any]) -> Any:
        value = values[reference.name]
        if reference.many:
            return [self._target(one, reference, values) for one in value]
        return self._target(value, reference, values)

    def _target(self, value: Any, reference: Field, values: Mapping[str, Any]) -> str:
        try:
            return self._ids[value]
        except (KeyError, TypeError):
            raise InvalidInput(
                _(
                    "{record}, field {field}: there is no record {target}; nothing was written.",
                    record=values.get("reference") or values["id"],
                    field=reference.name,
                    target=value,
                )
            ) from None


def _kind(name: str) -> type[Record]:
    try:
        return kind_named(name)
    except DossierError as error:
        raise InvalidInput(str(error)) from None


def _validated(kind: type[Record], values: Mapping[str, Any]) -> Record:
    try:
        return kind.from_json(values)
    except ValidationError as error:
        place = error.errors()[0]
        raise InvalidInput(
            _(
                "{record}, field {field}: this value cannot be stored ({reason}); nothing was written.",
                record=values.get("reference") or values["id"],
                field=".".join(str(part) for part in place["loc"]),
                reason=place["msg"],
            )
        ) from error

"""A dossier as JSON, whole or as one audience sees it, and back (format `dossier/1`).

Records stand by kind. In a file written by hand they may have no `id`, and refer to each other by human reference.
With its journal and its documents, a dossier goes to JSON and back without loss.
"""

import base64
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from dossier.errors import DossierError, InvalidInput
from dossier.i18n import CODES, Code, _
from dossier.model.catalog import CATALOG, kind_named
from dossier.model.dossier import Dossier
from dossier.model.fields import Field as ModelField
from dossier.model.fields import fields_of
from dossier.model.identifier import new_id
from dossier.model.record import Record
from dossier.model.text import clean

FORMAT = "dossier/1"
UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_IS_UUID = re.compile(UUID)
_SURROGATE = re.compile(r"[\ud800-\udfff]|\\u[dD]")  # perhaps one half of a pair, as it is or as its code


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
    told: Mapping[type[Record], Collection[str]] | None = None,
    extra: Mapping[str, Iterable[bytes]] | None = None,
) -> Iterator[bytes]:
    """The JSON of a dossier, piece by piece; `told` names the kinds and fields to keep where not all of it leaves.

    `extra` are further members as JSON already written.
    """
    head = {"format": FORMAT, "id": dossier.id, "content_language": dossier.content_language}
    state = {"sequence": dossier.sequence, "head": dossier.head}
    yield (json.dumps(head | state, ensure_ascii=False)[:-1] + ',\n"records": {').encode()
    first = True
    for kind in CATALOG if told is None else told:
        if dossier.count(kind):
            yield b"" if first else b",\n"
            yield f'"{kind.kind.name}": ['.encode()
            yield from _joined(_record(record, told[kind] if told else None) for record in dossier.of(kind))
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
    from dossier.exchange.validated import shaped  # pydantic: only who reads JSON waits for it

    data = shaped(_json(source))
    if data.content_language not in CODES:
        raise InvalidInput(
            _("Unknown content language “{language}”: nothing was written.", language=data.content_language)
        )
    return Parsed(
        id=data.id,
        content_language=data.content_language,
        created=data.created,
        records=tuple(_Reader(data.records, now).records()),
        numbering=data.numbering,
        documents={name: _decoded(name, content) for name, content in data.documents.items()},
        journal=tuple(data.journal),
    )


def _json(source: bytes) -> Any:
    """The values of a JSON text; a surrogate that stands alone is no character: U+FFFD takes its place."""
    try:
        text = source.decode(json.detect_encoding(source), "surrogatepass")
        data = json.loads(text)
        if _SURROGATE.search(text):
            data = json.loads(clean(json.dumps(data, ensure_ascii=False)))
    except RecursionError as error:
        raise InvalidInput(_("This JSON is nested too deeply: nothing was written.")) from error
    except json.JSONDecodeError as error:
        place = {"line": error.lineno, "column": error.colno}
        raise InvalidInput(
            _("This is not JSON (line {line}, column {column}): nothing was written.", **place)
        ) from error
    except UnicodeDecodeError as error:
        raise InvalidInput(_("This is not JSON, which is text in UTF-8: nothing was written.")) from error
    except ValueError as error:  # of integers of more than 4,300 digits
        raise InvalidInput(_("This JSON holds a number that is too long: nothing was written.")) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise InvalidInput(_("This JSON is not a dossier of format {format}: nothing was written.", format=FORMAT))
    return data


def _decoded(sha256: str, content: str) -> bytes:
    try:
        return base64.b64decode(content, validate=True)
    except ValueError as error:
        raise InvalidInput(
            _("The document with SHA-256 {sha256} is not base64: nothing was written.", sha256=sha256)
        ) from error


def _record(record: Record, told: Collection[str] | None) -> bytes:
    values = record.as_json()
    if told is not None:
        values = {name: value for name, value in values.items() if name == "id" or name in told}
    return json.dumps(values, ensure_ascii=False).encode()


def _joined(pieces: Iterable[bytes]) -> Iterator[bytes]:
    for position, piece in enumerate(pieces):
        yield (b",\n" if position else b"\n") + piece


class _Reader:
    """Records as they stand in JSON, given identifiers and led to each other."""

    def __init__(self, by_kind: Mapping[str, Iterable[Mapping[str, Any]]], now: datetime) -> None:
        self._rows: list[tuple[type[Record], dict[str, Any]]] = []
        self._known: dict[str, tuple[str, str]] = {}  # identifier or reference: kind, identifier
        for name, rows in by_kind.items():
            kind = _kind(name)
            for row in rows:
                values = {**row, "id": row.get("id") or new_id(now)}
                self._rows.append((kind, values))
                self._note(kind, values)
            if kind.kind.single and sum(known is kind for known, _values in self._rows) > 1:
                raise InvalidInput(_("There can be only one record of kind {kind}: nothing was written.", kind=name))

    def records(self) -> Iterator[Record]:
        from dossier.exchange.validated import record_of  # as above

        for kind, values in self._rows:
            for reference in (one for one in fields_of(kind) if one.is_reference and values.get(one.name)):
                values[reference.name] = self._resolved(reference, values)
            yield record_of(kind, values)

    def _note(self, kind: type[Record], values: Mapping[str, Any]) -> None:
        record_id, reference = values["id"], values.get("reference", "")
        if not isinstance(record_id, str) or not _IS_UUID.fullmatch(record_id):
            raise InvalidInput(
                _(
                    "{record}: “{id}” is not a UUID; nothing was written.",
                    record=reference or kind.kind.name,
                    id=record_id,
                )
            )
        for name in (record_id, reference):
            if isinstance(name, str) and name in self._known:
                raise InvalidInput(_("{record} is there twice: nothing was written.", record=name))
            if isinstance(name, str) and name:
                self._known[name] = (kind.kind.name, record_id)

    def _resolved(self, reference: ModelField, values: Mapping[str, Any]) -> Any:
        value = values[reference.name]
        if reference.many:
            targets = value if isinstance(value, list) else [value]
            return [self._target(one, reference, values) for one in targets]
        return self._target(value, reference, values)

    def _target(self, value: Any, reference: ModelField, values: Mapping[str, Any]) -> str:
        kind, record_id = self._known.get(value, ("", "")) if isinstance(value, str) else ("", "")
        if not record_id or reference.target not in ("", kind):
            raise InvalidInput(
                _(
                    "{record}, field {field}: there is no record {target}; nothing was written.",
                    record=values.get("reference") or values["id"],
                    field=reference.name,
                    target=value,
                )
            )
        return record_id


def _kind(name: str) -> type[Record]:
    try:
        return kind_named(name)
    except DossierError as error:
        raise InvalidInput(str(error)) from None

"""Documents of a dossier: a file is kept inside it by its SHA-256, and a record says what it is."""

import mimetypes
import unicodedata
from collections.abc import Callable, Generator, Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from dossier.errors import DossierError, InvalidInput, NotFound
from dossier.i18n import _
from dossier.model.evidence import Document
from dossier.model.fields import Field, fields_of
from dossier.model.identifier import new_id
from dossier.model.record import Record
from dossier.store.disk import reason_of
from dossier.store.edit import Change, Edit
from dossier.store.store import Store
from dossier.work.edits import name_of
from dossier.work.files import replaced_when_complete

LARGE = 25 * 1024 * 1024
LARGEST = 200 * 1024 * 1024
_LONGEST_NAME = 200


class Added(NamedTuple):
    """A document whose content is in the file and whose record is not written yet."""

    record: Document
    is_large: bool


def adding_documents(
    store: Store, paths: Iterable[Path], now: datetime, is_stopped: Callable[[], bool] = lambda: False
) -> Generator[float, None, list[Added] | None]:
    """Keep the content of files in the dossier, in pieces; yields the share of a file that is done, from 0 to 1.

    Gives None when it was stopped. Raises InvalidInput for what is no file, cannot be read or is above 200 MB;
    FileLocked, CannotWrite. Of what was stopped nothing stays; of what failed, nothing that counts.
    """
    added: list[Added] = []
    try:
        for path in paths:
            one = yield from _adding(store, path, now, is_stopped)
            if one is None:
                yield from _taking_back(store, added)
                return None
            added.append(one)
    except DossierError:
        yield from _taking_back(store, added)
        raise
    return added


def _taking_back(store: Store, added: Iterable[Added]) -> Generator[float, None, None]:
    for one in added:
        yield from store.removing_content(one.record.sha256)


def _adding(
    store: Store, path: Path, now: datetime, is_stopped: Callable[[], bool]
) -> Generator[float, None, Added | None]:
    name = display_name(path.name)
    try:
        _refuse_what_is_too_large(path, name)
        with path.open("rb") as source:
            kept = yield from store.adding_content(source, is_stopped)
    except OSError as error:
        raise InvalidInput(_("“{name}” cannot be read: {reason}.", name=name, reason=reason_of(error))) from None
    if kept is None:
        return None
    sha256, size = kept
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    title = display_name(path.stem)
    record = Document(id=new_id(now), name=title, file_name=name, media_type=media_type, size=size, sha256=sha256)
    return Added(record, size > LARGE)


def _refuse_what_is_too_large(path: Path, name: str) -> None:
    if not path.is_file():
        raise InvalidInput(_("“{name}” is not a file: nothing was added.", name=name))
    if path.stat().st_size > LARGEST:
        raise InvalidInput(_("“{name}” is above 200 MB, the most a dossier keeps: nothing was added.", name=name))


def display_name(name: str) -> str:
    """A file name that can be shown and saved under again: no separators, no controls, no change of direction."""
    kept = (" " if c in '/\\:*?"<>|' else c for c in name if unicodedata.category(c)[0] != "C")
    return " ".join("".join(kept).split()).strip(". ")[-_LONGEST_NAME:] or "document"


def takes_documents(kind: type[Record]) -> bool:
    """Whether a file can be dropped on a record of this kind."""
    return issubclass(kind, Document) or document_field(kind) is not None


def document_field(kind: type[Record]) -> Field | None:
    """The reference through which a record names its documents: the one that holds several, else the first."""
    fields = [field for field in fields_of(kind) if field.target == Document.kind.name]
    return next((field for field in fields if field.many), None) or next(iter(fields), None)


def attachment(record: Record, documents: Iterable[Document], field: Field | None = None) -> Edit:
    """One edit that creates the documents and links them to a record, or puts the first one's file into a document."""
    added = tuple(documents)
    names = ", ".join(document.file_name for document in added)
    label = _("{record}: {field}", record=name_of(record), field=names)
    if isinstance(record, Document) and field is None:
        return Edit(label, (Change(record, _with_file(record, added[0])), *(Change(None, one) for one in added[1:])))
    field = field or document_field(type(record))
    if field is None:
        raise InvalidInput(_("{record} takes no documents: nothing was added.", record=name_of(record)))
    ids = tuple(document.id for document in added)
    value = (*getattr(record, field.name), *ids) if field.many else ids[0]
    changes = tuple(Change(None, document) for document in added)
    return Edit(label, (*changes, Change(record, record.with_(**{field.name: value}))))


def save_document(store: Store, document: Document, target: Path) -> None:
    """Write the content of a document elsewhere; an existing file is replaced only when the copy is complete.

    Raises NotFound when the dossier does not hold it, CannotWrite.
    """
    if not document.sha256 or not store.has_content(document.sha256):
        raise NotFound(_("The file of {record} is not in the dossier.", record=name_of(document)))
    with replaced_when_complete(target) as file:
        for part in store.read_content(document.sha256):
            file.write(part)


def _with_file(document: Document, added: Document) -> Document:
    values = {name: getattr(added, name) for name in ("file_name", "media_type", "size", "sha256")}
    return document.with_(name=document.name or added.name, **values)

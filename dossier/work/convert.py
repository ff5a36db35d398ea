"""A dossier to JSON and back; lossless both ways with its documents and its journal."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from dossier.errors import CannotWrite
from dossier.exchange import dossier_json
from dossier.i18n import _
from dossier.store.disk import reason_of
from dossier.store.edit import Author
from dossier.store.restore import Contents, journal_rows, meta_of, numbering_of, restore
from dossier.store.store import Store
from dossier.work.files import replaced_when_complete


def to_json(source: Path, target: Path, with_documents: bool = False, with_journal: bool = False) -> None:
    """Write the JSON of a dossier; the target is replaced only when it is complete."""
    with Store.read(source) as store, replaced_when_complete(target) as file:
        for piece in _pieces(store, with_documents, with_journal):
            file.write(piece)


def from_json(target: Path, source: Path, author: Author, now: datetime) -> None:
    """Make a dossier from JSON; raises InvalidInput, and leaves nothing, when it cannot be read whole.

    Without a journal the new dossier begins its own: its first entries are the records it was made of.
    """
    try:
        text = source.read_bytes()
    except OSError as error:
        raise CannotWrite(_("{path} cannot be read ({reason}).", path=source, reason=reason_of(error))) from error
    parsed = dossier_json.load(text, now)
    if parsed.journal:
        meta = {"dossier": parsed.id, "content_language": parsed.content_language, "created": parsed.created}
        restore(target, Contents(meta, parsed.records, parsed.numbering, parsed.documents, parsed.journal))
        return
    write_new(target, parsed, author, now)


def write_new(target: Path, parsed: dossier_json.Parsed, author: Author, now: datetime) -> None:
    """A dossier with a new journal from what was read."""
    language, documents = parsed.content_language, parsed.documents
    Store.create(target, parsed.records, language, author, now, parsed.id, documents).close()


def _pieces(store: Store, with_documents: bool, with_journal: bool) -> Iterator[bytes]:
    extra: dict[str, Iterable[bytes]] = {}
    if with_documents:
        names = store.content_names()
        extra["documents"] = dossier_json.documents((name, store.read_content(name)) for name in names)
    if with_journal:
        extra |= {
            "created": [dossier_json.text(meta_of(store.connection)["created"])],
            "numbering": [dossier_json.text(numbering_of(store.connection))],
            "journal": dossier_json.array(journal_rows(store.connection)),
        }
    return dossier_json.dump(store.dossier, extra=extra)

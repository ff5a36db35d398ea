"""The search index: every searchable field and every title, accents and ligatures folded."""

from functools import cache
from typing import NamedTuple

from dossier.model.fields import Field, fields_of
from dossier.model.record import Record, Term
from dossier.model.text import fold
from dossier.store.driver import Connection


class Hit(NamedTuple):
    """A record found, best first."""

    kind: str
    record: str


def words_of(record: Record) -> tuple[str, str, str]:
    """What is indexed of a record, folded: its reference, its title, and the words of its searchable fields."""
    words: list[str] = []
    for field in _searchable(type(record)):
        value = getattr(record, field.name)
        words += value if field.many else [value]
    return fold(record.reference), fold(record.title), fold("\n".join(words))


def update(connection: Connection, number: int, before: Record | None, after: Record | None) -> None:
    """Bring the index in line with one change; nothing is written where no indexed word changed."""
    if before and after and _same_words(before, after):
        return
    if before:
        connection.execute("DELETE FROM search WHERE rowid = ?", (number,))
    if after:
        row = (number, *words_of(after))
        connection.execute("INSERT INTO search (rowid, reference, title, words) VALUES (?, ?, ?, ?)", row)


def _same_words(before: Record, after: Record) -> bool:
    names = ("reference", "title", *(field.name for field in _searchable(type(after))))
    return all(getattr(before, name) == getattr(after, name) for name in names)


@cache
def _searchable(kind: type[Record]) -> tuple[Field, ...]:
    """The fields whose words are indexed beside reference and name; closed lists are found by other means."""
    apart = ("reference", "name")
    return tuple(f for f in fields_of(kind) if f.show.searchable and f.name not in apart and not f.is_a(Term))


def find(connection: Connection, text: str, limit: int = 50) -> list[Hit]:
    """Records that hold every word of `text`, each as the beginning of a word; any text is a valid query."""
    query = " ".join(f'"{word}"*' for word in fold(text).replace('"', " ").replace("\0", " ").split())
    if not query:
        return []
    rows = connection.execute(
        "SELECT record.kind, record.id FROM search JOIN record ON record.number = search.rowid "
        "WHERE search MATCH ? ORDER BY bm25(search, 10.0, 5.0, 1.0), record.number LIMIT ?",
        (query, limit),
    )
    return [Hit(*row) for row in rows]

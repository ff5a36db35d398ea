"""The search index: every searchable field and every title, accents and ligatures folded."""

from dataclasses import dataclass

from dossier.model.fields import fields_of
from dossier.model.record import Record, Term
from dossier.model.text import fold
from dossier.store.driver import Connection


@dataclass(frozen=True)
class Hit:
    """A record found, best first."""

    kind: str
    record: str


def words_of(record: Record) -> tuple[str, str, str]:
    """What is indexed of a record: its reference, its title, and the words of its searchable fields."""
    words: list[object] = []
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if field.show.searchable and value and field.name not in ("reference", "name"):
            words += value if field.many else [value]
    texts = [str(word) for word in words if not isinstance(word, Term)]
    return fold(record.reference), fold(record.title), fold("\n".join(texts))


def update(connection: Connection, number: int, before: Record | None, after: Record | None) -> None:
    """Bring the index in line with one change; nothing is written where no indexed word changed."""
    old, new = (record and words_of(record) for record in (before, after))
    if old == new:
        return
    if old:
        connection.execute("DELETE FROM search WHERE rowid = ?", (number,))
    if new:
        connection.execute("INSERT INTO search (rowid, reference, title, words) VALUES (?, ?, ?, ?)", (number, *new))


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

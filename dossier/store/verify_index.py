"""The search index against the records: made again beside the file and compared word by word."""

from collections.abc import Iterator
from contextlib import contextmanager

from dossier.errors import DossierError
from dossier.i18n import _
from dossier.model.record import Record
from dossier.store.driver import Connection
from dossier.store.rows import read_shelves
from dossier.store.search import words_of

_AGAIN = (
    "CREATE VIRTUAL TABLE temp.search_again USING fts5("
    "reference, title, words, content = '', tokenize = 'unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE temp.words_kept USING fts5vocab(main, search, 'instance')",
    "CREATE VIRTUAL TABLE temp.words_again USING fts5vocab(temp, search_again, 'instance')",
)
_WORDS = "SELECT term, doc, col, offset FROM temp.{}"
_KEPT, _RIGHT = _WORDS.format("words_kept"), _WORDS.format("words_again")
_DIFFERENT = f"SELECT doc FROM ({_KEPT} EXCEPT {_RIGHT}) UNION SELECT doc FROM ({_RIGHT} EXCEPT {_KEPT}) ORDER BY doc"


def index_problems(connection: Connection) -> Iterator[str]:
    """The records that a search does not find by their own words, or finds by others; their content is not touched.

    Nothing is written to the file. A record that cannot be read is left out: it is named where records are compared.
    """
    numbers = dict(connection.execute("SELECT id, number FROM record").fetchall())
    records = {numbers.get(record.id): record for record in _readable(connection)}
    with _room_beside(connection):
        rows = [(number, *words_of(record)) for number, record in records.items()]
        connection.executemany(
            "INSERT INTO temp.search_again (rowid, reference, title, words) VALUES (?, ?, ?, ?)", rows
        )
        different = [number for (number,) in connection.execute(_DIFFERENT).fetchall()]
    for number in different:
        name = records[number].reference if number in records else str(number)
        yield _("The search index does not hold {reference} as it is: a search may miss it.", reference=name)


@contextmanager
def _room_beside(connection: Connection) -> Iterator[None]:
    """Tables of this connection alone: one that only reads the file may still write in them."""
    (query_only,) = connection.execute("PRAGMA query_only").fetchone()
    connection.execute("PRAGMA query_only = OFF")
    try:
        for statement in _AGAIN:
            connection.execute(statement)
        yield
        for table in ("words_again", "words_kept", "search_again"):
            connection.execute(f"DROP TABLE temp.{table}")
    finally:
        connection.execute(f"PRAGMA query_only = {query_only}")


def _readable(connection: Connection) -> Iterator[Record]:
    for shelf in read_shelves(connection).values():
        try:
            yield from shelf.in_order
        except DossierError:
            continue

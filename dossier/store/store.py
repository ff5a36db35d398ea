"""The one door: a Store opens a dossier, holds its snapshot, writes edits and answers from the journal."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Self, cast

from dossier.errors import CannotWrite, Conflict, FileLocked
from dossier.i18n import Code, _
from dossier.model.dossier import Dossier
from dossier.model.evidence import Document
from dossier.model.identifier import new_id
from dossier.model.record import Record
from dossier.store import content, search
from dossier.store.driver import Connection, errors_in_words
from dossier.store.edit import Author, Change, Edit
from dossier.store.file import can_write, copy_file, new_file, open_file
from dossier.store.journal import CHECKPOINT, Head, Header, Journal, head_of, read_headers
from dossier.store.lock import Holder, Lock
from dossier.store.migrations import SCHEMA
from dossier.store.numbering import Numbering
from dossier.store.past import change_of, last_writes
from dossier.store.rows import delete_row, read_shelves, write_row
from dossier.store.tables import instant_text


class Store:
    """An open dossier. `dossier` is its snapshot; `apply` is the only way to write records."""

    def __init__(self, path: Path, connection: Connection, lock: Lock | None, holder: Holder | None) -> None:
        self.path, self.holder = path, holder
        self._connection, self._lock = connection, lock
        self._seen = self._data_version()
        self.dossier = self._read()
        self._journal = Journal(connection, self.dossier.id, SCHEMA)

    @property
    def is_read_only(self) -> bool:
        return self._lock is None

    @classmethod
    def create(
        cls,
        path: Path,
        first: Iterable[Record],
        language: Code,
        author: Author,
        now: datetime,
        dossier_id: str = "",
        documents: Mapping[str, bytes] | None = None,
    ) -> Self:
        """A new dossier with its first records, journalled, its documents by SHA-256, and a first checkpoint.

        It stands at `path` only when all of that is in it. Raises CannotWrite, Conflict, InvalidInput.
        """
        meta = {"dossier": dossier_id or new_id(now), "content_language": language, "created": instant_text(now)}
        with new_file(path, meta) as made, cls(made, open_file(made, read_only=False), Lock(made), None) as store:
            for sha256, data in (documents or {}).items():
                store._add_document(sha256, data)
            store.apply(Edit(_("New dossier"), tuple(Change(None, record) for record in first)), author, now)
            store.checkpoint("creation", author, now)
        return cls.open(path, now)

    @classmethod
    def open(cls, path: Path, now: datetime, by_force: bool = False) -> Self:
        """Open to write; where somebody else writes (`holder`), or nothing can be written, open to read."""
        lock = Lock(path)
        try:
            holder = lock.take(now, by_force) if path.exists() else None
        except OSError:
            return cls.read(path)
        if not can_write(path):
            lock.release()
            return cls.read(path)
        if holder:
            return cls(path, open_file(path, read_only=True), None, holder)
        try:
            store = cls(path, open_file(path, read_only=False), lock, None)
            store._sweep()
            return store
        except BaseException:
            lock.release()
            raise

    @classmethod
    def read(cls, path: Path) -> Self:
        """Open to read, without a lock."""
        return cls(path, open_file(path, read_only=True), None, None)

    def close(self) -> None:
        self._connection.close()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def apply(self, edit: Edit, author: Author, now: datetime) -> Edit:
        """Write an edit durably, in one transaction; returns it as written, with the references it was given.

        Raises Conflict when a record is no longer what the edit started from, CannotWrite, FileLocked.
        """
        self._refuse_to_write_read_only()
        with self._transaction():
            self.refresh()
            self._refuse_conflicts(edit)
            if refusal := edit.refusal(self.dossier.count):
                raise Conflict(refusal)
            numbering = Numbering(self._connection)
            written = Edit(edit.label, tuple(numbering.numbered(change, now) for change in edit.changes))
            for change in written.changes:
                self._write(change)
            head = self._journal.append(self._head(), written, author, now)
        self.dossier = self.dossier.with_records(written.changes, *head)
        return written

    def checkpoint(self, reason: str, author: Author, now: datetime) -> None:
        """Write the digest of the whole state into the journal."""
        with self._transaction():
            self.refresh()
            head = self._journal.checkpoint(self._head(), self.dossier, reason, author, now)
        self.dossier = self.dossier.with_records((), *head)

    def refresh(self) -> bool:
        """Read the file again if another program wrote it; says whether it did."""
        version = self._data_version()
        if version == self._seen:
            return False
        self.dossier = self._read()
        self._seen = version
        return True

    @errors_in_words()
    def search(self, text: str, limit: int = 50) -> tuple[Record, ...]:
        """Records that hold every word, best first."""
        hits = search.find(self._connection, text, limit)
        found = (self.dossier.get(hit.record) for hit in hits)
        return tuple(record for record in found if record)

    @errors_in_words()
    def history(self, record_id: str = "", limit: int = 500) -> list[Header]:
        """The last entries of the journal, newest first, of one record or of all; checkpoints left out."""
        where = "WHERE kind <> ? AND (? = '' OR record = ?) ORDER BY sequence DESC LIMIT ?"
        return list(read_headers(self._connection, where, (CHECKPOINT, record_id, record_id, limit)))

    @errors_in_words()
    def last_changes(self) -> dict[str, datetime]:
        """When each record was written for the last time, by its identifier; also of those that are gone."""
        return last_writes(self._connection, self.dossier.sequence)

    @errors_in_words()
    def change_of(self, entry: Header) -> Change | None:
        """What an entry changed, read by today's model; None when its payload was erased."""
        return change_of(self._connection, entry)

    @errors_in_words()
    def edit_of(self, edit_id: str) -> Edit | None:
        """A whole edit of the past; None when a payload of it was erased."""
        entries = list(read_headers(self._connection, "WHERE edit = ?", (edit_id,)))
        changes = [self.change_of(entry) for entry in entries]
        if not entries or None in changes:
            return None
        return Edit(entries[0].label, tuple(change for change in changes if change))

    def add_content(self, source: BinaryIO) -> tuple[str, int]:
        """Keep a document; returns its SHA-256 and its size. It is durable before a record names it."""
        self._refuse_to_write_read_only()
        with self._transaction():
            return content.add(self._connection, source)

    def adding_content(
        self, source: BinaryIO, is_stopped: Callable[[], bool]
    ) -> Generator[float, None, tuple[str, int] | None]:
        """The same in pieces, between which the window lives; yields the share done, gives None when it was stopped."""
        self._refuse_to_write_read_only()
        return content.in_pieces(content.adding(self._connection, source, is_stopped), self._transaction)

    def removing_content(self, sha256: str) -> Generator[float, None, None]:
        """Take away, in pieces, a document that no record names."""
        if not any(document.sha256 == sha256 for document in self.dossier.of(Document)):
            yield from content.in_pieces(content.removing(self._connection, sha256), self._transaction)

    def _sweep(self) -> None:
        """Take away what a program that was ended in the middle of a document left of it."""
        if left := content.unfinished(self._connection):
            with self._transaction():
                for sha256 in left:
                    deque(content.removing(self._connection, sha256), 0)

    def _add_document(self, sha256: str, data: bytes) -> None:
        with self._transaction():
            content.add_named(self._connection, sha256, data)

    def read_content(self, sha256: str) -> Iterator[bytes]:
        """The parts of a document, in their order; nothing when it is not there."""
        return content.read(self._connection, sha256)

    @errors_in_words()
    def content_names(self) -> list[str]:
        """The SHA-256 of every document in the file."""
        return content.names(self._connection)

    @errors_in_words()
    def has_content(self, sha256: str) -> bool:
        return content.has(self._connection, sha256)

    def save_copy(self, target: Path) -> None:
        """A verified copy of the dossier elsewhere; an existing file is replaced only when the copy is complete."""
        if target.resolve() == self.path.resolve():
            raise CannotWrite(_("A copy needs another name than the dossier itself: nothing was changed."))
        holder = Lock(target).holder() if target.exists() else None
        if holder and not holder.is_gone:
            raise FileLocked(_("{path} is open{why}: nothing was changed.", path=target, why=_who(holder)))
        copy_file(self._connection, target)

    @property
    def connection(self) -> Connection:
        """For the rooms of the store only: verification reads it raw."""
        return self._connection

    def _write(self, change: Change) -> None:
        number = write_row(self._connection, change) if change.after else delete_row(self._connection, change.record)
        search.update(self._connection, number, change.before, change.after)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with errors_in_words():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _one_state(self) -> Iterator[None]:
        """A transaction to read one state of the file in, unless one is open already."""
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("COMMIT")

    def _refuse_to_write_read_only(self) -> None:
        if self._lock is None:
            raise FileLocked(_("This dossier is open to read only{why}: nothing was changed.", why=_who(self.holder)))

    def _refuse_conflicts(self, edit: Edit) -> None:
        for before, after in edit.changes:
            record = cast("Record", after or before)
            if self.dossier.get(record.id, type(record)) != before:
                raise Conflict(
                    _(
                        "{reference} was changed elsewhere: nothing was overwritten; look at it and try again.",
                        reference=record.reference or record.title,
                    )
                )

    def _head(self) -> Head:
        return self.dossier.sequence, self.dossier.head

    def _data_version(self) -> int:
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def _read(self) -> Dossier:
        with errors_in_words(), self._one_state():
            meta = dict(self._connection.execute("SELECT key, value FROM meta").fetchall())
            shelves = read_shelves(self._connection)
            sequence, head = head_of(self._connection)
        language = cast("Code", meta.get("content_language", "fr"))
        return Dossier(meta.get("dossier", ""), language, sequence, head, shelves)


def _who(holder: Holder | None) -> str:
    if holder is None:
        return ""
    return _(" ({user} writes in it from {host})", user=holder.user, host=holder.host)

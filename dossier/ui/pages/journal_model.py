"""The entries of the journal as rows: headers at once, what they changed when it is painted."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dossier.i18n import N_, Language, _
from dossier.model.catalog import kind_named
from dossier.model.dossier import Dossier
from dossier.model.fields import Field
from dossier.model.record import Record
from dossier.model.text import field_text, fold
from dossier.store.edit import Change
from dossier.store.journal import Header
from dossier.store.tables import instant
from dossier.ui.desk import Desk
from dossier.ui.when import instant_words
from dossier.ui.widgets.table import CELL, Cell
from dossier.work.edits import name_of

Index = QModelIndex | QPersistentModelIndex
BLOCK = 500
SEARCHED = int(Qt.ItemDataRole.UserRole) + 2
COLUMNS = (N_("What"), N_("When"), N_("Who"))


def words_of(record: Record | None, field: Field, dossier: Dossier, say: Language) -> str:
    """The value of a field as it was; references by what they are called now."""
    if record is None:
        return ""

    def label(record_id: str) -> str:
        target = dossier.target(field, record_id)
        return name_of(target) if target else _("(deleted record)")

    return field_text(record, field, say, label)


class JournalModel(QAbstractTableModel):
    """Newest first; older entries are read as one scrolls down."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entries: list[Header] = []
        self._all = False
        self._second: dict[int, str] = {}
        self.fetchMore()

    def entry(self, row: int) -> Header:
        return self._entries[row]

    def change(self, row: int) -> Change | None:
        return self._desk.history.store.change_of(self._entries[row])

    def record(self, row: int) -> Record | None:
        """The record of an entry as it is today."""
        entry = self._entries[row]
        return self._desk.dossier.get(entry.record, kind_named(entry.kind))

    def renew(self) -> None:
        """Put the entries written since on top."""
        newest = self._entries[0].sequence if self._entries else 0
        entries = self._desk.history.store.history(limit=BLOCK)
        fresh = [entry for entry in entries if entry.sequence > newest]
        if len(fresh) == BLOCK:
            self.beginResetModel()
            self._entries, self._all = fresh, False
            self.endResetModel()
        elif fresh:
            self.beginInsertRows(QModelIndex(), 0, len(fresh) - 1)
            self._entries[:0] = fresh
            self.endInsertRows()

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:
        return not parent.isValid() and not self._all

    def fetchMore(self, parent: Index = QModelIndex()) -> None:
        known = len(self._entries)
        entries = self._desk.history.store.history(limit=known + BLOCK)
        self._all = len(entries) < known + BLOCK
        older = entries[known:]
        if older:
            self.beginInsertRows(QModelIndex(), known, known + len(older) - 1)
            self._entries += older
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == SEARCHED:
            return self._searched(index.row())
        if role not in (CELL, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        cell = self._cell(index.row(), index.column())
        return cell if role == CELL else ", ".join(filter(None, (cell.words, cell.second)))

    def _cell(self, row: int, column: int) -> Cell:
        entry = self._entries[row]
        if column == 0:
            return Cell(entry.label, self._what(row))
        return Cell(self._when(entry)) if column == 1 else Cell(entry.author or "–")

    def _when(self, entry: Header) -> str:
        return instant_words(instant(entry.at), self._now(), self._desk.say)

    def _now(self) -> datetime:
        return self._desk.clock()

    def _what(self, row: int) -> str:
        """Which record, and the names of what changed; kept, because reading it costs."""
        entry = self._entries[row]
        if entry.sequence not in self._second:
            change = self.change(row)
            if change is None:
                self._second[entry.sequence] = _("Erased")
            else:
                whole = change.before is None or change.after is None
                names = [] if whole else [_(field.show.label) for field in change.fields]
                parts = (change.record.reference, _(change.record.kind.label), ", ".join(names))
                self._second[entry.sequence] = " · ".join(filter(None, parts))
        return self._second[entry.sequence]

    def _searched(self, row: int) -> str:
        entry, record = self._entries[row], self.record(row)
        said = (record.reference, record.title) if record else ()
        return fold(
            " ".join((entry.label, entry.author, self._when(entry), _(kind_named(entry.kind).kind.label), *said))
        )

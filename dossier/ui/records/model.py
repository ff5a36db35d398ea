"""The table of a kind: its records in the order and with the columns that were asked, filtered as one types.

One model filters and sorts. A QSortFilterProxyModel over it was measured on 5,000 rows: 10 to 25 ms for a letter
before anything is painted, 470 ms for a sort, because it asks Python for each row and each comparison; a list of
folded texts and a sorted list take 1 ms and 15 ms. Folding 5,000 texts for the first time takes 150 ms: a filter that
finds them unfolded shows the rows it has found so far and goes on in `search_on`, between two turns of the event loop.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from dossier.i18n import _
from dossier.model.fields import Field, field_of
from dossier.model.record import Record
from dossier.model.text import fold
from dossier.store.edit import Edit
from dossier.ui.desk import Desk
from dossier.ui.records.columns import Told
from dossier.ui.records.words import field_cell, field_label, filter_text, main_cell, sort_value, typed_fields
from dossier.ui.widgets.table import CELL, Index

SORT = CELL + 1
MANY = 200  # changes in one edit above which the rows are read again
_COLD = 40  # texts folded for the first time before what is found so far is shown
_ROOT = QModelIndex()
Accepts = Callable[[Record], bool]


def everything(_record: Record) -> bool:
    return True


class RecordTableModel(QAbstractTableModel):
    """Column 0 is the name with its reference; then come those that are `told`, then `columns`."""

    def __init__(
        self, kind: type[Record], desk: Desk, columns: Iterable[str], parent: QObject, told: tuple[Told, ...] = ()
    ) -> None:
        super().__init__(parent)
        self.kind, self._desk = kind, desk
        self._told = told
        self.columns: tuple[Field | Told, ...] = (*told, *(field_of(kind, name) for name in columns))
        self._words = ""
        self._accepts: Accepts = everything
        self._sorted_by: tuple[int, bool] | None = None
        self._folded: dict[str, tuple[Record, str]] = {}
        self._rows: list[Record] = list(desk.dossier.of(kind))
        self._unsearched: Iterator[Record] = iter(())
        self._unfolded: Iterator[Record] = iter(self._rows)
        self.is_searching = False
        self._targets = {field.target for field in typed_fields(kind) if field.is_reference}

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == CELL:
            return self._cell(index)
        if role == SORT:
            return self._key(self._rows[index.row()], index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            cell = self._cell(index)
            return ", ".join(filter(None, (cell.words, cell.second)))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if not 0 <= section <= len(self.columns):
            return None
        column = self.columns[section - 1] if section else None
        if isinstance(column, Told):
            return column.label
        return field_label(column) if column else _(self.kind.kind.label)

    def record_at(self, row: int) -> Record:
        return self._rows[row]

    def row_of(self, record_id: str) -> int:
        """The row of a record, or -1."""
        return next((row for row, record in enumerate(self._rows) if record.id == record_id), -1)

    def set_columns(self, names: Iterable[str]) -> None:
        self.beginResetModel()
        self.columns = (*self._told, *(field_of(self.kind, name) for name in names))
        if self._sorted_by and self._sorted_by[0] > len(self.columns):
            self._sorted_by = None
        self.endResetModel()

    def filter(self, words: str, accepts: Accepts = everything) -> None:
        """Show the records that hold every word of `words`, whatever its accents and case, and that are accepted."""
        self._words, self._accepts = words, accepts
        self.reload()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by native values; what is empty comes last both ways. A negative column is the order of references."""
        descending = order == Qt.SortOrder.DescendingOrder
        self._sorted_by = (column, descending) if 0 <= column <= len(self.columns) else None
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self._rows[index.row()].id) for index in self.persistentIndexList()]
        self._rows = self._in_order(self._by_reference(self._rows))
        rows = {record.id: row for row, record in enumerate(self._rows)}
        self.changePersistentIndexList(
            [index for index, _id in kept], [self.index(rows[record_id], index.column()) for index, record_id in kept]
        )
        self.layoutChanged.emit()

    def reload(self) -> None:
        """Read the rows again."""
        self.beginResetModel()
        self._unfolded = iter(self._desk.dossier.of(self.kind))
        accepted = [record for record in self._desk.dossier.of(self.kind) if self._accepts(record)]
        if fold(self._words).split():
            self._unsearched, self.is_searching = iter(accepted), True
            self._rows = self._in_order(self._found_next())
        else:
            self._rows, self.is_searching = self._in_order(accepted), False
        self.endResetModel()

    def search_on(self) -> bool:
        """Show some more of the rows that a filter finds; says whether all are shown."""
        found = self._found_next() if self.is_searching else []
        if found and self._sorted_by is None:
            self.beginInsertRows(_ROOT, len(self._rows), len(self._rows) + len(found) - 1)
            self._rows += found
            self.endInsertRows()
        elif found:
            self.beginResetModel()
            self._rows = self._in_order(self._by_reference([*self._rows, *found]))
            self.endResetModel()
        return not self.is_searching

    def warm(self, budget: int) -> bool:
        """Fold the texts of some more records, so that the first letter finds them ready; says whether all are."""
        for record in self._unfolded:
            known = self._folded.get(record.id)
            if known is None or known[0] is not record:
                self._fold(record)
                budget -= 1
                if budget == 0:
                    return False
        return True

    def apply(self, edit: Edit | None) -> None:
        """Show what an edit changed; what was just edited stays, even where the filter would hide it."""
        while not self.search_on():
            pass
        self._unfolded = iter(self._desk.dossier.of(self.kind))
        if edit is not None and any(change.record.kind.name in self._targets for change in edit.changes):
            self._folded.clear()  # the names of what the rows refer to
            self._tell_changed(0, len(self._rows) - 1)
        changes = [c for c in edit.changes if type(c.record) is self.kind] if edit else []
        if edit is None or len(changes) > MANY:
            self._folded.clear()
            self.reload()
            return
        for change in changes:
            self._show(change.record.id, change.after)

    def _show(self, record_id: str, after: Record | None) -> None:
        row = self.row_of(record_id)
        if row < 0 and after is not None:
            row = self._place(after)
            self.beginInsertRows(_ROOT, row, row)
            self._rows.insert(row, after)
            self.endInsertRows()
        elif row >= 0 and after is None:
            self.beginRemoveRows(_ROOT, row, row)
            del self._rows[row]
            self.endRemoveRows()
            self._folded.pop(record_id, None)
        elif after is not None:
            self._rows[row] = after
            self._tell_changed(row, row)

    def _tell_changed(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns)))

    def _place(self, record: Record) -> int:
        ordered = self._in_order(self._by_reference([*self._rows, record]))
        return next(row for row, one in enumerate(ordered) if one.id == record.id)

    def _found_next(self) -> list[Record]:
        """Go through the records that are left until enough texts were folded; gives those that match."""
        wanted, found, budget = fold(self._words).split(), [], _COLD
        for record in self._unsearched:
            known = self._folded.get(record.id)
            if known is None or known[0] is not record:
                known, budget = self._fold(record), budget - 1
            if all(map(known[1].__contains__, wanted)):
                found.append(record)
            if budget <= 0:
                return found
        self.is_searching = False
        return found

    def _fold(self, record: Record) -> tuple[Record, str]:
        known = self._folded[record.id] = (record, filter_text(self._desk.dossier, record, self._desk.say))
        return known

    def _in_order(self, records: list[Record]) -> list[Record]:
        """Records that stand in the order of their references, in the order that was asked."""
        if self._sorted_by is None:
            return records
        column, descending = self._sorted_by
        keys = [(self._key(record, column), record) for record in records]
        full = [pair for pair in keys if pair[0] is not None]
        full.sort(key=lambda pair: pair[0], reverse=descending)
        return [record for _key, record in full] + [record for key, record in keys if key is None]

    def _by_reference(self, records: list[Record]) -> list[Record]:
        ranks = {record.id: rank for rank, record in enumerate(self._desk.dossier.of(self.kind))}
        return sorted(records, key=lambda record: ranks.get(record.id, len(ranks)))

    def _key(self, record: Record, column: int) -> Any:
        if column == 0:
            return fold(record.title) or None
        asked = self.columns[column - 1]
        if isinstance(asked, Told):
            return asked.key(record)
        return sort_value(self._desk.dossier, record, asked, self._desk.say)

    def _cell(self, index: Index) -> Any:
        record = self._rows[index.row()]
        if index.column() == 0:
            return main_cell(record)
        column = self.columns[index.column() - 1]
        if isinstance(column, Told):
            return column.cell(record)
        return field_cell(self._desk.dossier, record, column, self._desk.say)

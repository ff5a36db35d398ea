"""All processors by the items of their contracts, as a table model: a row each, a column for each item."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from dossier.i18n import N_, Language, _
from dossier.law.clauses import ClauseItem, clause_items, clause_of
from dossier.law.data import said
from dossier.law.processor_contract import contract_of
from dossier.model.processor import Processor
from dossier.model.vocabulary import Answer
from dossier.ui.desk import Desk
from dossier.ui.processors.contract_columns import contract_cell
from dossier.ui.records.words import STATES, main_cell
from dossier.ui.widgets.table import CELL, Cell, Index

_ROOT = QModelIndex()
_NAME = 1  # columns before those of the items
#: One letter for each answer, where there is no room for its word.
LETTERS: dict[Answer, str] = {Answer.YES: N_("Y"), Answer.PARTLY: N_("P"), Answer.NO: N_("N"), Answer.NOT_CHECKED: "?"}


@dataclass(frozen=True)
class Mark(Cell):
    """An answer in its narrow cell."""


def mark_of(answer: Answer, say: Language) -> Mark:
    tone, icon = STATES[answer]
    return Mark(say(LETTERS[answer]), tone=tone, icon="" if answer is Answer.NOT_CHECKED else icon)


class MatrixModel(QAbstractTableModel):
    """The name, the items in the order of the law, where the contract stands."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: Sequence[Processor] = ()
        self.items = clause_items()

    def reload(self) -> None:
        """Show the processors as they stand; where they are the same ones, the place of the keyboard stays."""
        rows = self._desk.dossier.of(Processor)
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def processor_at(self, row: int) -> Processor:
        return self._rows[row]

    def item_at(self, column: int) -> ClauseItem | None:
        """The item of a column; None for the name and for the state of the contract."""
        place = column - _NAME
        return self.items[place] if 0 <= place < len(self.items) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else _NAME + len(self.items) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == CELL:
            return self._cell(self._rows[index.row()], index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._told(self._rows[index.row()], index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        item = self.item_at(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(section)
        if item and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if item and role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{said(item.name, self._desk.say)} ({item.article})"
        return None

    def _title(self, section: int) -> str:
        item = self.item_at(section)
        if item:
            return item.letter or said(item.short, self._desk.say)
        return _("Art. 28 contract") if section else _(Processor.kind.label)

    def _cell(self, processor: Processor, column: int) -> Cell:
        item = self.item_at(column)
        if item:
            return mark_of(clause_of(processor, item).state, self._desk.say)
        contract = contract_of(processor, self._desk.clock().date())
        return contract_cell(contract, self._desk.say) if column else main_cell(processor)

    def _told(self, processor: Processor, column: int) -> str:
        """“Stripe, (d) Sub-processors: Partly (DPA § 6)”."""
        item, cell = self.item_at(column), self._cell(processor, column)
        if item is None:
            return ", ".join(filter(None, (cell.words, cell.second)))
        clause, name = clause_of(processor, item), said(item.short, self._desk.say)
        words = f"{_(clause.state.label)} ({clause.where})" if clause.where else _(clause.state.label)
        values = {"processor": main_cell(processor).words, "item": f"({item.letter}) {name}" if item.letter else name}
        return _("{processor}, {item}: {answer}", answer=words, **values)

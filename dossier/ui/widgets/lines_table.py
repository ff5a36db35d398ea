"""A table of lines that are worked out elsewhere, each about something that a press asks for."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from dossier.ui.widgets.table import CELL, Cell, Index, Table

_ROOT = QModelIndex()
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Line = tuple[Cell, ...]


class Lines(QAbstractTableModel):
    """Lines of cells under their titles, each about something; a line is made when it is first looked at."""

    def __init__(self, titles: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._titles = titles
        self.about: list[Any] = []
        self._make: Callable[[Any], Line] = tuple
        self._made: dict[int, Line] = {}

    def show_lines(self, about: Sequence[Any], line: Callable[[Any], Line]) -> None:
        """One line for each; where they are as many, the place of the keyboard stays."""
        if len(about) == len(self.about) and about:
            self._take(about, line)
            self.dataChanged.emit(self.index(0, 0), self.index(len(about) - 1, len(self._titles) - 1))
            return
        self.beginResetModel()
        self._take(about, line)
        self.endResetModel()

    def _take(self, about: Sequence[Any], line: Callable[[Any], Line]) -> None:
        self.about, self._make, self._made = list(about), line, {}

    def _line(self, row: int) -> Line:
        if row not in self._made:
            self._made[row] = self._make(self.about[row])
        return self._made[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.about)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.about):
            return None
        cell = self._line(index.row())[index.column()]
        if role == CELL:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (cell.words, cell.second)))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        wanted = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return self._titles[section] if wanted and 0 <= section < len(self._titles) else None


class LinesTable(Table):
    """A click or Enter asks for what a line is about."""

    least_stretch = 108  # what stands beside a name tells more than the end of its second line
    asked = Signal(object)

    def __init__(self, name: str, *titles: str) -> None:
        super().__init__(name, tall=True)
        self.lines = Lines(titles, self)
        self.setModel(self.lines)
        self.clicked.connect(self._ask)

    def show_lines(self, about: Sequence[Any], line: Callable[[Any], Line]) -> None:
        self.lines.show_lines(about, line)
        self.fit_columns()
        if self.hasFocus() and about and not self.currentIndex().isValid():
            self.setCurrentIndex(self.lines.index(0, 0))  # the keyboard was there before the lines

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _ask(self, index: QModelIndex) -> None:
        self.asked.emit(self.lines.about[index.row()])

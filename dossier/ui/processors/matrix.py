"""All contracts with processors at a glance: a row for each, a mark for each item; Enter leads to the item."""

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView

from dossier.i18n import _
from dossier.model.vocabulary import Answer
from dossier.ui import theme
from dossier.ui.desk import Desk
from dossier.ui.icons import paint_icon
from dossier.ui.processors.matrix_model import LETTERS, Mark, MatrixModel
from dossier.ui.records.words import STATES
from dossier.ui.tokens import CHIP, RADIUS_CHIP, S2, S3, S4
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.chips import Chip
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.painting import CENTER, focus_ring, rounded, words
from dossier.ui.widgets.table import Cell, CellDelegate, Index, Table

_MARK, _ICON = 40, 13
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class MarkDelegate(CellDelegate):
    """Marks in the middle of their cells, and the ring of the keyboard round one cell."""

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: Cell, first: bool, chosen: bool) -> None:
        if not isinstance(cell, Mark):
            super()._paint_cell(painter, rect, cell, first, chosen)
            return
        tone = theme.tokens().tone(cell.tone or "none")
        pill = QRectF(rect.center().x() - _MARK / 2 + 1, rect.center().y() - CHIP / 2, _MARK - 4, CHIP)
        if not cell.icon:
            words(painter, pill, cell.words, "caption_strong", tone.fg, CENTER)
            return
        rounded(painter, pill, tone.tint, radius=RADIUS_CHIP)
        at = QPointF(pill.left() + 5, pill.center().y() - _ICON / 2)
        paint_icon(painter, QRectF(at.x(), at.y(), _ICON, _ICON), cell.icon, tone.fg, 2.2)
        words(painter, pill.adjusted(_ICON + 4, 0, 0, 0), cell.words, "caption_strong", tone.fg, CENTER)

    def _paint_ring(self, painter: QPainter, rect: QRectF, index: Index, last: int) -> None:
        view = self.parent()
        if isinstance(view, Table) and view.currentIndex() == index:
            focus_ring(painter, rect.adjusted(1, 1, -1, -2))


class MatrixTable(Table):
    """Arrows move from cell to cell."""

    opened = Signal(QModelIndex)

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Contracts with processors, item by item"), tall=True)
        self.setItemDelegate(MarkDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.rows = MatrixModel(desk, self)
        self.setModel(self.rows)
        self.horizontalHeader().setMinimumSectionSize(_MARK)
        self.horizontalHeader().setProperty("narrow", True)
        self.clicked.connect(self.opened)

    def fit_columns(self, stretch: int = 0, sample: int = 30) -> None:
        """The items are as narrow as they can be; where the contract stands is what hides first."""
        super().fit_columns(stretch, sample)
        metrics = theme.metrics("caption")
        for place in range(self.rows.columnCount()):
            if self.rows.item_at(place):
                title = str(self.rows.headerData(place, Qt.Orientation.Horizontal))
                self._wanted[place] = max(_MARK + 2, metrics.horizontalAdvance(title) + S4)
                self.setColumnWidth(place, self._wanted[place])
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class Matrix(Card):
    """The table with what its marks mean."""

    asked = Signal(str, str)
    """A processor and the field of the item that was asked for, "" for the record itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(padding=1)
        self.table = MatrixTable(desk)
        meanings = [(f"{_(LETTERS[one])} · {_(one.label)}", *STATES[one]) for one in Answer]
        self.legend = [Chip(text, tone, icon) for text, tone, icon in meanings]
        hint = Label(_("Enter, or a click, leads to the item in the record."), "caption", "text3", wrap=True)
        self.add(column(flow(*self.legend, hint), margins=(S3, S3, S3, S2)), (self.table, 1))
        self.table.opened.connect(self._on_opened)

    def reload(self) -> None:
        """Show the contracts as they stand."""
        self.table.rows.reload()
        self.table.fit_columns()

    def take_focus(self) -> None:
        if not self.table.currentIndex().isValid() and self.table.rows.rowCount():
            self.table.setCurrentIndex(self.table.rows.index(0, 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self, index: QModelIndex) -> None:
        item = self.table.rows.item_at(index.column())
        self.asked.emit(self.table.rows.processor_at(index.row()).id, item.field if item else "")

"""Tables: what a cell shows, one delegate that paints it, columns measured from their words."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from dossier.ui import theme
from dossier.ui.tokens import ROW, ROW_TALL, Role, ToneName
from dossier.ui.widgets.chips import chip_width, paint_chip
from dossier.ui.widgets.painting import LEFT, RIGHT, words

CELL = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_LEFT, _RIGHT = 12, 10  # room beside the words of a cell
_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


@dataclass(frozen=True)
class Cell:
    """What a cell shows: words, a second line, or a chip when it has a tone."""

    words: str
    second: str = ""
    tone: ToneName | None = None
    icon: str = ""
    right: bool = False


def cell_width(cell: Cell) -> int:
    """The room that a cell needs, whatever the font of the system."""
    main = theme.metrics("body", tabular=True).horizontalAdvance(cell.words)
    if cell.tone:
        main = chip_width(cell.words, cell.icon)
    return max(main, theme.metrics("caption", tabular=True).horizontalAdvance(cell.second)) + _LEFT + _RIGHT


def fit_width(header: str, cells: Iterable[Cell]) -> int:
    """The room that a column needs."""
    head = theme.metrics("caption").horizontalAdvance(header) + _LEFT * 2 + 16  # and its sort arrow
    return max([head, *(cell_width(cell) for cell in cells)]) + 4


class CellDelegate(QStyledItemDelegate):
    """Paints cells from the tokens; no widget per cell, so ten thousand rows scroll."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, chosen = QRectF(option.rect), bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, index, chosen)
        cell = index.data(CELL)
        if isinstance(cell, Cell):
            self._paint_cell(painter, rect.adjusted(_LEFT, 0, -_RIGHT, -1), cell, index.column() == 0, chosen)
        view = option.widget
        if isinstance(view, Table) and view.hasFocus() and view.currentIndex().row() == index.row():
            self._paint_ring(painter, rect, index, view.last_column())
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, chosen: bool) -> None:
        k, rect, view = theme.tokens(), QRectF(option.rect), option.widget
        over = isinstance(view, Table) and view.row_under_pointer == index.row()
        painter.fillRect(rect, k.selected if chosen else k.hover if over else k.surface)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), k.line)
        if chosen and index.column() == 0:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height() - 1), k.accent)

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: Cell, first: bool, chosen: bool) -> None:
        k = theme.tokens()
        role: Role = "strong" if first else "body"
        if cell.second:
            upper = QRectF(rect.left(), rect.center().y() - 19, rect.width(), 19)
            lower = QRectF(rect.left(), rect.center().y() + (3 if cell.tone else 0), rect.width(), 18)
            words(painter, lower, cell.second, "caption", k.text2 if chosen else k.text3, tabular=True)
        else:
            upper = rect
        if cell.tone:
            at = QPointF(rect.left(), rect.center().y() - (9 if cell.second else 0))
            paint_chip(painter, at, cell.words, cell.tone, cell.icon, rect.width())
        else:
            ink = k.text if cell.words != "–" else k.text3
            words(painter, upper, cell.words, role, ink, RIGHT if cell.right else LEFT, tabular=not first)

    def _paint_ring(self, painter: QPainter, rect: QRectF, index: Index, last: int) -> None:
        """The ring goes round the row: top and bottom on each cell, sides on the first and the last."""
        ink, wide = theme.tokens().accent, rect.width() + 1  # one more, else seams at 150 %
        painter.fillRect(QRectF(rect.left(), rect.top(), wide, 2), ink)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 3, wide, 2), ink)
        if index.column() == 0:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height() - 1), ink)
        if index.column() == last:
            painter.fillRect(QRectF(rect.right() - 2, rect.top(), 2, rect.height() - 1), ink)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = index.data(CELL)
        wide = cell_width(cell) if isinstance(cell, Cell) else 80
        return QSize(wide, ROW_TALL if isinstance(cell, Cell) and cell.second else ROW)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """A tool tip for what is cut."""
        cell = index.data(CELL)
        if event.type() == QEvent.Type.ToolTip and isinstance(cell, Cell) and cell_width(cell) > option.rect.width():
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, (cell.words, cell.second))), view)
            return True
        return super().helpEvent(event, view, option, index)


class Table(QTableView):
    """A table of records: rows are chosen whole, Tab leaves it, arrows move in it."""

    least_stretch = 140  # the names of the records never get less

    def __init__(self, name: str, *, tall: bool = False) -> None:
        super().__init__()
        self.row_under_pointer = -1
        self._wanted: dict[int, int] = {}  # the columns that can hide, and their widths
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_TALL if tall else ROW)
        header = self.horizontalHeader()
        header.setFont(theme.font("caption"))
        header.setDefaultAlignment(LEFT)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.entered.connect(self._on_entered)

    def fit_columns(self, stretch: int = 0, sample: int = 200) -> None:
        """Give each column the room of its words, as far as the first rows show; `stretch` takes what is left."""
        model, header = self.model(), self.horizontalHeader()
        rows = range(min(sample, model.rowCount()))
        self._wanted = {}
        for column in range(model.columnCount()):
            if column == stretch:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
                continue
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            title = model.headerData(column, Qt.Orientation.Horizontal)
            found = (model.index(row, column).data(CELL) for row in rows)
            self._wanted[column] = fit_width(str(title or ""), [c for c in found if isinstance(c, Cell)])
            self.setColumnWidth(column, self._wanted[column])
        self._make_room()

    def last_column(self) -> int:
        """The last column that is shown."""
        return max((c for c in range(self.model().columnCount()) if not self.isColumnHidden(c)), default=0)

    def _make_room(self) -> None:
        """Hide the last columns of a narrow table: there is never a horizontal scroll bar."""
        room = self.viewport().width() - self.least_stretch
        for column, wide in self._wanted.items():
            room -= wide
            self.setColumnHidden(column, room < 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _TAB and not self.currentIndex().isValid() and self.model() and self.model().rowCount():
            self.selectRow(0)  # else the keyboard would be on nothing that one can see
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_pointer_on(-1)

    def _on_entered(self, index: QModelIndex) -> None:
        self._show_pointer_on(index.row())

    def _show_pointer_on(self, row: int) -> None:
        if row != self.row_under_pointer:
            self.row_under_pointer = row
            self.viewport().update()

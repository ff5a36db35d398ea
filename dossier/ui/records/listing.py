"""The list of a kind: a filter, the statuses with their counts, the table, the choice of its columns."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu

from dossier.i18n import _
from dossier.model.record import Record
from dossier.store.edit import Edit
from dossier.ui.desk import Desk
from dossier.ui.navigation import Only
from dossier.ui.records.columns import Told, chosen_columns, columns_menu
from dossier.ui.records.model import RecordTableModel
from dossier.ui.records.status_filter import BY_STATUS, Choice, StatusFilter
from dossier.ui.tokens import S3
from dossier.ui.widgets.buttons import Button, IconButton, escaped
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.search_field import SearchField
from dossier.ui.widgets.table import Table

_FEW = 30  # rows whose words are measured again after each edit
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_WARM = 100  # texts folded between two turns of the event loop


class RecordTable(Table):
    """The table of a kind; Enter and F2 go to the form, Delete deletes."""

    least_stretch = 210
    opened = Signal()
    delete_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, tall=True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSortingEnabled(False)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def selectRow(self, row: int) -> None:
        """This row alone; Qt's own would add it to the others while Ctrl is held, as it is for Ctrl+N."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), flags.ClearAndSelect | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPEN:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)


class Listing(Card):
    """Says which records are selected, and when others are listed."""

    selected = Signal()
    listed = Signal()

    def __init__(
        self,
        kind: type[Record],
        desk: Desk,
        told: tuple[Told, ...] = (),
        choices: tuple[Choice, ...] = BY_STATUS,
    ) -> None:
        super().__init__(padding=1)
        self.kind, self._desk = kind, desk
        self.field = SearchField(_("Filter…"))
        self.field.setAccessibleName(_("Filter: {kinds}", kinds=_(kind.kind.plural)))
        self.columns_button = IconButton("eye", _("Columns"))
        self.columns_button.clicked.connect(self._on_columns)
        self.statuses = StatusFilter(choices)
        self._only: Only | None = None
        self.only_button = Button("", "close", tip=_("Show all again"))
        self.only_button.clicked.connect(lambda: self.show_only(None))
        self.only_button.hide()
        self.table = RecordTable(_(kind.kind.plural))
        self.model = RecordTableModel(kind, desk, chosen_columns(kind, desk), self.table, told)
        self.table.setModel(self.model)
        self.none = Label("", "body", "text3", wrap=True)
        self._lay_out()
        self._connect()
        self._show_counts()
        self.table.fit_columns()
        self._warming = QTimer(self)
        self._warming.timeout.connect(self._on_warm)
        self._warming.start(0)
        self._searching = QTimer(self)
        self._searching.timeout.connect(self._on_search)
        self._kept: set[str] = set()  # selected before the filter that is still searching

    def _lay_out(self) -> None:
        self.body.setContentsMargins(1, 1, 1, 1)
        self.filters = column(
            row((self.field, 1), self.columns_button), self.only_button, self.statuses, gap=S3, margins=(S3, S3, S3, 0)
        )
        self.statuses.setVisible(self.kind.kind.sheet)
        self.none_place = column(self.none, margins=(S3, S3, S3, S3))
        self.add(self.filters, self.none_place, (self.table, 1))
        self._show_nothing_found()

    def _connect(self) -> None:
        self.field.textChanged.connect(self.filter)
        self.statuses.changed.connect(self.filter)
        header = self.table.horizontalHeader()
        header.sortIndicatorChanged.connect(self._on_sort)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        self._connect_selection()

    def _connect_selection(self) -> None:
        self.table.selectionModel().selectionChanged.connect(self._on_selection)

    def chosen(self) -> list[Record]:
        """The selected records, in the order of the rows."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.record_at(row) for row in rows]

    def shown(self) -> list[Record]:
        """What the filter lets be seen, in the order of the rows."""
        self._search_to_the_end()
        return [self.model.record_at(row) for row in range(self.model.rowCount())]

    def choose(self, record_id: str) -> bool:
        """Select one record; what hides it is taken away."""
        self._search_to_the_end()
        number = self.model.row_of(record_id)
        if number < 0:
            self.field.clear()
            self.statuses.show_all()
            self.show_only(None)
            number = self.model.row_of(record_id)
        if number < 0:
            return False
        index, flags = self.model.index(number, 0), QItemSelectionModel.SelectionFlag
        # not selectRow: it selects nothing in a table that was never laid out, as on the page of the first record
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(index)
        return True

    def choose_first(self) -> None:
        """Select the first row there is."""
        if self.model.rowCount():
            self.choose(self.model.record_at(0).id)

    def filter(self) -> None:
        """Show what the letters and the status ask for, at once; what is selected stays so where it is still shown."""
        if not self._searching.isActive():
            self._kept = {record.id for record in self.chosen()}
        self.table.selectionModel().blockSignals(True)
        self.model.filter(self.field.text(), self.accepts)
        self.table.selectionModel().blockSignals(False)
        self.table.scrollToTop()
        if self.model.is_searching:
            self._searching.start(0)
        else:
            self._end_search()

    def show_only(self, only: Only | None) -> None:
        """List these records alone until the button is pressed, or all again."""
        self._only = only
        self.only_button.setText(escaped(_("Only: {words}", words=only.words)) if only else "")
        self.only_button.setVisible(only is not None)
        self.filter()

    def accepts(self, record: Record) -> bool:
        """Whether a record has the status that is asked for, and is one of those that alone are listed."""
        if self._only and record.id not in self._only.ids:
            return False
        return self.statuses.accepts(record)

    def counted(self) -> Sequence[Record]:
        """The records that the statuses count."""
        return self._desk.dossier.of(self.kind)

    def _on_search(self) -> None:
        self.table.selectionModel().blockSignals(True)
        ended = self.model.search_on()
        self.table.selectionModel().blockSignals(False)
        if ended:
            self._end_search()

    def _search_to_the_end(self) -> None:
        while self._searching.isActive():
            self._on_search()

    def _end_search(self) -> None:
        """All that is found is shown: what was selected and is found stays so."""
        self._searching.stop()
        self.table.selectionModel().blockSignals(True)
        self._select_again(self._kept)
        self.table.selectionModel().blockSignals(False)
        if not self.field.text():
            self.table.scrollTo(self.table.currentIndex())
        self._show_nothing_found()
        if self._kept != {record.id for record in self.chosen()}:
            self.selected.emit()

    def apply(self, edit: Edit | None) -> None:
        """Show what an edit changed."""
        self._search_to_the_end()
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        kept = {record.id for record in self.chosen()}
        self.model.apply(edit)
        if kept and not self.chosen():
            self._select_again(kept)
        if kept and not self.chosen() and self.model.rowCount():
            self.table.selectRow(min(*rows, self.model.rowCount() - 1))  # what was selected is gone
        if self.model.rowCount() <= _FEW:
            self.table.fit_columns()
        self._show_counts()
        self._show_nothing_found()
        self._warming.start(0)

    def _select_again(self, ids: set[str]) -> None:
        if not ids:
            return
        model, flags = self.model, QItemSelectionModel.SelectionFlag
        rows = [row for row in range(model.rowCount()) if model.record_at(row).id in ids]
        wanted = QItemSelection()
        for first, last in _runs(rows):
            wanted.append(QItemSelectionRange(model.index(first, 0), model.index(last, model.columnCount() - 1)))
        selection = self.table.selectionModel()
        selection.select(wanted, flags.Select)
        if rows:
            selection.setCurrentIndex(model.index(rows[0], 0), flags.NoUpdate)

    def _show_counts(self) -> None:
        if self.kind.kind.sheet:
            self.statuses.show_counts(self.counted())

    def _show_nothing_found(self) -> None:
        nothing = self.model.rowCount() == 0
        n = self._desk.dossier.count(self.kind)
        self.none.setText(_("Nothing like this here: Escape empties the filter."))
        self.none_place.setVisible(nothing and n > 0)
        self.listed.emit()

    def _on_selection(self) -> None:
        self.selected.emit()

    def _on_sort(self, column_number: int, order: Qt.SortOrder) -> None:
        self.model.sort(column_number, order)

    def _on_columns(self) -> None:
        self.menu().popup(self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft()))

    def _on_header_menu(self, at: QPoint) -> None:
        self.menu().popup(self.table.horizontalHeader().mapToGlobal(at))

    def menu(self) -> QMenu:
        """The choice of the columns."""
        menu = columns_menu(self, self.kind, self._desk, self._on_columns_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _on_columns_chosen(self, names: tuple[str, ...]) -> None:
        kept = {record.id for record in self.chosen()}
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.model.set_columns(names)
        self.table.fit_columns()
        self._select_again(kept)

    def _on_warm(self) -> None:
        if self.model.warm(_WARM):
            self._warming.stop()


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """Numbers in their order as runs without gaps: first and last of each."""
    first = previous = -2
    for number in rows:
        if number != previous + 1:
            if first >= 0:
                yield first, previous
            first = number
        previous = number
    if first >= 0:
        yield first, previous

"""The list of measures of one sheet, or of all."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView

from dossier.i18n import _
from dossier.law.security_guide import proofs_of, sheets_of
from dossier.model.measure import Measure, Operation
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.measures.levels import proofs_words
from dossier.ui.measures.sheet_head import SheetHead
from dossier.ui.records.columns import Told
from dossier.ui.records.listing import Listing
from dossier.ui.widgets.table import Cell


class SheetListing(Listing):
    """Its head says which sheet; the filter and the statuses hide where the map stands above."""

    sheet_left = Signal()
    """A measure of another sheet was asked for: all sheets are shown."""

    def __init__(self, desk: Desk) -> None:
        self.sheet: int | None = None
        self.head = SheetHead(desk)
        super().__init__(Measure, desk, (proof_column(desk),))

    def hasHeightForWidth(self) -> bool:
        """Its table scrolls: with a height that is asked for, Qt would squeeze the map instead."""
        return False

    def _lay_out(self) -> None:
        self.add(self.head)
        super()._lay_out()

    def show_sheet(self, number: int | None) -> None:
        """Show the measures of a sheet, or all."""
        if number != self.sheet:
            self.sheet = number
            self.filter()
            self._show_counts()
            self.table.fit_columns()

    def show_filters(self, shown: bool) -> None:
        """Where they are hidden they hide nothing either, and one measure is chosen at a time."""
        if not shown:
            self.field.clear()
            self.statuses.show_all()
        self.filters.setVisible(shown)
        mode = QAbstractItemView.SelectionMode
        self.table.setSelectionMode(mode.ExtendedSelection if shown else mode.SingleSelection)

    def choose(self, record_id: str) -> bool:
        """Select one record; what hides it is taken away, also the choice of a sheet."""
        record = self._desk.dossier.get(record_id, Measure)
        if record is not None and not self._belongs(record) and self.model.row_of(record_id) < 0:
            self.show_sheet(None)
            self.sheet_left.emit()
        return super().choose(record_id)

    def accepts(self, record: Record) -> bool:
        return super().accepts(record) and self._belongs(record)

    def counted(self) -> Sequence[Record]:
        return [record for record in super().counted() if self._belongs(record)]

    def _belongs(self, record: Record) -> bool:
        return self.sheet is None or (isinstance(record, Measure) and self.sheet in sheets_of(record))


def proof_column(desk: Desk) -> Told:
    """How many documents prove a measure; none is said in words."""

    def proofs(record: Record) -> int:
        return len(proofs_of(record, desk.dossier.of(Operation))) if isinstance(record, Measure) else 0

    def cell(record: Record) -> Cell:
        n = proofs(record)
        return Cell(proofs_words(n)) if n else Cell(proofs_words(n), tone="minor", icon="documents")

    return Told(_("Evidence"), cell, proofs)

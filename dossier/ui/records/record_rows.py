"""Records of another register inside a page, one a line: each leads to its own page."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.model.fields import field_of
from dossier.model.record import Record
from dossier.ui import theme
from dossier.ui.desk import Desk
from dossier.ui.records.children import ChildRow
from dossier.ui.records.words import field_cell, main_cell
from dossier.ui.tokens import S2
from dossier.ui.widgets.table import cell_width


class RecordRows(QWidget):
    """Records of one kind, with some of their fields beside their names."""

    def __init__(self, kind: type[Record], columns: Sequence[str], desk: Desk) -> None:
        super().__init__()
        self._desk, self._fields = desk, [field_of(kind, name) for name in columns]
        self._shown: tuple[Record, ...] = ()
        self.rows: list[ChildRow] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)

    def show_records(self, records: Sequence[Record]) -> None:
        """These, in their order; the same ones again change nothing."""
        if tuple(records) == self._shown:
            return
        self._shown = tuple(records)
        for old in self.rows:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = self._made_rows()
        for made in self.rows:
            made.clicked.connect(self._on_row)
            self._box.addWidget(made)

    def _made_rows(self) -> list[ChildRow]:
        say, dossier = self._desk.say, self._desk.dossier
        cells = [[field_cell(dossier, one, field, say) for field in self._fields] for one in self._shown]
        widths = [max(map(cell_width, column)) + S2 for column in zip(*cells, strict=True)]
        strong = theme.metrics("strong")
        name = max((strong.horizontalAdvance(main_cell(one).words) for one in self._shown), default=0)
        return [ChildRow(one, told, widths, name) for one, told in zip(self._shown, cells, strict=True)]

    def _on_row(self) -> None:
        pressed = self.sender()
        record = self._desk.dossier.get(pressed.record_id) if isinstance(pressed, ChildRow) else None
        if record is not None:
            self._desk.go_to(record)

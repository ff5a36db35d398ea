"""The table of the retention schedule: a line is chosen by the arrows or a click, and opened by Enter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from dossier.i18n import _
from dossier.law.retention_schedule import ScheduleRow
from dossier.ui.retention.lines import ScheduleLine
from dossier.ui.widgets.lines_table import Lines
from dossier.ui.widgets.table import Table

_TEXTS, _WIDEST = (1, 5), 170
"""Columns of words that may be as long as a sentence, and the pixels that they get."""
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class ScheduleTable(Table):
    """What finds no room in a narrow window is hidden from the right; the chosen line tells it below."""

    least_stretch = 260
    chosen = Signal()
    opened = Signal()

    def __init__(self) -> None:
        super().__init__(_("Retention schedule"), tall=True)
        titles = (
            *(_("What is kept"), _("Period"), _("Beside the reference"), _("Last purge"), _("Next purge")),
            *(_("Final fate"), _("Phase")),
        )
        self.lines = Lines(titles, self)
        self.setModel(self.lines)
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self.chosen.emit())
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def show_lines(self, lines: Sequence[ScheduleLine], wanted: str) -> None:
        """Show lines and choose the one about a record; where there is none, the line that stands in its place."""
        place = max(self.currentIndex().row(), 0)
        self.lines.show_lines(lines, lambda line: line.cells)
        self.fit_columns()
        if lines and not self.choose(wanted):
            self.selectRow(min(place, len(lines) - 1))

    def fit_columns(self, stretch: int = 0, sample: int = 200) -> None:
        super().fit_columns(stretch, sample)
        for column in _TEXTS:
            self._wanted[column] = min(self._wanted[column], _WIDEST)
            self.setColumnWidth(column, self._wanted[column])
        self._make_room()

    def choose(self, record_id: str) -> bool:
        """Choose the line about a record; False where there is none."""
        about = [line.row.about for line in self.lines.about]
        found = next((place for place, one in enumerate(about) if one and one.id == record_id), -1)
        if found >= 0:
            self.selectRow(found)
        return found >= 0

    def row(self) -> ScheduleRow | None:
        """The chosen line's row of the schedule."""
        place = self.currentIndex().row()
        line: ScheduleLine | None = self.lines.about[place] if 0 <= place < len(self.lines.about) else None
        return line.row if line else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPEN and self.row():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

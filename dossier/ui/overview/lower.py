"""The lower half of the overview: the sheets, contracts and transfers, the recent changes; two columns or three."""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from dossier.ui.background import Task
from dossier.ui.desk import Desk
from dossier.ui.overview.recent_card import RecentChanges
from dossier.ui.tokens import S4

if TYPE_CHECKING:
    from dossier.ui.overview.charts_card import ContractsCard, TransfersCard
    from dossier.ui.overview.facts import Facts
    from dossier.ui.overview.sheets_card import SheetsCard

AFTER = 60  # milliseconds: the page is on the screen by then
_WIDE = 1060  # pixels from which three cards stand side by side
_SHEETS = 470
_LATE = ("charts_card", "sheets_card")


class Lower(QWidget):
    """The changes are there at once, and the room for the charts, which are made when the page is on the screen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.recent = RecentChanges(desk)
        self.sheets: SheetsCard | None = None
        self.contracts: ContractsCard | None = None
        self.transfers: TransfersCard | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(S4)
        self._grid.setColumnMinimumWidth(0, _SHEETS)
        self._grid.setRowStretch(1, 1)
        self._is_wide = True
        self._place_changes()
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self._count)

    def refresh(self) -> None:
        """Show what changed, and a little later what the charts tell."""
        self.recent.refresh()
        self._counting.start(AFTER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.width() >= _WIDE) != self._is_wide:
            self._is_wide = not self._is_wide
            self._place_changes()

    def _place_changes(self) -> None:
        """Beside the charts, or below them."""
        place = (0, 2, 2, 1) if self._is_wide else (2, 0, 1, 2)
        self._grid.addWidget(self.recent, *place)
        for column, share in enumerate((0, 6, 5 if self._is_wide else 0)):
            self._grid.setColumnStretch(column, share)

    def _count(self) -> None:
        """Off the window's thread, on the snapshot as it is now; the cards are imported there too."""
        dossier, today = self._desk.dossier, self._desk.clock().date()

        def count(_progress: object) -> "Facts":
            from dossier.ui.overview.facts import facts_of

            for name in _LATE:
                import_module(f"dossier.ui.overview.{name}")
            return facts_of(dossier, today)

        task = Task(count)
        task.done.connect(self._on_counted)
        task.start()

    def _on_counted(self, facts: "Facts") -> None:
        """The cards are made in two turns of the event loop: neither holds the window for long."""
        if facts.dossier is self._desk.dossier:  # else it changed meanwhile, and is counted again
            self._show_sheets(facts)
            QTimer.singleShot(0, self, lambda: self._show_bars(facts))

    def _show_sheets(self, facts: "Facts") -> None:
        from dossier.ui.overview.sheets_card import SheetsCard

        if self.sheets is None:
            self.sheets = SheetsCard(self._desk)
            self._grid.addWidget(self.sheets, 0, 0, 2, 1)
        self.sheets.show_coverage(facts.coverage)

    def _show_bars(self, facts: "Facts") -> None:
        from dossier.ui.overview.charts_card import ContractsCard, TransfersCard

        if self.contracts is None or self.transfers is None:
            self.contracts, self.transfers = ContractsCard(self._desk), TransfersCard(self._desk)
            self._grid.addWidget(self.contracts, 0, 1)
            self._grid.addWidget(self.transfers, 1, 1)
        self.contracts.show_contracts(facts.contracts)
        self.transfers.show_mechanisms(facts.mechanisms)

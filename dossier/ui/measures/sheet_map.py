"""The map of the 25 sheets: five rows of tiles, with the names of the six groups where there is room for them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from dossier.law.data import said
from dossier.law.security_guide import Coverage, coverage, group_name
from dossier.ui.desk import Desk
from dossier.ui.measures.sheet_tile import SheetTile
from dossier.ui.widgets.labels import Label

_ACROSS, _GAP = 5, 6


class SheetMap(QWidget):
    """Tab reaches one tile, arrows move among them; a tile pressed again asks for all sheets."""

    asked = Signal(object)
    """The number of a sheet, or None for all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.tiles = [SheetTile(covered, desk) for covered in coverage(()).sheets]
        self.groups: list[Label] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP)
        seen: set[str] = set()
        for place, tile in enumerate(self.tiles):
            row, column = divmod(place, _ACROSS)
            group = tile.covered.sheet.group
            if group not in seen:
                seen.add(group)
                self.groups.append(Label(said(group_name(group), desk.say), "caption_strong", "text3"))
                grid.addWidget(self.groups[-1], 2 * row, column)
            grid.addWidget(tile, 2 * row + 1, column)
            tile.stepped.connect(lambda across, down, place=place: self._step(place, across, down))
            tile.clicked.connect(lambda on, tile=tile: self.asked.emit(tile.number if on else None))
        for column in range(_ACROSS):
            grid.setColumnStretch(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._hold(self.tiles[0])

    def show_coverage(self, found: Coverage) -> None:
        for tile, covered in zip(self.tiles, found.sheets, strict=True):
            tile.show_coverage(covered)

    def show_sheet(self, number: int | None) -> None:
        """Mark the chosen sheet, or none."""
        for tile in self.tiles:
            tile.setChecked(tile.number == number)
            if tile.isChecked():
                self._hold(tile)

    def show_groups(self, shown: bool) -> None:
        for label in self.groups:
            label.setVisible(shown)

    def take_focus(self) -> None:
        """The keyboard is on the chosen sheet, or where it was last."""
        self._held.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, place: int, across: int, down: int) -> None:
        target = place + across + _ACROSS * down
        if 0 <= target < len(self.tiles):
            self._hold(self.tiles[target])
            self._held.setFocus(Qt.FocusReason.TabFocusReason)

    def _hold(self, held: SheetTile) -> None:
        """The one tile that Tab reaches."""
        self._held = held
        for tile in self.tiles:
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tile is held else Qt.FocusPolicy.ClickFocus)

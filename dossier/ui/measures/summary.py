"""The line above the map: the coverage with its sheets without proof, and how many sheets are at each level."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.law.security_guide import Coverage
from dossier.ui.desk import Desk
from dossier.ui.measures.levels import LOOKS, Level, counted, figure_of, levels_in
from dossier.ui.widgets.chips import Chip
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label


class Summary(QWidget):
    """A percentage never stands without what is not proved."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.figure = Label("", "h3")
        self._chips = {level: Chip("", *LOOKS[level]) for level in Level}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(flow(self.figure, *self._chips.values()))

    def show_coverage(self, found: Coverage) -> None:
        self.figure.setText(figure_of(found, self._desk))
        for level, n in levels_in(found).items():
            self._chips[level].show_state(counted(level, n), *LOOKS[level])
            self._chips[level].setVisible(n > 0)

"""The measures by activity: on which of them each activity leans, how far they cover it, what proves them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _, _n
from dossier.law.breach_figures import share_text
from dossier.law.measure_use import MeasuresOfActivity, measures_by_activity
from dossier.ui.desk import Desk
from dossier.ui.measures.levels import LOOKS, level_of, measures_words, proofs_words
from dossier.ui.navigation import place_of
from dossier.ui.records.words import title_of
from dossier.ui.tokens import S2, S3
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.lines_table import Line, LinesTable
from dossier.ui.widgets.table import Cell


class ByActivity(QWidget):
    """A line leads to the measures that its activity names."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        name = _("Measures by activity")
        self.table = LinesTable(name, _("Activity"), _("Coverage"), _("Measures"), _("Evidence"))
        self.table.asked.connect(self._go_to)
        self.title = Label("", "h3")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Card(padding=1).add(column(self.title, margins=(S3, S3, S3, S2)), (self.table, 1)))

    def reload(self) -> None:
        """Show what the activities lean on now, the least covered first."""
        found = sorted(measures_by_activity(self._desk.dossier), key=lambda one: (bool(one.measures), one.score))
        counts = [_n("{n} activity", "{n} activities", len(found))]
        if bare := sum(not one.measures for one in found):
            counts.append(_n("{n} without a measure", "{n} without a measure", bare))
        self.title.setText(", ".join(counts))
        self.table.show_lines(found, self._line)

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _line(self, one: MeasuresOfActivity) -> Line:
        tone, icon = LOOKS[level_of(one)]
        names = [title_of(measure) for measure in one.measures]
        proofs = Cell(proofs_words(one.proofs)) if one.proofs else Cell(proofs_words(0), tone="minor", icon="documents")
        return (
            Cell(title_of(one.activity), " · ".join((one.activity.reference, *names))),
            Cell(share_text(one.score, self._desk.say) if one.measures else _("None"), tone=tone, icon=icon),
            Cell(measures_words(len(names))),
            proofs if one.measures else Cell(""),
        )

    def _go_to(self, one: MeasuresOfActivity) -> None:
        self._desk.go_to_place(place_of(one.activity, self._desk.dossier, "measures"))

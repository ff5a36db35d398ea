"""The risks in the record of an assessment: the matrix, the three feared events, each opening below its row."""

from collections.abc import Mapping, Sequence

from dossier.i18n import _
from dossier.law.dpia_risk import is_high, marks_of, missing_events, number_of
from dossier.model.dpia import DpiaRisk
from dossier.model.fields import Field, field_of
from dossier.model.record import Record
from dossier.model.vocabulary import FearedEvent, Level
from dossier.ui.desk import Desk
from dossier.ui.dpia.matrix import RiskMatrix
from dossier.ui.records.children import ChildRow, ChildSection
from dossier.ui.records.words import NOTHING
from dossier.ui.tokens import S2
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.table import Cell


class RiskRow(ChildRow):
    """A risk with its mark before its name."""

    def show_mark(self, mark: str) -> None:
        """The letter under which the matrix shows it."""
        self._name = f"{mark} · {self._name}"
        self.setAccessibleName(f"{mark} · {self.accessibleName()}")


class RiskSection(ChildSection):
    """One button for each feared event of the method that is not assessed yet; other risks can be added."""

    row_type = RiskRow

    def __init__(self, desk: Desk) -> None:
        self._event: FearedEvent | None = None
        self.event_buttons: dict[FearedEvent, Button] = {}
        super().__init__(DpiaRisk, desk, self._begun)
        self._columns = [field_of(DpiaRisk, name) for name in ("severity", "residual_severity")]
        self.matrix = RiskMatrix(desk)
        self.legend = Label(
            _("Ring: before the measures. Disc: after them. “High risk”: significant or maximal on both scales."),
            "caption",
            "text3",
            wrap=True,
        )
        self.event_buttons = {event: self._event_button(event) for event in FearedEvent}
        if box := self.layout():
            box.addWidget(flow(*self.event_buttons.values()))
            box.addWidget(column(self.matrix, self.legend, gap=S2, margins=(0, S2, 0, 0)))
        self.add_button.setText(_("Add another risk"))

    def show_record(self, record: Record) -> None:
        super().show_record(record)
        risks = self._risks()
        self.matrix.show_risks(risks)
        missing = missing_events(risks)
        for event, button in self.event_buttons.items():
            button.setVisible(event in missing)

    def lock(self, locked: bool) -> None:
        super().lock(locked)
        for button in self.event_buttons.values():
            button.setEnabled(not locked)

    def add_event(self, event: FearedEvent) -> None:
        """A new risk about a feared event, open and ready to be described."""
        self._event = event
        self.add()
        self._event = None

    def _begun(self) -> Mapping[str, object]:
        return {"event": self._event, "name": _(self._event.label)} if self._event else {}

    def _event_button(self, event: FearedEvent) -> Button:
        button = Button(_("Assess: {event}", event=_(event.label)), "plus")
        button.clicked.connect(lambda: self.add_event(event))
        return button

    def _risks(self) -> Sequence[DpiaRisk]:
        return self._desk.dossier.children(DpiaRisk, self._record.id) if self._record else ()

    def _row(self, part: Record, cells: Sequence[Cell], widths: Sequence[int], name_width: int) -> ChildRow:
        mark = marks_of(self._risks()).get(part.id, "")
        made = super()._row(part, cells, widths, name_width + 30)
        if isinstance(made, RiskRow):
            made.show_mark(mark)
        return made

    def _cell(self, part: Record, field: Field) -> Cell:
        """Severity and likelihood together, before or after the measures; what stays high is marked."""
        if not isinstance(part, DpiaRisk):
            return super()._cell(part, field)
        if field.name == "severity":
            before = _numbers(part.severity, part.likelihood)
            return Cell(_("Before {numbers}", numbers=before) if before else NOTHING)
        after = _numbers(part.residual_severity, part.residual_likelihood)
        if not after:
            return Cell(NOTHING)
        words = _("After {numbers}", numbers=after)
        if is_high(part.residual_severity, part.residual_likelihood):
            return Cell(_("{words}, high risk", words=words), tone="blocking", icon="blocking")
        return Cell(words, tone="ok", icon="ok")


def _numbers(severity: Level | None, likelihood: Level | None) -> str:
    """Severity by likelihood."""
    if severity is None and likelihood is None:
        return ""
    one, other = (str(number_of(level)) if level else "–" for level in (severity, likelihood))
    return f"{one} × {other}"

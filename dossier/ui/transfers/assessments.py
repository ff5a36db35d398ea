"""The impact assessments in the record of a transfer: the steps of the one that counts, and all of them as a list."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal

from dossier.i18n import _
from dossier.law.transfer_ground import Ground, latest_of
from dossier.model.record import Record
from dossier.model.transfer import TransferAssessment
from dossier.ui.desk import Desk
from dossier.ui.records.children import ChildSection
from dossier.ui.transfers.steps import StepList, steps_done
from dossier.ui.widgets.chips import Chip
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column


class AssessmentSection(ChildSection):
    """An assessment opens on a page of its own, and not below its row."""

    asked = Signal(object, str)
    """An assessment, and the field of it to go to."""

    def __init__(self, desk: Desk, new_values: Callable[[], Mapping[str, object]]) -> None:
        super().__init__(TransferAssessment, desk, new_values)
        self.chip = Chip("", "none")
        self.why = Label("", "caption", "text3", wrap=True)
        self.steps = StepList(desk.say)
        self.steps.asked.connect(self._on_step)
        box = self.layout()
        if box:
            box.addWidget(column(flow(self.chip, self.why), self.steps))

    def show_ground(self, ground: Ground) -> None:
        """Whether the mechanism asks for an assessment, and how far the one that counts is."""
        latest = self._latest()
        n = steps_done(latest)
        self.chip.show_state(_("{n} of 6 steps", n=n), "ok" if n == 6 else "minor", "ok" if n == 6 else "clock")
        self.chip.setVisible(latest is not None)
        self.why.setText(_why(ground))
        self.steps.show_assessment(latest)
        self.add_button.setText(_("Assess again") if latest else _("Begin the assessment"))

    def open_part(self, record_id: str, field: str = "") -> None:
        """Ask for the page of an assessment."""
        assessment = self._desk.dossier.get(record_id, TransferAssessment)
        if assessment is not None:
            self.asked.emit(assessment, field)

    def _latest(self) -> TransferAssessment | None:
        record: Record | None = self._record
        return latest_of(self._desk.dossier.children(TransferAssessment, record.id)) if record else None

    def _on_step(self, field: str) -> None:
        """A step of the assessment that counts, or of a new one."""
        if self._latest() is None:
            self.add()
        if latest := self._latest():
            self.open_part(latest.id, field)


def _why(ground: Ground) -> str:
    """Whether an assessment is asked for."""
    if ground.transfer.mechanism is None:
        return _("Every tool of article 46 asks for one.")
    if ground.asks_assessment:
        return _("Asked for by this tool (art. 46): it looks at the law and practice of the country.")
    return _("Not asked for by this mechanism; it prepares the fallback should the ground fall.")

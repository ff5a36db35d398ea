"""The record of one activity: its purposes lead to their balancing tests, its risk to the screening."""

from PySide6.QtWidgets import QWidget

from dossier.i18n import _
from dossier.law.dpia import screening_of
from dossier.model.activity import Activity, Purpose
from dossier.model.catalog import children_of
from dossier.model.dpia import Dpia
from dossier.model.record import Record
from dossier.ui.activities.purposes import PurposeSection
from dossier.ui.desk import Desk
from dossier.ui.dpia.tones import conclusion_cell
from dossier.ui.navigation import Place
from dossier.ui.records.children import ChildSection
from dossier.ui.records.form import Section
from dossier.ui.records.record_view import RecordView
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.chips import Chip
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.layouts import column


class ActivityView(RecordView):
    """Serves all activities in turn."""

    def __init__(self, desk: Desk) -> None:
        self.conclusion = Chip("", "none")
        self.screen_button = Button(_("Does it need a DPIA? Step by step"), "dpia")
        super().__init__(Activity, desk)
        self.screen_button.clicked.connect(self._on_screen)

    def make_parts(self) -> list[ChildSection]:
        kinds = children_of(Activity)
        return [PurposeSection(self._desk) if kind is Purpose else ChildSection(kind, self._desk) for kind in kinds]

    def show_around(self, record: Record) -> None:
        super().show_around(record)
        if isinstance(record, Activity):
            cell = conclusion_cell(screening_of(self._desk.dossier, record), self._desk)
            self.conclusion.show_state(cell.words, cell.tone or "none", cell.icon)

    def _parts(self) -> list[tuple[str, QWidget]]:
        """What the screening comes to stands below the criteria."""
        line = flow(self.conclusion, self.screen_button)
        return [(title, column(part, line) if _holds_criteria(part) else part) for title, part in super()._parts()]

    def _on_screen(self) -> None:
        if self.record:
            self._desk.go_to_place(Place(Dpia.kind.name, self.record.id))


def _holds_criteria(part: QWidget) -> bool:
    return isinstance(part, Section) and any(field.name == "dpia_criteria" for field in part.declared)

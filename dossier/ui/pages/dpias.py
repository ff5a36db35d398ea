"""The page of impact assessments: which processing calls for one, and where each assessment stands."""

from PySide6.QtWidgets import QWidget

from dossier.i18n import _
from dossier.law.dpia import Screening, screening_of, screenings
from dossier.model.activity import Activity
from dossier.model.dpia import Dpia
from dossier.model.record import Record
from dossier.report.parts import SCREENING
from dossier.report.scope import selection_of
from dossier.ui.background import Task
from dossier.ui.desk import Desk, Unwritten
from dossier.ui.dpia.columns import standing_column
from dossier.ui.dpia.screening import ScreeningView
from dossier.ui.dpia.screening_table import ScreeningTable
from dossier.ui.dpia.view import DpiaView
from dossier.ui.export.request import ExportRequest
from dossier.ui.pages.looks_page import RECORDS, LooksPage
from dossier.ui.records.columns import usual_columns
from dossier.ui.records.listing import Listing
from dossier.ui.records.record_view import RecordView
from dossier.ui.widgets.segmented import Option

_SCREENING = "screening"


class DpiasPage(LooksPage):
    """List and record; or all activities with their screening, each of which opens and takes the whole width."""

    def __init__(self, desk: Desk) -> None:
        self._table: ScreeningTable | None = None
        self._screening: ScreeningView | None = None
        self._turn = 0
        super().__init__(Dpia, desk, Option(_SCREENING, _("Screening")))
        if not desk.dossier.count(Dpia) and desk.dossier.count(Activity):
            self.show_other()

    def make_listing(self) -> Listing:
        """Where an assessment stands says more than whether it is required."""
        listing = Listing(Dpia, self.desk, (standing_column(self.desk),))
        if Dpia.kind.name not in self.desk.kept.preferences.columns:
            listing.model.set_columns(name for name in usual_columns(Dpia) if name != "required")
            listing.table.fit_columns()
        return listing

    def make_view(self) -> RecordView:
        view = DpiaView(self.desk)
        self._right.addWidget(view)
        return view

    @property
    def table(self) -> ScreeningTable:
        """All activities with their screening, made when they are first asked for."""
        if self._table is None:
            self._table = ScreeningTable(self.desk)
            self._table.asked.connect(self.show_record)
            self._looks.addWidget(self._table)
        return self._table

    @property
    def screening(self) -> ScreeningView:
        """The guided screening, made when the first is shown."""
        if self._screening is None:
            self._screening = ScreeningView(self.desk)
            self._screening.left.connect(self._on_left)
            self._screening.next_asked.connect(self.show_next)
            self._screening.made.connect(self._on_made)
            self._looks.addWidget(self._screening)
        return self._screening

    def show_other(self) -> None:
        """All activities with their screening; what is being typed is written first."""
        super().show_other()
        self._show_look(_SCREENING, self.table)
        self._reload()

    def seen_request(self) -> ExportRequest:
        """The screening is a chapter; that of one activity tells it alone."""
        if self.look.value != _SCREENING:
            return super().seen_request()
        shown = self.screening.record if self._is_screening() else None
        return ExportRequest((SCREENING,), selection_of([shown] if shown else []))

    def sees_anything(self) -> bool:
        return self.look.value == _SCREENING or super().sees_anything()

    def show_record(self, record_id: str) -> None:
        """An assessment in the list, or the screening of an activity."""
        activity = self.desk.dossier.get(record_id, Activity)
        if not isinstance(activity, Activity):
            self.show_records()
            super().show_record(record_id)
            return
        self.commit()
        self.screening.show_record(activity)
        self._show_look(_SCREENING, self.screening)

    def show_part(self, part: str, field: str = "") -> None:
        if self._is_screening():
            self.screening.form.reach(part, self.screening.area)
        else:
            super().show_part(part, field)

    def show_next(self) -> None:
        """The next activity for which something is left to do, round the register; else the table."""
        dossier, shown = self.desk.dossier, self.screening.record
        activities = dossier.of(Activity)
        place = next((i for i, one in enumerate(activities) if shown and one.id == shown.id), 0)
        following = (*activities[place + 1 :], *activities[:place])
        found = next((one for one in following if screening_of(dossier, one).is_open), None)
        if found:
            self.show_record(found.id)
            self.screening.take_focus()
        else:
            self._on_left()

    def current_record(self) -> Record | None:
        return self.screening.record if self._is_screening() else super().current_record()

    def shows_view(self) -> bool:
        return self.look.value == RECORDS and super().shows_view()

    def add(self) -> None:
        self.show_records()
        super().add()

    def delete(self) -> None:
        """Nothing is deleted in a screening."""
        if self.look.value == RECORDS:
            super().delete()

    def duplicate(self) -> None:
        if self.look.value == RECORDS:
            super().duplicate()

    def focus_filter(self) -> None:
        self.show_records()
        super().focus_filter()

    def commit(self) -> bool:
        written = self._screening.commit() if self._screening else True
        return super().commit() and written

    def unwritten(self) -> list[Unwritten]:
        return [*super().unwritten(), *(self._screening.unwritten() if self._screening else [])]

    def take_focus(self) -> None:
        if self._is_screening():
            self.screening.take_focus()
        elif self.look.value == _SCREENING:
            self.table.take_focus()
        else:
            super().take_focus()

    def show_what_there_is(self) -> None:
        super().show_what_there_is()
        dossier, screens = self.desk.dossier, self.look.value == _SCREENING
        self.look.setVisible(bool(dossier.count(Activity)))
        self.export_button.setVisible(bool(dossier.count(Dpia)) or screens)
        if screens:
            self._body.setCurrentIndex(1)
            self.add_button.setVisible(not self._is_screening())

    def _show_look(self, look: str, shown: QWidget | None) -> None:
        super()._show_look(look, shown)
        self.show_what_there_is()

    def _is_screening(self) -> bool:
        return self.is_seen(self._screening)

    def _refresh_view(self) -> None:
        super()._refresh_view()
        if self.look.value == _SCREENING:
            self._reload()
        if not self._is_screening():
            return
        shown = self.screening.record
        record = self.desk.dossier.get(shown.id, Activity) if shown else None
        if isinstance(record, Activity):
            self.screening.refresh(record)
        else:
            self._on_left()

    def _reload(self) -> None:
        """Screen all activities away from the window's thread; what comes too late is left."""
        self._turn += 1
        turn, dossier = self._turn, self.desk.dossier
        task = Task(lambda _progress: (turn, screenings(dossier)))
        task.done.connect(self._on_screened)  # a method: the page may be gone by then
        task.start()

    def _on_screened(self, found: tuple[int, tuple[Screening, ...]]) -> None:
        turn, told = found
        if turn == self._turn:
            self.table.show_screenings(told)

    def _on_left(self) -> None:
        self.show_other()
        self.take_focus()

    def _on_made(self, record_id: str) -> None:
        self.show_record(record_id)
        self.view.take_focus()

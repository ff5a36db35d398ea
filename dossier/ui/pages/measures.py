"""The page of the security measures: the map of the 25 sheets of the CNIL's guide, and the record of each measure."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from dossier.i18n import _
from dossier.law.security_guide import coverage
from dossier.model.measure import Measure, Operation
from dossier.model.record import Record
from dossier.report.parts import ACTION_PLAN
from dossier.ui.desk import Desk
from dossier.ui.export.request import ExportRequest
from dossier.ui.measures.by_activity import ByActivity
from dossier.ui.measures.levels import edition_words
from dossier.ui.measures.plan import Plan
from dossier.ui.measures.sheet_listing import SheetListing
from dossier.ui.measures.sheet_map import SheetMap
from dossier.ui.measures.summary import Summary
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.records.listing import Listing
from dossier.ui.tokens import S3
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.segmented import Option, Segmented

SHEETS, ACTIVITIES, RECORDS, PLAN = "sheets", "activities", "records", "plan"
_TALL = 760  # pixels of the page from which the names of the groups have room
_ENOUGH = 620  # and the items of a sheet


class MeasuresPage(KindPage):
    """The map stands above the list of a sheet; a measure that is opened takes its place, beside the list."""

    def __init__(self, desk: Desk) -> None:
        self.sheets = SheetListing(desk)
        self.map, self.summary, self.plan = SheetMap(desk), Summary(desk), Plan(desk)
        self.by_activity = ByActivity(desk)
        super().__init__(Measure, desk)
        self.map.asked.connect(self.show_sheet)
        self.sheets.head.all_asked.connect(lambda: self.show_sheet(None))
        self.sheets.sheet_left.connect(self._show_coverage)
        self.sheets.table.clicked.connect(self._on_clicked)
        self.question.setText(edition_words(desk))
        self.show_look(SHEETS)

    def make_listing(self) -> Listing:
        return self.sheets

    def make_actions(self) -> list[QWidget]:
        looks = [Option(SHEETS, _("Sheets")), Option(ACTIVITIES, _("Activities"))]
        looks += [Option(RECORDS, _("Measures")), Option(PLAN, _("To do"))]
        self.look = Segmented(looks, SHEETS)
        self.look.changed.connect(self._on_look)
        return [self.look, *super().make_actions()]

    def list_and_record(self) -> QWidget:
        self._lower = super().list_and_record()
        return column(self.summary, self.map, (self._lower, 1), (self.by_activity, 1), (self.plan, 1), gap=S3)

    def new_record(self) -> Record:
        """A measure of the sheet that is chosen."""
        return super().new_record().with_(sheet=self.sheets.sheet)

    def show_look(self, look: str) -> None:
        """The map with the list below it, the activities, the list with the record beside it, or what remains."""
        self.look.set_value(look)
        for part in (self.map, self.summary):
            part.setVisible(look == SHEETS)
        self._lower.setVisible(look in (SHEETS, RECORDS))
        self.by_activity.setVisible(look == ACTIVITIES)
        self.plan.setVisible(look == PLAN)
        self._reload_what_is_seen()
        self._sheet.setVisible(look == RECORDS)
        self.sheets.show_filters(look == RECORDS)
        self.show_exportable()
        self._fit()
        self.sheets.table.fit_columns()

    def seen_request(self) -> ExportRequest:
        """What remains to be done is a chapter; the activities are looked at by all measures."""
        if self.look.value == PLAN:
            return ExportRequest((ACTION_PLAN,))
        return ExportRequest((Measure,)) if self.look.value == ACTIVITIES else super().seen_request()

    def sees_anything(self) -> bool:
        return self.look.value in (PLAN, ACTIVITIES) or super().sees_anything()

    def show_sheet(self, number: int | None) -> None:
        """The measures of a sheet, or all of them."""
        self.sheets.show_sheet(number)
        self._show_coverage()

    def show_asked(self, asked: object) -> None:
        """The sheet of a number, below the map."""
        if isinstance(asked, int):
            self.show_look(SHEETS)
            self.show_sheet(asked)
        else:
            super().show_asked(asked)

    def shows_view(self) -> bool:
        return self.look.value == RECORDS and super().shows_view()

    def show_record(self, record_id: str) -> None:
        """Show a measure beside the list; one that is gone changes nothing."""
        if self.desk.dossier.get(record_id, Measure) is not None:
            self.show_look(RECORDS)
        super().show_record(record_id)

    def show_selected(self) -> None:
        """Under the map a chosen row is opened by Enter or a click."""
        if self.look.value == RECORDS:
            super().show_selected()

    def open_form(self) -> None:
        self._open_chosen()
        super().open_form()

    def delete(self) -> None:
        self._open_chosen()
        super().delete()

    def focus_filter(self) -> None:
        self.show_records()
        super().focus_filter()

    def show_records(self) -> None:
        """The list with the record of its chosen row."""
        self.show_look(RECORDS)
        self.show_selected()

    def take_focus(self) -> None:
        if self.look.value == SHEETS and self.desk.dossier.count(Measure):
            self.map.take_focus()
        elif self.look.value == ACTIVITIES and self.desk.dossier.count(Measure):
            self.by_activity.take_focus()
        elif self.look.value == PLAN and self.desk.dossier.count(Measure):
            self.plan.take_focus()
        else:
            super().take_focus()

    def show_what_there_is(self) -> None:
        super().show_what_there_is()
        some = bool(self.desk.dossier.count(Measure))
        self.look.setVisible(some)
        self._show_coverage()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What can be left out of a small window leaves its room to the list."""
        self.map.show_groups(self.height() >= _TALL)
        self.sheets.head.items.setVisible(self.look.value == SHEETS and self.height() >= _ENOUGH)

    def _show_coverage(self) -> None:
        measures = self.desk.dossier.of(Measure)
        found = coverage(measures, self.desk.dossier.of(Operation))
        self.map.show_coverage(found)
        self.summary.show_coverage(found)
        self._reload_what_is_seen()
        number = self.sheets.sheet
        self.map.show_sheet(number)
        if number is None:
            self.sheets.head.show_all(len(measures))
        else:
            self.sheets.head.show_sheet(found.sheets[number - 1])

    def _reload_what_is_seen(self) -> None:
        if self.look.value == ACTIVITIES:
            self.by_activity.reload()
        elif self.look.value == PLAN:
            self.plan.reload()

    def _open_chosen(self) -> None:
        chosen = self.sheets.chosen()
        if self.look.value == SHEETS and len(chosen) == 1:
            self.show_record(chosen[0].id)

    def _on_clicked(self, index: QModelIndex) -> None:
        if self.look.value == SHEETS and QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self.show_record(self.sheets.model.record_at(index.row()).id)
            super().take_focus()

    def _on_look(self, look: str) -> None:
        self.commit()
        if look == RECORDS:
            self.show_records()
        else:
            self.show_look(look)
        self.take_focus()

"""The page of transfers: where data go, on which ground, and whether it still holds."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from dossier.i18n import _
from dossier.law.implied_transfers import Implied
from dossier.law.transfer_countries import CountryRow
from dossier.model.transfer import Transfer, TransferAssessment
from dossier.ui.background import Task
from dossier.ui.desk import Desk, Unwritten
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.records.columns import usual_columns
from dossier.ui.records.listing import Listing
from dossier.ui.records.record_view import RecordView
from dossier.ui.tokens import S4
from dossier.ui.transfers.around import Around, Facts, facts_of
from dossier.ui.transfers.assessment import AssessmentView
from dossier.ui.transfers.columns import STATED, ground_columns
from dossier.ui.transfers.proposed import ProposedList
from dossier.ui.transfers.view import TransferView
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.scroll import keep_gutter, scroll
from dossier.work.transfer_edits import creation_of

_LEFT, _RECORD = 1, 1  # how the list with what stands below it and the record share the width
_LIST, _AROUND = 6, 5
_NAMES = 130  # pixels that the names of transfers keep: the states and countries beside them are as telling


class TransfersPage(KindPage):
    """List and record; an impact assessment takes the whole width, and one press leads back to its transfer."""

    def __init__(self, desk: Desk) -> None:
        self._where = QStackedWidget()
        self._assessment: AssessmentView | None = None
        self._turn = 0
        self.around = Around(desk)
        super().__init__(Transfer, desk)
        self.around.creation_asked.connect(self.record_implied)
        self.around.country_asked.connect(self._on_country)
        self._look()

    def make_listing(self) -> Listing:
        """What the columns of the page say needs no column of its own, unless it is asked for."""
        listing = Listing(Transfer, self.desk, ground_columns(self.desk))
        listing.table.least_stretch = _NAMES
        if Transfer.kind.name not in self.desk.kept.preferences.columns:
            listing.model.set_columns(name for name in usual_columns(Transfer) if name not in STATED)
        listing.table.fit_columns()
        return listing

    def _empty(self) -> QWidget:
        """What the registers imply is proposed as the first transfer too."""
        self.first_proposed = ProposedList(self.desk)
        self.first_proposed.asked.connect(self.record_implied)
        self.first = Card(_("Proposed by the registers")).add(self.first_proposed)
        self.first.hide()
        area = scroll(column(super()._empty(), self.first, None, gap=S4))
        keep_gutter(area, S4, 0)
        return area

    def list_and_record(self) -> QWidget:
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S4)
        if self.listing:
            layout.addWidget(column((self.listing, _LIST), (self.around, _AROUND), gap=S4), _LEFT)
        layout.addWidget(Card(padding=0).add((self._right, 1)), _RECORD)
        self._where.addWidget(holder)
        return self._where

    def make_view(self) -> RecordView:
        view = TransferView(self.desk)
        view.assessments.asked.connect(self.show_assessment)
        self._right.addWidget(view)
        return view

    @property
    def assessment(self) -> AssessmentView:
        """The page of an assessment, made when the first is shown."""
        if self._assessment is None:
            self._assessment = AssessmentView(self.desk)
            self._assessment.left.connect(self.show_transfer)
            self._where.addWidget(self._assessment)
        return self._assessment

    def show_assessment(self, assessment: TransferAssessment, field: str = "") -> None:
        """The guided page of an impact assessment, at one of its steps."""
        self.commit()
        self.assessment.show_record(assessment)
        self._where.setCurrentWidget(self.assessment)
        self.add_button.hide()
        self.assessment.go_to_step(field)

    def show_transfer(self) -> None:
        """Back from an assessment to its transfer."""
        self.commit()
        self._where.setCurrentIndex(0)
        self.show_what_there_is()
        if self.isVisible() and self._view:
            self.view.go_to_parts(self.view.children_sections[0])

    def show_record(self, record_id: str) -> None:
        self._where.setCurrentIndex(0)
        super().show_record(record_id)

    def record_implied(self, implied: Implied) -> None:
        """Record a transfer that the registers imply, and show it."""
        if not self.can_write:
            return
        self.commit()
        written = self.desk.history.do(creation_of(implied, self.desk.clock()))
        if written:
            self.show_record(written.changes[0].record.id)

    def commit(self) -> bool:
        written = self._assessment.commit() if self._assessment else True
        return super().commit() and written

    def unwritten(self) -> list[Unwritten]:
        return [*super().unwritten(), *(self._assessment.unwritten() if self._assessment else [])]

    def take_focus(self) -> None:
        if self._is_assessing():
            self.assessment.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    def show_what_there_is(self) -> None:
        super().show_what_there_is()
        if self._is_assessing():
            self.add_button.hide()

    def _is_assessing(self) -> bool:
        return self._assessment is not None and self._where.currentWidget() is self._assessment

    def _refresh_view(self) -> None:
        super()._refresh_view()
        self._look()
        shown = self._assessment.record if self._assessment else None
        if self._assessment is None or shown is None:
            return
        record = self.desk.dossier.get(shown.id, TransferAssessment)
        if isinstance(record, TransferAssessment):
            self._assessment.refresh(record)
        elif self._is_assessing():
            self.show_transfer()

    def _look(self) -> None:
        """Compute what stands below the list, away from the window's thread; what comes too late is left."""
        self._turn += 1
        turn, dossier, today = self._turn, self.desk.dossier, self.desk.clock().date()
        task = Task(lambda _progress: (turn, facts_of(dossier, today)))
        task.done.connect(self._on_facts)  # a method: the page may be gone by then
        task.start()

    def _on_facts(self, found: tuple[int, Facts]) -> None:
        turn, facts = found
        if turn == self._turn:
            self.around.show_facts(facts)
            self.first_proposed.show_implied(facts.implied)
            self.first.setVisible(bool(facts.implied))

    def _on_country(self, row: CountryRow) -> None:
        """Show the first transfer to a country."""
        if row.grounds:
            self.show_record(row.grounds[0].transfer.id)

"""The page of exchanges with the authority: by when each is to be answered, and how far the answer is."""

from PySide6.QtCore import Qt

from dossier.i18n import _, _n
from dossier.law.authority_clock import clock_in
from dossier.model.evidence import AuthorityExchange
from dossier.ui.authority.due_column import due_column
from dossier.ui.authority.view import ExchangeView
from dossier.ui.desk import Desk
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.records.columns import usual_columns
from dossier.ui.records.listing import Listing
from dossier.ui.records.record_view import RecordView

_DUE = 1  # the column after the name
_TOLD = "due_on"  # what the column of the page says besides


class AuthorityPage(KindPage):
    """List and record; the head counts what is to be answered and what is late."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(AuthorityExchange, desk)

    def make_listing(self) -> Listing:
        """What is to be answered first stands first."""
        listing = Listing(AuthorityExchange, self.desk, (due_column(self.desk),))
        if AuthorityExchange.kind.name not in self.desk.kept.preferences.columns:
            listing.model.set_columns(name for name in usual_columns(AuthorityExchange) if name != _TOLD)
        listing.table.fit_columns()
        listing.table.horizontalHeader().setSortIndicator(_DUE, Qt.SortOrder.AscendingOrder)
        return listing

    def make_view(self) -> RecordView:
        view = ExchangeView(self.desk)
        self._right.addWidget(view)
        return view

    def show_what_there_is(self) -> None:
        super().show_what_there_is()
        dossier, today = self.desk.dossier, self.desk.clock().date()
        clocks = [clock_in(dossier, one) for one in dossier.of(AuthorityExchange)]
        awaited, late = sum(one.awaits for one in clocks), sum(one.is_late(today) for one in clocks)
        told = [_n("{n} exchange", "{n} exchanges", len(clocks)), _n("{n} to answer", "{n} to answer", awaited)]
        told += [_n("{n} late", "{n} late", late)] if late else []
        if self.listing:
            self.listing.table.viewport().update()  # a question alone changes what its exchange's row says
        self.question.setText(_("Answered within the time that is stated (art. 31): {counts}", counts=", ".join(told)))

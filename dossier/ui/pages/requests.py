"""The page of requests of data subjects: by when each is to be answered, and the next step of one of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dossier.i18n import _, _n
from dossier.model.request import Request
from dossier.ui.attention import open_requests
from dossier.ui.desk import Desk
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.records.columns import usual_columns
from dossier.ui.records.listing import Listing
from dossier.ui.records.record_view import RecordView
from dossier.ui.records.status_filter import BY_OPENNESS
from dossier.ui.requests.due_column import Clocks, due_column
from dossier.ui.requests.view import RequestView
from dossier.ui.side import REQUEST_STATISTICS
from dossier.ui.widgets.buttons import Button

_DUE = 1  # the column after the name
_PLACES = {"state": 0, "status": 2}  # of the columns: the others stand between


class RequestsPage(KindPage):
    """List and record; the head counts what is open and what is late."""

    def __init__(self, desk: Desk) -> None:
        self._clocks = Clocks(desk)
        super().__init__(Request, desk)

    def make_listing(self) -> Listing:
        """What is to be answered first stands first; where a request stands says more than whether it is a draft."""
        listing = Listing(Request, self.desk, (due_column(self.desk, self._clocks),), BY_OPENNESS)
        if Request.kind.name not in self.desk.kept.preferences.columns:
            listing.model.set_columns(sorted(usual_columns(Request), key=lambda name: _PLACES.get(name, 1)))
            listing.table.fit_columns()
        listing.table.horizontalHeader().setSortIndicator(_DUE, Qt.SortOrder.AscendingOrder)
        return listing

    def make_actions(self) -> list[QWidget]:
        self.statistics_button = Button(_("Statistics"), "statistics")
        self.statistics_button.clicked.connect(lambda: self.desk.go_to_page(REQUEST_STATISTICS))
        return [self.statistics_button, *super().make_actions()]

    def make_view(self) -> RecordView:
        view = RequestView(self.desk)
        self._right.addWidget(view)
        return view

    def show_what_there_is(self) -> None:
        super().show_what_there_is()
        dossier, today = self.desk.dossier, self.desk.clock().date()
        still_open = open_requests(dossier)
        late = sum(self._clocks.of(one).is_late(today) for one in still_open)
        told = [_n("{n} request", "{n} requests", dossier.count(Request)), _n("{n} open", "{n} open", len(still_open))]
        told += [_n("{n} late", "{n} late", late)] if late else []
        if self.listing:
            self.listing.table.viewport().update()  # a suspension alone changes what its request's row says
        self.question.setText(_("Answered within one month (art. 12(3)): {counts}", counts=", ".join(told)))

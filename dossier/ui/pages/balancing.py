"""The page of balancing tests: which purposes rest on legitimate interests, and the guided test of one of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from dossier.i18n import _, _n
from dossier.law.balancing import BalanceState, balanced_purposes, state_of
from dossier.model.activity import Activity, Purpose
from dossier.model.record import Record
from dossier.store.edit import Edit
from dossier.ui.balancing.table import BalancesTable
from dossier.ui.balancing.view import BalancingView
from dossier.ui.desk import Desk, Unwritten
from dossier.ui.tokens import S3, S4
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.empty import EmptyState
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.page import PageFrame

_LIST, _TEST = 10, 13  # how the list and the test share the width


class BalancingPage(PageFrame):
    """List and test; a purpose whose basis changes leaves the list, and its test stays in the record."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.table, self.view = BalancesTable(desk), BalancingView(desk)
        self.counts = Label("", "strong", wrap=True)
        self._body = QStackedWidget()
        question = _("Does the interest pursued weigh more than the rights of the persons (art. 6(1)(f))?")
        super().__init__(_("Balancing tests"), question, self._body)
        self._body.addWidget(self._empty())
        self._body.addWidget(self._list_and_test())
        self.focus_me = self.table
        self.table.asked.connect(lambda purpose: self.show_record(purpose.id))
        desk.history.changed.connect(self._on_changed)
        self._show()

    def _empty(self) -> Card:
        why = _(
            "A purpose that rests on legitimate interests stands here with its test; "
            "its basis is chosen in its activity."
        )
        self._first = Button(_("Open: {kinds}", kinds=_(Activity.kind.menu)), "activities", "primary")
        self._first.clicked.connect(lambda: self.desk.go_to_page(Activity.kind.name))
        return Card().add(EmptyState("scale", _("No purpose rests on legitimate interests"), why, self._first))

    def _list_and_test(self) -> QWidget:
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S4)
        counted = column(self.counts, margins=(S3, S3, S3, S3))
        layout.addWidget(Card(padding=1).add(counted, (self.table, 1)), _LIST)
        layout.addWidget(Card(padding=0).add((self.view, 1)), _TEST)
        return holder

    def show_record(self, record_id: str) -> None:
        """Show the test of a purpose; one that is gone changes nothing."""
        self._show()
        purpose = self.desk.dossier.get(record_id, Purpose)
        if isinstance(purpose, Purpose):
            self._body.setCurrentIndex(1)
            self.view.show_record(purpose)
            self.table.choose(record_id)

    def show_part(self, part: str, field: str = "") -> None:
        self.view.go_to_step(part)

    def current_record(self) -> Record | None:
        return self.view.record

    def commit(self) -> bool:
        return self.view.commit()

    def unwritten(self) -> list[Unwritten]:
        return self.view.unwritten()

    def take_focus(self) -> None:
        stop = self.table if self._body.currentIndex() else self._first
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        self._show()
        super().showEvent(event)

    def _on_changed(self, _edit: Edit | None) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        """The list as it stands, and the test that is shown, or the first one."""
        purposes = balanced_purposes(self.desk.dossier)
        self.table.show_purposes(purposes)
        left = sum(state_of(one) is not BalanceState.MADE for one in purposes)
        told = [_n("{n} purpose", "{n} purposes", len(purposes)), _n("{n} test left", "{n} tests left", left)]
        self.counts.setText(" · ".join(told))
        shown = self.desk.dossier.get(self.view.record.id, Purpose) if self.view.record else None
        if isinstance(shown, Purpose):
            self.view.refresh(shown)
        elif self.table.lines.about:
            self.view.show_record(self.table.lines.about[0])
        self._body.setCurrentIndex(1 if purposes or isinstance(shown, Purpose) else 0)
        if self.view.record:
            self.table.choose(self.view.record.id)

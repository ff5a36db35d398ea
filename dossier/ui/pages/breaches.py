"""The page of the breach log: the list of all breaches, and the page of one of them."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from dossier.i18n import _, _n
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.ui.attention import open_breaches
from dossier.ui.background import Progress, Task
from dossier.ui.breach.clock_column import clock_column
from dossier.ui.breach.next_step import NextStep
from dossier.ui.breach.view import BreachView
from dossier.ui.desk import Desk
from dossier.ui.dialogs.files import PDF, ask_where
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.records.listing import Listing
from dossier.ui.records.record_view import RecordView
from dossier.ui.records.status_filter import BY_OPENNESS
from dossier.ui.side import STATISTICS
from dossier.ui.tokens import PAGE_MARGIN, S4
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card

_LIST, _SELECTED = 10, 7  # how the list and what can be done with several breaches share the width
_INCIDENT = "incident"
"""What a page asks the window to do."""


class BreachesPage(KindPage):
    """A breach is shown alone, over the whole width; the list comes back with one button."""

    to_the_edge = True

    def __init__(self, desk: Desk) -> None:
        self._where = QStackedWidget()
        self._breach_view: BreachView | None = None
        super().__init__(Breach, desk)
        if self.listing:
            self.listing.table.clicked.connect(self._on_clicked)

    def make_listing(self) -> Listing:
        return Listing(Breach, self.desk, (clock_column(self.desk),), BY_OPENNESS)

    def make_actions(self) -> list[QWidget]:
        self.all_button = Button(_("All breaches"), "back", "quiet")
        self.all_button.clicked.connect(self.show_list)
        self.pdf_button = Button(_("PDF sheet"), "export")
        self.pdf_button.clicked.connect(self._on_pdf)
        self.statistics_button = Button(_("Statistics"), "statistics")
        self.statistics_button.clicked.connect(lambda: self.desk.go_to_page(STATISTICS))
        self.next_step = NextStep(self.desk)
        super().make_actions()
        self.add_button.setText(_("Log an incident"))
        self.add_button.show_icon("breaches")
        self.add_button.setToolTip("")
        self.add_button.setEnabled(True)  # it is never refused: it waits on this computer
        buttons = (self.all_button, self.pdf_button, self.statistics_button, self.export_button)
        return [*buttons, self.next_step, self.add_button]

    def list_and_record(self) -> QWidget:
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, PAGE_MARGIN, S4)
        layout.setSpacing(S4)
        if self.listing:
            layout.addWidget(self.listing, _LIST)
        self._selected = Card(padding=0).add((self._right, 1))
        self._selected.hide()
        layout.addWidget(self._selected, _SELECTED)
        self._where.addWidget(holder)
        return self._where

    def make_view(self) -> RecordView:
        self._breach_view = BreachView(self.desk)
        self._breach_view.advanced.connect(self._on_advanced)
        self._where.addWidget(self._breach_view)
        return self._breach_view

    def shows_view(self) -> bool:
        return self._breach_view is not None and self._where.currentWidget() is self._breach_view

    def show_record(self, record_id: str) -> None:
        """Show a breach; one that is gone changes nothing."""
        self.catch_up()
        record = self.desk.dossier.get(record_id, Breach)
        if record is not None:
            self.show_view(record)

    def show_view(self, record: Record) -> None:
        self.view.show_record(record)
        self._where.setCurrentWidget(self.view)
        self._show_actions()

    def show_list(self) -> None:
        """All breaches; the one that was shown is the selected row."""
        self.commit()
        shown = self.current_record()
        self._where.setCurrentIndex(0)
        self._show_actions()
        if self.listing and shown and self.listing.model.row_of(shown.id) >= 0:
            self.listing.choose(shown.id)
        if self.listing and self.isVisible():
            self.listing.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_nothing(self) -> None:
        """The breach that was shown is gone, or nothing is selected in the list."""
        self._selected.hide()
        if self._where.currentIndex():
            self.show_list()

    def show_selected(self) -> None:
        """One selected row is opened by Enter or a click; what can be done with several stands beside them."""
        chosen = self.listing.chosen() if self.listing else []
        self._selected.setVisible(len(chosen) > 1)
        if len(chosen) > 1:
            self.bulk.show_records(chosen)
            self._right.setCurrentWidget(self.bulk)

    def open_form(self) -> None:
        chosen = self.listing.chosen() if self.listing else []
        if len(chosen) == 1:
            self.show_view(chosen[0])
            self.take_focus()
        else:
            super().open_form()

    def add(self) -> None:
        """On the page of a breach, a note for its timeline; in the list, an incident, which is never refused."""
        if self._breach_view and self.shows_view():
            self._breach_view.focus_note()
        else:
            self.desk.go_to_page(_INCIDENT)

    def delete(self) -> None:
        """The page of a breach asks for the reason; several are asked for one reason beside the list."""
        chosen = self.listing.chosen() if self.listing else []
        if self.can_write and not self.shows_view() and len(chosen) == 1:
            self.show_view(chosen[0])
        super().delete()

    def take_focus(self) -> None:
        """On the page of a breach the keyboard is where reading begins, and a key pressed by mistake does no harm."""
        if self.shows_view():
            self.all_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    def show_what_there_is(self) -> None:
        super().show_what_there_is()
        breaches, still_open = self.desk.dossier.count(Breach), len(open_breaches(self.desk.dossier))
        logged = _n("{n} breach", "{n} breaches", breaches)
        ongoing = _n("{n} open", "{n} open", still_open)
        self.question.setText(_("Register of article 33(5): {breaches}, {open}", breaches=logged, open=ongoing))
        self._show_actions()

    def _show_actions(self) -> None:
        shown = self.shows_view()
        for button in (self.all_button, self.pdf_button):
            button.setVisible(shown)
        self.next_step.show_next(self._breach_view if shown else None)
        for button in (self.add_button, self.statistics_button, self.export_button):
            button.setVisible(not shown and self._body.currentIndex() == 1)

    def _on_pdf(self) -> None:
        breach, folder = self.current_record(), self.desk.history.store.path.parent
        if breach is None or not self.commit():
            return
        target = ask_where(self, _("Place of the PDF"), folder / f"{breach.reference}{PDF}")
        if target is not None:
            self.write_sheet(target)

    def write_sheet(self, target: Path) -> None:
        """Write the sheet of the breach that is shown as an authority may see it, off the window's thread."""
        breach, dossier, now = self.current_record(), self.desk.dossier, self.desk.clock()
        if breach is None:
            return
        task = Task(lambda progress: _write_sheet(dossier, breach, target, now, progress))
        task.done.connect(lambda _exported: self.desk.said.emit("ok", _("The sheet is in {path}.", path=target)))
        task.failed.connect(lambda sentence: self.desk.said.emit("major", sentence))
        task.start()

    def _on_advanced(self) -> None:
        self._show_actions()

    def _on_clicked(self, index: QModelIndex) -> None:
        """A plain click opens a breach; with Ctrl or Shift it selects several."""
        if self.listing and QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self.show_view(self.listing.model.record_at(index.row()))
            self.take_focus()


def _write_sheet(dossier: Dossier, breach: Record, target: Path, now: datetime, progress: Progress) -> object:
    from dossier.report.scope import Scope
    from dossier.work.export import export_record  # brings the typesetting

    return export_record(dossier, breach, target, Scope(dossier.content_language, now), progress)

"""Everything that is due, in one list or month by month; each leads to where it is answered."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from dossier.i18n import N_, _, _n
from dossier.law.due import Due, Subject
from dossier.ui.background import Task
from dossier.ui.deadlines.arranging import Arranged, Asked, arranged
from dossier.ui.deadlines.month import MonthView
from dossier.ui.deadlines.table import DeadlineTable
from dossier.ui.deadlines.telling import go_to
from dossier.ui.desk import Desk
from dossier.ui.dialogs.files import ICS, ask_where
from dossier.ui.tokens import S3, S4
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.inputs import fit_into_form
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.page import PageFrame
from dossier.ui.widgets.search_field import SearchField
from dossier.ui.widgets.segmented import Option, Segmented
from dossier.work.calendars import export_calendar

LIST, MONTHS = "list", "months"
_TYPING = 120  # milliseconds after the last letter of the filter
_NAME = N_("deadlines")


class DeadlinesPage(PageFrame):
    """What was found last is arranged away from the window's thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._stale, self._turn = desk, True, 0
        self._found: Arranged | None = None
        self.look = Segmented([Option(LIST, _("List")), Option(MONTHS, _("Months"))], LIST)
        self.filter = SearchField(_("Filter: record, reference, article…"))
        self.filter.setMinimumWidth(250)
        self.subject = self._subjects()
        self.count = Label("", "caption", "text3")
        self.table, self.months = DeadlineTable(), MonthView(desk)
        self.nothing = Label(_("The dossier is being looked through…"), "body", "text2", wrap=True)
        self.export_button = Button(_("For your calendar…"), "export", tip=_("Save what is listed as an .ics file"))
        self._looks = QStackedWidget()
        self._empty = Card().add(self.nothing, None)
        self._list = Card(padding=1).add(self.table)
        for one in (self._empty, self._list, self.months):
            self._looks.addWidget(one)
        controls = row((self.filter, 1), self.subject, self.count, gap=S3)
        question = _("What is due, by when, and on which ground")
        super().__init__(
            _("Deadlines"), question, column(controls, (self._looks, 1), gap=S4), [self.look, self.export_button]
        )
        self._connect()

    def _subjects(self) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(_("Topic"))
        combo.addItem(_("All topics"), "")
        for one in Subject:
            combo.addItem(_(one.label), one.value)
        fit_into_form(combo)
        return combo

    def _connect(self) -> None:
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.timeout.connect(self.refresh)
        self.filter.textChanged.connect(lambda: self._typing.start(_TYPING))
        self.subject.currentIndexChanged.connect(self.refresh)
        self.look.changed.connect(self._on_look)
        self.months.list_asked.connect(lambda: self.show_look(LIST))
        self.table.asked.connect(lambda due: go_to(self._desk, due))
        self.export_button.clicked.connect(self.export)
        self._desk.watch.found.connect(self._on_found)
        self._desk.watch.begin()

    def focus_filter(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def take_focus(self) -> None:
        if self._looks.currentWidget() is self.months:
            self.months.take_focus()
        elif self._looks.currentWidget() is self._list:
            self.table.setFocus()
        else:
            self.filter.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Arrange what was found last as it is asked for now."""
        agenda, now, say = self._desk.watch.agenda, self._desk.clock(), self._desk.say
        if agenda is None:
            return
        self._stale, self._turn = False, self._turn + 1
        turn, asked = self._turn, Asked(self.subject.currentData() or "", self.filter.text())
        task = Task(lambda _progress: arranged(agenda.due, asked, now, say))
        task.done.connect(lambda found: self._on_arranged(turn, found))
        task.start()

    def show_look(self, look: str) -> None:
        """The list, or the months."""
        self.look.set_value(look)
        self._show_what_there_is()

    def export(self) -> None:
        """Save what is listed as a file for calendars."""
        due = self._found.due if self._found else ()
        target = ask_where(self, _("For your calendar"), self._desk.history.store.path.with_name(f"{_(_NAME)}{ICS}"))
        if target is not None:
            self._save(due, target)

    def _save(self, due: tuple[Due, ...], target: Path) -> None:
        say, now = self._desk.say, self._desk.clock()
        task = Task(lambda _progress: export_calendar(due, target, say, now))
        told = _n("{n} deadline is in {path}.", "{n} deadlines are in {path}.", len(due), path=target)
        task.done.connect(lambda _nothing: self._desk.said.emit("ok", told))
        task.failed.connect(lambda sentence: self._desk.said.emit("major", sentence))
        task.start()

    def _on_look(self) -> None:
        self._show_what_there_is()
        self.take_focus()

    def _on_found(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _on_arranged(self, turn: int, found: Arranged) -> None:
        if turn != self._turn:
            return  # something else is asked for meanwhile
        is_first, self._found = self._found is None, found
        self.table.show_arranged(found)
        self.months.show_due(found.due)
        self.count.setText(_n("{n} deadline", "{n} deadlines", len(found.due)))
        self._show_what_there_is()
        if is_first and self.filter.hasFocus() and not self.filter.text():
            self.take_focus()  # the page was opened before anything was found

    def _show_what_there_is(self) -> None:
        found = self._found
        self.export_button.setEnabled(bool(found and found.due))
        if found and not found.due:
            asked = self.filter.text() or self.subject.currentData()
            empty = _(
                "Nothing in this dossier is due. Breaches, requests, contracts, reviews and actions stand here as soon "
                "as they have a date."
            )
            self.nothing.setText(_("Nothing agrees with the filter.") if asked else empty)
        shown: QWidget = self._empty
        if found and (found.due or self.look.value == MONTHS):
            shown = self.months if self.look.value == MONTHS else self._list
        self._looks.setCurrentWidget(shown)

"""The retention schedule: how long every activity keeps what, beside the law and the CNIL, and the purges of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget

from dossier.i18n import N_, _
from dossier.law.retention_schedule import Comparison
from dossier.law.retention_words import kept_words
from dossier.model.activity import Activity, Retention
from dossier.model.measure import Operation
from dossier.model.record import Record
from dossier.model.vocabulary_procedures import OperationType
from dossier.ui.background import Task
from dossier.ui.desk import Desk
from dossier.ui.navigation import place_of
from dossier.ui.records.editor import only_shown
from dossier.ui.retention.details import Details
from dossier.ui.retention.lines import ALL, PURGE_LATE, ScheduleLine, asked_for, counts_of, lines_of, pressing_words
from dossier.ui.retention.table import ScheduleTable
from dossier.ui.tokens import S3, S4
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.empty import EmptyState
from dossier.ui.widgets.inputs import fit_into_form
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.page import PageFrame
from dossier.ui.widgets.search_field import SearchField
from dossier.work import edits

_TABLE, _DETAILS = 5, 2
_CHOICES = {
    ALL: N_("All"),
    **{one.value: one.label for one in Comparison},
    PURGE_LATE: N_("Purge overdue or never noted"),
}


class RetentionPage(PageFrame):
    """Worked out away from the window's thread whenever it is seen after a change."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._turn, self._stale, self._wanted = desk, 0, True, ""
        self._lines: Sequence[ScheduleLine] = ()
        self.filter, self.shown = SearchField(_("Filter: data, activity, source…")), QComboBox()
        self.table, self.details = ScheduleTable(), Details(desk)
        self._body = QStackedWidget()
        self._body.addWidget(self._empty())
        self._body.addWidget(column((self._schedule(), _TABLE), (self.details, _DETAILS), gap=S4))
        super().__init__(_("Retention schedule"), "", self._body)
        self.details.note_button.setEnabled(not desk.history.store.is_read_only)
        self._connect()
        self._fill_choices()
        self._show_lines()

    def _schedule(self) -> Card:
        self.shown.setAccessibleName(_("Lines shown"))
        fit_into_form(only_shown(self.shown))
        self._none = column(Label(_("Nothing agrees with the filter."), "body", "text3"), margins=(S3, 0, S3, S3))
        controls = row((self.filter, 3), (self.shown, 2), margins=(S3, S3, S3, 0))
        return Card(padding=1, gap=S3).add(controls, self._none, (self.table, 1))

    def _empty(self) -> Card:
        why = _("The periods of every activity stand here beside what the law and the CNIL say, once one is recorded.")
        self._first = Button(_("Open: {kinds}", kinds=_(Activity.kind.menu)), "activities", "primary")
        self._first.clicked.connect(lambda: self._desk.go_to_page(Activity.kind.name))
        return Card().add(EmptyState("retention", _("No activity is recorded."), why, self._first))

    def _connect(self) -> None:
        self.details.note_button.clicked.connect(self.add)
        self.details.open_button.clicked.connect(self.open_chosen)
        self.details.proof.clicked.connect(self._on_proof)
        self.filter.textChanged.connect(self._show_lines)
        self.shown.activated.connect(self._show_lines)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self.open_chosen)
        self._desk.history.changed.connect(self._on_changed)

    def current_record(self) -> Record | None:
        """What the chosen line is about."""
        found = self.table.row()
        return found.about if found else None

    def show_record(self, record_id: str) -> None:
        """Choose the line about a retention or an activity, as soon as it is there."""
        self._wanted = record_id
        self.table.choose(record_id)

    def add(self) -> None:
        """A purge of what the chosen line is about, done today until another day is written, ready for its evidence."""
        found = self.table.row()
        if found is None or found.about is None or self._desk.history.store.is_read_only:
            return
        now = self._desk.clock()
        made = edits.new_record(Operation, now).with_(
            name=_("Purge: {what}", what=kept_words(found, self._desk.say)),
            type=OperationType.PURGE,
            done_on=now.date(),
            about=(found.about.id,),
        )
        if written := self._desk.history.do(edits.creation(made)):
            self._desk.go_to_place(place_of(written.changes[0].record, self._desk.dossier, "evidence"))

    def open_chosen(self) -> None:
        """The retention in the form of its activity, or the activity where one is to be added."""
        found = self.table.row()
        if found and found.activity and found.retention:
            self._desk.go_to(found.retention)
        elif found and found.activity:
            self._desk.go_to_place(place_of(found.activity, self._desk.dossier, Retention.kind.name))

    def focus_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def take_focus(self) -> None:
        stop = self.table if self._body.currentIndex() else self._first
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._look()

    def _on_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        """What comes too late is left."""
        self._stale, self._turn = False, self._turn + 1
        turn, dossier, today, say = self._turn, self._desk.dossier, self._desk.clock().date(), self._desk.say
        task = Task(lambda _progress: (turn, lines_of(dossier, today, say)))
        task.done.connect(self._on_lines)  # a method: the page may be gone by then
        task.start()

    def _on_lines(self, found: tuple[int, Sequence[ScheduleLine]]) -> None:
        turn, lines = found
        if turn == self._turn:
            self._lines = lines
            self._fill_choices()
            self._show_lines()

    def _show_lines(self) -> None:
        """What the filter asks for; the chosen line stays chosen where it is still shown."""
        about = self.current_record()
        lines = asked_for(self._lines, self.shown.currentData(), self.filter.text())
        self.table.show_lines(lines, self._wanted or (about.id if about else ""))
        self._wanted = "" if lines else self._wanted
        self._none.setVisible(bool(self._lines) and not lines)
        self._body.setCurrentIndex(1 if self._desk.dossier.count(Activity) or self._lines else 0)
        self._show_chosen()

    def _fill_choices(self) -> None:
        """Each choice with its count; what no line shows is not offered."""
        counts, chosen = counts_of(self._lines), self.shown.currentData() or ALL
        self.shown.clear()
        for value, label in _CHOICES.items():
            if counts[value] or value in (ALL, chosen):
                self.shown.addItem(_("{label}: {value}", label=_(label), value=counts[value]), value)
        self.shown.setCurrentIndex(self.shown.findData(chosen))
        told = pressing_words(counts, self._desk.say)
        question = _("How long are data kept, beside what the law and the CNIL say, and which purge proves it?")
        self.question.setText(_("Beside what the law and the CNIL say: {counts}", counts=told) if told else question)

    def _show_chosen(self) -> None:
        self.details.show_row(self.table.row(), self._desk.clock().date())

    def _on_proof(self) -> None:
        found = self.table.row()
        if found and found.last_purge:
            self._desk.go_to(found.last_purge)

"""The action plan: what remains to be done by its day, and the operations that prove the measures."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dossier.i18n import _, _n
from dossier.law.action_plan import Rhythm, Task, measures_proved, rhythms, tasks
from dossier.law.settings import reference_values
from dossier.model.fields import field_of
from dossier.model.measure import Operation
from dossier.model.text import date_text, days_left_text
from dossier.ui.desk import Desk
from dossier.ui.records.words import NOTHING, field_cell, main_cell
from dossier.ui.tokens import S2, S3, S4
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.chips import Chip
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.lines_table import Line, LinesTable
from dossier.ui.widgets.table import Cell
from dossier.work import edits


class Plan(QWidget):
    """A line leads to its record; each operation can be noted as done today."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.table = LinesTable(_("Action plan"), _("To do"), _("Due on"), _("State"), _("Priority"), _("In charge"))
        self.table.asked.connect(lambda task: desk.go_to(task.record))
        self.title = Label("", "h3")
        self.rows = [OperationRow(one, desk) for one in self._rhythms(())]
        todo = Card(padding=1).add(column(self.title, margins=(S3, S3, S3, S2)), (self.table, 1))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S4)
        box.addWidget(todo, 1)
        box.addWidget(self._operations())

    def _operations(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(S4)
        grid.setVerticalSpacing(S2)
        for place, row in enumerate(self.rows):
            for across, part in enumerate((row.name, row.last, row.next, row.button)):
                grid.addWidget(part, place, across, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return Card(_("Operations that prove the measures")).add(holder)

    def reload(self) -> None:
        """Show what remains today."""
        today = self._desk.clock().date()
        found = tasks(self._desk.dossier, today)
        late = sum(task.is_late for task in found)
        todo = _n("{n} thing to do", "{n} things to do", len(found))
        self.title.setText(f"{todo}, {_n('{n} late', '{n} late', late)}")
        self.table.show_lines(found, lambda task: self._line(task, today))
        for row, rhythm in zip(self.rows, self._rhythms(self._desk.dossier.of(Operation)), strict=True):
            row.show_rhythm(rhythm, today)

    def _rhythms(self, operations: Iterable[Operation]) -> tuple[Rhythm, ...]:
        today = self._desk.clock().date()
        return rhythms(operations, today, reference_values(self._desk.dossier, today))

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _line(self, task: Task, today: date) -> Line:
        record, dossier, say = task.record, self._desk.dossier, self._desk.say
        state, priority, owner = (
            field_cell(dossier, record, field_of(type(record), name), say) for name in ("state", "priority", "owner")
        )
        shown = Cell(_("Review")) if task.is_review else state
        return main_cell(record), self._due(task, today), shown, priority, owner

    def _due(self, task: Task, today: date) -> Cell:
        if task.due is None:
            return Cell(NOTHING)
        day, left = date_text(task.due, self._desk.say), days_left_text((task.due - today).days, self._desk.say)
        return Cell(left, day, tone="major", icon="clock") if task.is_late else Cell(day, left)


class OperationRow:
    """One type of operation: when it was last done, when it is due, and the button that notes one done today."""

    def __init__(self, rhythm: Rhythm, desk: Desk) -> None:
        self._rhythm, self._desk = rhythm, desk
        what = _(rhythm.type.label)
        self.name = Label(what, "strong", wrap=True)
        self.last, self.next = Label("", "body", "text2", wrap=True), Chip("", "none", "none")
        self.button = Button(_("Record an operation"), "plus", tip=_("Record an operation: {what}", what=what))
        self.button.setAccessibleName(_("Record an operation: {what}", what=what))
        self.button.setEnabled(not desk.history.store.is_read_only)
        self.button.clicked.connect(self.note)

    def show_rhythm(self, rhythm: Rhythm, today: date) -> None:
        self._rhythm = rhythm
        if rhythm.last is None or rhythm.last.done_on is None or rhythm.due is None:
            self.last.setText(_("never recorded"))
            self.next.show_state(_("To plan"), "check", "check")
            return
        done, due = rhythm.last.done_on, date_text(rhythm.due, self._desk.say)
        days = (today - done).days
        ago = _n("{n} day ago", "{n} days ago", days) if days else _("today")
        self.last.setText(_("last done on {day}, {ago}", day=date_text(done, self._desk.say), ago=ago))
        if rhythm.is_late:
            self.next.show_state(_("Was due on {day}", day=due), "major", "clock")
        else:
            self.next.show_state(_("Next due on {day}", day=due), "ok", "ok")

    def note(self) -> None:
        """A new operation of this type, done today until another day is written, on its own page.

        It names the measures that it most likely proves: the form shows them, and each can be taken out.
        """
        now, type_ = self._desk.clock(), self._rhythm.type
        proved = measures_proved(type_, self._desk.dossier)
        made = edits.new_record(Operation, now).with_(
            name=_(type_.label), type=type_, done_on=now.date(), measures=proved
        )
        if written := self._desk.history.do(edits.creation(made)):
            self._desk.go_to(written.changes[0].record)

"""A finding that is open: why it is there, what a source says, and what can be done about it."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.law.periods import months_after
from dossier.model.evidence import Action, Statement, Waiver
from dossier.model.fields import field_of
from dossier.model.record import Record
from dossier.model.text import date_text, zone
from dossier.model.vocabulary_procedures import ActionState
from dossier.ui import theme
from dossier.ui.background import Task
from dossier.ui.desk import Desk
from dossier.ui.mending import mend, mending_words
from dossier.ui.pages.finding_groups import Line
from dossier.ui.records.editor import Unreadable
from dossier.ui.records.time_editors import DateEditor
from dossier.ui.records.words import breakable, field_label, reference_words, shortened, value_text
from dossier.ui.tokens import S1, S2, S3, S4
from dossier.ui.weights import MEANINGS
from dossier.ui.widgets.buttons import Button, escaped
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Hairline, Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.painting import painter_for, rounded
from dossier.work.finding_age import Age, age_of
from dossier.work.findings import acceptance, action_against, told_by

_MONTHS = 3  # an end that is proposed; it can be changed
_QUOTES, _SHORT = 3, 200
_CUT = 90  # letters from which the row may not show the whole sentence
_REASON, _END = 4, 1


class Quote(QWidget):
    """What a source says, with its file and line."""

    def __init__(self, statement: Statement) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(S3 + 2, S2, S3, S2)
        layout.setSpacing(2)
        layout.addWidget(Label(_("“{quote}”", quote=breakable(statement.quote)), "body", wrap=True))
        line = _("line {n}", n=statement.line) if statement.line else ""
        source = ", ".join(filter(None, (statement.file, line, statement.reference)))
        layout.addWidget(Label(breakable(source), "caption", "text3", wrap=True))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k = painter_for(self), theme.tokens()
        rounded(painter, QRectF(self.rect()), k.sunken)
        rounded(painter, QRectF(0, 0, 3, self.height()), k.border, radius=1.5)


class OpenFinding(QWidget):
    """Escape closes it; nothing here changes the record itself."""

    closed = Signal()
    answered = Signal()
    """It was accepted, or an action was made: the page shows it when it was looked for again."""

    def __init__(self, desk: Desk, line: Line) -> None:
        super().__init__()
        self._desk, self._line, self._finding = desk, line, line.finding
        layout = QVBoxLayout(self)
        layout.setContentsMargins(S4 + 22, 0, S4, S4)
        layout.setSpacing(S3)
        self.since = Label(" ", "caption", "text2", wrap=True)  # one line high before it is known
        layout.addWidget(self._why())
        for statement in told_by(desk.dossier, self._finding)[:_QUOTES]:
            layout.addWidget(Quote(statement))
        layout.addWidget(Hairline())
        if line.waiver:
            layout.addWidget(self._accepted(line.waiver))
        else:
            self._add_answers(layout)

    def _why(self) -> QWidget:
        """What was looked at, with its values, what it weighs, and since when it is there."""
        finding, sentence = self._finding, self._line.sentence
        record = self._desk.dossier.get(finding.record.id) or finding.record
        lines = [_("Looked at: {record}", record=f"{_(record.kind.label)} {reference_words(record)}")]
        lines += [self._value(record, name) for name in finding.fields]
        weight = _("{severity}: {meaning}", severity=_(finding.severity.label), meaning=_(MEANINGS[finding.severity]))
        lines.append(f"{weight} ({finding.article(self._desk.say)})")
        lines += [breakable(one.words(self._desk.say)) for one in finding.references]
        whole = [Label(breakable(sentence), "body", wrap=True)] if len(sentence) > _CUT else []
        return column(*whole, *(Label(one, "caption", "text2", wrap=True) for one in lines), self.since, gap=S1)

    def look_back(self) -> None:
        """Find out since when it is there: in the journal, away from the window's thread."""
        finding, dossier, now = self._finding, self._desk.dossier, self._desk.clock()
        path = self._desk.history.store.path
        task = Task(lambda report: age_of(finding, dossier, path, now, report))
        task.done.connect(self._on_age)
        self.destroyed.connect(task.stop)
        task.start()

    def _on_age(self, age: Age) -> None:
        day = date_text(age.since.astimezone(self._desk.clock().tzinfo).date(), self._desk.say)
        known = _("In the dossier since {day}.", day=day)
        self.since.setText(known if age.is_exact else _("In the dossier since {day} at least.", day=day))

    def _value(self, record: Record, name: str) -> str:
        field = field_of(type(record), name)
        said = ", ".join(value_text(self._desk.dossier, record, field, self._desk.say).split("\n"))
        value = breakable(shortened(said, _SHORT)) or _("(empty)")
        return _("{field}: {value}", field=field_label(field), value=value)

    def _accepted(self, waiver: Waiver) -> QWidget:
        show, close = Button(_("Open the waiver"), "jump"), Button(_("Close"), role="quiet")
        show.clicked.connect(lambda: self._desk.go_to(waiver))
        close.clicked.connect(self.closed)
        self.buttons = (show, close)
        return column(
            Label(_("Reason: {reason}", reason=waiver.reason), "body", wrap=True), flow(*self.buttons), gap=S3
        )

    def _add_answers(self, layout: QVBoxLayout) -> None:
        self.reason, self.until = QLineEdit(), DateEditor(self._desk.say)
        self.until.show_value(months_after(self._today(), _MONTHS))
        help_ = _("The reason, your name and the date go to the journal; the authority's profile never prints them.")
        self.reason_field = Field(_("Accept with a reason"), self.reason, required=True, hint=help_)
        self.until_field = Field(_("Accepted until"), self.until, required=True, reserve=True)
        self.until.name_it(_("Accepted until"))
        asked = QHBoxLayout()
        asked.setSpacing(S4)
        asked.addWidget(self.reason_field, _REASON)
        asked.addWidget(self.until_field, _END)
        layout.addLayout(asked)
        self.mend = Button(escaped(mending_words(self._finding)), "jump", "primary")
        self.accept, self.act = Button(""), Button(_("Plan an action"), "plus")
        close = Button(_("Close"), role="quiet")
        self._name_accept()
        layout.addWidget(flow(self.mend, self.accept, self.act, close))
        self.mend.clicked.connect(lambda: mend(self._desk, self._finding))
        self.accept.clicked.connect(self._on_accept)
        self.act.clicked.connect(self._on_act)
        self.until.done.connect(self._name_accept)
        close.clicked.connect(self.closed)
        self._show_planned()
        self._lock()

    def _lock(self) -> None:
        if self._desk.history.store.is_read_only:
            self.reason.setReadOnly(True)
            self.until.lock(True)
            for button in (self.accept, self.act):
                button.setEnabled(False)
                button.setToolTip(_("This dossier is open to read only"))

    def _show_planned(self) -> None:
        """An action that is under way is shown, not made twice."""
        about = self._finding.record.id
        planned = [one for one in self._desk.dossier.of(Action) if one.check_id == self._finding.check.id]
        ended = (ActionState.DONE, ActionState.DROPPED)
        self._planned = next((one for one in planned if about in one.about and one.state not in ended), None)
        if self._planned:
            self.act.setText(_("Open the action {reference}", reference=self._planned.reference))

    def _today(self) -> date:
        organisation = self._desk.dossier.organisation
        return self._desk.clock().astimezone(zone(organisation.zone if organisation else "Europe/Paris")).date()

    def _end(self) -> date | None:
        try:
            day = self.until.read()
        except Unreadable as unreadable:
            self.until_field.set_error(str(unreadable))
            return None
        late = isinstance(day, date) and day < self._today()
        self.until_field.set_error(_("Before today") if late else "" if day else _("A day is needed"))
        return None if late else day

    def _name_accept(self) -> None:
        day = self._end()
        self.accept.setText(_("Accept until {day}", day=date_text(day, self._desk.say)) if day else _("Accept"))

    def _on_accept(self) -> None:
        reason, day = self.reason.text().strip(), self._end()
        self.reason_field.set_error("" if reason else _("Say why: whoever reads it later will ask."))
        if not reason or day is None:
            (self.reason if not reason else self.until).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        made = acceptance(self._finding, reason, day, self._desk.author, self._desk.clock(), self._desk.say)
        if self._desk.history.do(made):
            self.answered.emit()

    def _on_act(self) -> None:
        if self._planned:
            self._desk.go_to(self._planned)
        elif self._desk.history.do(action_against(self._finding, self._desk.clock(), self._desk.say)):
            self._show_planned()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

"""The record of one exchange: how it stands, the questions, what was handed over, the minutes, the outcome."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from dossier.i18n import _
from dossier.law.authority_clock import Step
from dossier.model.evidence import AuthorityExchange
from dossier.model.fields import field_of
from dossier.model.record import Record
from dossier.ui.authority.given import Given
from dossier.ui.authority.questions import QuestionSection
from dossier.ui.authority.standing import Standing
from dossier.ui.desk import Desk
from dossier.ui.export.request import ExportRequest
from dossier.ui.records.children import ChildSection
from dossier.ui.records.form import RecordForm, Section, declared_sections
from dossier.ui.records.record_view import RecordView
from dossier.ui.tokens import S3
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.layouts import column, row

_MINUTES = ("report", "report_on")
_GOES_TO = {Step.TYPE: "type", Step.DUE: "due_on", Step.OUTCOME: "outcome"}


class ExchangeView(RecordView):
    """Serves all exchanges in turn."""

    def __init__(self, desk: Desk) -> None:
        self.standing, self.given = Standing(desk), Given(desk)
        self.minutes_button = Button(_("Add the minutes"), "attach")
        super().__init__(AuthorityExchange, desk)
        self.standing.asked.connect(self.go_on)
        self.minutes_button.clicked.connect(self.add_minutes)

    def make_form(self) -> RecordForm:
        """The minutes stand apart: they come later, and as a file."""
        first, outcome, *rest = declared_sections(AuthorityExchange)
        self.exchange = Section(first.title, [one for one in first.declared if one.name not in _MINUTES])
        self.minutes = Section(_("Minutes"), [field_of(AuthorityExchange, name) for name in _MINUTES])
        return RecordForm(AuthorityExchange, self._desk, [self.exchange, self.minutes, outcome, *rest])

    def make_parts(self) -> list[ChildSection]:
        self.questions = QuestionSection(self._desk)
        return [self.questions]

    def show_around(self, record: Record) -> None:
        super().show_around(record)
        if isinstance(record, AuthorityExchange):
            self.standing.show_record(record)
            self.given.show_record(record)

    def lock(self, locked: bool) -> None:
        super().lock(locked)
        self.minutes_button.setEnabled(not locked)

    def take_focus(self) -> None:
        """A new exchange is ready to be named."""
        self.go_to_field("name")

    def go_on(self, step: Step) -> None:
        """The keyboard goes to where the step is done."""
        if step is Step.HAND_OVER:
            self.prepare()
        elif step is Step.QUESTIONS:
            self.area.ensureWidgetVisible(self.questions)
            self.questions.add()
        elif step is Step.ANSWER:
            self.questions.open_next()
        elif step is Step.MINUTES:
            self.add_minutes()
        elif step in _GOES_TO:
            self.go_to_field(_GOES_TO[step])

    def prepare(self) -> None:
        """The export, with the authority as its recipient and what the questions name."""
        if (exchange := self._written()) is not None:
            self._desk.export(ExportRequest(exchange=exchange))

    def add_minutes(self) -> None:
        """A file becomes the report of the exchange; its day is asked for then."""
        name, _chosen = QFileDialog.getOpenFileName(self, _("Add the minutes"))
        if name:
            self.attach([Path(name)], field_of(AuthorityExchange, "report"))
            self.go_to_field("report_on")

    def _written(self) -> AuthorityExchange | None:
        """The exchange as it stands once what is being typed is written."""
        if self.record is None or not self.commit():
            return None
        record = self._desk.dossier.get(self.record.id, AuthorityExchange)
        return record if isinstance(record, AuthorityExchange) else None

    def _parts(self) -> list[tuple[str, QWidget]]:
        minutes = column(self.minutes, row(self.minutes_button, None), gap=S3)
        rest = [(one.title, one) for one in self.form.sections if one not in (self.exchange, self.minutes)]
        return [
            (self.standing.title, self.standing),
            (self.questions.title, self.questions),
            (self.exchange.title, self.exchange),
            (self.given.title, self.given),
            (self.minutes.title, minutes),
            *rest,
            (self.used_by.title, self.used_by),
            (self.past.title, self.past),
        ]

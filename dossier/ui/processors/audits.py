"""What shows that a processor is followed up: the reviews written in its record, the audits among the operations."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.model.measure import Operation
from dossier.model.processor import Processor
from dossier.model.text import date_text
from dossier.model.vocabulary_procedures import OperationType
from dossier.ui.desk import Desk
from dossier.ui.processors.contract_columns import end_cell
from dossier.ui.records.record_rows import RecordRows
from dossier.ui.tokens import S2
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import row
from dossier.work import edits

_COLUMNS = ("done_on", "result")


class Audits(QWidget):
    """Each audit leads to its record; a new one is begun with what is known."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = _("Audits and reviews")
        self._desk = desk
        self._processor: Processor | None = None
        self.list = RecordRows(Operation, _COLUMNS, desk)
        self.reviews = Label("", "caption", "text3", wrap=True)
        self.add_button = Button(_("Record an audit or a review"), "plus")
        self.add_button.clicked.connect(self.add)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S2)
        box.addWidget(flow(Label(self.title, "h3", wrap=True), self.reviews))
        box.addWidget(self.list)
        box.addWidget(row(self.add_button, None))

    def show_record(self, processor: Processor) -> None:
        """The audits of a processor, the last one first, and its reviews."""
        self._processor = processor
        audits = sorted(self._audits(processor), key=_day, reverse=True)
        self.list.show_records(audits)
        self.reviews.setText(self._told(processor, audits))

    def lock(self, locked: bool) -> None:
        self.add_button.setEnabled(not locked)

    def add(self) -> None:
        """A new audit about the processor, done today until another day is written, on its own page."""
        if self._processor is None:
            return
        now = self._desk.clock()
        made = edits.new_record(Operation, now).with_(
            name=_("Audit of {processor}", processor=edits.name_of(self._processor)),
            type=OperationType.PROCESSOR_AUDIT,
            done_on=now.date(),
            about=(self._processor.id,),
        )
        if written := self._desk.history.do(edits.creation(made)):
            self._desk.go_to(written.changes[0].record)

    def _audits(self, processor: Processor) -> list[Operation]:
        every = self._desk.dossier.of(Operation)
        return [one for one in every if one.type is OperationType.PROCESSOR_AUDIT and processor.id in one.about]

    def _told(self, processor: Processor, audits: Sequence[Operation]) -> str:
        last = date_text(processor.last_review, self._desk.say) if processor.last_review else ""
        told = [_("last review {day}", day=last) if last else _("no review written")]
        told += [_("next review {day}", day=self._end(processor.next_review))] if processor.next_review else []
        due = audits[0].next_due if audits else None
        told += [_("next audit {day}", day=self._end(due))] if due else []
        return " · ".join(told)

    def _end(self, day: date) -> str:
        """The day, and how soon or how late it is."""
        cell = end_cell(day, self._desk.clock().date(), self._desk.say)
        return ", ".join(filter(None, (cell.words, cell.second)))


def _day(audit: Operation) -> str:
    return audit.done_on.isoformat() if audit.done_on else ""

"""The record of one request: the period to answer first, with its next steps, then the form."""

from PySide6.QtWidgets import QWidget

from dossier.model.record import Record
from dossier.model.request import Request
from dossier.model.vocabulary_procedures import PauseReason
from dossier.store.edit import Edit
from dossier.ui.desk import Desk
from dossier.ui.records.record_view import RecordView
from dossier.ui.requests.period import Period
from dossier.work import request_edits


class RequestView(RecordView):
    """Each step is done at once and can be taken back; where it needs reasons, the keyboard goes there."""

    def __init__(self, desk: Desk) -> None:
        self.period = Period(desk)
        super().__init__(Request, desk)
        self.period.identity.clicked.connect(lambda: self.suspend(PauseReason.IDENTITY))
        self.period.precision.clicked.connect(lambda: self.suspend(PauseReason.PRECISION))
        self.period.resume.clicked.connect(self.resume)
        self.period.extend.clicked.connect(self.extend)
        self.period.refuse.clicked.connect(self.refuse)
        self.period.answer.clicked.connect(self.answer)

    def show_around(self, record: Record) -> None:
        super().show_around(record)
        if isinstance(record, Request):
            self.period.show_record(record)

    def lock(self, locked: bool) -> None:
        super().lock(locked)
        self.period.lock(locked)

    def suspend(self, reason: PauseReason) -> None:
        """From today the period waits for the person."""
        if request := self._written():
            now = self._desk.clock()
            self._do(request_edits.suspension(request, reason, now.date(), now), "", self.period.resume)

    def resume(self) -> None:
        if request := self._written():
            edit = request_edits.resumption(self._desk.dossier, request, self._desk.clock().date())
            self._do(edit, "", self.period.answer)

    def extend(self) -> None:
        if request := self._written():
            self._do(request_edits.extension(request, self._desk.clock().date()), "extension_reason")

    def refuse(self) -> None:
        if request := self._written():
            self._do(request_edits.refusal(request), "refusal_reasons")

    def answer(self) -> None:
        if request := self._written():
            edit = request_edits.answer(request, self._desk.clock().date())
            self._do(edit, "answer_channel" if request.decision else "decision")

    def _written(self) -> Request | None:
        """The request as it stands once what is being typed is written."""
        if self.record is None or not self.commit():
            return None
        record = self._desk.dossier.get(self.record.id, Request)
        return record if isinstance(record, Request) else None

    def _do(self, edit: Edit, field: str, button: QWidget | None = None) -> None:
        """Write; the button that was pressed is gone, and the keyboard goes where the work goes on."""
        if not self._desk.history.do(edit):
            return
        if button:
            button.setFocus()
        else:
            self.go_to_field(field)

    def _parts(self) -> list[tuple[str, QWidget]]:
        return [(self.period.title, self.period), *super()._parts()]

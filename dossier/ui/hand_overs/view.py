"""The record of one hand-over: what it holds, and what can be asked of it since."""

from PySide6.QtWidgets import QWidget

from dossier.model.evidence import HandOver
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.hand_overs.since import Since
from dossier.ui.records.record_view import RecordView


class HandOverView(RecordView):
    """Serves all hand-overs in turn."""

    def __init__(self, desk: Desk) -> None:
        self.since = Since(desk)
        super().__init__(HandOver, desk)

    def show_around(self, record: Record) -> None:
        super().show_around(record)
        if isinstance(record, HandOver):
            self.since.show_record(record)

    def _parts(self) -> list[tuple[str, QWidget]]:
        return [(self.since.title, self.since), *super()._parts()]

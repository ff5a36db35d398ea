"""A guided form: some questions of a record on a page of their own, each written at once as in every form."""

from typing import Generic, TypeVar

from PySide6.QtWidgets import QScrollArea

from dossier.model.record import Record
from dossier.ui.desk import Desk, Unwritten
from dossier.ui.records.form import RecordForm
from dossier.ui.records.found import beside
from dossier.ui.widgets.reading_order import ReadingOrder

R = TypeVar("R", bound=Record)


class GuidedForm(ReadingOrder, Generic[R]):
    """Serves all records of a kind in turn; whoever lays it out puts the form into `area`."""

    area: QScrollArea

    def __init__(self, desk: Desk, form: RecordForm) -> None:
        super().__init__()
        self._desk, self.form = desk, form
        self.record: R | None = None
        desk.watch.found.connect(self._show_found)

    def show_record(self, record: R) -> None:
        """Show a record from the top; the same one again keeps what is being typed."""
        if self.record is None or self.record.id != record.id:
            self.area.verticalScrollBar().setValue(0)
        self.record = record
        self.form.show_record(record)
        self.show_around(record)

    def refresh(self, record: R) -> None:
        self.record = record
        self.form.refresh(record)
        self.show_around(record)

    def show_around(self, record: R) -> None:
        """What is said of the record outside the form, and beside its fields."""
        self._show_found()

    def commit(self) -> bool:
        return self.form.commit()

    def unwritten(self) -> list[Unwritten]:
        return self.form.unwritten()

    def lock(self, locked: bool) -> None:
        self.form.lock(locked)

    def _show_found(self) -> None:
        """What the checks find, beside the field where it is mended."""
        if self.record:
            self.form.say_beside(beside(self._desk.watch.open_in(self.record), self._desk.say))

    def _on_open(self) -> None:
        if self.record:
            self._desk.go_to(self.record)

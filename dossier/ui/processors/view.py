"""The form of one processor, with its contract item by item and what surrounds it."""

from dossier.model.processor import Processor
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.processors.clause_section import ClauseSection, section_for
from dossier.ui.records.form import RecordForm, declared_sections
from dossier.ui.records.record_view import RecordView


class ProcessorView(RecordView):
    """Serves all processors in turn."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(Processor, desk)

    def make_form(self) -> RecordForm:
        return RecordForm(Processor, self._desk, declared_sections(Processor, section_for))

    def show_around(self, record: Record) -> None:
        super().show_around(record)
        for section in self.form.sections:
            if isinstance(section, ClauseSection):
                section.show_record(record, self._desk.say)

"""The form of one processor: its contract item by item, the chain below it, what shows that it is followed up."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from dossier.model.catalog import children_of
from dossier.model.fields import Field
from dossier.model.processor import Guarantee, Processor, SubProcessor
from dossier.model.record import Record
from dossier.model.vocabulary import Clause
from dossier.ui.desk import Desk
from dossier.ui.processors.audits import Audits
from dossier.ui.processors.chain import ChainSection
from dossier.ui.processors.clause_section import ClauseSection
from dossier.ui.processors.guarantees import GuaranteeSection
from dossier.ui.processors.noted_section import EndSection, NotedSection
from dossier.ui.records.children import ChildSection
from dossier.ui.records.form import RecordForm, Section, declared_sections
from dossier.ui.records.record_view import RecordView


class ProcessorView(RecordView):
    """Serves all processors in turn."""

    def __init__(self, desk: Desk) -> None:
        self.audits = Audits(desk)
        super().__init__(Processor, desk)

    def make_form(self) -> RecordForm:
        return RecordForm(Processor, self._desk, declared_sections(Processor, section_for))

    def make_parts(self) -> list[ChildSection]:
        self.chain = ChainSection(self._desk)
        own = {SubProcessor: self.chain, Guarantee: GuaranteeSection(self._desk)}
        return [own.get(kind) or ChildSection(kind, self._desk) for kind in children_of(Processor)]

    def show_around(self, record: Record) -> None:
        super().show_around(record)
        if not isinstance(record, Processor):
            return
        self.audits.show_record(record)
        for section in self.form.sections:
            if isinstance(section, NotedSection):
                section.show_note(record, self._desk.clock().date(), self._desk.say)

    def lock(self, locked: bool) -> None:
        super().lock(locked)
        self.audits.lock(locked)

    def _parts(self) -> list[tuple[str, QWidget]]:
        """The audits follow what the record says of the reviews."""
        parts = super()._parts()
        place = next(i for i, (_title, one) in enumerate(parts) if _holds(one, "last_review"))
        return [*parts[: place + 1], (self.audits.title, self.audits), *parts[place + 1 :]]


def section_for(title: str, declared: Sequence[Field], *, titled: bool = True) -> Section:
    """The section of some fields of a processor."""
    if all(field.type is Clause for field in declared):
        return ClauseSection(title, declared)
    if any(field.name == "return_certified_on" for field in declared):
        return EndSection(title, declared)
    return Section(title, declared, titled=titled)


def _holds(part: QWidget, name: str) -> bool:
    return isinstance(part, Section) and any(field.name == name for field in part.declared)

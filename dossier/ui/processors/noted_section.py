"""A section of the form whose title says how things stand in it."""

from collections.abc import Sequence
from datetime import date

from dossier.i18n import N_, Language
from dossier.law.processor_contract import Expiry, expiry_of
from dossier.model.fields import Field
from dossier.model.processor import Processor
from dossier.model.text import date_text
from dossier.ui.records.form import Section
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label


class NotedSection(Section):
    """A title, a note beside it, the fields."""

    def __init__(self, title: str, declared: Sequence[Field]) -> None:
        super().__init__(title, declared, titled=False)
        self.note = Label("", "caption", "text3", wrap=True)
        self.grid.addWidget(flow(Label(title, "h3", wrap=True), self.note), 0, 0, 1, 2)
        self._row = 1

    def show_note(self, record: Processor, today: date, say: Language) -> None:
        """Say how things stand for a record on a day."""
        self.note.setText(self._note(record, today, say))

    def _note(self, record: Processor, today: date, say: Language) -> str:
        raise NotImplementedError


class EndSection(NotedSection):
    """The end of the contract: when it is, and whether what was entrusted came back (art. 28(3)(g))."""

    def _note(self, record: Processor, today: date, say: Language) -> str:
        if record.ends_on is None:
            return say(N_("no end written"))
        day = date_text(record.ends_on, say)
        if expiry_of(record.ends_on, today) is not Expiry.PAST:
            return say(N_("ends on {day}, in {n} d"), day=day, n=(record.ends_on - today).days)
        if record.return_certified_on is None:
            return say(N_("ended on {day}; return or deletion not certified"), day=day)
        certified = date_text(record.return_certified_on, say)
        return say(N_("ended on {day}; return or deletion certified on {certified}"), day=day, certified=certified)

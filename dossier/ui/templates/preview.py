"""What a template would bring into this dossier, told from the very records that would be written."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.law.retention_words import period_words, start_words
from dossier.law.templates import PARTS
from dossier.model.activity import Activity, Retention
from dossier.model.dossier import Dossier
from dossier.model.fields import field_of
from dossier.model.measure import Measure
from dossier.model.record import Record
from dossier.store.edit import Edit
from dossier.ui.desk import Desk
from dossier.ui.records.words import reference_words, value_text
from dossier.ui.tokens import S3, S4
from dossier.ui.widgets.labels import Hairline, Label
from dossier.ui.widgets.layouts import column

_SECOND: Mapping[str, tuple[str, ...]] = {
    "purpose": ("basis", "basis_text", "interest", "consent_text"),
    "person_group": ("category",),
    "data_item": ("category", "sensitive", "necessity"),
    "retention": ("phase",),
    "recipient": ("type", "purpose"),
    "measure": ("state",),
}
"""The fields that are told under the name of each part."""

Brought = Mapping[type[Record], tuple[Record, ...]]


def brought_by(edit: Edit, dossier: Dossier) -> Brought:
    """What an insertion brings, by the kind of part; measures that the dossier has are among those it links."""
    made = [change.record for change in edit.changes]
    activity = made[0]
    links = activity.measures if isinstance(activity, Activity) else ()
    linked = [one for id_ in links if (one := dossier.get(id_, Measure))]
    return {kind: tuple(one for one in (*linked, *made) if isinstance(one, kind)) for kind in PARTS}


class Preview(QWidget):
    """The parts that are wanted, one below the other; a part that is not wanted is not shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.sections: dict[type[Record], QWidget] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(S4)

    def show_brought(self, brought: Brought, to_adapt: Sequence[str]) -> None:
        """Tell what is to be adapted, and other records."""
        while (item := self._box.takeAt(0)) and (old := item.widget()):
            old.hide()
            old.deleteLater()
        lines = [Label(one, "body", wrap=True) for one in to_adapt]
        self._box.addWidget(column(Label(_("To adapt"), "h3"), *lines))
        self.sections = {kind: self._section(kind, records) for kind, records in brought.items() if records}
        for section in self.sections.values():
            self._box.addWidget(section)

    def show_wanted(self, kinds: Collection[type[Record]]) -> None:
        for kind, section in self.sections.items():
            section.setVisible(kind in kinds)

    def _section(self, kind: type[Record], records: tuple[Record, ...]) -> QWidget:
        return column(Hairline(), Label(_(kind.kind.plural), "h3"), *map(self._line, records), gap=S3)

    def _line(self, record: Record) -> QWidget:
        second = " · ".join(one for one in self._second(record) if one not in ("", record.title))
        told = [Label(second, "caption", "text2", wrap=True)] if second else []
        return column(Label(record.title, "body", wrap=True), *told, gap=2)

    def _second(self, record: Record) -> Iterator[str]:
        dossier, say = self._desk.dossier, self._desk.say
        known = isinstance(record, Measure) and dossier.get(record.id, Measure)
        if known:
            yield _("In the dossier already: {measure}", measure=reference_words(known))
        if isinstance(record, Retention):
            yield period_words(record, say)
            yield start_words(record, say)
        for name in _SECOND[record.kind.name]:
            yield value_text(dossier, record, field_of(type(record), name), say).replace("\n", ", ")
        if isinstance(record, Measure) and record.sheet and not known:
            yield _("sheet {number} of the CNIL's guide", number=record.sheet)
        if isinstance(record, Retention):
            yield record.legal_source

"""The fields of a record by section, each with its editor; one form serves all records of a kind in turn."""

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from dossier.i18n import _
from dossier.model.fields import Field
from dossier.model.record import Record
from dossier.ui.desk import Desk, Unwritten
from dossier.ui.records.form_field import NOTHING_FOUND, FormField
from dossier.ui.records.words import field_label, typed_fields
from dossier.ui.tokens import S3, S4, ToneName
from dossier.ui.widgets.labels import Label

_FIRST, _PER_TURN, _ALL = 6, 3, 1000  # fields made at once, and between two turns of the event loop
#: What stands above the form: the status has its own button.
IN_THE_HEAD = frozenset({"status"})


def form_fields(kind: type[Record]) -> list[Field]:
    """What the form asks, in the order of the declaration; the reference, given by itself, comes last."""
    hidden = IN_THE_HEAD | {kind.kind.parent}
    fields = [field for field in typed_fields(kind) if field.name not in hidden]
    return [field for field in fields if field.name != "reference"] + [f for f in fields if f.name == "reference"]


class Section(QWidget):
    """A title over its fields; those that are narrow stand beside each other. Fields are made when they are needed.

    `labels` gives the words of fields, by name, that are called otherwise here than in the declaration; `beside` names
    those whose label stands beside the input where there is room.
    """

    def __init__(
        self,
        title: str,
        declared: Sequence[Field],
        *,
        titled: bool = True,
        labels: Mapping[str, str] | None = None,
        beside: Collection[str] = (),
    ) -> None:
        super().__init__()
        self.title, self.declared = title, declared
        self._left = list(declared)
        self._labels, self._beside = labels or {}, beside
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(S4)
        self.grid.setVerticalSpacing(S3)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self._row, self._half = 0, False
        if titled:
            self.grid.addWidget(Label(title, "h3", wrap=True), 0, 0, 1, 2)
            self._row = 1

    @property
    def is_built(self) -> bool:
        return not self._left

    def build(self, desk: Desk, most: int) -> dict[str, FormField]:
        """Make as many of the fields that are left; gives them back by name."""
        following, self._left = self._left[:most], self._left[most:]
        made = {one.name: self._field(one, desk) for one in following}
        for field in made.values():
            self._place(field)
            field.show()  # now: the layout would do it a turn later, and lay out without it until then
        return made

    def _field(self, field: Field, desk: Desk) -> FormField:
        label = self._labels.get(field.name, "")
        return FormField(field, desk, label=label, beside=field.name in self._beside)

    def _place(self, field: FormField) -> None:
        if field.narrow and self._half:
            self.grid.addWidget(field, self._row - 1, 1, Qt.AlignmentFlag.AlignTop)
            self._half = False
            return
        self.grid.addWidget(field, self._row, 0, 1, 1 if field.narrow else 2, Qt.AlignmentFlag.AlignTop)
        self._row += 1
        self._half = field.narrow


class RecordForm:
    """The sections of a kind and their fields; who shows the form lays the sections out.

    Sixty fields take a third of a second to make: the first ones are made at once, the others a few at a time between
    two turns of the event loop, so that the window never stands still.
    """

    def __init__(self, kind: type[Record], desk: Desk, sections: Sequence[Section] = ()) -> None:
        """`sections` are those of a page with an order of its own; without, they are those of the declaration."""
        self.kind, self._desk = kind, desk
        self.record: Record | None = None
        self.fields: dict[str, FormField] = {}
        self._said: Mapping[str, tuple[str, ToneName]] = {}
        self._locked = self._is_begun = False
        self.sections = list(sections) or declared_sections(kind)
        self._building = QTimer(self.sections[0])  # ends with what it fills
        self._building.timeout.connect(lambda: self._build_next())

    def show_record(self, record: Record) -> None:
        """Show a record; what was being typed for the one before is written first."""
        if self.record is not None and self.record.id != record.id:
            self.commit()
        self.record = record
        for field in self.fields.values():
            field.show_record(record)
        if not self._is_begun:
            self._is_begun = True
            self._build_next(_FIRST)
            self._building.start(0)

    def take(self, field: FormField) -> None:
        """A field that a page made and placed itself belongs to the form as the others do."""
        self.fields[field.field.name] = field

    def say_beside(self, said: Mapping[str, tuple[str, ToneName]]) -> None:
        """Say beside each field, by its name, what is found in it; also beside those that are not made yet."""
        self._said = said
        for name, field in self.fields.items():
            field.show_finding(*said.get(name, NOTHING_FOUND))

    def complete(self) -> None:
        """Make what is not made yet."""
        while self._build_next(_ALL):
            pass

    def field(self, name: str) -> FormField:
        """The field of that name; raises KeyError."""
        while name not in self.fields and self._build_next():
            pass
        return self.fields[name]

    def refresh(self, record: Record) -> None:
        self.record = record
        for field in self.fields.values():
            field.refresh(record)

    def commit(self) -> bool:
        """Write what is being typed; False where something could not be written and stays in its field."""
        touched = [field for field in self.fields.values() if field.input.is_touched()]
        unwritten = [field for field in touched if not field.save(leaving=True)]
        return not unwritten

    def unwritten(self) -> list[Unwritten]:
        """What was typed, for any record, and could not be written."""
        found = [(record_id, field) for field in self.fields.values() for record_id in field.unwritten()]
        return [Unwritten(record_id, field_label(field.field)) for record_id, field in found]

    def lock(self, locked: bool) -> None:
        self._locked = locked
        for field in self.fields.values():
            field.lock(locked)

    def _build_next(self, most: int = _PER_TURN) -> bool:
        """Make some fields of the section that is not complete yet; says whether there was one."""
        section = next((section for section in self.sections if not section.is_built), None)
        if section is None:
            self._building.stop()
            return False
        made = section.build(self._desk, most)
        self.fields |= made
        for name, field in made.items():
            field.lock(self._locked)
            if self.record:
                field.show_record(self.record)
            field.show_finding(*self._said.get(name, NOTHING_FOUND))
        # a form that does not know its new height yet would be painted with all its fields crushed
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        return True

    def has(self, name: str) -> bool:
        """Whether the form asks for a field of that name."""
        return name in self.fields or any(one.name == name for section in self.sections for one in section.declared)

    def reach(self, name: str, area: QScrollArea) -> None:
        """Bring a field into view, with the keyboard in it; what the form does not ask for changes nothing."""
        if self.has(name):
            field = self.field(name)
            area.ensureWidgetVisible(field)
            field.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self, name: str = "") -> None:
        field = self.field(name) if self.has(name) else next(iter(self.fields.values()))
        field.input.setFocus(Qt.FocusReason.TabFocusReason)


def declared_sections(kind: type[Record], make: Callable[..., Section] = Section) -> list[Section]:
    """The sections of the declaration, each made from its title and its fields."""
    declared = form_fields(kind)
    last = next((field.section for field in reversed(declared) if field.name != "reference"), "")
    groups = groupby(declared, lambda field: last if field.name == "reference" else field.section)
    found = [(title, tuple(fields)) for title, fields in groups]
    return [make(_(title), fields, titled=len(found) > 1) for title, fields in found]

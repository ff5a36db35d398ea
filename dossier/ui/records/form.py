"""The fields of a record by section, each with its editor; one form serves all records of a kind in turn."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from dossier.i18n import _
from dossier.model.fields import Field
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.records.form_field import FormField
from dossier.ui.records.words import typed_fields
from dossier.ui.tokens import S3, S4
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column

#: What stands above the form: the status has its own button.
IN_THE_HEAD = frozenset({"status"})


def form_fields(kind: type[Record]) -> list[Field]:
    """What the form asks, in the order of the declaration; the reference, given by itself, comes last."""
    hidden = IN_THE_HEAD | {kind.kind.parent}
    fields = [field for field in typed_fields(kind) if field.name not in hidden]
    return [field for field in fields if field.name != "reference"] + [f for f in fields if f.name == "reference"]


class Section(QWidget):
    """A title over its fields; those that are narrow stand beside each other."""

    def __init__(self, title: str, fields: Iterable[FormField], *, titled: bool = True) -> None:
        super().__init__()
        self.title = title
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
        for field in fields:
            self._place(field)

    def _place(self, field: FormField) -> None:
        if field.narrow and self._half:
            self.grid.addWidget(field, self._row - 1, 1, Qt.AlignmentFlag.AlignTop)
            self._half = False
            return
        self.grid.addWidget(field, self._row, 0, 1, 1 if field.narrow else 2, Qt.AlignmentFlag.AlignTop)
        self._row += 1
        self._half = field.narrow


class RecordForm:
    """The sections of a kind and their fields; who shows the form lays the sections out."""

    def __init__(self, kind: type[Record], desk: Desk) -> None:
        self.kind, self._desk = kind, desk
        self.record: Record | None = None
        self.fields = {field.name: FormField(field, desk) for field in form_fields(kind)}
        groups = [(title, list(group)) for title, group in groupby(self._declared(), lambda pair: pair[0])]
        self.sections = [
            Section(_(title), [self.fields[name] for _title, name in group], titled=len(groups) > 1)
            for title, group in groups
        ]

    def _declared(self) -> list[tuple[str, str]]:
        """The section of each field; the reference goes with what stands before it."""
        fields = form_fields(self.kind)
        last = next((field.section for field in reversed(fields) if field.name != "reference"), "")
        return [(last if field.name == "reference" else field.section, field.name) for field in fields]

    def show_record(self, record: Record) -> None:
        """Show a record; what was being typed for the one before is written first."""
        if self.record is not None and self.record.id != record.id:
            self.commit()
        self.record = record
        for field in self.fields.values():
            field.show_record(record)

    def refresh(self, record: Record) -> None:
        self.record = record
        for field in self.fields.values():
            field.refresh(record)

    def commit(self) -> bool:
        """Write what is being typed; False where something could not be written and stays in its field."""
        touched = [field for field in self.fields.values() if field.input.is_touched()]
        unwritten = [field for field in touched if not field.save()]
        return not unwritten

    def lock(self, locked: bool) -> None:
        for field in self.fields.values():
            field.lock(locked)

    def take_focus(self, name: str = "") -> None:
        field = self.fields.get(name) or next(iter(self.fields.values()))
        field.input.setFocus(Qt.FocusReason.TabFocusReason)

    def as_widget(self) -> QWidget:
        """The sections below each other."""
        return column(*self.sections, gap=S4)

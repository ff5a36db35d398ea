"""Several records at once: one field of all of them is given one value, in one edit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from dossier.i18n import _, _n
from dossier.model.fields import Field as Declared
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.records.deletion import Deletion
from dossier.ui.records.dispatch import editor_for
from dossier.ui.records.editor import Editor, Unreadable, only_shown
from dossier.ui.records.form_field import edit_of, write
from dossier.ui.records.words import field_label, typed_fields
from dossier.ui.tokens import S3, S4, S5
from dossier.ui.widgets.buttons import Button, escaped
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column


class BulkEdit(QWidget):
    """Shown beside a table while several rows are selected."""

    def __init__(self, kind: type[Record], desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._records: list[Record] = []
        self._fields = [field for field in typed_fields(kind) if field.name not in ("reference", kind.kind.parent)]
        self._fields.sort(key=lambda field: field.name != "status")  # what is changed in bulk most often comes first
        self.title = Label("", "h2", wrap=True)
        self.names = Label("", "caption", "text3", wrap=True)
        self.choice = only_shown(QComboBox())
        self.choice.addItems([field_label(field) for field in self._fields])
        self.choice.currentIndexChanged.connect(self._on_field)
        self.apply_button = Button(_("Apply to all of them"), "tick")
        self.apply_button.clicked.connect(self.apply)
        delete = Button(_("Delete all of them"), "trash", "quiet")
        delete.clicked.connect(self._on_delete)
        self.deletion = Deletion(desk)
        self.editor: Editor | None = None
        self._place = QVBoxLayout()
        buttons = flow(self.apply_button, delete)
        self._field_choice = Field(_("Field to change"), self.choice)
        body = column(self.title, self.names, self.deletion, self._field_choice, gap=S3)
        box = QVBoxLayout(self)
        box.setContentsMargins(S5, S4, S5, S4)
        box.setSpacing(S4)
        for item in (body, buttons):
            box.addWidget(item)
        box.insertLayout(1, self._place)
        box.addStretch(1)
        for button in (self.apply_button, delete):
            button.setEnabled(not desk.history.store.is_read_only)
        self._on_field()

    def show_records(self, records: Sequence[Record]) -> None:
        self._records = list(records)
        n = len(self._records)
        self.title.setText(_n("{n} record selected", "{n} records selected", n))
        shown = ", ".join(record.reference for record in self._records[:12])
        self.names.setText(shown + ("…" if n > 12 else ""))
        self.deletion.forget()

    def choose(self, name: str) -> None:
        """Choose the field that is to be changed."""
        self.choice.setCurrentIndex([field.name for field in self._fields].index(name))

    def apply(self) -> None:
        """One edit for all of them, one undo."""
        if self.editor is None:
            return
        try:
            value = self.editor.value()
            edit = edit_of(self._desk, self._current(), self._field, value, self.editor.brings)
        except Unreadable as unreadable:
            self._shown.set_error(str(unreadable))
            return
        except (ValueError, OverflowError):
            self._shown.set_error(_("This cannot be stored: correct it"))
            return
        self._shown.set_error(write(self._desk, edit) if edit else "")

    @property
    def _field(self) -> Declared:
        return self._fields[self.choice.currentIndex()]

    def _current(self) -> list[Record]:
        found = (self._desk.dossier.get(record.id, type(record)) for record in self._records)
        return [record for record in found if record]

    def _on_field(self) -> None:
        while item := self._place.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.editor = editor_for(self._field, self._desk)
        self.editor.name_it(field_label(self._field))
        self.editor.show_value(() if self._field.many else "" if self._field.type is str else None)
        self.editor.lock(self._desk.history.store.is_read_only)
        self._shown = Field(escaped(_("New value")), self.editor, hint=_(self._field.show.help))
        self._place.addWidget(self._shown, 0, Qt.AlignmentFlag.AlignTop)

    def _on_delete(self) -> None:
        self.deletion.delete(self._current(), lambda: None)

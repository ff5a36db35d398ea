"""One field of a form: it shows a value, writes what the user answers, and keeps what cannot be written."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.model.fields import Field as Declared
from dossier.model.record import Record, Status
from dossier.store.edit import Change, Edit
from dossier.ui.desk import Desk
from dossier.ui.records.dispatch import editor_for
from dossier.ui.records.editor import Editor, Unreadable
from dossier.ui.records.words import field_label
from dossier.ui.tokens import S1, ToneName
from dossier.ui.widgets.buttons import escaped
from dossier.ui.widgets.field import Field
from dossier.work import edits

NOTHING_FOUND: tuple[str, ToneName] = ("", "minor")
_ROOM_BESIDE = 540  # pixels from which a label stands beside its input


def edit_of(
    desk: Desk, records: Iterable[Record], field: Declared, value: Any, brings: tuple[Record, ...] = ()
) -> Edit | None:
    """The edit that gives `value` to one field of some records, with the new records that the value refers to."""
    if field.type is Status:
        return edits.validation(desk.dossier, records, value)
    edit = edits.change_of_field(records, field.name, value)
    named = value if field.many else (value,)
    new = tuple(Change(None, record) for record in brings if record.id in named)
    return Edit(edit.label, (*new, *edit.changes)) if edit and new else edit


def write(desk: Desk, edit: Edit) -> str:
    """Write an edit; gives back the sentence that says why it failed, or nothing."""
    sentences: list[str] = []
    desk.history.failed.connect(sentences.append)
    written = desk.history.do(edit)
    desk.history.failed.disconnect(sentences.append)
    return "" if written else " ".join(sentences) or _("This could not be written.")


class Beside(QWidget):
    """A label and its input beside each other where there is room, else below each other."""

    def __init__(self, label: QWidget, editor: QWidget) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(S1)
        self._box.addWidget(label, 2)
        self._box.addWidget(editor, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if self.width() >= _ROOM_BESIDE else direction.TopToBottom
        if wanted != self._box.direction():
            self._box.setDirection(wanted)


class FormField(Field):
    """The editor of one field of the record that is shown; a page may name it otherwise, or give it another editor."""

    def __init__(
        self, field: Declared, desk: Desk, *, label: str = "", editor: Editor | None = None, beside: bool = False
    ) -> None:
        self.field, self._desk = field, desk
        self.input: Editor = editor or editor_for(field, desk)
        self._record: Record | None = None
        self._kept: dict[str, tuple[object, str]] = {}  # by record: what was typed and could not be written
        self._finding, self._finding_tone = NOTHING_FOUND
        self._wrong = ""
        label = label or field_label(field)
        super().__init__(escaped(label), self.input, hint=_(field.show.help), note=_(field.show.required_by))
        self.input.name_it(label)
        if beside or self.input.beside:
            self._put_beside()
        self.input.done.connect(lambda: self.save())

    def _put_beside(self) -> None:
        layout = self.layout()
        above = layout.takeAt(0) if layout else None
        label = above.widget() if above else None
        if label and isinstance(layout, QVBoxLayout):
            layout.removeWidget(self.input)
            layout.insertWidget(0, Beside(label, self.input))

    @property
    def narrow(self) -> bool:
        return self.input.narrow

    def show_record(self, record: Record) -> None:
        """Show the value of a record, or what was typed for it and could not be written."""
        self._record = record
        self.input.about(record)
        self.input.show_value(getattr(record, self.field.name))
        typed, error = self._kept.get(record.id, (None, ""))
        if error:
            self.input.put_back(typed)
        self.set_error(error)

    def refresh(self, record: Record) -> None:
        """The record after an edit made here or elsewhere; what is being typed is left alone."""
        self._record = record
        self.input.about(record)
        value = getattr(record, self.field.name)
        if record.id in self._kept or self.input.is_touched():
            return
        if value != self.input.shown or self.field.is_reference:  # what a reference leads to may have a new name
            self.input.show_value(value)

    def unwritten(self) -> list[str]:
        """The records for which something was typed that could not be written."""
        return list(self._kept)

    def save(self, *, leaving: bool = False) -> bool:
        """Write what stands in the editor; False where it cannot be read or written, and then it stays there.

        What is unfinished is no error as long as the keyboard is in it and nobody is `leaving`.
        """
        if self._record is None or not self.isEnabled():
            return True
        try:
            edit = self._edit()
        except Unreadable as unreadable:
            if leaving or not (unreadable.unfinished and self.input.has_keyboard()):
                self._keep(str(unreadable))
            return False
        except (ValueError, OverflowError):
            self._keep(_("This cannot be stored: correct it"))
            return False
        value = self.input.value()
        error = write(self._desk, edit) if edit else ""
        if error:
            self._keep(error)
            return False
        self._forget(value)
        return True

    @property
    def error(self) -> str:
        """Why what was typed could not be written."""
        return self._wrong

    @property
    def found(self) -> str:
        """What was found about the value that is written."""
        return self._finding

    def set_error(self, error: str) -> None:
        """What cannot be read comes first; without, what was found about the value that is written."""
        tone: ToneName = "blocking"
        self._wrong = error
        if not error and self._finding:
            error, tone = self._finding, self._finding_tone
        self._say(error, tone)
        self.input.mark_invalid(bool(error) and tone == "blocking")
        self.input.describe(error or self._hint)

    def show_finding(self, words: str, tone: ToneName) -> None:
        """What is missing or contradictory in the value as it is written: said beside it, never refused."""
        if (words, tone) != (self._finding, self._finding_tone):
            self._finding, self._finding_tone = words, tone
            kept = self._kept.get(self._record.id) if self._record else None
            self.set_error(kept[1] if kept else "")

    def lock(self, locked: bool) -> None:
        self.input.lock(locked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives back the value as it is written."""
        if event.key() == Qt.Key.Key_Escape and self._record and (self.input.is_touched() or self.error):
            self._kept.pop(self._record.id, None)
            self.show_record(self._record)
        else:
            super().keyPressEvent(event)

    def _edit(self) -> Edit | None:
        if self._record is None:
            return None
        current = self._desk.dossier.get(self._record.id, type(self._record))
        if current is None or not self.input.is_touched():
            return None
        return self.edit_of_record(current)

    def edit_of_record(self, current: Record) -> Edit | None:
        """The edit that gives the record, as it stands, what is answered."""
        return edit_of(self._desk, [current], self.field, self.input.value(), self.input.brings)

    def _keep(self, error: str) -> None:
        if self._record:
            self._kept[self._record.id] = (self.input.typed(), error)
        self.set_error(error)

    def _forget(self, value: Any) -> None:
        if self._record:
            self._kept.pop(self._record.id, None)
        self.set_error("")
        if self.input.has_keyboard() and not self.field.is_reference:
            self.input.settle(value)
        else:
            self.input.show_value(value)

"""The answers of the method of ENISA, as they stand before they are kept as an assessment."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.model.breach import BreachAssessment
from dossier.model.fields import field_of
from dossier.ui.desk import Desk
from dossier.ui.records.dispatch import editor_for
from dossier.ui.records.editor import Editor, Unreadable
from dossier.ui.records.words import field_label
from dossier.ui.tokens import S3
from dossier.ui.widgets.buttons import escaped
from dossier.ui.widgets.field import Field

_ASKED = (
    "context",
    "context_adjustment",
    "context_reason",
    "identification",
    "confidentiality",
    "integrity",
    "availability",
    "malicious",
    "unintelligible",
    "comment",
)


class AssessmentForm(QWidget):
    """Nothing is written from here: an assessment is added whole, and never rewritten."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.editors: dict[str, Editor] = {}
        self._fields: dict[str, Field] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S3)
        for name in _ASKED:
            box.addWidget(self._field(name, desk))

    def _field(self, name: str, desk: Desk) -> Field:
        declared = field_of(BreachAssessment, name)
        editor = editor_for(declared, desk)
        label = field_label(declared)
        self.editors[name] = editor
        self._fields[name] = Field(escaped(label), editor, hint=_(declared.show.help))
        editor.name_it(label)
        editor.done.connect(self.changed)
        return self._fields[name]

    def show_draft(self, draft: BreachAssessment) -> None:
        for name, editor in self.editors.items():
            editor.show_value(getattr(draft, name))
            self._fields[name].set_error("")

    def draft(self, base: BreachAssessment) -> BreachAssessment | None:
        """What is answered, on top of `base`; None where an answer cannot be read, which is said beside it."""
        values: dict[str, Any] = {}
        for name, editor in self.editors.items():
            try:
                values[name] = editor.value()
                self._fields[name].set_error("")
            except Unreadable as unreadable:
                self._fields[name].set_error(str(unreadable))
        return base.with_(**values) if len(values) == len(self.editors) else None

    def first_missing(self) -> Editor:
        """Where to go on: the first answer that the score needs, else the first of all."""
        needed = [self.editors[name] for name in ("context", "identification")]
        empty = [editor for editor in needed if editor.shown is None and not editor.is_touched()]
        return (empty or needed)[0]

    def lock(self, locked: bool) -> None:
        for editor in self.editors.values():
            editor.lock(locked)

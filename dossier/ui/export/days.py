"""A day that limits an export; what cannot be read is said, and nothing is created before it can."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import Language
from dossier.ui.records.editor import Unreadable
from dossier.ui.records.time_editors import DateEditor
from dossier.ui.widgets.field import Field


class DayField(QWidget):
    """Empty is no limit."""

    changed = Signal()

    def __init__(self, name: str, say: Language, hint: str = "") -> None:
        super().__init__()
        self.editor = DateEditor(say)
        self.editor.name_it(name)
        self.field = Field(name, self.editor, hint=hint)
        self.day: date | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        self.editor.done.connect(self._on_done)

    def doubt(self, wrong: str) -> None:
        """Say what is wrong with the day that was read, beside others; what could not be read is said already."""
        if self.day:
            self.field.set_error(wrong)

    def _on_done(self) -> None:
        try:
            day = self.editor.read()
        except Unreadable as error:
            self.field.set_error(str(error))
            day = None
        else:
            self.field.set_error("")
        if day != self.day:
            self.day = day
            self.changed.emit()

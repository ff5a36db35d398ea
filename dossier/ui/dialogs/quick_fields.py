"""Inputs of the quick log: how many persons, and a choice of the dossier's records that may be words instead."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.ui.dialogs.quick_known import Choices, Known
from dossier.ui.widgets.buttons import plain
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.toggles import Toggle
from dossier.work.incident_note import IncidentNote


class Persons(QWidget):
    """A number as people type it, or "not known yet"."""

    changed = Signal()

    def __init__(self, note: IncidentNote) -> None:
        super().__init__()
        self._known: Known | None = None
        self.number = QLineEdit()
        self.number.setPlaceholderText(_("number"))
        self.number.setFixedWidth(100)
        self.unknown = Toggle(_("Not known yet"), unknown=True)
        line = row(self.number, self.unknown, None)
        self.field = Field(_("&People affected"), line, reserve=True)
        self.field.label.setBuddy(self.number)
        self.number.setAccessibleName(plain(_("&People affected")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        self.fill(note)
        self.number.textEdited.connect(self._on_edited)
        self.unknown.clicked.connect(self._on_unknown)

    def fill(self, note: IncidentNote) -> None:
        self.number.setText(note.persons)
        self.unknown.setChecked(note.persons_unknown)
        self._show_doubt()

    def learn(self, known: Known) -> None:
        self._known = known
        self._show_doubt()

    def told(self, note: IncidentNote) -> IncidentNote:
        return note.with_(persons=self.number.text().strip(), persons_unknown=self.unknown.isChecked())

    def _on_edited(self) -> None:
        self.unknown.setChecked(False)
        self._show_doubt()
        self.changed.emit()

    def _on_unknown(self) -> None:
        self.number.clear()
        self._show_doubt()
        self.changed.emit()

    def _show_doubt(self) -> None:
        said = self._known.count_doubt(self.number.text()) if self._known else ""
        self.field.set_doubt(said)
        self.number.setAccessibleDescription(said)


class Choice(QComboBox):
    """One of a list that is offered later; its first line says "not known yet". `words_too` lets one type others."""

    changed = Signal()

    def __init__(self, value: str, *, words_too: bool) -> None:
        super().__init__()
        self._awaited = value
        self.setEditable(words_too)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItem(_("Not known yet"), "")
        self.currentTextChanged.connect(self._on_changed)

    def offer(self, choices: Choices) -> None:
        """The list, once the dossier is read; what was chosen or typed stays."""
        value, self._awaited = self.value, ""
        blocked = self.blockSignals(True)
        for key, words in choices:
            self.addItem(words, key)
        if completer := self.completer():
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.fill(value)
        self.blockSignals(blocked)

    def fill(self, value: str) -> None:
        at = self.findData(value)
        if at >= 0:
            self.setCurrentIndex(at)
        elif self.count() > 1:
            self.setEditText(value)
        else:
            self._awaited = value

    @property
    def value(self) -> str:
        """The key of what is chosen, or the words."""
        words = self.currentText().strip()
        at = self.findText(words, Qt.MatchFlag.MatchFixedString)
        return self._awaited or (str(self.itemData(at)) if at >= 0 else words)

    def _on_changed(self) -> None:
        self._awaited = ""
        self.changed.emit()

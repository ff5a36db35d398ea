"""The five lines of the quick log: only the first is needed, and each other may stay "not known yet"."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.ui.dialogs.quick_awareness import Awareness
from dossier.ui.dialogs.quick_fields import Choice, Persons
from dossier.ui.dialogs.quick_known import Known
from dossier.ui.tokens import S3, S4
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.layouts import fill, row
from dossier.ui.widgets.segmented import Option
from dossier.ui.widgets.toggles import Toggles
from dossier.work.incident_note import NATURES, UNKNOWN_DATA, IncidentNote

_TEXT = 64  # pixels: two lines and their edges


class QuickForm(QWidget):
    """Shows a note, and gives it back as it was changed."""

    changed = Signal()

    def __init__(self, note: IncidentNote, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.text = QPlainTextEdit(note.text)
        self.text.setFixedHeight(_TEXT)
        self.awareness, self.persons = Awareness(note, clock), Persons(note)
        self.nature = Toggles(_natures(), note.nature)
        self.nature.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else the letter of its label leads nowhere
        self.data = Choice(_listed(note), words_too=False)
        self.processor = Choice(note.processor, words_too=True)
        self.activity = Choice(note.activity, words_too=True)
        self._lay_out()
        self.text.textChanged.connect(self.changed)
        for part in (self.awareness, self.nature, self.persons, self.data, self.processor, self.activity):
            part.changed.connect(lambda *_what: self.changed.emit())

    def _lay_out(self) -> None:
        nature = Field(_("&Nature"), self.nature)
        data = Field(_("&Data"), self.data, reserve=True)
        processor, activity = Field(_("P&rocessor involved"), self.processor), Field(_("&Activity"), self.activity)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S3)
        fill(
            layout,
            Field(_("&What happened?"), self.text),
            self.awareness,
            nature,
            row((self.persons, 1), (data, 1), gap=S4),
            row((processor, 1), (activity, 1), gap=S4),
            None,
        )

    def take_focus(self) -> None:
        """To the end of the one sentence that is needed."""
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self, note: IncidentNote) -> None:
        """Show another note."""
        self.text.setPlainText(note.text)
        self.nature.set_values(note.nature)
        self.awareness.fill(note)
        self.persons.fill(note)
        self.data.fill(_listed(note))
        self.processor.fill(note.processor)
        self.activity.fill(note.activity)

    def learn(self, known: Known) -> None:
        """Offer what the dossier holds; what was chosen or typed stays."""
        self.data.offer(known.data)
        self.processor.offer(known.processors)
        self.activity.offer(known.activities)
        self.awareness.learn(known)
        self.persons.learn(known)

    def told(self, note: IncidentNote) -> IncidentNote:
        """The note with what stands here."""
        told = note.with_(
            text=self.text.toPlainText(),
            nature=self.nature.values,
            data=(self.data.value or UNKNOWN_DATA,),
            processor=self.processor.value,
            activity=self.activity.value,
        )
        return self.persons.told(self.awareness.told(told))


def _natures() -> list[Option]:
    names = (_("Confidentiality"), _("Integrity"), _("Availability"), _("Not known yet"))
    unknown = NATURES[-1]
    return [
        Option(code, name, tone="none" if code == unknown else None) for code, name in zip(NATURES, names, strict=True)
    ]


def _listed(note: IncidentNote) -> str:
    """The kind of data that is chosen; not known yet is the first line of the list."""
    return next((one for one in note.data if one != UNKNOWN_DATA), "")

"""A line to note what happens: Enter writes it, now or at the time that is said beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.model.record import Moment, Precision
from dossier.model.text import zone
from dossier.ui.desk import Desk
from dossier.ui.tokens import S1, S2
from dossier.ui.widgets.inputs import fit_into_form
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import row
from dossier.work.breach_edits import moment_in
from dossier.work.spoken_time import doubt, understood

_WHEN = 110


class NoteLine(QWidget):
    """`noted` gives the words and when it happened. Correcting an event uses the same line."""

    noted = Signal(str, object)
    left = Signal()

    def __init__(self, desk: Desk, *, hint: str) -> None:
        super().__init__()
        self._desk = desk
        self._base: Moment | None = None
        self._base_words = ""
        self.words, self.when = QLineEdit(), QLineEdit()
        self.words.setPlaceholderText(hint)
        self.words.setAccessibleName(hint)
        self.words.setToolTip(_("Enter writes it"))
        self.when.setPlaceholderText(_("now"))
        self.when.setAccessibleName(_("When it happened: 14:05, yesterday 18:30…"))
        self.when.setToolTip(self.when.accessibleName())
        self.when.setFixedWidth(_WHEN)
        self._error = Label("", "caption", "blocking", wrap=True)
        self._error.hide()
        for line in (self.words, self.when):
            fit_into_form(line)
            line.returnPressed.connect(self.write)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S1)
        box.addWidget(row((self.words, 1), self.when, gap=S2))
        box.addWidget(self._error)

    def show_words(self, words: str, at: Moment | None = None, when: str = "") -> None:
        """What is to be corrected, with when it happened."""
        self.words.setText(words)
        self._base, self._base_words = at, when
        self.when.setText(when)
        self._say("")

    def write(self) -> None:
        """Give what was typed away, unless there is nothing or its time is not understood."""
        text = self.words.text().strip()
        at = self._moment()
        if text and at:
            self.noted.emit(text, at)

    def take_focus(self) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def lock(self, locked: bool) -> None:
        self.words.setEnabled(not locked)
        self.when.setEnabled(not locked)

    def _moment(self) -> Moment | None:
        typed, now = self.when.text().strip(), self._desk.clock()
        if self._base and typed == self._base_words:
            return self._base
        here = moment_in(self._desk.dossier, now)
        found = understood(typed or "maintenant", now, zone(here.zone))
        self._say("" if found else doubt(typed, found, now, zone(here.zone)))
        if found is None:
            return None
        precision = Precision.DAY if found.whole_day else Precision.MINUTE
        return Moment(at=found.at, zone=here.zone, precision=precision)

    def _say(self, error: str) -> None:
        self._error.setText(error)
        self._error.setVisible(bool(error))
        self.when.setAccessibleDescription(error)

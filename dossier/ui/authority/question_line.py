"""The line on which questions are entered: Enter writes one, pasting several lines writes as many."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from dossier.i18n import _
from dossier.ui.widgets.inputs import fit_into_form


class QuestionLine(QLineEdit):
    """The keyboard stays in it: a questionnaire is typed from one question to the next."""

    entered = Signal(object)
    """The questions, one text each."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("Next question of the authority"))
        self.setAccessibleName(self.placeholderText())
        self.setToolTip(_("Enter writes it; several lines that are pasted make as many questions"))
        fit_into_form(self)
        self.returnPressed.connect(self.write)

    def write(self) -> None:
        """Give what was typed away, unless there is nothing."""
        if text := self.text().strip():
            self.clear()
            self.entered.emit([text])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self._take_lines():
            return
        super().keyPressEvent(event)

    def _take_lines(self) -> bool:
        """Whether several lines were pasted, which Qt would make one of."""
        pasted = QGuiApplication.clipboard().text().splitlines()
        questions = [text for one in pasted if (text := one.strip())]
        if len(questions) < 2 or self.isReadOnly():
            return False
        self.entered.emit(questions)
        return True

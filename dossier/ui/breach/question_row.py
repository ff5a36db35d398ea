"""One question of the CNIL's form: how it stands, its answer to be copied, and the way to its field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dossier.i18n import _
from dossier.law.cnil_answers import AnswerState
from dossier.law.cnil_form import Question, Section
from dossier.ui.tokens import S1, S2, S3, S4, ToneName
from dossier.ui.widgets.buttons import Button, IconButton
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.chips import Chip, chip_width
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, fill

TONES: dict[AnswerState, ToneName] = {
    AnswerState.KNOWN: "ok",
    AnswerState.OPEN: "check",
    AnswerState.MISSING: "minor",
    AnswerState.NOT_APPLICABLE: "none",
}
_BESIDE_CHIP = 3  # pixels: the label stands on the line of the chip
GAPS = (AnswerState.OPEN, AnswerState.MISSING)


class QuestionRow(QWidget):
    """Serves one question of the outline for all breaches in turn."""

    copy_asked = Signal(object)
    mend_asked = Signal(object)

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        self._state = Chip("", "none")
        self._label = Label(question.label, "caption_strong", "text2", wrap=True)
        self._answer = Label("", wrap=True)
        self._answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copied = Label(_("Copied"), "caption", "ok")
        self.copy = IconButton("copy", _("Copy the answer: {label}", label=question.label))
        self.mend = IconButton("edit", _("Go to the field: {label}", label=question.label))
        self.copy.clicked.connect(lambda: self.copy_asked.emit(self))
        self.mend.clicked.connect(lambda: self.mend_asked.emit(self))
        self._lay_out()
        self.show_copied(False)

    def _lay_out(self) -> None:
        state = column(self._state, None, gap=0)
        state.setFixedWidth(max(chip_width(_(one.label), TONES[one]) for one in AnswerState) + S3)
        for widget in (self._copied, self.copy):
            keep_place(widget)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, S1, 0, S1)
        box.setSpacing(S2)
        words = column(self._label, self._answer, None, gap=2, margins=(0, _BESIDE_CHIP, 0, 0))
        fill(box, state, (words, 1), self._copied, self.copy, self.mend)

    def show_question(self, question: Question) -> None:
        self.question = question
        tone = TONES[question.state]
        self._state.show_state(_(question.state.label), tone, tone)
        self._answer.setText(question.text)
        self._answer.setVisible(bool(question.text))
        self.copy.setVisible(bool(question.text))
        self.show_copied(False)

    def show_copied(self, copied: bool) -> None:
        self._copied.setVisible(copied)


class SectionCard(Card):
    """A numbered part of the form with its questions."""

    def __init__(self, section: Section) -> None:
        self.copy = Button(_("Copy the section"), role="link")
        self.copy.setAccessibleName(_("Copy the section: {label}", label=section.title))
        keep_place(self.copy)
        super().__init__(section.title, self.copy, gap=S1)
        self.section = section
        self.rows = [QuestionRow(question) for question in section.questions]
        self.add(*self.rows)
        self.body.setContentsMargins(S4, S3, S4, S3)

    def show_section(self, section: Section, gaps_only: bool) -> bool:
        """Says whether there is anything to show."""
        self.section = section
        for row, question in zip(self.rows, section.questions, strict=True):
            row.show_question(question)
            row.setVisible(not gaps_only or question.state in GAPS)
        self.copy.setVisible(any(question.text for question in section.questions))
        return not gaps_only or any(question.state in GAPS for question in section.questions)


def keep_place(widget: QWidget) -> None:
    """Nothing moves when it comes and goes."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)

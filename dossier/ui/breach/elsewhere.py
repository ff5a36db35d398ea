"""The first numbers of the CNIL's form, which are answered by other records of the dossier: read here, mended there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import N_, _
from dossier.law.cnil_answers import AnswerState
from dossier.law.cnil_form import Section
from dossier.ui.desk import Desk
from dossier.ui.pages.breach_worksheet import place_to_mend
from dossier.ui.records.words import breakable
from dossier.ui.tokens import S1, S2
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row

_NAMES = {
    1: N_("Type of notification"),
    2: N_("Organisation"),
    3: N_("Legal representative"),
    4: N_("Person to contact"),
}


class Answered(QWidget):
    """One number: what the dossier answers, what it lacks, and the way to the record."""

    def __init__(self, number: int, desk: Desk) -> None:
        super().__init__()
        self._desk, self._breach = desk, ""
        self._section: Section | None = None
        name = Label(f"{number} · {_(_NAMES[number])}", "caption_strong", "text2", wrap=True)
        self._told = Label("", "body", "text", wrap=True)
        self._lacking = Label("", "caption", "text3", wrap=True)
        self.complete = Button(_("Fill in"), role="link", tip=_("Complete: {name}", name=_(_NAMES[number])))
        self.complete.setAccessibleName(self.complete.toolTip())
        self.complete.clicked.connect(self._on_complete)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(row((column(name, self._told, self._lacking, gap=S1), 1), self.complete, gap=S2))

    def show_section(self, section: Section, breach: str) -> None:
        self._section, self._breach = section, breach
        told = " · ".join(one.text.replace("\n", ", ") for one in section.questions if one.text)
        lacking = [one.label for one in section.questions if one.state is AnswerState.MISSING]
        self._told.setText(breakable(told))
        self._told.setVisible(bool(told))
        self._lacking.setText(_("Not in the dossier: {answers}", answers=", ".join(lacking)) if lacking else "")
        self._lacking.setVisible(bool(lacking))
        self.complete.setVisible(bool(lacking))

    def _on_complete(self) -> None:
        lacking = (one for one in self._section.questions if one.state is AnswerState.MISSING) if self._section else ()
        for question in list(lacking)[:1]:
            self._desk.go_to_place(place_to_mend(question.found.place, self._breach, self._desk.dossier))


class Elsewhere(QWidget):
    """The numbers 1 to 4."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.numbers = {number: Answered(number, desk) for number in _NAMES}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S2)
        for answered in self.numbers.values():
            box.addWidget(answered)

    def show_sections(self, sections: Sequence[Section], breach: str) -> None:
        for section in sections:
            if section.number in self.numbers:
                self.numbers[section.number].show_section(section, breach)

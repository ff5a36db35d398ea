"""The head of the form: how much of it can be answered, and the way to the worksheet that copies it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.law.cnil_answers import AnswerState
from dossier.law.cnil_form import worksheet
from dossier.ui.breach.elsewhere import Elsewhere
from dossier.ui.breach.progress import Progress
from dossier.ui.desk import Desk
from dossier.ui.navigation import Place
from dossier.ui.side import WORKSHEET
from dossier.ui.tokens import S3
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.chips import Chip
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import row


class FormHead(QWidget):
    """Counts the numbers of the form in which nothing is missing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._breach = ""
        self._chip = Chip("", "none")
        self.copy = Button(_("Copy for the online form"), "copy")
        self.copy.clicked.connect(lambda: desk.go_to_place(Place(WORKSHEET, self._breach)))
        self.elsewhere = Elsewhere(desk)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S3)
        box.addWidget(row((Label(_("CNIL form"), "h3", wrap=True), 1), flow(self._chip, self.copy)))
        box.addWidget(self.elsewhere)

    def show_progress(self, progress: Progress) -> None:
        self._breach = progress.breach.id
        sections = worksheet(progress.dossier, progress.breach, progress.now).sections
        self.elsewhere.show_sections(sections, self._breach)
        lacking = [one for one in sections if any(question.state is AnswerState.MISSING for question in one.questions)]
        total, whole = len(sections), len(sections) - len(lacking)
        self._chip.show_state(_("{n} of {total} numbers", n=whole, total=total), "ok" if whole == total else "none")
        said = [_("Something is missing in:"), *(one.title for one in lacking)] if lacking else []
        self._chip.setToolTip("\n".join(said))

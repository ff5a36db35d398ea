"""The six steps of a transfer impact assessment, in the words of the legal data, and how far they are."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import Language, _
from dossier.law.data import law_data, origin_of, said
from dossier.law.transfer_words import origin_words
from dossier.model.transfer import TransferAssessment
from dossier.ui import theme
from dossier.ui.icons import paint_icon
from dossier.ui.tokens import CONTROL, S2, S3, Tokens
from dossier.ui.widgets.painting import RIGHT, words
from dossier.ui.widgets.rows import PaintedRow

_ICON = 17


@dataclass(frozen=True)
class AssessmentStep:
    """One step: the field that holds it, its number and name, and what it asks for."""

    field: str
    name: str
    help: str


def assessment_steps(say: Language) -> tuple[AssessmentStep, ...]:
    """The steps of `transfer_mechanisms.json`."""
    return tuple(
        AssessmentStep(f"step_{one['step']}", f"{one['step']}. {said(one['name'], say)}", said(one["help"], say))
        for one in law_data("transfer_mechanisms")["steps"]
    )


def guide_words(say: Language) -> str:
    """Where the steps come from, and the address of the guide of the CNIL, to be copied: nothing is opened."""
    data = law_data("transfer_mechanisms")
    return f"{origin_words(origin_of(data, data['steps'][0]), say)}\n{data['sources']['assessment'].get('url', '')}"


def steps_done(assessment: TransferAssessment | None) -> int:
    """How many of the steps say something."""
    return sum(bool(assessment and getattr(assessment, f"step_{n}")) for n in range(1, 7))


class StepRow(PaintedRow):
    """A step with what was done of it; pressing it goes there."""

    def __init__(self, step: AssessmentStep) -> None:
        self.step, self._done = step, False
        super().__init__(CONTROL, self._paint, step.name)
        self.setToolTip(step.help)

    def show_done(self, done: bool) -> None:
        self._done = done
        self.setAccessibleName(f"{self.step.name}: {self._state()}")
        self.update()

    def _state(self) -> str:
        return _("written") if self._done else _("to do")

    def _paint(self, painter: QPainter, rect: QRectF, k: Tokens) -> None:
        ink = k.tone("ok").fg if self._done else k.text3
        at = QRectF(rect.left(), rect.center().y() - _ICON / 2, _ICON, _ICON)
        paint_icon(painter, at, "ok" if self._done else "none", ink, 2)
        state = theme.metrics("caption").horizontalAdvance(self._state()) + S3
        room = rect.adjusted(_ICON + S2, 0, 0, 0)
        if theme.metrics("body").horizontalAdvance(self.step.name) <= room.width() - state:
            words(painter, rect, self._state(), "caption", ink, RIGHT)  # the icon alone says it where there is no room
        words(painter, room, self.step.name, "body", k.text if self._done else k.text2)


class StepList(QWidget):
    """The steps below each other, in free order."""

    asked = Signal(str)
    """The field of a step."""

    def __init__(self, say: Language) -> None:
        super().__init__()
        self.rows = [StepRow(step) for step in assessment_steps(say)]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for row in self.rows:
            row.clicked.connect(lambda _checked=False, field=row.step.field: self.asked.emit(field))
            box.addWidget(row)

    def show_assessment(self, assessment: TransferAssessment | None) -> None:
        for row in self.rows:
            row.show_done(bool(assessment and getattr(assessment, row.step.field)))

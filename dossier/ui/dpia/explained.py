"""The choices of a screening below each other: each with a line that explains it and what the register suggests."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from dossier.i18n import _, current_language
from dossier.law.data import law_data, said
from dossier.model.record import Term
from dossier.ui import theme
from dossier.ui.icons import paint_icon
from dossier.ui.records.choice_editors import TermsEditor
from dossier.ui.tokens import ROW, ROW_TALL, S1, S2, S3, Tokens
from dossier.ui.widgets.labels import IconLabel, Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.painting import LEFT, focus_ring, painter_for, rounded, words
from dossier.ui.widgets.segmented import Option
from dossier.ui.widgets.toggles import Toggle, Toggles

_BOX, _TEXT = 18, 40  # the box of the tick, and where the words begin
_LINE = 430  # pixels of words that certainly find room in one line


class ExplainedToggle(Toggle):
    """A row as wide as the form: a box, the words of the choice, and what they mean below or the rest of them."""

    def __init__(self, text: str, explanation: str) -> None:
        super().__init__(text)
        self._explanation = explanation
        is_long = theme.metrics("strong").horizontalAdvance(text) > _LINE
        self.setFixedHeight(ROW_TALL if explanation or is_long else ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("\n".join(filter(None, (text, explanation))))
        self.setAccessibleDescription(explanation)

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        on = self.isChecked()
        ground = k.selected if on else k.hover if self.underMouse() else k.surface
        rounded(painter, rect, ground, k.accent if on else k.border)
        box = QRectF(12, rect.center().y() - _BOX / 2, _BOX, _BOX)
        rounded(painter, box, k.accent_fill if on else k.surface, None if on else k.border, 4)
        if on:
            paint_icon(painter, box.adjusted(2, 2, -2, -2), "tick", k.on_accent, 2.6)
        self._paint_words(painter, rect.adjusted(_TEXT, 0, -S3, 0), k)
        if self.hasFocus():
            focus_ring(painter, rect)

    def _paint_words(self, painter: QPainter, inner: QRectF, k: Tokens) -> None:
        ink, half = k.text if self.isEnabled() else k.text3, inner.height() / 2
        if not self._explanation:
            painter.setFont(theme.font("body"))
            painter.setPen(QColor(ink))
            painter.drawText(inner, LEFT | Qt.TextFlag.TextWordWrap, self.words)
            return
        words(painter, inner.adjusted(0, 6, 0, -half), self.words, "strong", ink)
        words(painter, inner.adjusted(0, half, 0, -7), self._explanation, "caption", k.text2)


class Suggestion(QWidget):
    """What the register suggests below a choice; nothing is ticked by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.label = Label("", "caption", "check", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(_TEXT - 23, 0, 0, S1)
        box.addWidget(row(IconLabel("check", "check", 15), (self.label, 1), gap=S2))
        self.hide()

    def say(self, reasons: str) -> None:
        self.label.setText(_("Suggested by the register: {reasons}", reasons=reasons) if reasons else "")
        self.setVisible(bool(reasons))


class ExplainedToggles(Toggles):
    """All the choices; the criteria with their explanation from the legal data."""

    def make_toggle(self, option: Option) -> Toggle:
        return ExplainedToggle(option.words, _explanations().get(option.value, ""))

    def laid_out(self, toggles: Mapping[str, Toggle]) -> QWidget:
        self.suggestions = {value: Suggestion() for value in toggles}
        rows = [column(toggle, self.suggestions[value], gap=S1) for value, toggle in toggles.items()]
        return column(*rows, gap=S1 + 2)


class ExplainedTerms(TermsEditor):
    """The editor of the criteria, or of the types of the CNIL's list."""

    toggles: ExplainedToggles

    def __init__(self, terms: type[Term]) -> None:
        super().__init__(terms, ExplainedToggles)

    def suggest(self, reasons: Mapping[str, str]) -> None:
        """Say below each choice, by its code, why the register suggests it."""
        for value, suggestion in self.toggles.suggestions.items():
            suggestion.say(reasons.get(value, ""))


def _explanations() -> Mapping[str, str]:
    """What each criterion means, by its code; the types of the list say it themselves."""
    say = current_language()
    return {one["code"]: said(one["help"], say) for one in law_data("dpia")["criteria"]}

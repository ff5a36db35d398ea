"""Every assessment of severity that was made, newest first; those that were struck out stay readable."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _, _n
from dossier.law.enisa import score_of
from dossier.model.breach import BreachAssessment
from dossier.model.fields import fields_of
from dossier.model.text import text_of
from dossier.ui.breach.severity_tones import SHORT
from dossier.ui.breach.struck import struck
from dossier.ui.desk import Desk
from dossier.ui.records.words import breakable, field_label, value_text
from dossier.ui.tokens import S1, S2
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.work import breach_edits

_SAID_ABOVE = frozenset({"id", "reference", "aliases", "breach", "name", "at", "by", "struck_out"})


class PastAssessments(QWidget):
    """Opened with one press; closed it says how many there are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._made: Sequence[BreachAssessment] = ()
        self._is_open = self._locked = False
        self._toggle = Button("", role="link")
        self._toggle.clicked.connect(self._on_toggle)
        self._list = QWidget()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(S2)
        self._box.addWidget(self._toggle)
        self._box.addWidget(self._list)

    def show_assessments(self, made: Sequence[BreachAssessment]) -> None:
        self._made = made
        n = len(made)
        self.setVisible(n > 0)
        hide = _("Hide the assessments")
        self._toggle.setText(hide if self._is_open else _n("{n} assessment made", "{n} assessments made", n))
        lines = [self._line(one) for one in reversed(made)] if self._is_open else []
        shown = column(*lines, gap=S2)
        self._box.replaceWidget(self._list, shown)
        self._list.hide()
        self._list.deleteLater()
        self._list = shown
        shown.setVisible(self._is_open)

    def lock(self, locked: bool) -> None:
        self._locked = locked
        self.show_assessments(self._made)

    def _line(self, made: BreachAssessment) -> QWidget:
        score, say = score_of(made), self._desk.say
        value = f"{score.words(say)} ({_(SHORT[score.band])}) · {score.formula(say)}" if score else _("no score")
        head = " · ".join(filter(None, (text_of(made.at, say), made.by, made.reference)))
        answers = [
            _("{field}: {value}", field=field_label(field), value=text.replace("\n", ", "))
            for field in fields_of(BreachAssessment)
            if field.name not in _SAID_ABOVE and (text := value_text(self._desk.dossier, made, field, say))
        ]
        title = Label(value, "strong", wrap=True)
        details = Label(breakable(" · ".join(answers)), "caption", "text2", wrap=True)
        if made.struck_out:
            struck(title)
            head = _("Struck out · {words}", words=head)
        lines = column(title, Label(head, "caption", "text3", wrap=True), details, gap=S1)
        strike = Button(_("Strike out"), role="quiet")
        strike.setEnabled(not self._locked)
        strike.clicked.connect(lambda: self._desk.history.do(breach_edits.striking_out(made)))
        return lines if made.struck_out else row((lines, 1), strike)

    def _on_toggle(self) -> None:
        self._is_open = not self._is_open
        self.show_assessments(self._made)

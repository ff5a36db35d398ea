"""The card of severity: score, band, formula and gauge; assessing again adds to what was assessed before."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.law.data import law_data
from dossier.law.enisa import ADVICE, Band, Score, in_force, score_of
from dossier.model.breach import Breach, BreachAssessment
from dossier.model.text import decimal_text
from dossier.ui.breach.assessment_form import AssessmentForm
from dossier.ui.breach.past_assessments import PastAssessments
from dossier.ui.breach.severity_tones import SHORT, TONES
from dossier.ui.desk import Desk
from dossier.ui.tokens import S1, S3
from dossier.ui.widgets import gauge
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Hairline, Label
from dossier.ui.widgets.layouts import column
from dossier.work import breach_edits, edits


class SeverityCard(Card):
    """What is answered and not kept yet stays with its breach as long as the window is open."""

    opened = Signal()

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._again = Button(_("Assess"), role="link")
        super().__init__(_("ENISA severity"), self._again, gap=S3)
        self._breach: Breach | None = None
        self._drafts: dict[str, BreachAssessment] = {}
        self._value, self._band = Label("", "h1", tabular=True), Label("", "strong")
        self._formula = Label("", "caption", "text3", wrap=True, tabular=True)
        self._gauge = gauge.Gauge(_bands(desk))
        self._advice = Label("", "caption", "text2", wrap=True)
        self.past = PastAssessments(desk)
        self._inputs = self._made_inputs()
        score = flow(self._value, self._band, self._formula)
        self.add(column(score, self._gauge, self._advice, self.past, gap=S1), self._inputs)
        self._again.clicked.connect(self._on_again)

    def _made_inputs(self) -> QWidget:
        """Made once: ten answers take a few milliseconds each."""
        self._form: AssessmentForm | None = None
        self._place = QVBoxLayout()
        self.keep_button = Button(_("Keep this assessment"), "tick")
        self.keep_button.clicked.connect(self.keep)
        drop = Button(_("Leave it"), role="quiet")
        drop.clicked.connect(self._on_drop)
        inputs = column(Hairline(), self._place, flow(self.keep_button, drop), gap=S3)
        inputs.hide()
        return inputs

    @property
    def form(self) -> AssessmentForm:
        if self._form is None:
            self._form = AssessmentForm(self._desk)
            self._form.changed.connect(self._on_changed)
            self._place.addWidget(self._form)
        return self._form

    def show_breach(self, breach: Breach) -> None:
        """The assessment that counts, or the one that is being made."""
        is_other = self._breach is None or self._breach.id != breach.id
        self._breach = breach
        made = self._desk.dossier.children(BreachAssessment, breach.id)
        self.past.show_assessments(made)
        draft = self._drafts.get(breach.id)
        if is_other and draft:
            self.form.show_draft(draft)
        self._inputs.setVisible(draft is not None)
        self._again.setVisible(draft is None)
        self._again.setText(_("Assess again") if made else _("Assess"))
        self._show_score(draft or in_force(made), draft is not None)

    def assess(self) -> None:
        """Open the answers, from those of the assessment that counts."""
        if self._breach is None:
            return
        if self._breach.id not in self._drafts:
            made = in_force(self._desk.dossier.children(BreachAssessment, self._breach.id))
            draft = made or edits.new_record(BreachAssessment, self._desk.clock(), self._breach)
            self._drafts[self._breach.id] = draft.with_(comment="")
            self.form.show_draft(self._drafts[self._breach.id])
            self.show_breach(self._breach)
        self.form.first_missing().setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def keep(self) -> None:
        """Add the assessment as it is answered."""
        if self._breach is None or self._breach.id not in self._drafts:
            return
        draft = self.form.draft(self._drafts[self._breach.id])
        if draft is None:
            return
        now = self._desk.clock()
        at = breach_edits.moment_in(self._desk.dossier, now)
        before = self._drafts.pop(self._breach.id)
        edit = breach_edits.assessment(self._breach, draft, at, self._desk.author, now)
        if self._desk.history.do(edit):
            self._again.setFocus()
        else:
            self._drafts[self._breach.id] = before
            self.show_breach(self._breach)

    def unkept(self) -> list[str]:
        """The breaches with an assessment that is answered and not kept."""
        return list(self._drafts)

    def lock(self, locked: bool) -> None:
        self._again.setEnabled(not locked)
        self.past.lock(locked)

    def _on_again(self) -> None:
        self.assess()

    def _on_drop(self) -> None:
        if self._breach:
            self._drafts.pop(self._breach.id, None)
            self.show_breach(self._breach)
            self._again.setFocus()

    def _on_changed(self) -> None:
        if self._breach is None or self._breach.id not in self._drafts:
            return
        draft = self.form.draft(self._drafts[self._breach.id])
        if draft:
            self._drafts[self._breach.id] = draft
            self._show_score(draft, True)

    def _show_score(self, made: BreachAssessment | None, is_draft: bool) -> None:
        score = score_of(made) if made else None
        say = self._desk.say
        self._value.setText(score.words(say) if score else "–")
        self._band.setText(_(SHORT[score.band]) if score else _("not assessed yet"))
        self._band.set_ink(TONES[score.band] if score else "text3")
        self._formula.setText(score.formula(say) if score else "")
        self._formula.setVisible(score is not None)
        said = _("ENISA severity {value}, {band}", value=self._value.text(), band=self._band.text())
        reached, share = _place_of(score) if score else (-1, 0.0)
        self._gauge.show_score(reached, share, said)
        self._advice.setText(" ".join(_advice(score, made, is_draft)))


def _advice(score: Score | None, made: BreachAssessment | None, is_draft: bool) -> list[str]:
    said = [_("This assessment is not kept yet.")] if is_draft else []
    if score is None:
        return [*said, _("The context of the data and the ease of identification make the score.")]
    if made and made.unintelligible:
        said.append(_("The data are unintelligible: see art. 34(3)(a)."))
    return [*said, _("The score suggests, the officer decides."), _(ADVICE[score.band])]


def _limits() -> list[float]:
    return [float(band["from"]) for band in law_data("enisa_severity")["bands"]]


def _place_of(score: Score) -> tuple[int, float]:
    """The band that is reached, and how far inside it; the last one is as wide as the one before it."""
    limits = _limits()
    reached = max(i for i, limit in enumerate(limits) if score.value >= limit)
    upper = limits[reached + 1] if reached + 1 < len(limits) else 2 * limits[reached] - limits[reached - 1]
    return reached, (score.value - limits[reached]) / (upper - limits[reached])


def _bands(desk: Desk) -> list[gauge.Band]:
    limits = [decimal_text(limit, desk.say) for limit in _limits()]
    spans = [f"< {limits[1]}", *(f"{low} – {high}" for low, high in pairwise(limits[1:]))]
    spans.append(f"≥ {limits[-1]}")
    names = [_(SHORT[band]) for band in Band]
    capital = [name[:1].upper() + name[1:] for name in names]
    return [gauge.Band(*one) for one in zip(capital, spans, (TONES[band] for band in Band), strict=True)]

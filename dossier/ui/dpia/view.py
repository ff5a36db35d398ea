"""The record of one assessment, in the order of the CNIL's method, with what follows from it."""

from PySide6.QtWidgets import QWidget

from dossier.i18n import _
from dossier.law.dpia_risk import consultation_of, has_high_residual_risk, is_consulted, review_due
from dossier.law.dpia_words import period_words
from dossier.model.dpia import Dpia
from dossier.model.record import Record
from dossier.model.text import date_text
from dossier.ui.desk import Desk
from dossier.ui.dpia.risks import RiskSection
from dossier.ui.records.children import ChildSection
from dossier.ui.records.form import Section
from dossier.ui.records.record_view import RecordView
from dossier.ui.tokens import S4, ToneName
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column

Parts = list[tuple[str, QWidget]]


class DpiaView(RecordView):
    """Serves all assessments in turn."""

    def __init__(self, desk: Desk) -> None:
        self.consultation = Banner("info", "")
        self.review = Label("", "caption", "text3", wrap=True)
        super().__init__(Dpia, desk)

    def make_parts(self) -> list[ChildSection]:
        self.risks = RiskSection(self._desk)
        return [self.risks]

    def show_around(self, record: Record) -> None:
        super().show_around(record)
        if isinstance(record, Dpia):
            self._show_consultation(record)
            today = self._desk.clock().date()
            due = review_due(self._desk.dossier, record, today)
            day = date_text(due, self._desk.say) if due else ""
            self.review.setText(_("To be looked at again by {day} (art. 35(11)).", day=day) if due else "")
            self.review.setVisible(bool(due))

    def _parts(self) -> Parts:
        """Measures, risks and what remains are one section; the consultation and the review say what they ask for."""
        parts = super()._parts()
        risks = next(i for i, (_title, part) in enumerate(parts) if part is self.risks)
        together = column(*(part for _title, part in parts[risks - 1 : risks + 2]), gap=S4)
        parts[risks - 1 : risks + 2] = [(self.risks.title, together)]
        return [(title, self._with_note(part)) for title, part in parts]

    def _with_note(self, part: QWidget) -> QWidget:
        if _holds(part, "consulted_on"):
            return column(part, self.consultation)
        return column(part, self.review) if _holds(part, "next_review") else part

    def _show_consultation(self, record: Dpia) -> None:
        """Whether a consultation is asked for, and by when the CNIL answers."""
        period = consultation_of(self._desk.dossier, record)
        if period and not record.consultation_outcome:
            self._say("info", *period_words(period, self._desk.say), "clock")
        elif has_high_residual_risk(self._desk.dossier, record) and not is_consulted(record):
            rest = _("The CNIL is consulted before the processing begins (art. 36(1)).")
            self._say("blocking", _("The residual risk is high."), rest, "blocking")
        elif is_consulted(record):
            self.consultation.hide()
        else:
            rest = _("Art. 36 asks for one where the residual risk is high.")
            self._say("none", _("No consultation is needed as recorded."), rest, "none")

    def _say(self, tone: ToneName, lead: str, rest: str, icon: str) -> None:
        self.consultation.say(tone, lead, rest, icon)
        self.consultation.show()


def _holds(part: QWidget, name: str) -> bool:
    return isinstance(part, Section) and any(field.name == name for field in part.declared)

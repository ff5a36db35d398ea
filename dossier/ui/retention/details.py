"""What stands below the schedule: the chosen line with the texts its references come from, and its purges."""

from datetime import date

from PySide6.QtWidgets import QWidget

from dossier.i18n import _
from dossier.law.retention_schedule import ScheduleRow
from dossier.law.retention_words import (
    basis_words,
    checked_words,
    kept_words,
    period_words,
    purge_words,
    start_words,
    whole_yardstick,
)
from dossier.model.measure import Operation
from dossier.model.text import date_text
from dossier.ui.desk import Desk
from dossier.ui.records.words import icon_of, reference_words
from dossier.ui.retention.lines import TONES
from dossier.ui.tokens import S1, S2, S4
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.chips import Chip
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.record_link import RecordLink
from dossier.ui.widgets.scroll import keep_gutter, scroll

_REFERENCE, _PURGES = 5, 3


class Details(Card):
    """Its buttons act on the chosen line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(padding=S4)
        self._desk, self._row = desk, None
        self.title, self.compared = Label("", "h3", wrap=True), Chip("", "none", "none")
        self.activity, self.period = Label("", "caption", "text3", wrap=True), Label("", "body", "text2", wrap=True)
        self.reference, self.basis = Label("", "body", wrap=True), Label("", "caption", "text3", wrap=True)
        self.last, self.due = Label("", "body", "text2", wrap=True), Chip("", "none", "none")
        self.proof = RecordLink("", icon_of(Operation))
        self.open_button = Button(_("Open the activity"), "jump")
        self.note_button = Button(_("Note a purge"), "plus", "primary", tip=_("A purge done today, to be completed"))
        head = flow(self.title, self.compared)
        told = scroll(column(head, self.activity, self.period, self.reference, self.basis, None, gap=S1))
        keep_gutter(told, S4, 0)
        self.add((row((told, _REFERENCE), (self._purges(), _PURGES), gap=S4), 1))

    def _purges(self) -> QWidget:
        done = scroll(column(Label(_("Purges"), "h3"), self.last, flow(self.due), row(self.proof, None), None, gap=S1))
        return column((done, 1), flow(self.note_button, self.open_button), gap=S2)

    def hasHeightForWidth(self) -> bool:
        """No: what does not fit scrolls, and the table above keeps its share."""
        return False

    def show_row(self, found: ScheduleRow | None, today: date) -> None:
        self.setVisible(found is not None)
        if found is None:
            return
        say = self._desk.say
        self.title.setText(kept_words(found, say))
        self.compared.show_state(_(found.comparison.label), *TONES[found.comparison])
        self.activity.setText(reference_words(found.activity) if found.activity else _("No activity named"))
        self.period.setText(self._period(found))
        self.period.setVisible(bool(self.period.text()))
        self.reference.setText("\n".join(whole_yardstick(one, say) for one in found.yardsticks))
        self.reference.setVisible(bool(found.yardsticks))
        self.basis.setText("\n".join([basis_words(one, say) for one in found.yardsticks] or [checked_words(say)]))
        self.open_button.setEnabled(found.activity is not None)
        self._show_purges(found, today)

    def _period(self, found: ScheduleRow) -> str:
        """The period with its start and its phase, and what the organisation relies on."""
        say, retention = self._desk.say, found.retention
        start = start_words(retention, say)
        told = [period_words(retention, say), _("from: {start}", start=start) if start else ""]
        if retention:
            told += [_(retention.phase.label) if retention.phase else "", retention.legal_source]
            told.append(_("Justification: {words}", words=retention.justification) if retention.justification else "")
        return " · ".join(" ".join(words.split()) for words in told if words)

    def _show_purges(self, found: ScheduleRow, today: date) -> None:
        say, purge, due = self._desk.say, found.last_purge, found.purge_due
        self.last.setText(purge_words(purge, say) if purge else _("No purge is noted of these data."))
        self.proof.setVisible(purge is not None)
        if purge:
            self.proof.show_words(reference_words(purge))
        self.due.setVisible(due is not None and found.asks_for_purge)
        if due and found.is_purge_late:
            self.due.show_state(_("Was due on {day}", day=date_text(due, say)), "major", "clock")
        elif due:
            self.due.show_state(_("Next due on {day}", day=date_text(due, say)), "ok", "ok")

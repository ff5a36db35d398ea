"""The head of the exchange that is shown: what is left, how far the answer is, what comes next, what the law says."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.law.authority import rules_words, source_words
from dossier.law.authority_clock import ExchangeClock, Step, clock_in, is_over
from dossier.law.authority_words import due_words, progress_words, standing_words
from dossier.model.evidence import AuthorityExchange
from dossier.ui.authority.due_column import tone_of
from dossier.ui.desk import Desk
from dossier.ui.tokens import S2
from dossier.ui.transfers.quote import Quote
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import IconLabel, Label
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.meter import Meter

_BY_ITSELF = (Step.HAND_OVER, Step.NOTHING)
"""What has no button of its own: the answer is prepared at any time."""


class Standing(QWidget):
    """The buttons say what can be done next; who shows them does it."""

    asked = Signal(object)
    """The step that was pressed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = _("Standing")
        self._desk = desk
        self._step = Step.NOTHING
        self._icon = IconLabel("clock")
        self.words, self.due = Label("", "h2", wrap=True), Label("", "strong", wrap=True)
        self.progress = Meter(0, "", "info")
        self.law = Quote("scale")
        self.next_button = Button("", "chevron-right")
        self.next_button.clicked.connect(lambda: self.asked.emit(self._step))
        self.prepare = Button(_("Prepare the answer"), "export")
        self.prepare.setToolTip(_("Opens the export with the parts and the documents that answer the questions"))
        self.prepare.clicked.connect(lambda: self.asked.emit(Step.HAND_OVER))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S2)
        box.addWidget(row(self._icon, (self.words, 1)))
        for widget in (self.due, self.progress, flow(self.next_button, self.prepare), self.law):
            box.addWidget(widget)

    def show_record(self, exchange: AuthorityExchange) -> None:
        """The exchange as it stands today."""
        clock, say = clock_in(self._desk.dossier, exchange), self._desk.say
        today = self._desk.clock().date()
        tone = tone_of(clock, today)
        calm = "archive" if is_over(exchange) else "clock"
        self._icon.show_icon(calm if tone in ("none", "minor") else tone, "text2" if tone == "none" else tone)
        self.words.setText(standing_words(clock, today, say))
        self.due.setText(due_words(clock, say))
        self.due.setVisible(clock.due is not None)
        self._show_progress(clock)
        self._step = clock.step
        self.next_button.setText(_(clock.step.label))
        self.next_button.setVisible(clock.step not in _BY_ITSELF)
        self._show_law(clock)

    def _show_progress(self, clock: ExchangeClock) -> None:
        total = len(clock.questions)
        self.progress.setVisible(total > 0)
        if total:
            done = clock.answered == total
            self.progress.show_share(
                clock.answered / total, progress_words(clock, self._desk.say), "ok" if done else "info"
            )

    def _show_law(self, clock: ExchangeClock) -> None:
        """What is known of this kind of exchange; nothing as long as the kind is not said."""
        law, type_, say = clock.law, clock.exchange.type, self._desk.say
        self.law.setVisible(law is not None)
        if law and type_:
            self.law.say(_(type_.label), rules_words(law, say), source_words(law, say))

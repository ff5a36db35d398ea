"""The period of the request that is shown: what is left, how it was computed, and its next steps as buttons."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.law.request_clock import RequestClock, RequestPhase, clock_in
from dossier.law.request_words import (
    answered_words,
    computation,
    due_words,
    late_extension_words,
    standing_words,
)
from dossier.model.request import Request
from dossier.model.vocabulary_procedures import RequestDecision
from dossier.ui.desk import Desk
from dossier.ui.requests.due_column import tone_of
from dossier.ui.tokens import S2
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import IconLabel, Label
from dossier.ui.widgets.layouts import row

_RUNS = (RequestPhase.RUNNING, RequestPhase.SUSPENDED)


class Period(QWidget):
    """The buttons say what can be done next; who shows them does it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = _("Period to answer")
        self._desk, self._locked = desk, False
        self._icon = IconLabel("clock")
        self.standing = Label("", "h2", wrap=True)
        self.due = Label("", "strong", wrap=True)
        self.computed = Label("", "body", "text2", wrap=True)
        self.extension = Label("", "body", "major", wrap=True)
        self.identity = Button(_("Suspend (identity)"), "user")
        self.precision = Button(_("Suspend (clarification)"), "clock")
        self.resume = Button(_("Resume"), "redo")
        self.extend = Button(_("Extend"), "deadlines", tip=_("Notes that the person is told today of two months more"))
        self.refuse = Button(_("Refuse"), "close")
        self.answer = Button(_("Reply"), "send", tip=_("Notes that the person is answered today"))
        self.buttons = (self.answer, self.resume, self.extend, self.identity, self.precision, self.refuse)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S2)
        box.addWidget(row(self._icon, (self.standing, 1)))
        for widget in (self.due, self.computed, self.extension, flow(*self.buttons)):
            box.addWidget(widget)

    def show_record(self, request: Request) -> None:
        """The period as it stands today."""
        say, today = self._desk.say, self._desk.clock().date()
        clock = clock_in(self._desk.dossier, request)
        tone = tone_of(clock, today)
        self._icon.show_icon("clock" if tone in ("none", "minor") else tone, "text2" if tone == "none" else tone)
        self.standing.setText(standing_words(clock, today, say))
        answered = clock.phase is RequestPhase.ANSWERED
        _tell(self.due, answered_words(request, clock, say) if answered else due_words(clock, today, say))
        _tell(self.computed, " · ".join(computation(request, clock, say)))
        _tell(self.extension, late_extension_words(request, clock, say))
        self._offer(request, clock, today)

    def lock(self, locked: bool) -> None:
        self._locked = locked
        for button in self.buttons:
            button.setEnabled(not locked)

    def _offer(self, request: Request, clock: RequestClock, today: date) -> None:
        """What the law no longer gives is not offered: a suspension or the notice of an extension after the end."""
        runs, suspended = clock.phase in _RUNS, clock.phase is RequestPhase.SUSPENDED
        for button in (self.identity, self.precision):
            button.setVisible(runs and not suspended and not clock.is_late(today))
        self.resume.setVisible(suspended)
        in_time = clock.unextended_due is None or today <= clock.unextended_due
        self.extend.setVisible(runs and not request.extended and in_time)
        open_ = clock.phase is not RequestPhase.ANSWERED
        self.refuse.setVisible(open_ and request.decision is not RequestDecision.REFUSED)
        self.answer.setVisible(open_)


def _tell(label: Label, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))

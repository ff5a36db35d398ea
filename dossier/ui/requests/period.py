"""The period of the request that is shown: what is left, how it was computed, and its next steps as buttons."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.law.request_clock import RequestClock, RequestPhase, clock_in
from dossier.law.request_words import computation, due_words, standing_words
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
        for widget in (self.due, self.computed, flow(*self.buttons)):
            box.addWidget(widget)

    def show_record(self, request: Request) -> None:
        """The period as it stands today."""
        say, today = self._desk.say, self._desk.clock().date()
        clock = clock_in(self._desk.dossier, request)
        tone = tone_of(clock, today)
        self._icon.show_icon("clock" if tone in ("none", "minor") else tone, "text2" if tone == "none" else tone)
        self.standing.setText(standing_words(clock, today, say))
        self.due.setText(due_words(clock, today, say))
        self.due.setVisible(bool(self.due.text()) and clock.phase is not RequestPhase.ANSWERED)
        self.computed.setText(" · ".join(computation(request, clock, say)))
        self.computed.setVisible(bool(self.computed.text()))
        self._offer(request, clock, late=clock.is_late(today))

    def lock(self, locked: bool) -> None:
        self._locked = locked
        for button in self.buttons:
            button.setEnabled(not locked)

    def _offer(self, request: Request, clock: RequestClock, *, late: bool) -> None:
        """What changes nothing is not offered; a suspension that starts after the end would not."""
        runs, suspended = clock.phase in _RUNS, clock.phase is RequestPhase.SUSPENDED
        for button in (self.identity, self.precision):
            button.setVisible(runs and not suspended and not late)
        self.resume.setVisible(suspended)
        self.extend.setVisible(runs and not request.extended)
        open_ = clock.phase is not RequestPhase.ANSWERED
        self.refuse.setVisible(open_ and request.decision is not RequestDecision.REFUSED)
        self.answer.setVisible(open_)

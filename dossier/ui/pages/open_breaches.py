"""The open breaches on top of the overview: the clock that ends first as on its record, every other one in a line."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import N_, _, _n
from dossier.law.breach_clock import Clock, Phase, clock_in, start_of
from dossier.law.breach_deadlines import supplement_due
from dossier.model.breach import Breach, BreachNotification
from dossier.model.dossier import Dossier
from dossier.model.text import text_of
from dossier.ui.desk import Desk
from dossier.ui.icons import paint_icon
from dossier.ui.tokens import ICON, S1, S2, S3, S4, S8, Tokens
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.clock import ClockFace
from dossier.ui.widgets.clock_words import deadline_words, instant_in_full, left_words, tone_of
from dossier.ui.widgets.labels import Hairline, IconLabel, Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.painting import RIGHT, words
from dossier.ui.widgets.rows import PaintedRow

LINES = 6
LOOKED_AT = 500
"""Where more are open, those known first are looked at: their clocks end first."""
EVERY = 20_000  # milliseconds: the words change once a minute
_CLOCK, _ROW = 350, 36
_NEVER = datetime.max.replace(tzinfo=UTC)
_ORDER = (Phase.RUNNING, Phase.ALERTING, Phase.UNKNOWN, Phase.SUSPICION)
"""What presses more stands first; then what only waits to be closed."""

Pair = tuple[Breach, Clock]


class OpenBreaches(Card):
    """A strip that is made for a dossier with an open breach."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=0)
        self._desk = desk
        self._shown: list[Foremost | ClockRow] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tell_time)

    def show_breaches(self, breaches: Sequence[Breach]) -> None:
        """All of them anew: the running clock that ends first, the others below."""
        self._clear()
        pairs = in_order(self._desk.dossier, breaches)
        foremost = [Foremost(self._desk, pairs.pop(0))] if pairs and pairs[0][1].is_running else []
        lines = [ClockRow(self._desk, pair) for pair in pairs[:LINES]]
        self._shown = [*foremost, *lines]
        self.add(*foremost, *((S3, Hairline(), S2) if foremost and lines else ()), *lines)
        rest = len(breaches) - len(self._shown)
        if rest:
            self.add(self._others(rest))
        self.tell_time()
        self._timer.start(EVERY)

    def tell_time(self) -> None:
        now = self._desk.clock()
        for one in self._shown:
            one.tell_time(now)

    def _others(self, rest: int) -> Button:
        button = Button(_n("{n} other open breach", "{n} other open breaches", rest), role="link")
        button.clicked.connect(lambda: self._desk.go_to_page(Breach.kind.name))
        return button

    def _clear(self) -> None:
        while item := self.body.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


class Foremost(QWidget):
    """The breach whose clock ends first: what it is, how long there is, the way to its record."""

    def __init__(self, desk: Desk, pair: Pair) -> None:
        super().__init__()
        self._desk, (self._breach, self._clock) = desk, pair
        late = self._clock.is_late(desk.clock())
        self._face = ClockFace()
        self._face.setFixedWidth(_CLOCK)
        title = " · ".join(filter(None, (self._breach.reference, self._breach.name)))
        what = row(IconLabel("breaches"), Label(_("Open breach"), "caption_strong", "text2"), None)
        facts = Label(_facts(desk, self._breach, late), "body", "text2", wrap=True)
        button = Button(_("Notify now"), "send", "primary") if late else Button(_("Open the record"))
        button.clicked.connect(lambda: desk.go_to(self._breach))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        left = column(what, Label(title, "h2", wrap=True), facts, gap=S1)
        box.addWidget(row((left, 1), S4, self._face, S8 - S4, button, gap=0))

    def tell_time(self, now: datetime) -> None:
        self._face.show_clock(self._clock, now, self._desk.say)


class ClockRow(PaintedRow):
    """One open breach in a line: its name, and what is left or how things stand."""

    def __init__(self, desk: Desk, pair: Pair) -> None:
        super().__init__(_ROW, self._paint, "")
        self._desk, (self._breach, self._clock) = desk, pair
        self._title = " · ".join(filter(None, (self._breach.reference, self._breach.name)))
        self._stands = ""
        self._now = desk.clock()
        self._supplement = supplement_due(desk.dossier.children(BreachNotification, self._breach.id))
        self.clicked.connect(lambda: desk.go_to(self._breach))

    def tell_time(self, now: datetime) -> None:
        say, self._now = self._desk.say, now
        parts = [left_words(self._clock, now, say), deadline_words(self._clock, say) if self._clock.is_running else ""]
        if self._supplement:
            words = N_("supplement expected since {when}") if self._is_expected else N_("supplement expected by {when}")
            parts.append(say(words, when=instant_in_full(self._supplement, self._clock.zone, say)))
        self._stands = " · ".join(filter(None, parts))
        spoken = f"{self._title}, {self._stands}"
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    @property
    def _is_expected(self) -> bool:
        """Whether the supplement should have been sent by now."""
        return self._supplement is not None and self._supplement < self._now

    def _paint(self, painter: QPainter, rect: QRectF, k: Tokens) -> None:
        tone = "minor" if self._is_expected else tone_of(self._clock, self._now)
        ink = k.text2 if tone == "accent" else k.ink(tone)  # words in accent would look like a link
        icon = "clock" if self._clock.is_running else "breaches"
        paint_icon(painter, QRectF(rect.left(), rect.center().y() - ICON / 2, ICON, ICON), icon, k.text2)
        taken = words(painter, rect, self._stands, "caption_strong", ink, RIGHT, tabular=True)
        words(painter, rect.adjusted(ICON + 10, 0, -taken - S4, 0), self._title, "body", k.text)


def in_order(dossier: Dossier, breaches: Sequence[Breach]) -> list[Pair]:
    """Each with its clock: what runs first, the one that ends first in front."""
    first = sorted(breaches, key=lambda breach: start_of(breach) or _NEVER)[:LOOKED_AT]
    return sorted(((breach, clock_in(dossier, breach)) for breach in first), key=_urgency)


def _urgency(pair: Pair) -> tuple[int, datetime]:
    phase = pair[1].phase
    return (_ORDER.index(phase) if phase in _ORDER else len(_ORDER), pair[1].due or _NEVER)


def _facts(desk: Desk, breach: Breach, late: bool) -> str:
    """How many persons, what was lost, and what is decided."""
    persons = text_of(breach.persons_number, desk.say)
    nature = ", ".join(_(one.label) for one in breach.nature)
    facts = [_("persons: {number}", number=persons) if persons else "", nature, _decision(breach, late)]
    told = " · ".join(filter(None, facts))
    return told[:1].upper() + told[1:]


def _decision(breach: Breach, late: bool) -> str:
    if late and not breach.delay_reasons:
        return _("Art. 33(1) also asks for the reasons for the delay.")
    if breach.notify is None:
        return _("whether to notify is to be decided")
    return _("decided: notify") if breach.notify else _("decided: not to notify, reasons to be given")

"""The head of a breach: what it is, its clock, the questions that start the clock, its steps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dossier.i18n import Language, _, _n
from dossier.law.breach_clock import Phase
from dossier.law.enisa import score_of
from dossier.model.activity import Activity
from dossier.model.breach import Breach
from dossier.model.fields import field_of
from dossier.model.record import Record
from dossier.model.text import text_of
from dossier.ui import theme
from dossier.ui.breach.progress import Progress
from dossier.ui.breach.severity_tones import TONES
from dossier.ui.desk import Desk
from dossier.ui.records.form_field import FormField
from dossier.ui.records.record_head import RecordHead
from dossier.ui.records.text_editors import LongTextEditor
from dossier.ui.tokens import S1, S2, S4, S6
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.chips import Chip
from dossier.ui.widgets.clock import ClockFace
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Hairline, Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.steps import StepBar
from dossier.work.edits import name_of

_CLOCK, _SMALL_CLOCK, _WIDE = 350, 280, 960  # the width of the clock, and of a head that has room for it
_TITLE_EDGES = 10
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TitleEditor(LongTextEditor):
    """What happened, as the title of the page: it looks like one until the keyboard is in it."""

    def __init__(self) -> None:
        super().__init__(_TITLE_EDGES)
        self.text.setFont(theme.font("h1"))
        self.text.setPlaceholderText(_("What happened"))
        self.text.setProperty("role", "title")
        self.text.document().setDocumentMargin(0)
        self.text.installEventFilter(self)

    def eventFilter(self, watched: object, event: object) -> bool:
        """A title has one line: Enter writes it."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress and event.key() in _ENTER:
            self.done.emit()
            return True
        return False

    def read(self) -> str:
        return " ".join(str(super().read()).split())


class Awareness(QWidget):
    """Asks what the clock needs, one button each."""

    now_asked = Signal()
    earlier_asked = Signal()
    suspicion_asked = Signal()
    dismissal_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.now, self.earlier = Button(_("Aware now")), Button(_("Aware earlier…"))
        self.suspicion, self.dismiss = Button(_("Suspicion only")), Button(_("Dismiss the suspicion"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, S1, 0, 0)
        box.addWidget(flow(self.now, self.earlier, self.suspicion, self.dismiss))
        self.now.clicked.connect(self.now_asked)
        self.earlier.clicked.connect(self.earlier_asked)
        self.suspicion.clicked.connect(self.suspicion_asked)
        self.dismiss.clicked.connect(self.dismissal_asked)

    def show_phase(self, phase: Phase) -> None:
        self.setVisible(phase in (Phase.UNKNOWN, Phase.SUSPICION))
        self.suspicion.setVisible(phase is Phase.UNKNOWN)
        self.dismiss.setVisible(phase is Phase.SUSPICION)


class BreachHead(RecordHead):
    """A card over the whole width."""

    def __init__(self, kind: type[Record], desk: Desk) -> None:
        self._desk = desk
        self.title_field = FormField(field_of(kind, "name"), desk, editor=TitleEditor())
        self.clock, self.awareness, self.steps = ClockFace(), Awareness(), StepBar()
        super().__init__(kind)

    def lay_out(self) -> None:
        self.title.hide()  # the title is the input of the name
        self.title_field.label.hide()
        self._reference = Label("", "caption_strong", "text2")
        self._chips = flow(self._reference)
        self._about = Label("", "body", "text3", wrap=True)
        self._waiting = Label("", "caption", "text2", wrap=True)
        first = QHBoxLayout()
        first.setSpacing(S2)
        first.addWidget(self._chips, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in self.buttons:
            first.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        left = column(first, self.title_field, self._about, self.below, None, gap=S1)
        self._right = right = column(self.clock, self._waiting, self.awareness, None, gap=S1)
        right.setFixedWidth(_CLOCK)
        both = QHBoxLayout()
        both.setSpacing(S6)
        both.addWidget(left, 1)
        both.addWidget(right)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Card(padding=S6, gap=S4).add(both, Hairline(), self.steps))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._right.setFixedWidth(_CLOCK if event.size().width() >= _WIDE else _SMALL_CLOCK)

    def show_record(self, record: Record, has_file: bool) -> None:
        super().show_record(record, has_file)
        if isinstance(record, Breach):
            self._words = ""  # the reference stands above
            self._reference.setText(record.reference)
            self._show_chips(record)
            self._about.setText(" · ".join(self._about_words(record)))

    def show_progress(self, progress: Progress) -> None:
        """What changes as time goes by."""
        self.clock.show_clock(progress.clock, progress.now, progress.say)
        self.awareness.show_phase(progress.clock.phase)
        self.steps.show_steps(progress.steps())
        waiting = _waiting_words(progress)
        self._waiting.setText(waiting)
        self._waiting.setVisible(bool(waiting))

    def lock(self, locked: bool) -> None:
        super().lock(locked)
        self.awareness.setEnabled(not locked)

    def _show_chips(self, breach: Breach) -> None:
        layout = self._chips.layout()
        while layout and (item := layout.takeAt(1)):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for chip in self._made_chips(breach):
            if layout:
                layout.addWidget(chip)

    def _made_chips(self, breach: Breach) -> list[Chip]:
        chips = [Chip(_(nature.label), "none") for nature in breach.nature]
        made = Progress(self._desk.dossier, breach, self._desk.clock(), self._desk.say).assessment
        score = score_of(made) if made else None
        if score:
            tone = TONES[score.band]
            chips.append(Chip(_(score.band.label), tone, tone))
        return chips

    def _about_words(self, breach: Breach) -> list[str]:
        activities = [self._desk.dossier.get(one, Activity) for one in breach.activities]
        names = [_("“{name}”", name=name_of(one)) for one in activities if one]
        logged = _("logged by {name}", name=breach.logged_by) if breach.logged_by else ""
        return [*names, *filter(None, (_persons_words(breach, self._desk.say), logged))]


def _persons_words(breach: Breach, say: Language) -> str:
    number = breach.persons_number
    if number is None:
        return ""
    if number.value is None:
        return _("number of persons not known yet")
    return _n("{number} person", "{number} persons", number.to or number.value, number=text_of(number, say))


def _waiting_words(progress: Progress) -> str:
    """Who is not alerted yet, where the organisation is a processor."""
    if progress.clock.phase is not Phase.ALERTING:
        return ""
    if not progress.controllers:
        return _("No controller is named yet.")
    return _("Not alerted yet: {names}", names=", ".join(name_of(party) for party in progress.not_alerted))

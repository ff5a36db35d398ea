"""Six free steps to a first register one can show; they inform and lead, they never lock."""

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from dossier.i18n import N_, _
from dossier.model.activity import Activity
from dossier.model.measure import Measure, Procedure
from dossier.model.organisation import DpoDesignation, Organisation
from dossier.model.processor import Processor
from dossier.model.record import Record
from dossier.ui.attention import is_begun
from dossier.ui.desk import Desk
from dossier.ui.icons import paint_icon
from dossier.ui.tokens import Tokens
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.labels import ElidedLabel, Label
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.meter import Meter
from dossier.ui.widgets.painting import CENTER, RIGHT, rounded, words
from dossier.ui.widgets.rows import PaintedRow

_DISC = 26


class Step(NamedTuple):
    """A thing to begin with, and the register where it is done."""

    kind: type[Record]
    name: str
    what: str


STEPS = (
    Step(Organisation, N_("Describe the organisation"), N_("Name, address, SIREN")),
    Step(
        DpoDesignation, N_("Name the officer or the person in charge"), N_("Designation, published contacts, art. 37")
    ),
    Step(Activity, N_("Record the processing activities"), N_("Payroll, customers, website…: ready-made, or your own")),
    Step(Processor, N_("List the processors"), N_("Who hosts, collects payments, backs up, sends your e-mails?")),
    Step(Measure, N_("Review security"), N_("What is in place, and what shows it")),
    Step(Procedure, N_("Prepare the answer to a breach"), N_("Who decides, who notifies, rehearsal of the 72 h")),
)


class StepRow(PaintedRow):
    """One step: its number or a tick, its name, what is expected, and where it stands."""

    def __init__(self, number: int, step: Step) -> None:
        super().__init__(56, self._paint, _(step.name))
        self.step, self._number = step, number
        self._done = self._following = False

    def show_state(self, done: bool, following: bool) -> None:
        self._done, self._following = done, following
        state = _("Done") if done else _("To begin")
        self.setAccessibleName(f"{self._number}. {_(self.step.name)}, {state}")
        self.update()

    def _paint(self, painter: QPainter, rect: QRectF, k: Tokens) -> None:
        self._paint_disc(painter, QRectF(rect.left() + 4, rect.center().y() - _DISC / 2, _DISC, _DISC), k)
        paint_icon(painter, QRectF(rect.right() - 20, rect.center().y() - 8, 16, 16), "chevron-right", k.text2, 2.0)
        said = _("Done") if self._done else _("Begin")
        ink = k.tone("ok").fg if self._done else k.accent if self._following else k.text2
        state = rect.adjusted(0, 0, -34, 0)
        taken = words(painter, state, said, "strong" if self._following else "body", ink, RIGHT)
        rest = QRectF(rect.left() + 44, rect.center().y() - 19, rect.width() - 44 - 46 - taken, 19)
        words(painter, rest, _(self.step.name), "body" if self._done else "strong", k.text)
        words(painter, rest.translated(0, 19), _(self.step.what), "caption", k.text3)

    def _paint_disc(self, painter: QPainter, disc: QRectF, k: Tokens) -> None:
        if self._done:
            rounded(painter, disc, k.tone("ok").tint, k.tone("ok").solid, _DISC / 2)
            paint_icon(painter, disc.adjusted(6, 6, -6, -6), "tick", k.tone("ok").fg, 2.3)
        else:
            now = self._following
            rounded(painter, disc, k.accent_fill if now else k.surface, None if now else k.border, _DISC / 2)
            words(painter, disc, str(self._number), "caption_strong", k.on_accent if now else k.text2, CENTER)


class IncidentCard(Card):
    """What cannot wait until the register is there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("An incident right now?"))
        log = Button(_("Log an incident"), "breaches")
        log.clicked.connect(lambda: desk.go_to_page("incident"))
        said = _("Log it at once, even while the dossier is empty. The time counts, the rest can wait.")
        self.add(Label(said, "body", "text2", wrap=True), row(log, None))


class FileCard(Card):
    """Where everything is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Where your data are"))
        said = _("In one file on this computer. Nothing is sent; you can copy it and move it.")
        path = ElidedLabel(str(desk.history.store.path), "caption", "text3")
        self.add(Label(said, "body", "text2", wrap=True), path)


class FirstSteps(Card):
    """The card of a new dossier."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("First steps"), note=_("The order is free, and everything is saved as you type."))
        self._desk = desk
        self._meter = Meter(0, "", "ok")
        self.rows = [StepRow(number, step) for number, step in enumerate(STEPS, 1)]
        self.add(self._meter)
        for one in self.rows:
            one.clicked.connect(self._on_clicked)
            self.body.addWidget(one)
        self.body.addStretch(1)
        self.body.setSpacing(2)

    def refresh(self) -> None:
        done = [is_begun(self._desk.dossier, step.kind) for step in STEPS]
        following = done.index(False) if False in done else -1
        for position, one in enumerate(self.rows):
            one.show_state(done[position], position == following)
        said = _("{done} of {all}", done=sum(done), all=len(done))
        self._meter.show_share(sum(done) / len(done), said, "ok")

    def following(self) -> StepRow:
        """The first step that is not done."""
        dossier = self._desk.dossier
        return next((one for one in self.rows if not is_begun(dossier, one.step.kind)), self.rows[0])

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, StepRow):
            self._desk.go_to_page(pressed.step.kind.kind.name)

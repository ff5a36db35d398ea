"""What the law says of the transfer that is shown: the decision quoted, the mechanism, what ended."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.law.adequacy import Decision, Destination
from dossier.law.data import said
from dossier.law.transfer_ground import Ground
from dossier.law.transfer_words import data_words, decision_words, end_words, mechanism_words, origin_words, scope_words
from dossier.law.transfers import EndedMechanism
from dossier.model.text import date_text
from dossier.model.vocabulary import TransferMechanism
from dossier.ui import theme
from dossier.ui.desk import Desk
from dossier.ui.tokens import RADIUS_CARD, S1, S2, S3
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.labels import IconLabel, Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.painting import painter_for, rounded


class Quote(QWidget):
    """A quiet panel: a title, what is said, and where it comes from."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.title = Label("", "strong", wrap=True)
        self.words = Label("", "body", "text2", wrap=True)
        self.source = Label("", "caption", "text3", wrap=True)
        box = QHBoxLayout(self)
        box.setContentsMargins(S3, S3, S3, S3)
        box.setSpacing(S2)
        box.addWidget(IconLabel(icon), 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(column(self.title, self.words, self.source, gap=S1), 1)

    def say(self, title: str, words: str, source: str) -> None:
        for label, text in ((self.title, title), (self.words, words), (self.source, source)):
            label.setText(text)
            label.setVisible(bool(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        k = theme.tokens()
        rounded(painter_for(self), QRectF(self.rect()), k.sunken, k.line, RADIUS_CARD)


class LawOf(QWidget):
    """Shown below the country and the mechanism, for the day for which the transfer is judged."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.ended = Banner("blocking", "")
        self.country, self.mechanism = Quote("scale"), Quote("contract")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S2)
        for part in (self.ended, self.country, self.mechanism):
            box.addWidget(part)

    def show_ground(self, ground: Ground) -> None:
        """What the law says of the country and of the mechanism; nothing where neither is recorded."""
        self.ended.setVisible(bool(ground.ended))
        if ground.ended:
            self.ended.say("blocking", *self._ended(ground.ended[0]))
        self.country.setVisible(ground.destination is not None)
        if ground.decision:
            self._quote(ground.decision)
        elif ground.destination:
            self.country.say(self._no_decision(ground), "", data_words(self._desk.say))
        self.mechanism.setVisible(ground.facts is not None and ground.transfer.mechanism is not TransferMechanism.NONE)
        if ground.facts:
            self.mechanism.say(*self._mechanism(ground), origin_words(ground.facts.origin, self._desk.say))

    def _ended(self, ended: EndedMechanism) -> tuple[str, str]:
        say = self._desk.say
        lead = _("{mechanism}: ended on {day}.", mechanism=ended.name, day=date_text(ended.ended_on, say))
        rest = _("Invalidated by the Court of Justice.") if ended.invalidated else _("Repealed.")
        return lead, f"{rest} {origin_words(ended.origin, say)}"

    def _quote(self, decision: Decision) -> None:
        say = self._desk.say
        facts = [
            _("Scope: {scope}", scope=scope_words(decision, say)),
            _("In force since {day}.", day=date_text(decision.start, say)),
            _("Ends on {day}.", day=end_words(decision, say)) if decision.end else _("No end fixed."),
            said(decision.note, say) if decision.note else "",
        ]
        words = "\n".join(filter(None, facts))
        self.country.say(decision_words(decision, say), words, origin_words(decision.origin, say))

    def _no_decision(self, ground: Ground) -> str:
        country = ground.transfer.country
        values = {"country": _(country.label) if country else "", "day": date_text(ground.day, self._desk.say)}
        if ground.destination is Destination.EEA:
            return _("{country} is in the EEA on {day}: this is no transfer under chapter V.", **values)
        if ground.destination is Destination.TO_CHECK:
            return _("{country} is a French territory outside the Union: its case is to be checked.", **values)
        return _("{country}: no adequacy decision in force on {day}.", **values)

    def _mechanism(self, ground: Ground) -> tuple[str, str]:
        """The mechanism with its article, and what it asks for."""
        say, facts = self._desk.say, ground.facts
        if facts is None:
            return "", ""
        asks = [
            _("Asks for a transfer impact assessment.") if facts.assessment else _("Asks for no impact assessment."),
            _("Needs the authorisation of the supervisory authority.") if facts.authorisation else "",
        ]
        if ground.transfer.mechanism is TransferMechanism.SCC:
            asks.append(_module_words(ground))
        title = f"{mechanism_words(ground.transfer.mechanism, say)} ({facts.article})"
        return title, " ".join(filter(None, asks))


def _module_words(ground: Ground) -> str:
    """Which module fits the roles, as far as they are recorded."""
    if ground.module:
        return _("The module for these roles: {module}.", module=_(ground.module.label))
    transfer = ground.transfer
    if transfer.exporter_role and transfer.importer_role:
        return _("No module fits these roles.")
    return _("The module depends on the roles of exporter and importer: record them.")

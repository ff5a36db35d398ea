"""What the registers imply and nobody recorded: each with its reasons and one button that records it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.law.adequacy import Destination
from dossier.law.implied_transfers import Implied, Lead
from dossier.law.transfer_words import decision_words, scope_words
from dossier.model.fields import field_of
from dossier.ui.desk import Desk
from dossier.ui.records.words import field_label, icon_of, reference_words
from dossier.ui.tokens import S1, S2, S3
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Hairline, Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.record_link import RecordLink

_FIRST = 10  # proposals shown at once; the others are one press away


class Proposal(QWidget):
    """One transfer to record: to whom and where, who says so, what ground the law offers."""

    asked = Signal(object)

    def __init__(self, implied: Implied, desk: Desk, locked: bool) -> None:
        super().__init__()
        self.implied, self._desk = implied, desk
        importer, country = implied.values["importer"], _(implied.values["country"].label)
        title = _("{importer}: {country}", importer=importer, country=country)
        self.button = Button(_("Create the transfer"), "plus", tip=_("Create the transfer: {name}", name=title))
        self.button.setAccessibleName(_("Create the transfer: {name}", name=title))
        self.button.setEnabled(not locked)
        self.button.clicked.connect(lambda: self.asked.emit(implied))
        why = column(*(self._reason(lead) for lead in implied.leads[:3]), gap=S1)
        words = column(Label(title, "strong", wrap=True), why, Label(self._ground(), "caption", "text3", wrap=True))
        line = row((words, 1), self.button, gap=S3, margins=(0, S2, 0, S3))
        inner = line.layout()
        if inner:
            inner.setAlignment(self.button, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(line)
        box.addWidget(Hairline())

    def _reason(self, lead: Lead) -> QWidget:
        """The record that says so, one press away, and the field in which it does."""
        link = RecordLink(reference_words(lead.record), icon_of(type(lead.record)))
        link.clicked.connect(lambda: self._desk.go_to(lead.record))
        field = field_label(field_of(type(lead.record), lead.field))
        said = _("{kind}, {field}", kind=_(lead.record.kind.label), field=field)
        return flow(link, Label(said, "caption", "text2", wrap=True))

    def _ground(self) -> str:
        decision, say = self.implied.decision, self._desk.say
        if self.implied.destination is Destination.TO_CHECK:
            return _("French territory that is not part of the Union: to be checked case by case.")
        if decision is None:
            return _("No adequacy decision: the transfer needs a tool of article 46, or a derogation.")
        values = {"decision": decision_words(decision, say), "scope": scope_words(decision, say)}
        if self.implied.destination is Destination.LIMITED:
            return _("{decision}. {scope} The mechanism is left empty.", **values)
        return _("Proposed ground: adequacy. {decision}.", **values)


class ProposedList(QWidget):
    """The first proposals, and a button for the others."""

    asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._most = desk, _FIRST
        self._shown: Sequence[Implied] = ()
        self.proposals: list[Proposal] = []
        self.nothing = Label(_("Every country that the registers name has its transfer."), "body", "text2", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.more = Button(_("Show all"), role="link")
        self.more.clicked.connect(self._on_more)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.nothing)
        box.addLayout(self._rows)
        box.addWidget(row(self.more, None))
        box.addStretch(1)

    def show_implied(self, implied: Sequence[Implied]) -> None:
        """Show what is implied now; the keyboard stays on the button in its place."""
        if list(implied) == list(self._shown) and (implied or not self.proposals):
            self.nothing.setVisible(not implied)
            self.more.setVisible(len(implied) > len(self.proposals))
            return
        self._shown = implied
        place = next((i for i, one in enumerate(self.proposals) if one.button.hasFocus()), -1)
        for old in self.proposals:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        locked = self._desk.history.store.is_read_only
        self.proposals = [Proposal(one, self._desk, locked) for one in implied[: self._most]]
        for made in self.proposals:
            made.asked.connect(self.asked)
            self._rows.addWidget(made)
        self.nothing.setVisible(not implied)
        self.more.setVisible(len(implied) > len(self.proposals))
        if place >= 0 and self.proposals:
            self.proposals[min(place, len(self.proposals) - 1)].button.setFocus()

    def _on_more(self) -> None:
        shown, self._most, self._shown = self._shown, len(self._shown), ()
        self.show_implied(shown)

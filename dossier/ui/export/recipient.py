"""For whom: who receives the document decides what leaves, before anything else is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QVBoxLayout, QWidget

from dossier.i18n import N_, _
from dossier.law.authority_clock import documents_given, is_over, parts_asked
from dossier.model.dossier import Dossier
from dossier.model.evidence import AuthorityExchange
from dossier.model.vocabulary_pack import PackPart
from dossier.ui.export.audience import AUDIENCES, Audience, AudienceCard
from dossier.ui.export.heads import column_head
from dossier.ui.tokens import S1, S2
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.labels import Label
from dossier.work.hand_over import Recipient

_WHAT_IT_ASKED = N_("Authority: what it asked")
_NOTED = N_("The hand-over will be noted in the dossier: what, to whom, when, with which SHA-256.")
_WORKING_COPY = N_("Without a name it is a working copy: nothing is noted in the dossier.")


class RecipientPart(QWidget):
    """`changed` when another audience or another exchange is chosen, `named` when another recipient is."""

    changed = Signal()
    named = Signal()

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self._dossier = dossier
        self._exchanges: list[AuthorityExchange] = []
        self.cards = {audience.code: AudienceCard(audience) for audience in AUDIENCES}
        self._group = QButtonGroup(self)
        self.name, self.purpose, self.exchange = QLineEdit(), QLineEdit(), QComboBox()
        self._recipient = Field(_("Recipient"), self.name)
        self._exchange_field = Field(_("Answers the exchange"), self.exchange)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S2)
        layout.addWidget(column_head(Label(_("For whom?"), "h2")))
        for card in self.cards.values():
            self._group.addButton(card)
            layout.addWidget(card)
        layout.addSpacing(S1)
        layout.addWidget(self._recipient)
        layout.addWidget(Field(_("Request or purpose"), self.purpose))
        layout.addWidget(self._exchange_field)
        self.exchange.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.cards["authority"].setChecked(True)
        self.follow(dossier)
        self.say_refused("")
        self.name.textChanged.connect(lambda _name: self.named.emit())
        self._group.buttonClicked.connect(self._on_card)
        self.exchange.activated.connect(self._on_exchange)

    @property
    def audience(self) -> Audience:
        return next(card.audience for card in self.cards.values() if card.isChecked())

    @property
    def chosen_exchange(self) -> AuthorityExchange | None:
        """The exchange that is answered, if the authority is who receives."""
        if self.audience.code != "authority":
            return None
        return next((one for one in self._exchanges if one.id == self.exchange.currentData()), None)

    @property
    def asked_parts(self) -> frozenset[PackPart]:
        """What the questions of the exchange name."""
        exchange = self.chosen_exchange
        return frozenset(parts_asked(self._dossier, exchange)) if exchange else frozenset()

    @property
    def asked_documents(self) -> tuple[str, ...]:
        """The identifiers of the documents that answer them."""
        exchange = self.chosen_exchange
        return documents_given(self._dossier, exchange) if exchange else ()

    @property
    def recipient(self) -> Recipient:
        """To whom it goes; without a name nothing is noted."""
        exchange = self.chosen_exchange
        name, purpose = self.name.text().strip(), self.purpose.text().strip()
        return Recipient(name, purpose, exchange=exchange.id if exchange else None)

    def say_refused(self, why_not: str) -> None:
        """Whether this hand-over will be noted, or why nobody can be named."""
        self._recipient.set_hint(_(_NOTED) if self.name.text().strip() else _(_WORKING_COPY))
        self._recipient.set_error(why_not)

    def answer(self, exchange: AuthorityExchange) -> None:
        """Begin with an exchange: its authority and its reference."""
        if exchange not in self._exchanges:  # one that has its outcome can be answered again
            self._offer(exchange)
        self.exchange.setCurrentIndex(self.exchange.findData(exchange.id))
        self._fill(exchange)
        self._show_exchange()

    def follow(self, dossier: Dossier) -> None:
        """Offer the exchanges of the dossier as it stands; the one that is answered stays, also once it is over."""
        answered = self.exchange.currentData()
        self._dossier, self._exchanges = dossier, []
        self.exchange.clear()
        self.exchange.addItem(_("None"), "")
        for one in dossier.of(AuthorityExchange):
            if one.id == answered or not is_over(one):
                self._offer(one)
        self.exchange.setCurrentIndex(max(self.exchange.findData(answered), 0))
        self._show_exchange()

    def _offer(self, exchange: AuthorityExchange) -> None:
        self._exchanges.append(exchange)
        self.exchange.addItem(" – ".join(filter(None, (exchange.reference, exchange.name))), exchange.id)

    def take_focus(self) -> None:
        self.cards[self.audience.code].setFocus()

    def _fill(self, exchange: AuthorityExchange) -> None:
        self.name.setText(exchange.authority)
        self.purpose.setText(" · ".join(filter(None, (exchange.name, exchange.case_reference))))

    def _on_card(self) -> None:
        self._show_exchange()
        self.changed.emit()

    def _on_exchange(self) -> None:
        if exchange := self.chosen_exchange:
            self._fill(exchange)
        self._show_exchange()
        self.changed.emit()

    def _show_exchange(self) -> None:
        """What an authority is said to have asked is what a question of it names."""
        authority = self.cards["authority"]
        authority.say(_(_WHAT_IT_ASKED) if self.asked_parts else _(authority.audience.name))
        self._exchange_field.setVisible(bool(self._exchanges) and self.audience.code == "authority")

"""For whom: who receives the document decides what leaves, before anything else is chosen."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from dossier.i18n import N_, _
from dossier.law.authority_clock import documents_given, is_over, parts_asked
from dossier.model.dossier import Dossier
from dossier.model.evidence import AuthorityExchange
from dossier.model.vocabulary_pack import PackPart
from dossier.report.scope import Profile
from dossier.ui import theme
from dossier.ui.export.heads import column_head
from dossier.ui.export.ticks import Asked
from dossier.ui.tokens import RADIUS_CARD, S1, S2, S3, S4, S6
from dossier.ui.widgets.buttons import PaintedButton
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.painting import focus_ring, painter_for, rounded, words

AudienceCode = Literal["authority", "full", "partner"]
_LINE = 20  # pixels from one line of words to the next


class Audience(NamedTuple):
    """A choice: its words, what leaves with it, and what it ticks to begin with (nothing: all)."""

    code: AudienceCode
    name: str
    what: str
    profile: Profile
    asked: Asked = ()


AUDIENCES = (
    Audience("authority", N_("Authority: what it asked"), N_("No internal notes, no findings"), "authority"),
    Audience("full", N_("Complete dossier"), N_("All of it: management, officer, lawyer"), "full"),
    Audience(
        "partner",
        N_("Client or partner"),
        N_("Record as a processor, measures"),
        "authority",
        (PackPart.PROCESSOR_REGISTER, PackPart.SECURITY),
    ),
)


class AudienceCard(PaintedButton):
    """A choice with the line that says what it means; arrows go to the next one."""

    def __init__(self, audience: Audience) -> None:
        super().__init__(_(audience.name), 2 * _LINE + S4 + S1)
        self.audience, self._what = audience, _(audience.what)
        self.setCheckable(True)
        self.setAccessibleDescription(self._what)
        self.setToolTip(f"{self.words}\n{self._what}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = max(
            theme.metrics("strong").horizontalAdvance(self.words), theme.metrics("body").horizontalAdvance(self._what)
        )
        return QSize(wide + S6 + S6, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(S6 * 8, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        on = self.isChecked()
        ground = k.selected if on else k.hover if self.underMouse() else k.surface
        rounded(painter, rect, ground, k.accent if on else k.border, RADIUS_CARD)
        dot = QRectF(S3, S2 + 3, 16, 16)
        rounded(painter, dot, k.surface, k.accent if on else k.border, 8, 5 if on else 1)
        room = QRectF(S3 + S6, S2, rect.width() - S3 - S6 - S2, _LINE)
        words(painter, room, self.words, "strong", k.text)
        words(painter, room.translated(0, _LINE), self._what, "body", k.text2)
        if self.hasFocus():
            focus_ring(painter, rect, RADIUS_CARD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        group = self.group()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and group:
            cards = group.buttons()
            there = cards[(cards.index(self) + step) % len(cards)]
            there.setFocus(Qt.FocusReason.TabFocusReason)
            there.click()
        else:
            super().keyPressEvent(event)


class RecipientPart(QWidget):
    """`changed` when another audience or another exchange is chosen."""

    changed = Signal()

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self._dossier = dossier
        self._exchanges: list[AuthorityExchange] = []
        self.cards = {audience.code: AudienceCard(audience) for audience in AUDIENCES}
        self._group = QButtonGroup(self)
        self.name, self.purpose, self.exchange = QLineEdit(), QLineEdit(), QComboBox()
        said = _("Named, the hand-over is noted: what, to whom, when, with which SHA-256.")
        self._exchange_field = Field(_("Answers the exchange"), self.exchange)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S2)
        layout.addWidget(column_head(Label(_("For whom?"), "h2")))
        for card in self.cards.values():
            self._group.addButton(card)
            layout.addWidget(card)
        layout.addSpacing(S1)
        for field in (Field(_("Recipient"), self.name, hint=said), Field(_("Request or purpose"), self.purpose)):
            layout.addWidget(field)
        layout.addWidget(self._exchange_field)
        self.exchange.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.cards["authority"].setChecked(True)
        self.follow(dossier)
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
        self.changed.emit()

    def _show_exchange(self) -> None:
        self._exchange_field.setVisible(bool(self._exchanges) and self.audience.code == "authority")

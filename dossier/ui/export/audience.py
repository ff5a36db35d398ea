"""The choice of who receives a document, as cards: what each is called, and what leaves for it."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from dossier.i18n import N_, _
from dossier.model.vocabulary_pack import PackPart
from dossier.report.scope import Profile
from dossier.ui import theme
from dossier.ui.export.ticks import Asked
from dossier.ui.tokens import RADIUS_CARD, S1, S2, S3, S4, S6
from dossier.ui.widgets.buttons import PaintedButton, escaped
from dossier.ui.widgets.painting import focus_ring, painter_for, rounded, words

AudienceCode = Literal["authority", "full", "partner"]
_APART = 3  # pixels between the edge of a card that is chosen and the ring of the one that has the keyboard
_LINE = 20  # pixels from one line of words to the next


class Audience(NamedTuple):
    """A choice: its words, what leaves with it, and what it ticks to begin with (nothing: all)."""

    code: AudienceCode
    name: str
    what: str
    profile: Profile
    asked: Asked = ()


AUDIENCES = (
    Audience("authority", N_("Authority"), N_("No internal notes, no findings"), "authority"),
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
        self.say(self.words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, name: str) -> None:
        """What it is called now."""
        self.words = name
        self.setText(escaped(name))
        self.setAccessibleName(name)
        self.setToolTip(f"{name}\n{self._what}")
        self.update()

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
            focus_ring(painter, rect.adjusted(_APART, _APART, -_APART, -_APART), RADIUS_CARD - _APART)

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

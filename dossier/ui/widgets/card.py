"""The white sheet that everything lies on."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dossier.ui import theme
from dossier.ui.tokens import RADIUS_CARD, S2, S3, S4, S5, ToneName
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import Item, fill
from dossier.ui.widgets.painting import painter_for, rounded

_ABOVE_TITLE = 7


class Card(QFrame):
    """A surface with a hairline, a title row, and anything below it."""

    def __init__(
        self,
        title: str = "",
        *actions: QWidget,
        note: str = "",
        padding: int = S5,
        gap: int = S3,
        tone: ToneName | None = None,
    ) -> None:
        super().__init__()
        self._tone = tone
        self.body = QVBoxLayout(self)
        edge = min(padding, S4)
        above = edge - _ABOVE_TITLE if actions else edge  # a title stands as high as on a card without buttons
        self.body.setContentsMargins(padding, above, padding, edge)
        self.body.setSpacing(gap)
        if title:
            self.title = Label(title, "h3", wrap=True)
            self.note = Label(note, "caption", "text3", wrap=True)
            self.body.addLayout(self._head(actions))
            self.note.setVisible(bool(note))  # inside the layout: alone it would open a window of its own

    def _head(self, actions: tuple[QWidget, ...]) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(S2)
        head.addWidget(flow(self.title, self.note), 1, Qt.AlignmentFlag.AlignVCenter)
        for action in actions:
            head.addWidget(action)
        return head

    def add(self, *items: Item) -> "Card":
        fill(self.body, *items)
        return self

    def paintEvent(self, event: QPaintEvent) -> None:
        k = theme.tokens()
        edge = k.tone(self._tone).solid if self._tone else k.line
        rounded(painter_for(self), QRectF(self.rect()), k.surface, edge, RADIUS_CARD)

"""Messages inside the page, where other programs open a box."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from dossier.ui import theme
from dossier.ui.tokens import S2, S3, ToneName
from dossier.ui.widgets.labels import IconLabel, Label
from dossier.ui.widgets.layouts import fill
from dossier.ui.widgets.painting import painter_for, rounded

_ROOM = 300  # pixels that the words keep beside a button


class Banner(QWidget):
    """An icon, the fact in bold, what follows from it, and the button that repairs it."""

    def __init__(self, tone: ToneName, lead: str, rest: str = "", *actions: QWidget, icon: str = "") -> None:
        super().__init__()
        self._box = layout = QHBoxLayout(self)
        self._actions = actions
        layout.setContentsMargins(S3, S2, S2, S2)
        layout.setSpacing(S2)
        self._icon = IconLabel(icon or tone, tone)
        self._words = Label(wrap=True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        message = QHBoxLayout()
        message.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        message.addWidget(self._words, 1)
        middle = QVBoxLayout()  # an aligned layout would be given too little height for its words
        fill(middle, None, message, None)
        layout.addLayout(middle, 1)
        for action in actions:
            layout.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.say(tone, lead, rest, icon)

    def say(self, tone: ToneName, lead: str, rest: str = "", icon: str = "") -> None:
        """Another message in the same place."""
        from html import escape  # knows the names of two thousand characters; most windows open without a message

        self._tone = tone
        self._icon.show_icon(icon or tone, tone)
        self._words.setText(f"<b>{escape(lead)}</b> {escape(rest)}")
        self.setAccessibleName(f"{lead} {rest}".strip())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button goes below the words where they would have too little room beside it."""
        super().resizeEvent(event)
        taken = sum(action.sizeHint().width() + S2 for action in self._actions if not action.isHidden())
        beside = not taken or self.width() - taken >= _ROOM
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k = painter_for(self), theme.tokens().tone(self._tone)
        rounded(painter, QRectF(self.rect()), k.tint)
        rounded(painter, QRectF(0, 0, 3, self.height()), k.solid, radius=1.5)

"""What a page shows before it holds anything: what the thing is, why the law wants it, how to start."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dossier.ui import theme
from dossier.ui.icons import paint_icon
from dossier.ui.tokens import S1, S3, ToneName
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.painting import painter_for, rounded

_WIDTH = 460  # a comfortable line for two sentences


class Disc(QWidget):
    """A large icon on a tinted disc."""

    def __init__(self, icon: str, size: int = 64, tone: ToneName | None = None) -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, side = painter_for(self), theme.tokens(), self.width()
        tone = k.tone(self._tone) if self._tone else None
        rounded(painter, QRectF(self.rect()), tone.tint if tone else k.selected, radius=side / 2)
        edge = side * 0.28
        inner = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        paint_icon(painter, inner, self._icon, tone.fg if tone else k.accent, 1.6)


class EmptyState(QWidget):
    """A disc, a title, two sentences, the ways to start and a tip."""

    def __init__(self, icon: str, title: str, sentences: str, *actions: QWidget, tip: str = "") -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        layout = QVBoxLayout(self)
        layout.setSpacing(S3)
        layout.addStretch(2)
        layout.addWidget(Disc(icon), 0, middle)
        layout.addLayout(_centred(Label(title, "h2", wrap=True)))
        layout.addLayout(_centred(Label(sentences, "body", "text2", wrap=True)))
        layout.addSpacing(S1)
        layout.addWidget(row(*actions), 0, middle)
        if tip:
            layout.addLayout(_centred(Label(tip, "caption", "text3", wrap=True)))
        layout.addStretch(3)


def _centred(label: Label) -> QHBoxLayout:
    """A label in the middle, as wide as a line may be; an aligned one would be given too little height."""
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setMaximumWidth(_WIDTH)
    held = QHBoxLayout()
    held.addStretch(1)
    held.addWidget(label, 100)
    held.addStretch(1)
    return held

"""The foot of the quick log, with the deadline that will run, and what stands there once the incident is logged."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.ui import theme
from dossier.ui.tokens import S2, S3, S4, S5, S6, ToneName
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.labels import IconLabel, Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.painting import CENTER, painter_for, rounded, words


class KeyCap(QWidget):
    """The keys that press the button beside it."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._words = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.setFixedSize(QSize(theme.metrics("caption").horizontalAdvance(self._words) + 14, 20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        rounded(painter, rect, k.surface, k.line, radius=4)
        words(painter, rect, self._words, "caption", k.text3, CENTER)


class Foot(QWidget):
    """When to notify, and the two ways out."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("clock", "text2")
        self.due, self._why = Label("", "caption_strong", wrap=True), Label("", "caption", "text3", wrap=True)
        self.cancel, self.log = Button(_("Cancel"), role="quiet"), Button(_("Log it"), role="primary")
        self.cancel.setToolTip(_("Closes the window; the draft is kept (Esc)"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(S6, S3, S6, S3)
        layout.setSpacing(S2)
        layout.addWidget(self._icon)
        layout.addSpacing(S2 - 4)
        layout.addWidget(column(self.due, self._why, gap=1), 1)
        layout.addWidget(self.cancel)
        layout.addWidget(self.log)
        layout.addWidget(KeyCap("Ctrl+Enter"))

    def say(self, due: str, why: str) -> None:
        self.due.setText(due)
        self.due.setVisible(bool(due))
        self._why.setText(why)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k = painter_for(self), theme.tokens()
        painter.fillRect(self.rect(), k.sunken)
        painter.fillRect(0, 0, self.width(), 1, k.line)


class Outcome(QWidget):
    """What became of the incident, in the window that logged it."""

    def __init__(self, tone: ToneName, sentences: Sequence[str], *actions: QWidget) -> None:
        super().__init__()
        self.close_button = Button(_("Close"), role="primary")
        head = Label(sentences[0], "h2", wrap=True)
        self.setAccessibleName(" ".join(sentences))
        self._said = QVBoxLayout()
        self._said.setSpacing(S2)
        self._said.addWidget(head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(S6, S6, S6, S5)
        layout.setSpacing(S4)
        line = QHBoxLayout()
        line.setSpacing(S3)
        line.addWidget(IconLabel(tone, tone, 24), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._said, 1)
        layout.addLayout(line)
        layout.addStretch(1)
        layout.addWidget(row(None, *actions, self.close_button))
        for sentence in sentences[1:]:
            self.add(sentence)

    def add(self, sentence: str) -> None:
        """One more sentence below the others."""
        label = Label(sentence, "body", "text2", wrap=True)
        self._said.addWidget(label)
        label.show()

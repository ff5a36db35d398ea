"""A box with words that go on in the next line where there is little room, also within a word that is longer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from dossier.ui.records.words import breakable
from dossier.ui.tokens import S1
from dossier.ui.widgets.labels import Label


class TickLine(QWidget):
    """The words tick the box too; `clicked` when the user does either."""

    clicked = Signal()

    def __init__(self, words: str, on: bool = False) -> None:
        super().__init__()
        self.box, self._label = QCheckBox(), Label("", wrap=True)
        self.box.setChecked(on)
        self._label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, S1, 0, S1)
        layout.setSpacing(0)  # the box keeps its distance by itself
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)
        self.setFocusProxy(self.box)
        self.box.clicked.connect(self.clicked)
        self.say(words)

    def say(self, words: str) -> None:
        self._label.setText(breakable(words))
        self.box.setAccessibleName(words)

    def isChecked(self) -> bool:
        return self.box.isChecked()

    def setChecked(self, on: bool) -> None:
        self.box.setChecked(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.box.click()

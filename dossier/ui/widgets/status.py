"""The strip at the bottom: whether all is saved, where the file is, that nothing leaves this computer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dossier.i18n import _
from dossier.ui import theme
from dossier.ui.tokens import S3, S4, STATUS, ToneName
from dossier.ui.widgets.buttons import PaintedButton
from dossier.ui.widgets.labels import ElidedLabel, IconLabel, Label
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.painting import LEFT, focus_ring, painter_for, words

_ICON = 15


class StatusLink(PaintedButton):
    """A link in the strip, as high as a target must be."""

    def __init__(self, text: str) -> None:
        super().__init__(text, 24)
        self.setFixedWidth(theme.metrics("caption").horizontalAdvance(text) + 8)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k = painter_for(self), theme.tokens()
        rect = self.rect().toRectF()
        wide = words(painter, rect.adjusted(4, 0, 0, 0), self.words, "caption", k.accent, LEFT)
        painter.fillRect(rect.adjusted(4, rect.height() - 5, wide + 4 - rect.width(), -4), k.accent)
        if self.hasFocus():
            focus_ring(painter, rect, 4)


class StatusStrip(QWidget):
    """Saved when, last change and its undo, path of the file, last checked backup, offline."""

    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(STATUS)
        self._saved, self._last = Label("", "caption", "text3", tabular=True), ElidedLabel("", "caption", "text2")
        self._path, self._checked = ElidedLabel("", "caption", "text3"), Label("", "caption", "text3", tabular=True)
        self._undo = StatusLink(_("Undo"))
        self._undo.clicked.connect(self.undo_asked)
        keys = QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)
        self._undo.setToolTip(f"{_('Undo')} ({keys})")
        self._checked_icon = IconLabel("ok", "ok", _ICON)
        self._change = row(Label("·", "caption", "text3"), self._last, self._undo, gap=6)
        self._folder = IconLabel("folder", "text3", _ICON)
        self._backup = row(self._checked_icon, self._checked, gap=6)
        offline = row(
            IconLabel("offline", "text3", _ICON),
            Label(_("Offline: nothing leaves this computer"), "caption", "text3"),
            gap=6,
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(S4, 0, S4, 0)
        layout.setSpacing(S3)
        saved = row(IconLabel("saved", "text3", _ICON), self._saved, gap=6)
        layout.addWidget(saved)
        layout.addWidget(self._change)
        layout.addWidget(row(self._folder, self._path, gap=6))
        layout.addStretch(1)
        layout.addWidget(self._backup)
        layout.addWidget(offline)
        self.show_change("")
        self.show_backup("")
        self.show_file("")

    def show_saved(self, said: str) -> None:
        self._saved.setText(said)

    def show_change(self, label: str) -> None:
        """The last change, which the link undoes; nothing to undo hides both."""
        self._last.set_words(label)
        self._change.setVisible(bool(label))

    def show_file(self, path: str) -> None:
        self._path.set_words(path)
        self._folder.setVisible(bool(path))

    def show_backup(self, said: str, tone: ToneName = "ok") -> None:
        self._checked.setText(said)
        self._checked_icon.show_icon(tone, tone)
        self._backup.setVisible(bool(said))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k = painter_for(self), theme.tokens()
        painter.fillRect(self.rect(), k.sidebar)
        painter.fillRect(0, 0, self.width(), 1, k.line)

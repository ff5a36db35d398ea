"""The values of a list that the law leaves open: each opened in place, where the dossier sets its own or takes ours."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.law.settings import ReferenceValue, reference_values
from dossier.model.text import text_of
from dossier.ui.desk import Desk
from dossier.ui.icons import paint_icon
from dossier.ui.pages.legal_editor import ValueEditor
from dossier.ui.tokens import ROW, S3, Tokens
from dossier.ui.widgets.painting import RIGHT, words
from dossier.ui.widgets.rows import PaintedRow

_LEFT, _CHEVRON, _ICON = 26, 30, 14


class ValueRow(PaintedRow):
    """What it is the value of, and the value that counts; where the dossier set it, ours beside it."""

    asked = Signal(object)
    """Itself: to be opened, or closed."""

    def __init__(self, value: ReferenceValue, desk: Desk) -> None:
        self._desk, self.is_open = desk, False
        super().__init__(ROW, self._paint, "")
        self.clicked.connect(lambda: self.asked.emit(self))
        self.show_value(value)

    def show_value(self, value: ReferenceValue) -> None:
        """Show it as it counts now."""
        say = self._desk.say
        self.value, self.name = value, value.name(say)
        self.counts, ours = text_of(value.duration, say), text_of(value.ours, say)
        self.beside = _("set in this dossier, ours: {value}", value=ours) if value.setting else _("ours")
        self.show_open(self.is_open)

    def show_open(self, is_open: bool) -> None:
        self.is_open = is_open
        state = _("opened below") if is_open else _("folded")
        self.setToolTip("\n".join((self.name, self.value.words(self._desk.say))))
        self.setAccessibleName(", ".join((self.name, self.counts, self.beside, state)))
        self.update()

    def _paint(self, painter: QPainter, rect: QRectF, k: Tokens) -> None:
        is_own = self.value.setting is not None
        ink = k.ink("info" if is_own else "text3")
        if is_own:
            paint_icon(painter, QRectF(rect.left() + 2, 11, _ICON, _ICON), "edit", ink, 2.0)
        line = QRectF(rect.left() + _LEFT, 0, rect.width() - _LEFT - _CHEVRON, rect.height())
        taken = words(painter, line, self.beside, "caption", ink, RIGHT)
        line.adjust(0, 0, -taken - S3, 0)
        taken = words(painter, line, self.counts, "strong" if is_own else "body", k.text, RIGHT, tabular=True)
        line.adjust(0, 0, -taken - S3, 0)
        words(painter, line, self.name, "strong" if self.is_open else "body", k.text)
        arrow = "chevron-up" if self.is_open else "chevron-down"
        paint_icon(painter, QRectF(rect.right() - 18, rect.center().y() - 7, 14, 14), arrow, k.text2, 2.2)


class ValueList(QWidget):
    """Values below each other, one of which may be open."""

    def __init__(self, values: Iterable[ReferenceValue], desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.editor: ValueEditor | None = None
        self.rows = {value.key: ValueRow(value, desk) for value in values}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        for one in self.rows.values():
            self._box.addWidget(one)
            one.asked.connect(self._on_asked)

    def refresh(self) -> None:
        """Show the values as they count now; what is open stays only where nothing about it changed."""
        values = reference_values(self._desk.dossier, self._desk.clock().date())
        for key, shown in self.rows.items():
            if shown.value != values[key]:
                if shown.is_open:
                    self.close_editor()
                shown.show_value(values[key])

    def open(self, key: str) -> ValueRow:
        """Open one, and close the one that was."""
        self.close_editor()
        shown = self.rows[key]
        self.editor = ValueEditor(shown.value, self._desk)
        self.editor.closed.connect(self.close_editor)
        self._box.insertWidget(self._box.indexOf(shown) + 1, self.editor)
        shown.show_open(True)
        return shown

    def close_editor(self) -> None:
        if self.editor is None:
            return
        gone, self.editor = self.editor, None
        focused = QApplication.focusWidget()
        for shown in self.rows.values():
            if shown.is_open:
                shown.show_open(False)
                if focused and gone.isAncestorOf(focused):
                    shown.setFocus(Qt.FocusReason.OtherFocusReason)
        gone.hide()
        gone.deleteLater()

    def _on_asked(self, shown: ValueRow) -> None:
        if shown.is_open:
            self.close_editor()
        else:
            self.open(shown.value.key)
            if self.editor:
                self.editor.duration.setFocus(Qt.FocusReason.OtherFocusReason)

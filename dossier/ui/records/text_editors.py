"""Editors of what is typed as text: lines, long texts, lists of words, numbers."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from dossier.i18n import _
from dossier.model.text import clean, number_text, parse_number
from dossier.ui.records.editor import Editor, Unreadable

_LINES, _MOST_LINES = 1, 14
_EDGES = 20  # the document's own margin, padding and border
_GREATEST = 2**63 - 1  # what one column of the file holds


class TextEditor(Editor):
    """One line."""

    def __init__(self) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self.box.addWidget(self.line)
        self.line.editingFinished.connect(self.done)

    def fill(self, value: Any) -> None:
        self.line.setText(value or "")
        self.line.setCursorPosition(0)

    def read(self) -> str:
        return clean(self.line.text())

    def typed(self) -> str:
        return self.line.text()

    def put_back(self, typed: Any) -> None:
        self.line.setText(typed)


class ParsedEditor(TextEditor):
    """One line that says something other than text; empty says nothing."""

    def __init__(self, parse: Callable[[str], Any], write: Callable[[Any], str], expected: str) -> None:
        super().__init__()
        self._parse, self._write, self._expected = parse, write, expected

    def fill(self, value: Any) -> None:
        super().fill("" if value is None else self._write(value))

    def read(self) -> Any:
        text = self.line.text().strip()
        if not text:
            return None
        try:
            return self._parse(text)
        except (ValueError, OverflowError):
            raise Unreadable(self._expected) from None


class NumberEditor(ParsedEditor):
    narrow = True

    def __init__(self, say: Any) -> None:
        expected = _("Not a whole number: {example} is expected", example=number_text(1250, say))
        super().__init__(whole_number, lambda value: number_text(value, say), expected)


def whole_number(text: str) -> int:
    """As `parse_number`, within what can be stored."""
    number = parse_number(text)
    if abs(number) > _GREATEST:
        raise ValueError(text)
    return number


class GrowingText(QPlainTextEdit):
    """As high as its text needs, up to a screenful; says when it is left."""

    left = Signal()

    def __init__(self, edges: int = _EDGES) -> None:
        super().__init__()
        self._edges = edges
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Its own scroll bar only where the text is longer than a screenful."""
        lines = round(self.document().size().height())
        height = max(_LINES, min(_MOST_LINES, lines)) * self.fontMetrics().lineSpacing() + self._edges
        bar = Qt.ScrollBarPolicy
        wanted = bar.ScrollBarAsNeeded if lines > _MOST_LINES else bar.ScrollBarAlwaysOff
        if wanted != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(wanted)
        if height != self.height():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own menu of copy and paste
            self.left.emit()


class LongTextEditor(Editor):
    """Several lines."""

    def __init__(self, edges: int = _EDGES) -> None:
        self.text = GrowingText(edges)
        super().__init__(self.text)
        self.box.addWidget(self.text)
        self.text.left.connect(self.done)

    def fill(self, value: Any) -> None:
        self.text.setPlainText(value or "")

    def read(self) -> Any:
        return clean(self.text.toPlainText())

    def typed(self) -> str:
        return self.text.toPlainText()

    def put_back(self, typed: Any) -> None:
        self.text.setPlainText(typed)


class WordsEditor(LongTextEditor):
    """A list of words, one on each line."""

    def fill(self, value: Any) -> None:
        super().fill("\n".join(value or ()))

    def read(self) -> tuple[str, ...]:
        lines = (line.strip() for line in clean(self.text.toPlainText()).splitlines())
        return tuple(line for line in lines if line)

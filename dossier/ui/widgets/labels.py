"""Words and icons that are only read: labels with a role and an ink, icons, hairlines."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from dossier.ui import theme
from dossier.ui.icons import STROKE, paint_icon
from dossier.ui.tokens import ICON, Ink, Role
from dossier.ui.widgets.painting import painter_for

_LEAST = 40  # pixels that an elided label keeps
_LINE_OF_READING = 80  # characters after which a wrapped label goes on in the next line


class Label(QLabel):
    """Plain words with a role of the type scale; the style sheet gives them their ink."""

    def __init__(
        self, words: str = "", role: Role = "body", ink: Ink = "text", *, wrap: bool = False, tabular: bool = False
    ) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)  # what a user typed is never read as HTML
        self.setFont(theme.font(role, tabular=tabular))
        self.setProperty("ink", ink)
        self.setWordWrap(wrap)

    def set_ink(self, ink: Ink) -> None:
        if self.property("ink") != ink:
            theme.restyle(self, ink=ink)

    def sizeHint(self) -> QSize:
        """A wrapped label asks for one line if it can have it; Qt would ask for a block."""
        hint = super().sizeHint()
        if not self.wordWrap() or self.textFormat() != Qt.TextFormat.PlainText:
            return hint
        metrics, margins = self.fontMetrics(), self.contentsMargins()
        wide = metrics.horizontalAdvance(self.text()) + margins.left() + margins.right() + 2
        wide = min(wide, metrics.averageCharWidth() * _LINE_OF_READING)
        return QSize(wide, self.heightForWidth(wide))


class ElidedLabel(Label):
    """One line that gives way: cut when there is no room, as paths are in the middle, whole in its tool tip."""

    cut_at = Qt.TextElideMode.ElideMiddle

    def __init__(self, words: str = "", role: Role = "body", ink: Ink = "text") -> None:
        super().__init__("", role, ink)
        self._words = ""
        self.set_words(words)

    def set_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self._cut()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._words, self.cut_at, self.width())
        self.setText(shown)
        self.setToolTip("" if shown == self._words else self._words)


class IconLabel(QWidget):
    """An icon beside words that say the same."""

    def __init__(self, name: str, ink: Ink = "text2", size: int = ICON) -> None:
        super().__init__()
        self.name, self.ink = name, ink
        self.setFixedSize(size, size)

    def show_icon(self, name: str, ink: Ink) -> None:
        self.name, self.ink = name, ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        stroke = STROKE if self.width() > 16 else 2.0
        paint_icon(painter_for(self), QRectF(self.rect()), self.name, theme.tokens().ink(self.ink), stroke)


class Hairline(QWidget):
    """A line of one pixel between two sections."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter_for(self).fillRect(self.rect(), theme.tokens().line)

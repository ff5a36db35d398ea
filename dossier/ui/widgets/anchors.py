"""The sections of a record as tabs that scroll: a press goes there, the one in view is marked."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QScrollArea, QWidget

from dossier.i18n import _
from dossier.ui import theme
from dossier.ui.tokens import CONTROL, S5
from dossier.ui.widgets.buttons import IconButton, PaintedButton, escaped
from dossier.ui.widgets.painting import focus_ring, painter_for, rounded, words

_HEIGHT = 34
_AHEAD = 24  # a section counts as in view when its title is this near to the top


class Anchor(PaintedButton):
    """The name of one section."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, _HEIGHT - 1, parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        return QSize(max(28, theme.metrics("caption_strong").horizontalAdvance(self.words) + 8), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        on = self.isChecked()
        ink = k.accent if on else k.text if self.underMouse() else k.text2
        words(painter, rect.adjusted(4, 0, -2, -2), self.words, "caption_strong" if on else "caption", ink)
        if on:
            rounded(painter, QRectF(4, rect.bottom() - 3, rect.width() - 8, 3), k.accent, radius=1.5)
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(0, 2, 0, -2))


class Anchors(QWidget):
    """Tabs over `area`; those that find no room are in the menu of the last button."""

    def __init__(self, area: QScrollArea, sections: Sequence[tuple[str, QWidget]]) -> None:
        super().__init__()
        self._area = area
        self._sections = [section for _name, section in sections]
        self.tabs = [Anchor(name, self) for name, _section in sections]
        for tab in self.tabs:
            tab.clicked.connect(self._on_pressed)
        self._more = IconButton("more", _("Other sections"))
        self._more.setParent(self)
        self._more.setMenu(QMenu(self._more))
        self.setFixedHeight(_HEIGHT)
        area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._mark(0)

    def go_to(self, index: int) -> None:
        """Scroll to a section and mark it, even where the page is too short to bring it to the top."""
        self._area.verticalScrollBar().setValue(self._top(index))
        self._mark(index)

    def _top(self, index: int) -> int:
        inner = self._area.widget()
        return self._sections[index].mapTo(inner, QPoint(0, 0)).y() if inner else 0

    def _mark(self, index: int) -> None:
        for i, tab in enumerate(self.tabs):
            tab.setChecked(i == index)

    def _on_pressed(self) -> None:
        tab = self.sender()
        if isinstance(tab, Anchor):
            self.go_to(self.tabs.index(tab))

    def _on_scrolled(self, value: int) -> None:
        reached = [i for i in range(len(self._sections)) if self._top(i) <= value + _AHEAD]
        self._mark(reached[-1] if reached else 0)

    def sizeHint(self) -> QSize:
        return QSize(sum(tab.sizeHint().width() + S5 - 8 for tab in self.tabs), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(CONTROL * 2, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        whole = self.sizeHint().width() <= self.width()
        room, left = self.width() - (0 if whole else CONTROL), 0
        hidden: list[int] = []
        for i, tab in enumerate(self.tabs):
            wide = tab.sizeHint().width()
            fits = not hidden and left + wide <= room
            tab.setVisible(fits)
            tab.setGeometry(left - 4, 0, wide, _HEIGHT - 1)
            if not fits:
                hidden.append(i)
            left += wide + S5 - 8
        self._more.setVisible(bool(hidden))
        self._more.move(self.width() - CONTROL, 0)
        self._fill_menu(hidden)

    def _fill_menu(self, hidden: list[int]) -> None:
        menu = self._more.menu()
        menu.clear()
        for i in hidden:
            menu.addAction(escaped(self.tabs[i].words)).triggered.connect(lambda _on=False, i=i: self.go_to(i))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter_for(self).fillRect(QRectF(0, _HEIGHT - 1, self.width(), 1), theme.tokens().line)

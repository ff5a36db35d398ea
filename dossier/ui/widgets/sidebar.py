"""The sidebar: what stands above, the destinations in their groups, what stands below."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.ui import theme
from dossier.ui.tokens import S1, S2, S3, SIDEBAR, SIDEBAR_SMALL
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.painting import painter_for
from dossier.ui.widgets.scroll import scroll
from dossier.ui.widgets.side_buttons import Count, NavButton, SideButton


class NavGroup(NamedTuple):
    """Destinations under a heading; the first group has none."""

    title: str
    buttons: Sequence[NavButton]


class _Heading(Label):
    """The name of a group, or a small gap where there is no room for words."""

    def __init__(self, title: str) -> None:
        super().__init__(title, "caption_strong", "text3")
        self._title = title
        self.set_small(False)

    def set_small(self, small: bool) -> None:
        self.setText("" if small else self._title)
        self.setContentsMargins(11, 0 if small else 9, 0, 0 if small else 3)
        self.setFixedHeight(6 if small else super().sizeHint().height())


class Sidebar(QWidget):
    """One destination is chosen; Tab stops once among them, up and down move between them."""

    chosen = Signal(str)

    def __init__(self, above: Sequence[SideButton], groups: Sequence[NavGroup], below: Sequence[NavButton]) -> None:
        super().__init__()
        self._buttons = {b.key: b for b in (*(b for group in groups for b in group.buttons), *below)}
        self._above, self._headings = list(above), [_Heading(group.title) for group in groups]
        self._top, self._bottom = column(*above), column(*below)
        self._inner = self._list(groups)
        self._area = scroll(self._inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, S3, 0, S3)
        outer.setSpacing(S2)
        outer.addWidget(self._top)
        outer.addWidget(self._area, 1)
        outer.addWidget(self._bottom)
        self._area.verticalScrollBar().rangeChanged.connect(self._keep_edges)
        for button in self._buttons.values():
            button.clicked.connect(self._on_clicked)
            button.stepped.connect(self._on_stepped)
        self.set_small(False)
        self.choose(next(iter(self._buttons)))

    def _list(self, groups: Sequence[NavGroup]) -> QWidget:
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setSpacing(1)
        for heading, group in zip(self._headings, groups, strict=True):
            layout.addWidget(heading)
            heading.setVisible(bool(group.title))
            for button in group.buttons:
                layout.addWidget(button)
        layout.addStretch(1)
        return inner

    def set_small(self, small: bool) -> None:
        """Icons alone, for narrow windows."""
        self._small = small
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._area.setVerticalScrollBarPolicy(off if small else needed)
        for button in (*self._above, *self._buttons.values()):
            button.set_small(small)
        for heading in self._headings:
            heading.set_small(small)
        self._keep_edges()
        self.setFixedWidth(SIDEBAR_SMALL if small else SIDEBAR)  # when the words are gone: they would keep their width

    def _keep_edges(self) -> None:
        """The scroll bar lives in the right margin: the names keep their room."""
        edge, bar = 8 if self._small else S3, self._area.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() and not self._small else 0
        for part, above, right in (
            (self._top, 0, edge),
            (self._inner, S1, max(2, edge - taken)),
            (self._bottom, 0, edge),
        ):
            layout = part.layout()
            if layout is not None:
                layout.setContentsMargins(edge, above, right, 0)

    def choose(self, key: str) -> None:
        """Mark a destination without going there; a page that is not in the list marks none."""
        for button in self._buttons.values():
            button.setChecked(button.key == key)
        self._let_tab_stop_at(self._buttons.get(key) or next(iter(self._buttons.values())))
        if (chosen := self._buttons.get(key)) and self._inner.isAncestorOf(chosen):
            self._area.ensureWidgetVisible(chosen, 0, S2)

    def show_count(self, key: str, count: Count) -> None:
        self._buttons[key].show_count(count)

    def show_alert(self, key: str, words: str) -> None:
        """What is wrong behind a destination; no words take the mark away."""
        self._buttons[key].show_alert(words)

    def _let_tab_stop_at(self, stop: NavButton) -> None:
        for button in self._buttons.values():
            once = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(once)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, NavButton):
            self.choose(button.key)
            self.chosen.emit(button.key)

    def _on_stepped(self, step: int) -> None:
        order = list(self._buttons.values())
        button = self.sender()
        if isinstance(button, NavButton):
            following = order[(order.index(button) + step) % len(order)]
            following.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(following)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k = painter_for(self), theme.tokens()
        painter.fillRect(self.rect(), k.sidebar)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), k.line)

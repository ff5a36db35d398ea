"""The sidebar: what stands above, the destinations in their groups, what stands below."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.ui import theme
from dossier.ui.tokens import S1, S2, S3, SIDEBAR, SIDEBAR_SMALL
from dossier.ui.widgets.labels import Label
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
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(S2)
        for part in above:
            self._outer.addWidget(part)
        self._area = scroll(self._list(groups))
        self._outer.addWidget(self._area, 1)
        for button in below:
            self._outer.addWidget(button)
        for button in self._buttons.values():
            button.clicked.connect(self._on_clicked)
            button.stepped.connect(self._on_stepped)
        self.set_small(False)
        self.choose(next(iter(self._buttons)))

    def _list(self, groups: Sequence[NavGroup]) -> QWidget:
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, S1, 0, 0)
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
        self.setFixedWidth(SIDEBAR_SMALL if small else SIDEBAR)
        edge = 8 if small else S3
        self._outer.setContentsMargins(edge, S3, edge, S3)
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._area.setVerticalScrollBarPolicy(off if small else needed)
        for button in (*self._above, *self._buttons.values()):
            button.set_small(small)
        for heading in self._headings:
            heading.set_small(small)

    def choose(self, key: str) -> None:
        """Mark a destination without going there; a page that is not in the list marks none."""
        for button in self._buttons.values():
            button.setChecked(button.key == key)
        self._let_tab_stop_at(self._buttons.get(key) or next(iter(self._buttons.values())))

    def show_count(self, key: str, count: Count) -> None:
        self._buttons[key].show_count(count)

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

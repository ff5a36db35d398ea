"""The frame of a page: its title, the question it answers, its actions, its body."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from dossier.ui import theme
from dossier.ui.tokens import PAGE_MARGIN, S4, S5
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.painting import painter_for
from dossier.ui.widgets.scroll import keep_gutter


class Ground(QWidget):
    """The pale desk behind the sheets."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter_for(self).fillRect(self.rect(), theme.tokens().canvas)


class PageFrame(Ground):
    """`focus_me` is what the keyboard reaches first when the page opens, never a button of the sidebar.

    A body that goes `to_the_edge` leaves the margin of the page itself, so that its scroll bar can live there.
    """

    def __init__(
        self, title: str, question: str, body: QWidget, actions: Sequence[QWidget] = (), *, to_the_edge: bool = False
    ) -> None:
        super().__init__()
        self.focus_me: QWidget = body
        self.title = Label(title, "h1", wrap=True)
        self.question = Label(question, "body", "text3", wrap=True)
        self.body = body
        scrolls = to_the_edge or isinstance(body, QScrollArea)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, S5, 0 if scrolls else PAGE_MARGIN, 0 if scrolls else S4)
        layout.setSpacing(S4)
        head = row(
            (column(self.title, self.question, gap=2), 1),
            *actions,
            margins=(0, 0, PAGE_MARGIN if scrolls else 0, 0),
        )
        layout.addWidget(head)
        layout.addWidget(body, 1)
        if isinstance(body, QScrollArea):
            keep_gutter(body, PAGE_MARGIN, S4)

    def take_focus(self) -> None:
        self.focus_me.setFocus(Qt.FocusReason.OtherFocusReason)

"""One line of the timeline, with what can be done with an event: correct, strike out, attach."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from dossier.i18n import _
from dossier.model.breach import BreachEvent
from dossier.model.evidence import Document
from dossier.ui import theme
from dossier.ui.breach.happenings import Happening
from dossier.ui.breach.struck import struck
from dossier.ui.icons import paint_icon
from dossier.ui.records.words import breakable, icon_of, title_of
from dossier.ui.tokens import S1, S2
from dossier.ui.widgets.buttons import IconButton, escaped
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.painting import painter_for, rounded
from dossier.ui.widgets.record_link import RecordLink

_DISC, _GAP = 22, 12


class EventRow(QWidget):
    """Words first, then when and by whom; a line leads to what happened before."""

    correct_asked = Signal(object)
    strike_asked = Signal(object)
    attach_asked = Signal(object)

    def __init__(self, happening: Happening, when: str, *, is_last: bool, locked: bool) -> None:
        super().__init__()
        self.happening, self._is_last = happening, is_last
        words = Label(breakable(happening.words), "body", "text", wrap=True)
        below = " · ".join(filter(None, (when, happening.by)))
        if happening.is_struck:
            struck(words)
            below = _("Struck out · {words}", words=below)
        self._told = column(words, Label(below, "caption", "text3", wrap=True, tabular=True), gap=1)
        self.setAccessibleName(f"{happening.words}, {below}")
        box = QHBoxLayout(self)
        box.setContentsMargins(_DISC + S2 + 2, 0, 0, _GAP)
        box.setSpacing(S1)
        box.addWidget(self._told, 1)
        if happening.event and not happening.is_struck and not locked:
            box.addWidget(self._more(happening.event), 0, Qt.AlignmentFlag.AlignTop)

    def show_documents(self, documents: Sequence[Document], go_to: Callable[[Document], None]) -> None:
        """Links to what is attached."""
        links = [RecordLink(title_of(document), icon_of(Document)) for document in documents]
        for link, document in zip(links, documents, strict=True):
            link.clicked.connect(lambda _on=False, document=document: go_to(document))
        layout = self._told.layout()
        if layout and links:
            layout.addWidget(flow(*links))

    def _more(self, event: BreachEvent) -> IconButton:
        button = IconButton("more", _("Correct, strike out or attach: {event}", event=self.happening.words[:60]))
        button.clicked.connect(lambda: self._menu(event).popup(button.mapToGlobal(button.rect().bottomLeft())))
        return button

    def _menu(self, event: BreachEvent) -> QMenu:
        menu = QMenu(self)
        for words, signal in (
            (_("Correct…"), self.correct_asked),
            (_("Strike out"), self.strike_asked),
            (_("Attach a file… (or drop it here)"), self.attach_asked),
        ):
            menu.addAction(escaped(words)).triggered.connect(lambda _on=False, signal=signal: signal.emit(event))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k = painter_for(self), theme.tokens()
        middle = _DISC / 2
        if not self._is_last:
            painter.setPen(QPen(QColor(k.line), 2))
            painter.drawLine(QPointF(middle, _DISC + 3), QPointF(middle, self.height()))
        rounded(painter, QRectF(0, 1, _DISC, _DISC), k.sunken, k.line, middle)
        ink = k.tone("blocking").fg if self.happening.icon == "blocking" else k.text2
        paint_icon(painter, QRectF(4.5, 5.5, 13, 13), self.happening.icon, ink, 2.2)

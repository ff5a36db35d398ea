"""What one can press on the start page: doors, examples, recent dossiers."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from dossier.i18n import N_, _, current_language
from dossier.ui import theme
from dossier.ui.icons import paint_icon
from dossier.ui.tokens import RADIUS_CARD, S1, Tokens
from dossier.ui.when import when_text
from dossier.ui.widgets.buttons import IconButton, PaintedButton
from dossier.ui.widgets.painting import RIGHT, focus_ring, painter_for, rounded, words
from dossier.ui.widgets.rows import PaintedRow
from dossier.work.preferences import Recent

EXAMPLES: dict[str, tuple[str, str]] = {
    "soco": ("SOCO", N_("Trade, one company: customers, suppliers, website")),
    "sociatex": ("GROUPE SOCIATEX", N_("Controller and processor at once")),
    "sopexa": ("SOPEXA", N_("International marketing agency")),
    "sodepac": ("SODEPAC INTERNATIONAL", N_("A policy that announces what it does not say")),
    "ocoupdcoeur": ("O'Coup d'Cœur", N_("A small shop and its website")),
}


class Door(PaintedButton):
    """A card to press: icon, name, what it leads to."""

    def __init__(self, icon: str, name: str, what: str) -> None:
        super().__init__(name, 72)
        self._icon, self._what = icon, what
        self.setAccessibleDescription(what)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        rounded(painter, rect, k.hover if self.underMouse() else k.surface, k.line, RADIUS_CARD)
        tile = QRectF(16, (rect.height() - 40) / 2, 40, 40)
        rounded(painter, tile, k.selected, radius=RADIUS_CARD)
        paint_icon(painter, tile.adjusted(10, 10, -10, -10), self._icon, k.accent)
        upper = QRectF(72, rect.center().y() - 21, rect.width() - 72 - 48, 20)
        words(painter, upper, self.words, "strong", k.text)
        words(painter, upper.translated(0, 21), self._what, "body", k.text2)
        paint_icon(painter, QRectF(rect.right() - 34, rect.center().y() - 8, 16, 16), "chevron-right", k.text2, 2.0)
        if self.hasFocus():
            focus_ring(painter, rect, RADIUS_CARD)


class ExampleRow(PaintedRow):
    """An example company."""

    def __init__(self, company: str) -> None:
        self.company = company
        self._name, what = EXAMPLES.get(company, (company, ""))
        self._what = _(what)
        super().__init__(48, self._paint, f"{self._name}, {self._what}")

    def _paint(self, painter: QPainter, rect: QRectF, k: Tokens) -> None:
        paint_icon(painter, QRectF(rect.left(), rect.center().y() - 9, 18, 18), "organisation", k.text2)
        upper = QRectF(rect.left() + 32, rect.center().y() - 19, rect.width() - 32 - 24, 19)
        words(painter, upper, self._name, "strong", k.text)
        words(painter, upper.translated(0, 19), self._what, "caption", k.text3)
        paint_icon(painter, QRectF(rect.right() - 16, rect.center().y() - 8, 16, 16), "chevron-right", k.text2, 2.0)


class RecentLine(QWidget):
    """A dossier opened before; one that is not there any more is grey and can be taken off the list."""

    opened = Signal(object)
    removed = Signal(object)
    incident_asked = Signal(object)

    def __init__(self, recent: Recent, now: datetime) -> None:
        super().__init__()
        self.recent, self._missing = recent, False
        self._when = when_text(recent.opened, now, current_language())
        self.row = PaintedRow(50, self._paint, f"{recent.name}, {recent.path}")
        self.row.clicked.connect(self._on_clicked)
        self._remove = IconButton("close", _("Remove {name} from this list", name=recent.name))
        self._remove.clicked.connect(lambda: self.removed.emit(self.recent))
        self._incident = IconButton("breaches", _("Log an incident for {name}", name=recent.name))
        self._incident.clicked.connect(lambda: self.incident_asked.emit(Path(recent.path)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S1)
        layout.addWidget(self.row, 1)
        layout.addWidget(self._incident)
        layout.addWidget(self._remove)

    def show_missing(self, missing: bool) -> None:
        self._missing = missing
        self.row.setEnabled(not missing)
        said = _("not found") if missing else self._when
        self.row.setAccessibleName(f"{self.recent.name}, {self.recent.path}, {said}")
        self.row.update()

    def _paint(self, painter: QPainter, rect: QRectF, k: Tokens) -> None:
        ink = k.text3 if self._missing else k.text
        icon = "none" if self._missing else "documents"
        paint_icon(painter, QRectF(rect.left() + 4, rect.center().y() - 8, 16, 16), icon, k.text2, 2.0)
        said = _("not found") if self._missing else self._when
        taken = words(painter, rect, said, "caption", k.text3, RIGHT, tabular=True)
        upper = QRectF(rect.left() + 34, rect.center().y() - 19, rect.width() - 34 - taken - 16, 19)
        words(painter, upper, self.recent.name, "strong", ink)
        words(painter, upper.translated(0, 19), self.recent.path, "caption", k.text3)

    def _on_clicked(self) -> None:
        self.opened.emit(Path(self.recent.path))

"""A change as a row: what, who, when."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from dossier.ui.icons import paint_icon
from dossier.ui.tokens import Tokens
from dossier.ui.widgets.painting import RIGHT, words
from dossier.ui.widgets.rows import PaintedRow

_ICON = 16


class RecentRow(PaintedRow):
    """One change, or the room for one."""

    def __init__(self) -> None:
        super().__init__(42, self._paint, "")
        self.record = ""
        self.show_change("", "note", "", "", "")

    def show_change(self, record: str, icon: str, what: str, who: str, when: str) -> None:
        self.record, self._icon = record, icon
        self._what, self._who, self._when = what, who, when
        spoken = ", ".join(filter(None, (what, who, when)))
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setVisible(bool(what))
        self.update()

    def _paint(self, painter: QPainter, rect: QRectF, k: Tokens) -> None:
        paint_icon(painter, QRectF(rect.left(), rect.center().y() - _ICON / 2, _ICON, _ICON), self._icon, k.text2, 2.0)
        taken = words(painter, rect, self._when, "caption", k.text3, RIGHT, tabular=True)
        rest = rect.adjusted(_ICON + 10, 0, -taken - 12, 0)
        if not self._who:
            words(painter, rest, self._what, "body", k.text)
            return
        upper = QRectF(rest.left(), rest.center().y() - 18, rest.width(), 19)
        words(painter, upper, self._what, "body", k.text)
        words(painter, upper.translated(0, 18), self._who, "caption", k.text3)

"""The painted rows of the overview: a register with its count, a change with its time."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from dossier.i18n import _, _n
from dossier.model.record import Record
from dossier.ui.attention import Gap
from dossier.ui.icons import paint_icon
from dossier.ui.tokens import Tokens
from dossier.ui.widgets.painting import RIGHT, words
from dossier.ui.widgets.rows import PaintedRow
from dossier.ui.widgets.side_buttons import Count

_ICON = 16


class RegisterRow(PaintedRow):
    """A register: its name, what is not filled in, how many records."""

    def __init__(self, kind: type[Record]) -> None:
        super().__init__(34, self._paint, _(kind.kind.menu))
        self.kind = kind
        self._name, self._icon = _(kind.kind.menu), kind.kind.icon or "note"
        self._count, self._gap = Count(), ""

    def show_count(self, count: Count) -> None:
        self._count = count
        self._say()

    def show_gap(self, gap: Gap) -> None:
        self._gap = _n("{n} to fill in", "{n} to fill in", gap.fields) if gap.fields else ""
        self._say()

    def _say(self) -> None:
        spoken = ", ".join(filter(None, (self._name, self._count.words or "0", self._gap)))
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def _paint(self, painter: QPainter, rect: QRectF, k: Tokens) -> None:
        ink = k.text if self._count.words else k.text3
        paint_icon(painter, QRectF(rect.left(), rect.center().y() - _ICON / 2, _ICON, _ICON), self._icon, k.text2, 2.0)
        tone = k.tone(self._count.tone).fg if self._count.tone else ink
        taken = words(painter, rect, self._count.words or "–", "strong", tone, RIGHT, tabular=True)
        rest = rect.adjusted(_ICON + 10, 0, -max(taken, 26) - 10, 0)
        taken = words(painter, rest, self._gap, "caption", k.text3, RIGHT, tabular=True) if self._gap else 0
        words(painter, rest.adjusted(0, 0, -taken - 8 if taken else 0, 0), self._name, "body", ink)


class RecentRow(PaintedRow):
    """One change: what, who, when."""

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

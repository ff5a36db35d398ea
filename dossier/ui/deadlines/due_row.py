"""A deadline as a row: its day as a leaf of a calendar, what is due, how far off it is."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from dossier.law.due import Due
from dossier.ui.deadlines.telling import beside_words, go_to, icon_of, left_words, spoken, tone_of
from dossier.ui.desk import Desk
from dossier.ui.icons import paint_icon
from dossier.ui.tokens import RADIUS, S3, Tokens
from dossier.ui.widgets.chips import chip_width, paint_chip
from dossier.ui.widgets.painting import CENTER, RIGHT, rounded, words
from dossier.ui.widgets.rows import PaintedRow

HEIGHT = 50
_LEAF, _TALL, _ICON = 42, 38, 16
_NARROW = 300  # pixels of a row under which its last words would leave no room for the others


class DueRow(PaintedRow):
    """One deadline, or the room for one; pressed, it leads to its record."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(HEIGHT, self._draw_due, "")
        self._desk = desk
        self.due: Due | None = None
        self._sentence = self._beside = self._left = self._month = ""
        self.clicked.connect(self._on_clicked)
        self.show_due(None, desk.clock())

    def show_due(self, due: Due | None, now: datetime, words_without: str = "") -> None:
        """Show a deadline; without one, the words that say so, or nothing."""
        say, self.due = self._desk.say, due
        self._tone = tone_of(due, now) if due else None
        self._sentence = due.sentence(say) if due else words_without
        self._beside = beside_words(due, say) if due else ""
        self._left = left_words(due, now, say) if due else ""
        self._month = _month(due, now.year, say.code) if due else ""
        told = spoken(due, now, say) if due else words_without
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.setEnabled(due is not None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if due else Qt.FocusPolicy.NoFocus)
        self.update()

    def _on_clicked(self) -> None:
        if self.due is not None:
            go_to(self._desk, self.due)

    def _draw_due(self, painter: QPainter, rect: QRectF, k: Tokens) -> None:
        if self.due is None:
            words(painter, rect, self._sentence, "body", k.text3)
            return
        self._draw_leaf(painter, QRectF(rect.left(), (HEIGHT - _TALL) / 2, _LEAF, _TALL), self.due, k)
        taken = self._draw_left(painter, rect, k)
        upper = QRectF(rect.left() + _LEAF + S3, 6, rect.width() - _LEAF - S3 - taken - S3, 19)
        words(painter, upper, self._sentence, "body", k.text)
        words(painter, upper.translated(0, 19), self._beside, "caption", k.text3, tabular=True)

    def _draw_leaf(self, painter: QPainter, leaf: QRectF, due: Due, k: Tokens) -> None:
        rounded(painter, leaf, k.sunken, k.line, RADIUS)
        words(painter, QRectF(leaf.left(), leaf.top() + 2, _LEAF, 18), f"{due.day.day:02d}", "strong", k.text, CENTER)
        words(painter, QRectF(leaf.left(), leaf.top() + 18, _LEAF, 16), self._month, "caption", k.text2, CENTER)

    def _draw_left(self, painter: QPainter, rect: QRectF, k: Tokens) -> float:
        """In a narrow row the day says it, and the icon whether it presses."""
        if rect.width() < _NARROW:
            if self._tone is None:
                return 0
            at = QRectF(rect.right() - _ICON, rect.center().y() - _ICON / 2, _ICON, _ICON)
            paint_icon(painter, at, icon_of(self._tone), k.tone(self._tone).fg, 2.0)
            return _ICON
        if self._tone is None:
            return words(painter, rect, self._left, "caption", k.text2, RIGHT, tabular=True)
        icon = icon_of(self._tone)
        wide = chip_width(self._left, icon)
        return paint_chip(painter, QPointF(rect.right() - wide, rect.center().y()), self._left, self._tone, icon)


def _month(due: Due, year: int, code: str) -> str:
    """“nov.”; with its number and its year where that is another one."""
    if due.day.year != year:
        return f"{due.day:%m/%y}"
    locale = QLocale("fr_FR" if code == "fr" else "en_GB")
    return locale.toString(QDate(due.day.year, due.day.month, 1), "MMM")

"""A month of deadlines: six weeks of days, and beside them what is due on the day that is chosen."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dossier.i18n import _, _n
from dossier.law.due import Due
from dossier.law.periods import days_after, months_after
from dossier.ui.deadlines.day_cell import DayCell
from dossier.ui.deadlines.due_row import DueRow
from dossier.ui.desk import Desk
from dossier.ui.tokens import S1, S2, S3, S4
from dossier.ui.when import long_date
from dossier.ui.widgets.buttons import Button, IconButton
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.scroll import scroll

_WEEKS, _DAYS = 6, 7
_NEXT = 4
_ROWS = 40
"""Rows beside the month; a day with more says how many are in the list."""


class DayList(Card):
    """What is due on one day."""

    list_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=S2)
        self._desk = desk
        self.setMinimumWidth(250)
        self.heading = Label("", "h3", wrap=True)
        self.nothing = Label("", "body", "text3", wrap=True)
        self.rows: list[DueRow] = []
        self._more = Button("", role="link")
        self._more.clicked.connect(self.list_asked)
        self._inner = column(gap=2)
        self.add(self.heading, self.nothing, (scroll(column(self._inner, self._more, None, gap=S1)), 1))

    def show_day(self, day: date, due: Sequence[Due], following: Sequence[Due]) -> None:
        """What is due on a day; where nothing is, what comes after it."""
        self.heading.setText(long_date(day, self._desk.say))
        nothing = _("Nothing is due that day. What comes next:") if following else _("Nothing is due from that day on.")
        self.nothing.setText(nothing)
        self.nothing.setVisible(not due)
        shown = due[:_ROWS] or following[:_NEXT]
        while len(self.rows) < len(shown):
            self._add_row()
        for place, line in enumerate(self.rows):
            line.setVisible(place < len(shown))
            if place < len(shown):
                line.show_due(shown[place], self._desk.clock())
        rest = max(0, len(due) - len(shown))
        self._more.setText(_n("{n} other in the list", "{n} others in the list", rest))
        self._more.setVisible(rest > 0)

    def take_focus(self) -> None:
        if self.rows and self.rows[0].isVisibleTo(self):
            self.rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _add_row(self) -> None:
        line = DueRow(self._desk)
        self.rows.append(line)
        layout = self._inner.layout()
        if layout is not None:
            layout.addWidget(line)


class MonthView(QWidget):
    """Tab reaches one day; arrows, PageUp and PageDown move, Enter goes to what is due."""

    list_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._by_day = desk, dict[date, list[Due]]()
        self._due: Sequence[Due] = ()
        self.day = desk.clock().date()
        self.heading = Label("", "h2")
        self.cells = [DayCell() for _i in range(_WEEKS * _DAYS)]
        self.beside = DayList(desk)
        self.beside.list_asked.connect(self.list_asked)
        for cell in self.cells:
            cell.stepped.connect(self._step)
            cell.clicked.connect(lambda _on=False, cell=cell: self._on_pressed(cell))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S3)
        box.addWidget(row((Card(padding=S3).add(self._head(), (self._grid(), 1)), 5), (self.beside, 2), gap=S4))

    def _head(self) -> QWidget:
        before, after = (
            IconButton("chevron-left", _("Month before")),
            IconButton("chevron-right", _("Month after")),
        )
        today = Button(_("Today"))
        before.clicked.connect(lambda: self.show_day(months_after(self.day, -1)))
        after.clicked.connect(lambda: self.show_day(months_after(self.day, 1)))
        today.clicked.connect(lambda: self.show_day(self._desk.clock().date()))
        return row(self.heading, None, before, today, after)

    def _grid(self) -> QWidget:
        holder, grid = QWidget(), QGridLayout()
        holder.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(3)
        locale = QLocale("fr_FR" if self._desk.say.code == "fr" else "en_GB")
        for place in range(_DAYS):
            name = Label(locale.standaloneDayName(place + 1, QLocale.FormatType.ShortFormat), "caption", "text3")
            grid.addWidget(name, 0, place)
            grid.setColumnStretch(place, 1)
        for place, cell in enumerate(self.cells):
            grid.addWidget(cell, 1 + place // _DAYS, place % _DAYS)
            grid.setRowStretch(1 + place // _DAYS, 1)
        return holder

    def show_due(self, due: Sequence[Due]) -> None:
        """Show these deadlines in the month that is looked at."""
        self._by_day, self._due = {}, due
        for one in due:
            self._by_day.setdefault(one.day, []).append(one)
        self.show_day(self.day)

    def show_day(self, day: date) -> None:
        """The month of a day, with that day chosen."""
        had_focus = any(cell.hasFocus() for cell in self.cells)
        self.day = day
        locale = QLocale("fr_FR" if self._desk.say.code == "fr" else "en_GB")
        month = locale.toString(QDate(day.year, day.month, 1), "MMMM yyyy")
        self.heading.setText(month[:1].upper() + month[1:])
        first = day.replace(day=1)
        start, now = days_after(first, -first.weekday()), self._desk.clock()
        for place, cell in enumerate(self.cells):
            shown = days_after(start, place)
            cell.show_day(shown, self._by_day.get(shown, ()), day.month, now, self._desk.say)
            cell.setChecked(shown == day)
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if shown == day else Qt.FocusPolicy.ClickFocus)
        following = self._due[bisect_right(self._due, day, key=attrgetter("day")) :]
        self.beside.show_day(day, self._by_day.get(day, ()), following)
        if had_focus:
            self.take_focus()

    def take_focus(self) -> None:
        chosen = next((cell for cell in self.cells if cell.isChecked()), self.cells[0])
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, days: int, months: int) -> None:
        self.show_day(months_after(days_after(self.day, days), months))

    def _on_pressed(self, cell: DayCell) -> None:
        self.show_day(cell.day)
        self.beside.take_focus()

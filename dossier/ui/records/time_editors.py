"""Editors of days and instants: typed or taken from a calendar; a time that happens twice asks which one."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from PySide6.QtCore import QDate, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCompleter,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from dossier.i18n import Language, _
from dossier.model.record import Moment, Precision
from dossier.model.text import date_text, moment_text, offset_text, parse_date, parse_moment, zone
from dossier.ui.records.editor import Editor, Unreadable
from dossier.ui.records.type_ahead import LineWithButton
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.inputs import plain_calendar
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.segmented import Option, Segmented

EXAMPLE = date(2026, 11, 25)


class DayLine(LineWithButton):
    """A line for a day, with a calendar that is made when it is first asked for."""

    picked = Signal()

    def __init__(self, say: Language) -> None:
        super().__init__("deadlines", _("Calendar"))
        self._say = say
        self._menu: QMenu | None = None

    def open_below(self) -> None:
        if self._menu is None:
            self._menu, self.calendar = QMenu(self), QCalendarWidget()
            plain_calendar(self.calendar)
            action = QWidgetAction(self._menu)
            action.setDefaultWidget(self.calendar)
            self._menu.addAction(action)
            self.calendar.clicked.connect(self._on_day)
            self.calendar.activated.connect(self._on_day)
        with suppress(ValueError):  # the calendar opens on this month
            day = parse_date(self.text())
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        self.calendar.setFocus()

    def _on_day(self, day: QDate) -> None:
        if self._menu:
            self._menu.hide()
        self.setText(date_text(date(day.year(), day.month(), day.day()), self._say))
        self.picked.emit()


class DateEditor(Editor):
    """A day, written 25/11/2026 or 2026-11-25."""

    narrow = True

    def __init__(self, say: Language) -> None:
        self._say = say
        self.line = DayLine(say)
        super().__init__(self.line)
        self.line.setPlaceholderText(_("dd/mm/yyyy") if say.code == "fr" else _("yyyy-mm-dd"))
        self.box.addWidget(self.line)
        self.line.editingFinished.connect(self.done)
        self.line.picked.connect(self.done)

    def fill(self, value: Any) -> None:
        self.line.setText(date_text(value, self._say) if value else "")

    def read(self) -> date | None:
        text = self.line.text().strip()
        if not text:
            return None
        try:
            return parse_date(text)
        except ValueError:
            raise Unreadable(_("Not a date: {example} is expected", example=date_text(EXAMPLE, self._say))) from None

    def typed(self) -> str:
        return self.line.text()

    def put_back(self, typed: Any) -> None:
        self.line.setText(typed)


class Typed(NamedTuple):
    """What stands in the inputs of a moment."""

    day: str = ""
    time: str = ""
    zone: str = ""
    which: str | None = None


class MomentInputs(QWidget):
    """A day or a month, a time, a zone; how finely the instant is known follows from what is filled in."""

    def __init__(self, say: Language, default_zone: Callable[[], str]) -> None:
        super().__init__()
        self._say, self._default_zone = say, default_zone
        self.day, self.time, self.zone = DayLine(say), QLineEdit(), ZoneLine()
        self._name_inputs()
        self.which = flow()
        self._choice: Segmented | None = None
        self._asked: tuple[datetime, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(row((self.day, 5), (self.time, 3), (self.zone, 5), gap=4))
        layout.addWidget(self.which)
        self.which.hide()
        self.finished: Callable[[], None] = lambda: None
        for line in (self.day, self.time, self.zone):
            line.editingFinished.connect(self._on_finished)
        self.day.picked.connect(self._on_finished)

    def _name_inputs(self) -> None:
        self.day.setPlaceholderText(_("Day or month"))
        self.time.setPlaceholderText(_("hh:mm"))
        for line, name in ((self.day, _("Day or month")), (self.time, _("Time")), (self.zone, _("Time zone"))):
            line.setAccessibleName(name)
            line.setMinimumWidth(56)
            line.setToolTip(name)
        self.time.setToolTip(_("Leave it empty when only the day is known"))

    def inputs(self) -> tuple[QWidget, ...]:
        return (self.day, self.time, self.zone)

    def fill(self, moment: Moment | None) -> None:
        self._ask(())
        self.zone.setText(moment.zone if moment else self._default_zone())
        self.day.setText("")
        self.time.setText("")
        if moment is None:
            return
        words = moment_text(moment, self._say).split(" ")
        self.day.setText(words[0])
        if moment.precision is Precision.MINUTE:
            local = moment.at.astimezone(zone(moment.zone))
            self.time.setText(f"{local:%H:%M}")
            self._ask(self._instants())
            self._choose(local.astimezone(UTC))

    def typed(self) -> Typed:
        return Typed(self.day.text(), self.time.text(), self.zone.text(), self._choice.value if self._choice else None)

    def put_back(self, typed: Typed) -> None:
        self.day.setText(typed.day)
        self.time.setText(typed.time)
        self.zone.setText(typed.zone)
        self._ask(self._instants())
        if self._choice:
            self._choice.set_value(typed.which)

    def read(self) -> Moment | None:
        """The moment; raises Unreadable. Nothing where neither a day nor a time is given."""
        if not self.day.text().strip() and not self.time.text().strip():
            return None
        name = self._zone_name()
        if not self.time.text().strip():
            return self._day_or_month(name)
        instants = self._instants()
        if len(instants) == 1:
            return Moment(at=instants[0], zone=name)
        if self._choice is None or self._choice.value is None:
            raise Unreadable(self._question(instants), unfinished=True)
        return Moment(at=instants[int(self._choice.value)], zone=name)

    def _zone_name(self) -> str:
        name = self.zone.text().strip() or self._default_zone()
        if name != "UTC" and zone(name).key != name:
            raise Unreadable(_("Not a time zone: Europe/Paris is one"))
        return name

    def _day_or_month(self, name: str) -> Moment:
        try:
            return parse_moment(self.day.text().strip(), name)
        except ValueError:
            example = date_text(EXAMPLE, self._say)
            raise Unreadable(_("Not a day nor a month: {example} is expected", example=example)) from None

    def _instants(self) -> tuple[datetime, ...]:
        """The instants that the typed local time may be: one, two where it happens twice or never; raises."""
        local = self._local()
        here = zone(self._zone_name())
        both = tuple(local.replace(tzinfo=here, fold=fold).astimezone(UTC) for fold in (0, 1))
        return both[:1] if both[0] == both[1] else both

    def _local(self) -> datetime:
        try:
            day = parse_date(self.day.text())
            hours, _separator, minutes = self.time.text().strip().replace("h", ":").replace(" ", "").partition(":")
            local = datetime.combine(day, time(int(hours), int(minutes or 0)))
            Moment(at=local.replace(tzinfo=UTC))  # raises where it cannot be stored
            return local
        except ValueError:
            example = f"{date_text(EXAMPLE, self._say)} 16:20"
            raise Unreadable(_("Not a time: {example} is expected", example=example)) from None

    def _question(self, instants: tuple[datetime, ...]) -> str:
        if self._is_absent(instants):
            return _("This time does not exist that night, when clocks go forward: which one is meant?")
        return _("This time happens twice that night, when clocks go back: which one is meant?")

    def _is_absent(self, instants: tuple[datetime, ...]) -> bool:
        local = self._local()
        return all(one.astimezone(zone(self._zone_name())).replace(tzinfo=None) != local for one in instants)

    def _ask(self, instants: tuple[datetime, ...]) -> None:
        """Show which instants there are to choose from, in the order in which they come."""
        if len(instants) < 2:
            instants = ()
        if instants == self._asked:
            return
        self._asked, self._choice = instants, None
        layout = self.which.layout()
        while layout and (item := layout.takeAt(0)):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if instants and layout:
            here = zone(self._zone_name())
            said = [_instant_words(one.astimezone(here)) for one in instants]
            options = [Option(str(i), words) for i, words in enumerate(said)]
            self._choice = Segmented(options, compact=True)
            self._choice.changed.connect(self._on_finished)
            layout.addWidget(Label(_("Which one?"), "caption", "text2"))
            layout.addWidget(self._choice)
        self.which.setVisible(bool(instants))

    def _choose(self, at: datetime) -> None:
        at -= timedelta(seconds=at.second, microseconds=at.microsecond)
        if self._choice and at in self._asked:
            self._choice.set_value(str(self._asked.index(at)))

    def _on_finished(self) -> None:
        try:
            self._ask(self._instants() if self.time.text().strip() else ())
        except Unreadable:
            self._ask(())
        self.finished()


class ZoneLine(QLineEdit):
    """The name of a time zone; the list of all of them is read when one begins to type."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._on_edited)

    def _on_edited(self) -> None:
        if self.completer() is None:
            from zoneinfo import available_timezones  # reads a folder of 600 files

            completer = QCompleter(QStringListModel(sorted(available_timezones()), self), self)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.setCompleter(completer)


class MomentEditor(Editor):
    """An instant, known to the minute, the day or the month."""

    def __init__(self, say: Language, default_zone: Callable[[], str]) -> None:
        self.moment = MomentInputs(say, default_zone)
        super().__init__(*self.moment.inputs())
        self.box.addWidget(self.moment)
        self.moment.finished = self.done.emit

    def fill(self, value: Any) -> None:
        self.moment.fill(value)

    def read(self) -> Moment | None:
        return self.moment.read()

    def typed(self) -> Typed:
        return self.moment.typed()

    def put_back(self, typed: Any) -> None:
        self.moment.put_back(typed)


def _instant_words(local: datetime) -> str:
    return f"{local:%H:%M} (UTC{offset_text(local)})"

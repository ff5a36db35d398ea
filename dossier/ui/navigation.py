"""The pages of a window: built when they are first shown, kept after, with the way back."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import NamedTuple

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dossier.model.activity import Activity
from dossier.model.breach import Breach
from dossier.model.catalog import MAIN_KINDS, kind_named
from dossier.model.dossier import Dossier
from dossier.model.dpia import Dpia
from dossier.model.evidence import AuthorityExchange, HandOver, LegalSetting
from dossier.model.measure import Measure
from dossier.model.processor import Processor
from dossier.model.record import Record
from dossier.model.request import Request
from dossier.model.transfer import Transfer
from dossier.ui.desk import Desk, Unwritten
from dossier.ui.side import (
    BALANCING,
    DEADLINES,
    FINDINGS,
    JOURNAL,
    LEGAL,
    MESSAGES,
    OVERVIEW,
    REQUEST_STATISTICS,
    RETENTION,
    SETTINGS,
    STATISTICS,
    WORKSHEET,
)

DRAWN = {
    OVERVIEW: ("overview", "OverviewPage"),
    FINDINGS: ("findings", "FindingsPage"),
    DEADLINES: ("deadlines", "DeadlinesPage"),
    JOURNAL: ("journal", "JournalPage"),
    WORKSHEET: ("breach_worksheet", "WorksheetPage"),
    MESSAGES: ("breach_messages", "MessagesPage"),
    STATISTICS: ("breach_statistics", "StatisticsPage"),
    REQUEST_STATISTICS: ("request_statistics", "RequestStatisticsPage"),
    RETENTION: ("retention", "RetentionPage"),
    BALANCING: ("balancing", "BalancingPage"),
    SETTINGS: ("settings", "SettingsPage"),
    LEGAL: ("legal_data", "LegalDataPage"),
    Activity.kind.name: ("activities", "ActivitiesPage"),
    Breach.kind.name: ("breaches", "BreachesPage"),
    Processor.kind.name: ("processors", "ProcessorsPage"),
    Transfer.kind.name: ("transfers", "TransfersPage"),
    Dpia.kind.name: ("dpias", "DpiasPage"),
    Measure.kind.name: ("measures", "MeasuresPage"),
    Request.kind.name: ("requests", "RequestsPage"),
    AuthorityExchange.kind.name: ("authority", "AuthorityPage"),
    HandOver.kind.name: ("hand_overs", "HandOversPage"),
}
"""Pages with a design of their own: key to module and class. Every other key is a kind, in the general shape."""

_BETWEEN = 60  # milliseconds between two modules that are imported before they are needed
_PAGES: dict[type[Record], str] = {LegalSetting: LEGAL}
"""The pages of the kinds that stand apart from the registers."""


class Place(NamedTuple):
    """A page, the record that is shown on it, and the repeated part or the field of it that was asked for.

    `part` may also be the name of a kind of parts, of which there may be none yet; `field` is one of the part.
    `asked` is what the page is to show of itself: the number of a sheet, a choice of its records.
    """

    page: str
    record: str = ""
    part: str = ""
    field: str = ""
    asked: object = None


class Only(NamedTuple):
    """Records that alone are to be listed, and the words for what they have in common."""

    words: str
    ids: frozenset[str]


def place_of(record: Record, dossier: Dossier, field: str = "") -> Place:
    """Where a record, and a field of it, is shown: a repeated part on the page of what it belongs to."""
    if type(record) in MAIN_KINDS:
        return Place(_PAGES.get(type(record), record.kind.name), record.id, field)
    part = ""
    while type(record) not in MAIN_KINDS:
        part = record.id
        parent = dossier.get(getattr(record, record.kind.parent) or "")
        if parent is None:
            return Place(OVERVIEW)
        record = parent
    return Place(record.kind.name, record.id, part, field)


class Pages(QStackedWidget):
    """One widget per page; `arrived` says which one is shown now.

    The pages take the room there is: Qt would ask all that were ever made how high they want to be, at each step.
    """

    arrived = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._made: dict[str, QWidget] = {}
        self._places: list[Place] = []
        self._position = -1
        self._cold = [module for module, _name in DRAWN.values()]
        self._left: list[Callable[[], object]] = []
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._do_next)

    def sizeHint(self) -> QSize:
        page = super().currentWidget()
        return page.sizeHint() if page else QSize()

    def minimumSizeHint(self) -> QSize:
        page = super().currentWidget()
        return page.minimumSizeHint() if page else QSize()

    def hasHeightForWidth(self) -> bool:
        return False

    def currentWidget(self) -> QWidget | None:
        """The page that is shown, whole: who asks for it does not wait for the turns in which it arrives."""
        while self._left:
            self._do_next()
        return super().currentWidget()

    @property
    def here(self) -> Place:
        """Where the user is, with the record chosen meanwhile."""
        if self._position < 0:
            return Place("")
        place = self._places[self._position]
        record = None if self._left else ask(super().currentWidget(), "current_record")
        return Place(place.page, record.id) if isinstance(record, Record) else place

    def go(self, place: Place) -> None:
        """Show a place; what was ahead of the way back is forgotten."""
        if self._position >= 0:
            self._places[self._position] = here = self.here
            if here.page == place.page and not place.record:
                place = here  # nothing else is asked for: the way back gets no second stop there
        del self._places[self._position + 1 :]
        if not self._places or self._places[-1] != place:
            self._places.append(place)
        self._position = len(self._places) - 1
        self._arrive(place)

    def can_step(self, step: int) -> bool:
        return 0 <= self._position + step < len(self._places)

    def step(self, step: int) -> None:
        """Back (-1) or forward (1) among the places seen."""
        if self.can_step(step):
            self._places[self._position] = self.here
            self._position += step
            self._arrive(self._places[self._position])

    def page(self, key: str) -> QWidget:
        """The page, built now if it was never shown."""
        if key not in self._made:
            self._made[key] = self._new_page(key)
            self.addWidget(self._made[key])
        return self._made[key]

    def warm(self) -> None:
        """Import what the pages are written in, one after the other, before they are asked for."""
        if self._cold:
            import_module(f"dossier.ui.pages.{self._cold.pop()}")
            QTimer.singleShot(_BETWEEN, self, self.warm)

    def unwritten(self) -> list[Unwritten]:
        """What was typed anywhere in the window and could not be written, where its record is still there."""
        found = [ask(page, "unwritten") for page in self._made.values()]
        every = [one for page in found if isinstance(page, list) for one in page]
        return [one for one in every if self._desk.dossier.get(one.record_id)]

    def show_unwritten(self, unwritten: Unwritten) -> None:
        """Go to the record for which something could not be written, where it is not shown already."""
        record = self._desk.dossier.get(unwritten.record_id)
        place = place_of(record, self._desk.dossier) if record else self.here
        if place.record != self.here.record:
            self.go(place)

    def _arrive(self, place: Place) -> None:
        """A page that was never shown comes in turns of the event loop: itself, its form, what is shown of it."""
        self._left.clear()
        ask(super().currentWidget(), "commit")  # what is being typed is written before the page goes
        is_new = place.page not in self._made
        page = self.page(place.page)
        self.setCurrentWidget(page)
        self.arrived.emit(place.page)
        if is_new and hasattr(page, "prepare"):
            self._left += [page.prepare, partial(self._show, page, place)]
            self._turns.start(0)
        else:
            self._show(page, place)

    def _do_next(self) -> None:
        if self._left:
            self._left.pop(0)()
        if not self._left:
            self._turns.stop()

    def _show(self, page: QWidget, place: Place) -> None:
        """What was asked for of a page that is there."""
        if place.record:
            ask(page, "show_record", place.record)
        if place.asked is not None:
            ask(page, "show_asked", place.asked)
        ask(page, "take_focus")
        if place.part:
            ask(page, "show_part", place.part, place.field)

    def _new_page(self, key: str) -> QWidget:
        """Each page is imported when it is first needed: the window opens with one."""
        if key in DRAWN:
            module, name = DRAWN[key]
            drawn: QWidget = getattr(import_module(f"dossier.ui.pages.{module}"), name)(self._desk)
            return drawn
        from dossier.ui.pages.kind_page import KindPage

        return KindPage(kind_named(key), self._desk)


def ask(page: QWidget | None, what: str, *arguments: object) -> object:
    """Ask a page for what some pages can do; None where it cannot."""
    asked = getattr(page, what, None)
    return asked(*arguments) if asked else None

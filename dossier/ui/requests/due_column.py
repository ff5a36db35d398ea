"""The day by which each request is to be answered, in the list: what presses first sorts first."""

from collections.abc import Mapping
from datetime import date
from operator import is_

from dossier.i18n import _
from dossier.law.data import law_data
from dossier.law.request_clock import RequestClock, RequestPhase, clock_in
from dossier.law.request_words import standing_words
from dossier.model.organisation import Organisation
from dossier.model.record import Record
from dossier.model.request import Request, RequestPause
from dossier.model.text import date_text, days_left_text
from dossier.ui.desk import Desk
from dossier.ui.records.columns import Told
from dossier.ui.records.words import NOTHING
from dossier.ui.tokens import ToneName
from dossier.ui.widgets.table import Cell

_ANSWERED: Mapping[bool | None, ToneName] = {True: "ok", False: "minor", None: "none"}


class Clocks:
    """The clocks of a dossier's requests, each computed once for what it rests on as that stands.

    That is the request, its suspensions, and the organisation, whose public holidays count.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[str, tuple[tuple[Record, ...], RequestClock]] = {}

    def of(self, request: Request) -> RequestClock:
        dossier = self._desk.dossier
        of_what = (request, *dossier.children(RequestPause, request.id), *dossier.of(Organisation))
        known = self._known.get(request.id)
        if known is None or len(known[0]) != len(of_what) or not all(map(is_, known[0], of_what)):
            known = self._known[request.id] = of_what, clock_in(dossier, request)
        return known[1]


def tone_of(clock: RequestClock, today: date) -> ToneName:
    """Calm while there is time, clear when late."""
    if clock.phase is RequestPhase.ANSWERED:
        return _ANSWERED[clock.on_time]
    left = clock.days_left(today)
    if left is None:
        return "info" if clock.suspended_since else "check"
    soon = left <= law_data("request_delays")["warning"]["days"]
    return "blocking" if left < 0 else "minor" if soon else "none"


def due_column(desk: Desk, clocks: Clocks) -> Told:
    """The day an answer is due; a chip where it presses or is late."""

    def clock_of(record: Record) -> RequestClock | None:
        return clocks.of(record) if isinstance(record, Request) else None

    def cell(record: Record) -> Cell:
        clock = clock_of(record)
        return due_cell(clock, desk) if clock else Cell(NOTHING)

    def key(record: Record) -> date | None:
        clock = clock_of(record)
        return clock.due if clock and clock.phase is RequestPhase.RUNNING else None

    return Told(_("Answer due"), cell, key)


def due_cell(clock: RequestClock, desk: Desk) -> Cell:
    """A chip where something is to be done, plain words where it is done."""
    today = desk.clock().date()
    if clock.phase is RequestPhase.ANSWERED:
        return Cell(standing_words(clock, today, desk.say))
    if clock.phase is RequestPhase.UNKNOWN:
        return Cell(_("Received when?"), tone="check", icon="check")
    left, tone = clock.days_left(today), tone_of(clock, today)
    if clock.due is None or left is None:
        return Cell(_("Suspended"), tone=tone, icon=tone)
    return day_cell(clock.due, left, tone, desk)


def day_cell(due: date, left: int, tone: ToneName, desk: Desk) -> Cell:
    """The day alone while there is time, a chip with the days that are left where it presses."""
    if tone == "none":
        return Cell(date_text(due, desk.say))
    return Cell(days_left_text(left, desk.say), tone=tone, icon="clock" if tone == "minor" else tone)

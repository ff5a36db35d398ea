"""By when the authority is to be answered, and how far the answer is, in the list: what presses first sorts first."""

from dataclasses import replace
from datetime import date

from dossier.i18n import _
from dossier.law.authority import warning_days
from dossier.law.authority_clock import ExchangeClock, clock_in, is_over
from dossier.law.authority_words import progress_words, standing_words
from dossier.model.evidence import AuthorityExchange
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.records.columns import Told
from dossier.ui.records.words import NOTHING
from dossier.ui.requests.due_column import day_cell
from dossier.ui.tokens import ToneName
from dossier.ui.widgets.table import Cell


def tone_of_day(day: date, today: date) -> ToneName:
    """Calm while there is time, clear when late."""
    left = (day - today).days
    return "blocking" if left < 0 else "minor" if left <= warning_days() else "none"


def tone_of(clock: ExchangeClock, today: date) -> ToneName:
    """How much an exchange presses."""
    if not clock.awaits:
        return "none" if is_over(clock.exchange) else "ok"
    return tone_of_day(clock.due, today) if clock.due else "check"


def due_column(desk: Desk) -> Told:
    """The day of the next answer; a chip where it presses or is late."""

    def clock_of(record: Record) -> ExchangeClock | None:
        return clock_in(desk.dossier, record) if isinstance(record, AuthorityExchange) else None

    def cell(record: Record) -> Cell:
        clock = clock_of(record)
        return due_cell(clock, desk) if clock else Cell(NOTHING)

    def key(record: Record) -> date | None:
        clock = clock_of(record)
        return clock.due if clock else None

    return Told(_("Answer due"), cell, key)


def due_cell(clock: ExchangeClock, desk: Desk) -> Cell:
    """The day, with how many questions are answered; what the exchange has become where nothing is awaited."""
    today = desk.clock().date()
    if clock.due is None:
        return Cell(NOTHING if clock.awaits else standing_words(clock, today, desk.say))
    cell = day_cell(clock.due, (clock.due - today).days, tone_of_day(clock.due, today), desk)
    return cell if not clock.questions else replace(cell, second=progress_words(clock, desk.say))

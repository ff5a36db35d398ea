"""The columns of the list of processors that no field holds: where the contract stands, when the next review is."""

from datetime import date
from typing import Any

from dossier.i18n import Language, _
from dossier.law.processor_contract import Contract, Expiry, Standing, contract_of, expiry_of
from dossier.model.processor import Processor
from dossier.model.record import Record
from dossier.model.text import date_text, days_left_text
from dossier.ui.desk import Desk
from dossier.ui.records.columns import Told
from dossier.ui.records.words import NOTHING
from dossier.ui.tokens import ToneName
from dossier.ui.widgets.table import Cell

_CHIPS: dict[Standing, tuple[ToneName, str]] = {
    Standing.MISSING: ("blocking", "blocking"),
    Standing.UNSIGNED: ("blocking", "blocking"),
    Standing.RETURN_DUE: ("major", "major"),
    Standing.TO_QUALIFY: ("check", "check"),
    Standing.INCOMPLETE: ("minor", "minor"),
    Standing.TO_CHECK: ("check", "check"),
    Standing.TO_DESCRIBE: ("minor", "minor"),
    Standing.COMPLETE: ("ok", "ok"),
    Standing.ENDED: ("none", "archive"),
    Standing.NOT_ASKED: ("none", "none"),
}
_RANKS = {standing: rank for rank, standing in enumerate(Standing)}


def contract_cell(contract: Contract, say: Language) -> Cell:
    """Where a contract stands; one that lacks a clause weighs more than one that holds it in part."""
    tone, icon = _CHIPS[contract.standing]
    if contract.standing is Standing.INCOMPLETE and contract.clauses.no:
        tone, icon = "major", "major"
    return Cell(contract.words(say), tone=tone, icon=icon)


def contract_column(desk: Desk) -> Told:
    """What presses first sorts first."""

    def contract(record: Record) -> Contract | None:
        return contract_of(record, desk.clock().date()) if isinstance(record, Processor) else None

    def cell(record: Record) -> Cell:
        found = contract(record)
        return contract_cell(found, desk.say) if found else Cell(NOTHING)

    def key(record: Record) -> Any:
        found = contract(record)
        return (_RANKS[found.standing], found.clauses.yes) if found else None

    return Told(_("Art. 28 contract"), cell, key)


def review_column(desk: Desk) -> Told:
    """The day of the next review, and how soon it is."""

    def day(record: Record) -> date | None:
        return record.next_review if isinstance(record, Processor) else None

    def cell(record: Record) -> Cell:
        return end_cell(day(record), desk.clock().date(), desk.say)

    return Told(_("Review"), cell, day)


def end_cell(end: date | None, today: date, say: Language) -> Cell:
    """A day to come, with how soon or how late it is."""
    if end is None:
        return Cell(NOTHING)
    expiry, written = expiry_of(end, today), date_text(end, say)
    presses = expiry in (Expiry.PAST, Expiry.SOON)
    return Cell(written, days_left_text((end - today).days, say) if presses else "")

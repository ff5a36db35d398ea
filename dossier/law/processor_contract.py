"""How the contract with a processor (art. 28(3)) and its dates stand on a day, from what the dossier says of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from dossier.i18n import N_, Language
from dossier.law.clauses import Tally, clause_items, tally_of
from dossier.model.processor import Processor
from dossier.model.vocabulary import PartyRole

SOON = timedelta(days=90)
"""From when an end that comes is told: a setting of Dossier, the law has none."""


class Standing(StrEnum):
    """Where a contract stands, what presses first."""

    MISSING = "missing"
    """Nothing in the dossier tells of a contract."""
    UNSIGNED = "unsigned"
    """One is told of, without the day it was signed and without the document."""
    RETURN_DUE = "return_due"
    """It has ended, and no return or deletion is certified."""
    TO_QUALIFY = "to_qualify"
    """Whether art. 28 applies depends on a role that is not settled."""
    INCOMPLETE = "incomplete"
    TO_CHECK = "to_check"
    """Signed, and nobody looked at a clause yet."""
    TO_DESCRIBE = "to_describe"
    """The eight clauses are there; an item that describes the processing is not."""
    COMPLETE = "complete"
    ENDED = "ended"
    NOT_ASKED = "not_asked"
    """A joint or separate controller: art. 28 asks for no contract with it."""


class Expiry(StrEnum):
    """Where an end stands on a day."""

    NONE = "none"
    VALID = "valid"
    SOON = "soon"
    PAST = "past"


_WORDS = {
    Standing.MISSING: N_("Missing"),
    Standing.UNSIGNED: N_("Not signed"),
    Standing.RETURN_DUE: N_("Data to be returned"),
    Standing.TO_QUALIFY: N_("Role to qualify"),
    Standing.TO_CHECK: N_("Clauses to check"),
    Standing.TO_DESCRIBE: N_("To be completed"),
    Standing.COMPLETE: N_("All clauses"),
    Standing.ENDED: N_("Ended"),
    Standing.NOT_ASKED: N_("Not asked for"),
}


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract on a day."""

    standing: Standing
    clauses: Tally
    description: Tally

    def words(self, say: Language) -> str:
        """“Complete”, “6 of 8 clauses”."""
        if self.standing is Standing.INCOMPLETE:
            n, total = self.clauses.yes, self.clauses.total
            return say.plural("{n} of {total} clauses", "{n} of {total} clauses", n, total=total)
        return say(_WORDS[self.standing])


def contract_of(processor: Processor, today: date) -> Contract:
    """The contract with a processor, as checks PRC-01 to PRC-02b look at it."""
    fields, described = _fields()
    clauses, description = tally_of(processor, fields), tally_of(processor, described)
    return Contract(_standing(processor, today, clauses, description), clauses, description)


def expiry_of(end: date | None, today: date) -> Expiry:
    """Where an end stands; what ends today still holds today."""
    if end is None:
        return Expiry.NONE
    if end < today:
        return Expiry.PAST
    return Expiry.SOON if end - today <= SOON else Expiry.VALID


@cache
def _fields() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of the clauses, and those of the items that describe the processing."""
    items = clause_items()
    return tuple(one.field for one in items if one.is_clause), tuple(one.field for one in items if not one.is_clause)


def _standing(processor: Processor, today: date, clauses: Tally, description: Tally) -> Standing:
    if processor.role in (PartyRole.JOINT, PartyRole.SEPARATE):
        return Standing.NOT_ASKED
    if expiry_of(processor.ends_on, today) is Expiry.PAST:
        return Standing.ENDED if processor.return_certified_on else Standing.RETURN_DUE
    if processor.role is not PartyRole.PROCESSOR:
        return Standing.TO_QUALIFY
    if not (processor.signed_on or processor.contract_document):
        told = processor.contract_reference or clauses.yes or clauses.partly
        return Standing.UNSIGNED if told else Standing.MISSING
    return _of_signed(clauses, description)


def _of_signed(clauses: Tally, description: Tally) -> Standing:
    if clauses.unchecked == clauses.total:
        return Standing.TO_CHECK
    if clauses.yes < clauses.total:
        return Standing.INCOMPLETE
    return Standing.COMPLETE if description.yes == description.total else Standing.TO_DESCRIBE

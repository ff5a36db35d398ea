"""What a transfer mechanism is and asks for (chapter V GDPR), and which mechanisms ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from dossier.law.adequacy import Decision
from dossier.law.data import Origin, law_data, origin_of
from dossier.law.phrases import longest_in
from dossier.model.transfer import Transfer
from dossier.model.vocabulary import Answer, SccModule, TransferMechanism, TransferRole


@dataclass(frozen=True, slots=True)
class MechanismFacts:
    """The article of a mechanism, and whether it asks for an impact assessment and for an authorisation."""

    article: str
    assessment: bool
    authorisation: bool
    origin: Origin


@dataclass(frozen=True, slots=True)
class EndedMechanism:
    """A mechanism that can no longer be relied on.

    One that the Court `invalidated` has no effect from the day of the judgment; one that was repealed holds until
    the day `ended_on` is over.
    """

    mechanism: TransferMechanism | None
    name: str
    ended_on: date
    invalidated: bool
    phrases: tuple[str, ...]
    origin: Origin

    def is_over(self, day: date) -> bool:
        return day >= self.ended_on if self.invalidated else day > self.ended_on


def facts_of(mechanism: TransferMechanism) -> MechanismFacts:
    """The article of a mechanism and what it asks for (`transfer_mechanisms.json`)."""
    data = law_data("transfer_mechanisms")
    entry = data["mechanisms"][mechanism]
    return MechanismFacts(entry["article"], entry["assessment"], entry["authorisation"], origin_of(data, entry))


def needs_assessment(mechanism: TransferMechanism, module: SccModule | None = None) -> bool | None:
    """Whether it asks for a transfer impact assessment (EDPB Recommendations 01/2020); None where that depends.

    Every tool of art. 46 does. Under module 4, clauses 14 and 15 apply only where the processor combines the data
    with data collected in the Union.
    """
    if mechanism is TransferMechanism.SCC and module and "assessment" in _module(module):
        return None
    return facts_of(mechanism).assessment


def fits(exporter: TransferRole, importer: TransferRole, module: SccModule) -> bool:
    """Whether a module of the clauses 2021/914 is the one for these roles; a joint controller is a controller."""
    facts = _module(module)
    return exporter in facts["exporter"] and importer in facts["importer"]


def module_for(exporter: TransferRole, importer: TransferRole) -> SccModule | None:
    """The module of the clauses 2021/914 for these roles."""
    return next((module for module in SccModule if fits(exporter, importer, module)), None)


def annexes_of(module: SccModule) -> tuple[str, ...]:
    """The annexes that a module has to fill: I parties and description, II measures, III sub-processors."""
    return tuple(_module(module)["annexes"])


@cache
def ended_mechanisms() -> tuple[EndedMechanism, ...]:
    """The mechanisms that ended, with their day (`ended_mechanisms.json`)."""
    return tuple(_ended(entry) for entry in law_data("ended_mechanisms")["mechanisms"])


def ended_on(mechanism: TransferMechanism) -> date | None:
    """The day on which a mechanism ended, None where it did not."""
    return next((one.ended_on for one in ended_mechanisms() if one.mechanism is mechanism), None)


def is_over(mechanism: TransferMechanism, day: date) -> bool:
    """Whether a mechanism can no longer be relied on that day."""
    return any(one.mechanism is mechanism and one.is_over(day) for one in ended_mechanisms())


def ended_in(text: str) -> tuple[EndedMechanism, ...]:
    """The mechanisms that ended and that a text names, such as a policy that still relies on the Safe Harbor."""
    return tuple(one for one in ended_mechanisms() if longest_in(text, one.phrases))


def certification_shown(transfer: Transfer, decision: Decision) -> bool:
    """Whether the importer was found on the list that a decision asks for: before its first day there was no list."""
    checked = transfer.dpf_checked_on
    return transfer.dpf_active is Answer.YES and checked is not None and checked >= decision.start


def day_in_question(transfer: Transfer, today: date) -> date:
    """The day for which a transfer is judged: today, or its last day once it ended, or its first until it starts."""
    if transfer.ended_on and transfer.ended_on < today:
        return transfer.ended_on
    return max(today, transfer.started_on or today)


def _module(module: SccModule) -> Mapping[str, Any]:
    facts: Mapping[str, Any] = law_data("transfer_mechanisms")["modules"][module]
    return facts


def _ended(entry: Mapping[str, Any]) -> EndedMechanism:
    return EndedMechanism(
        {mechanism.value: mechanism for mechanism in TransferMechanism}.get(entry["mechanism"]),
        entry["name"],
        date.fromisoformat(entry["ended"]),
        entry["end"] == "invalidated",
        tuple(entry["words"]),
        origin_of(law_data("ended_mechanisms"), entry),
    )

"""Where data may go without a tool: the EEA, and adequacy decisions (art. 45 GDPR) valid on the day in question.

A decision fixed to end on a day is in force until that day is over (Regulation 1182/71, art. 4(2)). A decision that the
Court invalidated is not one of them: `dossier.law.transfers` knows the mechanisms that ended.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from dossier.law.data import Origin, Words, law_data, origin_of
from dossier.law.durations import before
from dossier.model.countries import Country
from dossier.model.record import Duration


class Destination(StrEnum):
    """What a country is for somebody who sends data there on a day."""

    EEA = "eea"
    ADEQUATE = "adequate"
    LIMITED = "limited"
    """A decision holds for some organisations or data only: its scope says which."""
    TO_CHECK = "to_check"
    """A French territory that is not part of the Union: no answer without a look at its own case."""
    THIRD = "third"


@dataclass(frozen=True, slots=True)
class Decision:
    """An adequacy decision: in force from `start` to `end`, both days included; no `end` where none is fixed.

    `limited` says that `scope` leaves somebody out; `certification` names a list that the importer must be on ("dpf").
    """

    country: Country
    reference: str
    start: date
    end: date | None
    limited: bool
    certification: str
    scope: Words | None
    note: Words | None
    origin: Origin

    def is_valid_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)

    def expires_soon(self, day: date, warning: Duration) -> bool:
        """Whether it is in force on `day` and ends within that time (`reviews.adequacy_warning`)."""
        if self.end is None or not self.is_valid_on(day):
            return False
        return day >= before(self.end, warning)


@cache
def decisions() -> tuple[Decision, ...]:
    """Every adequacy decision of `adequacy.json`; a country that Dossier does not know is left out."""
    known = {country.value: country for country in Country}
    entries = law_data("adequacy")["decisions"]
    return tuple(_decision(known[one["country"]], one) for one in entries if one["country"] in known)


def decision_for(country: Country, day: date) -> Decision | None:
    """The decision in force for that country or body on that day; its scope may leave the importer out."""
    return next((one for one in decisions() if one.country is country and one.is_valid_on(day)), None)


def expiring(day: date, warning: Duration) -> tuple[Decision, ...]:
    """The decisions in force on `day` that end within that time."""
    return tuple(one for one in decisions() if one.expires_soon(day, warning))


def is_in_eea(country: Country, day: date | None = None) -> bool:
    """Whether data sent there stay in the EEA, on that day or, without one, as its members stand (`eea.json`)."""
    eea = law_data("eea")
    if country in eea["members"] or country in eea["parts"]["countries"]:
        return True
    return any(one["country"] == country and day <= date.fromisoformat(one["to"]) for one in eea["former"] if day)


def destination(country: Country, day: date) -> Destination:
    """What that country or body is on that day; the whole world is a third country."""
    if is_in_eea(country, day):
        return Destination.EEA
    decision = decision_for(country, day)
    if decision:
        return Destination.LIMITED if decision.limited else Destination.ADEQUATE
    return Destination.TO_CHECK if country in law_data("eea")["to_check"]["countries"] else Destination.THIRD


def _decision(country: Country, entry: Mapping[str, Any]) -> Decision:
    return Decision(
        country,
        entry["reference"],
        date.fromisoformat(entry["from"]),
        date.fromisoformat(entry["to"]) if entry["to"] else None,
        entry.get("limited", False),
        entry.get("certification", ""),
        entry.get("scope"),
        entry.get("note"),
        origin_of(law_data("adequacy"), entry),
    )

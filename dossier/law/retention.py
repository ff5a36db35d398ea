"""Reference retention periods: what is not exceeded without a reason, and what the law asks for at least."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from dossier.law.data import Origin, Words, law_data, origin_of
from dossier.law.phrases import longest_in
from dossier.model.record import Duration, Unit
from dossier.model.vocabulary import PersonCategory, RetentionPhase, RetentionTrigger

UNITS = {"days": Unit.DAY, "months": Unit.MONTH, "years": Unit.YEAR}
"""The names of the keys that hold a duration."""


@dataclass(frozen=True, slots=True)
class ReferencePeriod:
    """A reference for one phase: not to be exceeded without a reason, or a legal minimum where `is_minimum`."""

    is_minimum: bool
    phase: RetentionPhase
    trigger: RetentionTrigger
    duration: Duration


@dataclass(frozen=True, slots=True)
class RetentionReference:
    """How long certain data are kept, with the text where a text says so (`legal`)."""

    code: str
    name: Words
    periods: tuple[ReferencePeriod, ...]
    persons: frozenset[str]
    phrases: tuple[str, ...]
    legal: str
    related: tuple[str, ...]
    """Codes of the references that the same text sets for other data of the same origin."""
    note: Words | None
    origin: Origin

    def minimum(self) -> Duration | None:
        """The least that the law or the CNIL asks for, all phases together."""
        return next((one.duration for one in self.periods if one.is_minimum), None)


@cache
def references() -> tuple[RetentionReference, ...]:
    """Every reference of `retention_references.json`."""
    data = law_data("retention_references")
    return tuple(_reference(data, entry) for entry in data["references"])


def reference_called(code: str) -> RetentionReference | None:
    """The reference with that code, such as R-CAN."""
    return next((one for one in references() if one.code == code), None)


def reference_for(name: str, persons: Iterable[PersonCategory] = ()) -> RetentionReference | None:
    """The reference for what is called `name`, and otherwise for the only persons concerned; None where none is near.

    The longest phrase that the name holds decides: “carte à débit différé” is more than “carte”. This is a proposal.
    Copies of everything, as backups are, follow no reference of persons.
    """
    named = _named(name)
    concerned = frozenset(persons)
    if named or not concerned or longest_in(name, law_data("retention_references")["not_by_persons"]):
        return named
    return _of_persons(concerned)


@cache
def _of_persons(concerned: frozenset[PersonCategory]) -> RetentionReference | None:
    return next((one for one in references() if concerned <= one.persons), None)


@lru_cache(maxsize=4096)
def _named(name: str) -> RetentionReference | None:
    """Kept: the same rows are looked at after every edit."""
    by_phrase = _by_phrase()
    return by_phrase.get(longest_in(name, by_phrase))


@cache
def _by_phrase() -> Mapping[str, RetentionReference]:
    return {phrase: one for one in references() for phrase in one.phrases}


def _reference(data: Mapping[str, Any], entry: Mapping[str, Any]) -> RetentionReference:
    return RetentionReference(
        entry["code"],
        entry["name"],
        tuple(_period(one) for one in entry["periods"]),
        frozenset(entry["persons"]),
        tuple(entry["words"]),
        entry.get("legal", ""),
        tuple(entry.get("related", ())),
        entry.get("note"),
        origin_of(data, entry),
    )


def _period(entry: Mapping[str, Any]) -> ReferencePeriod:
    count, unit = next((entry[key], unit) for key, unit in UNITS.items() if key in entry)
    phases = {phase.value: phase for phase in RetentionPhase}
    triggers = {trigger.value: trigger for trigger in RetentionTrigger}
    return ReferencePeriod(
        entry["rule"] == "minimum",
        phases[entry["phase"]],
        triggers[entry["trigger"]],
        Duration.trusted({"count": count, "unit": unit}),
    )

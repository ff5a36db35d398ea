"""What a contract with a processor must hold (art. 28(3) GDPR), and how far a processor's contract does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dossier.law.data import Origin, Words, law_data, origin_of
from dossier.model.processor import Processor
from dossier.model.vocabulary import Answer, Clause


@dataclass(frozen=True, slots=True)
class ClauseItem:
    """One item of the contract: the field of a processor that records it, and what shows it.

    `letter` is that of art. 28(3), "" for the items that describe the processing; these have no `evidence`.
    """

    field: str
    letter: str
    article: str
    name: Words
    evidence: Words | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class ClauseState:
    """An item in one contract; an item that nobody looked at is not checked."""

    item: ClauseItem
    answer: Answer
    where: str


@cache
def clause_items() -> tuple[ClauseItem, ...]:
    """The six items that describe the processing, then clauses (a) to (h) (`processor_clauses.json`)."""
    data = law_data("processor_clauses")
    return tuple(_item(data, entry) for entry in (*data["header"], *data["clauses"]))


def clause_states(processor: Processor) -> Iterator[ClauseState]:
    """Every item with what the dossier says of it for that processor's contract."""
    for item in clause_items():
        clause = getattr(processor, item.field) or Clause()
        yield ClauseState(item, clause.state, clause.where)


def _item(data: Mapping[str, Any], entry: Mapping[str, Any]) -> ClauseItem:
    return ClauseItem(
        entry["field"],
        entry.get("letter", ""),
        entry["article"],
        entry["name"],
        entry.get("evidence"),
        origin_of(data, entry),
    )

"""What a contract with a processor must hold (art. 28(3) GDPR), and how far a processor's contract does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dossier.i18n import N_, Language
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
    short: Words
    evidence: Words | None
    origin: Origin

    @property
    def is_clause(self) -> bool:
        """Whether it is one of the clauses (a) to (h)."""
        return bool(self.letter)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of some items are in a contract, in part, not at all, and how many nobody looked at."""

    yes: int
    partly: int
    no: int
    unchecked: int

    @property
    def total(self) -> int:
        return self.yes + self.partly + self.no + self.unchecked

    def words(self, say: Language) -> str:
        """“6 of 8, 1 in part, 1 absent”."""
        told = [say(N_("{n} of {total}"), n=self.yes, total=self.total)]
        told += [say(N_("{n} in part"), n=self.partly)] if self.partly else []
        told += [say.plural("{n} absent", "{n} absent", self.no)] if self.no else []
        told += [say.plural("{n} not checked", "{n} not checked", self.unchecked)] if self.unchecked else []
        return ", ".join(told)


def tally_of(processor: Processor, fields: Iterable[str]) -> Tally:
    """The answers to some items of that processor's contract; thousands are counted to sort a list."""
    clauses = [getattr(processor, field) for field in fields]
    answers = [clause.state if clause else Answer.NOT_CHECKED for clause in clauses]
    yes, partly, no = answers.count(Answer.YES), answers.count(Answer.PARTLY), answers.count(Answer.NO)
    return Tally(yes, partly, no, len(answers) - yes - partly - no)


@cache
def clause_items() -> tuple[ClauseItem, ...]:
    """The six items that describe the processing, then clauses (a) to (h) (`processor_clauses.json`)."""
    data = law_data("processor_clauses")
    return tuple(_item(data, entry) for entry in (*data["header"], *data["clauses"]))


def clause_of(processor: Processor, item: ClauseItem) -> Clause:
    """What the dossier says of one item of that processor's contract; not checked where nobody looked at it."""
    return getattr(processor, item.field) or Clause.trusted({})


def _item(data: Mapping[str, Any], entry: Mapping[str, Any]) -> ClauseItem:
    return ClauseItem(
        entry["field"],
        entry.get("letter", ""),
        entry["article"],
        entry["name"],
        entry["short"],
        entry.get("evidence"),
        origin_of(data, entry),
    )

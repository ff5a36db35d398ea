"""How the CNIL words its closed lists on breaches: a code to its label and source, a label back to its code."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from dossier.law.data import law_data, origin_of
from dossier.model.organisation import Sector
from dossier.model.record import Term
from dossier.model.text import AnyTerm, fold
from dossier.model.vocabulary import Level, SensitiveCategory
from dossier.model.vocabulary_procedures import (
    BreachCause,
    BreachConsequence,
    BreachData,
    BreachHarm,
    BreachNature,
    BreachOrigin,
    BreachPersons,
    InformPersons,
    NotificationType,
    PersonsBand,
)

LISTS: tuple[type[Term], ...] = (
    BreachNature,
    BreachOrigin,
    BreachCause,
    BreachData,
    SensitiveCategory,
    BreachPersons,
    BreachConsequence,
    BreachHarm,
    Level,
    InformPersons,
    NotificationType,
    PersonsBand,
    Sector,
)
"""The lists that have wordings; a member that the CNIL does not know has none."""

_APOSTROPHES = re.compile("['‘’ʼ´`\x91\x92]+")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Wording:
    """The CNIL's words for a code, letter for letter; `verified` is false where its own source was not seen."""

    label: str
    source: str
    checked: date
    verified: bool
    aliases: tuple[str, ...]


def wording(term: Term) -> Wording | None:
    """How the CNIL words that code, or nothing where the code is not one of the CNIL's (`breach_labels.json`)."""
    return _wordings(type(term)).get(term)


def term_of(list_: type[AnyTerm], label: str) -> AnyTerm | None:
    """The code of that label or of an older one, whatever its case, accents, apostrophes and spaces."""
    return _terms(list_).get(folded(label))


@lru_cache(maxsize=4096)
def folded(label: str) -> str:
    """What two spellings of one label share: apostrophes may be doubled or typographic, spaces may be absent."""
    return _SPACES.sub("", fold(_APOSTROPHES.sub("'", label)))


@cache
def _wordings(list_: type[AnyTerm]) -> Mapping[AnyTerm, Wording]:
    entries = law_data("breach_labels")["lists"][list_.__name__]
    return {term: _read(entries[term]) for term in list_ if term in entries}


@cache
def _terms(list_: type[AnyTerm]) -> Mapping[str, AnyTerm]:
    return {folded(label): term for term, words in _wordings(list_).items() for label in (words.label, *words.aliases)}


def _read(entry: Mapping[str, Any]) -> Wording:
    origin = origin_of(law_data("breach_labels"), entry)
    return Wording(entry["label"], origin.source.fr, origin.checked, origin.verified, tuple(entry.get("aliases", ())))

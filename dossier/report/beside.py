"""What a pack tells that no record holds: what was found in the dossier, and what was written in it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple, Protocol

from dossier.i18n import Language
from dossier.model.record import Record, Term


class Check(Protocol):
    @property
    def id(self) -> str: ...


class Finding(Protocol):
    """What a check found in a record; it is worded when it is drawn, for there may be tens of thousands."""

    @property
    def check(self) -> Check: ...

    @property
    def record(self) -> Record: ...

    def sentence(self, say: Language) -> str: ...

    def article(self, say: Language) -> str: ...


class Found(NamedTuple):
    """What is found in the records of a pack: what stands open, by its weight, the heaviest first, and what is accepted
    for a time, each with the words of its waiver."""

    open: Mapping[Term, Collection[Finding]] = MappingProxyType({})
    accepted: Iterable[tuple[Finding, str]] = ()


class Written(NamedTuple):
    """Something that was written: when (aware), by whom, in which record (its kind, identifier and reference), and the
    names of the fields that changed."""

    at: datetime
    author: str
    kind: type[Record]
    id: str
    reference: str
    fields: tuple[str, ...]


class Beside(NamedTuple):
    """Each is asked for by the chapter that tells it; `written` gives the newest first."""

    findings: Callable[[], Found] = Found
    written: Callable[[], Iterable[Written]] = tuple


NOTHING = Beside()

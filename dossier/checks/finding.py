"""What a check is and what it finds: computed from a snapshot and the present, never stored, never a verdict.

A check looks at one record of its kind with the whole dossier around it. What it finds speaks of the dossier ("the
dossier shows no notification"), names the values it used, the fields they stand in, and the article.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from dossier.i18n import N_, Language
from dossier.law.periods import months_after
from dossier.model.dossier import Dossier
from dossier.model.fields import field_of
from dossier.model.record import Record, Term
from dossier.model.text import text_of, zone


class Severity(Term):
    """How much a finding weighs, the heaviest first; blocking says what the dossier does not show, never a verdict."""

    __source__ = "Dossier"
    BLOCKING = "blocking", N_("Blocking")
    MAJOR = "major", N_("Major")
    MINOR = "minor", N_("Minor")
    TO_CHECK = "to_check", N_("To check")
    INFO = "info", N_("Information")


@dataclass(frozen=True)
class View:
    """The dossier as the checks look at it, at one instant; `now` is aware.

    `changed` tells when each record was last changed, as the journal knows it; it may know less than all.
    """

    dossier: Dossier
    now: datetime
    changed: Mapping[str, datetime] = field(default_factory=dict)

    @cached_property
    def today(self) -> date:
        """The day it is where the organisation is."""
        organisation = self.dossier.organisation
        return self.now.astimezone(zone(organisation.zone if organisation else "Europe/Paris")).date()

    def ago(self, months: int) -> date:
        """The day so many months before today."""
        return months_after(self.today, -months)


@dataclass(frozen=True)
class Found:
    """What a check found in a record: the fields concerned, and the values that its sentence names.

    `sentence` and `severity` stand for those of the check where this case differs.
    """

    fields: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    sentence: str = ""
    severity: Severity | None = None


@dataclass(frozen=True)
class Check:
    """A rule with its identifier (for ever), the kind it looks at, its weight, its source and its sentence.

    `find` gets the view and a record of that kind.
    """

    id: str
    kind: type[Record]
    severity: Severity
    article: str
    sentence: str
    find: Callable[[View, Any], Iterator[Found]]


@dataclass(frozen=True)
class Finding:
    """Something missing or contradictory in one record."""

    check: Check
    record: Record
    found: Found

    @property
    def severity(self) -> Severity:
        return self.found.severity or self.check.severity

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields where it can be mended, the first one first."""
        return self.found.fields

    @property
    def article(self) -> str:
        return self.check.article

    def sentence(self, say: Language) -> str:
        """What was found, in words, with the values it rests on."""
        values = {name: _words(value, say) for name, value in self.found.values.items()}
        return say(self.found.sentence or self.check.sentence, **values)


def labels(kind: type[Record], names: tuple[str, ...]) -> tuple["Label", ...]:
    """The labels of fields, to be said in the language of whoever reads."""
    return tuple(Label(field_of(kind, name).show.label) for name in names)


@dataclass(frozen=True)
class Label:
    """A text of the program among the values of a finding."""

    msgid: str


def _words(value: object, say: Language) -> str:
    if isinstance(value, Label):
        return say(value.msgid)
    if isinstance(value, tuple):
        return ", ".join(_words(one, say) for one in value)
    if isinstance(value, Record):
        return value.title or value.reference
    return text_of(value, say)

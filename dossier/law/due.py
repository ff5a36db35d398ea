"""What can fall due in a dossier: one value for everything with a date, and how far off it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from dossier.i18n import N_, Language
from dossier.model.record import Record, Term
from dossier.model.text import text_of, zone

WEEK, MONTH = 7, 30
"""Days within which something is told to be near: settings of Dossier."""
_LONGEST = 90


class Subject(Term):
    """What a deadline is about, for whoever looks for those of one sort."""

    __source__ = "Dossier"
    BREACH = "violations", N_("Breaches")
    REQUEST = "demandes", N_("Requests of persons")
    AUTHORITY = "autorite", N_("Authority")
    TRANSFER = "adequation", N_("Adequacy decisions")
    CONTRACT = "contrats", N_("Contracts and certificates")
    REVIEW = "revues", N_("Reviews")
    OPERATION = "operations", N_("Periodic operations")
    ACTION = "actions", N_("Actions and measures")
    WAIVER = "derogations", N_("Waivers")
    OWN_DATA = "conservation", N_("Data of this dossier")


class Matter(NamedTuple):
    """One thing that can fall due: its code for ever, its subject, what is to be done, in a sentence and in short.

    `short` names no record: it is what a shared calendar may show. `outside` says that the law or the authority sets
    the day, and not the organisation.
    """

    code: str
    subject: Subject
    sentence: str
    short: str
    outside: bool = False


class Horizon(StrEnum):
    """How far off a deadline is; the first is over, the second is soon."""

    LATE = "late"
    WEEK = "week"
    MONTH = "month"
    LATER = "later"


class Note(NamedTuple):
    """What is told beside a deadline: a msgid and its values."""

    words: str
    values: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Due:
    """Something due on a day, the last on which it is in time, in `zone`; `at` is the instant in UTC where it has one.

    `field` is where it is mended: a field of the record, or a kind of its parts. `source` is the article.
    `reminders` says how long before to remind of it.
    """

    matter: Matter
    record: Record
    field: str
    day: date
    source: str
    at: datetime | None = None
    zone: str = "Europe/Paris"
    note: Note | None = None
    reminders: tuple[timedelta, ...] = ()

    @property
    def subject(self) -> Subject:
        return self.matter.subject

    def sentence(self, say: Language) -> str:
        """What is due, with the name of its record."""
        name = " ".join((self.record.title or self.record.reference or say(N_("(untitled)"))).split())
        return say(self.matter.sentence, record=name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…")

    def told(self, say: Language) -> str:
        """What is told beside it; may be empty."""
        if self.note is None:
            return ""
        return say(self.note.words, **{name: text_of(value, say) for name, value in self.note.values.items()})

    def days_left(self, now: datetime) -> int:
        """The days until the last one, negative once it is over; 0 on it. `now` is aware."""
        return (self.day - _day_in(self.zone, now)).days

    def is_late(self, now: datetime) -> bool:
        return self.at < now if self.at else self.days_left(now) < 0

    def horizon(self, now: datetime) -> Horizon:
        """How far off it is on the day of `now`."""
        if self.is_late(now):
            return Horizon.LATE
        left = self.days_left(now)
        return Horizon.WEEK if left <= WEEK else Horizon.MONTH if left <= MONTH else Horizon.LATER


@lru_cache(maxsize=8)
def _day_in(zone_name: str, now: datetime) -> date:
    """Kept: thousands of deadlines are asked how far off they are at one instant."""
    return now.astimezone(zone(zone_name)).date()

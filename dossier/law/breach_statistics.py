"""Breaches counted by year and together: what happened, how soon the CNIL was told, what was decided; facts, no words.

A breach counts in the year the organisation became aware of it, else in that of its suspicion, its detection or its
logging. A field with several values counts once under each, so that their sum may exceed the number of breaches.
A suspicion that was dismissed is no breach and is counted apart.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any

from dossier.i18n import N_
from dossier.law.breach_clock import due_of, earliest, first_sent, in_time, start_of
from dossier.law.data import law_data
from dossier.model.breach import Breach, BreachNotification
from dossier.model.dossier import Dossier
from dossier.model.record import Knowledge, KnownMoment, KnownNumber, Moment, Precision, Term
from dossier.model.text import zone
from dossier.model.vocabulary import SensitiveCategory
from dossier.model.vocabulary_procedures import (
    BreachCause,
    BreachData,
    BreachNature,
    BreachOrigin,
    BreachPersons,
    BreachRole,
    BreachState,
    InformPersons,
    PersonsBand,
)

Counts = Mapping[Term | None, int]
"""How many breaches have each value; None is what is not stated, or not known well enough to tell."""

HOURS = (24, 48)
"""Delays that are counted beside that of art. 33(1)."""

NO_YEAR = 0

_Value = Term | tuple[Term, ...] | None
_BANDS = tuple(PersonsBand)
_TOPS = (5, 50, 300, 5000)
"""The highest number of each band but the last."""


class Outcome(Term):
    """What became of the duty to notify the CNIL (art. 33(1))."""

    NOTIFIED = "notifiee", N_("Notified to the CNIL")
    NOT_NOTIFIED = "non_notifiee", N_("Not notified, with reasons")
    UNDECIDED = "a_decider", N_("Not decided, or without reasons")
    SUSPICION = "suspicion", N_("Suspicion, under inquiry")
    PROCESSOR = "sous_traitant", N_("As processor: for the controllers to notify")


class Punctuality(Term):
    """How a notification that was sent, or is owed, stands to the time limit of art. 33(1)."""

    ON_TIME = "dans_le_delai", N_("Within the time limit")
    LATE = "hors_delai", N_("After the time limit")
    OVERDUE = "echue", N_("Time limit over, nothing sent")
    UNKNOWN = "inconnue", N_("Delay not known")


DIMENSIONS: Mapping[str, type[Term]] = {
    "origins": BreachOrigin,
    "causes": BreachCause,
    "natures": BreachNature,
    "data": BreachData,
    "sensitive": SensitiveCategory,
    "persons": BreachPersons,
    "role": BreachRole,
    "state": BreachState,
    "informed": InformPersons,
    "band": PersonsBand,
    "outcome": Outcome,
    "punctuality": Punctuality,
}
"""What is counted, by name; those that the CNIL's published notifications hold too have the names they have there."""

_HOUR = 3600.0  # seconds
# What is asked of every breach: Python 3.11 looks a member of an enumeration up anew each time, in 0.1 microseconds.
_DISMISSED, _PROCESSOR, _MINUTE = BreachState.DISMISSED, BreachRole.PROCESSOR, Precision.MINUTE
_UNKNOWN, _RANGE = Knowledge.UNKNOWN, Knowledge.RANGE
_NOTIFIED, _ON_TIME = Outcome.NOTIFIED, Punctuality.ON_TIME
_PUNCTUALITY = {True: Punctuality.ON_TIME, False: Punctuality.LATE, None: Punctuality.UNKNOWN}
_fields = attrgetter("origins", "causes", "nature", "data", "sensitive", "persons", "role", "state", "inform")
"""The first of DIMENSIONS are fields of the record, in this order; the others are told from several."""


@dataclass(frozen=True)
class Spread:
    """Delays that are known: how many, and the one in the middle."""

    known: int = 0
    median: timedelta | None = None


@dataclass(frozen=True)
class Tally:
    """Some breaches, counted. `counts` has each list in its own order, without the values that no breach has.

    `within` counts the notifications sent in so many hours at most, each number of hours holding those before it.
    `to_notify` is from the start of the clock to the notification, where the hour of sending is known; `to_notice` from
    the start of the breach to awareness, where its day is known. What seems to go back in time is in neither.
    """

    breaches: int
    counts: Mapping[str, Counts]
    months: Mapping[int, int]
    within: Mapping[int, int]
    to_notify: Spread
    to_notice: Spread

    def share(self, count: int) -> float:
        """That many of these breaches, from 0 to 1."""
        return count / self.breaches if self.breaches else 0.0

    @property
    def notified(self) -> int:
        return self.counts["outcome"].get(Outcome.NOTIFIED, 0)

    @property
    def on_time(self) -> float | None:
        """The share of what was sent in time among what was sent or is overdue; None where there is nothing to tell."""
        counts = self.counts["punctuality"]
        told = sum(counts.get(one, 0) for one in (Punctuality.ON_TIME, Punctuality.LATE, Punctuality.OVERDUE))
        return counts.get(Punctuality.ON_TIME, 0) / told if told else None


@dataclass(frozen=True)
class Statistics:
    """All breaches as they stood `at`, and those of each year, the first in front; one without any date is in none."""

    at: datetime
    total: Tally
    years: Mapping[int, Tally]
    dismissed: int = 0
    undated: int = 0

    def of(self, year: int | None) -> Tally:
        """The breaches of a year; without one, all of them."""
        return self.total if year is None else self.years[year]


def statistics(dossier: Dossier, now: datetime) -> Statistics:
    """The breaches of a dossier, counted as they stand at `now`, which is aware."""
    years = defaultdict[int, _Counting](lambda: _Counting(now))
    total, dismissed = _Counting(now), 0
    for breach in dossier.of(Breach):
        if breach.state is _DISMISSED:
            dismissed += 1
            continue
        year, month = _month_of(breach)
        years[year].add(month, breach, dossier.children(BreachNotification, breach.id))
    for counting in years.values():
        total.merge(counting)
    tallies = {year: years[year].tally() for year in sorted(years)}
    undated = tallies.pop(NO_YEAR).breaches if NO_YEAR in tallies else 0
    return Statistics(now, total.tally(), tallies, dismissed, undated)


def band_of(number: KnownNumber | None) -> PersonsBand | None:
    """The CNIL's band of a number of persons; None where it is not known, or a range that two bands share."""
    if number is None or number.value is None or number.state is _UNKNOWN or number.value < 0:
        return None
    band = _BANDS[bisect_left(_TOPS, number.value)]
    if number.state is _RANGE and number.to is not None and number.to != number.value:
        return band if number.to > number.value and _BANDS[bisect_left(_TOPS, number.to)] is band else None
    return band


class _Counting:
    """What becomes a Tally: each breach is read once, while it is at hand, and its values are counted later."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._hours = (*HOURS, law_data("breach_delays")["notification"]["hours"])
        self._limit = self._hours[-1] * _HOUR
        self._read: list[Any] = []  # flat: 43,000 tuples that stay would set off the garbage collector
        self._values: dict[str, Counter[_Value]] = {name: Counter() for name in DIMENSIONS}
        self._months = Counter[int]()
        self._within = Counter[int]()
        self._to_notify: list[float] = []
        self._to_notice: list[float] = []

    def add(self, month: int, breach: Breach, notifications: Sequence[BreachNotification]) -> None:
        self._read += (month, *_fields(breach), band_of(breach.persons_number), *self._course(breach, notifications))

    def merge(self, other: "_Counting") -> None:
        for name, values in other._counted().items():
            self._values[name].update(values)
        self._months.update(other._months)
        self._within.update(other._within)
        self._to_notify += other._to_notify
        self._to_notice += other._to_notice

    def tally(self) -> Tally:
        delays, values = sorted(self._to_notify), self._counted()
        values["punctuality"].pop(None, None)  # nothing was sent, and nothing is owed
        return Tally(
            self._months.total(),
            {name: _in_order(values[name], list_) for name, list_ in DIMENSIONS.items()},
            {month: self._months[month] for month in sorted(self._months) if month},
            {n: bisect_right(delays, n * _HOUR) + self._within[n] for n in self._hours},
            _spread(delays[bisect_left(delays, 0) :]),
            _spread(sorted(self._to_notice)),
        )

    def _counted(self) -> dict[str, Counter[_Value]]:
        counters: list[Counter[Any]] = [self._months, *self._values.values()]
        for place, counter in enumerate(counters):
            counter.update(self._read[place :: len(counters)])
        self._read.clear()
        return self._values

    def _course(
        self, breach: Breach, notifications: Sequence[BreachNotification]
    ) -> tuple[Outcome, Punctuality | None]:
        """What became of one breach over time."""
        start, sent = start_of(breach), first_sent(notifications)
        if start and breach.started_at and (began := _known_start(breach.started_at)) and began <= start:
            self._to_notice.append((start - began).total_seconds())
        if breach.role is _PROCESSOR:
            return Outcome.PROCESSOR, None
        if sent and start and sent.precision is _MINUTE:
            seconds = (sent.at - start).total_seconds()
            if seconds < 0:  # one of the two dates is wrong: a finding says so
                return _NOTIFIED, Punctuality.UNKNOWN
            self._to_notify.append(seconds)
            return _NOTIFIED, _ON_TIME if seconds <= self._limit else Punctuality.LATE
        if sent:
            return _NOTIFIED, self._vague_punctuality(start, sent)
        if breach.notify is False and breach.notify_reasons:
            return Outcome.NOT_NOTIFIED, None
        if start:
            return Outcome.UNDECIDED, Punctuality.OVERDUE if due_of(start) < self._now else None
        suspects = breach.suspected_at or breach.state is BreachState.SUSPICION
        return Outcome.SUSPICION if suspects else Outcome.UNDECIDED, None

    def _vague_punctuality(self, start: datetime | None, sent: Moment) -> Punctuality:
        """Where only the day of sending is known, or nothing of the start."""
        if start is None:
            return Punctuality.UNKNOWN
        for hours in self._hours:
            self._within[hours] += in_time(sent, start, start + timedelta(hours=hours)) is True
        return _PUNCTUALITY[in_time(sent, start, due_of(start))]


def _known_start(started: KnownMoment | None) -> datetime | None:
    if started is None or started.value is None or started.state not in (Knowledge.EXACT, Knowledge.ABOUT):
        return None
    return None if started.value.precision is Precision.MONTH else earliest(started.value)


def _month_of(breach: Breach) -> tuple[int, int]:
    """Year and month, where it was lived, of the first date that the breach has of those that say when it was."""
    moment = (
        breach.aware_at or breach.processor_alerted_at or breach.suspected_at or breach.detected_at or breach.logged_at
    )
    if moment is None:
        return NO_YEAR, 0
    at = moment.at
    if not 1 < at.day < 28:  # else no zone is far enough from UTC to have another month
        at = at.astimezone(zone(moment.zone))
    return at.year, at.month


def _in_order(values: Mapping[_Value, int], list_: type[Term]) -> Counts:
    counts = Counter[Term | None]()
    for value, count in values.items():
        for term in set(value) or (None,) if isinstance(value, tuple) else (value,):
            counts[term] += count
    return {term: counts[term] for term in (*list_, None) if counts[term]}


def _spread(seconds: Sequence[float]) -> Spread:
    """Of delays in order."""
    middle = [seconds[place] for place in ((len(seconds) - 1) // 2, len(seconds) // 2)] if seconds else []
    return Spread(len(seconds), timedelta(seconds=sum(middle) / 2)) if middle else Spread()

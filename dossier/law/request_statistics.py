"""Requests of data subjects counted by the year of receipt: rights, answers in time, median days; facts, no words.

A request that exercises several rights counts once under each, so that their sum may exceed the number of requests.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median

from dossier.law.request_clock import RequestClock, RequestPhase, clock_in
from dossier.model.dossier import Dossier
from dossier.model.request import Request
from dossier.model.vocabulary_procedures import Right

NO_YEAR = 0
"""The year of what nobody said when it was received."""


class Outcome(StrEnum):
    """How a request stands to its period."""

    ON_TIME = "on_time"
    LATE = "late"
    OVERDUE = "overdue"
    """No answer, and its day is over."""
    OPEN = "open"
    UNDATED = "undated"
    """No answer, and no period runs: nobody said when it was received."""
    UNKNOWN = "unknown"
    """Answered on a day that nobody said, or received on one."""


@dataclass(frozen=True)
class RequestTally:
    """Some requests, counted; `rights` in the order of the law, None for what is not stated.

    `median_days` is from receipt to the answer, where both days are known and in this order.
    """

    requests: int
    rights: Mapping[Right | None, int]
    outcomes: Mapping[Outcome, int]
    median_days: float | None = None

    def of(self, outcome: Outcome) -> int:
        return self.outcomes.get(outcome, 0)

    @property
    def answered(self) -> int:
        """Those answered of which is known whether in time."""
        return self.of(Outcome.ON_TIME) + self.of(Outcome.LATE)


def request_statistics(dossier: Dossier, today: date) -> Mapping[int, RequestTally]:
    """The requests of a dossier by year as they stand on a day, the last year first, undated ones at the end."""
    years = defaultdict[int, list[Request]](list)
    for request in dossier.of(Request):
        years[request.received_on.year if request.received_on else NO_YEAR].append(request)
    return {year: tally_of(dossier, years[year], today) for year in sorted(years, reverse=True)}


def tally_of(dossier: Dossier, requests: Sequence[Request], today: date) -> RequestTally:
    """Some requests of a dossier, counted as they stand on a day."""
    rights, outcomes = Counter[Right | None](), Counter[Outcome]()
    days: list[int] = []
    for request in requests:
        rights.update(set(request.rights) or (None,))
        outcomes[outcome_of(clock_in(dossier, request), today)] += 1
        if request.received_on and request.answered_on and request.answered_on >= request.received_on:
            days.append((request.answered_on - request.received_on).days)
    ordered = {right: rights[right] for right in (*Right, None) if rights[right]}
    return RequestTally(len(requests), ordered, outcomes, median(days) if days else None)


def outcome_of(clock: RequestClock, today: date) -> Outcome:
    if clock.phase is RequestPhase.ANSWERED:
        return {True: Outcome.ON_TIME, False: Outcome.LATE, None: Outcome.UNKNOWN}[clock.on_time]
    if clock.phase is RequestPhase.UNKNOWN:
        return Outcome.UNDATED
    return Outcome.OVERDUE if clock.is_late(today) else Outcome.OPEN

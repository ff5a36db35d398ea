"""The statistics of requests in words: key figures, and the requests behind each number of a period."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.i18n import N_, Language
from dossier.law.breach_figures import Bar, Chart, Figure, share_text
from dossier.law.request_clock import clock_in
from dossier.law.request_statistics import NO_YEAR, Outcome, RequestTally, outcome_of
from dossier.model.dossier import Dossier
from dossier.model.record import Term
from dossier.model.request import Request
from dossier.model.text import decimal_text, number_text
from dossier.model.vocabulary_procedures import Channel, RequestDecision, Right

_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.ON_TIME: N_("Answered in time"),
    Outcome.LATE: N_("Answered late"),
    Outcome.OVERDUE: N_("Answer overdue"),
    Outcome.OPEN: N_("Open, in time"),
    Outcome.UNDATED: N_("Open, day of receipt not said"),
    Outcome.UNKNOWN: N_("Answered, in time or not unknown"),
}
_NOT_STATED = N_("Not stated")
Values = Sequence[tuple[str, object]]
"""Each value of a list with its words."""


@dataclass(frozen=True)
class Group:
    """The requests that have one value in common, by their identifiers."""

    words: str
    ids: frozenset[str]


@dataclass(frozen=True)
class Grouping:
    """The requests of a period by one list, none of its groups empty; `total` is how many requests there are."""

    name: str
    title: str
    groups: tuple[Group, ...]
    total: int

    def share(self, group: Group) -> float:
        return len(group.ids) / self.total

    @property
    def chart(self) -> Chart:
        bars = tuple(Bar(one.words, len(one.ids), self.share(one)) for one in self.groups)
        return Chart(self.name, self.title, bars)


def years_of(dossier: Dossier) -> list[int]:
    """The years of receipt, the last one first; NO_YEAR where nobody said it."""
    return sorted({_year(one) for one in dossier.of(Request)}, reverse=True)


def requests_of(dossier: Dossier, year: int | None) -> Sequence[Request]:
    """The requests received in a year, or all of them."""
    return [one for one in dossier.of(Request) if year is None or _year(one) == year]


def key_figures(tally: RequestTally, say: Language) -> list[Figure]:
    """What is read first."""
    on_time, answered, median = tally.of(Outcome.ON_TIME), tally.answered, tally.median_days
    told = say(N_("{n} of {total}"), n=number_text(on_time, say), total=number_text(answered, say))
    return [
        Figure(say(N_("Requests")), number_text(tally.requests, say)),
        Figure(say(_OUTCOMES[Outcome.ON_TIME]), share_text(on_time / answered, say) if answered else "–", told),
        Figure(say(N_("Median days to answer")), "–" if median is None else decimal_text(median, say)),
        Figure(say(_OUTCOMES[Outcome.OVERDUE]), number_text(tally.of(Outcome.OVERDUE), say)),
        Figure(say(_OUTCOMES[Outcome.OPEN]), number_text(tally.of(Outcome.OPEN), say)),
    ]


def groupings(dossier: Dossier, year: int | None, today: date, say: Language) -> list[Grouping]:
    """The requests of a year, or of all, as they stand on a day: by year, standing, right, decision and channel.

    A list of which nothing is known is left out.
    """
    requests = requests_of(dossier, year)
    outcomes = {one.id: outcome_of(clock_in(dossier, one), today) for one in requests}
    years = [(say(_NOT_STATED) if one == NO_YEAR else str(one), one) for one in reversed(years_of(dossier))]
    lists: list[tuple[str, str, Values, Callable[[Request], Iterable[object]]]] = [
        ("years", N_("Year of receipt"), years if year is None else [], lambda one: (_year(one),)),
        (
            "outcome",
            N_("Standing"),
            [(say(words), one) for one, words in _OUTCOMES.items()],
            lambda one: (outcomes[one.id],),
        ),
        ("rights", N_("Rights exercised"), _terms(Right, say), lambda one: one.rights or (None,)),
        ("decision", N_("Decision"), _terms(RequestDecision, say), lambda one: (one.decision,)),
        ("channel", N_("Channel"), _terms(Channel, say), lambda one: (one.channel,)),
    ]
    found = [
        Grouping(name, say(title), _groups(values, requests, of), len(requests)) for name, title, values, of in lists
    ]
    return [one for one in found if any(group.words != say(_NOT_STATED) for group in one.groups)]


def _groups(
    values: Values, requests: Sequence[Request], of: Callable[[Request], Iterable[object]]
) -> tuple[Group, ...]:
    """Those that any request has, in the order of the list."""
    ids: dict[object, set[str]] = {value: set() for _words, value in values}
    for request in requests if ids else ():
        for value in of(request):
            ids[value].add(request.id)
    return tuple(Group(words, frozenset(ids[value])) for words, value in values if ids[value])


def _terms(list_: type[Term], say: Language) -> Values:
    return [*((say(one.label), one) for one in list_), (say(_NOT_STATED), None)]


def _year(request: Request) -> int:
    return request.received_on.year if request.received_on else NO_YEAR

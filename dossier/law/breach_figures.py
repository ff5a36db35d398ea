"""The statistics of breaches in words: key figures and charts, the same in the window, the PDF and the terminal."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.i18n import N_, NBSP, Language
from dossier.law.breach_statistics import Counts, Punctuality, Spread, Statistics, Tally
from dossier.model.record import Term
from dossier.model.text import length_text, number_text
from dossier.model.vocabulary_procedures import InformPersons

ALL_YEARS = N_("All years")
_TITLES: Mapping[str, str] = {
    "outcome": N_("Notification to the CNIL"),
    "origins": N_("Origin of the incident"),
    "causes": N_("Cause"),
    "natures": N_("Nature"),
    "data": N_("Data"),
    "sensitive": N_("Sensitive data"),
    "persons": N_("Persons"),
    "band": N_("Number of persons"),
    "informed": N_("Information of the persons"),
    "role": N_("Our role"),
    "state": N_("State"),
}
_SEVERAL = ("origins", "causes", "natures", "data", "sensitive", "persons")
"""Lists of which a breach may have several values; they begin with what is most frequent, the others stand in order."""

_NOT_STATED = {"band": N_("Not known, or across two of these")}


@dataclass(frozen=True)
class Figure:
    """One number that tells much: what it is, the number in words, and what it is made from."""

    label: str
    value: str
    made_from: str = ""


@dataclass(frozen=True)
class Bar:
    """One value: its words, how many, which share from 0 to 1; its code where it has one."""

    label: str
    count: int
    share: float
    term: Term | None = None


@dataclass(frozen=True)
class Chart:
    """The values of one list; `name` is that of the list in DIMENSIONS, or "delay", "months", "years"."""

    name: str
    title: str
    bars: tuple[Bar, ...]
    note: str = ""


def key_figures(found: Statistics, year: int | None, say: Language) -> list[Figure]:
    """What is read first, of a year or of all."""
    tally = found.of(year)
    informed = tally.counts["informed"].get(InformPersons.YES, 0)
    return [
        Figure(say(N_("Breaches")), number_text(tally.breaches, say)),
        _counted(N_("Notified to the CNIL"), tally.notified, tally, say),
        _on_time(tally, say),
        _median(N_("Median delay of notification"), tally.to_notify, say),
        _median(N_("Median time to awareness"), tally.to_notice, say),
        _counted(N_("Persons informed"), informed, tally, say),
    ]


def charts(found: Statistics, year: int | None, say: Language) -> list[Chart]:
    """What can be said of a year, or of all; a list of which nothing is known has no chart."""
    tally = found.of(year)
    over_time = _years(found, say) if year is None else _months(found, year, say)
    lists = [_chart(name, tally, say) for name in _TITLES if set(tally.counts[name]) - {None}]
    return [one for one in (over_time, _delays(tally, say), *lists) if one.bars]


def remarks(found: Statistics, say: Language) -> Iterator[str]:
    """What a reader must know of how this was counted."""
    yield say(
        N_(
            "A breach counts in the year of awareness, else of its suspicion or its logging. One with several origins, "
            "causes, natures or data counts once under each: their shares may add up to more than 100 %."
        )
    )
    if found.dismissed:
        yield say.plural(
            "{n} dismissed suspicion is left out.", "{n} dismissed suspicions are left out.", found.dismissed
        )
    if found.undated:
        yield say.plural(
            "{n} breach without any date is in no year.", "{n} breaches without any date are in no year.", found.undated
        )


def share_text(share: float, say: Language) -> str:
    """A share in whole percent; what is not nothing is not said to be nothing."""
    return _percent_text(round(100 * share), share, say)


def shares_text(counts: Sequence[int], say: Language) -> list[str]:
    """The shares of the parts of one whole, as above, but so that they add up to a hundred (largest remainder)."""
    total = max(sum(counts), 1)
    percents = [100 * count // total for count in counts]
    by_remainder = sorted(range(len(counts)), key=lambda place: -(100 * counts[place] % total))
    for place in by_remainder[: 100 - sum(percents)] if sum(counts) else ():
        percents[place] += 1
    return [_percent_text(percent, count, say) for percent, count in zip(percents, counts, strict=True)]


def _percent_text(percent: int, share: float, say: Language) -> str:
    words = say(N_("{n} %"), n="< 1" if share and not percent else percent)
    return words.replace(" ", NBSP)


def _counted(label: str, count: int, tally: Tally, say: Language) -> Figure:
    share = say(N_("{share} of the breaches"), share=share_text(tally.share(count), say))
    return Figure(say(label), number_text(count, say), share if tally.breaches else "")


def _on_time(tally: Tally, say: Language) -> Figure:
    label, counts = say(N_("Notified in time")), tally.counts["punctuality"]
    if tally.on_time is None:
        return Figure(label, "–", say(N_("nothing was sent or is overdue")))
    told = {kind: counts.get(kind, 0) for kind in (Punctuality.ON_TIME, Punctuality.LATE, Punctuality.OVERDUE)}
    made_from = say(N_("{n} of {total} sent or overdue"), n=told[Punctuality.ON_TIME], total=sum(told.values()))
    return Figure(label, share_text(tally.on_time, say), made_from)


def _median(label: str, spread: Spread, say: Language) -> Figure:
    if spread.median is None:
        return Figure(say(label), "–", say(N_("none is known")))
    known = say.plural("{n} that is known", "{n} that are known", spread.known)
    return Figure(say(label), length_text(spread.median, say), known)


def _chart(name: str, tally: Tally, say: Language) -> Chart:
    bars = [Bar(_label(name, term, say), count, tally.share(count), term) for term, count in _in_order(name, tally)]
    return Chart(name, say(_TITLES[name]), tuple(bars))


def _in_order(name: str, tally: Tally) -> list[tuple[Term | None, int]]:
    """What is not stated comes last, whatever its number."""
    counts: Counts = tally.counts[name]
    if name not in _SEVERAL:
        return list(counts.items())
    return sorted(counts.items(), key=lambda pair: (pair[0] is None, -pair[1]))


def _label(name: str, term: Term | None, say: Language) -> str:
    return say(term.label) if term else say(_NOT_STATED.get(name, N_("Not filled in")))


def _delays(tally: Tally, say: Language) -> Chart:
    counts = tally.counts["punctuality"]
    total = sum(counts.values())
    within = [(say(N_("Within {n} h"), n=hours), count) for hours, count in tally.within.items()]
    others = (Punctuality.LATE, Punctuality.OVERDUE, Punctuality.UNKNOWN)
    rows = [*within, *((say(term.label), counts[term]) for term in others if term in counts)]
    note = say(N_("Shares of what was sent or is overdue. Each number of hours holds those before it."))
    bars = [Bar(label, count, count / total) for label, count in rows] if total else []
    return Chart("delay", say(N_("Delay of the notification")), tuple(bars), note)


def _years(found: Statistics, say: Language) -> Chart:
    total = found.total
    bars = [Bar(str(year), tally.breaches, total.share(tally.breaches)) for year, tally in found.years.items()]
    return Chart("years", say(N_("By year")), tuple(bars))


def _months(found: Statistics, year: int, say: Language) -> Chart:
    """Up to the last month that has begun, or that a date in the future names."""
    tally = found.of(year)
    last = max(12 if year < found.at.year else found.at.month, *tally.months)
    counts = {month: tally.months.get(month, 0) for month in range(1, last + 1)}
    written = "{month:02}/{year}" if say.code == "fr" else "{year}-{month:02}"
    bars = [Bar(written.format(month=m, year=year), count, tally.share(count)) for m, count in counts.items()]
    return Chart("months", say(N_("By month")), tuple(bars))

"""The annual report of the officer: one year in figures, what was asked, advised, trained and broken, and the plan."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from dossier.i18n import N_
from dossier.law.action_plan import tasks
from dossier.law.breach_figures import key_figures
from dossier.law.breach_statistics import statistics
from dossier.law.request_statistics import Outcome, tally_of
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.dpia import Dpia
from dossier.model.evidence import Action, AuthorityExchange
from dossier.model.fields import Field, field_of
from dossier.model.measure import Measure, Operation
from dossier.model.organisation import DpoOpinion
from dossier.model.record import Record
from dossier.model.request import Request
from dossier.model.text import decimal_text, number_text
from dossier.report.action_plan import action_plan_chapter
from dossier.report.beside import Beside
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Bars, Chapter, Grid, Pairs, Part, ShareText
from dossier.report.days import day_in_words
from dossier.report.findings import counts_of
from dossier.report.parts import ACTION_PLAN
from dossier.report.scope import Period, Scope
from dossier.report.snapshot import day_of
from dossier.report.wording import Wording

_TOLD: tuple[tuple[type[Record], tuple[str, ...]], ...] = (
    (DpoOpinion, ("name", "given_on", "followed", "reasons")),
    (Operation, ("name", "type", "done_on", "persons", "result")),
    (AuthorityExchange, ("name", "type", "received_on", "due_on", "outcome")),
    (Dpia, ("name", "made_on", "residual", "dpo_opinion_on")),
    (Request, ("name", "rights", "received_on", "answered_on", "decision")),
    (Breach, ("name", "aware_at", "state")),
)
"""What the tables of the year tell, kind by kind."""

TELLS = (*(f"{kind.kind.name}.{name}" for kind, names in _TOLD for name in names), *ACTION_PLAN.tells)


class AtItsEnd(NamedTuple):
    """The dossier as it stood at the end of the year, or as it stands: what was kept, found and planned on the day of
    `scope`. What happened is told as it stands: it is often entered after the year has ended."""

    dossier: Dossier
    scope: Scope
    beside: Beside


def of_the_year(dossier: Dossier, kept: AtItsEnd, scope: Scope) -> Dossier:
    """What the report tells of: what is dated in the period, and what is open of the plan, where it is told."""
    period = scope.period or Period()
    for kind, _names in _TOLD:
        days = {one: one.made_on if isinstance(one, Dpia) else day_of(one) for one in dossier.of(kind)}
        dossier = dossier.keeping([one for one, day in days.items() if day and period.holds(day)], kind)
    open_ = [task.record for task in tasks(kept.dossier, kept.scope.seen_at.date())] if scope.tells_plan else []
    dossier = dossier.keeping([one for one in open_ if isinstance(one, Measure)], Measure)
    return dossier.keeping([one for one in open_ if isinstance(one, Action)], Action)


def annual_chapters(words: Wording, kept: Wording) -> Iterator[Chapter]:
    """The chapters of a year: the dossier of `words` is `of_the_year`, that of `kept` is `AtItsEnd`."""
    say = words.say
    yield Chapter(say(N_("The year in figures")), parts=list(_Figures(words, kept).parts()), landscape=False)
    grids = [grid for kind, names in _TOLD if (grid := _table(words, kind, names))]
    if grids:
        yield Chapter(say(N_("What was done and what happened")), parts=grids)
    if words.scope.tells_plan and (plan := action_plan_chapter(kept)):
        yield plan


def _table(words: Wording, kind: type[Record], names: Sequence[str]) -> Grid | None:
    """The records of the year, one a row; None where there is none."""
    records = words.dossier.of(kind)
    fields = [field_of(kind, name) for name in names]
    columns = [
        TextColumn(words.say(N_("Reference")), lambda record: record.reference),
        *(TextColumn(words.say(field.show.label), _value(words, field)) for field in fields),
    ]
    return grid_of(columns, records, words.say(kind.kind.plural)) if records else None


def _value(words: Wording, field: Field) -> Callable[[Record], str]:
    return partial(_cell, words, field)


def _cell(words: Wording, field: Field, record: Record) -> str:
    return words.value(record, field)


class _Figures:
    def __init__(self, words: Wording, kept: Wording) -> None:
        self._words, self._say, self._kept = words, words.say, kept

    def parts(self) -> Iterator[Part]:
        say = self._say
        yield Pairs(list(self._requests()), say(Request.kind.plural))
        yield Pairs(self._breaches(), say(Breach.kind.plural))
        yield Pairs(list(self._advice()), say(N_("Advice and training")))
        day = day_in_words(self._kept.scope.seen_at.date(), say)
        yield Bars(list(self._registers()), say(N_("Records kept on {day}"), day=day))
        if found := counts_of(self._kept):
            rows = [(weight, number_text(n, say)) for weight, n in found.items()]
            yield Pairs(rows, say(N_("Open findings on {day}"), day=day))

    def _requests(self) -> Iterator[tuple[str, str]]:
        say, requests = self._say, self._words.dossier.of(Request)
        tally = tally_of(self._words.dossier, requests, self._words.scope.seen_at.date())
        told = {"n": number_text(tally.of(Outcome.ON_TIME), say), "total": number_text(tally.answered, say)}
        yield say(N_("Received")), number_text(tally.requests, say)
        yield say(N_("Answered in time")), say(N_("{n} of {total}"), **told) if tally.answered else "0"
        if tally.median_days is not None:
            yield say(N_("Median days to answer")), decimal_text(tally.median_days, say)

    def _breaches(self) -> list[tuple[str, str]]:
        figures = key_figures(statistics(self._words.dossier, self._words.scope.seen_at), None, self._say)
        return [(one.label, f"{one.value} ({one.made_from})" if one.made_from else one.value) for one in figures]

    def _advice(self) -> Iterator[tuple[str, str]]:
        say, dossier = self._say, self._words.dossier
        yield say(DpoOpinion.kind.plural), number_text(dossier.count(DpoOpinion), say)
        yield say(Dpia.kind.plural), number_text(dossier.count(Dpia), say)
        done = dossier.of(Operation)
        for kind in dict.fromkeys(one.type for one in done if one.type):
            yield say(kind.label), number_text(sum(one.type is kind for one in done), say)

    def _registers(self) -> Iterator[tuple[str, str, ShareText]]:
        dossier, kinds = self._kept.dossier, self._words.scope.kinds()
        counts = {kind: dossier.count(kind) for kind in kinds if not kind.kind.dated and dossier.count(kind)}
        most = max(counts.values(), default=0)
        for kind, n in counts.items():
            yield self._say(kind.kind.plural), number_text(n, self._say), ShareText("", n / most)

"""The log of requests (art. 12): one row for each with its period computed, statistics by year, sheets."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from dossier.i18n import N_
from dossier.law.request_clock import clock_in
from dossier.law.request_statistics import Outcome, RequestTally, request_statistics, tally_of
from dossier.law.request_words import computation, due_words, standing_words
from dossier.model.fields import Field, field_of
from dossier.model.record import Record
from dossier.model.request import Request, RequestPause
from dossier.model.text import decimal_text, number_text
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Grid, LabelledText, Note, Pairs, Part
from dossier.report.sheets import Columns, RegisterWriter, split_after
from dossier.report.wording import Wording

_ASKED = ("name", "rights", "channel", "capacity", "scope")
_REQUESTER = ("requester", "concerned")
_EXTENSION = ("extended", "extension_notified_on", "extension_reason")
_DECISION = ("answered_on", "answer_channel", "decision", "refusal_grounds", "refusal_reasons", "remedies_told")
_AFTER = ("recipients_told", "recipients_text")
_Row = tuple[str, RequestTally]


class RequestRegister(RegisterWriter):
    """The chapter of the requests."""

    def __init__(self, words: Wording) -> None:
        super().__init__(words)
        self.today = words.scope.seen_at.date()

    def _needs_summary(self, kind: type[Record], records: tuple[Record, ...]) -> bool:
        """Always: the table is the log."""
        return bool(records)

    def _summary_columns(self, kind: type[Record]) -> Columns:
        say = self.say
        return [
            self._reference_column(kind),
            TextColumn(say(N_("Request")), partial(self._told, _ASKED)),
            *self._requester_column(),
            self._column(field_of(Request, "received_on")),
            TextColumn(say(N_("Answer due")), self._due),
            TextColumn(say(N_("Suspensions and extension")), self._delays),
            TextColumn(say(N_("Answer and decision")), partial(self._told, (*_DECISION, *_AFTER))),
            TextColumn(say(N_("Standing")), self._standing),
        ]

    def _requester_column(self) -> Columns:
        """Who asked, where the audience may see it and somebody wrote it."""
        fields = [field_of(Request, name) for name in _REQUESTER]
        shown = [field for field in fields if field in self._filled(Request)]
        return [TextColumn(self.say(N_("Requester")), partial(self._requester, shown))] if shown else []

    def _requester(self, shown: Sequence[Field], request: Request) -> str:
        """The name needs no label below its title; that of another person concerned does."""
        told = [(field, self.words.cell(request, field)) for field in shown]
        labels = {one.name: self.say(N_("{label}:"), label=self.say(one.show.label)) for one in shown[1:]}
        pairs = [(labels.get(field.name, ""), text) for field, text in told if text]
        return LabelledText(pairs) if pairs else self.words.missing()

    def _told(self, names: Iterable[str], request: Record) -> str:
        """Fields that say something, each with its label."""
        return self.words.details(request, self._shown(names)) or self.words.missing()

    def _shown(self, names: Iterable[str]) -> list[Field]:
        return [field for field in (field_of(Request, name) for name in names) if self.scope.shows(Request, field)]

    def _due(self, request: Request) -> str:
        clock = clock_in(self.dossier, request)
        due = due_words(clock, self.today, self.say)
        steps = computation(request, clock, self.say)
        return "\n".join(filter(None, (due, *steps))) or self._standing(request)

    def _delays(self, request: Request) -> str:
        """Each suspension with its reason, then the extension; nothing where the period is the usual one."""
        pauses = self.dossier.children(RequestPause, request.id)
        fields = [field_of(RequestPause, name) for name in ("reason", "started_on", "ended_on")]
        told = [self.words.details(pause, fields) for pause in pauses]
        extended = [
            field for field in (field_of(Request, name) for name in _EXTENSION) if self.scope.shows(Request, field)
        ]
        told += [self.words.details(request, extended)] if request.extended else []
        pairs = [pair for text in told if isinstance(text, LabelledText) for pair in text.pairs]
        return LabelledText(pairs) if pairs else self.say(N_("Neither"))

    def _standing(self, request: Request) -> str:
        return standing_words(clock_in(self.dossier, request), self.today, self.say)

    def _below_summary(self, kind: type[Record]) -> Iterator[Part]:
        if self.dossier.count(Request):
            yield self._statistics()
            yield Note(self.say(N_("A request that exercises several rights counts once under each.")))
        yield from super()._below_summary(kind)

    def _statistics(self) -> Grid:
        years, say = request_statistics(self.dossier, self.today), self.say
        rows: list[_Row] = [(str(year) if year else say(N_("No date")), tally) for year, tally in years.items()]
        if len(rows) > 1:
            rows.insert(0, (say(N_("Together")), tally_of(self.dossier, self.dossier.of(Request), self.today)))
        columns: list[TextColumn[_Row]] = [
            TextColumn(say(N_("Year of receipt")), lambda row: row[0]),
            TextColumn(say(N_("Requests")), lambda row: number_text(row[1].requests, say)),
            TextColumn(say(N_("Rights exercised")), self._rights),
            TextColumn(say(N_("Answered in time")), self._in_time),
            self._counted(N_("Answered late"), Outcome.LATE),
            self._counted(N_("Answer overdue"), Outcome.OVERDUE),
            self._counted(N_("Open, in time"), Outcome.OPEN),
            TextColumn(say(N_("Median days to answer")), self._median),
        ]
        return grid_of(columns, rows, say(N_("Statistics of requests")))

    def _counted(self, title: str, outcome: Outcome) -> TextColumn[_Row]:
        return TextColumn(self.say(title), lambda row: number_text(row[1].of(outcome), self.say))

    def _rights(self, row: _Row) -> str:
        label = N_("{label}: {value}")
        rights = row[1].rights.items()
        named = [(self.say(one.label) if one else self.words.missing(), n) for one, n in rights]
        return "\n".join(self.say(label, label=name, value=number_text(n, self.say)) for name, n in named if name)

    def _in_time(self, row: _Row) -> str:
        on_time, answered = row[1].of(Outcome.ON_TIME), row[1].answered
        told = {"n": number_text(on_time, self.say), "total": number_text(answered, self.say)}
        return self.say(N_("{n} of {total}"), **told) if answered else "0"

    def _median(self, row: _Row) -> str:
        days = row[1].median_days
        return self.words.missing() if days is None else decimal_text(days, self.say)

    def _sections(self, record: Record, fields: Sequence[Field]) -> Iterator[Pairs]:
        """The computation of the period follows what was asked, on the sheet of each request."""
        asked = field_of(Request, "received_on").section
        if not isinstance(record, Request) or asked not in [field.section for field in fields]:
            yield from super()._sections(record, fields)
            return
        first, last = split_after(asked, fields)
        yield from super()._sections(record, first)
        pairs = [(self.say(N_("Answer due")), self._due(record)), (self.say(N_("Standing")), self._standing(record))]
        yield Pairs(pairs, self.say(N_("Computation of the period")))
        yield from super()._sections(record, last)

"""The summary of a pack: who, how much of what, how breaches and requests were handled, when it was last reviewed."""

from collections.abc import Iterable, Iterator
from datetime import date

from dossier.i18n import N_
from dossier.law.breach_figures import key_figures, shares_text
from dossier.law.breach_statistics import statistics
from dossier.law.officer import officers_on
from dossier.law.request_statistics import Outcome, tally_of
from dossier.model.activity import Activity
from dossier.model.breach import Breach
from dossier.model.dpia import Dpia
from dossier.model.fields import field_of
from dossier.model.measure import Measure, Operation, Procedure
from dossier.model.organisation import DpoDesignation, Organisation
from dossier.model.processor import Processor
from dossier.model.record import Record
from dossier.model.request import Request
from dossier.model.text import date_text, decimal_text, number_text
from dossier.model.transfer import Transfer
from dossier.model.vocabulary_pack import PackPart
from dossier.model.vocabulary_procedures import OperationType
from dossier.report.content import Bars, Chapter, Figures, Pairs, Part, ShareText
from dossier.report.findings import counts_of
from dossier.report.parts import OFFICER, ORGANISATION, PARTS, STATISTICS
from dossier.report.wording import Wording

Rows = list[tuple[str, str]]
_Bar = tuple[str, str, ShareText]
_COUNTED_FIRST = (Activity, Processor, Transfer, Measure, Request, Breach)


def summary_chapter(words: Wording) -> Chapter:
    """One page; findings are told in a complete copy."""
    return Chapter(words.say(N_("Summary")), parts=list(_Summary(words).parts()), landscape=False)


class _Summary:
    def __init__(self, words: Wording) -> None:
        self._words, self._say, self._dossier = words, words.say, words.dossier
        self._today = words.scope.seen_at.date()
        self._pieces = {piece for _part, piece in words.scope.pieces()}

    def parts(self) -> Iterator[Part]:
        figures = list(self._figures())
        if figures:
            yield Figures(figures)
        told = self._fields(self._dossier.of(Organisation)[:1], Organisation, ORGANISATION)
        yield Pairs(told + self._fields(officers_on(self._dossier, self._today)[:1], DpoDesignation, OFFICER))
        for title, rows in (
            (N_("Breaches"), self._breaches()),
            (N_("Requests of the persons"), self._requests()),
            (N_("Last reviews"), self._reviews()),
        ):
            if rows:
                yield Pairs(rows, self._say(title))
        for title, bars in ((N_("Findings"), self._findings()), (N_("Records by register"), self._registers())):
            listed = list(bars)
            if listed:
                yield Bars(listed, self._say(title))

    def _figures(self) -> Iterator[tuple[str, str]]:
        """What is asked for first, also where there is none of it."""
        for kind in _COUNTED_FIRST:
            if kind in self._words.printed:
                yield self._say(kind.kind.plural), number_text(self._dossier.count(kind), self._say)

    def _fields(self, records: Iterable[Record], kind: type[Record], names: tuple[str, ...]) -> Rows:
        """What a record says of these fields, where there is one."""
        fields = [field_of(kind, name) for name in names]
        for record in records:
            told = [(self._say(field.show.label), self._words.value(record, field)) for field in fields]
            return [(label, text) for label, text in told if text]
        return [(self._say(kind.kind.label), self._words.missing())] if self._words.marks_gaps else []

    def _registers(self) -> Iterator[_Bar]:
        """The registers of all parts but the annexes."""
        told = [pieces for part, pieces in PARTS.items() if part is not PackPart.ANNEXES]
        kinds = [piece for pieces in told for piece in pieces if piece in self._words.printed]
        counts = {kind: self._dossier.count(kind) for kind in kinds if isinstance(kind, type) and not kind.kind.single}
        most = max(counts.values(), default=0)
        for kind, n in counts.items():
            if n:
                yield self._say(kind.kind.plural), number_text(n, self._say), ShareText("", n / most)

    def _breaches(self) -> Rows:
        """As the chapter of their statistics tells them, and to whom."""
        if not self._dossier.count(Breach) or STATISTICS not in self._pieces:
            return []
        figures = key_figures(statistics(self._dossier, self._words.scope.seen_at), None, self._say)
        return [(figure.label, figure.value) for figure in figures]

    def _requests(self) -> Rows:
        if not self._dossier.count(Request):
            return []
        say, tally = self._say, tally_of(self._dossier, self._dossier.of(Request), self._today)
        told = {"n": number_text(tally.of(Outcome.ON_TIME), say), "total": number_text(tally.answered, say)}
        rows = [(say(N_("Answered in time")), say(N_("{n} of {total}"), **told))]
        if tally.median_days is not None:
            rows.append((say(N_("Median days to answer")), decimal_text(tally.median_days, say)))
        return rows

    def _reviews(self) -> Rows:
        """The last day of each kind of review that the dossier holds."""
        found: list[tuple[str, date | None]] = [
            (kind.label, _last(one.done_on for one in self._dossier.of(Operation) if one.type is kind))
            for kind in OperationType
        ]
        found.append((Procedure.kind.plural, _last(one.last_review for one in self._dossier.of(Procedure))))
        found.append((Dpia.kind.plural, _last(one.made_on for one in self._dossier.of(Dpia))))
        return [(self._say(label), date_text(day, self._say)) for label, day in found if day]

    def _findings(self) -> Iterator[_Bar]:
        counts = counts_of(self._words)
        shares = shares_text([*counts.values()], self._say)
        for (weight, n), share in zip(counts.items(), shares, strict=True):
            yield weight, number_text(n, self._say), ShareText(share, n / counts.total())


def _last(days: Iterator[date | None]) -> date | None:
    return max((day for day in days if day), default=None)

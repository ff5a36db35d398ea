"""The register of impact assessments: sheets in the CNIL's order, with the risks as a table and their matrix."""

from collections.abc import Iterator, Sequence
from functools import partial

from dossier.i18n import N_
from dossier.law.dpia_risk import consultation_of, is_high, marks_of, number_of, standing_of
from dossier.law.dpia_words import period_words
from dossier.model.dpia import Dpia, DpiaRisk
from dossier.model.fields import Field, field_of
from dossier.model.record import Record
from dossier.model.vocabulary import Level
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Grid, LabelledText, Note, Pairs, Part
from dossier.report.sheets import Columns, RegisterWriter, split_after
from dossier.report.wording import SEPARATOR

_WHAT = ("event", "name", "aliases")
_WHY = ("sources", "threats", "impacts")
_HIGH = N_("high risk")
_READING = N_(
    "Each risk stands where it is estimated, before and after the measures. "
    "High: significant or maximal on both scales, a reading of ours."
)


class DpiaRegister(RegisterWriter):
    """The chapter of the assessments."""

    def _summary_columns(self, kind: type[Record]) -> Columns:
        """Where each stands, as what is high, is our judgement: it is for internal readers."""
        columns = super()._summary_columns(kind)
        judged = [TextColumn(self.say(N_("State")), self._standing)] if self._is_internal else []
        return [*columns[:2], *judged, *columns[2:]]

    @property
    def _is_internal(self) -> bool:
        return self.scope.profile == "full"

    def _standing(self, dpia: Dpia) -> str:
        return self.say(standing_of(self.dossier, dpia, self.scope.seen_at.date()).label)

    def _parts(self, record: Record) -> Iterator[Part]:
        """The risks, the matrix that places them, and how to read it."""
        risks = self.dossier.children(DpiaRisk, record.id)
        if risks:
            marks = marks_of(risks)
            yield self._risks(risks, marks)
            yield self._matrix(risks, marks)
            if self._is_internal:
                yield Note(self.say(_READING))

    def _risks(self, risks: Sequence[DpiaRisk], marks: dict[str, str]) -> Grid:
        say = self.say

        def after(risk: DpiaRisk) -> str:
            return self._place(risk.residual_severity, risk.residual_likelihood)

        columns: Columns = [
            self._reference_column(DpiaRisk),
            TextColumn(say(N_("Mark")), lambda risk: marks[risk.id]),
            TextColumn(say(N_("Feared event")), self._what),
            TextColumn(say(N_("Sources, threats, impacts")), partial(self._told, _WHY)),
            TextColumn(say(N_("Before the measures")), lambda risk: self._place(risk.severity, risk.likelihood)),
            TextColumn(say(N_("Measures")), partial(self._value, field_of(DpiaRisk, "measures"))),
            TextColumn(say(N_("After the measures")), after),
        ]
        return grid_of(columns, risks, say(DpiaRisk.kind.plural))

    def _what(self, risk: DpiaRisk) -> str:
        """A name that only repeats the event is not told again."""
        repeats = risk.event is not None and risk.name == self.say(risk.event.label)
        return self._told([one for one in _WHAT if one != "name" or not repeats], risk)

    def _told(self, names: Sequence[str], risk: DpiaRisk) -> str:
        fields = [field_of(DpiaRisk, name) for name in names]
        shown = [field for field in fields if self.scope.shows(DpiaRisk, field)]
        return self.words.details(risk, shown) or self.words.missing()

    def _place(self, severity: Level | None, likelihood: Level | None) -> str:
        """Both estimates; what is high on both scales says so."""
        if severity is None and likelihood is None:
            return self.words.missing()
        high = self._high(severity, likelihood)
        labels = [self.say(N_("{label}:"), label=self.say(label)) for label in (N_("Severity"), N_("Likelihood"))]
        levels = [self._level(one) if one else self.words.missing() for one in (severity, likelihood)]
        told = [(label, level) for label, level in zip(labels, levels, strict=True) if level]
        return LabelledText([*told, *([("", high)] if high else [])])

    def _high(self, severity: Level | None, likelihood: Level | None) -> str:
        return self.say(_HIGH) if self._is_internal and is_high(severity, likelihood) else ""

    def _matrix(self, risks: Sequence[DpiaRisk], marks: dict[str, str]) -> Grid:
        """Severity downwards from maximal, likelihood to the right: the marks stand in the cells."""
        say = self.say
        first: TextColumn[Level] = TextColumn(say(N_("Severity, likelihood")), lambda level: self._level(level))
        others = [TextColumn(self._level(one), partial(self._cell, risks, marks, one), stays=True) for one in Level]
        return grid_of([first, *others], list(reversed(Level)), say(N_("Matrix of the risks")))

    def _level(self, level: Level) -> str:
        return f"{number_of(level)} {self.say(level.label)}"

    def _cell(self, risks: Sequence[DpiaRisk], marks: dict[str, str], likelihood: Level, severity: Level) -> str:
        place, before, after = (severity, likelihood), N_("{mark} before"), N_("{mark} after")
        found = [self.say(before, mark=marks[one.id]) for one in risks if (one.severity, one.likelihood) == place]
        found += [
            self.say(after, mark=marks[one.id])
            for one in risks
            if (one.residual_severity, one.residual_likelihood) == place
        ]
        told = self.say(SEPARATOR).join(found)
        return "\n".join(filter(None, (self._high(severity, likelihood), told)))

    def _sections(self, record: Record, fields: Sequence[Field]) -> Iterator[Pairs]:
        """By when the CNIL answers follows what is recorded of its consultation."""
        period = consultation_of(self.dossier, record) if isinstance(record, Dpia) else None
        asked = field_of(Dpia, "consulted_on").section
        if period is None or asked not in [field.section for field in fields]:
            yield from super()._sections(record, fields)
            return
        first, last = split_after(asked, fields)
        yield from super()._sections(record, first)
        answer, rule = period_words(period, self.say)
        yield Pairs(
            [(self.say(N_("Answer of the CNIL")), f"{answer} {rule}")], self.say(N_("Period of the consultation"))
        )
        yield from super()._sections(record, last)

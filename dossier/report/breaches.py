"""The register of breaches (art. 33(5)): one row that tells each of them, and sheets with the delay computed."""

from collections.abc import Iterator, Sequence
from typing import Any

from dossier.i18n import N_
from dossier.law.enisa import in_force, score_of
from dossier.model.breach import Breach, BreachAssessment, BreachEvent, BreachNotification
from dossier.model.fields import Field, field_of
from dossier.model.record import Record
from dossier.report.breach_delay import Delay
from dossier.report.breach_row import CUT, BreachRow, oldest_first
from dossier.report.columns import TextColumn
from dossier.report.content import Grid, Note, OwnText, Pairs, Part
from dossier.report.sheets import Columns, RegisterWriter, split_after


class BreachRegister(RegisterWriter):
    """The chapter of the breaches."""

    def _needs_summary(self, kind: type[Record], records: tuple[Record, ...]) -> bool:
        """Always: the table is the register that the authority may ask for."""
        return bool(records)

    def _summary_columns(self, kind: type[Record]) -> Columns:
        return [self._reference_column(kind), *BreachRow(self.words).columns()]

    def _below_summary(self, kind: type[Record]) -> Iterator[Part]:
        if any(map(BreachRow(self.words).is_cut, self.dossier.of(Breach))):
            said = N_("A text that ends with {mark} stands in full on the sheet of the breach.")
            yield Note(self.say(said, mark=CUT))
        yield from super()._below_summary(kind)

    def _sections(self, record: Record, fields: Sequence[Field]) -> Iterator[Pairs]:
        """The computation of the delay follows the dates it is made from."""
        dates = field_of(Breach, "aware_at").section
        if not isinstance(record, Breach) or dates not in [field.section for field in fields]:
            yield from super()._sections(record, fields)
            return
        first, last = split_after(dates, fields)
        yield from super()._sections(record, first)
        yield Pairs(Delay(self.words, record).computation(), self.say(N_("Computation of the delay")))
        yield from super()._sections(record, last)

    def _part(self, kind: type[Record], records: tuple[Record, ...]) -> Grid:
        return super()._part(kind, oldest_first(records))

    def _parts_columns_of(self, kind: type[Record], records: tuple[Record, ...]) -> Columns:
        """What happened when, what was scored how, what was sent how long after the start; the rest in one cell."""
        own: dict[type[Record], tuple[tuple[str, ...], TextColumn[Any], tuple[str, ...]]] = {
            BreachEvent: (("at", "by"), TextColumn(self.say(N_("What happened")), self._event), ("name", "struck_out")),
            BreachAssessment: (("at", "by"), TextColumn(self.say(N_("Score")), self._score), ()),
            BreachNotification: (("type", "name", "sent_at"), TextColumn(self.say(N_("Delay")), self._delay), ()),
        }
        if kind not in own:
            return super()._parts_columns_of(kind, records)
        names, written, told = own[kind]
        named = [self._column(field_of(kind, name)) for name in names]
        rest = [field for field in self._filled(kind, records) if field.name not in (*names, *told)]
        return [self._reference_column(kind), *named, written, *self._details_column(rest)]

    def _event(self, event: BreachEvent) -> str:
        """What was struck out stays readable, and says so."""
        if not event.struck_out:
            return OwnText(event.name)
        return self.words.details(event, [field_of(BreachEvent, name) for name in ("struck_out", "name")])

    def _score(self, assessment: BreachAssessment) -> str:
        """The formula, the band, and whether the assessment still counts."""
        score = score_of(assessment)
        told = [f"{score.formula(self.say)} = {score.words(self.say)}", self.say(score.band.label)] if score else []
        return "\n".join([*told, self._standing(assessment)])

    def _standing(self, assessment: BreachAssessment) -> str:
        if assessment.struck_out:
            return self.say(N_("Struck out, kept readable"))
        counts = in_force(self.dossier.children(BreachAssessment, assessment.breach or ""))
        if counts is None or counts.id == assessment.id:
            return self.say(N_("In force"))
        return self.say(N_("Replaced by {reference}"), reference=counts.reference)

    def _delay(self, notification: BreachNotification) -> str:
        breach = self.dossier.get(notification.breach or "", Breach)
        return Delay(self.words, breach).of(notification) if isinstance(breach, Breach) else ""

"""The register of measures: the 25 sheets of the CNIL's guide as one grid, then every measure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from dossier.i18n import N_
from dossier.law.action_plan import task_of
from dossier.law.breach_figures import share_text
from dossier.law.data import law_data, said
from dossier.law.security_guide import SheetCoverage, coverage, group_name
from dossier.model.measure import Measure, Operation
from dossier.model.record import Record
from dossier.model.text import date_text, number_text
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Chapter, Note, Part
from dossier.report.sheets import Columns, RegisterWriter


class MeasureRegister(RegisterWriter):
    """The chapter of the measures; the coverage is our judgement, so that only internal readers get its figures."""

    def chapter(self, kind: type[Record]) -> Chapter:
        """The grid of the sheets stands above the table of the measures."""
        told = super().chapter(kind)
        return replace(told, parts=[*self._guide(), *told.parts], landscape=True)

    def _guide(self) -> Iterator[Part]:
        measures = self.dossier.of(Measure)
        if measures:
            found = coverage(measures, self.dossier.of(Operation))
            yield grid_of(self._sheet_columns(), found.sheets, self.say(N_("The 25 sheets of the CNIL's guide")))
            if self._is_internal:
                yield Note(self._figure(found.score, len(found.unproved)))
            yield Note(self._edition())

    @property
    def _is_internal(self) -> bool:
        return self.scope.profile == "full"

    def _sheet_columns(self) -> Columns:
        say = self.say
        columns: Columns = [
            TextColumn(say(N_("Sheet")), lambda one: number_text(one.sheet.number, say)),
            TextColumn(say(N_("Group")), lambda one: said(group_name(one.sheet.group), say)),
            TextColumn(say(N_("Title of the sheet")), lambda one: said(one.sheet.name, say)),
        ]
        if self._is_internal:
            columns.append(TextColumn(say(N_("Coverage")), self._coverage))
        columns.append(TextColumn(say(N_("Measures")), self._measures))
        columns.append(TextColumn(say(N_("Pieces of evidence")), self._proofs))
        if self._is_internal:
            columns.append(TextColumn(say(N_("Late")), partial(self._late, self.scope.seen_at.date())))
        return columns

    def _coverage(self, one: SheetCoverage) -> str:
        return share_text(one.score, self.say) if one.score is not None else self.say(N_("Does not apply"))

    def _measures(self, one: SheetCoverage) -> str:
        if one.score is None:
            return self.say(N_("Does not apply"))
        return number_text(len(one.measures), self.say) if one.measures else self._marked(N_("no measure"))

    def _proofs(self, one: SheetCoverage) -> str:
        if one.score is None:
            return ""
        return number_text(one.proofs, self.say) if one.proofs else self._marked(N_("without proof"))

    def _marked(self, gap: str) -> str:
        return self.say(gap) if self._is_internal else ""

    def _late(self, today: date, one: SheetCoverage) -> str:
        late = sum(task is not None and task.is_late for task in (task_of(each, today) for each in one.measures))
        return number_text(late, self.say) if late else ""

    def _figure(self, score: float | None, unproved: int) -> str:
        """A percentage never stands without what is not proved."""
        if score is None:
            return self.say(N_("No sheet applies"))
        without = self.say.plural("{n} sheet without proof", "{n} sheets without proof", unproved)
        return self.say(N_("{share} covered, {without}"), share=share_text(score, self.say), without=without)

    def _edition(self) -> str:
        data = law_data("security_guide")
        day = date_text(date.fromisoformat(data["checked"]), self.say)
        told = N_("Art. 32: the 25 sheets of the CNIL's guide, {edition} edition (checked on {day})")
        return self.say(told, edition=data["edition"], day=day)

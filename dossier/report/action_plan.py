"""The action plan as a chapter: open measures, late reviews and actions by their day, and what is done at intervals."""

from collections.abc import Iterator
from functools import partial

from dossier.i18n import N_
from dossier.law.action_plan import Rhythm, Task, rhythms, tasks
from dossier.law.settings import reference_values
from dossier.model.fields import field_of
from dossier.model.measure import Operation
from dossier.model.text import date_text
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Chapter, Grid, LinkedText, OwnText
from dossier.report.wording import UNTITLED, Wording

_INTRODUCTION = N_("What remains to be done, by whom and by when, on the date of this document.")


def action_plan_chapter(words: Wording) -> Chapter | None:
    """The plan of the dossier of `words`, at the date of the document; None where nothing remains to be done."""
    grids = list(_Plan(words).grids())
    return Chapter(words.say(N_("Action plan")), words.say(_INTRODUCTION), grids) if grids else None


class _Plan:
    """What has a day stands in the order of the days; the operations follow where any was ever recorded."""

    def __init__(self, words: Wording) -> None:
        self._words, self._say, self._today = words, words.say, words.scope.seen_at.date()

    def grids(self) -> Iterator[Grid]:
        say, dossier = self._say, self._words.dossier
        found = tasks(dossier, self._today)
        if found:
            columns: list[TextColumn[Task]] = [
                TextColumn(say(N_("Reference")), self._reference),
                TextColumn(say(N_("To do")), lambda task: OwnText(task.record.title or say(UNTITLED))),
                TextColumn(say(N_("Due on")), self._due),
                TextColumn(say(N_("State")), self._state),
                TextColumn(say(N_("Priority")), partial(self._value, "priority")),
                TextColumn(say(N_("In charge")), partial(self._value, "owner")),
            ]
            yield grid_of(columns, found, self._counted(found))
        if dossier.count(Operation):
            done = rhythms(dossier.of(Operation), self._today, reference_values(dossier, self._today))
            yield grid_of(self._of_operations(), done, say(N_("Operations that prove the measures")))

    def _counted(self, found: tuple[Task, ...]) -> str:
        late = sum(task.is_late for task in found)
        todo = self._say.plural("{n} thing to do", "{n} things to do", len(found))
        return f"{todo}, {self._say.plural('{n} late', '{n} late', late)}"

    def _reference(self, task: Task) -> str:
        return LinkedText(task.record.reference, task.record.id)

    def _due(self, task: Task) -> str:
        if task.due is None:
            return self._say(N_("No date"))
        day = date_text(task.due, self._say)
        late = (self._today - task.due).days
        return self._say(N_("{day} ({n} d late)"), day=day, n=late) if task.is_late else day

    def _state(self, task: Task) -> str:
        return self._say(N_("Review")) if task.is_review else self._value("state", task)

    def _value(self, name: str, task: Task) -> str:
        return self._words.cell(task.record, field_of(type(task.record), name))

    def _of_operations(self) -> list[TextColumn[Rhythm]]:
        say = self._say
        return [
            TextColumn(say(N_("Operation")), lambda one: say(one.type.label)),
            TextColumn(say(N_("Last done on")), self._last),
            TextColumn(say(N_("Next due on")), self._next),
        ]

    def _last(self, one: Rhythm) -> str:
        done = one.last.done_on if one.last else None
        return date_text(done, self._say) if done else self._say(N_("never recorded"))

    def _next(self, one: Rhythm) -> str:
        if one.due is None:
            return self._say(N_("To plan"))
        day = date_text(one.due, self._say)
        return self._say(N_("{day} ({n} d late)"), day=day, n=(self._today - one.due).days) if one.is_late else day

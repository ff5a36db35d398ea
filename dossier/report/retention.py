"""The retention schedule and the purges that prove it, as a chapter: periods, what asks for them, evidence."""

from collections.abc import Iterator, Sequence

from dossier.i18n import N_
from dossier.law.data import said
from dossier.law.purges import Purges
from dossier.law.retention_schedule import ScheduleRow, Yardstick, retention_schedule
from dossier.law.retention_words import (
    basis_words,
    kept_words,
    period_words,
    purge_words,
    whole_yardstick,
    yardstick_words,
)
from dossier.model.activity import Activity, Retention
from dossier.model.fields import Field, field_of
from dossier.model.measure import Operation
from dossier.model.record import Record
from dossier.model.text import date_text
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Chapter, Grid, LabelledText, LinkedText, OwnText, Part
from dossier.report.parts import FATE, PERIOD, PURGE
from dossier.report.wording import Wording

_INTRODUCTION = N_(
    "How long the data of each activity are kept (art. 5(1)(e), 30(1)(f)), the legal minima and reference values that "
    "concern them, and the purges done."
)
_FACTS = N_("How long the data of each activity are kept (art. 5(1)(e), 30(1)(f)), and the purges done.")
_NO_REFERENCE = "–"


def retention_chapter(words: Wording) -> Chapter | None:
    """The schedule of the dossier of `words`, at the date of the document; None where there is nothing to tell.

    The reference values, what has no period beside them, how a period compares and when the next purge is due are our
    judgement: only a complete copy has them.
    """
    rows = list(retention_schedule(words.dossier, words.scope.seen_at.date()))
    if not rows:
        return None
    parts = list(_Schedule(words, rows).parts())
    introduction = _INTRODUCTION if words.scope.profile == "full" else _FACTS
    return (
        Chapter(words.say(N_("Retention schedule and purge proofs")), words.say(introduction), parts) if parts else None
    )


class _Schedule:
    """The three tables of the chapter."""

    def __init__(self, words: Wording, rows: Sequence[ScheduleRow]) -> None:
        self._words, self._say = words, words.say
        self._is_internal = words.scope.profile == "full"
        self._rows = [row for row in rows if self._is_internal or period_words(row.retention, words.say)]

    def parts(self) -> Iterator[Part]:
        if self._rows:
            yield self._periods()
        if self._is_internal and (references := self._references()):
            yield references
        if purges := self._purges():
            yield purges

    def _periods(self) -> Grid:
        say = self._say
        columns: list[TextColumn[ScheduleRow]] = [
            TextColumn(say(field_of(Retention, "reference").show.label), _reference),
            TextColumn(say(Activity.kind.label), self._activity),
            TextColumn(say(N_("What is kept")), lambda row: OwnText(kept_words(row, say))),
            TextColumn(say(N_("Period")), self._period),
        ]
        if self._is_internal:
            columns.append(TextColumn(say(N_("Minimum or reference value")), self._asked))
            columns.append(TextColumn(say(N_("Beside the reference")), lambda row: say(row.comparison.label)))
        columns.append(TextColumn(say(N_("Final fate")), lambda row: self._told(row.retention, FATE)))
        columns.append(TextColumn(say(N_("Purges")), self._purge))
        return grid_of(columns, self._rows, say(N_("Retention periods")))

    def _activity(self, row: ScheduleRow) -> str:
        return LinkedText(self._words.name(row.activity), row.activity.id) if row.activity else self._words.missing()

    def _period(self, row: ScheduleRow) -> str:
        return self._told(row.retention, PERIOD, required_by="art. 30(1)(f)")

    def _told(self, record: Record | None, names: Sequence[str], required_by: str = "") -> str:
        fields = [field_of(type(record), name) for name in names] if record else []
        shown = [field for field in fields if self._words.scope.shows(type(record), field)] if record else []
        told = self._words.details(record, shown) if record else ""
        return told or self._words.missing(required_by)

    def _asked(self, row: ScheduleRow) -> str:
        say = self._say
        return "\n".join(
            say(N_("{label}: {value}"), label=said(one.reference.name, say), value=yardstick_words(one, say))
            for one in row.yardsticks
        )

    def _purge(self, row: ScheduleRow) -> str:
        if row.last_purge is None:
            return self._words.missing() if row.asks_for_purge else ""
        told = [(self._say(N_("Last:")), purge_words(row.last_purge, self._say))]
        if self._is_internal and row.purge_due:
            day = date_text(row.purge_due, self._say)
            told.append(
                (self._say(N_("Next:")), self._say(N_("{day}, overdue"), day=day) if row.is_purge_late else day)
            )
        return LabelledText(told)

    def _references(self) -> Grid | None:
        """Each reference that a row leans on, once, with its source and the day it was checked."""
        say = self._say
        found = {(one.reference.code, one.period): one for row in self._rows for one in row.yardsticks}
        columns: list[TextColumn[Yardstick]] = [
            TextColumn(say(N_("Code")), lambda one: one.reference.code),
            TextColumn(say(N_("Minimum or reference value")), lambda one: whole_yardstick(one, say)),
            TextColumn(say(N_("Text, source and day checked")), lambda one: basis_words(one, say)),
        ]
        asked = sorted(found.values(), key=lambda one: one.reference.code)
        return grid_of(columns, asked, say(N_("Minima and reference values that concern them"))) if asked else None

    def _purges(self) -> Grid | None:
        """What was done, the latest first; what no purge tells has no column, but internal readers always look for
        evidence."""
        words, done = self._words, Purges(self._words.dossier, self._words.scope.seen_at.date()).done
        fields = [field_of(Operation, name) for name in PURGE]
        told = [one for one in fields if any(words.is_shown(each, one) for each in done) or _is_missed(one, words)]
        columns = [
            TextColumn(self._say(Operation.kind.label), lambda one: LinkedText(one.reference, one.id)),
            *map(self._purge_column, told),
        ]
        return grid_of(columns, done, self._say(N_("Purges done"))) if done else None

    def _purge_column(self, field: Field) -> TextColumn[Operation]:
        def text(purge: Operation) -> str:
            return self._words.cell(purge, field) or self._words.missing()

        return TextColumn(self._say(field.show.label), text)


def _is_missed(field: Field, words: Wording) -> bool:
    return field.name == "evidence" and words.marks_gaps


def _reference(row: ScheduleRow) -> str:
    return row.retention.reference if row.retention else _NO_REFERENCE

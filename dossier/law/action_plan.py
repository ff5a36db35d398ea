"""What remains to be done for security: open measures, late reviews and actions, and what is done at intervals."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dossier.law.durations import after
from dossier.law.security_guide import sheets_of
from dossier.law.settings import ReferenceValue
from dossier.model.dossier import Dossier
from dossier.model.evidence import Action
from dossier.model.measure import Measure, Operation
from dossier.model.vocabulary import Answer, MeasureStatus
from dossier.model.vocabulary_procedures import ActionState, OperationType

_OPEN = (MeasureStatus.PLANNED, MeasureStatus.IN_PROGRESS)
_DONE = (MeasureStatus.IN_PLACE, MeasureStatus.VERIFIED)
_CLOSED = (ActionState.DONE, ActionState.DROPPED)
#: What proves that measures live, and the key of its rhythm among the reference values.
_RHYTHMS = {
    OperationType.TRAINING: "reviews.training",
    OperationType.ACCESS_REVIEW: "reviews.access_review",
    OperationType.RESTORE_TEST: "reviews.restore_test",
    OperationType.PURGE: "reviews.purge",
    OperationType.PROCESSOR_AUDIT: "reviews.processor",
}
#: The sheet of the guide that speaks of an operation.
_SHEETS = {
    OperationType.TRAINING: 3,
    OperationType.ACCESS_REVIEW: 5,
    OperationType.PROCESSOR_AUDIT: 14,
    OperationType.RESTORE_TEST: 17,
}


@dataclass(frozen=True, slots=True)
class Task:
    """An open measure, a measure in place whose review is late, or an open action; `due` may not be known."""

    record: Measure | Action
    due: date | None
    is_late: bool
    is_review: bool = False


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A type of operation: the last that did not fail, and the day by which the next is due; None where never done."""

    type: OperationType
    last: Operation | None
    due: date | None
    is_late: bool


def task_of(record: Measure | Action, today: date) -> Task | None:
    """What a measure or an action still asks for; None where it asks for nothing."""
    due = record.due_on
    if isinstance(record, Action):
        return None if record.state in _CLOSED else Task(record, due, bool(due and due < today))
    if record.state in _OPEN:
        return Task(record, due, bool(due and due < today))
    if record.state in _DONE and record.next_review and record.next_review < today:
        return Task(record, record.next_review, True, is_review=True)
    return None


def tasks(dossier: Dossier, today: date) -> tuple[Task, ...]:
    """Everything that remains, by the day it is due; what has no day comes last."""
    records: list[Measure | Action] = [*dossier.of(Measure), *dossier.of(Action)]
    found = [task for record in records if (task := task_of(record, today))]
    return tuple(sorted(found, key=lambda task: (task.due is None, task.due or today)))


def measures_proved(type_: OperationType, dossier: Dossier) -> tuple[str, ...]:
    """The measures that a new operation most likely proves, by their identifiers.

    Those that the last of its type named, and otherwise those in place on the sheet of the guide that speaks of it.
    """
    named = [one for one in dossier.of(Operation) if one.type is type_ and one.measures]
    if named:
        return max(named, key=lambda one: one.done_on or date.min).measures
    sheet = _SHEETS.get(type_)
    return tuple(one.id for one in dossier.of(Measure) if sheet in sheets_of(one) and one.state in _DONE)


def rhythms(operations: Iterable[Operation], today: date, values: Mapping[str, ReferenceValue]) -> tuple[Rhythm, ...]:
    """Each periodic operation; what its record says of the next one wins over the rhythm of the reference values."""
    done = [one for one in operations if one.done_on and one.done_on <= today and one.result is not Answer.NO]
    return tuple(_rhythm(type_, [one for one in done if one.type is type_], today, values) for type_ in _RHYTHMS)


def _rhythm(type_: OperationType, done: list[Operation], today: date, values: Mapping[str, ReferenceValue]) -> Rhythm:
    last = max(done, key=lambda one: one.done_on or date.min, default=None)
    if last is None or last.done_on is None:
        return Rhythm(type_, None, None, is_late=False)
    due = last.next_due or after(last.done_on, values[_RHYTHMS[type_]].duration)
    return Rhythm(type_, last, due, due < today)

"""Reviews and periodic operations: the day that the record says, and otherwise the rhythm that counts."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from dossier.i18n import N_
from dossier.law.action_plan import rhythms
from dossier.law.data import law_data
from dossier.law.due import Due, Matter, Note, Subject
from dossier.law.durations import after
from dossier.law.settings import ReferenceValue, reference_values
from dossier.law.transfer_ground import latest_of
from dossier.model.dossier import Dossier
from dossier.model.dpia import Dpia
from dossier.model.evidence import Document
from dossier.model.measure import Measure, Operation, Procedure
from dossier.model.notice import Notice
from dossier.model.processor import Processor
from dossier.model.record import Record, SheetRecord, Status
from dossier.model.transfer import Transfer, TransferAssessment
from dossier.model.vocabulary import Answer, MeasureStatus, PartyRole, Risk
from dossier.model.vocabulary_procedures import DocumentType

REVIEW = Matter("review", Subject.REVIEW, N_("Review: {record}"), N_("review"))
OPERATION = Matter("operation", Subject.OPERATION, N_("Do again: {record}"), N_("periodic operation"))
_PLANNED = attrgetter("next_review")  # every kind that is reviewed has it
_EVERY = N_("last on {day}, every {period}")
_LAST = N_("last on {day}")


class _Reviewed(NamedTuple):
    """A kind that is reviewed: since which of its dates, at the rhythm of which key, and which of its records."""

    kind: type[Record]
    since: tuple[str, ...]
    key: str
    source: str = ""
    has_rhythm: Callable[[Any], bool] = bool


_REVIEWED = (
    _Reviewed(
        Processor,
        ("last_review", "signed_on"),
        "processor",
        has_rhythm=lambda one: one.role is PartyRole.PROCESSOR and bool(one.name),
    ),
    _Reviewed(Procedure, ("last_review", "adopted_on"), "governance"),
    _Reviewed(Notice, ("last_review", "published_on"), "governance"),
    _Reviewed(Document, ("last_review", "dated"), "governance", has_rhythm=lambda one: one.type is DocumentType.POLICY),
    _Reviewed(Dpia, ("made_on",), "dpia"),
    _Reviewed(TransferAssessment, ("made_on",), "transfer_assessment"),
    _Reviewed(Transfer, (), "", "art. 44"),
    _Reviewed(Measure, ("last_test",), "", "art. 32(1)(d)"),
)


def reviews(dossier: Dossier, today: date, place: str) -> Iterator[Due]:
    """The next review of everything that is reviewed and still in use on `today`."""
    values = reference_values(dossier, today)
    for row in _REVIEWED:
        for record in dossier.of(row.kind):
            if _is_in_use(dossier, record, today) and (due := _review(row, record, values, place)):
                yield due


def operations(dossier: Dossier, today: date, place: str) -> Iterator[Due]:
    """What is done at intervals: the last of each type, and the last of each type about the same records."""
    done = [one for one in dossier.of(Operation) if one.done_on and one.done_on <= today]
    last: dict[tuple[object, ...], Operation] = {}
    for one in sorted((one for one in done if one.result is not Answer.NO), key=attrgetter("done_on")):
        last[one.type, *one.about] = one
    seen = set()
    for rhythm in rhythms(done, today, reference_values(dossier, today)):
        if rhythm.last and rhythm.due:
            seen.add(rhythm.last.id)
            yield _again(rhythm.last, rhythm.due, place)
    for one in last.values():
        if one.next_due and one.id not in seen:
            yield _again(one, one.next_due, place)


def _again(operation: Operation, due: date, place: str) -> Due:
    note = Note(_LAST, {"day": operation.done_on})
    return Due(OPERATION, operation, "next_due", due, "art. 32(1)(d)", zone=place, note=note)


def _review(row: _Reviewed, record: Record, values: Mapping[str, ReferenceValue], place: str) -> Due | None:
    """A day that was set before the last review is the day of that one."""
    last = next((day for name in row.since if (day := getattr(record, name))), None)
    planned: date | None = _PLANNED(record)
    article = law_data("reviews")[row.key]["article"] if row.key else row.source
    if planned and not (last and planned <= last):
        note = Note(_LAST, {"day": last}) if last else None
        return Due(REVIEW, record, "next_review", planned, article, zone=place, note=note)
    if last is None or not row.key or not row.has_rhythm(record):
        return None
    is_low = isinstance(record, Processor) and record.risk is Risk.LOW
    rhythm = values[f"reviews.{row.key}.low_risk" if is_low else f"reviews.{row.key}"].duration
    note = Note(_EVERY, {"day": last, "period": rhythm})
    return Due(REVIEW, record, "next_review", after(last, rhythm), article, zone=place, note=note)


def _is_in_use(dossier: Dossier, record: Record, today: date) -> bool:
    """Whether anything is left to review: not archived, not ended, not replaced by a later one."""
    if isinstance(record, SheetRecord) and record.status is Status.ARCHIVED:
        return False
    match record:
        case Processor():
            return record.ends_on is None or record.ends_on >= today
        case Measure():
            return record.state is not MeasureStatus.NOT_APPLICABLE
        case Transfer():
            return record.ended_on is None or record.ended_on >= today
        case TransferAssessment():
            transfer = dossier.get(record.transfer or "", Transfer)
            latest = latest_of(dossier.children(TransferAssessment, record.transfer or ""))
            return latest is record and (transfer is None or _is_in_use(dossier, transfer, today))
    return True

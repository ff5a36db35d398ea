"""What ends on a day, and what was planned for one: contracts, certificates, decisions, actions, waivers."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from dossier.i18n import N_
from dossier.law.adequacy import Decision, decisions
from dossier.law.due import Due, Matter, Note, Subject
from dossier.model.countries import Country
from dossier.model.dossier import Dossier
from dossier.model.evidence import Action, Waiver
from dossier.model.measure import Measure
from dossier.model.organisation import DpoDesignation
from dossier.model.processor import Guarantee, Processor
from dossier.model.record import Record, SheetRecord, Status
from dossier.model.system import System
from dossier.model.transfer import Transfer
from dossier.model.vocabulary import MeasureStatus, TransferMechanism
from dossier.model.vocabulary_procedures import ActionState

CONTRACT = Matter("contract", Subject.CONTRACT, N_("End of the contract: {record}"), N_("end of the contract"))
RETURN = Matter(
    "return",
    Subject.CONTRACT,
    N_("Contract ended, return or deletion to be certified: {record}"),
    N_("return or deletion of the data"),
)
GUARANTEE = Matter("guarantee", Subject.CONTRACT, N_("End of the guarantee: {record}"), N_("end of a guarantee"))
MISSION = Matter("mission", Subject.CONTRACT, N_("End of the officer's mission: {record}"), N_("end of the mission"))
SUPPORT = Matter("support", Subject.CONTRACT, N_("End of support: {record}"), N_("end of support"))
ACTION = Matter("action", Subject.ACTION, N_("Action: {record}"), N_("action"))
MEASURE = Matter("measure", Subject.ACTION, N_("Measure to be put in place: {record}"), N_("measure"))
WAIVER = Matter("waiver", Subject.WAIVER, N_("End of the waiver: {record}"), N_("end of the waiver"))
ADEQUACY = Matter(
    "adequacy",
    Subject.TRANSFER,
    N_("End of the adequacy decision: {record}"),
    N_("end of an adequacy decision"),
    outside=True,
)
_PLANNED = (None, MeasureStatus.ABSENT, MeasureStatus.PLANNED, MeasureStatus.IN_PROGRESS)
_RESTS = N_("{country}, {decision}; transfers that rest on it: {n}")


class _Dated(NamedTuple):
    """A date of a kind, and for which of its records it still tells something."""

    kind: type[Record]
    field: str
    matter: Matter
    source: str
    is_open: Callable[[Any, date], bool] = lambda _record, _today: True


_DATED = (
    _Dated(DpoDesignation, "mission_ends_on", MISSION, "art. 37(6)", lambda one, _today: one.ended_on is None),
    _Dated(System, "support_ends_on", SUPPORT, "art. 32", lambda one, _today: one.retired_on is None),
    _Dated(Measure, "due_on", MEASURE, "art. 32", lambda one, _today: one.state in _PLANNED),
    _Dated(
        Action,
        "due_on",
        ACTION,
        "art. 24(1)",
        lambda one, _today: one.state not in (ActionState.DONE, ActionState.DROPPED) and one.done_on is None,
    ),
    _Dated(Waiver, "ends_on", WAIVER, "art. 5(2)", lambda one, today: one.ends_on >= today),
)
"""A waiver that ended is told by its finding, which is open again."""


def ends(dossier: Dossier, today: date, place: str) -> Iterator[Due]:
    """Every end and every planned day that still asks for something on `today`."""
    for row in _DATED:
        for record in dossier.of(row.kind):
            day = getattr(record, row.field)
            if day and not _is_archived(record) and row.is_open(record, today):
                yield Due(row.matter, record, row.field, day, row.source, zone=place)
    for processor in dossier.of(Processor):
        if not _is_archived(processor):
            yield from _of_processor(dossier, processor, today, place)
    yield from _decisions(dossier, today, place)


def _of_processor(dossier: Dossier, processor: Processor, today: date, place: str) -> Iterator[Due]:
    """The guarantees of a contract that ended prove nothing any more."""
    end = processor.ends_on
    if end and processor.return_certified_on is None:
        matter, field = (RETURN, "return_certified_on") if end < today else (CONTRACT, "ends_on")
        yield Due(matter, processor, field, end, "art. 28(3)(g)", zone=place)
    if end and end < today:
        return
    held = dossier.children(Guarantee, processor.id)
    for one in held:
        if one.expires_on and not any(_renews(other, one) for other in held):
            note = Note(N_("held by {name}"), {"name": processor.title or processor.reference})
            yield Due(GUARANTEE, one, "expires_on", one.expires_on, "art. 28(1)", zone=place, note=note)


def _renews(later: Guarantee, one: Guarantee) -> bool:
    """Whether a guarantee of the same type and name holds longer; one without an end does."""
    same = later is not one and (later.type, later.name) == (one.type, one.name)
    return same and (later.expires_on is None or later.expires_on > (one.expires_on or date.max))


def _decisions(dossier: Dossier, today: date, place: str) -> Iterator[Due]:
    """The decisions with an end on which transfers rest, each told once, on the first of these transfers."""
    resting: dict[Country, list[Transfer]] = {}
    for one in dossier.of(Transfer):
        is_over = one.ended_on is not None and one.ended_on < today
        if one.mechanism is TransferMechanism.ADEQUACY and one.country and not (is_over or _is_archived(one)):
            resting.setdefault(one.country, []).append(one)
    for country, transfers in resting.items():
        decision = _last_decision(country, today)
        if decision and decision.end:
            values = {"country": country, "decision": decision.reference, "n": len(transfers)}
            note = Note(_RESTS, values)
            yield Due(ADEQUACY, transfers[0], "mechanism", decision.end, "art. 45", zone=place, note=note)


def _last_decision(country: Country, today: date) -> Decision | None:
    begun = [one for one in decisions() if one.country is country and one.start <= today]
    return max(begun, key=lambda one: one.end or date.max, default=None)


def _is_archived(record: Record) -> bool:
    return isinstance(record, SheetRecord) and record.status is Status.ARCHIVED

"""The snapshot that leaves: without the records that a selection or a period keeps back."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from dossier.model.catalog import CATALOG
from dossier.model.dossier import Dossier
from dossier.model.evidence import Document, Removal
from dossier.model.measure import Measure
from dossier.model.processor import Processor
from dossier.model.record import Moment, Record
from dossier.model.text import zone
from dossier.model.vocabulary import MeasureStatus, PartyRole
from dossier.model.vocabulary_pack import PackPart
from dossier.report.enclosures import enclosed_documents, referred_documents
from dossier.report.parts import PARTS
from dossier.report.references import told_references
from dossier.report.scope import Period, Scope


def leaving(dossier: Dossier, scope: Scope) -> Dossier:
    """The records that `scope` lets leave, without what leads to others; a record of a log that has no date yet is in
    every period."""
    whole = dossier
    for kind in scope.selected:
        dossier = dossier.keeping([one for one in dossier.of(kind) if scope.chooses(one)], kind)
    if scope.selected:
        dossier = _keeping(dossier, Removal, [one for one in dossier.of(Removal) if _is_of_others(one, scope)])
    for kind in CATALOG if scope.period else ():
        if kind.kind.dated and kind not in scope.selected:
            dossier = _keeping(dossier, kind, [one for one in dossier.of(kind) if _is_in(scope.period, one)])
    if not scope.tells_plan:
        dossier = _keeping(dossier, Measure, [one for one in dossier.of(Measure) if not _is_planned(one, scope)])
    dossier = told_references(dossier, whole, scope)
    return dossier if scope.profile == "full" else _for_an_authority(dossier, scope)


def day_of(record: Record) -> date | None:
    """The day that dates a record of a log, in the zone it was lived in; None where there is none."""
    for name in record.kind.dated:
        value = getattr(record, name)
        if isinstance(value, Moment):
            return value.at.astimezone(zone(value.zone)).date()
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
    return None


def _keeping(dossier: Dossier, kind: type[Record], kept: Collection[Record]) -> Dossier:
    return dossier.keeping(kept, kind) if len(kept) < dossier.count(kind) else dossier


def _for_an_authority(dossier: Dossier, scope: Scope) -> Dossier:
    """Without documents that nothing refers to; a role that is still to be qualified is our task, and none to read."""
    unqualified = [one for one in dossier.of(Processor) if one.role is PartyRole.UNQUALIFIED]
    changes = [(one, Processor.trusted({**vars(one), "role": None})) for one in unqualified]
    if changes:
        dossier = dossier.with_records(changes, dossier.sequence, dossier.head)
    return _keeping(dossier, Document, _documents(dossier, scope))


def _is_planned(measure: Measure, scope: Scope) -> bool:
    """Whether nothing of a measure is done yet: it belongs to the plan, unless it is chosen for itself."""
    return measure.state in (MeasureStatus.ABSENT, MeasureStatus.PLANNED) and not scope.chooses(measure)


def _documents(dossier: Dossier, scope: Scope) -> Collection[Document]:
    """The documents that the registers refer to, those of the usual pack where none is printed; those that are chosen,
    and those that are handed over."""
    registers = set(scope.kinds()) - set(PARTS[PackPart.ANNEXES])
    whole = scope if registers else replace(scope, only=(*scope.only, *PackPart))
    chosen = [one for one in dossier.of(Document) if scope.chooses(one)]
    return {*referred_documents(dossier, whole), *enclosed_documents(dossier, scope), *chosen}


def _is_of_others(removal: Removal, scope: Scope) -> bool:
    """Whether what was taken out is of a register of which nothing was chosen; or it was chosen for itself."""
    return scope.chooses(removal) or removal.removed_kind not in {kind.kind.name for kind in scope.selected}


def _is_in(period: Period | None, record: Record) -> bool:
    day = day_of(record) if period else None
    return day is None or period is None or period.holds(day)

"""The snapshot that leaves: without the records that a selection or a period keeps back."""

from collections.abc import Collection
from datetime import date, datetime

from dossier.model.catalog import CATALOG
from dossier.model.dossier import Dossier
from dossier.model.evidence import Removal
from dossier.model.record import Moment, Record
from dossier.model.text import zone
from dossier.report.scope import Period, Scope


def leaving(dossier: Dossier, scope: Scope) -> Dossier:
    """The records that `scope` lets leave; a record of a log that has no date yet is in every period."""
    for kind in scope.selected:
        dossier = dossier.keeping([one for one in dossier.of(kind) if scope.chooses(one)], kind)
    if scope.selected:
        dossier = _keeping(dossier, Removal, [one for one in dossier.of(Removal) if _is_of_others(one, scope)])
    for kind in CATALOG if scope.period else ():
        if kind.kind.dated and kind not in scope.selected:
            dossier = _keeping(dossier, kind, [one for one in dossier.of(kind) if _is_in(scope.period, one)])
    return dossier


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


def _is_of_others(removal: Removal, scope: Scope) -> bool:
    """Whether what was taken out is of a register of which nothing was chosen; or it was chosen for itself."""
    return scope.chooses(removal) or removal.removed_kind not in {kind.kind.name for kind in scope.selected}


def _is_in(period: Period | None, record: Record) -> bool:
    day = day_of(record) if period else None
    return day is None or period is None or period.holds(day)

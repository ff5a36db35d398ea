"""The data of a document: of what left, the records that its pages tell, register by register and chapter by
chapter."""

from collections.abc import Callable, Iterator, Mapping

from dossier.law.action_plan import tasks
from dossier.law.authority_clock import clock_in, documents_named
from dossier.law.officer import officers_on
from dossier.law.purges import Purges
from dossier.law.retention_rules import data_of, data_without_period
from dossier.model.activity import Activity, ClientProcessing, Purpose, Retention
from dossier.model.catalog import CATALOG, children_of
from dossier.model.dossier import Dossier
from dossier.model.dpia import Dpia
from dossier.model.evidence import AuthorityExchange, Document, Removal
from dossier.model.record import Record
from dossier.model.transfer import Transfer
from dossier.report.enclosures import enclosed_documents
from dossier.report.parts import ACTION_PLAN, ENCLOSED, LEGAL_BASES, RETENTION, SCREENING, SUMMARY, Piece, tells
from dossier.report.scope import Scope

Told = Iterator[Record | None]


def embedded(dossier: Dossier, scope: Scope) -> Dossier:
    """What left, without the records that no page tells."""
    told = holding(dossier, scope, told_ids(dossier, scope))
    is_screened = SCREENING in {piece for _part, piece in scope.pieces()}
    return _without_waivers(told) if is_screened and Activity not in scope.kinds() else told


def holding(dossier: Dossier, scope: Scope, ids: frozenset[str]) -> Dossier:
    """What left: of the kinds that no register prints these records alone."""
    for kind in _of_chapters(scope):
        dossier = dossier.keeping([one for one in dossier.of(kind) if one.id in ids], kind)
    return dossier


def told_ids(dossier: Dossier, scope: Scope) -> frozenset[str]:
    """The identifiers of the records that the pages tell, of the kinds that no register prints."""
    kinds = set(_of_chapters(scope))
    names = {kind.kind.name for kind in kinds}
    told = {one.id for one in _taken_out(dossier, scope)} if Removal in kinds else set()
    for _part, piece in scope.pieces():
        if piece in _TOLD and any(place.partition(".")[0] in names for place in tells(piece)):
            told |= {one.id for one in _TOLD[piece](dossier, scope) if one}
    return frozenset(told)


def _of_chapters(scope: Scope) -> tuple[type[Record], ...]:
    """The kinds that the pages tell without printing their registers; parents before their parts."""
    printed = {part for kind in scope.kinds() for part in (kind, *children_of(kind))}
    told = scope.told()
    return tuple(kind for kind in CATALOG if kind in told and kind not in printed)


def _taken_out(dossier: Dossier, scope: Scope) -> Iterator[Removal]:
    printed = {kind.kind.name for kind in scope.kinds() if kind.kind.leaves_trace}
    return (one for one in dossier.of(Removal) if one.removed_kind in printed)


def _summed_up(dossier: Dossier, scope: Scope) -> Told:
    yield dossier.organisation
    yield from officers_on(dossier, scope.seen_at.date())[:1]


def _bases(dossier: Dossier, scope: Scope) -> Told:
    for activity in dossier.of(Activity):
        purposes = dossier.children(Purpose, activity.id)
        yield from (activity, *purposes) if purposes else ()


def _kept(dossier: Dossier, scope: Scope) -> Told:
    """Data are named where no retention that has a name of its own speaks for them."""
    yield from dossier.of(Activity)
    for retention in dossier.of(Retention):
        yield from (retention, *(() if retention.name else data_of(dossier, retention)))
    for activity in dossier.of(Activity):
        yield from data_without_period(dossier, activity)
    if dossier.count(Activity) or dossier.count(Retention):  # else the schedule says nothing, nor what was purged
        yield from Purges(dossier, scope.seen_at.date()).done


def _screened(dossier: Dossier, scope: Scope) -> Told:
    yield from dossier.of(Activity)
    yield from (one for one in dossier.of(Dpia) if one.activities)


def _without_waivers(dossier: Dossier) -> Dossier:
    """The screening tells why no assessment is made only where none is."""
    assessed = {activity for one in dossier.of(Dpia) for activity in one.activities}
    found = [one for one in dossier.of(Activity) if one.dpia_waiver and one.id in assessed]
    changes = [(one, one.with_(dpia_waiver="")) for one in found]
    return dossier.with_records(changes, dossier.sequence, dossier.head) if changes else dossier


def _transferred(dossier: Dossier, scope: Scope) -> Told:
    yield from _summed_up(dossier, scope)
    yield from (one for one in dossier.of(Transfer) if one.activities)


def _planned(dossier: Dossier, scope: Scope) -> Told:
    return (task.record for task in tasks(dossier, scope.seen_at.date()))


def _exchanged(dossier: Dossier, scope: Scope) -> Told:
    for exchange in dossier.of(AuthorityExchange):
        yield from (dossier.get(one, Document) for one in documents_named(dossier, exchange))
        yield from clock_in(dossier, exchange).hand_overs


_TOLD: Mapping[Piece, Callable[[Dossier, Scope], Told]] = {
    SUMMARY: _summed_up,
    LEGAL_BASES: _bases,
    RETENTION: _kept,
    SCREENING: _screened,
    ACTION_PLAN: _planned,
    ENCLOSED: lambda dossier, scope: iter(enclosed_documents(dossier, scope)),
    Activity: _transferred,
    ClientProcessing: _summed_up,
    AuthorityExchange: _exchanged,
}
"""What the chapters, and a register besides its own kind, tell: beside the fields that `tells` names."""

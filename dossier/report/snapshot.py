"""The snapshot that leaves: without the records that a selection or a period keeps back."""

from datetime import date, datetime

from dossier.law.authority_clock import documents_named
from dossier.model.dossier import Dossier
from dossier.model.evidence import AuthorityExchange, Document, HandOver
from dossier.model.measure import Operation
from dossier.model.record import Moment, Record
from dossier.model.text import zone
from dossier.model.vocabulary_procedures import OperationType
from dossier.report.enclosures import enclosed_documents
from dossier.report.scope import Period, Scope


def leaving(dossier: Dossier, scope: Scope) -> Dossier:
    """The records that `scope` lets leave; a record of a log that has no date yet is in every period."""
    for kind in scope.kinds():
        records = dossier.of(kind)
        kept = [record for record in records if record.id in scope.selected]
        if not kept:
            kept = [record for record in records if _is_in(scope.period, record)]
        if len(kept) < len(records):
            dossier = dossier.keeping(kept, kind)
    return dossier


def told(dossier: Dossier, scope: Scope) -> Dossier:
    """What the pages tell of what left: of the operations, where the retention schedule alone tells them, purges."""
    if Operation in scope.kinds():
        return dossier
    return dossier.keeping([one for one in dossier.of(Operation) if one.type is OperationType.PURGE], Operation)


def embedded(dossier: Dossier, scope: Scope) -> Dossier:
    """What left as the data of a document: of documents and hand-overs, where their registers do not tell them, those
    that another chapter does."""
    dossier, printed = told(dossier, scope), scope.kinds()
    exchanges = dossier.of(AuthorityExchange) if AuthorityExchange in printed else ()
    if Document not in printed:
        named = {document for one in exchanges for document in documents_named(dossier, one)}
        named |= {one.id for one in enclosed_documents(dossier, scope)}
        dossier = dossier.keeping([one for one in dossier.of(Document) if one.id in named], Document)
    if HandOver not in printed:
        answered = {one.id for one in exchanges}
        dossier = dossier.keeping([one for one in dossier.of(HandOver) if one.exchange in answered], HandOver)
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


def _is_in(period: Period | None, record: Record) -> bool:
    day = day_of(record) if period else None
    return day is None or period is None or period.holds(day)

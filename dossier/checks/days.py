"""Checks of the days of every register but breaches: nothing done is still to come, nothing ends before it began.

Each looks at one field only where it is filled: of most records nothing is.
"""

from collections.abc import Callable, Iterator
from operator import attrgetter

from dossier.checks.dates import IN_FUTURE, REORDERED
from dossier.checks.finding import Check, Found, Severity, labels
from dossier.checks.view import View
from dossier.model.activity import Activity, ClientProcessing, Purpose
from dossier.model.dpia import Dpia
from dossier.model.evidence import Action, AuthorityExchange, AuthorityQuestion, Document, Statement
from dossier.model.measure import Measure, Operation, Procedure
from dossier.model.notice import Notice
from dossier.model.organisation import DpoDesignation, DpoOpinion
from dossier.model.processor import Guarantee, JointArrangement, Location, Processor, SubProcessor
from dossier.model.record import Record
from dossier.model.request import Request, RequestPause
from dossier.model.system import System
from dossier.model.transfer import Transfer, TransferAssessment

PAST: tuple[tuple[type[Record], tuple[str, ...]], ...] = (
    (DpoDesignation, ("cnil_declared_on", "mission_signed_on")),
    (DpoOpinion, ("given_on",)),
    (Activity, ("dpia_screened_on",)),
    (Purpose, ("balancing_on",)),
    (ClientProcessing, ("contract_signed_on",)),
    (System, ("verified_on",)),
    (Processor, ("signed_on", "sub_processor_list_on", "return_certified_on", "last_review")),
    (SubProcessor, ("authorised_on",)),
    (Guarantee, ("issued_on",)),
    (Location, ("declared_on", "verified_on")),
    (JointArrangement, ("signed_on",)),
    (Transfer, ("signed_on", "dpf_checked_on")),
    (TransferAssessment, ("made_on",)),
    (Measure, ("implemented_on", "last_test")),
    (Operation, ("done_on",)),
    (Procedure, ("last_review",)),
    (Request, ("received_on", "applied_on", "id_copy_deleted_on", "extension_notified_on", "answered_on")),
    (RequestPause, ("started_on",)),
    (Dpia, ("made_on", "dpo_opinion_on", "consulted_on")),
    (Notice, ("last_review",)),
    (AuthorityExchange, ("received_on", "report_on", "outcome_on")),
    (AuthorityQuestion, ("answered_on",)),
    (Document, ("signed_on", "last_review")),
    (Statement, ("imported_on", "confirmed_on")),
    (Action, ("done_on",)),
)
"""What has happened when it is recorded."""

ORDER: tuple[tuple[type[Record], str, str], ...] = (
    (DpoDesignation, "designated_on", "ended_on"),
    (DpoDesignation, "mission_signed_on", "mission_ends_on"),
    (Activity, "started_on", "ended_on"),
    (ClientProcessing, "started_on", "ended_on"),
    (Processor, "signed_on", "ends_on"),
    (Processor, "starts_on", "ends_on"),
    (Guarantee, "issued_on", "expires_on"),
    (Transfer, "started_on", "ended_on"),
    (Request, "received_on", "extension_notified_on"),
    (Request, "received_on", "answered_on"),
    (RequestPause, "started_on", "ended_on"),
    (AuthorityExchange, "received_on", "due_on"),
)
"""Pairs of which the first cannot come after the second."""

Find = Callable[[View, Record], Iterator[Found]]


def _past(kind: type[Record], name: str) -> Find:
    day, told = attrgetter(name), {"fields": labels(kind, (name,))}

    def find(view: View, record: Record) -> Iterator[Found]:
        if day(record) > view.today:
            yield Found((name,), told)

    return find


def _in_order(kind: type[Record], first: str, second: str) -> Find:
    days, told = attrgetter(first, second), {"after": labels(kind, (first,)), "before": labels(kind, (second,))}

    def find(_view: View, record: Record) -> Iterator[Found]:
        began, ended = days(record)
        if began and began > ended:
            yield Found((second, first), told)

    return find


def _checks() -> Iterator[Check]:
    def check(kind: type[Record], sentence: str, find: Find, given: str) -> Check:
        return Check("QUA-02", kind, Severity.MAJOR, "art. 5(1)(d)", sentence, find, given)

    for kind, names in PAST:
        yield from (check(kind, IN_FUTURE, _past(kind, name), name) for name in names)
    yield from (check(kind, REORDERED, _in_order(kind, first, second), second) for kind, first, second in ORDER)


DAY_CHECKS = tuple(_checks())

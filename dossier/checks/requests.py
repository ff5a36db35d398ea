"""Checks of requests and of the procedures behind them (art. 12, 15, 19, 21; decree 2019-536, art. 77)."""

from collections.abc import Iterator

from dossier.checks.finding import Check, Found, Severity, labels
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.data import law_data
from dossier.law.durations import is_longer
from dossier.law.request_clock import RequestPhase, clock_in, marketing_due, reply_months
from dossier.model.measure import IdentityProof, Procedure
from dossier.model.record import Duration
from dossier.model.request import Request
from dossier.model.vocabulary import Answer
from dossier.model.vocabulary_procedures import ProcedureType, RequestDecision, Right

_TOLD_TO_RECIPIENTS = (Right.RECTIFICATION, Right.ERASURE, Right.RESTRICTION)


def _soon(view: View, request: Request) -> Iterator[Found]:
    clock = clock_in(view.dossier, request)
    left = clock.days_left(view.today)
    if left is not None and 0 <= left <= law_data("request_delays")["warning"]["days"]:
        yield Found(("answered_on",), {"due": clock.due})


def _late(view: View, request: Request) -> Iterator[Found]:
    clock = clock_in(view.dossier, request)
    if clock.is_late(view.today):
        yield Found(("answered_on",), {"due": clock.due})
    elif clock.on_time is False:
        yield Found(("answered_on",), {"due": clock.due, "day": request.answered_on}, _ANSWERED_LATE)


def _extension(view: View, request: Request) -> Iterator[Found]:
    clock = clock_in(view.dossier, request)
    empty = tuple(name for name in ("extension_notified_on", "extension_reason") if not getattr(request, name))
    if empty:
        yield Found(empty, {"fields": labels(Request, empty)})
    elif clock.extension_in_time is False:
        values = {"told": request.extension_notified_on, "due": clock.unextended_due}
        yield Found(("extension_notified_on",), values, _TOLD_LATE)


def _refusal(view: View, request: Request) -> Iterator[Found]:
    reasons = () if request.refusal_reasons else ("refusal_reasons",)
    remedies = () if request.remedies_told is Answer.YES else ("remedies_told",)
    empty = (*reasons, *remedies)
    if empty:
        yield Found(empty, {"decision": request.decision, "fields": labels(Request, empty)})


def _announced(view: View, procedure: Procedure) -> Iterator[Found]:
    if procedure.type is not ProcedureType.RIGHTS:
        return
    legal = Duration.trusted({"count": reply_months(extended=False)})
    announced = procedure.announced_delay
    if announced is None and procedure.announced_text:
        values = {"procedure": procedure, "text": procedure.announced_text, "legal": legal}
        yield Found(("announced_delay",), values, _WITHOUT_NUMBER)
    elif announced is None:
        yield Found(("announced_delay",), {"procedure": procedure}, _NOT_ANNOUNCED)
    elif is_longer(announced, legal):
        yield Found(("announced_delay",), {"procedure": procedure, "delay": announced, "legal": legal})


def _identity(view: View, procedure: Procedure) -> Iterator[Found]:
    asked = procedure.identity_proof
    if procedure.type is not ProcedureType.RIGHTS:
        return
    if asked in (IdentityProof.ID_COPY, IdentityProof.PASSWORD):
        yield Found(("identity_proof",), {"procedure": procedure, "asked": asked})
    elif asked is IdentityProof.MAY_BE_ASKED:
        yield Found(("identity_proof",), {"procedure": procedure}, _MAY_BE_ASKED, Severity.TO_CHECK)


def _fee(view: View, procedure: Procedure) -> Iterator[Found]:
    if procedure.type is ProcedureType.RIGHTS and procedure.fee:
        yield Found(("fee",), {"procedure": procedure})


def _identity_copy(view: View, request: Request) -> Iterator[Found]:
    if request.id_copy_received and not request.id_copy_deleted_on:
        yield Found(("id_copy_deleted_on",))


def _objection(view: View, request: Request) -> Iterator[Found]:
    due = marketing_due(request)
    if due and (request.applied_on or view.today) > due:
        hours = law_data("request_delays")["marketing_objection"]["hours"]
        yield Found(("applied_on",), {"day": request.received_on, "hours": hours})


def _condition(view: View, procedure: Procedure) -> Iterator[Found]:
    if procedure.type is ProcedureType.RIGHTS and procedure.condition_text:
        yield Found(
            ("condition_text",),
            {"procedure": procedure, "text": procedure.condition_text},
            _CONDITION,
            Severity.TO_CHECK,
        )


def _recipients(view: View, request: Request) -> Iterator[Found]:
    concerned = tuple(one for one in request.rights if one in _TOLD_TO_RECIPIENTS)
    if concerned and request.recipients_told in (None, Answer.NO, Answer.NOT_CHECKED):
        yield Found(("recipients_told",), {"rights": concerned})


def _undated(view: View, request: Request) -> Iterator[Found]:
    if request.received_on is None and clock_in(view.dossier, request).phase is RequestPhase.UNKNOWN:
        yield Found(("received_on",), {})


_ANSWERED_LATE = N_("{record}: answered on {day}, after the day it was due ({due}).")
_TOLD_LATE = N_("{record}: extension told on {told}, after the day it was to be told ({due}).")
_WITHOUT_NUMBER = N_("“{procedure}” announces no number: “{text}”; the law gives {legal}.")
_NOT_ANNOUNCED = N_("“{procedure}” announces no reply time: the law gives one month.")
_MAY_BE_ASKED = N_("“{procedure}”: proof of identity may be asked; the law allows it only in case of reasonable doubt.")
_CONDITION = N_("“{procedure}” puts a condition on a right: “{text}”.")

REQUEST_CHECKS = (
    Check("DSR-01", Request, Severity.INFO, "art. 12(3)", N_("{record}: answer due on {due}."), _soon),
    Check(
        "DSR-02",
        Request,
        Severity.BLOCKING,
        "art. 12(3)",
        N_("{record}: answer due on {due}, and the dossier shows none."),
        _late,
    ),
    Check(
        "DSR-03",
        Request,
        Severity.MAJOR,
        "art. 12(3)",
        N_("{record}: extended, and the dossier does not say: {fields}."),
        _extension,
        given="extended",
    ),
    Check(
        "DSR-04",
        Request,
        Severity.MAJOR,
        "art. 12(4)",
        N_("{record}: “{decision}”, and the dossier does not show: {fields}."),
        _refusal,
        given="decision",
        being=(RequestDecision.REFUSED, RequestDecision.PARTLY),
    ),
    Check(
        "DSR-05",
        Procedure,
        Severity.MAJOR,
        "art. 12(3)",
        N_("“{procedure}” announces {delay}: the law gives {legal}."),
        _announced,
    ),
    Check(
        "DSR-06",
        Procedure,
        Severity.MAJOR,
        N_("art. 12(6); decree 2019-536, art. 77"),
        N_("“{procedure}” asks of everybody: {asked}. The law allows it only in case of reasonable doubt."),
        _identity,
    ),
    Check(
        "DSR-07",
        Procedure,
        Severity.MAJOR,
        "art. 12(5), 15(3)",
        N_("“{procedure}” announces a fee: the first copy is free."),
        _fee,
    ),
    Check(
        "DSR-08",
        Request,
        Severity.MINOR,
        "art. 5(1)(c),(e)",
        N_("{record}: copy of an identity document still kept, as far as the dossier shows."),
        _identity_copy,
        given="id_copy_received",
    ),
    Check(
        "DSR-09",
        Request,
        Severity.MAJOR,
        "art. 21(2)-(3)",
        N_(
            "{record}: objection to direct marketing of {day}; the dossier does not show it applied within {hours} h "
            "(a setting of ours)."
        ),
        _objection,
    ),
    Check("DSR-09", Procedure, Severity.MAJOR, "art. 12(2), 21(2)-(3)", _CONDITION, _condition),
    Check(
        "DSR-11",
        Request,
        Severity.MINOR,
        "art. 19",
        N_("{record}: the dossier does not show that the recipients were told ({rights})."),
        _recipients,
        given="decision",
        being=(RequestDecision.GRANTED, RequestDecision.PARTLY),
    ),
    Check(
        "DSR-12",
        Request,
        Severity.TO_CHECK,
        "art. 12(3)",
        N_("{record}: received on which day? Without it no period is counted and nothing reminds of the answer."),
        _undated,
    ),
)

"""Checks of the notification of breaches (art. 33): the procedure, the delay, the decision, what was sent."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from dossier.checks.finding import Check, Found, Severity
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.breach_clock import TO_THE_CNIL, Phase, complement_due_of, earliest, first_sent, precedes
from dossier.law.data import law_data
from dossier.model.breach import Breach, BreachNotification
from dossier.model.measure import Procedure
from dossier.model.organisation import Organisation
from dossier.model.record import Moment
from dossier.model.vocabulary_procedures import (
    BreachRisk,
    BreachRole,
    BreachState,
    NotificationType,
    ProcedureType,
)

_SUPPLEMENTS = (NotificationType.SUPPLEMENTARY, NotificationType.COMPLETE)
_FINISHED = (BreachState.COMPLETE, BreachState.CLOSED, BreachState.DISMISSED)
_SENT = (BreachState.NOTIFIED, BreachState.COMPLETE)
_CLOSED = BreachState.CLOSED
_HOUR = timedelta(hours=1)
_PROCESSOR = BreachRole.PROCESSOR  # Python 3.11 looks a member up anew each time, and this one is asked for most


def _no_procedure(view: View, _organisation: Organisation) -> Iterator[Found]:
    if not any(one.type is ProcedureType.BREACHES for one in view.dossier.of(Procedure)):
        yield Found()


def _empty_procedure(view: View, procedure: Procedure) -> Iterator[Found]:
    """A procedure that is announced and cannot be read helps nobody on the day."""
    if procedure.type is ProcedureType.BREACHES and not (procedure.document or procedure.adopted_on):
        yield Found(("document", "adopted_on"), {"procedure": procedure}, _ANNOUNCED_ONLY, Severity.MINOR)


def _overdue(view: View, breach: Breach) -> Iterator[Found]:
    clock = view.clock(breach)
    if clock.due and clock.is_late(view.now):
        yield Found(("notify", "delay_reasons"), {"due": _moment(clock.due, clock.zone)})


def _late_without_reasons(view: View, breach: Breach) -> Iterator[Found]:
    clock = view.clock(breach)
    if clock.on_time is False and clock.notified and clock.start and not breach.delay_reasons:
        hours = (clock.notified - clock.start) // _HOUR
        yield Found(("delay_reasons",), {"hours": hours})


def _unjustified(view: View, breach: Breach) -> Iterator[Found]:
    if is_processor(breach):
        return
    if not breach.notify_reasons:
        yield Found(("notify_reasons",))
    elif breach.risk in (BreachRisk.RISK, BreachRisk.HIGH):
        yield Found(("notify", "risk"), {"risk": breach.risk}, _NOT_NOTIFIED_WITH_RISK)


def _awareness(view: View, breach: Breach) -> Iterator[Found]:
    clock = view.clock(breach)
    if clock.phase is Phase.UNKNOWN:
        yield Found(("aware_at",), sentence=_NO_AWARENESS)
        return
    untold = clock.notified and clock.on_time is None
    sent = first_sent(view.dossier.children(BreachNotification, breach.id)) if untold else None
    if sent and clock.start and precedes(sent, clock.start):
        yield Found(("aware_at",), {"start": _moment(clock.start, clock.zone)}, _SENT_BEFORE)


def _complement(view: View, breach: Breach) -> Iterator[Found]:
    if breach.closed_on or breach.state in _FINISHED or is_processor(breach):
        return
    sent = [one for one in view.dossier.children(BreachNotification, breach.id) if one.sent_at]
    initial = [one.sent_at for one in sent if one.type is NotificationType.INITIAL and one.sent_at]
    if not initial or any(one.type in _SUPPLEMENTS for one in sent):
        return
    first = min(initial, key=earliest)
    due = complement_due_of(earliest(first))
    if view.now > due:
        yield Found(("state",), {"day": first, "due": _moment(due, first.zone), "n": _reminders(due, view.now)})


def _contradicted(view: View, breach: Breach) -> Iterator[Found]:
    """A state says that a notification was sent, or that all is done while one is due, and none is on record."""
    if breach.state is _CLOSED:
        contradicted = view.clock(breach).phase is Phase.RUNNING
    else:
        sent = any(one.type in TO_THE_CNIL for one in view.dossier.children(BreachNotification, breach.id))
        contradicted = not (sent or is_processor(breach))
    if contradicted:
        yield Found(("state", "notify"), {"state": breach.state})


def _moment(at: datetime, zone: str) -> Moment:
    """An instant that was computed, for the sentence."""
    return Moment.trusted({"at": at, "zone": zone})


def is_processor(breach: Breach) -> bool:
    return breach.role is _PROCESSOR


def _reminders(due: datetime, now: datetime) -> int:
    """How many times a supplement was to be thought of: when it was due, then every so many days."""
    return 1 + (now - due) // timedelta(days=law_data("breach_delays")["complement"]["days_between"])


_ANNOUNCED_ONLY = N_("“{procedure}”: the dossier holds neither its text nor the day it was adopted.")
_NOT_NOTIFIED_WITH_RISK = N_(
    "{record}: decided not to notify, while the risk recorded is “{risk}”. The dossier contradicts itself."
)
_NO_AWARENESS = N_("{record}: the dossier does not say when the organisation became aware, nor that it only suspects.")
_SENT_BEFORE = N_("{record}: notified before the awareness on record ({start}). One of the dates is to be corrected.")

BREACH_CHECKS = (
    Check(
        "BRE-01",
        Organisation,
        Severity.MAJOR,
        "art. 33, 34",
        N_("The dossier holds no procedure for breaches."),
        _no_procedure,
    ),
    Check("BRE-01", Procedure, Severity.MINOR, "art. 33, 34", _ANNOUNCED_ONLY, _empty_procedure),
    Check(
        "BRE-02",
        Breach,
        Severity.BLOCKING,
        "art. 33(1)",
        N_(
            "{record}: the 72 hours ended on {due} and the dossier shows no notification. Notify, with the reasons "
            "for the delay."
        ),
        _overdue,
        given="notify",
        being=(True, None),
    ),
    Check(
        "BRE-03",
        Breach,
        Severity.BLOCKING,
        "art. 33(1)",
        N_("{record}: notified {hours} h after awareness, and the dossier does not give the reasons for the delay."),
        _late_without_reasons,
    ),
    Check(
        "BRE-04",
        Breach,
        Severity.MAJOR,
        "art. 33(1), 33(5)",
        N_("{record}: decided not to notify, and the dossier does not say why a risk is unlikely."),
        _unjustified,
        given="notify",
        being=(False,),
    ),
    Check("BRE-05", Breach, Severity.MAJOR, "art. 33(1)", _NO_AWARENESS, _awareness),
    Check(
        "BRE-08",
        Breach,
        Severity.MINOR,
        N_("art. 33(4); CNIL"),
        N_(
            "{record}: the dossier shows no supplement to the initial notification of {day}, expected by {due} if "
            "possible."
        ),
        _complement,
    ),
    Check(
        "BRE-15",
        Breach,
        Severity.MAJOR,
        "art. 33(1), 33(5)",
        N_("{record}: the state is “{state}”, and the dossier shows no notification to the CNIL."),
        _contradicted,
        given="state",
        being=(*_SENT, _CLOSED),
    ),
)

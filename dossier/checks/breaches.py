"""Checks of the breach log (art. 33 and 34): delays, decisions, and what the register must hold."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from dossier.checks.finding import Check, Found, Severity, labels
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.breach_clock import Phase, complement_due_of, earliest, first_sent, precedes
from dossier.law.data import law_data
from dossier.law.enisa import Band, in_force, score_of
from dossier.law.periods import months_after
from dossier.model.breach import Breach, BreachAssessment, BreachCommunication, BreachNotification, BreachParty
from dossier.model.measure import Procedure
from dossier.model.organisation import Organisation
from dossier.model.record import Moment
from dossier.model.vocabulary_procedures import (
    BreachOrigin,
    BreachRisk,
    BreachRole,
    BreachState,
    InformPersons,
    NotificationType,
    ProcedureType,
)

_SUPPLEMENTS = (NotificationType.SUPPLEMENTARY, NotificationType.COMPLETE)
_FINISHED = (BreachState.COMPLETE, BreachState.CLOSED, BreachState.DISMISSED)
_VAGUE_ORIGINS = (BreachOrigin.OTHER, BreachOrigin.UNKNOWN)
_PROCESSOR = BreachRole.PROCESSOR  # Python 3.11 looks a member up anew each time, and this one is asked for most
_DISCLOSED = (Band.HIGH, Band.VERY_HIGH)


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
        yield Found(("notify", "delay_reasons"), {"due": Moment(at=clock.due, zone=clock.zone)})


def _late_without_reasons(view: View, breach: Breach) -> Iterator[Found]:
    clock = view.clock(breach)
    if clock.on_time is False and clock.notified and clock.start and not breach.delay_reasons:
        hours = (clock.notified - clock.start) // timedelta(hours=1)
        yield Found(("delay_reasons",), {"hours": hours})


def _unjustified(view: View, breach: Breach) -> Iterator[Found]:
    if _is_processor(breach):
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
        yield Found(("aware_at",), {"start": Moment(at=clock.start, zone=clock.zone)}, _SENT_BEFORE)


def _register(view: View, breach: Breach) -> Iterator[Found]:
    empty = [name for name in ("facts", "remedies") if not getattr(breach, name)]
    if not (breach.effects or breach.consequences or breach.harms):
        empty.insert(1, "effects")
    if empty and breach.state is not BreachState.DISMISSED:
        yield Found(tuple(empty), {"fields": labels(Breach, tuple(empty))})


def _persons(view: View, breach: Breach) -> Iterator[Found]:
    score = _score_band(view, breach) if breach.risk is None else None
    if not (breach.risk is BreachRisk.HIGH or score in _DISCLOSED):
        return
    if _is_processor(breach) or _are_informed(view, breach):
        return
    if score is None:
        yield Found(("inform", "exception", "inform_reasons"))
    else:
        yield Found(("risk", "inform"), {"band": score}, _SCORE_IS_HIGH, Severity.TO_CHECK)


def _complement(view: View, breach: Breach) -> Iterator[Found]:
    if breach.closed_on or breach.state in _FINISHED or _is_processor(breach):
        return
    sent = [one for one in view.dossier.children(BreachNotification, breach.id) if one.sent_at]
    initial = [one.sent_at for one in sent if one.type is NotificationType.INITIAL and one.sent_at]
    if not initial or any(one.type in _SUPPLEMENTS for one in sent):
        return
    first = min(initial, key=earliest)
    due = complement_due_of(earliest(first))
    if view.now > due:
        yield Found(("state",), {"day": first, "due": Moment(at=due, zone=first.zone), "n": _reminders(due, view.now)})


def _told_by_processor(view: View, breach: Breach) -> Iterator[Found]:
    if breach.processor_alerted_at or _is_processor(breach):
        return
    parties = view.dossier.children(BreachParty, breach.id)
    if breach.processors or any(one.role is BreachRole.PROCESSOR for one in parties):
        yield Found(("processor_alerted_at",))


def _lead_authority(view: View, breach: Breach) -> Iterator[Found]:
    if breach.cross_border and not breach.lead_authority:
        yield Found(("lead_authority",))


def _closed_incomplete(view: View, breach: Breach) -> Iterator[Found]:
    if not (breach.closed_on or breach.state is BreachState.CLOSED):
        return
    empty = tuple(name for name in ("root_cause", "remedies") if not getattr(breach, name))
    if empty:
        yield Found(empty, {"fields": labels(Breach, empty)})


def _recurring(view: View, breach: Breach) -> Iterator[Found]:
    """Said once, of the last incident of an origin: what it asks for is to review the measures, now."""
    for origin, incidents in view.incidents_up_to(breach).items():
        if origin in _VAGUE_ORIGINS:
            continue
        limit = law_data("breach_delays")["recurrence"]
        since = months_after(incidents[-1][0], -limit["months"])
        same = [one.reference for at, one in incidents if at > since]
        if len(same) >= limit["incidents"]:
            values = {"n": len(same), "months": limit["months"], "origin": origin, "others": tuple(same[:-1])}
            yield Found(("origins",), values)


def _controllers(view: View, breach: Breach) -> Iterator[Found]:
    parties = view.dossier.children(BreachParty, breach.id)
    controllers = [one for one in parties if one.role is not BreachRole.PROCESSOR]
    if not controllers:
        yield Found(("role",), sentence=_NO_CONTROLLER)
    for party in controllers:
        if not party.alerted_at:
            yield Found(("role",), {"controller": party})


def _is_processor(breach: Breach) -> bool:
    return breach.role is _PROCESSOR


def _are_informed(view: View, breach: Breach) -> bool:
    """Told, to be told on a day to come, or an exception with its reasons."""
    told = any(one.sent_at for one in view.dossier.children(BreachCommunication, breach.id))
    planned = breach.inform is InformPersons.PLANNED and breach.inform_planned_on
    to_come = bool(planned) and breach.inform_planned_on is not None and breach.inform_planned_on >= view.today
    return told or breach.inform is InformPersons.YES or to_come or bool(breach.exception and breach.inform_reasons)


def _score_band(view: View, breach: Breach) -> Band | None:
    assessment = in_force(view.dossier.children(BreachAssessment, breach.id))
    score = score_of(assessment) if assessment else None
    return score.band if score else None


def _reminders(due: datetime, now: datetime) -> int:
    """How many times a supplement was to be thought of: when it was due, then every so many days."""
    return 1 + (now - due) // timedelta(days=law_data("breach_delays")["complement"]["days_between"])


_ANNOUNCED_ONLY = N_("“{procedure}”: the dossier holds neither its text nor the day it was adopted.")
_NOT_NOTIFIED_WITH_RISK = N_(
    "Decided not to notify, while the risk recorded is “{risk}”: the dossier contradicts itself."
)
_NO_AWARENESS = N_("The dossier does not say when the organisation became aware, nor that it only suspects.")
_SENT_BEFORE = N_("Notified before the awareness on record ({start}): one of the dates is to be corrected.")
_SCORE_IS_HIGH = N_("The score says “{band}” and the dossier holds no reasoned judgement of the risk for the persons.")
_NO_CONTROLLER = N_("The dossier names no controller to alert: each one is told without undue delay.")

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
            "The 72 hours ended on {due} and the dossier shows no notification: notify, with the reasons for the delay."
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
        N_("Notified {hours} h after awareness: the dossier does not give the reasons for the delay."),
        _late_without_reasons,
    ),
    Check(
        "BRE-04",
        Breach,
        Severity.MAJOR,
        "art. 33(1), 33(5)",
        N_("Decided not to notify: the dossier does not say why a risk is unlikely."),
        _unjustified,
        given="notify",
        being=(False,),
    ),
    Check("BRE-05", Breach, Severity.MAJOR, "art. 33(1)", _NO_AWARENESS, _awareness),
    Check(
        "BRE-06",
        Breach,
        Severity.MAJOR,
        "art. 33(5)",
        N_("The register does not say yet: {fields}."),
        _register,
    ),
    Check(
        "BRE-07",
        Breach,
        Severity.BLOCKING,
        "art. 34(1), 34(3)",
        N_("High risk: the dossier shows neither that the persons were informed nor a reasoned exception."),
        _persons,
    ),
    Check(
        "BRE-08",
        Breach,
        Severity.MINOR,
        "art. 33(4) ; CNIL",
        N_("Initial notification of {day}: the dossier shows no supplement, expected by {due} if possible."),
        _complement,
    ),
    Check(
        "BRE-09",
        Breach,
        Severity.MINOR,
        "art. 33(2)",
        N_("A processor is involved: the dossier does not say when it told the organisation."),
        _told_by_processor,
    ),
    Check(
        "BRE-10",
        Breach,
        Severity.MINOR,
        "art. 55, 56",
        N_("Cross-border breach: the dossier does not name the lead authority."),
        _lead_authority,
        given="cross_border",
    ),
    Check(
        "BRE-11",
        Breach,
        Severity.MINOR,
        "art. 33(5), 32",
        N_("Closed, while the dossier does not say: {fields}."),
        _closed_incomplete,
    ),
    Check(
        "BRE-12",
        Breach,
        Severity.MAJOR,
        "art. 32",
        N_("{n} incidents within {months} months with the origin “{origin}” ({others}): review the measures."),
        _recurring,
        given="origins",
    ),
    Check(
        "BRE-13",
        Breach,
        Severity.MAJOR,
        "art. 33(2)",
        N_("Controller not alerted, as far as the dossier shows: {controller}."),
        _controllers,
        given="role",
        being=(_PROCESSOR,),
    ),
)

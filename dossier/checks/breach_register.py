"""Checks of what the record of a breach holds (art. 33(5), 34): facts, persons, those involved, what recurs."""

from collections.abc import Iterator

from dossier.checks.breaches import is_processor
from dossier.checks.finding import Check, Found, Severity, labels
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.data import law_data
from dossier.law.enisa import Band, in_force, score_of
from dossier.law.periods import months_after
from dossier.model.breach import Breach, BreachAssessment, BreachCommunication, BreachParty
from dossier.model.processor import Processor
from dossier.model.vocabulary_procedures import (
    BreachOrigin,
    BreachRisk,
    BreachRole,
    BreachState,
    InformPersons,
)

_VAGUE_ORIGINS = (BreachOrigin.OTHER, BreachOrigin.UNKNOWN)
_PROCESSOR = BreachRole.PROCESSOR
_DISCLOSED = (Band.HIGH, Band.VERY_HIGH)


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
    if is_processor(breach) or _are_informed(view, breach):
        return
    if score is None:
        yield Found(("inform", "exception", "inform_reasons"))
    else:
        yield Found(("risk", "inform"), {"band": score}, _SCORE_IS_HIGH, Severity.TO_CHECK)


def _told_by_processor(view: View, breach: Breach) -> Iterator[Found]:
    if breach.processor_alerted_at or is_processor(breach):
        return
    parties = view.dossier.children(BreachParty, breach.id)
    if not (breach.processors or parties):
        return
    named = [view.dossier.get(one, Processor) for one in breach.processors]
    involved = (*filter(None, named), *(one for one in parties if one.role is _PROCESSOR))
    if involved:
        yield Found(("processor_alerted_at",), {"processors": involved})


def _lead_authority(view: View, breach: Breach) -> Iterator[Found]:
    if breach.cross_border and not breach.lead_authority:
        yield Found(("lead_authority",))


def _closed_incomplete(view: View, breach: Breach) -> Iterator[Found]:
    if not (breach.closed_on or breach.state is BreachState.CLOSED):
        return
    empty = tuple([name for name in ("root_cause", "remedies") if not getattr(breach, name)])
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


def _are_informed(view: View, breach: Breach) -> bool:
    """Told, to be told on a day to come, or an exception with its reasons."""
    told = any(one.sent_at for one in view.dossier.children(BreachCommunication, breach.id))
    planned = breach.inform is InformPersons.PLANNED and breach.inform_planned_on
    to_come = bool(planned) and breach.inform_planned_on is not None and breach.inform_planned_on >= view.today
    return told or breach.inform is InformPersons.YES or to_come or bool(breach.exception and breach.inform_reasons)


def _score_band(view: View, breach: Breach) -> Band | None:
    assessments = view.dossier.children(BreachAssessment, breach.id)
    assessment = in_force(assessments) if assessments else None
    score = score_of(assessment) if assessment else None
    return score.band if score else None


_SCORE_IS_HIGH = N_(
    "{record}: the score says “{band}” and the dossier holds no reasoned judgement of the risk for the persons."
)
_NO_CONTROLLER = N_("{record}: the dossier names no controller to alert. Each one is told without undue delay.")

BREACH_REGISTER_CHECKS = (
    Check(
        "BRE-06",
        Breach,
        Severity.MAJOR,
        "art. 33(5)",
        N_("{record}: the register does not say yet: {fields}."),
        _register,
    ),
    Check(
        "BRE-07",
        Breach,
        Severity.BLOCKING,
        "art. 34(1), 34(3)",
        N_(
            "{record}: high risk, and the dossier shows neither that the persons were informed nor a reasoned "
            "exception."
        ),
        _persons,
    ),
    Check(
        "BRE-09",
        Breach,
        Severity.MINOR,
        "art. 33(2)",
        N_("{record}: the dossier does not say when the processor told the organisation ({processors})."),
        _told_by_processor,
    ),
    Check(
        "BRE-10",
        Breach,
        Severity.MINOR,
        "art. 55, 56",
        N_("{record}: cross-border breach, and the dossier does not name the lead authority."),
        _lead_authority,
        given="cross_border",
    ),
    Check(
        "BRE-11",
        Breach,
        Severity.MINOR,
        "art. 33(5), 32",
        N_("{record}: closed, while the dossier does not say: {fields}."),
        _closed_incomplete,
    ),
    Check(
        "BRE-12",
        Breach,
        Severity.MAJOR,
        "art. 32",
        N_(
            "{n} incidents within {months} months with the origin “{origin}”, {record} the last one ({others} before): "
            "review the measures."
        ),
        _recurring,
        given="origins",
    ),
    Check(
        "BRE-13",
        Breach,
        Severity.MAJOR,
        "art. 33(2)",
        N_("{record}: controller not alerted, as far as the dossier shows: {controller}."),
        _controllers,
        given="role",
        being=(_PROCESSOR,),
    ),
)

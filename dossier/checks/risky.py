"""Checks of risky processing: impact assessments, automated decisions, minors (art. 8, 22, 35, 36; art. 45 LIL)."""

from collections.abc import Iterator

from dossier.checks.finding import Check, Found, Severity, labels
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.data import law_data
from dossier.law.dpia import screening_of
from dossier.law.dpia_risk import has_high_residual_risk, is_consulted, lacking
from dossier.law.phrases import longest_in
from dossier.model.activity import Activity, DataItem, PersonGroup, Purpose
from dossier.model.dpia import Dpia
from dossier.model.vocabulary import Answer, LegalBasis, PersonCategory

_MAJORITY = 18
_TO_CHECK = Severity.TO_CHECK
_PUBLIC = (
    PersonCategory.CUSTOMERS,
    PersonCategory.PROSPECTS,
    PersonCategory.SITE_VISITORS,
    PersonCategory.SUBSCRIBERS,
)


def _criteria(view: View, activity: Activity) -> Iterator[Found]:
    needed = law_data("dpia")["criteria_needed"]
    if len(activity.dpia_criteria) < needed:
        return
    met = screening_of(view.dossier, activity).criteria
    if len(met) >= needed and not (view.assessments_of(activity) or activity.dpia_waiver):
        yield Found(("dpia_criteria", "dpia_waiver"), {"activity": activity, "n": len(met), "criteria": met})


def _listed(view: View, activity: Activity) -> Iterator[Found]:
    if activity.dpia_list and not view.assessments_of(activity):
        yield Found(("dpia_list",), {"activity": activity, "types": activity.dpia_list})


def _consultation(view: View, dpia: Dpia) -> Iterator[Found]:
    if has_high_residual_risk(view.dossier, dpia) and not is_consulted(dpia):
        yield Found(("residual", "consultation"), {"dpia": dpia})


def _opinion(view: View, dpia: Dpia) -> Iterator[Found]:
    if not dpia.dpo_opinion:
        yield Found(("dpo_opinion",), {"dpia": dpia})
    rhythm = view.references["reviews.dpia"]
    if dpia.made_on and dpia.made_on < view.ago(rhythm):
        yield Found(("made_on",), {"dpia": dpia, "day": dpia.made_on, "rhythm": rhythm}, _OLD)


def _unfinished(view: View, dpia: Dpia) -> Iterator[Found]:
    fields, events = lacking(view.dossier, dpia)
    if fields or events:
        yield Found(fields, {"dpia": dpia, "parts": (*labels(Dpia, fields), *events)})


def _decision(view: View, activity: Activity) -> Iterator[Found]:
    if activity.automated_decision and not activity.article22_safeguards:
        yield Found(("article22_safeguards",), {"activity": activity})
    elif activity.automated_decision is None and activity.decision_logic and not activity.article22_safeguards:
        values = {"activity": activity, "logic": activity.decision_logic}
        yield Found(("automated_decision", "article22_safeguards"), values, _LOGIC, Severity.TO_CHECK)
    elif activity.profiling and not (activity.profiling_text or activity.decision_logic):
        yield Found(("profiling_text",), {"activity": activity}, _PROFILING, Severity.TO_CHECK)


def _threshold(view: View, activity: Activity) -> Iterator[Found]:
    if activity.offered_to_children is False or not _may_ask_consent(view, activity):
        return
    legal: int = law_data("legal_bases")["child_consent"]["years"]
    years = activity.age_threshold
    values = {"activity": activity, "years": years, "legal": legal}
    if years is None:
        births = _births(view, activity) if activity.offered_to_children is None else ()
        if births:
            yield Found(("offered_to_children", "age_threshold"), {**values, "data": births}, _BIRTHS, _TO_CHECK)
    elif years < legal:
        certain = activity.offered_to_children and _asks_consent(view, activity)
        yield Found(("age_threshold",), values, severity=None if certain else _TO_CHECK)
    elif legal < years < _MAJORITY:
        yield Found(("age_threshold",), values, _HIGHER, _TO_CHECK)


def _births(view: View, activity: Activity) -> tuple[DataItem, ...]:
    """The data from which an online service learns how old its customers and visitors are."""
    groups = view.dossier.children(PersonGroup, activity.id)
    if not any(one.category in _PUBLIC for one in groups):
        return ()
    words = law_data("legal_bases")["child_consent"]["words"]
    return tuple(one for one in view.dossier.children(DataItem, activity.id) if longest_in(one.name, words))


def _may_ask_consent(view: View, activity: Activity) -> bool:
    """Whether a purpose rests on consent, or on nothing that the dossier says."""
    purposes = view.dossier.children(Purpose, activity.id)
    return any(one.basis in (None, LegalBasis.CONSENT) for one in purposes)


def _parents(view: View, activity: Activity) -> Iterator[Found]:
    groups = view.dossier.children(PersonGroup, activity.id)
    children = activity.offered_to_children or any(one.category is PersonCategory.MINORS for one in groups)
    if children and _asks_consent(view, activity) and activity.parental_consent in (Answer.NO, Answer.PARTLY):
        yield Found(("parental_consent",), {"activity": activity})
    elif activity.offered_to_children and _asks_consent(view, activity) and activity.parental_consent is None:
        yield Found(("parental_consent",), {"activity": activity}, _PARENTS_UNKNOWN, Severity.TO_CHECK)


def _asks_consent(view: View, activity: Activity) -> bool:
    return any(one.basis is LegalBasis.CONSENT for one in view.dossier.children(Purpose, activity.id))


_OLD = N_("“{dpia}” was made on {day}: the dossier shows no review since.")
_LOGIC = N_("“{activity}” describes how it decides, and not whether somebody does (art. 22): “{logic}”.")
_PROFILING = N_("“{activity}” profiles persons: the dossier does not say what it consists of.")
_BIRTHS = N_("“{activity}” collects “{data}” and says nothing of minors: is the service offered to them?")
_HIGHER = N_("“{activity}”: age threshold of {years} years, above the {legal} years of French law: is it meant?")
_PARENTS_UNKNOWN = N_("“{activity}”: the dossier does not say how the holder of parental authority consents.")

RISK_CHECKS = (
    Check(
        "DPI-01",
        Activity,
        Severity.MAJOR,
        N_("art. 35; WP248"),
        N_("“{activity}” meets {n} criteria ({criteria}): neither an impact assessment nor a reason in the dossier."),
        _criteria,
        given="dpia_criteria",
    ),
    Check(
        "DPI-02",
        Activity,
        Severity.BLOCKING,
        N_("art. 35(4); CNIL deliberation 2018-327"),
        N_("“{activity}” is on the CNIL's list ({types}): no impact assessment in the dossier."),
        _listed,
        given="dpia_list",
    ),
    Check(
        "DPI-03",
        Dpia,
        Severity.BLOCKING,
        "art. 36",
        N_("“{dpia}”: high residual risk, and no consultation of the CNIL in the dossier."),
        _consultation,
    ),
    Check(
        "DPI-04",
        Dpia,
        Severity.MAJOR,
        "art. 35(2), 35(11)",
        N_("“{dpia}”: no opinion of the officer in the dossier."),
        _opinion,
    ),
    Check(
        "DPI-05",
        Dpia,
        Severity.MAJOR,
        "art. 35(7)",
        N_("“{dpia}”: the assessment is begun; the dossier does not show: {parts}."),
        _unfinished,
    ),
    Check(
        "DSR-10",
        Activity,
        Severity.MAJOR,
        "art. 22, 13(2)(f)",
        N_("“{activity}” decides automatically: no safeguards of art. 22 in the dossier."),
        _decision,
    ),
    Check(
        "MIN-01",
        Activity,
        Severity.MAJOR,
        N_("art. 8; art. 45 LIL"),
        N_("“{activity}”: age threshold of {years} years; French law sets {legal} years."),
        _threshold,
    ),
    Check(
        "MIN-02",
        Activity,
        Severity.BLOCKING,
        "art. 45 LIL",
        N_("“{activity}”: children consent without the holder of parental authority, as far as the dossier shows."),
        _parents,
    ),
)

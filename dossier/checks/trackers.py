"""Checks of trackers (art. 82 LIL; CNIL deliberations 2020-091 and 2020-092)."""

from collections.abc import Iterator

from dossier.checks.finding import Check, Found, Severity, labels
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.durations import is_longer
from dossier.model.notice import Tracker
from dossier.model.vocabulary import Answer
from dossier.model.vocabulary_procedures import TrackerBasis, TrackerPurpose

EXEMPT = (
    TrackerPurpose.SESSION,
    TrackerPurpose.SECURITY,
    TrackerPurpose.PREFERENCE,
    TrackerPurpose.LOAD,
    TrackerPurpose.CHOICE,
)
"""Purposes that wait for no consent, whatever else is claimed."""

_NO_CONSENT = (TrackerBasis.OPT_OUT, TrackerBasis.BROWSER, TrackerBasis.BROWSING)


def _without_consent(view: View, tracker: Tracker) -> Iterator[Found]:
    if tracker.basis in _NO_CONSENT and not _is_exempt(tracker):
        yield Found(("basis",), {"tracker": tracker, "basis": tracker.basis})
    elif tracker.basis in (None, TrackerBasis.UNKNOWN) and tracker.purposes and not _is_exempt(tracker):
        yield Found(("basis",), {"tracker": tracker}, _BASIS_UNKNOWN, Severity.TO_CHECK)


def _exemption(view: View, tracker: Tracker) -> Iterator[Found]:
    claimed = tracker.exempt or tracker.basis is TrackerBasis.EXEMPT
    if claimed and TrackerPurpose.AUDIENCE in tracker.purposes and not tracker.exemption_proof:
        yield Found(("exemption_proof",), {"tracker": tracker})


def _refusal(view: View, tracker: Tracker) -> Iterator[Found]:
    if _is_exempt(tracker):
        return
    if tracker.basis is TrackerBasis.BROWSING:
        yield Found(("basis",), {"tracker": tracker}, _BROWSING)
    elif tracker.refuse_as_easy in (Answer.NO, Answer.PARTLY):
        yield Found(("refuse_as_easy",), {"tracker": tracker})


def _wall(view: View, tracker: Tracker) -> Iterator[Found]:
    if tracker.service_denied and not tracker.wall_assessment and not _is_exempt(tracker):
        yield Found(("service_denied", "wall_assessment"), {"tracker": tracker})


def _lives(view: View, tracker: Tracker) -> Iterator[Found]:
    for name in ("choice_life", "tracker_life", "data_life"):
        life, limit = getattr(tracker, name), view.references[f"reviews.trackers.{name}"]
        if name == "choice_life" and _is_exempt(tracker):
            continue  # no choice is asked for it
        if life and is_longer(life, limit.duration):
            values = {"tracker": tracker, "field": labels(Tracker, (name,)), "life": life, "limit": limit}
            yield Found((name,), values)


def _is_exempt(tracker: Tracker) -> bool:
    """By all its purposes, or by an exemption of audience measurement that COO-02 looks at."""
    if tracker.purposes and all(one in EXEMPT for one in tracker.purposes):
        return True
    claimed = tracker.exempt or tracker.basis is TrackerBasis.EXEMPT
    return bool(claimed) and all(one in (*EXEMPT, TrackerPurpose.AUDIENCE) for one in tracker.purposes)


_BASIS_UNKNOWN = N_("Tracker “{tracker}”: the dossier does not say whether it waits for consent.")
_BROWSING = N_("Tracker “{tracker}”: going on browsing is not consent.")

TRACKER_CHECKS = (
    Check(
        "COO-01",
        Tracker,
        Severity.BLOCKING,
        "art. 82 LIL",
        N_("Tracker “{tracker}”, which is not exempt, rests on “{basis}” and not on prior consent."),
        _without_consent,
    ),
    Check(
        "COO-02",
        Tracker,
        Severity.MAJOR,
        N_("art. 82 LIL; CNIL 4 July 2025"),
        N_("Tracker “{tracker}”: the dossier does not show the conditions of the exemption for audience measurement."),
        _exemption,
    ),
    Check(
        "COO-03",
        Tracker,
        Severity.BLOCKING,
        N_("CNIL deliberations 2020-091, 2020-092"),
        N_("Tracker “{tracker}”: refusing is not as easy as accepting."),
        _refusal,
    ),
    Check(
        "COO-04",
        Tracker,
        Severity.MAJOR,
        "art. 7(4)",
        N_("Tracker “{tracker}”: the service depends on acceptance, and the dossier holds no assessment of it."),
        _wall,
        given="service_denied",
    ),
    Check(
        "COO-05",
        Tracker,
        Severity.MINOR,
        N_("CNIL deliberation 2020-092"),
        N_("Tracker “{tracker}”, {field}: {life}, above the reference of {limit}."),
        _lives,
    ),
)

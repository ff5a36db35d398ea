"""Checks of retention: a period or a criterion, its start, its end, references and legal minima (art. 5(1)(e))."""

from collections.abc import Iterator
from datetime import date

from dossier.checks.finding import Check, Found, Severity
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.data import Named, law_data, named
from dossier.law.durations import is_longer, is_shorter
from dossier.law.phrases import longest_in
from dossier.law.purges import next_purge_due
from dossier.law.retention import RetentionReference, reference_called
from dossier.law.retention_rules import (
    asking_references,
    data_of,
    data_without_period,
    is_kept_long_enough,
    is_stated,
    limiting_reference,
)
from dossier.law.settings import maximum_of
from dossier.model.activity import Activity, Retention
from dossier.model.identifier import made_at
from dossier.model.record import Duration, Record
from dossier.model.vocabulary import RetentionPhase


def _missing(view: View, activity: Activity) -> Iterator[Found]:
    rows = view.dossier.children(Retention, activity.id)
    unstated = tuple(one for one in rows if not is_stated(one))
    missing: tuple[Record, ...] = (*unstated, *data_without_period(view.dossier, activity))
    if missing:
        yield Found((), {"activity": activity, "data": missing})
    elif not rows:
        yield Found((), {"activity": activity}, _NO_RETENTION)


def _vague(view: View, retention: Retention) -> Iterator[Found]:
    phrases = law_data("vague_wordings")["phrases"]
    for text in (retention.criterion, retention.raw_text):
        if retention.duration is None and longest_in(text, phrases):
            yield Found(("duration", "criterion"), {"retention": retention, "text": text})
            return


def _no_start(view: View, retention: Retention) -> Iterator[Found]:
    if retention.duration and not (retention.trigger or retention.trigger_text):
        yield Found(("trigger",), {"retention": retention, "duration": retention.duration})


def _too_long(view: View, retention: Retention) -> Iterator[Found]:
    if not retention.duration or retention.justification:
        return
    reference = limiting_reference(view.dossier, retention)
    limit = maximum_of(view.references, reference, retention.phase) if reference else None
    if limit and is_longer(retention.duration, limit.duration):
        values = {"retention": retention, "duration": retention.duration, "limit": limit}
        yield Found(("duration", "justification"), values)


def _no_end(view: View, activity: Activity) -> Iterator[Found]:
    rows = view.dossier.children(Retention, activity.id)
    if not rows:
        return
    ended = {item for one in rows if one.final_fate for item in one.data_items}
    unclear = tuple(one for one in rows if one.fate_text and not one.final_fate)
    silent = (one for one in rows if not (one.final_fate or one.fate_text))
    endless = tuple(one for one in silent if is_stated(one) and not _ends(one, ended))
    if endless:
        yield Found((), {"activity": activity, "data": endless})
    if unclear:
        yield Found((), {"activity": activity, "data": unclear, "text": unclear[0].fate_text}, _UNCLEAR, _TO_CHECK)
    if endless or unclear or not any(is_stated(one) for one in rows):
        return
    rhythm = view.references["reviews.purge"]
    if _stood_since(activity) < view.ago(rhythm) and not _is_purged(view, activity):
        yield Found((), {"activity": activity, "period": rhythm}, _NO_PURGE)


def _stood_since(activity: Activity) -> date:
    """The day from which a purge can be asked for: its start, or else the day it was recorded."""
    return activity.started_on or made_at(activity.id).date()


def _ends(retention: Retention, ended: set[str]) -> bool:
    """Whether a later phase of the same data says what becomes of them."""
    return bool(retention.data_items) and ended.issuperset(retention.data_items)


def _is_purged(view: View, activity: Activity) -> bool:
    """Whether the last purge of this activity, or of none in particular, still holds."""
    concerned = {activity.id, *(one.id for one in view.dossier.children(Retention, activity.id)), *activity.systems}
    last = view.purges.last_of(*concerned)
    due = next_purge_due(last, view.references["reviews.purge"].duration) if last else None
    return due is not None and due >= view.today


def _too_short(view: View, retention: Retention) -> Iterator[Found]:
    if retention.duration is None:
        return
    for reference in asking_references(view.dossier, retention):
        least = reference.minimum()
        if least and not is_kept_long_enough(view.dossier, retention, reference, least):
            yield Found(_PERIOD, {"retention": retention, "least": least, "text": _text(reference)})
        apart = _told_apart(view, retention, reference)
        if apart:
            values = {"retention": retention, "duration": retention.duration, "least": apart, "text": _text(reference)}
            yield Found(_PERIOD, values, _ONE_FOR_ALL, _TO_CHECK)


def _told_apart(view: View, retention: Retention, reference: RetentionReference) -> Duration | None:
    """The longest period that the law sets for other data than the reference's, where one row stands for several."""
    if len({one.category for one in data_of(view.dossier, retention)}) < 2:
        return None
    related = (reference_called(code) for code in reference.related)
    minima = [least for one in related if one and (least := one.minimum())]
    short = [one for one in minima if retention.duration and is_shorter(retention.duration, one)]
    return next((one for one in short if not any(is_longer(other, one) for other in short)), None)


def _text(reference: RetentionReference) -> Named:
    return named(reference.legal) if reference.legal else reference.origin.source


def _open_archive(view: View, retention: Retention) -> Iterator[Found]:
    if retention.phase is RetentionPhase.INTERMEDIATE and not retention.access_restriction:
        yield Found(("access_restriction",), {"retention": retention})


_TO_CHECK = Severity.TO_CHECK
_PERIOD = ("duration", "phase", "legal_source")
_ONE_FOR_ALL = N_("“{retention}”: one period of {duration} for several kinds of data; {text} sets {least} for some.")
_UNCLEAR = N_("“{activity}”: deleted, made anonymous or archived in the end? The dossier says of {data}: “{text}”.")
_NO_RETENTION = N_("No retention period in the dossier for “{activity}”.")
_NO_PURGE = N_("“{activity}”: no purge in the dossier for {period}.")

RETENTION_CHECKS = (
    Check(
        "RET-01",
        Activity,
        Severity.BLOCKING,
        "art. 30(1)(f), 13(2)(a)",
        N_("“{activity}”: neither a retention period nor a criterion in the dossier for: {data}."),
        _missing,
    ),
    Check(
        "RET-02",
        Retention,
        Severity.BLOCKING,
        "art. 5(1)(e), 13(2)(a)",
        N_("“{retention}”: no period can be determined from “{text}”."),
        _vague,
    ),
    Check(
        "RET-03",
        Retention,
        Severity.MAJOR,
        "art. 5(1)(e)",
        N_("“{retention}”: {duration}, from when?"),
        _no_start,
        given="duration",
    ),
    Check(
        "RET-04",
        Retention,
        Severity.MAJOR,
        N_("art. 5(1)(e); CNIL reference documents"),
        N_("“{retention}”: {duration}, above the reference of {limit}, without a justification in the dossier."),
        _too_long,
        given="duration",
    ),
    Check(
        "RET-05",
        Activity,
        Severity.MAJOR,
        "art. 5(1)(e), 5(2)",
        N_("“{activity}”: the dossier does not say what becomes of these data at the end: {data}."),
        _no_end,
    ),
    Check(
        "RET-06",
        Retention,
        Severity.MINOR,
        N_("art. L123-22 C. com.; L3243-4 C. trav."),
        N_(
            "“{retention}”: kept for less than the {least} that the law asks for ({text}), as far as the dossier shows."
        ),
        _too_short,
        given="duration",
    ),
    Check(
        "RET-07",
        Retention,
        Severity.MINOR,
        N_("art. 32; CNIL guide on retention"),
        N_("“{retention}”: the dossier does not say who may reach the intermediate archive."),
        _open_archive,
        given="phase",
    ),
)

"""Checks of retention: a period or a criterion, its start, its end, references and legal minima (art. 5(1)(e))."""

from collections.abc import Iterator

from dossier.checks.finding import Check, Found, Severity, View
from dossier.i18n import N_
from dossier.law.data import law_data
from dossier.law.durations import is_longer, is_shorter
from dossier.law.phrases import longest_in
from dossier.law.retention import RetentionReference, reference_for
from dossier.model.activity import Activity, DataItem, PersonGroup, Retention
from dossier.model.measure import Operation
from dossier.model.vocabulary import RetentionPhase, RetentionState
from dossier.model.vocabulary_procedures import OperationType


def is_stated(retention: Retention) -> bool:
    """Whether anything says how long: a duration, a criterion, or the words of a source."""
    absent = retention.state is RetentionState.ABSENT
    return bool(retention.duration or retention.criterion or (retention.raw_text and not absent))


def _missing(view: View, activity: Activity) -> Iterator[Found]:
    rows = view.dossier.children(Retention, activity.id)
    stated = [one for one in rows if is_stated(one)]
    for row in rows:
        if not is_stated(row):
            yield Found((), {"data": row})
    if any(not one.data_items for one in stated):
        return  # it speaks of all the data of the activity
    covered = {item for one in rows for item in one.data_items}
    items = tuple(one for one in view.dossier.children(DataItem, activity.id) if one.id not in covered)
    if items:
        yield Found((), {"data": items})
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
    reference = _reference(view, retention)
    limit = reference.maximum(retention.phase) if reference else None
    if retention.duration and limit and is_longer(retention.duration, limit) and not retention.justification:
        values = {"retention": retention, "duration": retention.duration, "limit": limit}
        yield Found(("duration", "justification"), values)


def _no_end(view: View, activity: Activity) -> Iterator[Found]:
    rows = [one for one in view.dossier.children(Retention, activity.id) if is_stated(one)]
    endless = tuple(one for one in rows if not (one.final_fate or one.fate_text))
    if endless:
        yield Found((), {"activity": activity, "data": endless})
    months = law_data("reviews")["purge"]["months"]
    if rows and not endless and not _is_purged(view, activity, months):
        yield Found((), {"activity": activity, "months": months}, _NO_PURGE)


def _is_purged(view: View, activity: Activity, months: int) -> bool:
    """Whether a purge is recorded, of this activity or of none in particular."""
    concerned = {activity.id, *(one.id for one in view.dossier.children(Retention, activity.id)), *activity.systems}
    since = view.ago(months)
    purges = (one for one in view.dossier.of(Operation) if one.type is OperationType.PURGE)
    recent = (one for one in purges if one.done_on and one.done_on >= since)
    return any(not one.about or concerned.intersection(one.about) for one in recent)


def _too_short(view: View, retention: Retention) -> Iterator[Found]:
    reference = _reference(view, retention)
    least = reference.minimum() if reference else None
    if not (reference and least and retention.duration and is_shorter(retention.duration, least)):
        return
    others = view.dossier.children(Retention, retention.activity or "")
    if not any(
        one.duration and _is_same(view, one, reference) and not is_shorter(one.duration, least) for one in others
    ):
        values = {"retention": retention, "least": least, "text": reference.legal or reference.origin.source}
        yield Found(("duration", "phase", "legal_source"), values)


def _open_archive(view: View, retention: Retention) -> Iterator[Found]:
    if retention.phase is RetentionPhase.INTERMEDIATE and not retention.access_restriction:
        yield Found(("access_restriction",), {"retention": retention})


def _reference(view: View, retention: Retention) -> RetentionReference | None:
    items = [view.dossier.get(one, DataItem) for one in retention.data_items]
    name = " ".join((retention.name, *(one.title for one in items if one)))
    groups = view.dossier.children(PersonGroup, retention.activity or "")
    return reference_for(name, [one.category for one in groups if one.category])


def _is_same(view: View, retention: Retention, reference: RetentionReference) -> bool:
    found = _reference(view, retention)
    return found is not None and found.code == reference.code


_NO_RETENTION = N_("No retention period in the dossier for “{activity}”.")
_NO_PURGE = N_("“{activity}”: no purge in the dossier for {months} months.")

RETENTION_CHECKS = (
    Check(
        "RET-01",
        Activity,
        Severity.BLOCKING,
        "art. 30(1)(f), 13(2)(a)",
        N_("Neither a retention period nor a criterion in the dossier: {data}."),
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
    ),
    Check(
        "RET-04",
        Retention,
        Severity.MAJOR,
        "art. 5(1)(e) ; référentiels CNIL",
        N_("“{retention}”: {duration}, above the reference of {limit}, without a justification in the dossier."),
        _too_long,
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
        "art. L123-22 C. com. ; L3243-4 C. trav.",
        N_(
            "“{retention}”: kept for less than the {least} that the law asks for ({text}), as far as the dossier shows."
        ),
        _too_short,
    ),
    Check(
        "RET-07",
        Retention,
        Severity.MINOR,
        "art. 32 ; guide CNIL durées",
        N_("“{retention}”: the dossier does not say who may reach the intermediate archive."),
        _open_archive,
    ),
)

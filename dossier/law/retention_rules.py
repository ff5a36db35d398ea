"""What a dossier says of a retention: whether anything says how long, which references apply, which data have none."""

from dossier.law.durations import is_shorter
from dossier.law.retention import RetentionReference, reference_for
from dossier.model.activity import Activity, DataItem, PersonGroup, Retention
from dossier.model.dossier import Dossier
from dossier.model.record import Duration
from dossier.model.vocabulary import DataCategory, RetentionState


def is_stated(retention: Retention) -> bool:
    """Whether anything says how long: a duration, a criterion, or the words of a source."""
    absent = retention.state is RetentionState.ABSENT
    return bool(retention.duration or retention.criterion or (retention.raw_text and not absent))


def data_without_period(dossier: Dossier, activity: Activity) -> tuple[DataItem, ...]:
    """The data of an activity that no retention names; none where a period is stated for no data in particular."""
    rows = dossier.children(Retention, activity.id)
    if not all(one.data_items for one in rows if is_stated(one)):
        return ()
    covered = {item for one in rows for item in one.data_items}
    return tuple(one for one in dossier.children(DataItem, activity.id) if one.id not in covered)


def data_of(dossier: Dossier, retention: Retention) -> tuple[DataItem, ...]:
    """The data that a retention names."""
    found = (dossier.get(one, DataItem) for one in retention.data_items)
    return tuple(one for one in found if isinstance(one, DataItem))


def limiting_reference(dossier: Dossier, retention: Retention) -> RetentionReference | None:
    """The reference that is not exceeded without a reason: by what the row is called, its data, or persons."""
    own = reference_for(retention.name)
    if own:
        return own
    name = " ".join((retention.name, *(one.title for one in data_of(dossier, retention))))
    groups = dossier.children(PersonGroup, retention.activity or "")
    return reference_for(name, [one.category for one in groups if one.category])


def asking_references(dossier: Dossier, retention: Retention) -> tuple[RetentionReference, ...]:
    """The references that may ask for a minimum: what the row is called decides.

    Where that says nothing, each of its data that is more than an identity.
    """
    own = reference_for(retention.name)
    if own:
        return (own,)
    named = (one.title for one in data_of(dossier, retention) if one.category is not DataCategory.IDENTITY)
    return tuple({found.code: found for name in named if (found := reference_for(name))}.values())


def is_kept_long_enough(dossier: Dossier, retention: Retention, reference: RetentionReference, least: Duration) -> bool:
    """Whether that period, or another of the activity for the same data, is as long as the law asks."""
    others = (retention, *dossier.children(Retention, retention.activity or ""))
    long = (one for one in others if one.duration and not is_shorter(one.duration, least))
    return any(one is retention or reference in asking_references(dossier, one) for one in long)

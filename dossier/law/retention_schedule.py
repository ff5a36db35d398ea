"""The retention schedule: every period of every activity beside what the law and the CNIL say, and its purges."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dossier.i18n import N_
from dossier.law.durations import is_longer
from dossier.law.purges import Purges, next_purge_due
from dossier.law.retention import ReferencePeriod, RetentionReference
from dossier.law.retention_rules import (
    asking_references,
    data_of,
    data_without_period,
    is_kept_long_enough,
    is_stated,
    limiting_reference,
)
from dossier.law.settings import ReferenceValue, maximum_of, reference_values
from dossier.model.activity import Activity, DataItem, Retention
from dossier.model.dossier import Dossier
from dossier.model.measure import Operation
from dossier.model.record import Duration, Term


class Comparison(Term):
    """How a period stands beside what is asked for; what presses first."""

    __source__ = "Dossier"
    NO_PERIOD = "sans_duree", N_("No period stated")
    SHORTER = "inferieure", N_("Below the legal minimum")
    LONGER = "superieure", N_("Above the reference")
    JUSTIFIED = "superieure_motivee", N_("Above, with a reason")
    NOT_COMPARABLE = "non_comparable", N_("Cannot be compared")
    NO_REFERENCE = "sans_repere", N_("No reference")
    WITHIN = "dans_le_repere", N_("Within the reference")


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A legal minimum or a reference value, and where it comes from."""

    reference: RetentionReference
    period: ReferencePeriod
    value: ReferenceValue | None = None
    """Of what is no minimum: the value that counts in the dossier."""

    @property
    def duration(self) -> Duration:
        return self.value.duration if self.value else self.period.duration


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """One retention, or the data of an activity that have none; `activity` is None where the retention names none.

    Where the period is stated, a purge proves it: `purge_due` is the day by which the next is due, None as long as
    there was none.
    """

    activity: Activity | None
    retention: Retention | None
    data: tuple[DataItem, ...]
    yardsticks: tuple[Yardstick, ...]
    comparison: Comparison
    asks_for_purge: bool
    last_purge: Operation | None
    purge_due: date | None
    is_purge_late: bool
    """The next purge is overdue, or none was ever noted."""

    @property
    def about(self) -> Retention | Activity | None:
        """What the row is about, and a purge noted from it."""
        return self.retention or self.activity


def retention_schedule(dossier: Dossier, today: date) -> Iterator[ScheduleRow]:
    """Every row, by activity, as it stands on `today`; at the end the retentions that name no activity."""
    purges, values = Purges(dossier, today), reference_values(dossier, today)
    for activity in dossier.of(Activity):
        retentions = dossier.children(Retention, activity.id)
        yield from (_row(dossier, activity, one, purges, values, today) for one in retentions)
        uncovered = data_without_period(dossier, activity)
        if uncovered or not retentions:
            yield ScheduleRow(activity, None, uncovered, (), Comparison.NO_PERIOD, False, None, None, False)
    yield from (_row(dossier, None, one, purges, values, today) for one in dossier.children(Retention, ""))


def _row(
    dossier: Dossier,
    activity: Activity | None,
    retention: Retention,
    purges: Purges,
    values: Mapping[str, ReferenceValue],
    today: date,
) -> ScheduleRow:
    yardsticks, asked = _yardsticks(dossier, retention, values), is_stated(retention)
    above = (activity.id, *activity.systems) if activity else ()
    last = purges.last_of(retention.id, *retention.data_items, *above)
    due = next_purge_due(last, values["reviews.purge"].duration) if last else None
    return ScheduleRow(
        activity,
        retention,
        data_of(dossier, retention),
        yardsticks,
        _comparison(dossier, retention, yardsticks),
        asked,
        last,
        due,
        asked and (due is None or due < today),
    )


def _yardsticks(dossier: Dossier, retention: Retention, values: Mapping[str, ReferenceValue]) -> tuple[Yardstick, ...]:
    """Legal minima, then what is not exceeded in the phase of the retention."""
    asking = asking_references(dossier, retention)
    found = [Yardstick(one, period) for one in asking for period in one.periods if period.is_minimum]
    limiting = limiting_reference(dossier, retention)
    limit = _limit(limiting, retention, values) if limiting else None
    return (*found, limit) if limit else tuple(found)


def _limit(
    reference: RetentionReference, retention: Retention, values: Mapping[str, ReferenceValue]
) -> Yardstick | None:
    value = maximum_of(values, reference, retention.phase)
    limits = (one for one in reference.periods if value and not one.is_minimum and one.phase is value.phase)
    return next((Yardstick(reference, one, value) for one in limits), None)


def _comparison(dossier: Dossier, retention: Retention, yardsticks: tuple[Yardstick, ...]) -> Comparison:
    if not is_stated(retention):
        return Comparison.NO_PERIOD
    if not yardsticks:
        return Comparison.NO_REFERENCE
    if retention.duration is None:
        return Comparison.NOT_COMPARABLE
    for one in yardsticks:
        least = one.period.duration
        if one.period.is_minimum and not is_kept_long_enough(dossier, retention, one.reference, least):
            return Comparison.SHORTER
    if any(not one.period.is_minimum and is_longer(retention.duration, one.duration) for one in yardsticks):
        return Comparison.JUSTIFIED if retention.justification else Comparison.LONGER
    return Comparison.WITHIN

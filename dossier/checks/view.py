"""The dossier as the checks look at it at one instant, with the look-ups that several of them need, made once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from operator import itemgetter

from dossier.law.breach_clock import Clock, clock_in, earliest
from dossier.law.durations import before
from dossier.law.purges import Purges
from dossier.law.settings import ReferenceValue, reference_values
from dossier.law.transfer_links import TransferLinks, by_each
from dossier.model.activity import Activity
from dossier.model.breach import Breach
from dossier.model.catalog import children_of
from dossier.model.dossier import Dossier
from dossier.model.dpia import Dpia
from dossier.model.measure import Measure, Operation
from dossier.model.notice import Notice
from dossier.model.record import Record
from dossier.model.text import zone
from dossier.model.vocabulary_procedures import BreachOrigin, BreachState

_DISMISSED = BreachState.DISMISSED  # Python 3.11 looks a member up anew each time


@dataclass(frozen=True)
class View:
    """The dossier as the checks look at it, at one instant; `now` is aware.

    `changed` tells when each record was last changed, as the journal knows it; it may know less than all.
    """

    dossier: Dossier
    now: datetime
    changed: Mapping[str, datetime] = field(default_factory=dict)

    @cached_property
    def today(self) -> date:
        """The day it is where the organisation is."""
        organisation = self.dossier.organisation
        return self.now.astimezone(zone(organisation.zone if organisation else "Europe/Paris")).date()

    @cached_property
    def references(self) -> Mapping[str, ReferenceValue]:
        """The values that the law leaves open, by their keys, as they count in this dossier today."""
        return reference_values(self.dossier, self.today)

    def ago(self, value: ReferenceValue) -> date:
        """The day so long before today."""
        if value.key not in self._days:
            self._days[value.key] = before(self.today, value.duration)
        return self._days[value.key]

    def informed_by(self, notice: Notice) -> tuple[Activity, ...]:
        """The activities that a notice tells the persons of."""
        return self._by_notice.get(notice.id, ())

    def assessments_of(self, activity: Activity) -> tuple[Dpia, ...]:
        """The impact assessments that an activity is part of."""
        return self._assessments.get(activity.id, ())

    def clock(self, breach: Breach) -> Clock:
        """The clock of a breach, computed once."""
        if breach.id not in self._clocks:
            self._clocks[breach.id] = clock_in(self.dossier, breach)
        return self._clocks[breach.id]

    def incidents_up_to(self, breach: Breach) -> Mapping[BreachOrigin, Sequence[tuple[datetime, Breach]]]:
        """The incidents of each origin of which a breach is the last, each with its instant, the earliest first.

        What was dismissed does not count.
        """
        return self._last_incidents.get(breach.id, {})

    @cached_property
    def parts_of_breaches(self) -> tuple[type[Record], ...]:
        """The kinds of parts of a breach that the dossier holds any of: in most logs few."""
        return tuple(kind for kind in children_of(Breach) if self.dossier.count(kind))

    @cached_property
    def links(self) -> TransferLinks:
        """Which transfers and activities go with a third party, an activity or a system."""
        return TransferLinks(self.dossier)

    def operations_on(self, measure: Measure) -> tuple[Operation, ...]:
        """The operations that name a measure."""
        return self._operations.get(measure.id, ())

    @cached_property
    def purges(self) -> Purges:
        """The purges done by today."""
        return Purges(self.dossier, self.today)

    @cached_property
    def _operations(self) -> Mapping[str, tuple[Operation, ...]]:
        return by_each((id_, one) for one in self.dossier.of(Operation) for id_ in one.measures)

    @cached_property
    def _days(self) -> dict[str, date]:
        return {}

    @cached_property
    def _clocks(self) -> dict[str, Clock]:
        return {}

    @cached_property
    def _by_notice(self) -> Mapping[str, tuple[Activity, ...]]:
        return by_each((id_, one) for one in self.dossier.of(Activity) for id_ in one.notices)

    @cached_property
    def _assessments(self) -> Mapping[str, tuple[Dpia, ...]]:
        return by_each((id_, one) for one in self.dossier.of(Dpia) for id_ in one.activities)

    @cached_property
    def _last_incidents(self) -> Mapping[str, Mapping[BreachOrigin, Sequence[tuple[datetime, Breach]]]]:
        """By the breach that is the last of an origin: most are the last of none."""
        breaches = [one for one in self.dossier.of(Breach) if one.origins and one.state is not _DISMISSED]
        dated = sorted([(at, one) for one in breaches if (at := happened(one))], key=itemgetter(0))
        incidents: dict[BreachOrigin, list[tuple[datetime, Breach]]] = defaultdict(list)
        for incident in dated:
            for origin in incident[1].origins:
                incidents[origin].append(incident)
        last: dict[str, dict[BreachOrigin, Sequence[tuple[datetime, Breach]]]] = defaultdict(dict)
        for origin, all_of_it in incidents.items():
            last[all_of_it[-1][1].id][origin] = all_of_it
        return last


def happened(breach: Breach) -> datetime | None:
    """When a breach counts as an incident: awareness, else suspicion, else when it was logged."""
    moment = breach.aware_at or breach.processor_alerted_at or breach.suspected_at or breach.logged_at
    return earliest(moment) if moment else None

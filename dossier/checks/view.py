"""The dossier as the checks look at it at one instant, with the look-ups that several of them need, made once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from dossier.law.breach_clock import Clock, clock_in
from dossier.law.periods import months_after
from dossier.model.activity import Activity
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.dpia import Dpia
from dossier.model.notice import Notice
from dossier.model.processor import Processor
from dossier.model.system import System
from dossier.model.text import zone
from dossier.model.transfer import Transfer

T = TypeVar("T")


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

    def ago(self, months: int) -> date:
        """The day so many months before today."""
        return months_after(self.today, -months)

    def informed_by(self, notice: Notice) -> tuple[Activity, ...]:
        """The activities that a notice tells the persons of."""
        return self._by_notice.get(notice.id, ())

    def transfers_of(self, activity: Activity) -> tuple[Transfer, ...]:
        """The transfers recorded for an activity."""
        return self._transfers.get(activity.id, ())

    def assessments_of(self, activity: Activity) -> tuple[Dpia, ...]:
        """The impact assessments that an activity is part of."""
        return self._assessments.get(activity.id, ())

    def clock(self, breach: Breach) -> Clock:
        """The clock of a breach, computed once."""
        if breach.id not in self._clocks:
            self._clocks[breach.id] = clock_in(self.dossier, breach)
        return self._clocks[breach.id]

    def transfers_to(self, processor: Processor) -> tuple[Transfer, ...]:
        """The transfers recorded to a third party, on their sheet or on its own."""
        return self._to_party.get(processor.id, ())

    def activities_of(self, processor: Processor) -> tuple[Activity, ...]:
        """The activities that rely on a third party."""
        return self._by_party.get(processor.id, ())

    def activities_on(self, system: System) -> tuple[Activity, ...]:
        """The activities that run on a system."""
        return self._by_system.get(system.id, ())

    @cached_property
    def _clocks(self) -> dict[str, Clock]:
        return {}

    @cached_property
    def _by_notice(self) -> Mapping[str, tuple[Activity, ...]]:
        return by_each((id_, one) for one in self.dossier.of(Activity) for id_ in one.notices)

    @cached_property
    def _transfers(self) -> Mapping[str, tuple[Transfer, ...]]:
        return by_each((id_, one) for one in self.dossier.of(Transfer) for id_ in one.activities)

    @cached_property
    def _assessments(self) -> Mapping[str, tuple[Dpia, ...]]:
        return by_each((id_, one) for one in self.dossier.of(Dpia) for id_ in one.activities)

    @cached_property
    def _to_party(self) -> Mapping[str, tuple[Transfer, ...]]:
        ours = [(one.importer_record, one) for one in self.dossier.of(Transfer) if one.importer_record]
        parties = [(party.id, id_) for party in self.dossier.of(Processor) for id_ in party.transfers]
        named = [(party, self.dossier.get(id_, Transfer)) for party, id_ in parties]
        return by_each((*ours, *((party, one) for party, one in named if isinstance(one, Transfer))))

    @cached_property
    def _by_party(self) -> Mapping[str, tuple[Activity, ...]]:
        return by_each((id_, one) for one in self.dossier.of(Activity) for id_ in one.processors)

    @cached_property
    def _by_system(self) -> Mapping[str, tuple[Activity, ...]]:
        return by_each((id_, one) for one in self.dossier.of(Activity) for id_ in one.systems)


def by_each(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    """Everything that stands with each key, in order."""
    groups: dict[str, list[T]] = {}
    for key, one in pairs:
        groups.setdefault(key, []).append(one)
    return {key: tuple(ones) for key, ones in groups.items()}

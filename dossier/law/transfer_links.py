"""Which transfers and activities go with a third party, an activity or a system: look-ups over one dossier."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dossier.model.activity import Activity
from dossier.model.dossier import Dossier
from dossier.model.processor import Processor
from dossier.model.system import System
from dossier.model.text import fold
from dossier.model.transfer import Transfer

T = TypeVar("T")


@dataclass(frozen=True)
class TransferLinks:
    """Each look-up is made once, when it is first asked for."""

    dossier: Dossier

    def transfers_of(self, activity: Activity) -> tuple[Transfer, ...]:
        """The transfers recorded for an activity."""
        return self._transfers.get(activity.id, ())

    def transfers_to(self, processor: Processor) -> tuple[Transfer, ...]:
        """The transfers recorded to a third party, on their sheet or on its own."""
        return self._to_party.get(processor.id, ())

    def activities_of(self, processor: Processor) -> tuple[Activity, ...]:
        """The activities that rely on a third party."""
        return self._by_party.get(processor.id, ())

    def activities_on(self, system: System) -> tuple[Activity, ...]:
        """The activities that run on a system."""
        return self._by_system.get(system.id, ())

    def transfers_called(self, name: str) -> tuple[Transfer, ...]:
        """The transfers that bear a name, or lead to somebody of that name, whatever its case and accents."""
        return self._by_name.get(fold(name), ())

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Transfer, ...]]:
        named = [(fold(name), one) for one in self.dossier.of(Transfer) for name in (one.name, one.importer)]
        return by_each((name, one) for name, one in named if name)

    @cached_property
    def _transfers(self) -> Mapping[str, tuple[Transfer, ...]]:
        return by_each((id_, one) for one in self.dossier.of(Transfer) for id_ in one.activities)

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

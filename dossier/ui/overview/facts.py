"""What the charts of the overview tell, counted over a snapshot away from the window's thread."""

from datetime import date
from typing import NamedTuple

from dossier.law.processor_contract import Standing, contract_of
from dossier.law.security_guide import Coverage, coverage
from dossier.model.dossier import Dossier
from dossier.model.measure import Measure, Operation
from dossier.model.processor import Processor
from dossier.model.transfer import Transfer
from dossier.model.vocabulary import TransferMechanism

_NOT_ASKED = (Standing.NOT_ASKED, Standing.ENDED)
_WITHOUT = (Standing.MISSING, Standing.UNSIGNED)


class Contracts(NamedTuple):
    """The third parties with whom art. 28 asks, or may ask, for a contract, and those of whom none is shown."""

    asked: frozenset[str]
    without: frozenset[str]
    to_qualify: frozenset[str]
    """Of those that are left: whether art. 28 applies depends on a role that is not settled."""


class Resting(NamedTuple):
    """The transfers that rest on one mechanism, or on none."""

    mechanism: TransferMechanism | None
    transfers: frozenset[str]


class Facts(NamedTuple):
    """Everything that the charts show; `mechanisms` has what no mechanism covers first, then what most rest on."""

    dossier: Dossier
    coverage: Coverage
    contracts: Contracts
    mechanisms: tuple[Resting, ...]


def facts_of(dossier: Dossier, today: date) -> Facts:
    """What the charts tell of a dossier on a day."""
    covered = coverage(dossier.of(Measure), dossier.of(Operation))
    return Facts(dossier, covered, _contracts(dossier, today), _mechanisms(dossier, today))


def _contracts(dossier: Dossier, today: date) -> Contracts:
    standings = {one.id: contract_of(one, today).standing for one in dossier.of(Processor)}
    asked = frozenset(id_ for id_, standing in standings.items() if standing not in _NOT_ASKED)
    without = frozenset(id_ for id_ in asked if standings[id_] in _WITHOUT)
    return Contracts(asked, without, frozenset(id_ for id_ in asked if standings[id_] is Standing.TO_QUALIFY))


def _mechanisms(dossier: Dossier, today: date) -> tuple[Resting, ...]:
    found: dict[TransferMechanism | None, set[str]] = {}
    for one in dossier.of(Transfer):
        if one.ended_on is None or one.ended_on >= today:
            mechanism = None if one.mechanism is TransferMechanism.NONE else one.mechanism
            found.setdefault(mechanism, set()).add(one.id)
    every = [Resting(mechanism, frozenset(ids)) for mechanism, ids in found.items()]
    return tuple(sorted(every, key=lambda one: (one.mechanism is not None, -len(one.transfers))))

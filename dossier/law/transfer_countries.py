"""Transfers by country: what each country is on the day, who receives what there, and on which ground."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dossier.law.adequacy import Decision, Destination, decision_for, destination
from dossier.law.transfer_ground import Ground, ground_of
from dossier.model.countries import Country
from dossier.model.dossier import Dossier
from dossier.model.transfer import Transfer, TransferAssessment
from dossier.model.vocabulary import AssessmentConclusion, TransferMechanism


@dataclass(frozen=True)
class CountryRow:
    """The transfers to one country, or those whose country is not recorded; `destination` is that of the day."""

    country: Country | None
    destination: Destination | None
    decision: Decision | None
    grounds: tuple[Ground, ...]

    @property
    def direct(self) -> tuple[Ground, ...]:
        """Those that lead there themselves; the others go on there from another country."""
        return tuple(one for one in self.grounds if one.transfer.country is self.country)

    @property
    def importers(self) -> tuple[str, ...]:
        """Who receives data there, each once."""
        return tuple(dict.fromkeys(one.transfer.importer for one in self.direct if one.transfer.importer))

    @property
    def mechanisms(self) -> tuple[TransferMechanism | None, ...]:
        """On what the transfers that lead there rest, each once; None where that is not recorded."""
        return tuple(dict.fromkeys(one.transfer.mechanism for one in self.direct))

    @property
    def conclusions(self) -> tuple[AssessmentConclusion | None, ...]:
        """What the impact assessments conclude, each once; None where one is asked for and concludes nothing."""
        return tuple(dict.fromkeys(one.conclusion for one in self.direct if one.conclusion or one.asks_assessment))


def transfers_by_country(dossier: Dossier, today: date) -> tuple[CountryRow, ...]:
    """One row a country, in the order in which the register names them; those of an onward transfer included."""
    groups: dict[Country | None, list[Ground]] = {}
    for transfer in dossier.of(Transfer):
        ground = ground_of(transfer, dossier.children(TransferAssessment, transfer.id), today)
        for country in dict.fromkeys((transfer.country, *transfer.onward)):
            groups.setdefault(country, []).append(ground)
    return tuple(_row(country, grounds, today) for country, grounds in groups.items())


def leaning_on(decision: Decision, rows: Iterable[CountryRow]) -> int:
    """How many transfers lean on a decision: adequacy is their mechanism, and their day falls within its dates."""
    grounds = (ground for row in rows for ground in row.grounds if row.country is decision.country)
    named = (one for one in grounds if one.transfer.mechanism is TransferMechanism.ADEQUACY)
    return sum(one.decision == decision for one in named)


def _row(country: Country | None, grounds: list[Ground], today: date) -> CountryRow:
    if country is None:
        return CountryRow(None, None, None, tuple(grounds))
    return CountryRow(country, destination(country, today), decision_for(country, today), tuple(grounds))

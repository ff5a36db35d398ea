"""Transfers that the registers imply and nobody recorded: who says so, and what a record of each would hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dossier.law.adequacy import Decision, Destination, decision_for, destination, is_in_eea
from dossier.law.transfer_links import TransferLinks
from dossier.model.activity import Activity, Recipient
from dossier.model.countries import Country
from dossier.model.processor import Location, Processor, SubProcessor
from dossier.model.record import Record
from dossier.model.system import System
from dossier.model.transfer import Transfer
from dossier.model.vocabulary import LocationUse, PartyRole, TransferMechanism, TransferRole, TransferType

_ROLES = {
    PartyRole.PROCESSOR: TransferRole.PROCESSOR,
    PartyRole.JOINT: TransferRole.JOINT,
    PartyRole.SEPARATE: TransferRole.CONTROLLER,
}
_USES = {
    LocationUse.HOSTING: TransferType.HOSTING,
    LocationUse.BACKUP: TransferType.HOSTING,
    LocationUse.REMOTE_ACCESS: TransferType.REMOTE_ACCESS,
    LocationUse.SUPPORT: TransferType.SUPPORT,
}


@dataclass(frozen=True, slots=True)
class Lead:
    """A field of a record that names a country outside the EEA, to which no recorded transfer leads."""

    record: Record
    field: str
    country: Country

    @property
    def type(self) -> TransferType | None:
        """How the data get there, where the field says it."""
        if self.field == "remote_access":
            return TransferType.REMOTE_ACCESS
        if isinstance(self.record, Location) and self.record.use:
            return _USES.get(self.record.use)
        return TransferType.HOSTING if isinstance(self.record, System) else None


@dataclass(frozen=True)
class Implied:
    """A transfer that nobody recorded: why, and the `values` that a Transfer would begin with.

    `decision` is the one in force on the day. It is proposed as the mechanism only where it holds for the whole
    country: elsewhere the ground is for a person to find.
    """

    leads: tuple[Lead, ...]
    destination: Destination
    decision: Decision | None
    values: Mapping[str, Any]

    @property
    def key(self) -> tuple[str, str]:
        """Tells it from all others, also after it was looked for again."""
        return self.leads[0].record.id, self.leads[0].country


def implied_transfers(links: TransferLinks, today: date) -> tuple[Implied, ...]:
    """What the registers imply on that day: one for each importer and country, in the order of the registers."""
    groups: dict[tuple[str, Country], list[Lead]] = {}
    for kind in (Processor, SubProcessor, System, Recipient):
        for record in links.dossier.of(kind):
            for lead in leads_of(record, links, today):
                groups.setdefault((_importer(record, links).id, lead.country), []).append(lead)
    return tuple(_implied(tuple(leads), links, today) for leads in groups.values())


def leads_of(record: Record, links: TransferLinks, today: date) -> tuple[Lead, ...]:
    """The fields of a third party, sub-processor, system or recipient that lead out of the EEA, unrecorded.

    A transfer without a country may lead to any, and one that bears the name of a system or recipient is its own.
    Nothing where the contract ended or the system was retired before that day.
    """
    outside = [lead for lead in _named(record, links, today) if not is_in_eea(lead.country, today)]
    if not outside:
        return ()
    reached = set(_reached(record, links))
    return () if None in reached else tuple(lead for lead in outside if lead.country not in reached)


def countries_of(processor: Processor, links: TransferLinks) -> tuple[Country, ...]:
    """Where it is established, works, and reaches the data from."""
    return tuple(lead.country for lead in _of_processor(processor, links))


def _named(record: Record, links: TransferLinks, today: date) -> Iterator[Lead]:
    match record:
        case Processor() if not _is_past(record.ends_on, today):
            yield from _of_processor(record, links)
        case SubProcessor() if not record.transfer:
            yield from _leads(record, "country", record.country)
        case System() if not _is_past(record.retired_on, today):
            yield from _leads(record, "country", record.country)
            yield from _leads(record, "remote_access", *record.remote_access)
        case Recipient():
            yield from _leads(record, "country", record.country)


def _of_processor(processor: Processor, links: TransferLinks) -> Iterator[Lead]:
    """A place that was verified counts as verified."""
    yield from _leads(processor, "country", processor.country)
    for place in links.dossier.children(Location, processor.id):
        field = "verified_country" if place.verified_country else "declared_country"
        yield from _leads(place, field, getattr(place, field))
    yield from _leads(processor, "remote_access", *processor.remote_access)


def _leads(record: Record, field: str, *countries: Country | None) -> Iterator[Lead]:
    return (Lead(record, field, country) for country in countries if country)


def _recorded(record: Record, links: TransferLinks) -> Iterator[Transfer]:
    """The transfers that go with a record."""
    for party in _parties(record, links):
        yield from links.transfers_to(party)
    if isinstance(record, (System, Recipient)):
        for activity in _activities(record, links):
            yield from links.transfers_of(activity)
        yield from links.transfers_called(record.title or record.reference)


def _reached(record: Record, links: TransferLinks) -> Iterator[Country | None]:
    """The countries to which the recorded transfers lead, onward included; None where one does not say.

    One to a processor in the EEA is its own: whom it engages elsewhere receives another.
    """
    for one in _recorded(record, links):
        yield from one.onward
        if one.country is None or not _is_of_the_one_above(one, record, links):
            yield one.country


def _is_of_the_one_above(transfer: Transfer, record: Record, links: TransferLinks) -> bool:
    if not isinstance(record, SubProcessor) or transfer.importer_record != record.processor:
        return False
    above = links.dossier.get(record.processor or "", Processor)
    return isinstance(above, Processor) and above.country is not None and is_in_eea(above.country)


def _parties(record: Record, links: TransferLinks) -> list[Processor]:
    """The third parties through which a record leads abroad, the importer first."""
    match record:
        case Processor():
            return [record]
        case Location() | SubProcessor() | Recipient():
            ids = [record.processor]
        case System():
            ids = [record.hosted_by, record.supplier]
        case _:
            ids = []
    found = [links.dossier.get(one, Processor) for one in ids if one]
    return [one for one in found if isinstance(one, Processor)]


def _activities(record: Record, links: TransferLinks) -> tuple[Activity, ...]:
    """The activities that use what a record is about."""
    if isinstance(record, System):
        return links.activities_on(record)
    if isinstance(record, Recipient):
        activity = links.dossier.get(record.activity, Activity) if record.activity else None
        return (activity,) if isinstance(activity, Activity) else ()
    return tuple(activity for party in _parties(record, links) for activity in links.activities_of(party))


def _importer(record: Record, links: TransferLinks) -> Record:
    """Who would receive the data: the third party where one is recorded."""
    parties = [] if isinstance(record, SubProcessor) else _parties(record, links)
    return parties[0] if parties else record


def _implied(leads: tuple[Lead, ...], links: TransferLinks, today: date) -> Implied:
    country, importer = leads[0].country, _importer(leads[0].record, links)
    what = destination(country, today)
    values = {
        "name": importer.title or importer.reference,
        "country": country,
        "type": next((lead.type for lead in leads if lead.type), None),
        "mechanism": TransferMechanism.ADEQUACY if what is Destination.ADEQUATE else None,
        **_route([importer, *(lead.record for lead in leads)], links),
    }
    return Implied(leads, what, decision_for(country, today), values)


def _route(records: Sequence[Record], links: TransferLinks) -> dict[str, Any]:
    """Who sends what to whom, the importer being the first of the records.

    A processor exports to those it engages, the organisation to all others.
    """
    importer = records[0]
    activities = tuple(dict.fromkeys(one.id for record in records for one in _activities(record, links)))
    organisation = links.dossier.organisation
    exporter, role = organisation.name if organisation else "", TransferRole.CONTROLLER if activities else None
    importer_role = _ROLES.get(importer.role) if isinstance(importer, Processor) and importer.role else None
    if isinstance(importer, SubProcessor):
        engaged_by = links.dossier.get(importer.under or "", SubProcessor)
        above = [engaged_by] if engaged_by else _parties(importer, links)
        exporter = above[0].title if above else ""
        role = importer_role = TransferRole.PROCESSOR
    return {
        "activities": activities,
        "exporter": exporter,
        "exporter_role": role,
        "importer": importer.title or importer.reference,
        "importer_record": importer.id if isinstance(importer, Processor) else None,
        "importer_role": importer_role,
        "data": next(
            (data for data in (getattr(one, "data", "") for one in records) if isinstance(data, str) and data), ""
        ),
    }


def _is_past(end: date | None, today: date) -> bool:
    return end is not None and end < today

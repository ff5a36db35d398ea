"""Checks that hold one register against another: what one says and the other does not know."""

from collections.abc import Iterable, Iterator

from dossier.checks.finding import Check, Found, Severity
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.adequacy import is_in_eea
from dossier.law.breach_data import leaked_data
from dossier.model.activity import Activity, Recipient
from dossier.model.breach import Breach
from dossier.model.countries import Country
from dossier.model.processor import Location, Processor, SubProcessor
from dossier.model.record import Record
from dossier.model.system import System
from dossier.model.transfer import Transfer
from dossier.model.vocabulary import PartyRole


def _leaked_unlisted(view: View, breach: Breach) -> Iterator[Found]:
    leaked = leaked_data(breach, view.dossier).not_listed
    if leaked:
        activities = tuple(one for one in (view.dossier.get(id_, Activity) for id_ in breach.activities) if one)
        yield Found(("data", "sensitive", "activities"), {"data": leaked, "activities": activities})


def _processor_outside(view: View, processor: Processor) -> Iterator[Found]:
    if processor.ends_on and processor.ends_on < view.today:
        return
    yield from _unrecorded(("country",), processor, _countries_of(view, processor), view.transfers_to(processor))


def _sub_processor_outside(view: View, sub: SubProcessor) -> Iterator[Found]:
    engaging = view.dossier.get(sub.processor, Processor) if sub.processor else None
    recorded = view.transfers_to(engaging) if isinstance(engaging, Processor) else ()
    if not sub.transfer:
        yield from _unrecorded(("country", "transfer"), sub, [sub.country], recorded)


def _system_outside(view: View, system: System) -> Iterator[Found]:
    if system.retired_on and system.retired_on < view.today:
        return
    parties = [view.dossier.get(one, Processor) for one in (system.hosted_by, system.supplier) if one]
    recorded = [one for party in parties if isinstance(party, Processor) for one in view.transfers_to(party)]
    recorded += [one for activity in view.activities_on(system) for one in view.transfers_of(activity)]
    yield from _unrecorded(("country", "remote_access"), system, [system.country, *system.remote_access], recorded)


def _recipient_outside(view: View, recipient: Recipient) -> Iterator[Found]:
    activity = view.dossier.get(recipient.activity, Activity) if recipient.activity else None
    recorded = view.transfers_of(activity) if isinstance(activity, Activity) else ()
    yield from _unrecorded(("country",), recipient, [recipient.country], recorded)


def _unrecorded(
    fields: tuple[str, ...], record: Record, countries: Iterable[Country | None], recorded: Iterable[Transfer]
) -> Iterator[Found]:
    """The countries outside the EEA that no transfer leads to; one without a country may lead to any (TRF-01)."""
    outside = [one for one in dict.fromkeys(countries) if one and not is_in_eea(one)]
    if not outside:
        return
    reached = {country for one in recorded for country in (one.country, *one.onward)}
    unknown = tuple(one for one in outside if one not in reached)
    if unknown and None not in reached:
        yield Found(fields, {"record": record, "countries": unknown})


def _countries_of(view: View, processor: Processor) -> list[Country | None]:
    """Where it is established, works, and reaches the data from; a place that was verified counts as verified."""
    places = view.dossier.children(Location, processor.id)
    where = [one.verified_country or one.declared_country for one in places]
    return [processor.country, *where, *processor.remote_access]


def _other_country(view: View, transfer: Transfer) -> Iterator[Found]:
    importer = view.dossier.get(transfer.importer_record, Processor) if transfer.importer_record else None
    if transfer.country is None or not isinstance(importer, Processor):
        return
    known = [one for one in (*_countries_of(view, importer), importer.group_country) if one]
    if known and transfer.country not in known:
        values = {"transfer": transfer, "country": transfer.country, "importer": importer, "countries": tuple(known)}
        yield Found(("country", "importer_record"), values)


def _not_a_recipient(view: View, activity: Activity) -> Iterator[Found]:
    named = {one.processor for one in view.dossier.children(Recipient, activity.id)}
    if not named:
        return  # REC-01 asks for recipients
    parties = [view.dossier.get(one, Processor) for one in activity.processors if one not in named]
    unnamed = tuple(one for one in parties if isinstance(one, Processor) and one.role is PartyRole.PROCESSOR)
    if unnamed:
        yield Found(("processors",), {"activity": activity, "processors": unnamed})


def _joint_without_arrangement(view: View, activity: Activity) -> Iterator[Found]:
    if activity.joint_controller or activity.joint_arrangements:
        return  # REG-13 asks for the arrangement
    parties = [view.dossier.get(one, Processor) for one in activity.processors]
    joint = tuple(one for one in parties if isinstance(one, Processor) and one.role is PartyRole.JOINT)
    if joint:
        yield Found(("joint_controller", "joint_arrangements"), {"activity": activity, "parties": joint})


def _host_unlisted(view: View, activity: Activity) -> Iterator[Found]:
    systems = [view.dossier.get(one, System) for one in activity.systems]
    hosts = [view.dossier.get(one.hosted_by, Processor) for one in systems if isinstance(one, System) and one.hosted_by]
    unlisted = {one.id: one for one in hosts if isinstance(one, Processor) and one.id not in activity.processors}
    processors = tuple(one for one in unlisted.values() if one.role is PartyRole.PROCESSOR)
    if processors:
        yield Found(("processors", "systems"), {"activity": activity, "processors": processors})


def _ended_in_use(view: View, processor: Processor) -> Iterator[Found]:
    if not processor.ends_on or processor.ends_on >= view.today:
        return
    using = tuple(one for one in view.activities_of(processor) if not one.ended_on or one.ended_on >= view.today)
    if using:
        yield Found(("ends_on",), {"processor": processor, "day": processor.ends_on, "activities": using})


_UNRECORDED = N_("“{record}” leads outside the EEA ({countries}), and no transfer in the dossier says so.")
_IMPLIED = (
    (Processor, _processor_outside),
    (SubProcessor, _sub_processor_outside),
    (System, _system_outside),
    (Recipient, _recipient_outside),
)

CROSSING_CHECKS = (
    *(Check("TRF-14", kind, Severity.MAJOR, "art. 30(1)(e), 44", _UNRECORDED, find) for kind, find in _IMPLIED),
    Check(
        "TRF-15",
        Transfer,
        Severity.TO_CHECK,
        "art. 30(1)(e)",
        N_("“{transfer}” ({country}): the sheet of “{importer}” says {countries}."),
        _other_country,
    ),
    Check(
        "REC-04",
        Activity,
        Severity.MINOR,
        "art. 30(1)(d)",
        N_("“{activity}” uses processors that are not among its recipients: {processors}."),
        _not_a_recipient,
    ),
    Check(
        "REG-15",
        Activity,
        Severity.MAJOR,
        "art. 26",
        N_("“{activity}” is shared with a joint controller ({parties}): it names no arrangement of art. 26."),
        _joint_without_arrangement,
    ),
    Check(
        "PRC-13",
        Processor,
        Severity.MAJOR,
        "art. 28(3)",
        N_("The contract with “{processor}” ended on {day}, and activities still rely on it: {activities}."),
        _ended_in_use,
    ),
    Check(
        "PRC-14",
        Activity,
        Severity.MINOR,
        "art. 28(3), 30(1)(d)",
        N_("“{activity}” runs on systems hosted by processors that it does not name: {processors}."),
        _host_unlisted,
    ),
    Check(
        "BRE-14",
        Breach,
        Severity.MAJOR,
        "art. 30(1)(c), 5(2)",
        N_("Data that leaked and that the register does not list for {activities}: {data}."),
        _leaked_unlisted,
    ),
)

"""Checks that hold one register against another: what one says and the other does not know."""

from collections.abc import Callable, Iterator
from typing import Any

from dossier.checks.finding import Check, Found, Severity
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.breach_data import leaked_data
from dossier.law.implied_transfers import countries_of, leads_of
from dossier.model.activity import Activity, Recipient
from dossier.model.breach import Breach
from dossier.model.processor import Location, Processor, SubProcessor
from dossier.model.record import Record
from dossier.model.system import System
from dossier.model.transfer import Transfer
from dossier.model.vocabulary import PartyRole
from dossier.model.vocabulary_procedures import BreachData


def _leaked_unlisted(view: View, breach: Breach) -> Iterator[Found]:
    leaked = leaked_data(breach, view.dossier)
    activities = tuple(one for one in (view.dossier.get(id_, Activity) for id_ in breach.activities) if one)
    if leaked.not_listed:
        yield Found(("data", "sensitive", "activities"), {"data": leaked.not_listed, "activities": activities})
    open_ = tuple(one for one in leaked.cannot_compare if one is not BreachData.UNKNOWN)
    if open_ and activities:
        yield Found(("data", "sensitive"), {"data": open_, "activities": activities}, _NOT_COMPARED, Severity.INFO)


def _outside(fields: tuple[str, ...]) -> Callable[[View, Any], Iterator[Found]]:
    """Countries outside the EEA that no transfer leads to; one without a country may lead to any (TRF-01)."""

    def find(view: View, record: Record) -> Iterator[Found]:
        if isinstance(record, Processor) and not _has_places(view, record):
            return
        countries = dict.fromkeys(lead.country for lead in leads_of(record, view.links, view.today))
        if countries:
            yield Found(fields, {"record": record, "countries": tuple(countries)})

    return find


def _has_places(view: View, processor: Processor) -> bool:
    """Most third parties have none in the dossier, which PRC-05 says."""
    return bool(processor.country or processor.remote_access or view.dossier.children(Location, processor.id))


def _other_country(view: View, transfer: Transfer) -> Iterator[Found]:
    importer = view.dossier.get(transfer.importer_record, Processor) if transfer.importer_record else None
    if transfer.country is None or not isinstance(importer, Processor):
        return
    known = [one for one in (*countries_of(importer, view.links), importer.group_country) if one]
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
    using = tuple(one for one in view.links.activities_of(processor) if not one.ended_on or one.ended_on >= view.today)
    if using:
        yield Found(("ends_on",), {"processor": processor, "day": processor.ends_on, "activities": using})


_UNRECORDED = N_("“{record}” leads outside the EEA ({countries}), and no transfer in the dossier says so.")
_IMPLIED = (
    (Processor, ("country",), ""),
    (SubProcessor, ("country", "transfer"), "country"),
    (System, ("country", "remote_access"), ""),
    (Recipient, ("country",), "country"),
)

_NOT_COMPARED = N_("{record}: cannot be compared with what the register lists for {activities}: {data}.")

CROSSING_CHECKS = (
    *(
        Check("TRF-14", kind, Severity.MAJOR, "art. 30(1)(e), 44", _UNRECORDED, _outside(fields), given)
        for kind, fields, given in _IMPLIED
    ),
    Check(
        "TRF-15",
        Transfer,
        Severity.TO_CHECK,
        "art. 30(1)(e)",
        N_("“{transfer}” ({country}): the sheet of “{importer}” says {countries}."),
        _other_country,
        given="importer_record",
    ),
    Check(
        "REC-04",
        Activity,
        Severity.MINOR,
        "art. 30(1)(d)",
        N_("“{activity}” uses processors that are not among its recipients: {processors}."),
        _not_a_recipient,
        given="processors",
    ),
    Check(
        "REG-15",
        Activity,
        Severity.MAJOR,
        "art. 26",
        N_("“{activity}” is shared with a joint controller ({parties}): it names no arrangement of art. 26."),
        _joint_without_arrangement,
        given="processors",
    ),
    Check(
        "PRC-13",
        Processor,
        Severity.MAJOR,
        "art. 28(3)",
        N_("The contract with “{processor}” ended on {day}, and activities still rely on it: {activities}."),
        _ended_in_use,
        given="ends_on",
    ),
    Check(
        "PRC-14",
        Activity,
        Severity.MINOR,
        "art. 28(3), 30(1)(d)",
        N_("“{activity}” runs on systems hosted by processors that it does not name: {processors}."),
        _host_unlisted,
        given="systems",
    ),
    Check(
        "BRE-14",
        Breach,
        Severity.MAJOR,
        "art. 30(1)(c), 5(2)",
        N_("{record}: data that leaked and that the register does not list for {activities}: {data}."),
        _leaked_unlisted,
        given="activities",
    ),
)

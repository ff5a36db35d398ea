"""Checks of transfers outside the EEA: country, mechanism, roles, assessment, transparency (chapter V)."""

from collections.abc import Iterator

from dossier.checks.finding import Check, Found, Label, Severity, labels
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.adequacy import Destination, decision_for, destination, is_in_eea
from dossier.law.transfers import certification_shown, day_in_question, ended_in, fits, is_over, needs_assessment
from dossier.model.processor import Location, Processor
from dossier.model.transfer import Transfer, TransferAssessment
from dossier.model.vocabulary import Answer, TransferMechanism

_BCR = (TransferMechanism.BCR_C, TransferMechanism.BCR_P)
_NOT_SHOWN = (Answer.NO, Answer.PARTLY, Answer.NOT_CHECKED)


def _no_mechanism(view: View, transfer: Transfer) -> Iterator[Found]:
    if transfer.mechanism not in (None, TransferMechanism.NONE):
        return
    if transfer.country is None:
        values = {"transfer": transfer, "words": transfer.country_text}
        yield Found(("country", "mechanism"), values, _COUNTRY_UNKNOWN if transfer.country_text else _NOTHING_KNOWN)
        return
    values = {"transfer": transfer, "country": transfer.country}
    day = day_in_question(transfer, view.today)
    decision = decision_for(transfer.country, day)
    match destination(transfer.country, day):
        case Destination.THIRD:
            yield Found(("mechanism",), values)
        case Destination.TO_CHECK:
            yield Found(("country", "mechanism"), values, _FRENCH_TERRITORY, Severity.TO_CHECK)
        case Destination.LIMITED if decision and decision.certification and transfer.dpf_active is not Answer.YES:
            yield Found(("mechanism",), values, _LIMITED_DECISION)
        case Destination.LIMITED:
            yield Found(("mechanism",), values, _LIMITED_DECISION, Severity.TO_CHECK)
        case Destination.ADEQUATE:
            yield Found(("mechanism",), values, _RECORD_ADEQUACY, Severity.TO_CHECK)


def _remote_access(view: View, processor: Processor) -> Iterator[Found]:
    if not (processor.group_country or processor.remote_access):
        return
    places = view.dossier.children(Location, processor.id)
    declared = [one.declared_country for one in places if one.declared_country]
    declared = declared or [one for one in (processor.country,) if one]
    stays = bool(declared) and all(is_in_eea(country) for country in declared)
    outside = [one for one in (processor.group_country, *processor.remote_access) if one and not is_in_eea(one)]
    if stays and outside and not processor.remote_access_analysis:
        yield Found(
            ("remote_access", "remote_access_analysis"),
            {"processor": processor, "countries": tuple(dict.fromkeys(outside))},
        )


def _adequacy(view: View, transfer: Transfer) -> Iterator[Found]:
    if transfer.mechanism is not TransferMechanism.ADEQUACY or transfer.country is None:
        return
    day = day_in_question(transfer, view.today)
    if not is_in_eea(transfer.country, day) and decision_for(transfer.country, day) is None:
        values = {"transfer": transfer, "country": transfer.country, "day": day}
        yield Found(("mechanism", "country"), values)


def _certification(view: View, transfer: Transfer) -> Iterator[Found]:
    if transfer.mechanism is not TransferMechanism.ADEQUACY or transfer.country is None:
        return
    decision = decision_for(transfer.country, day_in_question(transfer, view.today))
    if decision is None or not decision.certification:
        return
    values, checked = {"importer": transfer.importer or transfer, "day": transfer.dpf_checked_on}, ("dpf_checked_on",)
    rhythm = view.references["reviews.certification"]
    if transfer.dpf_active is Answer.NO:
        yield Found(("dpf_active", "mechanism"), values, _NOT_LISTED)
    elif not certification_shown(transfer, decision):
        before = transfer.dpf_checked_on is not None and transfer.dpf_active is Answer.YES
        yield Found((*checked, "dpf_active"), values, _CHECKED_BEFORE if before else "")
    elif transfer.dpf_checked_on and transfer.dpf_checked_on < view.ago(rhythm) and not _is_over(view, transfer):
        yield Found(checked, {**values, "rhythm": rhythm}, _CHECKED_LONG_AGO, Severity.TO_CHECK)


def _is_over(view: View, transfer: Transfer) -> bool:
    return transfer.ended_on is not None and transfer.ended_on < view.today


def _assessment(view: View, transfer: Transfer) -> Iterator[Found]:
    if transfer.mechanism is None or transfer.mechanism is TransferMechanism.NONE:
        return
    if is_over(transfer.mechanism, day_in_question(transfer, view.today)):
        return
    made = view.dossier.children(TransferAssessment, transfer.id)
    needed = needs_assessment(transfer.mechanism, transfer.module)
    if needed is not False and not any(one.conclusion for one in made):
        severity = Severity.TO_CHECK if needed is None else None
        yield Found((), {"transfer": transfer, "mechanism": transfer.mechanism}, severity=severity)


def _module(view: View, transfer: Transfer) -> Iterator[Found]:
    if transfer.mechanism is not TransferMechanism.SCC:
        return
    exporter, importer = transfer.exporter_role, transfer.importer_role
    if transfer.module is None:
        yield Found(("module",), {"transfer": transfer})
    elif exporter and importer and not fits(exporter, importer, transfer.module):
        values = {"module": transfer.module, "exporter": exporter, "importer": importer}
        yield Found(("module", "exporter_role", "importer_role"), values, _WRONG_MODULE)


def _clauses(view: View, transfer: Transfer) -> Iterator[Found]:
    day = day_in_question(transfer, view.today)
    if transfer.mechanism and is_over(transfer.mechanism, day):
        yield Found(("mechanism",), {"mechanism": transfer.mechanism}, _ENDED)
        return
    for ended in ended_in(transfer.mechanism_stated):
        yield Found(("mechanism_stated",), {"mechanism": ended.name, "day": ended.ended_on}, _ENDED_STATED)
    if transfer.mechanism is TransferMechanism.SCC and transfer.annexes is not Answer.YES:
        yield Found(("annexes",), {"transfer": transfer})


def _derogation(view: View, transfer: Transfer) -> Iterator[Found]:
    if transfer.mechanism is TransferMechanism.DEROGATION and transfer.repeated:
        yield Found(("repeated", "mechanism"), {"transfer": transfer})


def _foreign_authority(view: View, transfer: Transfer) -> Iterator[Found]:
    if transfer.foreign_request and not transfer.agreement:
        yield Found(("agreement",), {"transfer": transfer})


def _told(view: View, transfer: Transfer) -> Iterator[Found]:
    missing = [name for name in ("in_notice", "in_register") if getattr(transfer, name) in _NOT_SHOWN]
    if transfer.in_register is None and not transfer.activities:
        missing.append("in_register")
    if missing:
        places = tuple(Label(_PLACES[name]) for name in missing)
        yield Found(tuple(missing), {"transfer": transfer, "places": places})


def _reassess(view: View, transfer: Transfer) -> Iterator[Found]:
    made = [one.made_on for one in view.dossier.children(TransferAssessment, transfer.id) if one.made_on]
    rhythm = view.references["reviews.transfer_assessment"]
    if made and max(made) < view.ago(rhythm):
        yield Found((), {"transfer": transfer, "day": max(made), "rhythm": rhythm})
    elif made and transfer.law_changed:
        yield Found(("law_changed",), {"transfer": transfer}, _LAW_CHANGED)


def _expiring(view: View, transfer: Transfer) -> Iterator[Found]:
    if transfer.country is None or transfer.mechanism is not TransferMechanism.ADEQUACY or transfer.ended_on:
        return
    decision, warning = decision_for(transfer.country, view.today), view.references["reviews.adequacy_warning"]
    if decision and decision.expires_soon(view.today, warning.duration):
        yield Found(("mechanism",), {"country": transfer.country, "day": decision.end, "warning": warning})


def _binding_rules(view: View, transfer: Transfer) -> Iterator[Found]:
    if transfer.mechanism not in _BCR:
        return
    empty = [] if transfer.approval_reference else ["approval_reference"]
    if transfer.in_group is not Answer.YES:
        empty.append("in_group")
    if empty:
        yield Found(tuple(empty), {"transfer": transfer, "fields": labels(Transfer, tuple(empty))})


_PLACES = {"in_notice": N_("the information notice"), "in_register": N_("the record of processing")}
_COUNTRY_UNKNOWN = N_("“{transfer}” (“{words}”): neither a country nor a ground of chapter V in the dossier.")
_NOTHING_KNOWN = N_("“{transfer}”: neither a country nor a ground of chapter V in the dossier.")
_FRENCH_TERRITORY = N_("{country} is not part of the European Union: is a ground of chapter V needed?")
_LIMITED_DECISION = N_(
    "{country}: the adequacy decision holds only for some importers, and the dossier shows no ground."
)
_RECORD_ADEQUACY = N_("{country} has an adequacy decision: record it as the ground of this transfer.")
_WRONG_MODULE = N_("“{module}” does not fit these roles: exporter {exporter}, importer {importer}.")
_ENDED = N_("“{mechanism}” can no longer be relied on.")
_ENDED_STATED = N_("The ground stated names “{mechanism}”, which ended on {day}.")
_NOT_LISTED = N_("“{importer}” is not on the Data Privacy Framework list: the decision does not cover it.")
_CHECKED_BEFORE = N_(
    "“{importer}”: its Data Privacy Framework listing was checked on {day}, before the decision: there was no list yet."
)
_CHECKED_LONG_AGO = N_(
    "“{importer}”: its Data Privacy Framework listing was checked on {day}, renewed each year: is it still active?"
)
_LAW_CHANGED = N_("“{transfer}”: the law of the country changed since the impact assessment.")

TRANSFER_CHECKS = (
    Check(
        "TRF-01",
        Transfer,
        Severity.BLOCKING,
        "art. 44-49",
        N_("“{transfer}” ({country}): no ground of chapter V in the dossier."),
        _no_mechanism,
    ),
    Check(
        "TRF-02",
        Processor,
        Severity.MAJOR,
        N_("art. 44; EDPB guidelines 05/2021"),
        N_("“{processor}” is declared in the EEA and could be reached from {countries}: no analysis in the dossier."),
        _remote_access,
    ),
    Check(
        "TRF-03",
        Transfer,
        Severity.BLOCKING,
        "art. 45",
        N_("“{transfer}”: no adequacy decision valid for {country} on {day}."),
        _adequacy,
    ),
    Check(
        "TRF-04",
        Transfer,
        Severity.BLOCKING,
        N_("art. 45; decision (EU) 2023/1795"),
        N_("“{importer}”: no check of its Data Privacy Framework listing in the dossier."),
        _certification,
    ),
    Check(
        "TRF-05",
        Transfer,
        Severity.BLOCKING,
        N_("art. 46; CJEU C-311/18; EDPB 01/2020"),
        N_("“{transfer}”, {mechanism}: no transfer impact assessment in the dossier."),
        _assessment,
    ),
    Check(
        "TRF-06",
        Transfer,
        Severity.MAJOR,
        N_("decision (EU) 2021/914"),
        N_("“{transfer}”: the module of the standard clauses is not recorded."),
        _module,
    ),
    Check(
        "TRF-07",
        Transfer,
        Severity.BLOCKING,
        N_("decision (EU) 2021/914, art. 4"),
        N_("“{transfer}”: the annexes of the standard clauses are not shown to be complete."),
        _clauses,
    ),
    Check(
        "TRF-08",
        Transfer,
        Severity.MAJOR,
        N_("art. 49; EDPB 2/2018"),
        N_("“{transfer}”: a derogation is for what is exceptional, and this one is repeated."),
        _derogation,
    ),
    Check(
        "TRF-09",
        Transfer,
        Severity.MAJOR,
        "art. 48",
        N_("“{transfer}”: request of a foreign authority without an international agreement in the dossier."),
        _foreign_authority,
    ),
    Check(
        "TRF-10",
        Transfer,
        Severity.MAJOR,
        "art. 13(1)(f), 30(1)(e)",
        N_("“{transfer}”: the dossier does not show that it is told in: {places}."),
        _told,
    ),
    Check(
        "TRF-11",
        Transfer,
        Severity.MINOR,
        N_("EDPB 01/2020, step 6"),
        N_("“{transfer}”: the impact assessment is of {day} and is to be made again."),
        _reassess,
    ),
    Check(
        "TRF-12",
        Transfer,
        Severity.INFO,
        "art. 45",
        N_("The adequacy decision for {country} ends on {day}."),
        _expiring,
    ),
    Check(
        "TRF-13",
        Transfer,
        Severity.MAJOR,
        "art. 47",
        N_("“{transfer}”, binding corporate rules, not shown: {fields}."),
        _binding_rules,
    ),
)

"""Checks of governance: who answers for the processing, the officer, training, reviews (art. 24, 27, 37 to 39)."""

from collections.abc import Iterable, Iterator
from datetime import date

from dossier.checks.finding import Check, Found, Severity, labels
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.adequacy import is_in_eea
from dossier.law.officer import is_in_office, officers_on
from dossier.law.siren import is_siren
from dossier.model.countries import Country
from dossier.model.evidence import Document
from dossier.model.measure import Operation, Procedure
from dossier.model.notice import Notice
from dossier.model.organisation import DpoDesignation, DpoFunction, DpoType, Organisation
from dossier.model.record import Record
from dossier.model.vocabulary_procedures import DocumentType, OperationType

_CONFLICTS = (DpoFunction.CEO, DpoFunction.CIO, DpoFunction.HR, DpoFunction.SECURITY, DpoFunction.MARKETING)
_IDENTITY = ("name", "legal_form", "address", "siren", "representative_name")


def done_since(operations: Iterable[Operation], type_: OperationType, since: date) -> bool:
    """Whether such an operation is recorded as done on or after a day."""
    return any(one.type is type_ and one.done_on and one.done_on >= since for one in operations)


def _identity(view: View, organisation: Organisation) -> Iterator[Found]:
    is_french = organisation.country in (None, Country.FR)
    asked = [name for name in _IDENTITY if name != "siren" or is_french]
    empty = tuple(name for name in asked if not getattr(organisation, name))
    if empty:
        yield Found(empty, {"fields": labels(Organisation, empty)})
    if organisation.siren and is_french and not is_siren(organisation.siren):
        yield Found(("siren",), {"siren": organisation.siren}, _WRONG_SIREN)


def _no_officer(view: View, organisation: Organisation) -> Iterator[Found]:
    if officers_on(view.dossier, view.today) or organisation.no_dpo_reason:
        return
    reasons = ("is_public_body", "large_scale_monitoring", "large_scale_sensitive")
    must = tuple(name for name in reasons if getattr(organisation, name))
    if must:
        yield Found(must, {"why": labels(Organisation, must)}, _OFFICER_REQUIRED, Severity.MAJOR)
    else:
        yield Found(("no_dpo_reason",))


def _designation(view: View, officer: DpoDesignation) -> Iterator[Found]:
    if not is_in_office(officer, view.today):
        return
    empty = [] if officer.cnil_number or officer.cnil_declared_on else ["cnil_number", "cnil_declared_on"]
    if not (officer.contacts_published and (officer.email or officer.phone or officer.address)):
        empty.append("contacts_published")
    if empty:
        yield Found(tuple(empty), {"officer": officer, "fields": labels(DpoDesignation, tuple(empty))})


def _conflict(view: View, officer: DpoDesignation) -> Iterator[Found]:
    held = tuple(one for one in officer.other_functions if one in _CONFLICTS)
    if held and is_in_office(officer, view.today):
        severity = Severity.TO_CHECK if officer.no_conflict else None
        yield Found(("other_functions", "no_conflict"), {"function": held}, severity=severity)


def _mission(view: View, officer: DpoDesignation) -> Iterator[Found]:
    if officer.type is not DpoType.EXTERNAL or not is_in_office(officer, view.today):
        return
    if officer.mission_letter is None:
        yield Found(("mission_letter",))
    elif officer.mission_ends_on and officer.mission_ends_on < view.today:
        yield Found(("mission_ends_on",), {"day": officer.mission_ends_on}, _MISSION_ENDED)


def _procedure_review(view: View, procedure: Procedure) -> Iterator[Found]:
    return _review(view, procedure, procedure.last_review or procedure.adopted_on)


def _notice_review(view: View, notice: Notice) -> Iterator[Found]:
    return _review(view, notice, notice.last_review or notice.published_on)


def _policy_review(view: View, document: Document) -> Iterator[Found]:
    if document.type is DocumentType.POLICY:
        yield from _review(view, document, document.last_review or document.dated)


def _review(view: View, record: Record, last: date | None) -> Iterator[Found]:
    rhythm = view.references["reviews.governance"]
    if last is None:
        yield Found(("last_review",), {"record": record}, _NEVER_REVIEWED, Severity.TO_CHECK)
    elif last < view.ago(rhythm):
        yield Found(("last_review",), {"record": record, "day": last, "rhythm": rhythm})


def _eu_representative(view: View, organisation: Organisation) -> Iterator[Found]:
    country = organisation.country
    if country and not is_in_eea(country) and not organisation.eu_representative:
        yield Found(("eu_representative",), {"country": country})


def _training(view: View, _organisation: Organisation) -> Iterator[Found]:
    period = view.references["reviews.training"]
    if not done_since(view.dossier.of(Operation), OperationType.TRAINING, view.ago(period)):
        yield Found((), {"period": period})


_WRONG_SIREN = N_("“{siren}” is not a SIREN: nine digits, the last of which is a check digit.")
_OFFICER_REQUIRED = N_("No officer in the dossier, while it says: {why}.")
_MISSION_ENDED = N_("External officer: the mission letter in the dossier ended on {day}.")
_NEVER_REVIEWED = N_("“{record}”: the dossier gives no day of adoption or of review.")
_NOT_REVIEWED = N_("“{record}”: not reviewed since {day}.")

GOVERNANCE_CHECKS = (
    Check(
        "GOV-01",
        Organisation,
        Severity.MAJOR,
        "art. 30(1)(a), 13(1)(a)",
        N_("Identity of the controller incomplete: {fields}."),
        _identity,
    ),
    Check(
        "GOV-02",
        Organisation,
        Severity.MINOR,
        "art. 37(1), 24",
        N_("No officer in the dossier, and no written reason for not designating one."),
        _no_officer,
    ),
    Check(
        "GOV-03",
        DpoDesignation,
        Severity.MAJOR,
        "art. 37(7)",
        N_("Designation of “{officer}” not evidenced to the CNIL or not published: {fields}."),
        _designation,
    ),
    Check(
        "GOV-04",
        DpoDesignation,
        Severity.MAJOR,
        "art. 38(6)",
        N_("Possible conflict of interests: the officer also holds “{function}”."),
        _conflict,
        given="other_functions",
    ),
    Check(
        "GOV-05",
        DpoDesignation,
        Severity.MINOR,
        "art. 37(6)",
        N_("External officer: no mission letter in the dossier."),
        _mission,
    ),
    Check("GOV-06", Procedure, Severity.MINOR, "art. 24(1), 5(2)", _NOT_REVIEWED, _procedure_review),
    Check("GOV-06", Notice, Severity.MINOR, "art. 24(1), 5(2)", _NOT_REVIEWED, _notice_review),
    Check("GOV-06", Document, Severity.MINOR, "art. 24(1), 5(2)", _NOT_REVIEWED, _policy_review),
    Check(
        "GOV-07",
        Organisation,
        Severity.BLOCKING,
        "art. 27",
        N_("Established outside the EU ({country}): no representative in the EU in the dossier."),
        _eu_representative,
    ),
    Check(
        "GOV-08",
        Organisation,
        Severity.MINOR,
        "art. 32(4), 39(1)(b)",
        N_("No training or awareness action in the dossier for {period}."),
        _training,
    ),
)

"""Checks of security: the CNIL's guide, measures and their proof, accounts, backups, logs (art. 32)."""

from collections.abc import Iterator

from dossier.checks.finding import Check, Found, Label, Severity
from dossier.checks.governance import done_since
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.data import law_data
from dossier.law.durations import is_longer, is_shorter
from dossier.law.phrases import longest_in
from dossier.law.security_guide import proofs_of, sheets, sheets_of
from dossier.model.activity import Activity, DataItem
from dossier.model.measure import Measure, Operation, Procedure
from dossier.model.organisation import Organisation
from dossier.model.system import System
from dossier.model.vocabulary import Answer, DataCategory, MeasureStatus, SecurityTemplate
from dossier.model.vocabulary_procedures import OperationType, ProcedureType

_DONE = (MeasureStatus.IN_PLACE, MeasureStatus.VERIFIED)
_OPEN = (MeasureStatus.PLANNED, MeasureStatus.IN_PROGRESS)
_LOGGING, _CONTINUITY, _CRYPTOGRAPHY = 16, 18, 21  # sheets of the guide


def _sheets(view: View, _organisation: Organisation) -> Iterator[Found]:
    """One finding for all sheets of a weight: twenty-five lines would hide the others."""
    addressed = {number for one in view.dossier.of(Measure) if _addresses(one) for number in sheets_of(one)}
    missing = [sheet for sheet in sheets() if sheet.number not in addressed]
    for important, severity in ((True, Severity.MAJOR), (False, None)):
        found = tuple(Label(f"{sheet.number}") for sheet in missing if sheet.important is important)
        if found:
            yield Found((), {"sheets": found}, severity=severity)


def _addresses(measure: Measure) -> bool:
    if measure.state is MeasureStatus.NOT_APPLICABLE:
        return bool(measure.not_applicable_reason)
    return measure.state is not None and measure.state is not MeasureStatus.ABSENT


def _evidence(view: View, measure: Measure) -> Iterator[Found]:
    if not proofs_of(measure, view.operations_on(measure)):
        yield Found(("evidence",), {"measure": measure})


def _review(view: View, measure: Measure) -> Iterator[Found]:
    if measure.next_review and measure.next_review < view.today:
        yield Found(("next_review",), {"measure": measure, "day": measure.next_review})


def _passwords(view: View, organisation: Organisation) -> Iterator[Found]:
    rule = law_data("reviews")["passwords"]
    if organisation.passwords_in_clear:
        yield Found(("passwords_in_clear",), sentence=_IN_CLEAR)
    bits = organisation.password_bits
    if bits is not None and bits < rule["bits_with_restriction"]:
        values = {"bits": bits, "alone": rule["bits_alone"], "restricted": rule["bits_with_restriction"]}
        yield Found(("password_bits",), values)
    elif bits is not None and bits < rule["bits_alone"] and not organisation.password_rule:
        yield Found(
            ("password_rule",), {"bits": bits, "alone": rule["bits_alone"]}, _RESTRICTION_UNKNOWN, Severity.TO_CHECK
        )


def _accounts(view: View, organisation: Organisation) -> Iterator[Found]:
    if organisation.leavers_removed in (Answer.NO, Answer.PARTLY):
        yield Found(("leavers_removed",), sentence=_LEAVERS)
    elif organisation.leavers_removed is Answer.NOT_CHECKED:
        yield Found(("leavers_removed",), sentence=_LEAVERS_UNCHECKED, severity=Severity.TO_CHECK)
    period = view.references["reviews.access_review"]
    if not done_since(view.dossier.of(Operation), OperationType.ACCESS_REVIEW, view.ago(period)):
        yield Found((), {"period": period})


def _encryption(view: View, activity: Activity) -> Iterator[Found]:
    risky = tuple(one for one in view.dossier.children(DataItem, activity.id) if _is_risky(one))
    if not risky or SecurityTemplate.ENCRYPTION in activity.security_categories:
        return
    measures = [view.dossier.get(one, Measure) for one in activity.measures]
    if not any(isinstance(one, Measure) and _encrypts(one) for one in measures):
        yield Found(("measures",), {"activity": activity, "data": risky})


def _is_risky(item: DataItem) -> bool:
    """Of art. 9 or 10, a NIR, or banking data: the category is wider than banks, so that the name decides."""
    if item.sensitive or item.category is DataCategory.NIR:
        return True
    banking = law_data("reviews")["banking_data"]["words"]
    return item.category is DataCategory.FINANCIAL and bool(longest_in(item.name, banking))


def _encrypts(measure: Measure) -> bool:
    return measure.sheet == _CRYPTOGRAPHY or measure.template is SecurityTemplate.ENCRYPTION


def _restore(view: View, _organisation: Organisation) -> Iterator[Found]:
    period = view.references["reviews.restore_test"]
    tests = [one for one in view.dossier.of(Operation) if one.result is not Answer.NO]
    if not done_since(tests, OperationType.RESTORE_TEST, view.ago(period)):
        yield Found((), {"period": period})


def _logs(view: View, organisation: Organisation) -> Iterator[Found]:
    kept = organisation.log_retention
    low, high = (view.references[f"reviews.logs.{name}"] for name in ("shortest", "longest"))
    if kept is None:
        covered = any(one.sheet == _LOGGING and one.state in _DONE for one in view.dossier.of(Measure))
        if not covered:
            yield Found(("log_retention",))
    elif (is_shorter(kept, low.duration) or is_longer(kept, high.duration)) and not organisation.log_retention_reason:
        values = {"kept": kept, "low": low, "high": high}
        yield Found(("log_retention", "log_retention_reason"), values, _LOG_PERIOD)


def _second_factor(view: View, organisation: Organisation) -> Iterator[Found]:
    without = tuple(one for one in view.dossier.of(System) if one.mfa is Answer.NO)
    if organisation.remote_mfa is Answer.YES and not without:
        return
    if organisation.remote_mfa in (Answer.NO, Answer.PARTLY) or not without:
        yield Found(("remote_mfa",))
    if without:
        yield Found((), {"systems": without}, _SYSTEMS_WITHOUT)


def _continuity(view: View, _organisation: Organisation) -> Iterator[Found]:
    plan = any(one.type is ProcedureType.CONTINUITY for one in view.dossier.of(Procedure))
    covered = any(one.sheet == _CONTINUITY and one.state in _DONE for one in view.dossier.of(Measure))
    if not (plan or covered):
        yield Found()


def _overdue(view: View, measure: Measure) -> Iterator[Found]:
    if measure.state in _OPEN and measure.due_on and measure.due_on < view.today:
        yield Found(("due_on", "state"), {"measure": measure, "day": measure.due_on})


def _anonymous(view: View, activity: Activity) -> Iterator[Found]:
    if activity.anonymisation_claimed and not activity.anonymisation_proof:
        yield Found(("anonymisation_proof",), {"activity": activity})


_IN_CLEAR = N_("Passwords are stored or asked in clear, as the dossier says.")
_RESTRICTION_UNKNOWN = N_("Passwords of {bits} bits, below {alone}: which restriction of attempts goes with them?")
_LEAVERS = N_("Accounts of leavers are not all removed, as the dossier says.")
_LEAVERS_UNCHECKED = N_("Are the accounts of leavers removed? The dossier says that this was not checked.")
_LOG_PERIOD = N_("Logs kept for {kept}, outside {low} to {high}, without a reason in the dossier.")
_SYSTEMS_WITHOUT = N_("Systems without multi-factor authentication: {systems}.")

SECURITY_CHECKS = (
    Check(
        "SEC-01",
        Organisation,
        Severity.MINOR,
        N_("art. 32; CNIL guide 2024"),
        N_("Sheets of the CNIL's guide neither covered nor declared not applicable: {sheets}."),
        _sheets,
    ),
    Check(
        "SEC-02",
        Measure,
        Severity.MAJOR,
        "art. 5(2), 32(1)(d)",
        N_("Measure “{measure}” said to be in place: no evidence in the dossier."),
        _evidence,
        given="state",
        being=_DONE,
    ),
    Check(
        "SEC-03",
        Measure,
        Severity.MINOR,
        "art. 32(1)(d)",
        N_("Review of the measure “{measure}” overdue since {day}."),
        _review,
        given="next_review",
    ),
    Check(
        "SEC-04",
        Organisation,
        Severity.BLOCKING,
        N_("art. 32; CNIL deliberation 2022-100"),
        N_("Passwords of {bits} bits: the CNIL recommends {alone}, or {restricted} with a restriction of attempts."),
        _passwords,
    ),
    Check(
        "SEC-05",
        Organisation,
        Severity.MAJOR,
        N_("art. 32; sheet 5"),
        N_("No review of access rights in the dossier for {period}."),
        _accounts,
    ),
    Check(
        "SEC-06",
        Activity,
        Severity.MAJOR,
        N_("art. 32(1)(a); sheet 21"),
        N_("“{activity}” holds data at risk ({data}): no encryption in the dossier."),
        _encryption,
    ),
    Check(
        "SEC-07",
        Organisation,
        Severity.MAJOR,
        N_("art. 32(1)(c); sheet 17"),
        N_("No restore test of a backup in the dossier for {period}."),
        _restore,
    ),
    Check(
        "SEC-08",
        Organisation,
        Severity.MINOR,
        N_("CNIL deliberation 2021-122; sheet 16"),
        N_("The dossier does not say that operations are logged, nor for how long."),
        _logs,
    ),
    Check(
        "SEC-09",
        Organisation,
        Severity.MAJOR,
        N_("art. 32; sheets 4, 7"),
        N_("The dossier does not show multi-factor authentication for remote and administrator access."),
        _second_factor,
    ),
    Check(
        "SEC-10",
        Organisation,
        Severity.MINOR,
        N_("art. 32(1)(b)-(c); sheet 18"),
        N_("No continuity or recovery plan in the dossier."),
        _continuity,
    ),
    Check(
        "SEC-11",
        Measure,
        Severity.MAJOR,
        "art. 32",
        N_("Measure “{measure}” was due on {day} and is not in place."),
        _overdue,
        given="due_on",
    ),
    Check(
        "SEC-12",
        Activity,
        Severity.MAJOR,
        N_("recital 26; WP29 opinion 05/2014"),
        N_("“{activity}”: data said to be anonymous, and the dossier does not demonstrate it."),
        _anonymous,
        given="anonymisation_claimed",
    ),
)

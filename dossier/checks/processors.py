"""Checks of processors: contract, clauses, chain, guarantees, end of contract, roles (art. 4, 26, 28, 33)."""

from collections.abc import Iterator
from operator import attrgetter

from dossier.checks.finding import Check, Found, Severity, labels
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.durations import is_longer
from dossier.law.processor_chain import circle_of
from dossier.model.dossier import reference_order
from dossier.model.processor import Guarantee, Location, Processor, SubProcessor
from dossier.model.record import Duration, Unit
from dossier.model.vocabulary import Answer, Authorisation, GuaranteeType, PartyRole, Risk

_PROCESSOR = PartyRole.PROCESSOR  # Python 3.11 looks a member up anew each time, and this one is asked for most
CLAUSES = tuple(f"clause_{letter}" for letter in "abcdefgh")
HEADERS = (
    "header_object",
    "header_duration",
    "header_nature",
    "header_data",
    "header_persons",
    "header_obligations",
)


_OF_A_CONTRACT = attrgetter("signed_on", "contract_document", *CLAUSES, *HEADERS)


def _contract(view: View, processor: Processor) -> Iterator[Found]:
    empty = tuple(name for name in ("signed_on", "contract_document") if not getattr(processor, name))
    if len(empty) == 1:
        values = {"processor": processor, "fields": labels(Processor, empty)}
        yield Found(empty, values, _HALF_A_CONTRACT, Severity.MAJOR)
    elif empty:
        yield Found(empty, {"processor": processor})


def _clauses(view: View, processor: Processor) -> Iterator[Found]:
    yield from _unmet(processor, CLAUSES)


def _headers(view: View, processor: Processor) -> Iterator[Found]:
    yield from _unmet(processor, HEADERS)


def _unmet(processor: Processor, names: tuple[str, ...]) -> Iterator[Found]:
    """What a contract lacks; of one of which the dossier knows nothing, PRC-01 has said everything."""
    if not _has_contract(processor):
        return
    missing = tuple(name for name in names if not _is_met(processor, name))
    if missing:
        yield Found(missing, {"processor": processor, "fields": labels(Processor, missing)})


def _has_contract(processor: Processor) -> bool:
    """Whether anything of a contract was seen: its day, its text, or the answer to one of its clauses."""
    return any(_OF_A_CONTRACT(processor))


def _is_met(processor: Processor, name: str) -> bool:
    clause = getattr(processor, name)
    return clause is not None and clause.state is Answer.YES


def _authorised(view: View, sub: SubProcessor) -> Iterator[Found]:
    processor = view.dossier.get(sub.processor, Processor) if sub.processor else None
    general = isinstance(processor, Processor) and processor.authorisation is Authorisation.GENERAL
    if sub.authorised is Answer.YES or (general and sub.authorised is None):
        return
    yield Found(("authorised",), {"name": sub})


def _circle(view: View, sub: SubProcessor) -> Iterator[Found]:
    """Told of one of those in the circle: the first in the order of references."""

    def find(record_id: str) -> SubProcessor | None:
        record = view.dossier.get(record_id, SubProcessor) if record_id else None
        return record if isinstance(record, SubProcessor) and record.processor == sub.processor else None

    circle = circle_of(sub, find)
    if circle and sub is min(circle, key=reference_order):
        yield Found(("under",), {"names": circle})


def _country(view: View, processor: Processor) -> Iterator[Found]:
    places = view.dossier.children(Location, processor.id)
    known = processor.country or any(one.declared_country or one.verified_country for one in places)
    if not known:
        yield Found(("country",), {"name": processor})


def _country_of_sub(view: View, sub: SubProcessor) -> Iterator[Found]:
    if sub.country is None:
        yield Found(("country",), {"name": sub})


def _guarantees(view: View, processor: Processor) -> Iterator[Found]:
    if not processor.name or processor.guarantees_checked:
        return  # until it is named, nobody can check, review or call it
    held = [one for one in view.dossier.children(Guarantee, processor.id) if one.type is not GuaranteeType.DECLARATION]
    valid = [one for one in held if one.expires_on is None or one.expires_on >= view.today]
    if held and not valid:
        yield Found(("guarantees_checked",), {"processor": processor, "names": tuple(held)}, _EXPIRED)
    elif not valid:
        yield Found(("guarantees_checked",), {"processor": processor})


def _review(view: View, processor: Processor) -> Iterator[Found]:
    if not processor.name:
        return
    rhythm = view.references["reviews.processor.low_risk" if processor.risk is Risk.LOW else "reviews.processor"]
    last = processor.last_review or processor.signed_on
    if last is None:
        yield Found(("last_review",), {"processor": processor}, _NEVER_REVIEWED)
    elif last < view.ago(rhythm):
        yield Found(("last_review",), {"processor": processor, "day": last, "rhythm": rhythm})


def _ended(view: View, processor: Processor) -> Iterator[Found]:
    if processor.ends_on and processor.ends_on < view.today and not processor.return_certified_on:
        yield Found(("ends_on", "return_certified_on"), {"processor": processor, "day": processor.ends_on})


def _role(view: View, processor: Processor) -> Iterator[Found]:
    if processor.role in (None, PartyRole.UNQUALIFIED):
        yield Found(("role",), {"processor": processor})
    elif processor.own_purposes and processor.role is _PROCESSOR:
        yield Found(("role", "own_purposes"), {"processor": processor}, _OWN_PURPOSES)


def _alert(view: View, processor: Processor) -> Iterator[Found]:
    limit = view.references["reviews.processor_alert"]
    if processor.alert_hours is None:
        if _has_contract(processor):
            yield Found(("alert_hours",), {"processor": processor})
    elif is_longer(Duration.trusted({"count": processor.alert_hours, "unit": Unit.HOUR}), limit.duration):
        values = {"processor": processor, "hours": processor.alert_hours, "limit": limit}
        yield Found(("alert_hours",), values, _ALERT_TOO_LONG)


def _disclaimer(view: View, processor: Processor) -> Iterator[Found]:
    if processor.liability_disclaimer:
        yield Found(("liability_disclaimer",), {"record": processor})


def _contacts(view: View, processor: Processor) -> Iterator[Found]:
    if not processor.name:
        return
    empty = tuple(name for name in ("contact", "keeps_register") if not getattr(processor, name))
    if empty:
        yield Found(empty, {"processor": processor, "fields": labels(Processor, empty)})


_HALF_A_CONTRACT = N_("Contract with “{processor}”: the dossier lacks {fields}.")
_EXPIRED = N_("Guarantees of “{processor}” that have expired: {names}.")
_NEVER_REVIEWED = N_("Processor “{processor}”: the dossier shows no review.")
_OWN_PURPOSES = N_(
    "“{processor}” is entered as a processor and acts for purposes of its own: its role is to be qualified."
)
_ALERT_TOO_LONG = N_("Contract with “{processor}”: breach alert within {hours} h, above the reference of {limit}.")

PROCESSOR_CHECKS = (
    Check(
        "PRC-01",
        Processor,
        Severity.BLOCKING,
        "art. 28(3), 28(9)",
        N_("No signed art. 28 contract in the dossier for “{processor}”."),
        _contract,
        given="role",
        being=(_PROCESSOR,),
    ),
    Check(
        "PRC-02",
        Processor,
        Severity.MAJOR,
        "art. 28(3)(a)-(h)",
        N_("Contract with “{processor}”, clauses not shown: {fields}."),
        _clauses,
        given="role",
        being=(_PROCESSOR,),
    ),
    Check(
        "PRC-03",
        Processor,
        Severity.MAJOR,
        "art. 28(3)",
        N_("Contract with “{processor}”, description not shown: {fields}."),
        _headers,
        given="role",
        being=(_PROCESSOR,),
    ),
    Check(
        "PRC-04",
        SubProcessor,
        Severity.MAJOR,
        "art. 28(2), 28(4)",
        N_("Sub-processor “{name}”: no authorisation in the dossier."),
        _authorised,
    ),
    Check(
        "PRC-05",
        Processor,
        Severity.MAJOR,
        "art. 28, 44",
        N_("Country of processing unknown for “{name}”."),
        _country,
    ),
    Check(
        "PRC-05",
        SubProcessor,
        Severity.MAJOR,
        "art. 28, 44",
        N_("Country of processing unknown for “{name}”."),
        _country_of_sub,
    ),
    Check(
        "PRC-06",
        Processor,
        Severity.MAJOR,
        "art. 28(1), 5(2)",
        N_("Sufficient guarantees of “{processor}”: no evidence in the dossier."),
        _guarantees,
        given="role",
        being=(_PROCESSOR,),
    ),
    Check(
        "PRC-07",
        Processor,
        Severity.MINOR,
        "art. 28(1)",
        N_("Review of “{processor}” overdue: the last one is of {day}."),
        _review,
        given="role",
        being=(_PROCESSOR,),
    ),
    Check(
        "PRC-08",
        Processor,
        Severity.BLOCKING,
        "art. 28(3)(g)",
        N_("Contract with “{processor}” ended on {day}: no proof of return or deletion in the dossier."),
        _ended,
        given="ends_on",
    ),
    Check(
        "PRC-09",
        Processor,
        Severity.MAJOR,
        "art. 4(7)-(8), 26",
        N_("Role of “{processor}” to be qualified: processor, joint or separate controller."),
        _role,
    ),
    Check(
        "PRC-10",
        Processor,
        Severity.MINOR,
        "art. 33(2), 28(3)(f)",
        N_("Contract with “{processor}”: no period in the dossier for alerting of a breach."),
        _alert,
        given="role",
        being=(_PROCESSOR,),
    ),
    Check(
        "PRC-11",
        Processor,
        Severity.MINOR,
        "art. 24, 82",
        N_("“{record}” excludes the liability of the controller: this has no effect towards the persons."),
        _disclaimer,
        given="liability_disclaimer",
    ),
    Check(
        "PRC-12",
        Processor,
        Severity.INFO,
        "art. 30(2), 37",
        N_("“{processor}”, not recorded: {fields}."),
        _contacts,
        given="role",
        being=(_PROCESSOR,),
    ),
    Check(
        "PRC-15",
        SubProcessor,
        Severity.MINOR,
        "art. 28(2), 28(4)",
        N_("Sub-processors that engage each other in a circle: {names}."),
        _circle,
        given="under",
    ),
)

"""Checks of the register: what art. 30 asks of each activity, special regimes, recipients (art. 5, 9, 10, 26, 30)."""

from collections.abc import Iterator

from dossier.checks.finding import Check, Found, Severity, labels
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.model.activity import Activity, ClientProcessing, DataItem, PersonGroup, Purpose, Recipient
from dossier.model.identifier import made_at
from dossier.model.organisation import Organisation
from dossier.model.processor import Processor
from dossier.model.record import Knowledge, Status
from dossier.model.vocabulary import DataCategory, PartyRole, RecipientType, SensitiveCategory

_SHORT = 4  # letters: “Paie” is a purpose, “RH” is hardly one


def special_data(view: View, activity: Activity) -> tuple[SensitiveCategory, ...]:
    """The categories of art. 9(1) among the data of an activity."""
    found = {one for item in view.dossier.children(DataItem, activity.id) for one in item.sensitive}
    return (
        tuple(one for one in SensitiveCategory if one in found and one is not SensitiveCategory.OFFENCES)
        if found
        else ()
    )


def has_offences(view: View, activity: Activity) -> bool:
    items = view.dossier.children(DataItem, activity.id)
    return any(SensitiveCategory.OFFENCES in item.sensitive for item in items)


def _empty_register(view: View, organisation: Organisation) -> Iterator[Found]:
    nobody = organisation.headcount and organisation.headcount.state is Knowledge.EXACT
    if not view.dossier.count(Activity) and not (
        nobody and organisation.headcount and organisation.headcount.value == 0
    ):
        yield Found()


def _purposes(view: View, activity: Activity) -> Iterator[Found]:
    names = [one.name.strip() for one in view.dossier.children(Purpose, activity.id)]
    if not any(names):
        yield Found((), {"activity": activity})
    for name in names:
        if name and len(name) < _SHORT:
            yield Found((), {"purpose": name}, _SHORT_PURPOSE, Severity.TO_CHECK)


def _persons(view: View, activity: Activity) -> Iterator[Found]:
    if not view.dossier.children(PersonGroup, activity.id):
        yield Found((), {"activity": activity})


def _data(view: View, activity: Activity) -> Iterator[Found]:
    if not view.dossier.children(DataItem, activity.id):
        yield Found((), {"activity": activity})


def _security(view: View, activity: Activity) -> Iterator[Found]:
    if not (activity.measures or activity.security_text):
        yield Found(("measures", "security_text"), {"activity": activity})


def _minimisation(view: View, activity: Activity) -> Iterator[Found]:
    items = view.dossier.children(DataItem, activity.id)
    forced = tuple(one for one in items if one.optional_shown)
    unjustified = tuple(one for one in items if not one.necessity)
    if forced:
        yield Found((), {"activity": activity, "items": forced}, _OPTIONAL_FORCED)
    if unjustified:
        yield Found((), {"activity": activity, "items": unjustified})


def _stale(view: View, activity: Activity) -> Iterator[Found]:
    review, draft = view.references["reviews.register"], view.references["reviews.draft"]
    changed = view.changed.get(activity.id)
    if changed and changed.date() < view.ago(review):
        yield Found((), {"activity": activity, "day": changed.date(), "review": review})
    if activity.status is Status.DRAFT and made_at(activity.id).date() < view.ago(draft):
        yield Found(("status",), {"activity": activity, "period": draft}, _DRAFT)


def _processor_register(view: View, organisation: Organisation) -> Iterator[Found]:
    if organisation.acts_as_processor and not view.dossier.count(ClientProcessing):
        yield Found(("acts_as_processor",))


def _processor_entry(view: View, entry: ClientProcessing) -> Iterator[Found]:
    """An entry without what art. 30(2) asks for, or without the contract with the client, shows little."""
    empty = [name for name in ("client", "client_contact") if not getattr(entry, name)]
    if not (entry.contract_reference or entry.contract_signed_on or entry.contract_document):
        empty.append("contract_reference")
    if not (entry.measures or entry.security_text):
        empty.append("measures")
    if empty:
        values = {"entry": entry, "fields": labels(ClientProcessing, tuple(empty))}
        yield Found(tuple(empty), values, _ENTRY_INCOMPLETE, Severity.MAJOR)


def _exemption(view: View, activity: Activity) -> Iterator[Found]:
    if not activity.exemption_claimed:
        return
    sensitive = special_data(view, activity) or has_offences(view, activity)
    if not activity.occasional or sensitive or activity.large_scale:
        yield Found(("exemption_claimed", "occasional"), {"activity": activity})
    elif not activity.exemption_reason:
        yield Found(("exemption_reason",), {"activity": activity}, _EXEMPTION_UNEXPLAINED)


def _article_9(view: View, activity: Activity) -> Iterator[Found]:
    found = special_data(view, activity)
    if found and not activity.article9_exceptions:
        yield Found(("article9_exceptions",), {"activity": activity, "data": found})


def _offences(view: View, activity: Activity) -> Iterator[Found]:
    if has_offences(view, activity) and not activity.offence_ground:
        yield Found(("offence_ground",), {"activity": activity})


def _nir(view: View, activity: Activity) -> Iterator[Found]:
    items = view.dossier.children(DataItem, activity.id)
    if any(one.category is DataCategory.NIR for one in items) and not activity.nir_ground:
        yield Found(("nir_ground",), {"activity": activity})


def _joint(view: View, activity: Activity) -> Iterator[Found]:
    if activity.joint_controller and not activity.joint_arrangements:
        yield Found(("joint_arrangements",), {"activity": activity})


def _compatibility(view: View, activity: Activity) -> Iterator[Found]:
    for purpose in view.dossier.children(Purpose, activity.id):
        if purpose.further and not (purpose.compatibility or purpose.compatibility_document):
            yield Found((), {"purpose": purpose})


def _recipients(view: View, activity: Activity) -> Iterator[Found]:
    if not view.dossier.children(Recipient, activity.id):
        yield Found((), {"activity": activity})


def _unknown_processor(view: View, recipient: Recipient) -> Iterator[Found]:
    if not recipient.processor or view.dossier.get(recipient.processor, Processor) is None:
        yield Found(("processor",), {"recipient": recipient})


def _unnamed_processor(view: View, processor: Processor) -> Iterator[Found]:
    """Found once, on its sheet, where it is mended, and not at each recipient that leads there."""
    if not processor.name:
        yield Found(("name", "to_be_named"), {"processor": processor}, _TO_BE_NAMED)


def _disclosure(view: View, recipient: Recipient) -> Iterator[Found]:
    if not recipient.purpose:
        yield Found(("purpose",), {"recipient": recipient})


_SHORT_PURPOSE = N_("Purpose “{purpose}”: does a reader understand from it what is done?")
_OPTIONAL_FORCED = N_("“{activity}”: optional data collected as if they were mandatory: {items}.")
_ENTRY_INCOMPLETE = N_("“{entry}”, in the record of art. 30(2), does not give: {fields}.")
_DRAFT = N_("“{activity}” has been a draft for more than {period}.")
_EXEMPTION_UNEXPLAINED = N_("Exemption of art. 30(5) claimed for “{activity}” without its reason.")
_TO_BE_NAMED = N_("Processor that the dossier does not name: {processor}.")

REGISTER_CHECKS = (
    Check(
        "REG-01",
        Organisation,
        Severity.BLOCKING,
        "art. 30(1)",
        N_("The record of processing activities in the dossier is empty."),
        _empty_register,
    ),
    Check("REG-02", Activity, Severity.BLOCKING, "art. 30(1)(b)", N_("No purpose for “{activity}”."), _purposes),
    Check(
        "REG-03",
        Activity,
        Severity.MAJOR,
        "art. 30(1)(c)",
        N_("No category of data subjects for “{activity}”."),
        _persons,
    ),
    Check("REG-04", Activity, Severity.MAJOR, "art. 30(1)(c)", N_("No category of data for “{activity}”."), _data),
    Check(
        "REG-05",
        Activity,
        Severity.MAJOR,
        "art. 30(1)(g), 32",
        N_("No security measure linked to “{activity}”, and no description of them."),
        _security,
    ),
    Check(
        "REG-06",
        Activity,
        Severity.MINOR,
        "art. 5(1)(c)",
        N_("“{activity}”: the dossier does not say why these data are needed: {items}."),
        _minimisation,
    ),
    Check(
        "REG-07",
        Activity,
        Severity.MINOR,
        "art. 30, 5(2)",
        N_("The sheet of “{activity}” was last changed on {day}."),
        _stale,
    ),
    Check(
        "REG-08",
        Organisation,
        Severity.BLOCKING,
        "art. 30(2)",
        N_("The organisation is also a processor: the dossier holds no record of art. 30(2)."),
        _processor_register,
    ),
    Check("REG-08", ClientProcessing, Severity.MAJOR, "art. 30(2), 28(3)", _ENTRY_INCOMPLETE, _processor_entry),
    Check(
        "REG-09",
        Activity,
        Severity.MAJOR,
        "art. 30(5)",
        N_("Exemption of art. 30(5) claimed for “{activity}”, which is not shown to be occasional and without risk."),
        _exemption,
        given="exemption_claimed",
    ),
    Check(
        "REG-10",
        Activity,
        Severity.BLOCKING,
        "art. 9(2)",
        N_("“{activity}”: special categories without an exception of art. 9(2) in the dossier: {data}."),
        _article_9,
    ),
    Check(
        "REG-11",
        Activity,
        Severity.BLOCKING,
        N_("art. 10; art. 46 LIL"),
        N_("“{activity}”: offence data without their ground in the dossier (art. 10 GDPR, art. 46 LIL)."),
        _offences,
    ),
    Check(
        "REG-12",
        Activity,
        Severity.BLOCKING,
        N_("art. 87; art. 30 LIL; decree 2019-341"),
        N_("“{activity}” uses the NIR without its case in decree 2019-341 in the dossier."),
        _nir,
    ),
    Check(
        "REG-13",
        Activity,
        Severity.MAJOR,
        "art. 26",
        N_("Joint controllership for “{activity}”: no arrangement in the dossier."),
        _joint,
        given="joint_controller",
    ),
    Check(
        "REG-14",
        Activity,
        Severity.MAJOR,
        "art. 6(4)",
        N_("Further purpose “{purpose}”: no compatibility test in the dossier."),
        _compatibility,
    ),
    Check(
        "REC-01",
        Activity,
        Severity.MAJOR,
        "art. 30(1)(d)",
        N_("No recipient for “{activity}”, not even an internal one."),
        _recipients,
    ),
    Check(
        "REC-02",
        Recipient,
        Severity.MAJOR,
        "art. 30(1)(d), 28",
        N_("Processor without a sheet in the dossier: {recipient}."),
        _unknown_processor,
        given="type",
        being=(RecipientType.PROCESSOR,),
    ),
    Check(
        "REC-02",
        Processor,
        Severity.MAJOR,
        "art. 30(1)(d), 28",
        _TO_BE_NAMED,
        _unnamed_processor,
        given="role",
        being=(PartyRole.PROCESSOR,),
    ),
    Check(
        "REC-03",
        Recipient,
        Severity.MINOR,
        "art. 5(1)(b)",
        N_("Recipient “{recipient}”: the dossier does not say what the data are disclosed for."),
        _disclosure,
        given="type",
        being=(RecipientType.EXTERNAL,),
    ),
)

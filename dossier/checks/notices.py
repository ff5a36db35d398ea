"""Checks of what the persons are told (art. 12 to 14; art. 48 and 85 LIL)."""

from collections.abc import Iterator

from dossier.checks.finding import Check, Found, Severity
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.durations import is_longer
from dossier.law.officer import officers_on
from dossier.model.activity import Activity, DataItem, DataSource, Purpose
from dossier.model.dossier import reference_order
from dossier.model.evidence import Statement
from dossier.model.notice import Notice
from dossier.model.record import Duration
from dossier.model.vocabulary import LegalBasis, SourceOrigin
from dossier.model.vocabulary_procedures import NoticeItem

_ONE_MONTH = Duration.trusted({"count": 1})
_ALWAYS = (
    NoticeItem.CONTROLLER,
    NoticeItem.PURPOSES,
    NoticeItem.BASES,
    NoticeItem.RECIPIENTS,
    NoticeItem.RETENTION,
    NoticeItem.ACCESS,
    NoticeItem.RECTIFICATION,
    NoticeItem.ERASURE,
    NoticeItem.RESTRICTION,
    NoticeItem.PORTABILITY,
    NoticeItem.OBJECTION,
    NoticeItem.POST_MORTEM,
    NoticeItem.COMPLAINT,
)
_INDIRECT = (NoticeItem.DATA, NoticeItem.SOURCE)


def collects(view: View, activity: Activity, origin: SourceOrigin) -> bool:
    """Whether the dossier says that an activity collects data in that way."""
    said = activity.direct_collection if origin is SourceOrigin.DIRECT else activity.indirect_collection
    return bool(said) or any(one.origin is origin for one in view.dossier.children(DataSource, activity.id))


def _direct(view: View, activity: Activity) -> Iterator[Found]:
    if collects(view, activity, SourceOrigin.DIRECT) and not activity.notices:
        yield Found(("notices",), {"activity": activity})


def _indirect(view: View, activity: Activity) -> Iterator[Found]:
    if not collects(view, activity, SourceOrigin.INDIRECT):
        return
    if activity.informed_within and is_longer(activity.informed_within, _ONE_MONTH):
        yield Found(("informed_within",), {"activity": activity, "delay": activity.informed_within}, _LATE)
    notices = [view.dossier.get(one, Notice) for one in activity.notices]
    if not any(isinstance(one, Notice) and _serves_indirect(one) for one in notices):
        yield Found(("notices",), {"activity": activity})
    elif activity.informed_within is None:
        yield Found(("informed_within",), {"activity": activity}, _WHEN_TOLD)


def _serves_indirect(notice: Notice) -> bool:
    """A notice that says where the data come from serves art. 14, whatever it was written for."""
    return notice.origin is SourceOrigin.INDIRECT or NoticeItem.SOURCE in notice.items


def _incomplete(view: View, notice: Notice) -> Iterator[Found]:
    missing = tuple(one for one in _asked(view, notice) if one not in notice.items)
    if missing:
        yield Found(("items",), {"notice": notice, "items": missing})


def _asked(view: View, notice: Notice) -> Iterator[NoticeItem]:
    """What art. 13 or 14 always asks for, and what the activities it informs of ask for."""
    yield from _ALWAYS
    activities = view.informed_by(notice)
    purposes = [purpose for one in activities for purpose in view.dossier.children(Purpose, one.id)]
    if notice.origin is SourceOrigin.INDIRECT:
        yield from _INDIRECT
    if officers_on(view.dossier, view.today):
        yield NoticeItem.DPO
    if any(view.links.transfers_of(one) for one in activities):
        yield NoticeItem.TRANSFERS
    if any(one.basis is LegalBasis.LEGITIMATE_INTERESTS for one in purposes):
        yield NoticeItem.INTERESTS
    if any(one.basis is LegalBasis.CONSENT for one in purposes):
        yield NoticeItem.WITHDRAWAL
    if any(one.automated_decision for one in activities):
        yield NoticeItem.AUTOMATED
    if any(item.mandatory for one in activities for item in view.dossier.children(DataItem, one.id)):
        yield NoticeItem.MANDATORY


def _contradictory(view: View, notice: Notice) -> Iterator[Found]:
    if notice.contradictions:
        yield Found(("contradictions",), {"notice": notice, "difference": notice.contradictions})


def _opposed(view: View, statement: Statement) -> Iterator[Found]:
    found = [view.dossier.get(one, Statement) for one in statement.contradicts]
    others = dict.fromkeys(_said(one) for one in found if isinstance(one, Statement) and not _tells(one, statement))
    if others:
        values = {"one": _said(statement), "other": next(iter(others)), "n": len(others) - 1}
        yield Found(("contradicts",), values, _OPPOSED_BY_SEVERAL if len(others) > 1 else _OPPOSED)


def _tells(other: Statement, statement: Statement) -> bool:
    """Whether a contradiction that both record is said of the other one already: of the first."""
    return statement.id in other.contradicts and reference_order(other) < reference_order(statement)


def _said(statement: Statement) -> str:
    return statement.quote or statement.name


def _worded(view: View, notice: Notice) -> Iterator[Found]:
    if notice.wording_defects:
        yield Found(("wording_defects",), {"notice": notice, "defect": notice.wording_defects})


def _disclaimed(view: View, notice: Notice) -> Iterator[Found]:
    if notice.disclaims_liability:
        yield Found(("disclaims_liability",), {"record": notice})


_LATE = N_("“{activity}”: the persons are told {delay} after collection; art. 14(3) sets one month.")
_WHEN_TOLD = N_("“{activity}” receives data from others: the dossier does not say when the persons are told.")
_OPPOSED = N_("“{one}” is contradicted by “{other}”.")
_OPPOSED_BY_SEVERAL = N_("“{one}” is contradicted by “{other}” and {n} more.")

NOTICE_CHECKS = (
    Check(
        "INF-01",
        Activity,
        Severity.MAJOR,
        "art. 13",
        N_("No information notice in the dossier for “{activity}”."),
        _direct,
    ),
    Check(
        "INF-02",
        Activity,
        Severity.MAJOR,
        "art. 14(3)",
        N_("“{activity}” receives data from others: no notice of art. 14 in the dossier."),
        _indirect,
    ),
    Check(
        "INF-03",
        Notice,
        Severity.MAJOR,
        N_("art. 13, 14; art. 48, 85 LIL"),
        N_("“{notice}” does not tell: {items}."),
        _incomplete,
    ),
    Check(
        "INF-04",
        Notice,
        Severity.MAJOR,
        "art. 5(1)(a)",
        N_("“{notice}” contradicts the register or itself: {difference}."),
        _contradictory,
        given="contradictions",
    ),
    Check("INF-04", Statement, Severity.MAJOR, "art. 5(1)(a)", _OPPOSED, _opposed, "contradicts"),
    Check(
        "INF-05",
        Notice,
        Severity.INFO,
        "art. 12(1)-(2)",
        N_("“{notice}”, wording: {defect}."),
        _worded,
        given="wording_defects",
    ),
    Check(
        "PRC-11",
        Notice,
        Severity.MINOR,
        "art. 24, 82",
        N_("“{record}” excludes the liability of the controller: this has no effect towards the persons."),
        _disclaimed,
        given="disclaims_liability",
    ),
)

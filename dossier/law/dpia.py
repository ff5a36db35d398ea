"""Whether an activity calls for an impact assessment (art. 35 GDPR): the nine criteria and the CNIL's list."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dossier.i18n import N_
from dossier.law.data import Origin, law_data, origin_of
from dossier.model.activity import Activity, DataItem, PersonGroup
from dossier.model.dossier import Dossier
from dossier.model.dpia import Dpia
from dossier.model.record import Record, Term
from dossier.model.vocabulary import DpiaCriterion, DpiaListEntry, PersonCategory

_VULNERABLE = frozenset(
    {PersonCategory.MINORS, PersonCategory.PATIENTS, PersonCategory.EMPLOYEES, PersonCategory.TRAINEES}
)
_OF_THE_ACTIVITY = {
    "profiling": DpiaCriterion.EVALUATION,
    "solvency": DpiaCriterion.EVALUATION,
    "automated_decision": DpiaCriterion.AUTOMATED,
    "large_scale": DpiaCriterion.LARGE_SCALE,
}


class Conclusion(Term):
    """What the screening of an activity comes to; what presses first comes first."""

    __source__ = "Dossier"
    REQUIRED = "requise", N_("DPIA required")
    PROBABLE = "probable", N_("DPIA probably required")
    NOT_SCREENED = "non_examinee", N_("Not screened yet")
    NOT_REQUIRED = "non_requise", N_("DPIA not required")


class Sign(NamedTuple):
    """A record, and the field of it, that point to a criterion."""

    record: Record
    field: str


class Suggestion(NamedTuple):
    """A criterion that the register points to, with the reasons; a person decides."""

    criterion: DpiaCriterion
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Screening:
    """What was ticked for an activity, each once, what its own record suggests besides, what covers it."""

    activity: Activity
    criteria: tuple[DpiaCriterion, ...]
    listed: tuple[DpiaListEntry, ...]
    suggestions: tuple[Suggestion, ...] = ()
    dpias: tuple[Dpia, ...] = ()

    @property
    def met(self) -> tuple[DpiaCriterion, ...]:
        """The criteria ticked for the activity, or in an assessment that covers it."""
        assessed = {criterion for dpia in self.dpias for criterion in dpia.criteria}
        return tuple(one for one in DpiaCriterion if one in self.criteria or one in assessed)

    @property
    def suggested(self) -> tuple[DpiaCriterion, ...]:
        """The criteria that nobody ticked and the register points to."""
        return tuple(one.criterion for one in self.suggestions)

    @property
    def is_required(self) -> bool:
        """A type on the CNIL's list (art. 35(4), deliberation 2018-327)."""
        return bool(self.listed)

    @property
    def is_expected(self) -> bool:
        """Enough criteria for an assessment in principle (WP248), or a type on the CNIL's list."""
        needed: int = law_data("dpia")["criteria_needed"]
        return self.is_required or len(self.criteria) >= needed

    @property
    def conclusion(self) -> Conclusion:
        """An assessment is ruled out on the day that somebody went through criteria and list, not before."""
        if self.is_required:
            return Conclusion.REQUIRED
        if self.is_expected:
            return Conclusion.PROBABLE
        return Conclusion.NOT_REQUIRED if self.activity.dpia_screened_on else Conclusion.NOT_SCREENED

    @property
    def is_open(self) -> bool:
        """Whether something is left to do: to screen, or an assessment that neither exists nor is waived with reasons.

        No reason waives an assessment for a type on the CNIL's list.
        """
        waived = bool(self.activity.dpia_waiver) and not self.is_required
        return self.conclusion is Conclusion.NOT_SCREENED or (self.is_expected and not (self.dpias or waived))


def screening_of(dossier: Dossier, activity: Activity) -> Screening:
    """The screening of an activity, with what the register suggests and nobody ticked."""
    ticked = tuple(one for one in DpiaCriterion if one in activity.dpia_criteria)
    return Screening(
        activity,
        ticked,
        tuple(one for one in DpiaListEntry if one in activity.dpia_list),
        tuple(one for one in suggestions_of(dossier, activity) if one.criterion not in ticked),
        tuple(one for one in dossier.of(Dpia) if activity.id in one.activities),
    )


def screenings(dossier: Dossier) -> tuple[Screening, ...]:
    """The screening of every activity, in the order of their references."""
    return tuple(screening_of(dossier, activity) for activity in dossier.of(Activity))


def suggestions_of(dossier: Dossier, activity: Activity) -> tuple[Suggestion, ...]:
    """The criteria that the register itself points to, in their order, each with its reasons."""
    found: dict[DpiaCriterion, list[Sign]] = {}
    for criterion, sign in _signs(dossier, activity):
        found.setdefault(criterion, []).append(sign)
    return tuple(Suggestion(one, tuple(found[one])) for one in DpiaCriterion if one in found)


def source_of(conclusion: Conclusion) -> Origin:
    """Where the rule behind a conclusion comes from: the CNIL's list, or WP248 with the text of the law."""
    data = law_data("dpia")
    return origin_of(data, data["cnil_list"][0] if conclusion is Conclusion.REQUIRED else data["criteria"][0])


def _signs(dossier: Dossier, activity: Activity) -> Iterator[tuple[DpiaCriterion, Sign]]:
    for name, criterion in _OF_THE_ACTIVITY.items():
        if getattr(activity, name):
            yield criterion, Sign(activity, name)
    for dpia in dossier.of(Dpia):
        if activity.id in dpia.activities:
            yield from ((criterion, Sign(dpia, "criteria")) for criterion in dpia.criteria)
    for item in dossier.children(DataItem, activity.id):
        if item.sensitive:
            yield DpiaCriterion.SENSITIVE, Sign(item, "sensitive")
    for group in dossier.children(PersonGroup, activity.id):
        if group.vulnerable:
            yield DpiaCriterion.VULNERABLE, Sign(group, "vulnerable")
        elif group.category in _VULNERABLE:
            yield DpiaCriterion.VULNERABLE, Sign(group, "category")

"""Whether an activity calls for an impact assessment (art. 35 GDPR): the nine criteria and the CNIL's list."""

from dataclasses import dataclass

from dossier.law.data import law_data
from dossier.model.activity import Activity, DataItem, PersonGroup
from dossier.model.dossier import Dossier
from dossier.model.dpia import Dpia, DpiaRisk
from dossier.model.vocabulary import DpiaCriterion, DpiaListEntry, Level, PersonCategory

_VULNERABLE = frozenset(
    {PersonCategory.MINORS, PersonCategory.PATIENTS, PersonCategory.EMPLOYEES, PersonCategory.TRAINEES}
)


@dataclass(frozen=True, slots=True)
class Screening:
    """What was ticked for an activity, each once, and what its own record suggests and was not ticked."""

    criteria: tuple[DpiaCriterion, ...]
    listed: tuple[DpiaListEntry, ...]
    suggested: tuple[DpiaCriterion, ...]

    @property
    def is_expected(self) -> bool:
        """Enough criteria for an assessment in principle (WP248), or a type on the CNIL's list."""
        needed: int = law_data("dpia")["criteria_needed"]
        return bool(self.listed) or len(self.criteria) >= needed

    @property
    def is_required(self) -> bool:
        """A type on the CNIL's list (art. 35(4), deliberation 2018-327)."""
        return bool(self.listed)


def screening_of(dossier: Dossier, activity: Activity) -> Screening:
    """The criteria and the types of the CNIL's list of an activity."""
    ticked = tuple(one for one in DpiaCriterion if one in activity.dpia_criteria)
    found = suggested_criteria(dossier, activity)
    return Screening(
        ticked,
        tuple(one for one in DpiaListEntry if one in activity.dpia_list),
        tuple(one for one in DpiaCriterion if one in found and one not in ticked),
    )


def suggested_criteria(dossier: Dossier, activity: Activity) -> frozenset[DpiaCriterion]:
    """The criteria that the register itself points to; a person decides."""
    items = dossier.children(DataItem, activity.id)
    persons = dossier.children(PersonGroup, activity.id)
    signs = {
        DpiaCriterion.EVALUATION: activity.profiling or activity.solvency,
        DpiaCriterion.AUTOMATED: activity.automated_decision,
        DpiaCriterion.SENSITIVE: any(item.sensitive for item in items),
        DpiaCriterion.LARGE_SCALE: activity.large_scale,
        DpiaCriterion.VULNERABLE: any(one.vulnerable or one.category in _VULNERABLE for one in persons),
    }
    return frozenset(criterion for criterion, sign in signs.items() if sign)


def has_high_residual_risk(dossier: Dossier, dpia: Dpia) -> bool:
    """Whether what remains is high (art. 36(1)): the assessment says so, or one of its risks stays so on both scales.

    `significant` and `maximal` count as high: our reading, as `dpia.json` says.
    """
    high = law_data("dpia")["residual_high"]["levels"]
    risks = dossier.children(DpiaRisk, dpia.id)
    return dpia.residual in high or any(_stays(risk, high) for risk in risks)


def _stays(risk: DpiaRisk, high: list[Level]) -> bool:
    return risk.residual_severity in high and risk.residual_likelihood in high

"""Which security measures each activity leans on, and how far they cover it, with evidence counted apart."""

from dataclasses import dataclass

from dossier.law.security_guide import applies, documents_of, score_of
from dossier.model.activity import Activity
from dossier.model.dossier import Dossier
from dossier.model.measure import Measure, Operation


@dataclass(frozen=True, slots=True)
class MeasuresOfActivity:
    """The measures that an activity names and that apply; `score` is their mean weight, 0 to 1.

    `proofs` counts their documents and those of the operations that prove them, each once.
    """

    activity: Activity
    score: float
    measures: tuple[Measure, ...]
    proofs: int


def measures_by_activity(dossier: Dossier) -> tuple[MeasuresOfActivity, ...]:
    """Every activity, in the order of the register; one that names no measure is covered by none."""
    return tuple(_of(activity, dossier) for activity in dossier.of(Activity))


def _of(activity: Activity, dossier: Dossier) -> MeasuresOfActivity:
    named = [dossier.get(one, Measure) for one in activity.measures]
    measures = tuple(one for one in named if isinstance(one, Measure) and applies(one))
    proofs = documents_of(measures, dossier.of(Operation))
    return MeasuresOfActivity(activity, score_of(measures) or 0.0, measures, len(proofs))

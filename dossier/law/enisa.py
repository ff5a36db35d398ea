"""Severity of a breach by the method of ENISA (2013): SE = DPC x EI + CB. A score proposes; the officer decides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.i18n import N_, Language
from dossier.law.data import law_data
from dossier.model.breach import BreachAssessment
from dossier.model.record import Term
from dossier.model.text import decimal_text
from dossier.model.vocabulary import Level
from dossier.model.vocabulary_procedures import ENISA

CIRCUMSTANCES = ("confidentiality", "integrity", "availability")


class Band(Term):
    """The four bands of the method."""

    __source__ = ENISA
    LOW = "faible", N_("Low severity")
    MEDIUM = "moyenne", N_("Medium severity")
    HIGH = "elevee", N_("High severity")
    VERY_HIGH = "tres_elevee", N_("Very high severity")


ADVICE = {
    Band.LOW: N_("The score suggests to record it, and to notify the CNIL if in doubt."),
    Band.MEDIUM: N_("The score suggests to notify the CNIL."),
    Band.HIGH: N_("The score suggests to notify the CNIL and to inform the persons."),
    Band.VERY_HIGH: N_("The score suggests to notify the CNIL and to inform the persons."),
}
"""The authors' suggestion, not the law."""

LEVELS = {
    Band.LOW: (Level.NEGLIGIBLE, Level.LIMITED),
    Band.MEDIUM: (Level.LIMITED, Level.SIGNIFICANT),
    Band.HIGH: (Level.SIGNIFICANT,),
    Band.VERY_HIGH: (Level.MAXIMAL,),
}
"""The CNIL's levels of gravity that a band comes near to."""


@dataclass(frozen=True)
class Score:
    """A score and what it is made of, all without unit: `context` 1 to 4, `identification` 0.25 to 1.

    All are multiples of 0.25 and therefore exact.
    """

    context: float
    identification: float
    circumstances: float

    @property
    def value(self) -> float:
        return self.context * self.identification + self.circumstances

    @property
    def band(self) -> Band:
        reached = [one["code"] for one in law_data("enisa_severity")["bands"] if self.value >= one["from"]]
        return {band.value: band for band in Band}[reached[-1]]

    def formula(self, say: Language) -> str:
        """DPC 2 × EI 1 + CB 0.25, as the method names its parts."""
        return say(
            N_("DPC {context} × EI {identification} + CB {circumstances}"),
            context=decimal_text(self.context, say),
            identification=decimal_text(self.identification, say),
            circumstances=decimal_text(self.circumstances, say),
        )

    def words(self, say: Language) -> str:
        return decimal_text(self.value, say)


def score_of(assessment: BreachAssessment) -> Score | None:
    """The score; None until the context of the data and the ease of identification are answered.

    A circumstance that is not answered counts as absent, as the method says where there is no evidence of it.
    """
    if assessment.context is None or assessment.identification is None:
        return None
    weights = law_data("enisa_severity")
    context = weights["context"]
    adjusted = context[assessment.context.value] + (assessment.context_adjustment or 0)
    return Score(
        float(min(max(adjusted, context["lowest"]), context["highest"])),
        float(weights["identification"][assessment.identification.value]),
        _circumstances(assessment, weights),
    )


def in_force(assessments: Iterable[BreachAssessment]) -> BreachAssessment | None:
    """The assessment that counts: the last one, in the order of their references, that is not struck out."""
    kept = [one for one in assessments if not one.struck_out]
    return kept[-1] if kept else None


def _circumstances(assessment: BreachAssessment, weights: Mapping[str, Mapping[str, float]]) -> float:
    answers = [(name, getattr(assessment, name)) for name in CIRCUMSTANCES]
    found = sum(weights[name][answer.value] for name, answer in answers if answer)
    malicious: float = law_data("enisa_severity")["malicious"]
    return float(found + (malicious if assessment.malicious else 0))

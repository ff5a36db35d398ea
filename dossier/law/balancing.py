"""The balancing test of a purpose that rests on legitimate interests (art. 6(1)(f), recital 47): how far it is."""

from dossier.i18n import N_
from dossier.model.activity import Purpose
from dossier.model.dossier import Dossier
from dossier.model.record import Term
from dossier.model.vocabulary import Answer, LegalBasis

STEPS = ("interest", "balancing_necessity", "balancing_impact", "balancing_safeguards", "balancing", "balancing_holds")
"""The fields of the test in their order; the document may hold all of them."""

_NEEDED = ("interest", "balancing_necessity", "balancing_impact")
_CONCLUSIONS = (Answer.YES, Answer.PARTLY, Answer.NO)


class BalanceState(Term):
    """How far a balancing test is; what presses first comes first."""

    __source__ = "Dossier"
    NONE = "aucun", N_("Test to be made")
    UNFAVOURABLE = "defavorable", N_("The interest does not prevail")
    BEGUN = "commence", N_("Test begun")
    MADE = "fait", N_("Test made")


def balanced_purposes(dossier: Dossier) -> tuple[Purpose, ...]:
    """The purposes that rest on legitimate interests, in the order of their references."""
    return tuple(one for one in dossier.of(Purpose) if one.basis is LegalBasis.LEGITIMATE_INTERESTS)


def missing_steps(purpose: Purpose) -> tuple[str, ...]:
    """What keeps a test from being one, by the names of the fields; nothing where it is made.

    A document or the weighing in words is a test; so are interest, necessity and impact with a conclusion. An interest
    alone is none.
    """
    if purpose.balancing_document or purpose.balancing:
        return ()
    steps = tuple(name for name in _NEEDED if not getattr(purpose, name))
    return steps if purpose.balancing_holds in _CONCLUSIONS else (*steps, "balancing_holds")


def state_of(purpose: Purpose) -> BalanceState:
    """Where the test of a purpose stands; whoever concludes that the interest does not prevail has no basis."""
    if purpose.balancing_holds is Answer.NO:
        return BalanceState.UNFAVOURABLE
    if not missing_steps(purpose):
        return BalanceState.MADE
    return BalanceState.BEGUN if any(getattr(purpose, name) for name in STEPS) else BalanceState.NONE

"""Checks of legal bases and of what supports them: balancing, consent, prospecting (art. 6, 7; art. L34-5 CPCE)."""

from collections.abc import Iterator

from dossier.checks.finding import Check, Found, Severity, labels
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.balancing import BalanceState, missing_steps, state_of
from dossier.model.activity import Purpose
from dossier.model.vocabulary import Answer, ConsentMechanism, LegalBasis, MarketingAudience

INVALID = (
    ConsentMechanism.PRE_TICKED,
    ConsentMechanism.MANDATORY_BOX,
    ConsentMechanism.BUNDLED,
    ConsentMechanism.OPT_OUT,
    ConsentMechanism.USE_OF_SERVICE,
)
"""What is not consent (art. 4(11), 7; recital 32)."""

_CONSENT = LegalBasis.CONSENT  # Python 3.11 looks a member up anew each time, and this one is asked for most
_UNUSUAL = (LegalBasis.VITAL_INTERESTS, LegalBasis.PUBLIC_TASK)


def _basis(view: View, purpose: Purpose) -> Iterator[Found]:
    if purpose.basis_stated:
        yield Found(("basis",), {"purpose": purpose, "stated": purpose.basis_stated}, _NOT_A_BASIS)
    else:
        yield Found(("basis",), {"purpose": purpose})


def _balancing(view: View, purpose: Purpose) -> Iterator[Found]:
    missing, state = missing_steps(purpose), state_of(purpose)
    if state is BalanceState.UNFAVOURABLE:
        yield Found(("balancing_holds", "basis"), {"purpose": purpose}, _UNFAVOURABLE)
    elif state is BalanceState.BEGUN:
        yield Found(missing, {"purpose": purpose, "fields": labels(Purpose, missing)}, _BEGUN)
    elif state is BalanceState.NONE:
        yield Found(("interest", "balancing"), {"purpose": purpose})


def _consent(view: View, purpose: Purpose) -> Iterator[Found]:
    found = tuple(one for one in purpose.consent_mechanisms if one in INVALID)
    if found and purpose.basis in (_CONSENT, None):
        yield Found(("consent_mechanisms",), {"purpose": purpose, "reason": found})
    elif purpose.basis is _CONSENT and not (_described(purpose) or purpose.consent_text):
        yield Found(("consent_mechanisms", "consent_text"), {"purpose": purpose}, _NOT_DESCRIBED)


def _proof(view: View, purpose: Purpose) -> Iterator[Found]:
    empty = tuple(name for name in ("consent_proof", "consent_withdrawal") if not getattr(purpose, name))
    if empty:
        yield Found(empty, {"purpose": purpose, "fields": labels(Purpose, empty)})


def _prospecting(view: View, purpose: Purpose) -> Iterator[Found]:
    if not purpose.electronic_marketing or purpose.basis is _CONSENT or purpose.similar_products:
        return
    if purpose.marketing_audience in (MarketingAudience.CONSUMERS, MarketingAudience.BOTH):
        yield Found(("basis", "similar_products"), {"purpose": purpose})
    elif purpose.marketing_audience is None:
        yield Found(("marketing_audience",), {"purpose": purpose}, _AUDIENCE_UNKNOWN, Severity.TO_CHECK)
    elif purpose.opt_out_offered is not Answer.YES:
        yield Found(("opt_out_offered",), {"purpose": purpose}, _NO_OPT_OUT, Severity.TO_CHECK)


def _obligation(view: View, purpose: Purpose) -> Iterator[Found]:
    if not purpose.basis_text:
        yield Found(("basis_text",), {"purpose": purpose})


def _unusual(view: View, purpose: Purpose) -> Iterator[Found]:
    organisation = view.dossier.organisation
    if not (organisation and organisation.is_public_body):
        yield Found(("basis",), {"purpose": purpose, "basis": purpose.basis})


def _described(purpose: Purpose) -> bool:
    return any(one is not ConsentMechanism.UNKNOWN for one in purpose.consent_mechanisms)


_UNFAVOURABLE = N_("Purpose “{purpose}”: its balancing test concludes that the interest does not prevail.")
_BEGUN = N_("Purpose “{purpose}”: the balancing test is begun; the dossier does not say: {fields}.")
_NOT_A_BASIS = N_("Purpose “{purpose}” has no basis of art. 6(1) in the dossier; what is stated: “{stated}”.")
_NOT_DESCRIBED = N_("Purpose “{purpose}”: the dossier does not show how consent is given freely, by a clear act.")
_NO_OPT_OUT = N_("Prospecting “{purpose}” of professionals: the dossier shows no objection offered at collection.")
_AUDIENCE_UNKNOWN = N_("Prospecting “{purpose}”: does it address consumers? Then it waits for consent.")

BASIS_CHECKS = (
    Check(
        "LB-01",
        Purpose,
        Severity.BLOCKING,
        "art. 6(1), 13(1)(c)",
        N_("Purpose “{purpose}” has no legal basis in the dossier."),
        _basis,
        given="basis",
        being=(None,),
    ),
    Check(
        "LB-02",
        Purpose,
        Severity.MAJOR,
        "art. 6(1)(f), 13(1)(d)",
        N_("Purpose “{purpose}”: legitimate interests without a balancing test in the dossier."),
        _balancing,
        given="basis",
        being=(LegalBasis.LEGITIMATE_INTERESTS,),
    ),
    Check(
        "LB-03",
        Purpose,
        Severity.BLOCKING,
        "art. 4(11), 7",
        N_("Purpose “{purpose}”: this is not consent: {reason}."),
        _consent,
    ),
    Check(
        "LB-04",
        Purpose,
        Severity.MAJOR,
        "art. 7(1), 7(3)",
        N_("Purpose “{purpose}”: the dossier does not say: {fields}."),
        _proof,
        given="basis",
        being=(_CONSENT,),
    ),
    Check(
        "LB-05",
        Purpose,
        Severity.MAJOR,
        "art. L34-5 CPCE",
        N_("Prospecting “{purpose}” of consumers by e-mail or SMS: neither consent nor the exception for customers."),
        _prospecting,
        given="electronic_marketing",
    ),
    Check(
        "LB-06",
        Purpose,
        Severity.MINOR,
        "art. 6(3)",
        N_("Purpose “{purpose}”: legal obligation without its text."),
        _obligation,
        given="basis",
        being=(LegalBasis.LEGAL_OBLIGATION,),
    ),
    Check(
        "LB-07",
        Purpose,
        Severity.TO_CHECK,
        "art. 6(1)(d)-(e)",
        N_("Purpose “{purpose}”: “{basis}” is unusual for a private body."),
        _unusual,
        given="basis",
        being=_UNUSUAL,
    ),
)

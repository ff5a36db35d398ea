"""Whether the ground of a transfer holds on a day (chapter V GDPR), as far as the dossier shows it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dossier.i18n import N_
from dossier.law.adequacy import Decision, Destination, decision_for, destination
from dossier.law.transfers import (
    EndedMechanism,
    MechanismFacts,
    certification_shown,
    day_in_question,
    ended_in,
    ended_mechanisms,
    facts_of,
    fits,
    module_for,
    needs_assessment,
)
from dossier.model.record import Term
from dossier.model.transfer import Transfer, TransferAssessment
from dossier.model.vocabulary import Answer, AssessmentConclusion, SccModule, TransferMechanism


class Standing(Term):
    """Where a transfer stands; what presses first comes first."""

    __source__ = "Dossier"
    NO_GROUND = "sans_fondement", N_("No ground")
    TO_CHECK = "a_verifier", N_("To check")
    COVERED = "couvert", N_("Covered")
    IN_EEA = "eee", N_("Within the EEA")
    OVER = "termine", N_("Transfer ended")


class Doubt(Term):
    """What the ground of a transfer still lacks, in a few words."""

    __source__ = "Dossier"
    NONE = "aucun", N_("no ground recorded")
    COUNTRY = "pays", N_("country to record")
    ENDED = "perime", N_("can no longer be relied on")
    NO_DECISION = "sans_decision", N_("no decision valid that day")
    NOT_LISTED = "non_inscrit", N_("not on the list")
    FORBIDDEN = "interdit", N_("the assessment says no")
    CERTIFICATION = "certification", N_("certification to check")
    ADEQUACY = "adequation", N_("adequacy to record")
    SCOPE = "portee", N_("scope of the decision to check")
    TERRITORY = "territoire", N_("territory to check")
    MODULE = "module", N_("module to record")
    ROLES = "roles", N_("wrong module")
    ANNEXES = "annexes", N_("annexes to complete")
    APPROVAL = "approbation", N_("approval to show")
    DEROGATION = "derogation", N_("derogation to record")
    REPEATED = "repete", N_("repeated, so not exceptional")
    ASSESSMENT = "aitd", N_("impact assessment to make")


_BREAKING = (Doubt.NONE, Doubt.ENDED, Doubt.NO_DECISION, Doubt.NOT_LISTED, Doubt.FORBIDDEN)
_BCR = (TransferMechanism.BCR_C, TransferMechanism.BCR_P)


@dataclass(frozen=True)
class Ground:
    """What a transfer rests on, on the `day` for which it is judged, and what that ground still lacks."""

    transfer: Transfer
    day: date
    destination: Destination | None
    decision: Decision | None
    facts: MechanismFacts | None
    ended: tuple[EndedMechanism, ...]
    """The mechanisms it names, as its own or in the words of the organisation, that can no longer be relied on."""
    module: SccModule | None
    """The module of the standard clauses that fits the roles, where these are known."""
    conclusion: AssessmentConclusion | None
    standing: Standing
    doubts: tuple[Doubt, ...]

    @property
    def asks_assessment(self) -> bool:
        """Whether its mechanism asks, or may ask, for a transfer impact assessment."""
        mechanism = self.transfer.mechanism
        return mechanism is not None and needs_assessment(mechanism, self.transfer.module) is not False


def ground_of(transfer: Transfer, assessments: Iterable[TransferAssessment], today: date) -> Ground:
    """The ground of a transfer, with its impact assessments; a transfer that ended is judged on its last day."""
    day, country, mechanism = day_in_question(transfer, today), transfer.country, transfer.mechanism
    where = destination(country, day) if country else None
    decision = decision_for(country, day) if country else None
    latest = latest_of(assessments)
    conclusion = latest.conclusion if latest else None
    doubts = tuple(_doubts(transfer, where, decision, conclusion, day))
    exporter, importer = transfer.exporter_role, transfer.importer_role
    return Ground(
        transfer,
        day,
        where,
        decision,
        facts_of(mechanism) if mechanism else None,
        _ended(transfer, day),
        module_for(exporter, importer) if exporter and importer else None,
        conclusion,
        _standing(transfer, where, doubts, today),
        doubts,
    )


def latest_of(assessments: Iterable[TransferAssessment]) -> TransferAssessment | None:
    """The assessment that counts: the last one made; among those without a day, the last one begun."""
    return max(assessments, key=lambda one: (one.made_on or date.min, one.id), default=None)


def _ended(transfer: Transfer, day: date) -> tuple[EndedMechanism, ...]:
    named = [one for one in ended_mechanisms() if one.mechanism and one.mechanism is transfer.mechanism]
    return tuple(one for one in dict.fromkeys((*named, *ended_in(transfer.mechanism_stated))) if one.is_over(day))


def _standing(transfer: Transfer, where: Destination | None, doubts: tuple[Doubt, ...], today: date) -> Standing:
    if transfer.ended_on and transfer.ended_on < today:
        return Standing.OVER
    if where is Destination.EEA:
        return Standing.IN_EEA
    if any(one in _BREAKING for one in doubts):
        return Standing.NO_GROUND
    return Standing.TO_CHECK if doubts else Standing.COVERED


def _doubts(
    transfer: Transfer,
    where: Destination | None,
    decision: Decision | None,
    conclusion: AssessmentConclusion | None,
    day: date,
) -> Iterator[Doubt]:
    mechanism = transfer.mechanism
    if where is Destination.EEA:
        return
    if mechanism in (None, TransferMechanism.NONE):
        yield _without_mechanism(transfer, where, decision)
        return
    if any(one.mechanism is mechanism and one.is_over(day) for one in ended_mechanisms()):
        yield Doubt.ENDED
        return
    if where is None:
        yield Doubt.COUNTRY
    if mechanism is TransferMechanism.ADEQUACY and where:
        yield from _of_adequacy(transfer, decision)
    elif mechanism is TransferMechanism.DEROGATION:
        yield from (Doubt.DEROGATION,) if transfer.derogation is None else ()
        yield from (Doubt.REPEATED,) if transfer.repeated else ()
    else:
        yield from _of_tool(transfer, conclusion)


def _without_mechanism(transfer: Transfer, where: Destination | None, decision: Decision | None) -> Doubt:
    """As TRF-01 weighs it."""
    if where is Destination.TO_CHECK:
        return Doubt.TERRITORY
    if where is Destination.ADEQUATE:
        return Doubt.ADEQUACY
    certified = transfer.dpf_active is Answer.YES
    if decision and (certified or not decision.certification):
        return Doubt.SCOPE
    return Doubt.NONE


def _of_adequacy(transfer: Transfer, decision: Decision | None) -> Iterator[Doubt]:
    if decision is None:
        yield Doubt.NO_DECISION
    elif decision.certification and transfer.dpf_active is Answer.NO:
        yield Doubt.NOT_LISTED
    elif decision.certification and not certification_shown(transfer, decision):
        yield Doubt.CERTIFICATION


def _of_tool(transfer: Transfer, conclusion: AssessmentConclusion | None) -> Iterator[Doubt]:
    """A tool of art. 46."""
    mechanism = transfer.mechanism
    if conclusion is AssessmentConclusion.FORBIDDEN:
        yield Doubt.FORBIDDEN
    if mechanism is TransferMechanism.SCC:
        yield from _of_clauses(transfer)
    if mechanism in _BCR and not (transfer.approval_reference and transfer.in_group is Answer.YES):
        yield Doubt.APPROVAL
    if mechanism and needs_assessment(mechanism, transfer.module) and conclusion is None:
        yield Doubt.ASSESSMENT


def _of_clauses(transfer: Transfer) -> Iterator[Doubt]:
    exporter, importer, module = transfer.exporter_role, transfer.importer_role, transfer.module
    if module is None:
        yield Doubt.MODULE
    elif exporter and importer and not fits(exporter, importer, module):
        yield Doubt.ROLES
    if transfer.annexes is not Answer.YES:
        yield Doubt.ANNEXES

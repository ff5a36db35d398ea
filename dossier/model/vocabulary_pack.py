"""The parts of the inspection pack, in its order: what an authority asks for by name."""

from dossier.i18n import N_
from dossier.model.record import Term


class PackPart(Term):
    """A part of the pack that prints alone too."""

    __source__ = "CNIL, charte des contrôles, version de juin 2022 ; CCI Paris, documenter la conformité"
    SUMMARY = "synthese", N_("Summary")
    GOVERNANCE = "gouvernance", N_("Governance")
    REGISTER = "registre", N_("Record of processing activities")
    PROCESSOR_REGISTER = "registre_sous_traitant", N_("Record as a processor")
    LEGAL_BASES = "bases_legales", N_("Legal bases")
    NOTICES = "mentions", N_("Information of the persons")
    REQUESTS = "demandes", N_("Requests of the persons")
    PROCESSORS = "sous_traitants", N_("Processors")
    TRANSFERS = "transferts", N_("Transfers outside the EEA")
    SECURITY = "securite", N_("Security")
    BREACHES = "violations", N_("Personal data breaches")
    DPIAS = "aipd", N_("Impact assessments")
    RETENTION = "conservation", N_("Retention")
    TRACKERS = "traceurs", N_("Trackers")
    FINDINGS = "constats", N_("Findings and action plan")
    ANNEXES = "annexes", N_("Annexes")

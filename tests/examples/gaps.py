"""What an auditor would flag in each policy: the check that finds it, where, and the words of the policy.

`note` says why another check than the one first thought of stands here, or why there are no words.
"""

from dataclasses import dataclass

SILENT_TEXT = "the text is silent"


@dataclass(frozen=True)
class Gap:
    """A finding that must be there on each of the records, which are named by their references."""

    check: str
    records: str
    quote: str = ""
    note: str = ""


def numbered(series: str, *numbers: int) -> str:
    return " ".join(f"{series}-{number:03}" for number in numbers)


SOCO = (
    Gap("LB-03", "FIN-018", "due to an absence of opposition"),
    Gap("DSR-06", "PRO-001", "accompanied by a copy of any identity document"),
    Gap("RET-02", "DUR-005", "as long as the customer remains active", "RET-04 compares a duration, and there is none"),
    Gap("RET-01", "TRT-001", "stored in our database so that we can call you"),
    Gap("RET-06", "DUR-003", "Purchase data"),
    Gap("TRF-01", "TRF-001", "a transfer to a country outside the European Union"),
    Gap("INF-04", "DEC-059", "rules ensuring the protection and security", "it contradicts what is said of storage"),
    Gap("REC-02", "STT-001", "SOCO and its subcontractors may carry out"),
    Gap("REC-02", "STT-002", "Our service providers may also be recipients"),
    Gap("REC-02", "STT-003", "stored by SOCO and its subcontractors"),
    Gap("PRC-09", "STT-004", "We work with advertising partners", "REC-02 is of processors: here the role is unknown"),
    Gap("COO-01", "TRA-001", "several options allowing you to deactivate this functionality"),
    Gap("SEC-12", "TRT-010", "transformed into detailed anonymous profiles"),
    Gap("GOV-02", "ORG-001", "please contact us at the following address: contact@soco.fr"),
    Gap("INF-03", "MEN-001", note=SILENT_TEXT),
    Gap("LB-01", numbered("FIN", 1, 2, 4, 5, *range(6, 12), *range(13, 18), 19, 20), "Use case"),
    Gap("LB-01", "FIN-003 FIN-012", note="what is stated of these two differs, and is no basis of theirs either"),
    Gap("GOV-01", "ORG-001", note=SILENT_TEXT),
    Gap("DSR-05", "PRO-001", note=SILENT_TEXT),
    Gap("INF-05", "MEN-001", "The right to imitation of treatment"),
    Gap("DPI-01", "TRT-010", "targeted advertisements based on previous behavior"),
)

SOCIATEX = (
    Gap("DSR-05", "PRO-001", "un délai de réponse maximal de 2 mois"),
    Gap("DSR-06", "PRO-001", "accompagné d’une copie d’une pièce d’identité"),
    Gap("DSR-07", "PRO-001", "vous acquitter de certains frais"),
    Gap("LB-03", "FIN-017 FIN-018 FIN-019", "En cochant la case de consentement obligatoire"),
    Gap("INF-04", "DEC-095", "de vendre ou de partager vos données personnelles avec des tiers"),
    Gap("INF-04", "DEC-098", "Nous ne faisons pas de démarchage commercial ni de prospection"),
    Gap("GOV-03", "DPD-001", "le Délégué à la Protection des Données à contact[at]sociatex.com"),
    Gap(
        "PRC-05",
        "STT-002",
        "Nous utilisons des services tels que Stripe",
        "TRF-02 asks for a place declared in the EEA",
    ),
    Gap("TRF-01", "TRF-002", "Nous utilisons des services tels que Stripe", "the transfer to verify, with no country"),
    Gap("PRC-01", "STT-003", "des sauvegardes qui sont crypt", "TRF-02 asks for a group outside: here the contract"),
    Gap("PRC-05", "STT-007", note="BitDefender is one of three that the quote about Stripe stands for"),
    Gap("PRC-09", "STT-005 STT-006", "Nous travaillons conjointement avec la société GANDI SAS"),
    Gap("INF-03", "MEN-001", "d’un droit d’accès, de modification et/ou de suppression"),
    Gap("LB-01", numbered("FIN", 1, *range(4, 17), 20, 21, 22, 23, 25, 26), note=SILENT_TEXT),
    Gap("RET-01", "TRT-004", "copies de sauvegarde dans nos systèmes"),
    Gap("RET-06", "DUR-012", "sont conservées 12 mois à compter de leur collecte"),
    Gap("REG-08", "SST-003", "Cas particulier où nous agissons en sous-traitant"),
    Gap("GOV-06", "MEN-001", "Dernière modification : 24 janvier 2022"),
    Gap("SEC-12", "TRT-008", "ces données comportementales sont anonymisées", "COO-02 asks for a claimed exemption"),
    Gap(
        "SEC-02", "MES-006", "des sauvegardes qui sont cryptées", "SEC-06 asks for a measure: here its proof is missing"
    ),
)

SOPEXA = (
    Gap("TRF-01", "TRF-001", "accessed and used outside the European Union"),
    Gap("RET-01", numbered("TRT", *range(1, 8)), "only for the duration necessary for processing"),
    Gap("LB-01", numbered("FIN", *range(1, 17), 19, 20), "based on your consent, in execution of a contract"),
    Gap("MIN-01", "TRT-001 TRT-002 TRT-003 TRT-007", "children under 13 years of"),
    Gap("COO-03", "TRA-002", "Got it!"),
    Gap("COO-04", "TRA-002", "necessary to browse in certain areas"),
    Gap("COO-05", "TRA-002", "your agreement will be valid for 13 months"),
    Gap("INF-03", "MEN-001", "the extent of your rights"),
    Gap("INF-02", "TRT-006", "contacts it identifies for potential collaboration"),
    Gap("GOV-02", "ORG-001", "mybusiness@sopexa.com"),
    Gap("REC-02", "STT-001", "subcontractors, as part of a subcontract"),
    Gap("LB-05", "FIN-004", "Sales prospecting"),
    Gap("TRF-09", "TRF-002", "either in France or or abroad"),
    Gap("BRE-01", "PRO-002", "required actions will be taken"),
    Gap("RET-05", numbered("TRT", *range(1, 8)), "are deactivated from our active databases"),
    Gap("COO-01", "TRA-003", "the Unique Device Identifier"),
    Gap("RET-01", "TRT-004", "Process your applications from recruiters"),
)

SODEPAC = (
    Gap("TRF-01", "TRF-001", "Why do we transfer the information we collect between countries?"),
    Gap("RET-01", numbered("TRT", *range(1, 12)), "depends on the type of information"),
    Gap("COO-03", "TRA-001", "If you continue to use this site"),
    Gap("DSR-05", "PRO-001", "within a reasonable time period"),
    Gap("DSR-09", "PRO-001", "provided your administrator does not object"),
    Gap("SEC-05", "ORG-001", "with current or former employees"),
    Gap("REC-02", numbered("STT", *range(1, 8)), "We work with third-party service providers"),
    Gap("PRC-09", "STT-008 STT-009", "LinkedIn and Facebook buttons"),
    Gap("INF-02", "TRT-001 TRT-003 TRT-007", "We receive information about you from other users"),
    Gap("INF-02", "TRT-004", note="statistics of the media are of the same kind"),
    Gap("MIN-01", "TRT-001", "not for people under the age of 16"),
    Gap("INF-03", "MEN-001", "Legal bases for processing (for EEA users)", "the section is of the whole notice"),
    Gap("LB-01", numbered("FIN", *range(2, 7), 9, 10, 11, 12, 17, 23, 25, 26), note="what that section leaves out"),
    Gap("LB-04", "FIN-014", "your written or verbal consent during the shoot"),
    Gap("GOV-02", "ORG-001", "contact-sodepac@sodepac.com"),
    Gap("INF-03", "MEN-001", "you may have the right to lodge a complaint"),
    Gap("SEC-01", "ORG-001", "no security system is impenetrable"),
    Gap("PRC-11", "MEN-001", "no security system is impenetrable", "the disclaimer itself"),
    Gap("LB-03", "FIN-015", "you should stop using the Services"),
    Gap("INF-05", "MEN-001", "report it by calling +33 (0)3 61 31 86 76"),
    Gap("LB-01", "FIN-003", "We may use your messaging domain", "LB-02 asks for a stated legitimate interest"),
    Gap("LB-02", "FIN-013 FIN-016 FIN-018 FIN-020 FIN-021", note="no balancing test where that basis is stated"),
)

OCOUPDCOEUR = (
    Gap("GOV-01", "ORG-001", "is responsible for the personal data"),
    Gap("LB-01", "FIN-003", "2- For marketing purposes"),
    Gap("LB-01", numbered("FIN", 1, 2, *range(6, 19)), note="the other purposes are headings of the same form"),
    Gap("RET-02", "DUR-016", "any period defined in accordance with local regulations"),
    Gap("TRF-02", "STT-002", "order management system where the servers are all located in France"),
    Gap("PRC-11", "MEN-001 MEN-002 STT-001 STT-002 STT-003", "We could not, however, be held responsible"),
    Gap("SEC-04", "ORG-001", "The request for a password can be made"),
    Gap("SEC-04", "ORG-001", "We collect usernames, passwords, and similar security information"),
    Gap("DSR-10", "TRT-007", "the order may be slowed down by manual processing"),
    Gap("DPI-01", "TRT-008", "for the purposes of assessing your creditworthiness"),
    Gap("COO-01", "TRA-001", "you can disable cookies by going to your browser settings"),
    Gap("INF-03", "MEN-001 MEN-002", "you have the right to information, access, rectification"),
    Gap("DSR-06", "PRO-001", "you may be asked to provide proof of identity"),
    Gap("REG-06", "TRT-002", "We collect as much as possible"),
    Gap("PRC-09", "STT-015", "another brand/entity in partnership"),
    Gap("REC-02", numbered("STT", 3), "on our CRM (Customer Relationship Manager) system"),
    Gap("REC-02", numbered("STT", *range(4, 13)), note="the other processors that are not named"),
    Gap("GOV-03", "DPD-001", "dpo@ocoupdcoeur.com"),
    Gap("DSR-05", "PRO-001", note=SILENT_TEXT),
    Gap("LB-05", "FIN-017", "use this data to be able to send you an email"),
    Gap("MIN-01", "TRT-002", "last name, first name, gender"),
)

GAPS = {"soco": SOCO, "sociatex": SOCIATEX, "sopexa": SOPEXA, "sodepac": SODEPAC, "ocoupdcoeur": OCOUPDCOEUR}

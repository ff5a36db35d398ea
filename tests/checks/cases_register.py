"""Cases of the checks of governance, register, recipients and legal bases."""

from typing import Any

from dossier.model.record import Record
from tests.checks.case import Case, day, one, under

WHOLE = {
    "name": "SOCO",
    "legal_form": "SAS",
    "address": "7 rue Tronchet",
    "siren": "732 829 320",
    "representative_name": "Direction générale",
}
SINCE = day(months=-2)


def org(**values: Any) -> Record:
    return one("organisation", **values)


def dpo(**values: Any) -> Record:
    return one("dpo_designation", **{"name": "DPO", "designated_on": SINCE, **values})


def activity(**values: Any) -> Record:
    return one("activity", **values)


def with_part(kind: str, of: Record, **values: Any) -> list[Record]:
    return [of, under(of, kind, **values)]


TESTED = {"interest": "Sécurité du site", "balancing_necessity": "Rien de moins", "balancing_impact": "Attendu"}


def purpose(**values: Any) -> list[Record]:
    return [one("purpose", **values)]


def recipient(**values: Any) -> Record:
    return one("recipient", **values)


def entry(**values: Any) -> Record:
    whole = {
        "client": "Alpha",
        "client_contact": "Siège",
        "contract_reference": "C-1",
        "security_text": "Accès nominatifs",
    }
    return one("client_processing", **{**whole, **values})


PROCESSOR = one("processor")
UNNAMED = one("processor", name="", to_be_named=True, service="Routage", role="sous_traitant")
TRAINED = one("operation", type="formation", done_on=day(months=-3))
PUBLISHED = {"contacts_published": True, "email": "dpo@soco.example", "cnil_number": "DPO-1"}
SECRET = {"sensitive": ("sante",)}
TO_CONSUMERS = {"electronic_marketing": True, "marketing_audience": "consommateurs", "basis": "interet_legitime"}
TO_PROFESSIONALS = {**TO_CONSUMERS, "marketing_audience": "professionnels"}

CASES = {
    "GOV-01": Case([org(name="")], [org(**WHOLE)], [org()], speaks=True),
    "GOV-02": Case([org(large_scale_monitoring=True)], [org(no_dpo_reason="Analyse du 3 mai")], [org()], speaks=True),
    "GOV-03": Case([dpo(contacts_published=False)], [dpo(**PUBLISHED)], [dpo()], speaks=True),
    "GOV-04": Case([dpo(other_functions=("dsi",))], [dpo(other_functions=("juridique",))], [dpo()]),
    "GOV-05": Case([dpo(type="externe")], [dpo(type="externe", mission_letter=one("document").id)], [dpo()]),
    "GOV-06": Case(
        [one("procedure", last_review=day(months=-13))],
        [one("procedure", last_review=day(months=-11))],
        [one("procedure")],
        speaks=True,
    ),
    "GOV-07": Case([org(country="US")], [org(country="US", eu_representative="Lyon")], [org()]),
    "GOV-08": Case(
        [org(), one("operation", type="formation", done_on=day(months=-13))], [org(), TRAINED], [org()], True
    ),
    "REG-01": Case([org(headcount={"value": 12})], [org(headcount={"value": 0})], [org()], speaks=True),
    "REG-02": Case(
        with_part("purpose", activity(), name=" "), with_part("purpose", activity(), name="Paie"), [activity()], True
    ),
    "REG-03": Case([activity()], with_part("person_group", activity()), [activity()], speaks=True),
    "REG-04": Case([activity()], with_part("data_item", activity()), [activity()], speaks=True),
    "REG-05": Case([activity()], [activity(security_text="Accès nominatifs")], [activity()], speaks=True),
    "REG-06": Case(
        with_part("data_item", activity(), necessity="Virement", optional_shown=True),
        with_part("data_item", activity(), necessity="Virement"),
        with_part("data_item", activity()),
        speaks=True,
    ),
    "REG-08": Case([org(acts_as_processor=True)], [org(acts_as_processor=True), one("client_processing")], [org()]),
    "REG-08, entry": Case(
        [entry(client_contact="")],
        [entry()],
        [one("client_processing")],
        speaks=True,
    ),
    "REG-09": Case(
        [activity(exemption_claimed=True)],
        [activity(exemption_claimed=True, occasional=True, exemption_reason="Une fois par an")],
        [activity()],
    ),
    "REG-10": Case(
        with_part("data_item", activity(), **SECRET),
        with_part("data_item", activity(article9_exceptions=("b",)), **SECRET),
        with_part("data_item", activity()),
    ),
    "REG-11": Case(
        with_part("data_item", activity(), sensitive=("infractions",)),
        with_part("data_item", activity(offence_ground="Art. 46 LIL, 3°"), sensitive=("infractions",)),
        with_part("data_item", activity()),
    ),
    "REG-12": Case(
        with_part("data_item", activity(), category="nir"),
        with_part("data_item", activity(nir_ground="Paie, art. 2"), category="nir"),
        with_part("data_item", activity()),
    ),
    "REG-13": Case(
        [activity(joint_controller=True)],
        [activity(joint_controller=True, joint_arrangements=(one("joint_arrangement").id,))],
        [activity()],
    ),
    "REG-14": Case(
        with_part("purpose", activity(), further=True),
        with_part("purpose", activity(), further=True, compatibility="Attendu des personnes"),
        with_part("purpose", activity()),
    ),
    "REC-01": Case([activity()], with_part("recipient", activity()), [activity()], speaks=True),
    "REC-02": Case(
        [recipient(type="sous_traitant")],
        [recipient(type="sous_traitant", processor=PROCESSOR.id), PROCESSOR],
        [recipient()],
    ),
    "REC-02, to be named": Case(
        [UNNAMED],
        [UNNAMED.with_(name="Alpha")],
        [UNNAMED.with_(role=None)],
    ),
    "REC-02, its sheet says it": Case(
        [recipient(type="sous_traitant", to_be_named=True)],
        [recipient(type="sous_traitant", to_be_named=True, processor=UNNAMED.id), UNNAMED],
        [recipient(to_be_named=True)],
    ),
    "REC-03": Case(
        [recipient(type="organisme_externe")],
        [recipient(type="organisme_externe", purpose="Livrer")],
        [recipient()],
    ),
    "LB-01": Case(purpose(basis_stated="La bonne gestion"), purpose(basis="contrat"), purpose(), speaks=True),
    "LB-02": Case(purpose(basis="interet_legitime"), purpose(basis="interet_legitime", balancing="Fait"), purpose()),
    "LB-02, begun": Case(
        purpose(basis="interet_legitime", interest="Sécurité du site"),
        purpose(basis="interet_legitime", **TESTED, balancing_holds="oui"),
        purpose(interest="Sécurité du site"),
    ),
    "LB-02, without a conclusion": Case(
        purpose(basis="interet_legitime", **TESTED), purpose(basis="interet_legitime", balancing="Fait"), purpose()
    ),
    "LB-02, unfavourable": Case(
        purpose(basis="interet_legitime", balancing="Fait", balancing_holds="non"),
        purpose(basis="consentement", balancing_holds="non", consent_text="Case à cocher"),
        purpose(),
    ),
    "LB-03": Case(
        purpose(basis="consentement", consent_mechanisms=("case_obligatoire",)),
        purpose(basis="consentement", consent_mechanisms=("acte_positif",)),
        purpose(basis="consentement"),
        speaks=True,
    ),
    "LB-04": Case(
        purpose(basis="consentement", consent_proof="Journal"),
        purpose(basis="consentement", consent_proof="Journal", consent_withdrawal="Lien"),
        purpose(),
    ),
    "LB-05": Case(
        purpose(**TO_CONSUMERS),
        purpose(similar_products=True, **TO_CONSUMERS),
        purpose(electronic_marketing=True, basis="interet_legitime"),
        speaks=True,
    ),
    "LB-05, professionals": Case(
        purpose(opt_out_offered="partiel", **TO_PROFESSIONALS),
        purpose(opt_out_offered="oui", **TO_PROFESSIONALS),
        purpose(**TO_PROFESSIONALS),
        speaks=True,
    ),
    "LB-06": Case(
        purpose(basis="obligation_legale"), purpose(basis="obligation_legale", basis_text="L3243-4"), purpose()
    ),
    "LB-07": Case(
        [*purpose(basis="mission_interet_public"), org(is_public_body=False)],
        [*purpose(basis="mission_interet_public"), org(is_public_body=True)],
        purpose(),
    ),
}

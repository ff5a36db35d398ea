"""Cases of the checks of security, impact assessments, minors, requests and what was typed."""

from typing import Any

from dossier.law.security_guide import sheets
from dossier.model.record import Record
from dossier.model.vocabulary import FearedEvent
from tests.checks.case import Case, day, one, under


def org(**values: Any) -> Record:
    return one("organisation", **values)


def activity(**values: Any) -> Record:
    return one("activity", **values)


def measure(**values: Any) -> Record:
    return one("measure", **values)


def done(type_: str, months: int, **values: Any) -> Record:
    return one("operation", type=type_, done_on=day(months=months), **values)


def dpia(**values: Any) -> Record:
    return one("dpia", **values)


def request(**values: Any) -> Record:
    return one("request", **values)


def rights(**values: Any) -> Record:
    return one("procedure", type="droits", **values)


def consents(of: Record) -> list[Record]:
    return [of, under(of, "purpose", basis="consentement")]


SECRET = activity()
HEALTH = under(SECRET, "data_item", sensitive=("sante",))
ENCRYPTED = measure(sheet=21, state="en_place")
ALL_SHEETS = [measure(sheet=sheet.number, state="en_place") for sheet in sheets()]
RISKY = activity(dpia_criteria=("surveillance", "grande_echelle"))
LISTED = activity(dpia_list=("4",))
CHILDREN = {"offered_to_children": True}
YOUNG = activity(age_threshold=13)
SHOP = activity()
CUSTOMERS = [under(SHOP, "purpose"), under(SHOP, "person_group", category="clients")]
BIRTH = under(SHOP, "data_item", name="Nom et date de naissance")

WRITTEN = dpia(overview="Alertes", proportionality="Rien de moins", measures_text="Accès restreint")


def feared(event: FearedEvent) -> Record:
    return under(WRITTEN, "dpia_risk", event=event.value)


CASES = {
    "SEC-01": Case([org(), *ALL_SHEETS[1:]], [org(), *ALL_SHEETS], [org()], speaks=True),
    "SEC-01, not applicable": Case(
        [org(), *ALL_SHEETS[:-1], measure(sheet=25, state="non_applicable")],
        [org(), *ALL_SHEETS[:-1], measure(sheet=25, state="non_applicable", not_applicable_reason="Aucune API")],
        [org()],
        speaks=True,
    ),
    "SEC-02": Case(
        [measure(state="en_place", evidence_text="Rien de joint")],
        [measure(state="en_place", evidence=(one("document").id,))],
        [measure()],
    ),
    "SEC-03": Case([measure(next_review=day(days=-1))], [measure(next_review=day())], [measure()]),
    "SEC-04": Case([org(passwords_in_clear=True)], [org(password_bits=80)], [org()]),
    "SEC-04, weak": Case([org(password_bits=49)], [org(password_bits=50, password_rule="Blocage")], [org()]),
    "SEC-05": Case(
        [org(leavers_removed="non"), done("revue_habilitations", -2)],
        [org(leavers_removed="oui"), done("revue_habilitations", -2)],
        [org()],
        speaks=True,
    ),
    "SEC-05, not checked": Case(
        [org(leavers_removed="non_verifie"), done("revue_habilitations", -2)],
        [org(leavers_removed="oui"), done("revue_habilitations", -2)],
        [org()],
        speaks=True,
    ),
    "SEC-06": Case(
        [SECRET, HEALTH], [SECRET.with_(measures=(ENCRYPTED.id,)), HEALTH, ENCRYPTED], [SECRET], speaks=False
    ),
    "SEC-06, banking": Case(
        [SECRET, under(SECRET, "data_item", name="RIB ou IBAN", category="economique_financier")],
        [SECRET, under(SECRET, "data_item", name="Achats", category="economique_financier")],
        [SECRET, under(SECRET, "data_item", name="RIB ou IBAN")],
    ),
    "SEC-07": Case(
        [org(), done("test_restauration", -2, result="non")], [org(), done("test_restauration", -2)], [org()], True
    ),
    "SEC-08": Case(
        [org(log_retention={"count": 5, "unit": "an"})],
        [org(log_retention={"count": 6, "unit": "mois"})],
        [org()],
        True,
    ),
    "SEC-09": Case([org(remote_mfa="non")], [org(remote_mfa="oui")], [org()], speaks=True),
    "SEC-09, one system": Case(
        [org(remote_mfa="oui"), one("system", mfa="non")], [org(remote_mfa="oui"), one("system")], [org()], speaks=True
    ),
    "SEC-10": Case([org()], [org(), one("procedure", type="continuite")], [org()], speaks=True),
    "SEC-11": Case(
        [measure(state="prevue", due_on=day(days=-1))], [measure(state="en_place", due_on=day(days=-1))], [measure()]
    ),
    "SEC-12": Case(
        [activity(anonymisation_claimed=True)],
        [activity(anonymisation_claimed=True, anonymisation_proof="Trois critères")],
        [activity()],
    ),
    "DPI-01": Case([RISKY], [RISKY.with_(dpia_waiver="Portée limitée")], [activity(dpia_criteria=("evaluation",))]),
    "DPI-01, assessed": Case([RISKY], [RISKY, dpia(activities=(RISKY.id,))], [activity()]),
    "DPI-02": Case([LISTED], [LISTED, dpia(activities=(LISTED.id,))], [activity()]),
    "DPI-03": Case([dpia(residual="maximal")], [dpia(residual="maximal", consultation="oui")], [dpia()]),
    "DPI-04": Case(
        [dpia(dpo_opinion="Favorable", made_on=day(months=-37))],
        [dpia(dpo_opinion="Favorable", made_on=day(months=-35))],
        [dpia()],
        speaks=True,
    ),
    "DPI-05": Case([dpia(overview="Alertes")], [WRITTEN, *(feared(event) for event in FearedEvent)], [dpia()], True),
    "DPI-05, a feared event": Case(
        [WRITTEN, feared(FearedEvent.ACCESS)], [dpia(document=one("document").id)], [dpia()], True
    ),
    "MIN-01": Case(
        consents(activity(age_threshold=13, **CHILDREN)),
        consents(activity(age_threshold=15, **CHILDREN)),
        consents(activity()),
    ),
    "MIN-01, not for children": Case(
        consents(activity(age_threshold=13)),
        consents(activity(age_threshold=13, offered_to_children=False)),
        consents(activity()),
    ),
    "MIN-01, basis unknown": Case(
        [YOUNG, under(YOUNG, "purpose")], [YOUNG, under(YOUNG, "purpose", basis="contrat")], [YOUNG]
    ),
    "MIN-01, dates of birth": Case(
        [SHOP, *CUSTOMERS, BIRTH],
        [SHOP.with_(offered_to_children=False), *CUSTOMERS, BIRTH],
        [SHOP, *CUSTOMERS],
    ),
    "MIN-01, dates of birth of employees": Case([SHOP, *CUSTOMERS, BIRTH], [SHOP, *CUSTOMERS[:1], BIRTH], [SHOP]),
    "MIN-02": Case(
        consents(activity(parental_consent="non", **CHILDREN)),
        consents(activity(parental_consent="oui", **CHILDREN)),
        consents(activity(parental_consent="non")),
    ),
    "DSR-01": Case(
        [request(received_on=day(days=-27))], [request(received_on=day(days=-27), answered_on=day())], [request()]
    ),
    "DSR-02": Case(
        [request(received_on=day(days=-40))], [request(received_on=day(days=-40), state="cloturee")], [request()]
    ),
    "DSR-02, answered late": Case(
        [request(received_on=day(days=-60), answered_on=day())],
        [request(received_on=day(days=-60), answered_on=day(days=-40))],
        [request()],
    ),
    "DSR-03": Case(
        [request(extended=True)],
        [request(extended=True, extension_notified_on=day(), extension_reason="Nombre", received_on=day(days=-5))],
        [request()],
    ),
    "DSR-03, told late": Case(
        [request(extended=True, extension_notified_on=day(), extension_reason="Nombre", received_on=day(days=-50))],
        [request(extended=True, extension_notified_on=day(), extension_reason="Nombre", received_on=day(days=-20))],
        [request()],
    ),
    "DSR-04": Case(
        [request(decision="refusee", refusal_reasons="Excessive")],
        [request(decision="refusee", refusal_reasons="Excessive", remedies_told="oui")],
        [request()],
    ),
    "DSR-05": Case(
        [rights(announced_delay={"count": 2, "unit": "mois"})],
        [rights(announced_delay={"count": 1, "unit": "mois"})],
        [rights()],
        speaks=True,
    ),
    "DSR-05, no number": Case(
        [rights(announced_text="within a reasonable time")],
        [rights(announced_text="30 jours", announced_delay={"count": 30, "unit": "jour"})],
        [one("procedure", announced_text="within a reasonable time")],
    ),
    "DSR-06": Case([rights(identity_proof="copie_piece")], [rights(identity_proof="si_doute")], [rights()]),
    "DSR-07": Case([rights(fee=True)], [rights(fee=False)], [rights()]),
    "DSR-08": Case(
        [request(id_copy_received=True)], [request(id_copy_received=True, id_copy_deleted_on=day())], [request()]
    ),
    "DSR-09": Case(
        [request(marketing_objection=True, received_on=day(days=-3))],
        [request(marketing_objection=True, received_on=day(days=-3), applied_on=day(days=-1))],
        [request(marketing_objection=True)],
    ),
    "DSR-10": Case(
        [activity(automated_decision=True)],
        [activity(automated_decision=True, article22_safeguards="Un agent revoit")],
        [activity()],
    ),
    "DSR-10, logic only": Case(
        [activity(decision_logic="La commande est annulée")],
        [activity(decision_logic="La commande est annulée", automated_decision=False)],
        [activity()],
    ),
    "DSR-12": Case([request(state="a_traiter")], [request(received_on=day())], [request()], speaks=True),
    "DSR-11": Case(
        [request(decision="satisfaite", rights=("effacement",))],
        [request(decision="satisfaite", rights=("effacement",), recipients_told="oui")],
        [request(rights=("effacement",))],
    ),
    "QUA-01": Case(
        [request(content="Écrire à jeanne@exemple.fr")], [request(content="Écrire à la cliente")], [request()]
    ),
    "QUA-01, NIR": Case(
        [one("breach", facts="NIR 2 84 05 75 123 456 78")], [one("breach", facts="Dossier 284 lignes")], [one("breach")]
    ),
}

"""Drafts of messages: what the record says in plain words, and brackets for what it does not say."""

import re
from typing import Any

import pytest
from hypothesis import given

from dossier.i18n import Code, language
from dossier.law.breach_messages import Draft, controller_message, persons_message
from dossier.model.breach import Breach, BreachParty
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from tests.factories import NOW, filled_dossier, record, records

FRENCH, ENGLISH = language("fr"), language("en")
TODAY = NOW.date()
BRACKETS = {"fr": r"\[à compléter : [^\]]+\]", "en": r"\[to be completed: [^\]]+\]"}


def dossier_of(*records: Record) -> Dossier:
    return Dossier("test").with_records([(None, one) for one in records], 1, "")


def to_persons(*others: Record, code: Code = "fr", **values: Any) -> Draft:
    breach = record("breach", reference="VIO-2026-003", **values)
    assert isinstance(breach, Breach)
    return persons_message(dossier_of(breach, *others), breach, TODAY, language(code))


def to_controller(*others: Record, code: Code = "fr", to: str = "", **values: Any) -> Draft:
    breach = record("breach", reference="VIO-2026-003", role="sous_traitant", **values)
    party = record("breach_party", breach=breach.id, name=to) if to else None
    assert isinstance(breach, Breach)
    assert party is None or isinstance(party, BreachParty)
    return controller_message(dossier_of(breach, *others), breach, party, TODAY, language(code))


def gaps(text: str, code: Code = "fr") -> list[str]:
    return re.findall(BRACKETS[code], text.replace("\u00a0", " "))


ORGANISATION = record("organisation", name="Éco SAS")
OFFICER = record("dpo_designation", name="Camille Martin", email="dpo@eco.example")
TOLD: dict[str, Any] = {
    "name": "Infolettre",
    "facts": "L’infolettre a montré toutes les adresses.",
    "nature": ["confidentialite"],
    "data": ["coordonnees", "inconnues"],
    "consequences": ["diffusion"],
    "harms": ["fraude"],
    "effects": "Des courriels indésirables sont possibles.",
    "remedies": "L’envoi a été arrêté.",
    "remedies_planned": "L’outil imposera la copie cachée.",
}


def test_the_message_to_the_persons_says_what_article_34_asks() -> None:
    text = to_persons(ORGANISATION, OFFICER, **TOLD).text
    for said in (
        "Éco SAS vous informe",
        "L’infolettre a montré toutes les adresses.",
        "Des personnes non autorisées ont pu voir ou obtenir ces données.",
        "– Coordonnées",
        "– Fraude",
        "Des courriels indésirables sont possibles.",
        "L’envoi a été arrêté.\nL’outil imposera la copie cachée.",
        "Camille Martin, Délégué à la protection des données\ndpo@eco.example",
    ):
        assert said in text
    assert gaps(text) == ["[à compléter : ce que les personnes peuvent faire pour se protéger]"]


def test_what_is_open_is_no_item_of_a_list() -> None:
    assert "pas connues" not in to_persons(**TOLD).text


@pytest.mark.parametrize("code", ["fr", "en"])
def test_of_a_single_sentence_everything_else_is_to_be_completed(code: Code) -> None:
    text = to_persons(name="Portable volé dans le train", code=code).text
    assert "Portable volé dans le train" in text
    assert len(gaps(text, code)) == 8
    assert "None" not in text


def test_the_alert_to_a_controller_says_what_it_will_have_to_notify() -> None:
    draft = to_controller(
        ORGANISATION,
        OFFICER,
        to="Client SA",
        persons=["clients"],
        persons_number={"value": 312, "state": "about"},
        records_number={"state": "unknown"},
        aware_at={"at": "2026-11-22T12:00:00Z"},
        ongoing=True,
        **TOLD,
    )
    assert "VIO-2026-003" in draft.subject
    for said in (
        "À l’attention de Client SA",
        "Éco SAS, votre sous-traitant",
        "environ 312",
        "22/11/2026 13:00 (Paris)",
    ):
        assert said in draft.text
    assert "Enregistrements\u00a0: pas encore connu" in draft.text
    assert "toujours en cours" in draft.text
    assert gaps(draft.text) == []


def test_an_alert_without_a_controller_leaves_room_for_its_name() -> None:
    assert "le responsable de traitement" in gaps(to_controller(name="Panne").text)[0]


def test_without_an_officer_the_contact_for_breaches_is_named() -> None:
    contact = record("contact", name="Cellule incidents", role="violations", phone="01 02 03 04 05")
    assert "Cellule incidents\n01 02 03 04 05" in to_persons(contact, **TOLD).text


def test_the_officer_in_office_is_named_and_no_other() -> None:
    before = record("dpo_designation", name="Ancien", designated_on="2019-01-01", ended_on="2026-11-30")
    now = record("dpo_designation", name="Camille Martin", designated_on="2026-01-01")
    to_come = record("dpo_designation", name="À venir", designated_on="2027-01-01")
    text = to_persons(before, to_come, now, **TOLD).text
    assert "Camille Martin, Délégué à la protection des données" in text
    assert "Ancien" not in text
    assert "À venir" not in text


@given(records(Breach), records(BreachParty))
def test_whatever_is_stored_has_both_drafts(breach: Breach, party: BreachParty) -> None:
    dossier = dossier_of(breach, party)
    assert persons_message(dossier, breach, TODAY, FRENCH).text
    assert controller_message(dossier, breach, party, TODAY, ENGLISH).text


@pytest.mark.parametrize("code", ["fr", "en"])
def test_a_breach_with_every_field_filled_makes_both_messages(code: Code) -> None:
    dossier = dossier_of(*filled_dossier())
    breach, party = dossier.of(Breach)[0], dossier.of(BreachParty)[0]
    for draft in (
        persons_message(dossier, breach, TODAY, language(code)),
        controller_message(dossier, breach, party, TODAY, language(code)),
    ):
        assert "breach.facts" in draft.text
        assert "breach.remedies_lasting" in draft.text

"""The worksheet for the CNIL's form: its order and words, what is known, not known yet, missing or not applicable."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given

from dossier.law.cnil_answers import AnswerState
from dossier.law.cnil_form import Question, Worksheet, worksheet
from dossier.law.data import law_data
from dossier.model.breach import Breach, BreachNotification, BreachParty
from dossier.model.dossier import Dossier
from dossier.model.fields import fields_of
from dossier.model.organisation import Contact, DpoDesignation
from dossier.model.record import Record
from tests.factories import NOW, filled_dossier, record, records

KNOWN, OPEN, MISSING, NOT_APPLICABLE = AnswerState
AWARE = {"at": "2026-11-22T12:00:00Z"}
SENT = {"at": "2026-11-23T08:00:00Z"}


def dossier_of(*records: Record) -> Dossier:
    return Dossier("test").with_records([(None, one) for one in records], 1, "")


def asked(*others: Record, now: datetime = NOW, **values: Any) -> dict[str, Question]:
    """The questions of the worksheet of one breach, by their code."""
    sheet = sheet_of(*others, now=now, **values)
    return {question.code: question for question in sheet}


def sheet_of(*others: Record, now: datetime = NOW, **values: Any) -> Worksheet:
    breach = record("breach", id="018f0000-0000-7000-8000-000000000001", reference="VIO-2026-003", **values)
    assert isinstance(breach, Breach)
    return worksheet(dossier_of(breach, *others), breach, now)


def part(kind: str, **values: Any) -> Record:
    return record(kind, breach="018f0000-0000-7000-8000-000000000001", **values)


def test_the_sections_stand_in_the_order_of_the_outline_and_say_where_they_come_from() -> None:
    sheet = sheet_of()
    assert [section.number for section in sheet.sections] == list(range(1, 19))
    assert sheet.outline.isoformat() == "2023-07-01"
    assert not sheet.is_verified
    assert "juillet 2023" in sheet.source


def test_every_question_of_the_outline_has_an_answer_and_a_place_where_it_is_mended() -> None:
    for question in sheet_of():
        assert question.label
        assert question.found.place.field in {field.name for field in fields_of(question.found.place.kind)}
    codes = [field["code"] for section in law_data("cnil_form")["sections"] for field in section["fields"]]
    assert len(codes) == len(set(codes))


def test_a_breach_of_which_one_sentence_is_known_says_it_and_what_is_missing() -> None:
    found = asked(name="Courriel envoyé à tous")
    assert found["description"].text == "Courriel envoyé à tous"
    assert found["type"].text == "Notification initiale"
    assert {found[code].state for code in ("aware", "nature", "data", "persons_number", "siren", "dpo")} == {MISSING}
    assert {found[code].state for code in ("delay_reasons", "inform_number", "countries")} == {NOT_APPLICABLE}


def test_a_breach_with_every_field_filled_is_answered_everywhere_but_where_it_is_said_to_be_open() -> None:
    records = filled_dossier()
    dossier = dossier_of(*(one for one in records if not isinstance(one, DpoDesignation | Contact)))
    sheet = worksheet(dossier, dossier.of(Breach)[0], NOW)
    missing = {question.code for question in sheet if question.state is MISSING}
    assert missing == {
        "legal_email", "contact_name", "contact_function", "contact_email", "contact_phone"
    }  # fmt: skip
    assert sheet.count(OPEN) > 0


def test_the_words_are_those_of_the_cnil_one_a_line() -> None:
    found = asked(nature=["confidentialite", "disponibilite"], data=["etat_civil"], gravity="limite")
    assert found["nature"].text == "Perte de la confidentialité\nPerte de la disponibilité"
    assert found["data"].text == "Etat civil (ex : nom, sexe, date de naissance, âge...)"
    assert found["gravity"].text == "Limitée"


def test_not_known_yet_is_not_missing() -> None:
    unknown = {"state": "unknown"}
    found = asked(persons_number=unknown, started_at=unknown, data=["inconnues"], nature=["inconnue"])
    assert found["persons_number"].state is found["started"].state is found["data"].state is OPEN
    assert found["data"].text == "Les données concernées ne sont pas connues pour le moment"
    assert found["period_known"].text == "Non"
    assert found["consequences_integrity"].state is OPEN
    assert found["sensitive"].state is OPEN


def test_a_count_is_digits_that_a_number_field_takes() -> None:
    found = asked(
        persons_number={"value": 31200, "state": "about"}, records_number={"value": 5, "to": 9000, "state": "range"}
    )
    assert found["persons_number"].text == "31200"
    assert found["records_number"].text == "entre 5 et 9\u202f000"


def test_a_count_without_a_number_is_missing() -> None:
    assert asked(persons_number={"state": "exact"})["persons_number"].state is MISSING


@given(records(Breach), records(BreachNotification), records(BreachParty))
def test_whatever_is_stored_has_a_worksheet(breach: Breach, sent: BreachNotification, party: BreachParty) -> None:
    parts = (sent.with_(breach=breach.id), party.with_(breach=breach.id))
    for question in worksheet(dossier_of(breach, *parts), breach, NOW):
        assert "None" not in question.text.split()
        assert bool(question.text) >= (question.state is KNOWN)


def test_after_a_notification_the_next_one_completes_it() -> None:
    sent = part("breach_notification", type="initiale", sent_at=SENT)
    prepared = part("breach_notification", type="initiale")
    assert asked(sent, aware_at=AWARE)["type"].text == "Notification complémentaire"
    assert asked(prepared, aware_at=AWARE)["type"].text == "Notification initiale"


def test_reasons_for_the_delay_are_asked_for_once_it_is_late() -> None:
    due = datetime(2026, 11, 25, 12, tzinfo=UTC)
    assert asked(aware_at=AWARE, now=due)["delay_reasons"].state is NOT_APPLICABLE
    assert asked(aware_at=AWARE, now=due + timedelta(minutes=1))["delay_reasons"].state is MISSING
    late = part("breach_notification", type="complete", sent_at={"at": "2026-11-25T12:01:00Z"})
    assert asked(late, aware_at=AWARE, now=NOW)["delay_reasons"].state is MISSING


def test_consequences_are_asked_for_by_what_was_lost() -> None:
    found = asked(nature=["confidentialite"], consequences=["diffusion", "service_degrade"])
    assert found["consequences_confidentiality"].text.startswith("Les données ont été diffusées")
    assert found["consequences_integrity"].state is NOT_APPLICABLE
    assert found["consequences_availability"].text  # what was said is shown, even where it was not asked for
    assert asked(nature=["integrite"])["consequences_integrity"].state is MISSING


def test_the_processor_starts_the_clock_where_it_knew_first() -> None:
    found = asked(aware_at=SENT, processor_alerted_at=AWARE, processors=[])
    assert found["aware"].text == "22/11/2026 13:00 (Paris)"
    assert found["aware"].found.place.field == "processor_alerted_at"
    assert found["parties"].state is MISSING


def test_a_suspicion_has_no_awareness_yet() -> None:
    assert asked(state="suspicion", suspected_at=AWARE)["aware"].state is OPEN


def test_whom_to_ask_is_the_contact_for_breaches_else_the_officer() -> None:
    officer = record("dpo_designation", name="Camille Martin", email="dpo@exemple.fr", cnil_number="DPO-1234")
    contact = record("contact", name="Cellule incidents", role="violations", phone="01 02 03 04 05")
    found = asked(officer)
    assert (found["contact_name"].text, found["contact_email"].text) == ("Camille Martin", "dpo@exemple.fr")
    assert found["contact_function"].text == "Délégué à la protection des données"
    assert found["dpo"].text == "Camille Martin\nn° DPO-1234"
    found = asked(officer, contact)
    assert found["contact_name"].text == "Cellule incidents"
    assert found["contact_phone"].found.place.record == contact.id


@pytest.mark.parametrize(
    ("inform", "due"),
    [
        ("oui", {"inform_on", "inform_number", "inform_means", "inform_content"}),
        ("prevu", {"inform_on"}),
        ("non", {"inform_reasons"}),
        ("inconnu", set()),
    ],
)
def test_what_is_asked_about_the_persons_follows_from_whether_they_are_told(inform: str, due: set[str]) -> None:
    found = asked(inform=inform)
    assert {code for code, one in found.items() if code.startswith("inform_") and one.state is MISSING} == due


def test_the_first_communication_answers_for_the_persons_told() -> None:
    told = part(
        "breach_communication", sent_at=SENT, channel="courriel", persons_number={"value": 312}, content="Bonjour"
    )
    found = asked(told, inform="oui")
    assert found["inform_on"].text == "23/11/2026 09:00 (Paris)"
    assert (found["inform_number"].text, found["inform_content"].text) == ("312", "Bonjour")
    assert found["inform_content"].found.place.record == told.id


def test_the_data_of_a_breach_without_sensitive_data_need_no_answer() -> None:
    assert asked(data=["coordonnees"])["sensitive"].state is NOT_APPLICABLE
    assert asked()["sensitive"].state is MISSING


def test_everything_can_be_copied_at_once_under_its_labels() -> None:
    text = sheet_of(name="Courriel envoyé à tous", nature=["integrite"]).text
    assert "7 · Natures de la violation\nNatures de la violation\nPerte de l'intégrité" in text
    assert "8 · Origines" not in text

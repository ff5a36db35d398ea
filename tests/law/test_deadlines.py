"""Everything with a date: each source of a deadline, what is over and no longer told, and how far off each is."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.i18n import language
from dossier.law.deadlines import agenda_of, everything_due
from dossier.law.due import Due, Horizon, Subject
from dossier.model.catalog import CATALOG
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from tests.factories import NOW, record, records

TODAY = date(2026, 11, 22)
ENGLISH = language("en")


def dossier_of(*some: Record) -> Dossier:
    return Dossier("d").with_records(((None, one) for one in some), 1, "")


def due_of(*some: Record, now: datetime = NOW) -> tuple[Due, ...]:
    return everything_due(dossier_of(*some), now)


def told(found: Sequence[Due]) -> list[tuple[str, str, str]]:
    return [(due.matter.code, due.day.isoformat(), due.field) for due in found]


def days(n: int) -> str:
    return (TODAY + timedelta(days=n)).isoformat()


BREACH = record("breach", name="Portable perdu", aware_at={"at": "2026-11-21T09:00:00+00:00"})
REQUEST = record("request", name="Accès", received_on="2026-11-02")
PROCESSOR = record("processor", name="CELESTE", role="sous_traitant")
EXCHANGE = record("authority_exchange", name="Contrôle", due_on="2026-12-01")
UK = {"name": "Vers Londres", "country": "GB", "mechanism": "adequation"}

ONE_OF_EACH: list[tuple[Record, str, str, str]] = [
    (BREACH, "notify", "2026-11-24", "notify"),
    (BREACH.with_(inform_planned_on=date(2026, 12, 1), aware_at=None), "inform", "2026-12-01", "inform_planned_on"),
    (REQUEST, "answer", "2026-12-02", "answered_on"),
    (EXCHANGE, "exchange", "2026-12-01", "due_on"),
    (PROCESSOR.with_(next_review=date(2027, 1, 5)), "review", "2027-01-05", "next_review"),
    (PROCESSOR.with_(last_review=date(2026, 1, 5)), "review", "2027-01-05", "next_review"),
    (PROCESSOR.with_(ends_on=date(2027, 3, 31)), "contract", "2027-03-31", "ends_on"),
    (PROCESSOR.with_(ends_on=date(2026, 3, 31)), "return", "2026-03-31", "return_certified_on"),
    (record("procedure", name="Violations", adopted_on="2026-02-01"), "review", "2027-02-01", "next_review"),
    (record("notice", name="Politique", published_on="2022-01-24"), "review", "2023-01-24", "next_review"),
    (record("document", type="politique", dated="2026-02-01"), "review", "2027-02-01", "next_review"),
    (record("document", name="Registre", next_review="2027-02-01"), "review", "2027-02-01", "next_review"),
    (record("dpia", made_on="2025-06-30"), "review", "2028-06-30", "next_review"),
    (record("transfer_assessment", made_on="2025-06-30"), "review", "2027-06-30", "next_review"),
    (record("transfer", next_review="2027-06-30"), "review", "2027-06-30", "next_review"),
    (record("measure", state="en_place", next_review="2027-06-30"), "review", "2027-06-30", "next_review"),
    (record("measure", state="prevue", due_on="2026-12-31"), "measure", "2026-12-31", "due_on"),
    (record("action", due_on="2026-12-31", state="a_faire"), "action", "2026-12-31", "due_on"),
    (record("operation", type="formation", done_on="2026-03-01"), "operation", "2027-03-01", "next_due"),
    (
        record("operation", type="exercice_violation", done_on="2026-03-01", next_due="2026-12-01"),
        "operation",
        "2026-12-01",
        "next_due",
    ),
    (record("dpo_designation", mission_ends_on="2027-01-01"), "mission", "2027-01-01", "mission_ends_on"),
    (record("system", support_ends_on="2027-01-01"), "support", "2027-01-01", "support_ends_on"),
    (record("waiver", ends_on="2027-01-01"), "waiver", "2027-01-01", "ends_on"),
    (record("transfer", **UK), "adequacy", "2031-12-27", "mechanism"),
    (record("request", answered_on="2021-12-01", state="cloturee"), "kept", "2026-12-01", "answered_on"),
    (record("breach", closed_on="2021-12-01"), "kept", "2026-12-01", "closed_on"),
]


@pytest.mark.parametrize(("one", "code", "day", "field"), ONE_OF_EACH, ids=lambda value: str(value)[:24])
def test_each_source_gives_its_one_deadline(one: Record, code: str, day: str, field: str) -> None:
    assert told(due_of(one)) == [(code, day, field)]


OVER: list[Record] = [
    BREACH.with_(closed_on=TODAY),
    REQUEST.with_(answered_on=TODAY),
    EXCHANGE.with_(outcome_on=TODAY),
    record("authority_exchange", due_on="2026-12-01", outcome="cloture"),
    PROCESSOR.with_(ends_on=date(2026, 3, 31), return_certified_on=date(2026, 4, 1)),
    record("processor", service="Paie", signed_on="2020-01-01"),
    record("processor", name="CELESTE", role="sous_traitant", status="archive", next_review="2027-01-05"),
    record("document", type="preuve", dated="2020-02-01"),
    record("transfer", next_review="2027-06-30", ended_on="2026-01-01"),
    record("transfer", **UK, ended_on="2026-01-01"),
    record("transfer", name="Vers Berne", country="CH", mechanism="adequation"),
    record("measure", state="non_applicable", next_review="2027-06-30"),
    record("measure", state="en_place", due_on="2026-01-31"),
    record("action", due_on="2026-12-31", state="fait"),
    record("action", due_on="2026-12-31", done_on="2026-11-01"),
    record("operation", type="formation", done_on="2026-03-01", result="non"),
    record("dpo_designation", mission_ends_on="2027-01-01", ended_on="2026-06-01"),
    record("system", support_ends_on="2027-01-01", retired_on="2026-06-01"),
    record("waiver", ends_on="2026-11-21"),
    record("request", answered_on="2024-12-01", state="cloturee"),
]


@pytest.mark.parametrize("one", OVER, ids=lambda one: one.kind.name)
def test_what_is_over_is_not_told(one: Record) -> None:
    assert due_of(one) == ()


def test_a_review_that_was_made_moves_the_day_that_was_planned() -> None:
    planned = PROCESSOR.with_(next_review=date(2026, 6, 1), last_review=date(2026, 6, 1))
    (due,) = due_of(planned)
    assert due.day == date(2027, 6, 1)
    assert due.told(ENGLISH) == "last on 2026-06-01, every 12 months"
    assert due.source == "art. 28(1)"


def test_a_processor_of_low_risk_is_reviewed_less_often_and_a_value_of_the_dossier_wins() -> None:
    low = record("processor", name="CELESTE", role="sous_traitant", risk="faible", last_review="2025-11-01")
    assert [due.day for due in due_of(low)] == [date(2027, 11, 1)]
    own = record("legal_setting", key="reviews.processor.low_risk", duration={"count": 6, "unit": "mois"})
    assert [due.day for due in due_of(low, own)] == [date(2026, 5, 1)]


def test_of_several_assessments_of_a_transfer_the_last_is_reviewed() -> None:
    transfer = record("transfer", name="Vers New York")
    made = [record("transfer_assessment", transfer=transfer.id, made_on=day) for day in ("2024-01-01", "2026-01-01")]
    assert told(due_of(transfer, *made)) == [("review", "2028-01-01", "next_review")]
    assert due_of(transfer.with_(ended_on=date(2026, 2, 1)), *made) == ()


def test_an_audit_of_each_processor_is_due_again() -> None:
    other = record("processor", name="STRIPE")
    audits = [
        record("operation", type="audit_sous_traitant", done_on=day, next_due=again, about=(about,))
        for day, again, about in (
            ("2025-05-01", "2026-12-01", PROCESSOR.id),
            ("2026-05-01", "2027-05-01", other.id),
            ("2024-05-01", "2025-05-01", PROCESSOR.id),
        )
    ]
    assert [due.day.isoformat() for due in due_of(*audits)] == ["2026-12-01", "2027-05-01"]


def test_an_exchange_is_answered_when_its_questions_are() -> None:
    question = record("authority_question", exchange=EXCHANGE.id, name="Quels sous-traitants ?", due_on="2026-11-30")
    assert [due.matter.code for due in due_of(EXCHANGE, question)] == ["question", "exchange"]
    assert due_of(EXCHANGE, question.with_(answered_on=TODAY)) == ()


def test_an_initial_notification_asks_for_its_supplement() -> None:
    sent = record("breach_notification", breach=BREACH.id, type="initiale", sent_at={"at": "2026-11-22T09:00:00+00:00"})
    (due,) = due_of(BREACH, sent)
    assert (due.matter.code, due.day, due.field) == ("supplement", date(2026, 11, 25), "breach_notification")


def test_an_extension_is_told_before_the_first_month_ends() -> None:
    extended = REQUEST.with_(extended=True)
    assert [(due.matter.code, due.day.isoformat()) for due in due_of(extended)] == [
        ("extension", "2026-12-02"),
        ("answer", "2027-02-02"),
    ]
    assert [due.matter.code for due in due_of(extended.with_(extension_notified_on=TODAY))] == ["answer"]


def test_an_objection_to_marketing_is_applied_at_once() -> None:
    objecting = REQUEST.with_(marketing_objection=True, received_on=date(2026, 11, 21))
    assert told(due_of(objecting))[0] == ("objection", "2026-11-23", "applied_on")
    assert "objection" not in [due.matter.code for due in due_of(objecting.with_(applied_on=TODAY))]


def test_a_guarantee_ends_unless_another_of_its_sort_holds_longer() -> None:
    held = record("guarantee", processor=PROCESSOR.id, name="ISO 27001", expires_on="2026-12-31")
    (due,) = due_of(PROCESSOR, held)
    assert (due.matter.code, due.told(ENGLISH)) == ("guarantee", "held by CELESTE")
    renewed = record("guarantee", processor=PROCESSOR.id, name="ISO 27001", expires_on="2029-12-31")
    assert [one.day.year for one in due_of(PROCESSOR, held, renewed)] == [2029]


def test_a_decision_is_told_once_with_the_transfers_that_rest_on_it() -> None:
    (due,) = due_of(record("transfer", **UK), record("transfer", **UK))
    assert due.told(ENGLISH).endswith("transfers that rest on it: 2")
    assert due.subject is Subject.TRANSFER


def test_a_copy_of_an_identity_document_goes_with_the_answer() -> None:
    answered = record("request", answered_on="2026-11-20", id_copy_received=True)
    assert told(due_of(answered)) == [("copy", "2026-11-20", "id_copy_deleted_on")]
    assert due_of(answered.with_(id_copy_deleted_on=TODAY)) == ()


@pytest.mark.parametrize(
    ("left", "horizon"),
    [
        (-1, Horizon.LATE),
        (0, Horizon.WEEK),
        (7, Horizon.WEEK),
        (8, Horizon.MONTH),
        (30, Horizon.MONTH),
        (31, Horizon.LATER),
    ],
)
def test_how_far_off_a_day_is(left: int, horizon: Horizon) -> None:
    (due,) = due_of(record("action", due_on=days(left)))
    assert (due.days_left(NOW), due.horizon(NOW)) == (left, horizon)


def test_an_instant_is_late_from_the_minute_that_follows() -> None:
    (due,) = due_of(BREACH)
    end = datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert due.at == end
    assert not due.is_late(end)
    assert due.is_late(end + timedelta(minutes=1))


def test_the_day_is_that_of_the_organisation() -> None:
    """Still the 22nd in Paris and in Greenwich, the 23rd in Nouméa already."""
    there = record("organisation", name="Éco", zone="Pacific/Noumea")
    (due,) = due_of(there, record("action", due_on="2026-11-22"))
    assert due.horizon(NOW) is Horizon.LATE


def test_the_first_stands_in_front() -> None:
    found = due_of(BREACH, REQUEST, EXCHANGE, record("action", due_on=days(-400)))
    assert [due.matter.code for due in found] == ["action", "notify", "exchange", "answer"]


def test_what_is_late_by_law_presses_most() -> None:
    overdue = record("request", name="Effacement", received_on="2026-09-01")
    agenda = agenda_of(dossier_of(record("action", due_on=days(-400)), overdue, record("action", due_on=days(3))), NOW)
    assert [due.matter.code for due in agenda.pressing] == ["answer", "action", "action"]
    assert (agenda.due[0].matter.code, agenda.late, agenda.near) == ("action", 2, 1)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_no_dossier_however_incomplete_stops_the_list(data: Any) -> None:
    some = data.draw(st.lists(st.sampled_from(CATALOG).flatmap(records), max_size=8))
    for due in due_of(*some):
        assert due.sentence(ENGLISH)
        assert due.horizon(NOW) in Horizon
        due.told(ENGLISH)

"""Exchanges with the authority: what the law says of each kind, where one stands, and what comes next."""

from datetime import date
from typing import Any

import pytest

from dossier.i18n import language
from dossier.law.authority import law_of, rules_words, source_words
from dossier.law.authority_clock import ExchangeClock, Step, clock_in, documents_named, parts_asked
from dossier.law.authority_words import due_words, progress_words, standing_words
from dossier.model.dossier import Dossier
from dossier.model.evidence import AuthorityExchange
from dossier.model.record import Record
from dossier.model.vocabulary_pack import PackPart
from dossier.model.vocabulary_procedures import InspectionType
from tests.checks.case import dossier_of
from tests.exchanges import document, exchange, hand_over, question, questionnaire
from tests.factories import NOW

TODAY = NOW.date()
EN = language("en")


def clock_of(*records: Record) -> ExchangeClock:
    """Of the first record, in a dossier that holds them all."""
    return clock_in(*of_first(*records))


def of_first(*records: Record) -> tuple[Dossier, AuthorityExchange]:
    assert isinstance(records[0], AuthorityExchange)
    return dossier_of(*records), records[0]


@pytest.mark.parametrize("type_", InspectionType)
def test_every_kind_of_exchange_has_rules_in_both_languages_and_says_which_are_not_verified(
    type_: InspectionType,
) -> None:
    law = law_of(type_)
    assert law.article
    assert law.rules
    for code in ("fr", "en"):
        told = rules_words(law, language(code))
        marks = told.count("(non vérifié)" if code == "fr" else "(not verified)")
        assert marks == sum(not rule.verified for rule in law.rules)
    assert source_words(law, EN).startswith(law.article)


def test_a_visit_a_questionnaire_and_a_hearing_say_what_the_charter_says() -> None:
    told = {one: rules_words(law_of(one), EN) for one in InspectionType}
    assert "from 6 am to 9 pm" in told[InspectionType.ON_SITE]
    assert "authorisation of a judge" in told[InspectionType.ON_SITE]
    assert "assumed identity" in told[InspectionType.ONLINE]
    assert "8 to 15 days are usual. (not verified)" in told[InspectionType.DOCUMENTS]
    assert "at least 8 days before" in told[InspectionType.HEARING]


def test_what_is_not_answered_comes_first_and_of_that_what_is_due_first() -> None:
    clock = clock_of(*questionnaire())
    assert [one.name.split()[0] for one in clock.questions[:3]] == ["Sous-traitants", "Durées", "Transmettez"]
    assert progress_words(clock, EN) == "4 of 6 answered"
    assert (clock.due, clock.days_left(TODAY)) == (date(2026, 11, 20), -2)
    assert standing_words(clock, TODAY, EN) == "2 days late"
    assert due_words(clock, EN) == "Answer due Friday 2026-11-20"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "8 days left"),
        ({"due_on": "2026-11-22"}, "To be answered today"),
        ({"due_on": None}, "No day to answer is written"),
        ({"outcome": "mise_en_demeure"}, "Formal notice"),
        ({"outcome": "en_cours", "outcome_on": "2026-11-20"}, "Closed"),
    ],
)
def test_it_is_told_where_an_exchange_stands(values: dict[str, Any], words: str) -> None:
    assert standing_words(clock_of(exchange(**values)), TODAY, EN) == words


def test_one_step_follows_the_other_until_nothing_is_awaited() -> None:
    bare, paper = exchange(type=None), document()
    assert clock_of(bare).step is Step.TYPE
    asked = exchange(due_on=None)
    assert clock_of(asked).step is Step.QUESTIONS
    first = question(asked, "Registre")
    assert clock_of(asked, first).step is Step.DUE
    due = asked.with_(due_on="2026-11-30")
    assert clock_of(due, first).step is Step.ANSWER
    answered = first.with_(answered_on="2026-11-20")
    assert clock_of(due, answered).step is Step.HAND_OVER
    given = hand_over(asked)
    assert clock_of(due, answered, given).step is Step.MINUTES
    drawn_up = due.with_(report=paper.id)
    assert clock_of(drawn_up, answered, given, paper).step is Step.OUTCOME
    assert clock_of(drawn_up.with_(outcome="cloture"), answered, given, paper).step is Step.NOTHING
    assert clock_of(due.with_(outcome="cloture"), answered, given).step is Step.MINUTES


def test_a_hearing_is_answered_there_and_its_minutes_are_awaited() -> None:
    assert clock_of(exchange(type="audition", due_on=None)).step is Step.MINUTES


def test_the_parts_and_the_documents_of_the_questions_are_named_once_in_the_order_of_the_pack() -> None:
    records = [*questionnaire(), question(questionnaire()[0], "D’un autre contrôle", parts=["violations"])]
    dossier, inspected = of_first(*records)
    assert parts_asked(dossier, inspected) == (
        PackPart.GOVERNANCE,
        PackPart.REGISTER,
        PackPart.LEGAL_BASES,
        PackPart.NOTICES,
        PackPart.SECURITY,
        PackPart.RETENTION,
    )
    assert sorted(documents_named(dossier, inspected)) == sorted([records[1].id, records[2].id])

"""The words of a request's period: what is left, by which day, and each step of the computation."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from dossier.i18n import Code, language
from dossier.law.request_clock import clock_of
from dossier.law.request_words import computation, due_words, late_extension_words, standing_words
from dossier.model.request import RequestPause
from tests.law.test_request_clock import OCTOBER, october, request

TODAY = date(2026, 11, 7)


def told(*pauses: RequestPause, lang: Code = "en", received: date | None = OCTOBER, **values: Any) -> list[str]:
    """How it stands, by which day, then each step."""
    made, say = request(received, **values), language(lang)
    clock = clock_of(made, pauses)
    words = [standing_words(clock, TODAY, say), due_words(clock, TODAY, say), *computation(made, clock, say)]
    return [each.replace("\u00a0", " ") for each in words]


def test_a_weekend_is_said_in_both_languages() -> None:
    assert told() == [
        "9 days left",
        "Answer due Monday 2026-11-16",
        "Received Wednesday 2026-10-14",
        "1 month to answer (art. 12(3))",
        "2026-11-14 is a Saturday: Monday 2026-11-16",
    ]
    assert told(lang="fr") == [
        "9 jours restants",
        "Réponse due le lundi 16/11/2026",
        "Reçue le mercredi 14/10/2026",
        "1 mois pour répondre (art. 12(3))",
        "14/11/2026 est un samedi : lundi 16/11/2026",
    ]


def test_a_holiday_that_is_no_weekend_is_said() -> None:
    assert told(received=date(2026, 4, 1))[-1] == "2026-05-01 is a public holiday: Monday 2026-05-04"


def test_suspended_days_and_the_extension_are_steps() -> None:
    assert told(october(16, 26), extended=True)[1:] == [
        "Answer due Monday 2027-01-25",
        "Received Wednesday 2026-10-14",
        "3 months, extension included (art. 12(3))",
        "10 days of suspension: Sunday 2027-01-24",
        "2027-01-24 is a Sunday: Monday 2027-01-25",
    ]


def test_a_period_that_is_suspended_says_since_when_and_what_would_be_due() -> None:
    assert told(october(20))[:2] == ["Suspended since 2026-10-20", "If resumed today, due Wednesday 2026-12-02"]


@pytest.mark.parametrize(
    ("received", "words"), [(date(2026, 10, 7), "To be answered today"), (date(2026, 10, 5), "2 days late")]
)
def test_what_is_left_is_counted_in_days(received: date, words: str) -> None:
    today, say = date(2026, 11, 9) if received.day == 7 else TODAY, language("en")
    assert standing_words(clock_of(request(received)), today, say) == words


def test_an_answer_is_in_time_late_or_not_known() -> None:
    days: Iterable[date | None] = (date(2026, 11, 16), date(2026, 11, 17))
    assert [told(answered_on=day)[0] for day in days] == ["Answered in time", "Answered late"]
    assert told(state="cloturee")[0] == "Answered, in time or not unknown"


def test_without_a_day_of_receipt_nothing_is_computed() -> None:
    assert told(received=None) == ["Day of receipt not said: no period runs", ""]


def test_an_extension_is_told_of_by_the_day_that_the_answer_was_due_without_it() -> None:
    def said(told: date | None) -> str:
        made = request(extended=True, extension_notified_on=told)
        return late_extension_words(made, clock_of(made), language("en"))

    assert said(date(2026, 11, 16)) == ""
    assert said(date(2026, 11, 17)) == "Extension told on 2026-11-17: it was to be told by 2026-11-16 (art. 12(3))"
    assert said(None) == "The person is to be told of the extension by 2026-11-16 (art. 12(3))"

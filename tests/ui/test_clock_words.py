"""The clock of a breach in words: calm, exact, the same in both languages."""

from datetime import UTC, datetime, timedelta

import pytest

from dossier.i18n import Code, language
from dossier.law.breach_clock import Clock, clock_of
from dossier.model.breach import Breach, BreachNotification
from dossier.model.record import Moment
from dossier.model.vocabulary_procedures import BreachRole, BreachState, NotificationType
from dossier.ui.widgets.clock_words import (
    deadline_words,
    due_words,
    left_words,
    regulation_words,
    tone_of,
)
from tests.factories import record

AWARE = datetime(2026, 11, 22, 15, 20, tzinfo=UTC)
DUE = AWARE + timedelta(hours=72)


def breach(**values: object) -> Breach:
    made = record("breach", name="Courriel", **values)
    assert isinstance(made, Breach)
    return made


def running() -> Clock:
    return clock_of(breach(aware_at=Moment(at=AWARE)))


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("before", "french", "english", "tone"),
    [
        (timedelta(hours=54, minutes=40), "54 h 40 restantes sur 72 h", "54 h 40 left of 72 h", "accent"),
        (timedelta(hours=24), "24 h restantes sur 72 h", "24 h left of 72 h", "minor"),
        (timedelta(hours=5, minutes=5), "5 h 05 restantes sur 72 h", "5 h 05 left of 72 h", "major"),
        (timedelta(hours=1), "1 h restante sur 72 h", "1 h left of 72 h", "major"),
        (timedelta(minutes=20), "20 min restantes sur 72 h", "20 min left of 72 h", "major"),
        (timedelta(seconds=20), "1 min restante sur 72 h", "1 min left of 72 h", "major"),
        (-timedelta(hours=3), "3 h de retard", "3 h late", "blocking"),
    ],
)
def test_what_is_left_is_said_in_hours_and_minutes(before: timedelta, french: str, english: str, tone: str) -> None:
    clock, now = running(), DUE - before
    assert plain(left_words(clock, now, language("fr"))) == french
    assert plain(left_words(clock, now, language("en"))) == english
    assert tone_of(clock, now) == tone


@pytest.mark.parametrize(
    ("code", "said"), [("fr", "mer. 25 nov. 2026 à 16:20 (Paris)"), ("en", "Wed 25 Nov 2026, 16:20 (Paris)")]
)
def test_the_deadline_has_its_weekday_and_its_zone(code: Code, said: str) -> None:
    say = language(code)
    assert deadline_words(running(), say) == said
    assert due_words(running(), AWARE, say).endswith(said)
    assert due_words(running(), DUE + timedelta(hours=1), say) != due_words(running(), AWARE, say)


def test_a_deadline_in_the_night_that_has_an_hour_twice_says_which() -> None:
    aware = Moment(at=datetime(2026, 10, 22, 0, 30, tzinfo=UTC))
    assert deadline_words(clock_of(breach(aware_at=aware)), language("fr")).endswith("02:30 (Paris, UTC+02:00)")


def test_the_end_by_the_regulation_is_information_with_its_source() -> None:
    words = regulation_words(running(), language("en"))
    assert words.startswith("For information: by art. 3")
    assert "ends Wed 25 Nov 2026, 17:00 (Paris)" in words
    assert regulation_words(clock_of(breach()), language("en")) == ""


def test_where_no_clock_runs_the_words_say_how_things_stand() -> None:
    say, now = language("en"), AWARE
    sent = record("breach_notification", type=NotificationType.INITIAL, sent_at=Moment(at=DUE + timedelta(hours=1)))
    assert isinstance(sent, BreachNotification)
    late = clock_of(breach(aware_at=Moment(at=AWARE)), [sent])
    assert left_words(clock_of(breach(state=BreachState.SUSPICION)), now, say) == "Suspicion: no clock runs"
    assert left_words(clock_of(breach()), now, say).startswith("When one became aware")
    assert left_words(clock_of(breach(role=BreachRole.PROCESSOR)), now, say).startswith("Alert each controller")
    assert left_words(late, now, say) == "Notified to the CNIL late"
    assert tone_of(late, now) == "minor"
    assert due_words(late, now, say) == "Notified Wed 25 Nov 2026, 17:20 (Paris)"

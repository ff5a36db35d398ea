"""Times as people say them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.work.spoken_time import doubt, understood

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 22, 14, 5, tzinfo=PARIS)  # a Sunday


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("14:05", "2026-11-22T14:05"),
        ("14h05", "2026-11-22T14:05"),
        ("9 h", "2026-11-22T09:00"),
        ("14:12", "2026-11-22T14:12"),  # a watch that is fast
        ("18:30", "2026-11-21T18:30"),  # nobody becomes aware in the future
        ("hier 18:30", "2026-11-21T18:30"),
        ("Hier à 18 h 30", "2026-11-21T18:30"),
        ("yesterday at 6:30 pm", "2026-11-21T18:30"),
        ("avant-hier 12 am", "2026-11-20T00:00"),
        ("aujourd’hui 8h", "2026-11-22T08:00"),
        ("vendredi 18:30", "2026-11-20T18:30"),
        ("sunday 9:00", "2026-11-15T09:00"),
        ("2026-11-22 14:05", "2026-11-22T14:05"),
        ("2026-11-22T14:05+01:00", "2026-11-22T14:05"),
        ("2026-11-22T13:05Z", "2026-11-22T14:05"),
        ("22/11/2026 à 14:05", "2026-11-22T14:05"),
        ("24/12 09:00", "2025-12-24T09:00"),
        ("2026-12-01 10:00", "2026-12-01T10:00"),  # written whole, the future is kept
        ("il y a 2 h", "2026-11-22T12:05"),
        ("30 minutes ago", "2026-11-22T13:35"),
        ("maintenant", "2026-11-22T14:05"),
    ],
)
def test_a_time_is_understood_as_people_say_it(words: str, meant: str) -> None:
    found = understood(words, NOW, PARIS)
    assert found is not None
    assert found.at == datetime.fromisoformat(meant).replace(tzinfo=PARIS)
    assert not found.whole_day


@pytest.mark.parametrize("words", ["", "5", "bientôt", "25:00", "31/02/2026 10:00", "hier midi", "2026-13-01", "h"])
def test_what_is_not_certain_is_not_guessed(words: str) -> None:
    assert understood(words, NOW, PARIS) is None
    assert words in doubt(words, None, NOW, PARIS)


def test_a_day_alone_is_its_beginning() -> None:
    found = understood("hier", NOW, PARIS)
    assert found is not None
    assert found.whole_day
    assert found.at == datetime(2026, 11, 21, tzinfo=PARIS)


def test_the_earlier_of_two_instants_is_taken_when_clocks_go_back() -> None:
    now = datetime(2026, 10, 25, 9, 0, tzinfo=PARIS)
    found = understood("02:30", now, PARIS)
    assert found is not None
    assert found.at.isoformat() == "2026-10-25T00:30:00+00:00"
    assert "UTC+02:00, not UTC+01:00" in doubt("02:30", found, now, PARIS)


def test_a_time_that_does_not_exist_is_kept_and_said() -> None:
    now = datetime(2026, 3, 29, 9, 0, tzinfo=PARIS)
    found = understood("02:30", now, PARIS)
    assert found is not None
    assert found.at.isoformat() == "2026-03-29T00:30:00+00:00"
    assert "01:30 is taken" in doubt("02:30", found, now, PARIS)


def test_the_future_is_said_and_what_is_clear_is_not() -> None:
    ahead = understood("2026-11-25 10:00", NOW, PARIS)
    assert "in the future" in doubt("2026-11-25 10:00", ahead, NOW, PARIS)
    assert doubt("14:05", understood("14:05", NOW, PARIS), NOW, PARIS) == ""


@given(st.text(alphabet="0123456789:/-hT+Z apmhieràlundi", max_size=24) | st.text(max_size=12))
def test_no_words_are_refused(words: str) -> None:
    found = understood(words, NOW, PARIS)
    assert found is None or found.at.utcoffset() is not None
    doubt(words, found, NOW, PARIS)

"""What this computer remembers of its user, and what it makes of a file it cannot read."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from dossier.paths import user_settings
from dossier.work.preferences import RECENT_FILES, REMEMBERED, Preferences
from tests.factories import NOW


def test_what_is_saved_is_read_again() -> None:
    saved = Preferences.load(NOW).with_(
        name="Camille", function="DPO", language="en", theme="dark", scale=130, columns={"activity": ("name", "status")}
    )
    saved = saved.with_recent(Path("a.dossier"), "Éco", NOW).with_seen("a", NOW)
    saved.save()
    assert Preferences.load(NOW) == saved


def test_this_computer_keeps_one_identifier() -> None:
    first = Preferences.load(NOW)
    first.save()
    assert first.station
    assert Preferences.load(NOW).station == first.station


def test_the_last_dossier_opened_stands_first_and_once() -> None:
    preferences = Preferences()
    for number in range(RECENT_FILES + 5):
        preferences = preferences.with_recent(Path(f"{number}.dossier"), str(number), NOW)
    preferences = preferences.with_recent(Path("10.dossier"), "10", NOW)
    assert [recent.name for recent in preferences.recent][:2] == ["10", "16"]
    assert len(preferences.recent) == RECENT_FILES
    assert len({recent.path for recent in preferences.recent}) == RECENT_FILES


def test_of_many_dossiers_the_last_ones_seen_are_remembered() -> None:
    preferences = Preferences()
    for number in range(REMEMBERED + 5):
        preferences = preferences.with_seen(str(number), NOW + timedelta(minutes=number))
    preferences = preferences.with_seen("7", NOW)
    assert len(preferences.seen) == REMEMBERED
    assert "7" in preferences.seen
    assert "4" not in preferences.seen


@pytest.mark.parametrize(
    "text", ["", "not JSON", "[]", "null", '{"name": 3, "language": "de", "recent": 7, "columns": [1], "scale": "x"}']
)
def test_what_cannot_be_read_is_as_if_it_had_never_been_written(text: str) -> None:
    user_settings().parent.mkdir(parents=True, exist_ok=True)
    user_settings().write_text(text, encoding="utf-8")
    assert Preferences.load(NOW).with_(station="") == Preferences()


def test_one_value_that_cannot_be_read_does_not_take_the_others_away() -> None:
    user_settings().parent.mkdir(parents=True, exist_ok=True)
    user_settings().write_text(json.dumps({"name": "Camille", "theme": "pink", "unknown": 1}), encoding="utf-8")
    assert Preferences.load(NOW).name == "Camille"
    assert Preferences.load(NOW).theme == "system"

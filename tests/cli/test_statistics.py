"""`dossier statistics`: the same counts in words and as JSON."""

import json
from pathlib import Path

import pytest

from dossier.cli import run_command
from dossier.model.vocabulary_procedures import BreachOrigin
from tests.factories import make_store, record
from tests.law.test_breach_clock import moment


@pytest.fixture
def log(tmp_path: Path) -> Path:
    breach = record("breach", aware_at=moment("2025-03-10T09:00"), origins=(BreachOrigin.WRONG_RECIPIENT,))
    unsaid = record("breach", aware_at=moment("2024-03-10T09:00"))
    notice = record("breach_notification", breach=breach.id, type="initiale", sent_at=moment("2025-03-11T16:30"))
    make_store(tmp_path / "log.dossier", [breach, unsaid, notice]).close()
    return tmp_path / "log.dossier"


def test_it_says_what_was_counted_in_the_language_asked_for(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["statistics", str(log), "--lang", "en"]) == 0
    lines = capsys.readouterr().out.replace("\u00a0", " ").splitlines()
    assert [line for line in lines if line and not line.startswith(" ")][:3] == ["All years", "2025", "2024"]
    assert "31 h 30  Median delay of notification (1 that is known)" in [line.strip() for line in lines]
    assert "1    50 %  Personal data sent to a wrong recipient" in [line.strip() for line in lines]
    assert run_command(["statistics", str(log)]) == 0
    assert "Données personnelles envoyées à un mauvais destinataire" in capsys.readouterr().out


def test_it_says_the_same_as_json(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["statistics", str(log), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["total"]["breaches"] == 2
    assert said["total"]["origins"] == {"mauvais_destinataire": 1, "not_stated": 1}
    assert said["years"]["2025"]["to_notify"] == {"known": 1, "median_hours": 31.5}
    assert said["years"]["2025"]["notified_within_hours"] == {"24": 0, "48": 1, "72": 1}
    assert said["years"]["2024"]["outcome"] == {"a_decider": 1}


def test_without_breaches_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_store(tmp_path / "empty.dossier", []).close()
    assert run_command(["statistics", str(tmp_path / "empty.dossier")]) == 0
    assert capsys.readouterr().out == "Aucune violation n’est consignée.\n"

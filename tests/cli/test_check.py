"""`dossier check`: what the dossier does not show, told on a terminal."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from dossier.cli import run_command
from dossier.model.record import Moment
from tests.factories import make_store, record

CHECK = "BRE-06"


def aware(day: str) -> Moment:
    return Moment(at=datetime.fromisoformat(day).replace(tzinfo=UTC))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    breach = record("breach", name="Vol d’un portable")
    waiver = record(
        "waiver", check_id=CHECK, about=breach.id, reason="Enquête", author="Zoé, DPO", ends_on=date(2026, 12, 31)
    )
    make_store(tmp_path / "a.dossier", [record("organisation", name="Éco"), breach, waiver]).close()
    return tmp_path / "a.dossier"


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run_command(["check", *arguments, "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_it_groups_by_severity_and_names_record_check_and_article(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["check", str(file), "--lang", "en", "--today", "2026-12-15"]) == 0
    said = capsys.readouterr().out
    assert said.index("Major (") < said.index("Accepted for a time (1)")
    assert "ORG-001        BRE-01   The dossier holds no procedure for breaches." in said
    assert "(art. 33, 34)" in said
    assert "accepted until 2026-12-31 by Zoé, DPO: Enquête" in said


def test_it_speaks_the_language_asked_for(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["check", str(file), "--today", "2026-12-15"]) == 0
    said = capsys.readouterr().out
    assert "Majeur (" in said
    assert "accepté jusqu’au 31/12/2026 par Zoé, DPO" in said


def test_json_is_the_same_each_time_and_its_codes_in_each_language(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = ("--today", "2026-12-15")
    french, again, english = (rows(capsys, str(file), *day, *lang) for lang in ((), (), ("--lang", "en")))
    assert french == again
    unsaid = {"sentence": "", "source": ""}
    assert [{**row, **unsaid} for row in french] == [{**row, **unsaid} for row in english]
    keys = [
        "check",
        "severity",
        "article",
        "kind",
        "record",
        "part_of",
        "fields",
        "sentence",
        "source",
        "record_changed",
        "accepted",
    ]
    assert all(list(row) == keys for row in french)
    accepted = {"waiver": "DER-001", "reason": "Enquête", "author": "Zoé, DPO", "ends_on": "2026-12-31"}
    assert [row["accepted"] for row in french if row["check"] == CHECK] == [accepted]


def test_a_finding_that_rests_on_a_value_of_the_dossier_says_it_and_ours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "c.dossier"
    yearly = record("operation", type="revue_habilitations", done_on="2025-09-01")
    own = {"reason": "Peu de changements", "duration": {"count": 2, "unit": "an"}, "since": "2026-12-01"}
    settings = [
        record("legal_setting", name=key, key=key, **own) for key in ("reviews.training", "reviews.access_review")
    ]
    make_store(path, [record("organisation", name="Éco"), yearly, *settings]).close()
    before, after = (rows(capsys, str(path), "--today", day, "--lang", "en") for day in ("2026-11-30", "2026-12-01"))
    assert [[row["check"] for row in found].count("SEC-05") for found in (before, after)] == [1, 0]
    (ours,), (theirs,) = ([row["source"] for row in found if row["check"] == "GOV-08"] for found in (before, after))
    assert ours == "Reference: 12 months. Source: Setting of Dossier; checked on 2026-11-22."
    assert theirs == "Reference set in this dossier: 2 years (ours: 12 months)."
    assert run_command(["check", str(path), "--today", "2026-12-01"]) == 0
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert "depuis 2 ans. (art. 32(4), 39(1)(b))\n" in said
    assert "Repère réglé dans ce dossier : 2 ans (le nôtre : 12 mois)." in said


def test_another_day_finds_what_is_then_open(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    after = rows(capsys, str(file), "--today", "2027-01-01")
    assert [row["accepted"] for row in after if row["check"] == CHECK] == [None]


@pytest.mark.parametrize("with_breach", [True, False])
def test_the_exit_code_says_whether_something_open_weighs_as_much_as_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], with_breach: bool
) -> None:
    path, late = tmp_path / "b.dossier", record("breach", name="Vol", aware_at=aware("2026-11-01T09:00"))
    make_store(path, [record("organisation", name="Éco"), *([late] if with_breach else [])]).close()
    weights = {row["severity"] for row in rows(capsys, str(path), "--today", "2026-11-22")}
    assert "blocking" in weights or not with_breach
    heavier: set[str] = set()
    for weight in ("blocking", "major", "minor"):
        heavier.add(weight)
        expected = 11 if weights & heavier else 0
        assert run_command(["check", str(path), "--today", "2026-11-22", "--fail-on", weight]) == expected


def test_what_is_accepted_fails_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "b.dossier"
    organisation = record("organisation", name="Éco")
    make_store(path, [organisation]).close()
    checks = {row["check"] for row in rows(capsys, str(path), "--today", "2026-11-22")}
    ends = {"about": organisation.id, "reason": "Vu", "ends_on": date(2027, 1, 1)}
    waivers = [record("waiver", check_id=check, **ends) for check in checks]
    make_store(tmp_path / "c.dossier", [organisation, *waivers]).close()
    accepted = str(tmp_path / "c.dossier")
    assert run_command(["check", accepted, "--today", "2026-11-22", "--fail-on", "minor"]) == 0
    assert all(row["accepted"] for row in rows(capsys, accepted, "--today", "2026-11-22"))


def test_an_unknown_weight_or_day_is_a_wrong_usage(file: Path) -> None:
    assert run_command(["check", str(file), "--fail-on", "soon"]) == 2
    assert run_command(["check", str(file), "--today", "demain"]) == 2

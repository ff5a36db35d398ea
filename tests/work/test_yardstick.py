"""The published notifications as a yardstick: counted, printed, kept beside every dossier, and read back."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dossier.cli import run_command
from dossier.errors import CannotWrite, InvalidInput
from dossier.model.organisation import Sector
from dossier.model.vocabulary_procedures import BreachCause, BreachNature, BreachOrigin, PersonsBand
from dossier.paths import user_yardstick
from dossier.work.yardstick import UnknownLabel, keep, kept_yardstick, read_yardstick
from tests.exchange.test_cnil_notifications import HEADER, NOTE, line
from tests.factories import NOW

LINES = (
    line(month="2024-01", natures="Perte de la confidentialité,Perte de l'intégrité", sensitive="Oui"),
    line(month="2025-02", sensitive="Non", origins="Autre,Publication non volontaire d'informations"),
    line(month="2025-03", sector="Enseignement", origins="Drone égaré"),
    line(month="hier", origins="Drone égaré", causes="Acte interne accidentel"),
)


@pytest.fixture
def published(tmp_path: Path) -> Path:
    return written(tmp_path / "notifications.csv", *LINES)


def written(path: Path, *lines: str) -> Path:
    path.write_bytes("\r\n".join((NOTE, HEADER, *lines)).encode("cp1252"))
    return path


def test_notifications_are_counted_in_all_and_by_year(published: Path) -> None:
    read = read_yardstick(published, NOW)
    assert read.note.startswith("Extraction générée le 1er avril 2026")
    assert (read.total.notifications, read.total.sensitive) == (4, 1)
    assert {year: tally.notifications for year, tally in read.years.items()} == {2024: 1, 2025: 2}
    assert read.total.counts["natures"] == {BreachNature.CONFIDENTIALITY: 4, BreachNature.INTEGRITY: 1}
    assert read.total.counts["sector"] == {Sector.CONSTRUCTION: 3, Sector.EDUCATION: 1}
    assert read.total.counts["band"] == {PersonsBand.TO_50: 4}
    assert read.years[2025].counts["origins"] == {BreachOrigin.PUBLICATION: 1, BreachOrigin.OTHER: 1}
    assert read.total.share(read.total.counts["causes"][BreachCause.INTERNAL_ACCIDENTAL]) == 0.25


def test_a_label_of_no_list_is_counted_nowhere_and_listed_with_its_first_line_and_how_often(published: Path) -> None:
    read = read_yardstick(published, NOW)
    assert read.unknown == (
        UnknownLabel("Origines de l'incident", "Drone égaré", 5, 2),
        UnknownLabel("Date de réception de la notification", "hier", 6, 1),
    )
    assert sum(read.total.counts["origins"].values()) == 3


def test_what_is_kept_is_read_back_whole(published: Path) -> None:
    assert kept_yardstick() is None
    read = read_yardstick(published, NOW)
    assert keep(read) == user_yardstick()
    assert kept_yardstick() == read
    keep(replace(read, file="a newer one.csv"))
    assert kept_yardstick() == replace(read, file="a newer one.csv")


def nothing(_values: dict[str, Any]) -> str:
    return ""


def a_list(_values: dict[str, Any]) -> str:
    return "[1]"


def without_years(values: dict[str, Any]) -> str:
    return json.dumps({name: value for name, value in values.items() if name != "years"})


def counts_of_words(values: dict[str, Any]) -> str:
    return json.dumps({**values, "total": {**values["total"], "origins": ["autre"]}})


@pytest.mark.parametrize("damage", [nothing, a_list, without_years, counts_of_words])
def test_what_was_kept_and_is_damaged_is_as_if_it_had_never_been_kept(published: Path, damage: Any) -> None:
    path = keep(read_yardstick(published, NOW))
    path.write_text(damage(json.loads(path.read_text(encoding="utf-8"))), encoding="utf-8")
    assert kept_yardstick() is None


def test_a_file_without_a_line_keeps_the_yardstick_of_before(published: Path, tmp_path: Path) -> None:
    before = read_yardstick(published, NOW)
    keep(before)
    with pytest.raises(InvalidInput, match="holds no notification: nothing was kept"):
        read_yardstick(written(tmp_path / "empty.csv"), NOW)
    assert kept_yardstick() == before


def test_a_place_that_takes_nothing_is_said(published: Path) -> None:
    user_yardstick().parent.parent.mkdir(parents=True)
    user_yardstick().parent.write_text("a file where the folder should be")
    with pytest.raises(CannotWrite, match="could not be written"):
        keep(read_yardstick(published, NOW))


def test_the_command_tells_counts_shares_note_unknown_labels_and_where_it_kept_them(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["yardstick", str(published)]) == 0
    said = capsys.readouterr().out.replace("\u202f", " ").replace("\u00a0", " ")
    for words in (
        "Notifications lues : 4",
        "Extraction générée le 1er avril 2026",
        "3   75,0 %  Construction",
        "1   25,0 %  Publication non volontaire d’informations",
        "2   50,0 %  2025",
        "ligne 5, 2 fois, dans « Origines de l'incident » : Drone égaré",
        str(user_yardstick()),
    ):
        assert words in said
    assert kept_yardstick() is not None


def test_the_command_gives_the_same_as_json(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["yardstick", str(published), "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["total"]["origins"]["publication"] == {"count": 1, "share": 0.25}
    assert json.loads(said.out) == json.loads(user_yardstick().read_text(encoding="utf-8"))
    assert str(user_yardstick()) in said.err


def test_a_file_of_another_shape_or_none_at_all_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other.csv").write_text("a;b\n1;2\n")
    for name in ("other.csv", "absent.csv"):
        assert run_command(["yardstick", str(tmp_path / name)]) == InvalidInput.exit_code
        said = capsys.readouterr()
        assert said.out == ""
        assert len(said.err.strip().splitlines()) == 1
    assert kept_yardstick() is None

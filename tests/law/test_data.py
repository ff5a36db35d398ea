"""Legal data that come with the program: dated, sourced, and refused in words when they are damaged."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.errors import InvalidInput
from dossier.law import data
from dossier.law.data import law_data

WHOLE = '{"title": "A law", "source": {"name": "Official Journal"}, "checked": "2026-11-22", "hours": 72}'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(data, "FOLDER", tmp_path)
    law_data.cache_clear()
    yield tmp_path
    law_data.cache_clear()


@pytest.mark.parametrize("file", sorted(data.FOLDER.glob("*.json")), ids=lambda file: file.stem)
def test_every_file_says_what_it_is_where_it_comes_from_and_when_it_was_checked(file: Path) -> None:
    assert law_data(file.stem)["source"]["name"]


def test_what_a_file_says_is_read(folder: Path) -> None:
    (folder / "a.json").write_text(WHOLE, encoding="utf-8")
    assert law_data("a")["hours"] == 72


@pytest.mark.parametrize(
    "text",
    [
        WHOLE[:-1],
        WHOLE.replace("2026-11-22", "last week"),
        WHOLE.replace('"title"', '"name"'),
        WHOLE.replace('"Official Journal"', '""'),
        "[]",
        None,
    ],
    ids=["cut", "no day", "no title", "no source", "a list", "absent"],
)
def test_a_damaged_or_absent_file_is_said_in_one_sentence(folder: Path, text: str | None) -> None:
    if text is not None:
        (folder / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput, match="“a”"):
        law_data("a")

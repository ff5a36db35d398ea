"""Legal data: dated, sourced, refused in words when damaged; a newer file of the user's takes the place of ours."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dossier import paths
from dossier.errors import InvalidInput
from dossier.i18n import language
from dossier.law import data
from dossier.law.data import LawSource, Refusal, law_data, law_sources, said

WHOLE = (
    '{"title": {"fr": "Une loi", "en": "A law"}, "source": {"name": "Official Journal"}, "checked": "2026-11-22",'
    ' "hours": 72, "entries": [{"from": "2020-01-01", "to": null}, {"from": "2021-01-01", "to": "2031-12-27"}]}'
)


@pytest.fixture(autouse=True)
def _as_at_the_start() -> Iterator[None]:
    data.in_use.cache_clear()
    yield
    data.in_use.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(data, "FOLDER", tmp_path)
    return tmp_path


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


def update(text: str, name: str = "a") -> Path:
    """The user puts a file in the folder of newer legal data."""
    file = paths.user_law() / f"{name}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def in_use(folder: Path, text: str) -> LawSource:
    """What is used of the data called “a” when the user has that file."""
    (folder / "a.json").write_text(WHOLE, encoding="utf-8")
    update(text)
    (source,) = law_sources()
    return source


NEWER = WHOLE.replace("2026-11-22", "2027-02-01").replace("72", "96")


def test_a_newer_file_of_the_user_s_takes_the_place_of_ours(folder: Path) -> None:
    source = in_use(folder, NEWER)
    assert (source.checked, source.path, source.refusal) == (date(2027, 2, 1), paths.user_law() / "a.json", None)
    assert law_data("a")["hours"] == 96


def test_a_newer_file_may_have_more_entries_and_more_keys(folder: Path) -> None:
    more = NEWER.replace('"entries": [', '"why": "new", "entries": [{"from": "2027-01-01", "to": null, "scope": 1}, ')
    assert in_use(folder, more).refusal is None
    assert len(law_data("a")["entries"]) == 3


@pytest.mark.parametrize(
    ("text", "refusal", "place"),
    [
        (NEWER[:-1], Refusal.UNREADABLE, ""),
        ("[" * 100_000, Refusal.UNREADABLE, ""),
        ("[]", Refusal.OTHER_SHAPE, "/"),
        (NEWER.replace('"hours": 96', '"hours": "96"'), Refusal.OTHER_SHAPE, "/hours"),
        (NEWER.replace('"hours": 96', '"hours": true'), Refusal.OTHER_SHAPE, "/hours"),
        (NEWER.replace('"hours"', '"days"'), Refusal.OTHER_SHAPE, "/hours"),
        (NEWER.replace("2027-02-01", "demain"), Refusal.OTHER_SHAPE, "/checked"),
        (NEWER.replace("2021-01-01", "2021-02-30"), Refusal.OTHER_SHAPE, "/entries/1/from"),
        (NEWER.replace('"to": null', '"until": null'), Refusal.OTHER_SHAPE, "/entries/0/to"),
        (NEWER.replace("2027-02-01", "2026-11-22"), Refusal.NOT_NEWER, ""),
        (WHOLE.replace("2026-11-22", "2025-01-01"), Refusal.NOT_NEWER, ""),
    ],
    ids=["cut", "endless", "a list", "text for number", "yes for number", "key gone", "no day", "no such day",
         "key of an entry gone", "same day", "older"],
)  # fmt: skip
def test_a_file_that_cannot_take_its_place_is_left_aside_and_says_why(
    folder: Path, text: str, refusal: Refusal, place: str
) -> None:
    source = in_use(folder, text)
    assert (source.refusal, source.place, source.path) == (refusal, place, folder / "a.json")
    assert (law_data("a")["hours"], source.checked) == (72, date(2026, 11, 22))


def test_every_set_of_data_says_how_old_it_is() -> None:
    sources = law_sources()
    assert [one.name for one in sources] == sorted(file.stem for file in data.FOLDER.glob("*.json"))
    assert all(one.checked >= date(2026, 11, 22) and one.refusal is None for one in sources)


@pytest.mark.parametrize("file", sorted(data.FOLDER.glob("*.json")), ids=lambda file: file.stem)
def test_each_of_our_files_could_be_replaced_by_a_newer_copy_of_itself(file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace('"checked": "2026-11-22"', '"checked": "2027-02-01"', 1)
    update(text, file.stem)
    (source,) = (one for one in law_sources() if one.name == file.stem)
    assert (source.refusal, source.place) == (None, "")


def test_what_is_said_to_be_in_use_is_what_is_used_until_dossier_starts_again(folder: Path) -> None:
    (folder / "a.json").write_text(WHOLE, encoding="utf-8")
    assert law_data("a")["hours"] == 72
    update(NEWER)
    (source,) = law_sources()
    assert (law_data("a")["hours"], source.checked) == (72, date(2026, 11, 22))


def test_a_text_is_said_in_the_language_that_is_asked_for() -> None:
    words = {"fr": "Règle d'usage : 2 ans", "en": "Usual rule: 2 years"}
    assert said(words, language("fr")) == "Règle d’usage\u00a0: 2\u00a0ans"
    assert said(words, language("en")) == "Usual rule: 2 years"

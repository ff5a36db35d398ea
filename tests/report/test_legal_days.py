"""The days on which the legal data were checked stand on the cover of every document that may rely on them."""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier import paths
from dossier.i18n import Code
from dossier.law import data
from dossier.model.organisation import Organisation
from dossier.report.registers import Scope
from dossier.work.export import export_pdf, export_record
from tests.factories import NOW, make_store

from .reading import assert_valid, plain, tagged


@pytest.fixture(autouse=True)
def _as_at_the_start() -> Iterator[None]:
    data.in_use.cache_clear()
    yield
    data.in_use.cache_clear()


def fact(pdf: bytes, label: str) -> str:
    """The value beside a label of the cover."""
    beside = itertools.pairwise(plain(element.text) for element in tagged(pdf))
    return next(value for name, value in beside if name == label)


def printed(folder: Path, lang: Code) -> bytes:
    with make_store(folder / "a.dossier") as store:
        export_pdf(store.dossier, folder / "a.pdf", Scope(lang, NOW))
    return (folder / "a.pdf").read_bytes()


@pytest.mark.parametrize(
    ("lang", "label", "days"),
    [
        ("fr", "Données juridiques vérifiées le", "22 novembre 2026"),
        ("en", "Legal data checked on", "22 November 2026"),
    ],
)
def test_one_day_is_said_once(tmp_path: Path, lang: Code, label: str, days: str) -> None:
    assert fact(printed(tmp_path, lang), label) == days


def test_the_latest_day_is_said_with_the_oldest(tmp_path: Path) -> None:
    newer = json.loads((data.FOLDER / "eea.json").read_text(encoding="utf-8")) | {"checked": "2027-02-01"}
    paths.user_law().mkdir(parents=True)
    (paths.user_law() / "eea.json").write_text(json.dumps(newer), encoding="utf-8")
    pdf = printed(tmp_path, "fr")
    days = fact(pdf, "Données juridiques vérifiées le")
    assert days == "1er février 2027 (les plus anciennes le 22 novembre 2026)"
    assert_valid(pdf)


def test_the_sheet_of_one_record_says_it_too(tmp_path: Path) -> None:
    with make_store(tmp_path / "a.dossier") as store:
        (record,) = store.dossier.of(Organisation)
        export_record(store.dossier, record, tmp_path / "a.pdf", Scope("en", NOW))
    assert fact((tmp_path / "a.pdf").read_bytes(), "Legal data checked on") == "22 November 2026"

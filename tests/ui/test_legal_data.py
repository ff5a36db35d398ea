"""The page of the legal data: what each list is, how old, what is not verified, and how one replaces it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from dossier import paths
from dossier.i18n import use_language
from dossier.law import data
from dossier.ui.pages.legal_data import LegalDataPage
from dossier.ui.pages.legal_rows import LawLine
from dossier.ui.pages.settings import SettingsPage
from dossier.ui.side import LEGAL
from dossier.ui.widgets.labels import Label
from dossier.ui.windows import Windows

from .desks import desk_with, settle, shown
from .opening import window_on, windows
from .window_check import problems

__all__ = ["windows"]


@pytest.fixture(autouse=True)
def _as_at_the_start() -> Iterator[None]:
    data.in_use.cache_clear()
    yield
    data.in_use.cache_clear()


IN_FILE = " Dans le fichier\u00a0: "


def page_over(qtbot: QtBot, folder: Path, size: tuple[int, int] = (1160, 820)) -> LegalDataPage:
    page = LegalDataPage(desk_with(folder))
    shown(qtbot, page, *size)
    return page


def line_of(page: LegalDataPage, name: str) -> LawLine:
    (found,) = [line for line in page.lines if line.row.source.name == name]
    return found


def told(line: LawLine) -> str:
    """What the opened part of a row says."""
    assert line.opened is not None
    return "\n".join(label.text() for label in line.opened.findChildren(Label) if label.isVisible())


def update(name: str, **values: object) -> Path:
    """The user puts a file in the folder of newer legal data: ours, with these values."""
    ours = json.loads((data.FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    file = paths.user_law() / f"{name}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(ours | values), encoding="utf-8")
    return file


def test_every_list_says_its_title_its_source_its_day_and_how_much_is_not_verified(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_over(qtbot, tmp_path)
    assert [line.row.source.name for line in page.lines] == sorted(file.stem for file in data.FOLDER.glob("*.json"))
    spoken = line_of(page, "eea").row.accessibleName()
    for words in ("États de l’Espace économique européen", "Vérifié le 22/11/2026", "2 entrées non vérifiées"):
        assert words in spoken
    assert "Fourni avec Dossier" in spoken
    assert "Traité sur l’Union européenne" in spoken
    for line in page.lines:
        text = line.row.source.path.read_text(encoding="utf-8")
        marked = text.count('"verified": false')
        assert f", {marked} entrée" in line.row.accessibleName() or not marked


def test_a_list_speaks_the_language_of_the_window(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    use_language("en")
    page = page_over(qtbot, tmp_path)
    spoken = line_of(page, "eea").row.accessibleName()
    assert spoken.startswith("Members of the European Economic Area, Checked on 2026-11-22, 2 entries not verified")


def test_enter_opens_a_row_in_place_with_its_unverified_entries_and_their_notes(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_over(qtbot, tmp_path)
    line = line_of(page, "eea")
    line.row.setFocus()
    QTest.keyClick(line.row, Qt.Key.Key_Return)
    settle()
    assert "<b>Royaume-Uni</b><br>Membre de l’Union jusqu’au 31 janvier 2020" in told(line)
    assert "<b>Polynésie française, Nouvelle-Calédonie" in told(line)
    assert f"{IN_FILE.lstrip()}/to_check" in told(line)
    assert "déplié" in line.row.accessibleName()
    QTest.keyClick(line.row, Qt.Key.Key_Return)
    settle()
    assert told(line) == ""
    assert "replié" in line.row.accessibleName()


def test_a_long_list_is_read_by_keyboard(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_over(qtbot, tmp_path)
    line = line_of(page, "security_guide")
    QTest.keyClick(line.row, Qt.Key.Key_Space)
    settle()
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    before = bar.value()
    QTest.keyClick(line.row, Qt.Key.Key_PageDown)
    assert bar.value() > before


def test_an_entry_that_has_a_source_of_its_own_says_what_was_seen_of_it(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_over(qtbot, tmp_path)
    line = line_of(page, "adequacy")
    line.row.click()
    settle()
    assert "<b>Andorre · 2010/625/UE</b><br>Commission européenne, rapport du 15 janvier 2024" in told(line)
    assert "numéro non vérifié" in told(line)


def test_a_newer_file_of_the_user_s_is_told_with_its_day(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    file = update("eea", checked="2027-02-01")
    page = page_over(qtbot, tmp_path)
    line = line_of(page, "eea")
    assert "Vérifié le 01/02/2027" in line.row.accessibleName()
    assert "Votre fichier, plus récent" in line.row.accessibleName()
    line.row.click()
    settle()
    assert str(file) in told(line)


@pytest.mark.parametrize(
    ("values", "why", "where"),
    [
        ({"checked": "2026-11-22"}, "n’est pas plus récent", ""),
        ({"checked": "2027-02-01", "former": [{"country": 1}]}, "n’a pas la forme attendue", IN_FILE + "/former/0"),
    ],
    ids=["same day", "another form"],
)
def test_a_file_that_is_not_used_says_why_and_where(
    app: QApplication, qtbot: QtBot, tmp_path: Path, values: dict[str, object], why: str, where: str
) -> None:
    update("eea", **values)
    page = page_over(qtbot, tmp_path)
    line = line_of(page, "eea")
    assert "eea.json" in line.row.accessibleName()
    assert why in line.row.accessibleName()
    assert "Vérifié le 22/11/2026" in line.row.accessibleName()
    line.row.click()
    settle()
    assert f"{why}\u00a0: les données fournies avec Dossier sont utilisées.{where}" in told(line)


def test_what_a_file_says_is_never_read_as_html(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    note = {"fr": "<img src='x'> & <i>note</i>", "en": "x"}
    update("eea", checked="2027-02-01", to_check={"countries": ["PF"], "verified": False, "note": note})
    page = page_over(qtbot, tmp_path)
    line = line_of(page, "eea")
    line.row.click()
    settle()
    assert "&lt;img src=" in told(line)


def test_the_path_of_the_folder_is_copied(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_over(qtbot, tmp_path)
    page.copy.click()
    assert QApplication.clipboard().text() == str(paths.user_law())


def test_the_help_menu_and_the_settings_lead_here(windows: Windows, tmp_path: Path) -> None:
    made = window_on(windows, tmp_path)
    (action,) = [one for one in made.menus.actions() if one.text().replace("&", "") == "Données juridiques"]
    action.trigger()
    settle()
    page = made.pages.currentWidget()
    assert isinstance(page, LegalDataPage)
    assert made.pages.here.page == LEGAL
    assert page.lines[0].row.hasFocus()
    made.go_to_page("settings")
    settle()
    settings = made.pages.currentWidget()
    assert isinstance(settings, SettingsPage)
    settings.law.click()
    settle()
    assert made.pages.currentWidget() is page


@pytest.mark.parametrize("size", [(1160, 820), (980, 620)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut(stretched: None, qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    update("eea", checked="2026-11-22")
    page = page_over(qtbot, tmp_path, size)
    for name in ("eea", "adequacy", "security_guide"):
        line_of(page, name).row.click()
    settle()
    assert problems(page) == []

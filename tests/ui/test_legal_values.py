"""The values that a dossier sets for itself, on the page of the legal data: set, said beside ours, taken back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier.checks.run import findings
from dossier.model.evidence import LegalSetting
from dossier.model.record import Duration, Record, Unit
from dossier.ui.desk import Desk
from dossier.ui.pages.finding_groups import Line
from dossier.ui.pages.finding_open import OpenFinding
from dossier.ui.pages.legal_data import LegalDataPage
from dossier.ui.pages.legal_editor import ValueEditor
from dossier.ui.pages.legal_rows import LawLine
from dossier.ui.pages.legal_values import ValueRow
from dossier.ui.side import KEYS, LEGAL
from dossier.ui.widgets.labels import Label
from dossier.ui.windows import Windows
from tests.factories import NOW, record

from .desks import desk_with, reading_desk, settle, shown
from .opening import window_on, windows
from .window_check import problems

__all__ = ["windows"]

TRAINING, PROSPECTS = "reviews.training", "retention.R-PRO.base_active"
TWO_YEARS = Duration(count=24, unit=Unit.MONTH)


def own(key: str = TRAINING, **values: Any) -> Record:
    values = {"duration": TWO_YEARS, "reason": "Équipe stable", "since": "2026-03-01", **values}
    return record("legal_setting", name=key, key=key, **values)


def page_on(qtbot: QtBot, desk: Desk, size: tuple[int, int] = (1160, 820)) -> LegalDataPage:
    page = LegalDataPage(desk)
    shown(qtbot, page, *size)
    return page


def line_of(page: LegalDataPage, name: str = "reviews") -> LawLine:
    (found,) = [line for line in page.lines if line.row.source.name == name]
    return found


def row_of(page: LegalDataPage, key: str = TRAINING) -> ValueRow:
    line = next(line for line in page.lines if any(one.key == key for one in line.settable()))
    assert line.values
    return line.values.rows[key]


def editor_of(page: LegalDataPage, key: str = TRAINING) -> ValueEditor:
    """The editor of a value, opened with the keyboard."""
    if not page.open_value(key):
        raise AssertionError(key)
    editor = next(line.values.editor for line in page.lines if line.values and line.values.editor)
    assert editor
    settle()
    return editor


def spoken(row: ValueRow) -> str:
    return row.accessibleName().replace("\u00a0", " ")


def stored(page: LegalDataPage) -> list[tuple[str, Duration | None, str]]:
    return [(one.key, one.duration, one.reason) for one in page._desk.dossier.of(LegalSetting)]


def told(page: LegalDataPage) -> list[str]:
    """What stands above the lists."""
    return [one.told.replace("\u00a0", " ") for one in page.own.values if one.isVisible()]


def press(widget: Any) -> None:
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_Return)
    settle()


def test_a_list_says_what_may_be_set_and_each_value_that_it_is_ours(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, desk_with(tmp_path))
    line = line_of(page)
    assert "19 valeurs réglables" in line.row.accessibleName()
    assert "réglable" not in line_of(page, "eea").row.accessibleName()
    press(line.row)
    assert spoken(row_of(page)) == "Formation ou sensibilisation, 12 mois, notre repère, replié"
    assert not page.own.isVisible()


def test_a_value_is_set_with_its_reason_by_keyboard_undone_and_done_again(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, desk_with(tmp_path))
    press(line_of(page).row)
    press(row_of(page))
    editor = editor_of(page)
    editor.duration.count.selectAll()
    QTest.keyClicks(editor.duration.count, "24")
    QTest.keyClicks(editor.reason, "Équipe stable")
    press(editor.set)
    assert stored(page) == [(TRAINING, TWO_YEARS, "Équipe stable")]
    (setting,) = page._desk.dossier.of(LegalSetting)
    assert (setting.name, setting.since, setting.decided_by) == (
        "Formation ou sensibilisation",
        NOW.date(),
        "Camille Martin, DPO",
    )
    assert spoken(row_of(page)) == (
        "Formation ou sensibilisation, 24 mois, réglé dans ce dossier, le nôtre : 12 mois, replié"
    )
    assert row_of(page).hasFocus()
    assert told(page) == [
        "Formation ou sensibilisation : 24 mois "
        "(notre repère : 12 mois · depuis le 22/11/2026 · par Camille Martin, DPO · Équipe stable)"
    ]
    assert "1 réglée dans ce dossier" in line_of(page).row.accessibleName()
    history = page._desk.history
    history.undo()
    settle()
    assert (stored(page), told(page), spoken(row_of(page)).split(", ")[1]) == ([], [], "12 mois")
    history.redo()
    settle()
    assert (len(told(page)), spoken(row_of(page)).split(", ")[1]) == (1, "24 mois")


def test_without_a_reason_or_a_duration_nothing_is_written_and_the_place_says_so(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, desk_with(tmp_path))
    editor = editor_of(page)
    press(editor.set)
    assert (stored(page), editor.reason.hasFocus()) == ([], True)
    assert editor.reason_field.error == "Dites pourquoi\u00a0: qui le lira plus tard le demandera."
    editor.reason.setText("Équipe stable")
    for typed in ("", "deux", "-3"):
        editor.duration.count.setText(typed)
        press(editor.set)
        assert editor.duration_field.error
        assert stored(page) == []


def test_a_value_is_changed_in_place_and_taken_back_to_ours(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    later = own(since="2027-01-01", duration={"count": 5, "unit": "an"})
    page = page_on(qtbot, desk_with(tmp_path, own(), later))
    assert [words.split(" (")[1].split(" · ")[0] for words in told(page)] == [
        "notre repère : 12 mois",
        "compte à partir du 01/01/2027",
    ]
    editor = editor_of(page)
    assert (editor.duration.value(), editor.reason.text()) == (TWO_YEARS, "Équipe stable")
    editor.duration.count.setText("18")
    press(editor.set)
    assert [duration and duration.count for _key, duration, _reason in stored(page)] == [18, 5]
    press(editor_of(page).back)
    assert (stored(page), told(page)) == ([], [])
    page._desk.history.undo()
    assert len(stored(page)) == 2


def test_one_that_changes_nothing_says_why_and_can_be_deleted(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, desk_with(tmp_path, own("reviews.formation"), own(duration=None)))
    unknown, empty = page.own.values
    assert "aucune valeur réglable des données juridiques n’a cette clé" in unknown.told
    assert "elle n’a pas de durée" in empty.told
    press(unknown.button)
    assert [key for key, *_others in stored(page)] == [TRAINING]
    page.own.values[0].button.click()
    settle()
    assert spoken(row_of(page)).startswith("Formation ou sensibilisation, 12 mois, notre repère, déplié")


def test_escape_closes_an_editor_and_changes_nothing(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, desk_with(tmp_path))
    editor = editor_of(page, PROSPECTS)
    QTest.keyClicks(editor.reason, "Cycle long")
    QTest.keyClick(editor.reason, Qt.Key.Key_Escape)
    settle()
    assert (stored(page), row_of(page, PROSPECTS).is_open) == ([], False)
    assert row_of(page, PROSPECTS).hasFocus()


def test_where_one_may_only_read_nothing_can_be_set(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, reading_desk(tmp_path, own(), own("reviews.formation")))
    editor = editor_of(page)
    assert not editor.set.isEnabled()
    assert not editor.back.isEnabled()
    assert editor.reason.isReadOnly()
    assert [one.button.isEnabled() for one in page.own.values] == [True, False]


def test_a_value_of_the_dossier_is_no_register_and_is_reached_where_it_stands(windows: Windows, tmp_path: Path) -> None:
    prospects, unknown = own(PROSPECTS), own("reviews.formation")
    made = window_on(windows, tmp_path, record("organisation", name="Éco"), prospects, unknown)
    assert "legal_setting" not in KEYS
    made.desk.go_to(prospects)
    settle()
    page = made.pages.currentWidget()
    assert isinstance(page, LegalDataPage)
    assert made.pages.here.page == LEGAL
    assert row_of(page, PROSPECTS).is_open
    assert row_of(page, PROSPECTS).hasFocus()
    made.desk.go_to(unknown)
    settle()
    assert page.own.values[1].button.hasFocus()


def test_a_finding_says_the_value_of_the_dossier_that_it_rests_on(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with(tmp_path, record("organisation", name="Éco"), own())
    (finding,) = [one for one in findings(desk.dossier, NOW) if one.check.id == "GOV-08"]
    opened = OpenFinding(desk, Line(("", "", ""), finding, None, finding.sentence(desk.say), "", ""))
    shown(qtbot, opened, 800, 500)
    said = [label.text().replace("\u00a0", " ") for label in opened.findChildren(Label)]
    assert "Repère réglé dans ce dossier : 24 mois (le nôtre : 12 mois)." in said


@pytest.mark.parametrize("size", [(1160, 820), (980, 620)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut(stretched: None, qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    page = page_on(qtbot, desk_with(tmp_path, own(), own("reviews.formation")), size)
    editor_of(page)
    assert problems(page) == []
    editor_of(page, PROSPECTS)
    assert problems(page) == []

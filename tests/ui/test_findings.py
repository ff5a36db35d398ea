"""What is found in a dossier: beside its field, on top of its record, on its page, in the sidebar, on the overview."""

import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dossier.i18n import _, use_language
from dossier.model.activity import Activity, Purpose
from dossier.model.catalog import kind_named
from dossier.model.evidence import Action, Waiver
from dossier.model.record import Record
from dossier.store.store import Store
from dossier.ui.breach.view import BreachView
from dossier.ui.desk import Desk, Kept
from dossier.ui.history import History
from dossier.ui.main_window import MainWindow
from dossier.ui.pages.finding_groups import By
from dossier.ui.pages.finding_rows import FindingRow
from dossier.ui.pages.findings import FindingsPage
from dossier.ui.pages.fix_first import FixFirst
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.ui.windows import Windows
from dossier.work import edits
from dossier.work.preferences import Preferences
from tests.factories import AUTHOR, NOW, make_store, record
from tests.ui.desks import desk_over, page_of, settle, shown
from tests.ui.window_check import problems

from .opening import window_on, windows

__all__ = ["windows"]

Key = Qt.Key
UNSAFE, NAMELESS = "REG-05", "REG-02"
"""No measure for an activity, beside its measures; no purpose, which no field can say."""


def dossier() -> list[Record]:
    payroll = record("activity", name="Paie")
    said = "Les données sont protégées"
    quote = record(
        "statement", about=(payroll.id,), fields=("measures",), file="charte.md", line=12, quote=said, name="Sécurité"
    )
    return [record("organisation", name="Éco"), payroll, quote]


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(app: QApplication, tmp_path: Path, clock: Clock) -> Desk:
    store = make_store(tmp_path / "essai.dossier", dossier())
    history = History(store, lambda: AUTHOR, clock)
    made = Desk(history, Kept(Preferences()), clock)
    history.setParent(made)
    return made


def findings_page(qtbot: QtBot, desk: Desk, width: int = 1150) -> FindingsPage:
    page = FindingsPage(desk)
    shown(qtbot, page, width)
    qtbot.waitUntil(lambda: bool(page.list.rows))
    page.activateWindow()
    settle()
    return page


def row_of(page: FindingsPage, check: str) -> FindingRow:
    return next(row for row in page.list.rows if row.line.finding.check.id == check)


def checks(page: FindingsPage) -> set[str]:
    return {row.line.finding.check.id for row in page.list.rows}


def open_in_place(page: FindingsPage, check: str) -> None:
    row_of(page, check).click()
    settle()


def activity(desk: Desk) -> Activity:
    return desk.dossier.of(Activity)[0]


def accept(page: FindingsPage, reason: str) -> None:
    assert page.list.opened
    page.list.opened.reason.setText(reason)
    page.list.opened.accept.click()


def test_a_finding_stands_beside_its_field_until_it_is_mended(qtbot: QtBot, desk: Desk) -> None:
    page = page_of(qtbot, desk, Activity, activity(desk))
    field = page.view.form.field("measures")
    assert "art. 30(1)(g)" in field.found.replace("\xa0", " ")
    desk.history.do(edits.change_of_field([activity(desk)], "security_text", "Coffre fermé"))
    assert field.found == ""
    desk.history.undo()
    assert field.found


def test_what_no_field_can_say_stands_on_top_with_the_button_that_mends_it(qtbot: QtBot, desk: Desk) -> None:
    page = page_of(qtbot, desk, Activity, activity(desk))
    banners = page.view.found.findChildren(Banner)
    named = next(one for one in banners if "Paie" in one.accessibleName() and "30(1)(b)" in one.accessibleName())
    page.show_part("purpose")
    section = next(one for one in page.view.children_sections if one.kind is Purpose)
    assert QApplication.focusWidget() is section.add_button
    named.findChildren(Button)[0].click()
    (purpose,) = desk.dossier.children(Purpose, activity(desk).id)
    assert section.open_record() == purpose
    desk.history.do(edits.change_of_field([purpose], "name", "Payer les salaires"))
    left = [one.accessibleName() for one in page.view.found.findChildren(Banner) if one.isVisible()]
    assert not any("30(1)(b)" in name for name in left)


def test_a_row_opens_in_place_and_says_why_and_what_a_source_says(qtbot: QtBot, desk: Desk) -> None:
    page = findings_page(qtbot, desk)
    open_in_place(page, UNSAFE)
    assert page.list.opened
    said = "\n".join(label.text() for label in page.list.opened.findChildren(QLabel)).replace("\xa0", " ")
    assert "TRT-001 – Paie" in said
    assert "(vide)" in said, "the value of the field it looked at"
    assert "« Les données sont protégées »" in said
    assert "charte.md, ligne 12" in said
    opened = page.list.opened
    qtbot.waitUntil(lambda: "22/11/2026" in opened.since.text())
    page.list.opened.closed.emit()
    assert page.list.opened is None


def test_a_finding_is_accepted_with_a_reason_and_an_end_and_comes_back_after_it(
    qtbot: QtBot, desk: Desk, clock: Clock
) -> None:
    page = findings_page(qtbot, desk)
    open_in_place(page, UNSAFE)
    accept(page, " ")
    assert page.list.opened
    assert page.list.opened.reason_field.error
    assert desk.dossier.count(Waiver) == 0
    accept(page, "Mesures décrites ailleurs")
    qtbot.waitUntil(lambda: UNSAFE not in checks(page))
    (waiver,) = desk.dossier.of(Waiver)
    assert (waiver.reason, waiver.author, waiver.ends_on) == (
        "Mesures décrites ailleurs",
        "Camille Martin, DPO",
        date(2027, 2, 22),
    )
    page.which.parts[1].click()
    qtbot.waitUntil(lambda: UNSAFE in checks(page))
    assert "Camille Martin" in row_of(page, UNSAFE).accessibleName()
    assert page_of(qtbot, desk, Activity, activity(desk)).view.form.field("measures").found == ""
    clock.now = NOW + timedelta(days=100)
    page.which.parts[0].click()
    desk.watch.look()
    qtbot.waitUntil(lambda: UNSAFE in checks(page))


def test_an_end_before_today_is_no_end(qtbot: QtBot, desk: Desk) -> None:
    page = findings_page(qtbot, desk)
    open_in_place(page, UNSAFE)
    assert page.list.opened
    page.list.opened.until.line.setText("01/11/2026")
    accept(page, "Vu")
    assert desk.dossier.count(Waiver) == 0
    assert page.list.opened.until_field.error


def test_an_action_is_planned_once(qtbot: QtBot, desk: Desk) -> None:
    page = findings_page(qtbot, desk)
    open_in_place(page, UNSAFE)
    assert page.list.opened
    page.list.opened.act.click()
    (action,) = desk.dossier.of(Action)
    assert (action.check_id, action.about) == (UNSAFE, (activity(desk).id,))
    with qtbot.waitSignal(desk.asked_for) as asked:
        page.list.opened.act.click()
    assert asked.args == [action]


def test_the_keyboard_reaches_everything(qtbot: QtBot, desk: Desk) -> None:
    page = findings_page(qtbot, desk)
    page.take_focus()
    first = QApplication.focusWidget()
    assert first
    QTest.keyClick(first, Key.Key_Down)
    row = QApplication.focusWidget()
    assert isinstance(row, FindingRow)
    QTest.keyClick(row, Key.Key_Return)
    settle()
    assert page.list.opened
    QTest.keyClick(page.list.opened.reason, Key.Key_Escape)
    assert page.list.opened is None
    assert QApplication.focusWidget() is row
    QTest.keyClick(row, Key.Key_Up)
    assert QApplication.focusWidget() is first
    with qtbot.waitSignal(desk.asked_for_place):
        QTest.keyClick(row.link, Key.Key_Return)


def test_findings_are_filtered_and_grouped(qtbot: QtBot, desk: Desk) -> None:
    page = findings_page(qtbot, desk)
    every = len(page.list.rows)
    page.filter.setText("reg-05 paie")
    qtbot.waitUntil(lambda: checks(page) == {UNSAFE})
    page.filter.setText("rien de tel")
    qtbot.waitUntil(lambda: page.nothing.isVisible())
    page.filter.clear()
    qtbot.waitUntil(lambda: len(page.list.rows) == every)
    for by in (By.REGISTER, By.CHECK):
        page.by.parts[list(By).index(by)].click()
        qtbot.waitUntil(lambda: not {"blocking", "major"} & {one.shown.key for one in page.list.heads})
        assert len(page.list.rows) == every


def test_what_is_open_stays_open_when_something_else_changes(qtbot: QtBot, desk: Desk) -> None:
    page = findings_page(qtbot, desk)
    open_in_place(page, UNSAFE)
    opened, before = page.list.opened, page.list.rows
    assert opened
    opened.reason.setText("en cours de frappe")
    desk.history.do(edits.creation(record("purpose", activity=activity(desk).id, name="Payer les salaires")))
    qtbot.waitUntil(lambda: NAMELESS not in checks(page))
    assert page.list.opened is opened
    assert opened.reason.text() == "en cours de frappe"
    assert row_of(page, UNSAFE) in before


def test_a_dossier_that_is_only_read_shows_and_accepts_nothing(qtbot: QtBot, app: QApplication, tmp_path: Path) -> None:
    make_store(tmp_path / "essai.dossier", dossier()).close()
    page = findings_page(qtbot, desk_over(Store.read(tmp_path / "essai.dossier")))
    open_in_place(page, UNSAFE)
    assert page.list.opened
    assert not page.list.opened.accept.isEnabled()
    assert not page.list.opened.act.isEnabled()
    assert page.list.opened.accept.toolTip()
    assert page.list.opened.mend.isEnabled()


@pytest.mark.parametrize("width", [1150, 830])
def test_the_page_has_no_problem_in_both_languages_and_with_long_words(
    qtbot: QtBot, desk: Desk, request: pytest.FixtureRequest, width: int
) -> None:
    def look() -> None:
        page = findings_page(qtbot, desk, width)
        open_in_place(page, UNSAFE)
        assert problems(page) == []
        page.close()

    look()
    use_language("en")
    look()
    request.getfixturevalue("stretched")
    look()


def test_the_window_counts_marks_and_leads_to_the_field(
    qtbot: QtBot,
    windows: Windows,
    tmp_path: Path,
) -> None:
    window = window_on(windows, tmp_path, *dossier())
    window.desk.watch.begin()
    qtbot.waitUntil(lambda: window.desk.watch.findings is not None)
    assert window.desk.watch.findings
    n = len(window.desk.watch.findings.open)
    assert f"{_('Findings')}, {n}" in names(window)
    assert any(name.startswith("Activités") and "bloquant" in name for name in names(window))
    (first,) = window.pages.page("overview").findChildren(FixFirst)
    assert first.rows[0].accessibleName()
    first.rows[0].click()
    settle()
    assert window.pages.here.record
    window.go_to_page("findings")
    page = window.pages.currentWidget()
    assert isinstance(page, FindingsPage)
    qtbot.waitUntil(lambda: bool(page.list.rows))
    window.activateWindow()
    row_of(page, UNSAFE).link.click()
    settle()
    opened = window.pages.currentWidget()
    assert isinstance(opened, KindPage)
    assert opened.view.form.field("measures").input.has_keyboard()
    store = window.store
    record_ = store.dossier.of(Activity)[0]
    window.history.do(edits.change_of_field([record_], "security_text", "Coffre"))
    qtbot.waitUntil(lambda: f"{_('Findings')}, {n - 1}" in names(window))


def names(window: MainWindow) -> list[str]:
    return [button.accessibleName() for button in window.side._buttons.values()]


def test_the_first_window_waits_for_no_check() -> None:
    looked = "import sys, dossier.ui.windows, dossier.ui.main_window, dossier.ui.pages.overview; "
    said = "print([name for name in sys.modules if name.startswith('dossier.checks')])"
    done = subprocess.run([sys.executable, "-c", looked + said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_page_of_a_breach_says_it_beside_its_fields_too(qtbot: QtBot, desk: Desk) -> None:
    breach = kind_named("breach")
    desk.history.do(edits.creation(record("breach", name="Vol")))
    made = desk.dossier.of(breach)[0]
    view = BreachView(desk)
    shown(qtbot, view)
    view.show_record(made)
    view.form.complete()
    assert "art. 33(5)" in view.form.field("facts").found.replace("\xa0", " ")
    desk.history.do(edits.change_of_field([made], "facts", "Ordinateur volé"))
    view.refresh(desk.dossier.of(breach)[0])
    assert view.form.field("facts").found == ""

"""The quick log: half a minute, without the mouse, and nothing typed is lost."""

import json
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget

from dossier.cli import run_command
from dossier.errors import CannotWrite
from dossier.model.breach import Breach, BreachEvent
from dossier.model.record import Knowledge
from dossier.model.vocabulary_procedures import BreachData, BreachNature, BreachState
from dossier.paths import user_spool
from dossier.store.store import Store
from dossier.ui.dialogs.quick_alone import QuickAlone
from dossier.ui.dialogs.quick_log import QuickLog
from dossier.ui.main_window import MainWindow
from dossier.ui.pages.settings import SettingsPage
from dossier.ui.pages.start_rows import RecentLine
from dossier.ui.windows import Windows
from dossier.work.incident_note import IncidentNote
from dossier.work.preferences import Preferences
from dossier.work.spool import Spool
from tests.factories import NOW, make_store, record

from .desks import settle
from .opening import MARIE, said, window, window_on, windows
from .window_check import problems

__all__ = ["window", "windows"]
Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL_SHIFT = Modifier.ControlModifier | Modifier.ShiftModifier


@pytest.fixture
def spool() -> Spool:
    return Spool(user_spool())


def open_quick_log(opened: MainWindow) -> QuickLog:
    opened.activateWindow()
    settle()
    QTest.keyClick(opened, Key.Key_I, CTRL_SHIFT)
    settle()
    dialog = opened.incidents.dialog
    assert dialog is not None
    return dialog


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def type_here(words: str) -> None:
    QTest.keyClicks(focused(), words)


def log_it() -> None:
    QTest.keyClick(focused(), Key.Key_Return, Modifier.ControlModifier)
    settle()


def wait_until(done: object) -> None:
    for _turn in range(300):
        QTest.qWait(10)
        if callable(done) and done():
            return
    raise AssertionError("it never happened")


def breaches(opened: MainWindow) -> tuple[Breach, ...]:
    return opened.desk.dossier.of(Breach)


def test_a_sentence_and_two_keys_make_a_breach(window: MainWindow, spool: Spool) -> None:
    open_quick_log(window)
    type_here("Portable vole")
    log_it()
    (breach,) = breaches(window)
    assert (breach.name, breach.state, breach.logged_by) == ("Portable vole", BreachState.AWARE, "Marie Durand, DPO")
    assert breach.aware_at is not None
    assert breach.aware_at.at == NOW
    assert breach.nature == ()
    assert breach.data == (BreachData.UNKNOWN,)
    assert breach.persons_number is None
    assert [one.name for one in window.desk.dossier.children(BreachEvent, breach.id)] == ["Portable vole"]
    assert window.incidents.dialog is None
    assert "VIO-2026-001" in said(window)[0]
    assert "25 nov. 2026" in said(window)[0] or "25/11/2026" in said(window)[0]
    assert spool.drafts() == spool.waiting() == []
    window.undo()
    assert breaches(window) == ()


def test_every_answer_is_reached_by_tab_in_the_order_of_reading(windows: Windows, tmp_path: Path) -> None:
    organisation, stripe = record("organisation", name="Éco"), record("processor", name="Stripe")
    opened = window_on(windows, tmp_path, organisation, stripe, record("activity", name="Paie"))
    dialog = open_quick_log(opened)
    seen = [focused()]
    QTest.keyClick(focused(), Key.Key_Tab)
    while focused() is not dialog.form.text:
        seen.append(focused())
        assert len(seen) < 30
        QTest.keyClick(focused(), Key.Key_Tab)
    places = [one.mapTo(dialog, one.rect().center()) for one in seen]
    rows = [(place.y() // 12, place.x()) for place in places]
    assert rows == sorted(rows)
    for stop in (
        dialog.form.awareness.time,
        dialog.form.persons.number,
        dialog.form.data,
        dialog.form.processor,
        dialog.foot.log,
    ):
        assert stop in seen


def test_the_whole_note_is_typed_without_the_mouse(windows: Windows, tmp_path: Path) -> None:
    organisation, stripe = record("organisation", name="Éco"), record("processor", name="Stripe")
    pay = record("activity", name="Paie")
    opened = window_on(windows, tmp_path, organisation, stripe, pay)
    dialog = open_quick_log(opened)
    type_here("Fichier envoye")
    QTest.keyClick(focused(), Key.Key_T, Modifier.AltModifier)  # Plus tôt
    wait_until(lambda: dialog.form.awareness.time.hasFocus())
    type_here("hier 18:30")
    QTest.keyClick(focused(), Key.Key_N, Modifier.AltModifier)
    settle()
    QTest.keyClick(focused(), Key.Key_Space)
    QTest.keyClick(focused(), Key.Key_P, Modifier.AltModifier)
    settle()
    type_here("environ 300")
    QTest.keyClick(focused(), Key.Key_D, Modifier.AltModifier)
    settle()
    QTest.keyClick(focused(), Key.Key_Down)
    QTest.keyClick(focused(), Key.Key_S, Modifier.AltModifier)
    settle()
    type_here("stripe")
    QTest.keyClick(focused(), Key.Key_A, Modifier.AltModifier)
    settle()
    type_here("Inconnue au registre")
    assert "24 nov. 2026" in dialog.foot.due.text()
    log_it()
    (breach,) = breaches(opened)
    assert breach.aware_at is not None
    assert breach.aware_at.at.isoformat() == "2026-11-21T17:30:00+00:00"
    assert breach.nature == (BreachNature.CONFIDENTIALITY,)
    assert breach.persons_number is not None
    assert (breach.persons_number.value, breach.persons_number.state) == (300, Knowledge.ABOUT)
    assert breach.data == (BreachData.CIVIL_STATUS,)
    assert breach.processors == (stripe.id,)
    assert breach.activities == ()
    assert "Inconnue au registre" in breach.notes


def test_a_suspicion_is_one_key_and_runs_no_clock(window: MainWindow) -> None:
    dialog = open_quick_log(window)
    type_here("Un doute")
    QTest.keyClick(focused(), Key.Key_O, Modifier.AltModifier)
    wait_until(lambda: dialog.form.awareness.certainty.value == "suspicion")
    assert "2026" not in dialog.foot.due.text()
    log_it()
    (breach,) = breaches(window)
    assert breach.state is BreachState.SUSPICION
    assert breach.aware_at is None
    assert breach.suspected_at is not None
    assert breach.suspected_at.at == NOW


@pytest.mark.parametrize(
    ("typed", "said_beside"),
    [("2027-01-01 10:00", "futur"), ("pendant la pause", "pendant la pause"), ("2026-10-25 02:30", "deux fois")],
)
def test_a_time_that_is_not_clear_is_said_and_logged_all_the_same(
    typed: str, said_beside: str, window: MainWindow
) -> None:
    dialog = open_quick_log(window)
    type_here("Vol")
    dialog.form.awareness.time.setFocus()
    dialog.form.awareness.time.selectAll()
    type_here(typed)
    assert dialog.form.awareness.certainty.value == "earlier"
    assert said_beside in dialog.form.awareness.field.error
    log_it()
    assert len(breaches(window)) == 1


def test_a_time_that_happens_twice_asks_which(window: MainWindow) -> None:
    dialog = open_quick_log(window)
    type_here("Vol")
    dialog.form.awareness.time.setFocus()
    dialog.form.awareness.time.selectAll()
    type_here("25/10/2026 02:30")
    assert [part.words for part in dialog.form.awareness.which.parts] == ["UTC+02:00", "UTC+01:00"]
    dialog.form.awareness.which.parts[1].click()
    log_it()
    (breach,) = breaches(window)
    assert breach.aware_at is not None
    assert breach.aware_at.at.isoformat() == "2026-10-25T01:30:00+00:00"


def test_a_negative_number_is_said_and_logged_all_the_same(window: MainWindow) -> None:
    dialog = open_quick_log(window)
    type_here("Vol")
    dialog.form.persons.number.setFocus()
    type_here("-5")
    assert dialog.form.persons.field.error
    log_it()
    (breach,) = breaches(window)
    assert breach.persons_number is not None
    assert breach.persons_number.value == -5


def test_an_empty_note_asks_for_one_sentence(window: MainWindow) -> None:
    dialog = open_quick_log(window)
    log_it()
    assert breaches(window) == ()
    assert said(dialog)
    type_here("Vol")
    assert not said(dialog)
    log_it()
    assert len(breaches(window)) == 1


def test_escape_keeps_the_draft_and_now_is_the_moment_of_the_next_window(
    windows: Windows, tmp_path: Path, spool: Spool
) -> None:
    opened = window_on(windows, tmp_path)
    open_quick_log(opened)
    type_here("Vol dans le train")
    QTest.keyClick(focused(), Key.Key_Escape)
    settle()
    assert opened.incidents.dialog is None
    (draft,) = spool.drafts()
    opened.clock = lambda: NOW + timedelta(hours=5)
    dialog = open_quick_log(opened)
    assert dialog.form.text.toPlainText() == "Vol dans le train"
    note = dialog.note()
    assert note.certainty == "earlier"
    assert note.moment is not None
    assert note.moment.at == draft.opened.at == NOW
    dialog.form.awareness.certainty.parts[0].click()
    assert dialog.note().moment is not None
    assert dialog.note().moment.at == NOW + timedelta(hours=5)  # type: ignore[union-attr]
    log_it()
    (breach,) = breaches(opened)
    assert breach.aware_at is not None
    assert breach.aware_at.at == NOW + timedelta(hours=5)
    assert spool.drafts() == []


def test_closing_the_window_keeps_the_draft_to_its_last_letter(windows: Windows, tmp_path: Path, spool: Spool) -> None:
    opened = window_on(windows, tmp_path)
    open_quick_log(opened)
    type_here("Vol dans le train")
    opened.close()
    assert [one.text for one in spool.drafts()] == ["Vol dans le train"]
    assert spool.left_for(opened.store.path, "") is not None
    windows.show_start()
    assert windows.start is not None
    windows.start.log_incident()
    assert windows.start.quick_log is not None
    form = windows.start.quick_log.dialog.form
    assert form.text.toPlainText() == "Vol dans le train"
    form.text.insertPlainText(" ce matin")
    windows.start.close()
    assert [one.text for one in spool.drafts()] == ["Vol dans le train ce matin"]
    QThreadPool.globalInstance().waitForDone()
    settle()


def test_a_draft_can_be_given_up_and_taken_back(window: MainWindow, spool: Spool) -> None:
    for _twice in range(2):
        dialog = open_quick_log(window)
        if not dialog.form.text.toPlainText():
            type_here("Vol")
        QTest.keyClick(focused(), Key.Key_Escape)
        settle()
    dialog = open_quick_log(window)
    dialog.other.click()
    assert dialog.form.text.toPlainText() == ""
    dialog.other.click()
    assert dialog.form.text.toPlainText() == "Vol"
    dialog.other.click()
    dialog.close()
    settle()
    assert spool.drafts() == []


def test_a_draft_of_a_program_that_ended_is_offered(windows: Windows, tmp_path: Path, spool: Spool) -> None:
    path = tmp_path / "essai.dossier"
    spool.keep(IncidentNote.begun(NOW, "Europe/Paris", text="Vol interrompu", path=str(path), process=2**22 + 1))
    spool.keep(IncidentNote.begun(NOW, "Europe/Paris", text="Encore en cours", path=str(path), process=os.getpid()))
    opened = window_on(windows, tmp_path)
    opened.incidents.begin()
    assert "Vol interrompu" in said(opened)[0]
    assert open_quick_log(opened).form.text.toPlainText() == "Vol interrompu"


def test_what_is_typed_is_in_the_spool_within_a_second(window: MainWindow, spool: Spool) -> None:
    dialog = open_quick_log(window)
    assert "poste" in dialog.kept.text()  # said before typing
    type_here("Vol")
    wait_until(spool.drafts)
    assert spool.drafts()[0].text == "Vol"
    wait_until(lambda: dialog.kept.text() == "Brouillon gardé")


def test_without_drafts_nothing_is_written_before_it_is_logged(window: MainWindow, spool: Spool) -> None:
    window.kept.preferences = window.kept.preferences.with_(keep_drafts=False)
    dialog = open_quick_log(window)
    assert dialog.kept.text() == "Rien n’est gardé avant de consigner"
    type_here("Vol")
    QTest.qWait(700)
    QTest.keyClick(focused(), Key.Key_Escape)
    settle()
    assert not spool.folder.exists()
    open_quick_log(window)
    type_here("Vol")
    log_it()
    assert len(breaches(window)) == 1


def test_a_dossier_that_another_writes_in_gets_it_later(windows: Windows, tmp_path: Path, spool: Spool) -> None:
    path = tmp_path / "partage.dossier"
    make_store(path).close()
    lock = path.with_name(f".~lock.{path.name}#")
    lock.write_text(json.dumps({"host": "pc-12", "process": 4242, "user": "jeanne", "since": ""}))
    reader = windows.open(path)
    settle()
    open_quick_log(reader)
    type_here("Vol")
    log_it()
    assert breaches(reader) == ()
    assert any("jeanne" in words and "gardé sur ce poste" in words for words in said(reader))
    lock.unlink()
    reader.notices.retry_asked.emit()
    (writer,) = windows.open_windows
    writer.incidents.begin()
    assert [one.name for one in breaches(writer)] == ["Vol"]
    assert spool.waiting() == []


def test_a_disk_that_refuses_leaves_the_incident_waiting(
    window: MainWindow, spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise CannotWrite("Disque plein.")

    with monkeypatch.context() as full:
        full.setattr(window.store, "apply", refuse)
        open_quick_log(window)
        type_here("Vol")
        log_it()
    assert window.incidents.dialog is None
    assert [one.text for one in spool.waiting()] == ["Vol"]
    assert "gardé sur ce poste" in said(window)[0]
    window.incidents.enter_waiting()
    assert [one.name for one in breaches(window)] == ["Vol"]


def test_where_nothing_can_hold_it_the_window_stays_with_all_its_words(
    window: MainWindow, spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise CannotWrite("Disque plein.")

    monkeypatch.setattr(window.store, "apply", refuse)
    spool.folder.parent.mkdir(parents=True, exist_ok=True)
    spool.folder.write_text("no folder")
    dialog = open_quick_log(window)
    type_here("Vol")
    log_it()
    assert dialog.isVisible()
    assert dialog.form.text.toPlainText() == "Vol"
    assert said(dialog)
    dialog.close()
    assert dialog.isVisible()  # said once more, because nothing is kept
    dialog.close()
    assert not dialog.isVisible()


def test_an_open_window_takes_what_was_noted_in_the_terminal(window: MainWindow, spool: Spool) -> None:
    assert run_command(["incident", str(window.store.path), "Du terminal"]) == 0
    assert breaches(window) == ()
    window._timer.timeout.emit()  # every two seconds
    assert [one.name for one in breaches(window)] == ["Du terminal"]
    assert any("VIO-2026-001" in words for words in said(window))
    assert spool.waiting() == []


def drop(opened: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    opened.incidents.begin()
    told = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Modifier.NoModifier
    QApplication.sendEvent(opened.windowHandle(), QDragEnterEvent(QPoint(300, 300), *told))
    QApplication.sendEvent(opened.windowHandle(), QDropEvent(QPointF(300, 300), *told))


def test_a_note_dropped_on_the_window_is_logged_once(window: MainWindow, tmp_path: Path) -> None:
    sent, other = tmp_path / "vol.incident", tmp_path / "notes.incident"
    sent.write_text(IncidentNote.begun(NOW, "Europe/Paris", text="D’un collègue", by="Paul").as_text())
    other.write_text("not a note")
    window.go_to_page("settings")  # where the middle of the window is full of inputs
    for _twice in range(2):
        drop(window, sent)
    assert [(one.name, one.logged_by) for one in breaches(window)] == [("D’un collègue", "Paul")]
    drop(window, other)
    assert any("notes.incident" in words for words in said(window))


def test_the_record_is_one_click_away(window: MainWindow) -> None:
    open_quick_log(window)
    type_here("Vol")
    log_it()
    assert window.pages.here.page == "overview"  # it goes nowhere by force
    (breach,) = breaches(window)
    button(window.notices, "Ouvrir la fiche").click()
    assert window.pages.here.record == breach.id


def test_the_deadline_goes_to_a_calendar_at_once(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "VIO.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target), ""))
    open_quick_log(window)
    type_here("Vol")
    log_it()
    button(window.notices, "Échéance pour votre agenda…").click()
    assert "BEGIN:VEVENT" in target.read_text()
    assert "20261125T1" in target.read_text()


def button(inside: QWidget, words: str) -> QAbstractButton:
    return next(one for one in inside.findChildren(QAbstractButton) if one.text() == words and one.isVisible())


def test_a_second_shortcut_raises_the_same_window(window: MainWindow) -> None:
    dialog = open_quick_log(window)
    window.log_incident()
    assert window.incidents.dialog is dialog


@pytest.fixture
def alone(windows: Windows, tmp_path: Path) -> Iterator[QuickAlone]:
    path = tmp_path / "seul.dossier"
    make_store(path, [record("organisation", name="Éco"), record("processor", name="Stripe")]).close()
    made = QuickAlone(path, MARIE, lambda: NOW)
    yield made
    QThreadPool.globalInstance().waitForDone()
    settle()


def test_alone_it_learns_the_dossier_and_says_what_became_of_it(alone: QuickAlone, tmp_path: Path) -> None:
    dialog = alone.dialog
    wait_until(lambda: dialog.form.processor.count() == 2)
    assert "25 nov. 2026" in dialog.foot.due.text()
    dialog.activateWindow()
    dialog.form.text.setFocus()
    type_here("Vol")
    dialog.submit()
    wait_until(lambda: any("VIO-2026-001" in label.text() for label in dialog.findChildren(QLabel)))
    with Store.read(tmp_path / "seul.dossier") as store:
        assert [one.name for one in store.dossier.of(Breach)] == ["Vol"]
    dialog.close()
    assert Spool(user_spool()).drafts() == []


def test_alone_it_keeps_what_the_dossier_cannot_take(windows: Windows, tmp_path: Path) -> None:
    made = QuickAlone(tmp_path / "absent.dossier", MARIE, lambda: NOW)
    made.dialog.form.text.setPlainText("Vol")
    made.dialog.submit()
    wait_until(lambda: any("absent.dossier" in label.text() for label in made.dialog.findChildren(QLabel)))
    made.dialog.close()
    assert [one.text for one in Spool(user_spool()).waiting()] == ["Vol"]
    QThreadPool.globalInstance().waitForDone()
    settle()


def test_from_the_start_page_an_incident_is_logged_for_a_recent_dossier(windows: Windows, tmp_path: Path) -> None:
    window_on(windows, tmp_path).close()
    windows.show_start()
    start = windows.start
    assert start is not None
    start.activateWindow()
    settle()
    (line,) = start.page.findChildren(RecentLine)
    line.incident_asked.emit(Path(line.recent.path))
    assert start.quick_log is not None
    dialog = start.quick_log.dialog
    assert "essai" in dialog.windowTitle()
    dialog.form.text.setPlainText("Vol")
    dialog.submit()
    wait_until(lambda: any("VIO-2026-001" in label.text() for label in dialog.findChildren(QLabel)))
    dialog.close()
    settle()
    assert start.quick_log is None
    start.log_incident()  # Ctrl+Shift+I, for the dossier that was opened last
    assert start.quick_log is not None
    start.quick_log.dialog.close()
    QThreadPool.globalInstance().waitForDone()
    settle()


def test_the_start_page_says_which_dossiers_incidents_wait_for(windows: Windows, tmp_path: Path, spool: Spool) -> None:
    spool.submit(IncidentNote.begun(NOW, "Europe/Paris", text="Vol", path=str(tmp_path / "usb.dossier")))
    windows.show_start()
    assert windows.start is not None
    settle()
    assert "usb.dossier" in said(windows.start)[0]


def test_drafts_are_a_preference(window: MainWindow) -> None:
    window.go_to_page("settings")
    page = window.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    page.drafts.parts[1].click()
    assert window.kept.preferences.keep_drafts is False
    assert Preferences.load(NOW).keep_drafts is False


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_quick_log_has_no_problem(windows: Windows, tmp_path: Path, code: str, stretched: None) -> None:
    windows.speak(code)
    opened = window_on(windows, tmp_path)
    dialog = open_quick_log(opened)
    settle()
    assert problems(dialog) == []


@pytest.mark.parametrize("code", ["fr", "en"])
def test_each_letter_leads_to_one_place(windows: Windows, tmp_path: Path, code: str) -> None:
    windows.speak(code)
    dialog = open_quick_log(window_on(windows, tmp_path))
    labels = [label.text().partition("&")[2][:1].lower() for label in dialog.findChildren(QLabel) if label.buddy()]
    letters = [*filter(None, labels), *(part.option.letter.lower() for part in dialog.form.awareness.certainty.parts)]
    assert len(letters) == 10
    assert len(set(letters)) == 10

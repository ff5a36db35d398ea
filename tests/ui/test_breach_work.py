"""What a person does on the page of a breach: answer, decide, assess, note, notify, inform, close, and take it back."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from dossier.model.breach import Breach, BreachAssessment, BreachCommunication, BreachEvent, BreachNotification
from dossier.model.evidence import Document
from dossier.model.vocabulary_procedures import (
    BreachRisk,
    BreachState,
    Channel,
    EnisaData,
    EnisaIdentification,
    InformPersons,
    NotificationType,
)
from dossier.ui.breach.note_line import NoteLine
from dossier.ui.breach.view import BreachView
from dossier.ui.closing import sentence_of
from dossier.ui.desk import Desk
from dossier.ui.pages.breaches import BreachesPage
from tests.factories import AUTHOR, NOW
from tests.ui.breaches import (
    ago,
    breach,
    desk_of,
    late,
    notified,
    page_on,
    running,
    suspected,
    the_breach,
    unknown,
    view_of,
)
from tests.ui.desks import settle

ENTER = Qt.Key.Key_Return


def typed(line: QLineEdit, words: str) -> None:
    line.setFocus()
    line.setText(words)
    QTest.keyClick(line, ENTER)
    settle()


def note(view: BreachView, words: str, when: str = "") -> None:
    view.timeline.line.when.setText(when)
    typed(view.timeline.line.words, words)


def told(view: BreachView) -> list[str]:
    """The words of the timeline, from the top."""
    return [row.happening.words for row in view.timeline.rows]


def events(desk: Desk) -> list[tuple[str, bool]]:
    return [(event.name, bool(event.struck_out)) for event in desk.dossier.of(BreachEvent)]


@pytest.mark.parametrize("made", [unknown, suspected])
def test_one_button_says_that_one_is_aware_now(made: object, app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *(unknown() if made is unknown else suspected()))
    view = view_of(page_on(qtbot, desk))
    view.breach_head.awareness.now.click()
    found = the_breach(desk)
    assert (found.aware_at.at if found.aware_at else None, found.state) == (NOW, BreachState.AWARE)
    assert not view.breach_head.awareness.isVisible()
    desk.history.undo()
    assert the_breach(desk).aware_at is None
    assert view.breach_head.awareness.isVisible()


def test_earlier_leads_to_the_field_and_a_suspicion_runs_no_clock(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_of(tmp_path, *unknown())
    view = view_of(page_on(qtbot, desk))
    view.breach_head.awareness.earlier.click()
    assert app.focusWidget() is view.form.field("aware_at").input.inputs[0]
    view.breach_head.awareness.suspicion.click()
    assert the_breach(desk).state is BreachState.SUSPICION
    assert view.breach_head.awareness.dismiss.isVisible()
    view.breach_head.awareness.dismiss.click()
    assert the_breach(desk).state is BreachState.DISMISSED
    assert "écarté" in view.breach_head.clock.accessibleName()


def test_a_note_is_written_with_enter_now_or_when_it_is_said(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *running())
    page = page_on(qtbot, desk)
    view = view_of(page)
    page.add()
    assert app.focusWidget() is view.timeline.line.words
    note(view, "Courriel d’excuse préparé")
    note(view, "Appel du prestataire", "hier 18:30")
    written = desk.dossier.of(BreachEvent)
    assert [one.by for one in written] == [AUTHOR.words, AUTHOR.words]
    assert [one.at.at if one.at else None for one in written] == [NOW, NOW.replace(day=21, hour=17, minute=30)]
    assert told(view)[0] == "Courriel d’excuse préparé"
    assert told(view)[-1] == "Appel du prestataire"
    assert view.timeline.line.words.text() == ""


def test_a_time_that_is_not_understood_keeps_the_note_in_its_line(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_of(tmp_path, *running())
    view = view_of(page_on(qtbot, desk))
    note(view, "Appel", "vers la Saint-Jean")
    assert desk.dossier.count(BreachEvent) == 0
    assert view.timeline.line.words.text() == "Appel"
    assert "Saint-Jean" in view.timeline.line._error.text()
    (waiting,) = view.unwritten()
    assert "Appuyez" in sentence_of(waiting, desk.dossier) or "appuyez" in sentence_of(waiting, desk.dossier)


def test_undo_strikes_a_note_out_and_it_stays_readable(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *running())
    view = view_of(page_on(qtbot, desk))
    note(view, "312 adresses")
    desk.history.undo()
    settle()
    assert events(desk) == [("312 adresses", True)]
    row = view.timeline.rows[0]
    words = row.findChildren(QLabel)
    assert words[0].font().strikeOut()
    assert words[1].text().startswith("Rayé")
    desk.history.redo()
    assert events(desk) == [("312 adresses", False)]


def test_a_correction_is_another_event_and_the_wrong_one_is_struck_out(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_of(tmp_path, *running())
    view = view_of(page_on(qtbot, desk))
    note(view, "312 adresses", "hier 18:30")
    view.timeline.correct(desk.dossier.of(BreachEvent)[0])
    line = view.timeline._correction
    assert isinstance(line, NoteLine)
    assert line.words.text() == "312 adresses"
    typed(line.words, "321 adresses")
    assert events(desk) == [("312 adresses", True), ("321 adresses", False)]
    wrong, right = desk.dossier.of(BreachEvent)
    assert wrong.at == right.at
    desk.history.undo()
    assert events(desk) == [("312 adresses", False), ("321 adresses", True)]


def test_an_event_is_struck_out_by_its_menu(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *running())
    view = view_of(page_on(qtbot, desk))
    note(view, "Doublon")
    row = view.timeline.rows[0]
    menu = row._menu(desk.dossier.of(BreachEvent)[0])
    menu.actions()[1].trigger()
    assert events(desk) == [("Doublon", True)]
    desk.history.undo()
    assert events(desk) == [("Doublon", False)]


def test_a_file_dropped_on_an_event_belongs_to_it(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *running())
    view = view_of(page_on(qtbot, desk))
    note(view, "Capture reçue")
    view.area.ensureWidgetVisible(view.timeline.rows[0])
    settle()
    file = tmp_path / "capture.txt"
    file.write_text("preuve", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    at = QPointF(view.timeline.rows[0].mapTo(view, QPoint(40, 10)))
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view, QDragEnterEvent(at.toPoint(), copy, data, left, none))
    QApplication.sendEvent(view, QDropEvent(at, copy, data, left, none))
    while view.files.is_busy:
        settle()
    (document,) = desk.dossier.of(Document)
    assert desk.dossier.of(BreachEvent)[0].documents == (document.id,)
    desk.history.undo()
    assert desk.dossier.count(Document) == 0
    assert desk.dossier.of(BreachEvent)[0].documents == ()


def answer(view: BreachView, context: EnisaData, identification: EnisaIdentification) -> None:
    form = view.severity.form
    for name, term in (("context", context), ("identification", identification)):
        form.editors[name].put_back(term.value)
        form.editors[name].done.emit()


def test_an_assessment_is_kept_when_a_new_one_replaces_it(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *running())
    page = page_on(qtbot, desk)
    view = view_of(page)
    page.next_step.click()
    answer(view, EnisaData.SIMPLE, EnisaIdentification.LIMITED)
    assert view.severity._value.text() == "0,5"
    assert desk.dossier.count(BreachAssessment) == 0
    assert "gardée" in sentence_of(view.unwritten()[0], desk.dossier)
    view.severity.keep_button.click()
    view.severity.assess()
    answer(view, EnisaData.SENSITIVE, EnisaIdentification.MAXIMUM)
    view.severity.keep_button.click()
    assert [one.context for one in desk.dossier.of(BreachAssessment)] == [EnisaData.SIMPLE, EnisaData.SENSITIVE]
    assert view.severity._value.text() == "4"
    assert view.severity._formula.text() == "DPC 4 × EI 1 + CB 0"
    assert not view.unwritten()
    desk.history.undo()
    settle()
    assert [bool(one.struck_out) for one in desk.dossier.of(BreachAssessment)] == [False, True]
    assert view.severity._value.text() == "0,5"


def test_the_decision_is_written_with_who_and_when(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *running())
    view = view_of(page_on(qtbot, desk))
    segmented = view.decision_field.input.inputs[0].segmented  # type: ignore[attr-defined]
    segmented.parts[1].click()
    found = the_breach(desk)
    assert (found.notify, found.decided_by, found.state) == (False, AUTHOR.words, BreachState.NOT_NOTIFIED)
    assert found.decided_at
    assert found.decided_at.at == NOW
    segmented.parts[2].click()
    found = the_breach(desk)
    assert (found.notify, found.decided_by, found.decided_at, found.state) == (None, "", None, BreachState.AWARE)
    desk.history.undo()
    assert the_breach(desk).notify is False


def test_marked_as_notified_in_one_edit(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *late())
    page = page_on(qtbot, desk)
    page.next_step.click()
    (sent,) = desk.dossier.of(BreachNotification)
    assert (sent.type, sent.channel) == (NotificationType.INITIAL, Channel.ONLINE)
    assert sent.sent_at
    assert sent.sent_at.at == NOW
    found = the_breach(desk)
    assert (found.state, found.notify, found.decided_by) == (BreachState.NOTIFIED, True, AUTHOR.words)
    assert "hors délai" in view_of(page).breach_head.clock.accessibleName()
    assert "notifiée" in desk.history.stack.undoText()
    desk.history.undo()
    assert desk.dossier.count(BreachNotification) == 0
    assert the_breach(desk).notify is None


def test_the_supplement_is_due_then_overdue_and_the_next_notification_is_one(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_of(tmp_path, *notified())
    view = view_of(page_on(qtbot, desk))
    assert "Complément attendu" in view.sent._due.accessibleName()
    desk.clock = lambda: NOW + timedelta(days=3)
    view.tell_time()
    assert "aucun n’est noté" in view.sent._due.accessibleName()
    view.sent.section.add()
    made = desk.dossier.of(BreachNotification)[-1]
    assert (made.type, made.name) == (NotificationType.SUPPLEMENTARY, "CNIL")
    assert not view.sent._due.isVisible()


def test_persons_are_informed_where_the_risk_is_high_then_the_breach_is_closed(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    made = notified()
    desk = desk_of(tmp_path, made[0].with_(risk=BreachRisk.HIGH), made[1])
    page = page_on(qtbot, desk)
    assert page.next_step.text() == "Informer les personnes"
    page.next_step.click()
    assert the_breach(desk).inform is InformPersons.YES
    assert desk.dossier.count(BreachCommunication) == 1
    assert page.next_step.text() == "Noter le complément"
    page.next_step.click()
    assert desk.dossier.of(BreachNotification)[-1].type is NotificationType.SUPPLEMENTARY
    assert page.next_step.text() == "Clôturer"
    page.next_step.click()
    assert the_breach(desk).state is BreachState.CLOSED
    assert the_breach(desk).closed_on == NOW.date()
    assert not page.next_step.isVisible()


def test_what_is_inconsistent_is_said_beside_its_field_and_kept(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_of(tmp_path, breach(aware_at=ago(5), notify=False, state=BreachState.AWARE))
    view = view_of(page_on(qtbot, desk))
    assert "33" in view.form.field("notify_reasons").found
    reasons = view.form.field("notify_reasons")
    reasons.input.put_back("Données chiffrées, clé intacte")
    view.commit()
    assert reasons.found == ""


def test_the_title_is_written_with_enter(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *running())
    view = view_of(page_on(qtbot, desk))
    title = view.form.field("name").input.inputs[0]
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_End)
    QTest.keyClicks(title, " !")
    QTest.keyClick(title, ENTER)
    assert the_breach(desk).name == "Newsletter aux adresses visibles !"


def test_a_note_typed_for_one_breach_waits_while_another_is_shown(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    other = breach(aware_at=ago(2))
    desk = desk_of(tmp_path, *running(), other)
    page: BreachesPage = page_on(qtbot, desk)
    view = view_of(page)
    view.timeline.line.words.setText("Appeler le prestataire")
    first, second = desk.dossier.of(Breach)
    page.show_record(second.id)
    assert view.timeline.line.words.text() == ""
    page.show_record(first.id)
    assert view.timeline.line.words.text() == "Appeler le prestataire"
    assert desk.dossier.count(BreachEvent) == 0


def test_an_assessment_that_is_not_kept_waits_with_its_breach(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, *running(), breach(aware_at=ago(2)))
    page = page_on(qtbot, desk)
    view = view_of(page)
    view.severity.assess()
    answer(view, EnisaData.FINANCIAL, EnisaIdentification.MAXIMUM)
    first, second = desk.dossier.of(Breach)
    page.show_record(second.id)
    assert view.severity._value.text() == "–"
    page.show_record(first.id)
    assert view.severity._value.text() == "3"
    view.severity.keep_button.click()
    assert [one.breach for one in desk.dossier.of(BreachAssessment)] == [first.id]

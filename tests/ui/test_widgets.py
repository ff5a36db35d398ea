"""The building blocks: the keyboard reaches them, nothing is cut, nothing jumps."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from dossier.ui.tokens import CONTROL, SIDEBAR_SMALL
from dossier.ui.widgets.anchors import Anchors
from dossier.ui.widgets.buttons import Button, escaped, plain
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import ElidedLabel, Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.segmented import Option, Segmented
from dossier.ui.widgets.side_buttons import Count, NavButton
from dossier.ui.widgets.table import Table
from dossier.ui.widgets.toggles import Toggles

from .gallery import gallery, record, sidebar, table
from .window_check import problems

THREE = (Option("a", "Un"), Option("b", "Deux"), Option("c", "Pas encore connu", "none"))
Key = Qt.Key


def shown(qtbot: QtBot, widget: QWidget, width: int = 0, height: int = 0) -> None:
    qtbot.addWidget(widget)
    if width:
        widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    for _turn in range(3):  # wrapped labels settle their height in turns
        QApplication.processEvents()


def test_the_gallery_has_no_problem(app: QApplication, qtbot: QtBot) -> None:
    window = gallery()
    shown(qtbot, window)
    assert problems(window) == []


def test_nothing_is_cut_when_words_are_longer(stretched: None, qtbot: QtBot) -> None:
    window = gallery()
    shown(qtbot, window, 1640, 900)
    assert any("Composantsooo" in label.text() for label in window.findChildren(Label))
    assert problems(window) == []


def test_the_check_finds_what_it_is_for(app: QApplication, qtbot: QtBot) -> None:
    cut, small = Label("Une étiquette bien trop longue"), Button("Un bouton bien trop long")
    cut.setFixedWidth(20)
    small.setFixedSize(20, 20)
    first, second = Label("&Nom"), Label("&Numéro")
    nameless, named = QLineEdit(), QLineEdit()
    first.setBuddy(named)
    second.setBuddy(named)
    window = column(cut, small, first, second, nameless, named)
    shown(qtbot, window)
    found = [problem.split(":")[0] for problem in problems(window)]
    assert found == ["mnemonic used twice", "cut label", "small target", "cut button", "no name"]


def test_segmented_is_chosen_with_arrows_and_cleared(app: QApplication, qtbot: QtBot) -> None:
    choice = Segmented(THREE, clearable=True)
    seen: list[object] = []
    choice.changed.connect(seen.append)
    shown(qtbot, choice)
    widths = [part.width() for part in choice.parts]
    choice.setFocus()
    assert choice.value is None
    QTest.keyClick(choice.parts[0], Key.Key_Space)
    QTest.keyClick(choice.parts[0], Key.Key_Right)
    assert choice.parts[1].hasFocus()
    QTest.keyClick(choice.parts[1], Key.Key_Delete)
    assert choice.value is None
    QTest.keyClick(choice.parts[1], Key.Key_Return)
    QTest.mouseClick(choice.parts[1], Qt.MouseButton.LeftButton)
    assert seen == ["a", "b", None, "b", None]
    assert [part.width() for part in choice.parts] == widths


def test_segmented_keeps_its_choice_when_it_must(app: QApplication, qtbot: QtBot) -> None:
    choice = Segmented(THREE, "b")
    shown(qtbot, choice)
    QTest.mouseClick(choice.parts[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(choice.parts[1], Key.Key_Delete)
    assert choice.value == "b"


def test_toggles_by_keyboard_and_the_unknown_alone(app: QApplication, qtbot: QtBot) -> None:
    toggles = Toggles(THREE)
    seen: list[object] = []
    toggles.changed.connect(seen.append)
    shown(qtbot, toggles, 600, 60)
    toggles.setFocus()
    for key in (Key.Key_Space, Key.Key_Tab, Key.Key_Return, Key.Key_Tab, Key.Key_Space):
        focused = app.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    assert seen == [("a",), ("a", "b"), ("c",)]


def test_an_error_takes_the_place_of_the_help(app: QApplication, qtbot: QtBot) -> None:
    editor = QLineEdit()
    field = Field("&Fin", editor, hint="Le dernier jour", required=True)
    shown(qtbot, field, 300, 200)
    height = field.heightForWidth(300)
    assert editor.accessibleName() == "Fin"
    assert editor.accessibleDescription() == "Le dernier jour"
    field.set_error("Avant la date de signature")
    assert field.heightForWidth(300) == height
    assert editor.property("invalid") is True
    assert editor.accessibleDescription() == "Avant la date de signature"
    words = [label.text() for label in field.findChildren(Label) if label.isVisible()]
    assert "Avant la date de signature" in words
    assert "Le dernier jour" not in words
    field.set_error("")
    assert editor.property("invalid") is False


def test_a_reserved_line_keeps_the_height(app: QApplication, qtbot: QtBot) -> None:
    field = Field("Fin", QLineEdit(), reserve=True)
    shown(qtbot, field, 300, 200)
    height = field.heightForWidth(300)
    field.set_error("Avant la date de signature")
    assert field.heightForWidth(300) == height


def test_the_wheel_never_changes_a_value(app: QApplication, qtbot: QtBot) -> None:
    combo = QComboBox()
    combo.addItems(["un", "deux"])
    field = Field("Nombre", combo)
    shown(qtbot, field)
    none, button, at = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton, QPointF(5, 5)
    down = QPoint(0, -120)
    turn = QWheelEvent(at, at, down, down, button, none, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(combo, turn)
    assert combo.currentIndex() == 0
    assert not turn.isAccepted()


def test_tab_leaves_a_long_text(app: QApplication, qtbot: QtBot) -> None:
    text, after = QPlainTextEdit(), QLineEdit()
    form = column(Field("Récit", text), after)
    shown(qtbot, form)
    text.setFocus()
    QTest.keyClick(text, Key.Key_Tab)
    assert after.hasFocus()


def test_anchors_scroll_and_the_hidden_ones_are_in_a_menu(app: QApplication, qtbot: QtBot) -> None:
    card = record()
    shown(qtbot, card, 320, 240)
    anchors = card.findChildren(Anchors)[0]
    hidden = [tab for tab in anchors.tabs if not tab.isVisible()]
    assert hidden
    menu = anchors._more.menu()
    assert [action.text() for action in menu.actions()] == [tab.words for tab in hidden]
    menu.actions()[-1].trigger()
    assert anchors.tabs[-1].isChecked()
    QTest.keyClick(anchors.tabs[0], Key.Key_Return)
    assert anchors.tabs[0].isChecked()


def test_the_sidebar_has_one_stop_and_arrows(app: QApplication, qtbot: QtBot) -> None:
    side = sidebar()
    seen: list[str] = []
    side.chosen.connect(seen.append)
    shown(qtbot, side, 232, 600)
    chosen = next(button for button in side._buttons.values() if button.isChecked())
    chosen.setFocus()
    QTest.keyClick(chosen, Key.Key_Down)
    focused = app.focusWidget()
    assert focused is side._buttons["breaches"]
    assert focused.accessibleName() == "Violations, 1 ouverte"
    assert seen == []
    QTest.keyClick(focused, Key.Key_Return)
    assert seen == ["breaches"]
    side.set_small(True)
    app.processEvents()
    assert side.width() == SIDEBAR_SMALL
    assert problems(side) == []


def test_a_table_hides_columns_before_it_cuts_names(app: QApplication, qtbot: QtBot) -> None:
    card = table()
    view = card.findChildren(Table)[0]
    shown(qtbot, card, 600, 300)
    assert view.last_column() == 2
    card.resize(320, 300)
    assert view.last_column() == 1
    assert view.horizontalHeader().length() <= view.viewport().width()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.currentIndex().row() == 3


def test_flow_goes_on_in_the_next_line(app: QApplication, qtbot: QtBot) -> None:
    holder = flow(Button("Un bouton"), Button("Un autre"), Label("Des mots qui prennent de la place", wrap=True))
    one = holder.heightForWidth(900)
    assert holder.heightForWidth(160) > 2 * one


def test_words_that_a_user_typed_are_not_mnemonics(app: QApplication) -> None:
    assert escaped("Recherche & Co") == "Recherche && Co"
    assert plain("&Recherche && Co") == "Recherche & Co"


def test_an_elided_label_says_all_in_its_tool_tip(app: QApplication, qtbot: QtBot) -> None:
    label = ElidedLabel("/un/chemin/qui/est/vraiment/long.dossier")
    shown(qtbot, label, 80, 20)
    assert "…" in label.text()
    assert label.toolTip() == "/un/chemin/qui/est/vraiment/long.dossier"


def test_the_rows_of_a_choice_can_be_hit(app: QApplication, qtbot: QtBot) -> None:
    combo = QComboBox()
    combo.addItems(["un", "deux"])
    field = Field("Nombre", combo)
    shown(qtbot, field)
    assert combo.view().sizeHintForRow(0) >= 24


def test_only_calendars_open_from_dates(app: QApplication, qtbot: QtBot) -> None:
    date, time = QDateEdit(), QTimeEdit()
    form = column(Field("Jour", date), Field("Heure", time))
    shown(qtbot, form)
    calendar = date.calendarWidget()
    assert calendar is not None
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert date.height() == time.height() == CONTROL
    assert time.calendarWidget() is None


def test_a_name_of_the_sidebar_keeps_its_room_beside_a_long_count(app: QApplication, qtbot: QtBot) -> None:
    button = NavButton("deadlines", "Échéances", "deadlines")
    shown(qtbot, button, width=400, height=32)
    button.show_count(Count("3 en retard", "major"))
    wide = button.grab().toImage()
    assert button.toolTip() == ""
    button.resize(150, 32)
    short = button.grab().toImage()
    assert button.toolTip() == "Échéances, 3 en retard"
    button.show_count(Count("3", "major"))
    assert button.grab().toImage() == short != wide

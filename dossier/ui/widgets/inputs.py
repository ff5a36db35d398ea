"""What Qt's own inputs need to live in a form: one height, rows one can hit, no trap for Tab or the wheel."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QDateTimeEdit,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QStyledItemDelegate,
    QTextEdit,
    QWidget,
)

from dossier.ui.tokens import CONTROL
from dossier.ui.widgets.scroll import let_the_wheel_through


def fit_into_form(editor: QWidget) -> None:
    """Prepare an input of Qt; other widgets are left as they are."""
    if isinstance(editor, (QLineEdit, QComboBox, QAbstractSpinBox)):
        editor.setFixedHeight(CONTROL)  # a date would ask for two pixels more than a line of text
    if isinstance(editor, (QComboBox, QAbstractSpinBox)):
        let_the_wheel_through(editor)
    if isinstance(editor, QComboBox):
        editor.setItemDelegate(QStyledItemDelegate(editor))  # the default one ignores the height of rows
    if isinstance(editor, (QSpinBox, QDoubleSpinBox)):
        editor.lineEdit().setTextMargins(8, 0, 0, 0)  # the padding of the style sheet goes to the buttons alone
    if isinstance(editor, QDateTimeEdit):
        editor.setCalendarPopup(True)  # without it the style sheet breaks the arrows
        plain_calendar(editor.calendarWidget())
    if isinstance(editor, (QPlainTextEdit, QTextEdit)):
        editor.setTabChangesFocus(True)  # else Tab never leaves it


def plain_calendar(calendar: QCalendarWidget | None) -> None:
    """Weeks from Monday, without their numbers, and no day in red."""
    if calendar is None:  # an input of a time alone has none
        return
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())  # red says that something is wrong

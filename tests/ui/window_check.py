"""What no window may have: nameless stops of the keyboard, small targets, cut words, mnemonics used twice."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from dossier.ui.widgets.labels import ElidedLabel

TARGET = 24
_OWN_PARTS = (QAbstractSpinBox, QLineEdit, QComboBox, QScrollBar)  # Qt names and sizes what is inside these


def problems(window: QWidget) -> list[str]:
    """One line per problem of a shown window; an empty list is what a test asks for."""
    found = list(_mnemonics_used_twice(window))
    named = {label.buddy() for label in window.findChildren(QLabel)}
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not _is_a_part(widget):
            found += _problems_of(widget, named)
    return found


def _mnemonics_used_twice(window: QWidget) -> Iterator[str]:
    labels = [w.text() for w in window.findChildren(QLabel) if w.isVisible() and w.buddy()]
    buttons = [w.text() for w in window.findChildren(QAbstractButton) if w.isVisible()]
    texts = [text.replace("&&", "") for text in labels + buttons]
    letters = Counter(text.split("&")[1][:1].lower() for text in texts if "&" in text)
    yield from (f"mnemonic used twice: {letter}" for letter, times in letters.items() if times > 1)


def _is_a_part(widget: QWidget) -> bool:
    return isinstance(widget, QScrollBar) or isinstance(widget.parent(), _OWN_PARTS)


def _problems_of(widget: QWidget, named: set[QWidget]) -> Iterator[str]:
    what = f"{type(widget).__name__} {_said(widget)!r}"
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not _is_named(widget, named):
        yield f"no name: {what}"
    size, hint = widget.size(), widget.sizeHint()
    boxes = isinstance(widget, (QCheckBox, QRadioButton))
    if isinstance(widget, QAbstractButton) and min(size.width() if not boxes else TARGET, size.height()) < TARGET:
        yield f"small target: {what} {size.width()}x{size.height()}"
    if isinstance(widget, (QPushButton, QCheckBox, QRadioButton)) and hint.width() > size.width() + 1:
        yield f"cut button: {what} {size.width()} < {hint.width()}"
    if isinstance(widget, QScrollArea):
        yield from _cut_page(widget)
    if isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel):
        yield from _cut_label(widget, what)


def _cut_label(label: QLabel, what: str) -> Iterator[str]:
    if not label.wordWrap() and label.sizeHint().width() > label.width() + 1:
        yield f"cut label: {what} {label.width()} < {label.sizeHint().width()}"
    if label.wordWrap() and label.heightForWidth(label.width()) > label.height() + 1:
        yield f"label cut below: {what} {label.height()} < {label.heightForWidth(label.width())}"
    if label.wordWrap() and label.minimumSizeHint().width() > label.width() + 1:
        yield f"word cut: {what} {label.width()} < {label.minimumSizeHint().width()}"


def _cut_page(area: QScrollArea) -> Iterator[str]:
    inner, never = area.widget(), Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if inner and area.horizontalScrollBarPolicy() == never and inner.width() > area.viewport().width():
        yield f"page cut on the right: {area.viewport().width()} < {inner.width()}"


def _said(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else widget.accessibleName()


def _is_named(widget: QWidget, named: set[QWidget]) -> bool:
    """By itself, by the words on it, or by the label of the field that holds it."""
    if widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()):
        return True
    holder: QObject | None = widget
    while holder is not None:
        if holder in named:
            return True
        holder = holder.parent()
    return False

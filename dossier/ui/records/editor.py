"""What every editor of a value is: it shows a value, says when the user has answered, and reads what was typed."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from dossier.model.record import Record
from dossier.ui import theme
from dossier.ui.widgets.inputs import fit_into_form


class Unreadable(Exception):
    """What was typed is not a value; the sentence says what is expected. `unfinished`: more is still to come."""

    def __init__(self, sentence: str, *, unfinished: bool = False) -> None:
        super().__init__(sentence)
        self.unfinished = unfinished


class Editor(QWidget):
    """One value of a record.

    `typed` is what stands in the inputs as they are, so that it can be kept where it cannot be read or written.
    What was shown and not touched is given back as it was, even where its words hold less (the seconds of a time).
    `narrow` says that two such editors fit beside each other, `beside` that its label may stand beside it.
    """

    done = Signal()
    narrow = False
    beside = False

    def __init__(self, *inputs: QWidget) -> None:
        super().__init__()
        self.inputs: list[QWidget] = []
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(6)
        self._shown: Any = None
        self._as_shown: object = None
        self.brings: tuple[Record, ...] = ()
        self.take_inputs(inputs)

    def take_inputs(self, inputs: Iterable[QWidget]) -> None:
        """The widgets one types in, the first of which takes the keyboard."""
        for one in inputs:
            fit_into_form(one)
            self.inputs.append(one)
        if self.inputs and self.focusProxy() is None:
            self.setFocusProxy(self.inputs[0])

    def value(self) -> Any:
        """The value; raises Unreadable."""
        return self._shown if not self.is_touched() else self.read()

    def show_value(self, value: Any) -> None:
        """Show a value without saying that the user gave it."""
        self._shown = value
        self.brings = ()
        self.fill(value)
        self._as_shown = self.typed()

    def settle(self, value: Any) -> None:
        """What was typed is `value` and is written: nothing is to be shown again, the user may be typing on."""
        self._shown = value
        self.brings = ()
        self._as_shown = self.typed()

    @property
    def shown(self) -> Any:
        """The value that was shown last."""
        return self._shown

    def is_touched(self) -> bool:
        return bool(self.typed() != self._as_shown)

    def has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def name_it(self, name: str) -> None:
        """What screen readers call it."""
        self.setAccessibleName(name)
        for one in self.inputs:
            if not one.accessibleName():
                one.setAccessibleName(name)

    def describe(self, words: str) -> None:
        for one in self.inputs:
            one.setAccessibleDescription(words)

    def mark_invalid(self, invalid: bool) -> None:
        for one in self.inputs:
            if bool(one.property("invalid")) != invalid:
                theme.restyle(one, invalid=invalid)

    def lock(self, locked: bool) -> None:
        """Words can still be read and copied; nothing can be changed."""
        for one in self.inputs:
            if isinstance(one, (QLineEdit, QPlainTextEdit)):
                one.setReadOnly(locked)
            else:
                one.setEnabled(not locked)

    def about(self, record: Record) -> None:
        """The record whose value this is, for editors that look around."""

    def fill(self, value: Any) -> None:
        raise NotImplementedError

    def read(self) -> Any:
        raise NotImplementedError

    def typed(self) -> object:
        raise NotImplementedError

    def put_back(self, typed: Any) -> None:
        """Show again what was typed before."""
        raise NotImplementedError


def only_shown(combo: QComboBox) -> QComboBox:
    """A combo box that is as narrow as it must be, whatever its longest words."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(6)
    return combo

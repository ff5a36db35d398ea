"""Where the records of a register stand, with their counts: a choice of which of them a table shows."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from dossier.i18n import N_, _
from dossier.model.record import Record, Status
from dossier.ui.records.editor import only_shown
from dossier.ui.widgets.inputs import fit_into_form
from dossier.ui.widgets.segmented import Option, Segmented

ALL = "all"


class Choice(NamedTuple):
    """Some records of a register: a code, a label (a msgid) and which ones; `if_any` hides it where there are none."""

    value: str
    label: str
    includes: Callable[[Any], bool]
    if_any: bool = False


def _of_status(status: Status) -> Choice:
    return Choice(status.value, status.label, lambda record: record.status is status, status is Status.ARCHIVED)


BY_STATUS = tuple(map(_of_status, Status))
"""How far a sheet is validated."""

BY_OPENNESS = (
    Choice("open", N_("Still open"), lambda record: record.is_open),
    Choice("closed", N_("No longer open"), lambda record: not record.is_open),
)
"""Whether a procedure is over: of a kind that knows it."""


class StatusFilter(QWidget):
    """All, or the records of one choice, with their counts; a list that opens where there is no room."""

    changed = Signal()

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.value = ALL
        self._choices = choices
        self._segmented: Segmented | None = None
        self._combo = only_shown(QComboBox())
        self._combo.setAccessibleName(_("Status"))
        fit_into_form(self._combo)
        self._values: list[str] = []
        self._counts: list[int] | None = None
        self._combo.activated.connect(self._on_combo)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._combo)

    def accepts(self, record: Record) -> bool:
        """Whether a record belongs to what is chosen."""
        return self.value == ALL or any(one.includes(record) for one in self._choices if one.value == self.value)

    def show_counts(self, records: Sequence[Record]) -> None:
        counts = [sum(map(choice.includes, records)) for choice in self._choices]
        if counts == self._counts:
            return
        self._counts = counts
        options = [Option(ALL, f"{_('All')} {len(records)}")]
        for choice, n in zip(self._choices, counts, strict=True):
            if n or not choice.if_any or self.value == choice.value:
                options.append(Option(choice.value, f"{_(choice.label)} {n}"))
        self._values = [option.value for option in options]
        had_keyboard = self._segmented is not None and self._segmented.isAncestorOf(self.focusWidget() or self)
        if self._segmented:
            self._box.removeWidget(self._segmented)
            self._segmented.hide()
            self._segmented.deleteLater()
        self._segmented = Segmented(options, self.value, compact=True)
        self._segmented.changed.connect(self._on_segment)
        self._box.addWidget(self._segmented)
        self._combo.clear()
        self._combo.addItems([option.words for option in options])
        self._combo.setCurrentIndex(self._values.index(self.value))
        self._fit()
        if had_keyboard:
            self._segmented.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._segmented:
            fits = self._segmented.sizeHint().width() <= self.width()
            self._segmented.setVisible(fits)
            self._combo.setVisible(not fits)

    def minimumSizeHint(self) -> QSize:
        return self._combo.minimumSizeHint()

    def _on_segment(self, value: str) -> None:
        self._choose(value)

    def _on_combo(self, index: int) -> None:
        self._choose(self._values[index])

    def show_all(self) -> None:
        if self.value != ALL:
            self._choose(ALL)

    def _choose(self, value: str) -> None:
        self.value = value
        if self._segmented:
            self._segmented.set_value(value)
        self._combo.setCurrentIndex(self._values.index(value))
        self.changed.emit()

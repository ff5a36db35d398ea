"""The statuses of a register with their counts: a choice of which records a table shows."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.model.record import Status
from dossier.ui.records.editor import only_shown
from dossier.ui.widgets.inputs import fit_into_form
from dossier.ui.widgets.segmented import Option, Segmented

ALL = "all"


class StatusFilter(QWidget):
    """All, or the records of one status, with their counts; a list that opens where there is no room."""

    changed = Signal()
    _SHOWN = (Status.DRAFT, Status.TO_VALIDATE, Status.VALIDATED, Status.ARCHIVED)

    def __init__(self) -> None:
        super().__init__()
        self.value = ALL
        self._segmented: Segmented | None = None
        self._combo = only_shown(QComboBox())
        self._combo.setAccessibleName(_("Status"))
        fit_into_form(self._combo)
        self._values: list[str] = []
        self._counts: dict[Status, int] | None = None
        self._combo.activated.connect(self._on_combo)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._combo)

    def show_counts(self, counts: dict[Status, int]) -> None:
        if counts == self._counts:
            return
        self._counts = counts
        total = sum(counts.values())
        shown = [s for s in self._SHOWN if s is not Status.ARCHIVED or counts.get(s) or self.value == s.value]
        options = [Option(ALL, f"{_('All')} {total}")]
        options += [Option(status.value, f"{_(status.label)} {counts.get(status, 0)}") for status in shown]
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

"""Rows of controls as one stop of Tab: the arrows go up and down their columns, and from one column to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_STEPS = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}


class OneStop(QObject):
    """The stop is where the keyboard was last; `always` is the column whose controls are never locked or hidden."""

    def __init__(self, parent: QWidget, rows: Sequence[Sequence[QWidget]], always: int) -> None:
        super().__init__(parent)
        self._rows, self._always = rows, always
        self._places = {one: (line, place) for line, row in enumerate(rows) for place, one in enumerate(row)}
        self._held = rows[0][always]
        for widget in self._places:
            widget.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            widget.installEventFilter(self)
        self._hold(self._held)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget):
            if event.type() == QEvent.Type.FocusIn:
                self._hold(watched)
            elif event.type() == QEvent.Type.EnabledChange and watched is self._held:
                self._hold(self._reachable(*self._places[watched]))
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._go(watched, Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _go(self, widget: QWidget, key: Qt.Key) -> bool:
        """Whether it is an arrow; at an edge nothing is beyond."""
        down, aside = _STEPS.get(key, (0, 0))
        line, place = self._places[widget]
        line, place = line + down, place + aside
        if (down or aside) and 0 <= line < len(self._rows) and 0 <= place < len(self._rows[line]):
            self._reachable(line, place).setFocus(Qt.FocusReason.TabFocusReason)
        return bool(down or aside)

    def _reachable(self, line: int, place: int) -> QWidget:
        there = self._rows[line][place]
        return there if there.isEnabled() and not there.isHidden() else self._rows[line][self._always]

    def _hold(self, widget: QWidget) -> None:
        self._held.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._held = widget

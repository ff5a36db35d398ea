"""Tab goes through a widget in the order in which one reads it, whenever its parts were made."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QComboBox, QLayout, QLineEdit, QScrollArea, QWidget

_WHOLE = (QAbstractSpinBox, QComboBox, QLineEdit)  # what is inside these is no stop of its own


class ReadingOrder(QWidget):
    """Qt's own order is that of making: a section made later would come after everything else."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        order = list(stops(self))
        focused = self.window().focusWidget()
        following = None
        if focused in order:
            place = order.index(focused) + (1 if forward else -1)
            following = order[place] if 0 <= place < len(order) else self._beyond(forward)
        if following is None:
            return super().focusNextPrevChild(forward)
        following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def _beyond(self, forward: bool) -> QWidget | None:
        """The next stop of the window outside."""
        one = self.nextInFocusChain() if forward else self.previousInFocusChain()
        while one and one is not self:
            if not self.isAncestorOf(one) and _is_stop(one):
                return one
            one = one.nextInFocusChain() if forward else one.previousInFocusChain()
        return None


def stops(widget: QWidget) -> Iterator[QWidget]:
    """What Tab stops at inside a widget, in the order of its layouts."""
    for part in _parts(widget):
        if not part.isVisible() or not part.isEnabled():
            continue
        if _is_stop(part):
            yield part
        if not isinstance(part, _WHOLE):
            yield from stops(part)


def _parts(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        return [inner] if inner else []
    if isinstance(widget, QAbstractScrollArea):
        return []
    placed = list(_placed(widget.layout()))
    loose = [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]
    return placed + [child for child in loose if child not in placed]


def _placed(layout: QLayout | None) -> Iterator[QWidget]:
    for position in range(layout.count() if layout else 0):
        item = layout.itemAt(position) if layout else None
        if item is not None and (part := item.widget()):
            yield part
        elif item is not None:
            yield from _placed(item.layout())


def _is_stop(widget: QWidget) -> bool:
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return tabbed and widget.isVisible() and widget.isEnabled()

"""Several choices of a short list: words that are on or off."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from dossier.ui import theme
from dossier.ui.icons import paint_icon
from dossier.ui.tokens import CONTROL_COMPACT
from dossier.ui.widgets.buttons import PaintedButton
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.painting import CENTER, focus_ring, painter_for, rounded, words
from dossier.ui.widgets.segmented import Option

_ROOM = 38  # for the tick and the edges, on or off: a choice moves nothing


class Toggle(PaintedButton):
    """A word with a tick when it is on; the one that says "not known yet" is grey, with a question mark."""

    def __init__(self, text: str, on: bool = False, *, unknown: bool = False) -> None:
        super().__init__(text, CONTROL_COMPACT)
        self.setCheckable(True)
        self.setChecked(on)
        self.unknown = unknown
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.metrics("body").horizontalAdvance(self.words) + _ROOM, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        ink = k.text if self.isEnabled() else k.text3
        if not self.isChecked():
            rounded(painter, rect, k.hover if self.underMouse() else k.surface, k.border)
            words(painter, rect, self.words, "body", ink, CENTER)
        else:
            rounded(painter, rect, k.sunken if self.unknown else k.selected, k.border if self.unknown else k.accent)
            icon, tint = ("check", k.text2) if self.unknown else ("tick", k.accent)
            paint_icon(painter, QRectF(9, rect.center().y() - 7.5, 15, 15), icon, tint, 2.3)
            words(painter, rect.adjusted(28, 0, -4, 0), self.words, "body", ink)
        if self.hasFocus():
            focus_ring(painter, rect)


class Toggles(QWidget):
    """Toggles that flow; an option of tone `none` means "not known yet" and stands alone."""

    changed = Signal(object)

    def __init__(self, options: Sequence[Option], values: Iterable[str] = ()) -> None:
        super().__init__()
        self._toggles = {o.value: self.make_toggle(o) for o in options}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.laid_out(self._toggles))
        for toggle in self._toggles.values():
            toggle.clicked.connect(self._on_clicked)
        if self._toggles:
            self.setFocusProxy(next(iter(self._toggles.values())))
        self.set_values(values)

    def make_toggle(self, option: Option) -> Toggle:
        return Toggle(option.words, unknown=option.tone == "none")

    def laid_out(self, toggles: Mapping[str, Toggle]) -> QWidget:
        return flow(*toggles.values())

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(value for value, toggle in self._toggles.items() if toggle.isChecked())

    def set_values(self, values: Iterable[str]) -> None:
        """Show values without saying that they changed."""
        wanted = set(values)
        for value, toggle in self._toggles.items():
            toggle.setChecked(value in wanted)

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Toggle) and pressed.isChecked():
            for toggle in self._toggles.values():
                if toggle.unknown != pressed.unknown:
                    toggle.setChecked(False)
        self.changed.emit(self.values)

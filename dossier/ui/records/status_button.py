"""The status of a sheet: a chip that opens the list of the others."""

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy

from dossier.i18n import _
from dossier.model.record import Status
from dossier.ui import theme
from dossier.ui.icons import icon, paint_icon
from dossier.ui.records.words import STATES
from dossier.ui.tokens import CONTROL
from dossier.ui.widgets.buttons import PaintedButton, escaped
from dossier.ui.widgets.chips import chip_width, paint_chip
from dossier.ui.widgets.painting import focus_ring, painter_for, rounded

_ARROW = 20


class StatusButton(PaintedButton):
    """Says how far a sheet is validated; `asked` is what the user wants it to be."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("", CONTROL)
        self._status = Status.DRAFT
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def show_status(self, status: Status) -> None:
        self._status = status
        self.words = _(status.label)
        self.setText(escaped(self.words))
        self.setAccessibleName(_("Status: {status}", status=self.words))
        self.setToolTip(_("Status: {status}", status=self.words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self.words, STATES[self._status][1]) + _ARROW + 10, self.height())

    def menu(self) -> QMenu:
        """The statuses to choose from."""
        menu, k = QMenu(self), theme.tokens()
        for status in Status:
            tone, drawing = STATES[status]
            action = menu.addAction(icon(drawing, k.tone(tone).fg, 16), escaped(_(status.label)))
            action.setEnabled(status is not self._status)
            action.triggered.connect(lambda _on=False, status=status: self.asked.emit(status))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _on_clicked(self) -> None:
        self.menu().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        if self.underMouse() and self.isEnabled():
            rounded(painter, rect, k.hover)
        tone, drawing = STATES[self._status]
        wide = paint_chip(painter, QPointF(5, rect.center().y()), self.words, tone, drawing)
        paint_icon(painter, QRectF(wide + 9, rect.center().y() - 6, 12, 12), "chevron-down", k.text2, 2.2)
        if self.hasFocus():
            focus_ring(painter, rect)

"""The form of one repeated part, open below its row."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.model.record import Record
from dossier.ui import theme
from dossier.ui.desk import Desk
from dossier.ui.records.deletion import Deletion
from dossier.ui.records.form import RecordForm
from dossier.ui.tokens import RADIUS_CARD, S2, S3, S4
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.painting import painter_for, rounded

if TYPE_CHECKING:
    from dossier.ui.records.children import ChildSection


class OpenPart(QWidget):
    """The form of one part, below its row."""

    def __init__(self, kind: type[Record], desk: Desk, section: "ChildSection") -> None:
        super().__init__()
        self.form = self.make_form(kind, desk)
        self._section = section
        self.deletion = Deletion(desk)
        self._copy = Button(_("Duplicate"), "copy", "quiet")
        self._delete = Button(_("Delete"), "trash", "quiet")
        self._close = Button(_("Close"), "close", "quiet")
        self._copy.clicked.connect(section.duplicate_open)
        self._delete.clicked.connect(section.delete_open)
        self._close.clicked.connect(section.close_open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(S4, S3, S4, S4)
        layout.addWidget(column(self.deletion, *self.form.sections, flow(*self.make_actions()), gap=S4))

    def make_form(self, kind: type[Record], desk: Desk) -> RecordForm:
        return RecordForm(kind, desk)

    def make_actions(self) -> list[QWidget]:
        """What stands below the form."""
        return [self._copy, self._delete, self._close]

    def lock(self, locked: bool) -> None:
        self.form.lock(locked)
        self._copy.setEnabled(not locked)
        self._delete.setEnabled(not locked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._section.close_open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: object) -> None:
        rect = QRectF(self.rect()).adjusted(0, 0, 0, -S2)
        rounded(painter_for(self), rect, theme.tokens().sunken, theme.tokens().line, RADIUS_CARD)

"""The head of a record: its name, its reference, its status, and what can be done with it as a whole."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.model.record import Record, SheetRecord
from dossier.ui.export.request import prints_alone
from dossier.ui.records.status_button import StatusButton
from dossier.ui.records.words import breakable, title_of
from dossier.ui.tokens import S1
from dossier.ui.widgets.buttons import IconButton
from dossier.ui.widgets.labels import ElidedLabel, Label
from dossier.ui.widgets.layouts import column, row
from dossier.work.documents import takes_documents

_LEAST = 180  # pixels that a name needs beside the buttons


class _Across(QWidget):
    """Words and beside them their buttons; where there is little room the words have all of the width."""

    def __init__(self, words: QWidget, buttons: QWidget) -> None:
        super().__init__()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(S1)
        self._layout.addWidget(words, 1)
        self._layout.addWidget(buttons)
        self._buttons = buttons

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        narrow = self.width() - self._buttons.sizeHint().width() < _LEAST
        self._layout.setDirection(down if narrow else right)


class RecordHead(QWidget):
    """Says which record it is; the page does what its buttons ask."""

    asked_to_copy = Signal()
    asked_to_export = Signal()
    asked_to_delete = Signal()
    asked_to_attach = Signal()
    asked_to_save_file = Signal()

    def __init__(self, kind: type[Record]) -> None:
        super().__init__()
        self._kind, self._words = kind, ""
        self.title = Label("", "h2", wrap=True)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # whatever its longest word
        self.below = ElidedLabel("", "caption", "text3")
        self.below.cut_at = Qt.TextElideMode.ElideRight  # the reference and the day tell more than who it was
        self.status = StatusButton()
        self.attach = IconButton("attach", _("Attach a file… (or drop it on the record)"))
        self.save_file = IconButton("export", _("Save a copy of the file…"))
        self.print = IconButton("print", _("Export this record…"))
        self.copy = IconButton("copy", _("Duplicate"))
        self.delete = IconButton("trash", _("Delete"))
        self.lay_out()
        self.status.setVisible(kind.kind.sheet)  # inside the layout: alone it would open a window of its own
        self.attach.setVisible(takes_documents(kind))
        self.save_file.hide()
        self.print.setVisible(kind.kind.sheet and prints_alone(kind))
        self.copy.setVisible(not kind.kind.single)
        self.delete.setVisible(not kind.kind.single)
        self.print.clicked.connect(self.asked_to_export)
        self.copy.clicked.connect(self.asked_to_copy)
        self.delete.clicked.connect(self.asked_to_delete)
        self.attach.clicked.connect(self.asked_to_attach)
        self.save_file.clicked.connect(self.asked_to_save_file)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        return self.status, self.attach, self.save_file, self.print, self.copy, self.delete

    def lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_Across(column(self.title, self.below, gap=2), row(*self.buttons, None, gap=S1)))

    def show_record(self, record: Record, has_file: bool) -> None:
        self.title.setText(breakable(title_of(record)))
        self.title.setAccessibleName(title_of(record))
        former = _("formerly {references}", references=", ".join(record.aliases)) if record.aliases else ""
        self._words = " · ".join(filter(None, (record.reference or _(record.kind.label), former)))
        self.show_change("")
        if isinstance(record, SheetRecord):
            self.status.show_status(record.status)
        self.save_file.setVisible(has_file)

    def show_change(self, words: str) -> None:
        """Who changed it last, when that is known."""
        self.below.set_words(" · ".join(filter(None, (self._words, words))))

    def lock(self, locked: bool) -> None:
        for button in (self.status, self.attach, self.copy, self.delete):
            button.setEnabled(not locked)

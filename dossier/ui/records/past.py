"""The history of one record: its last changes, read from the journal when they come into view."""

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.records.saying import changes_in_words, instant_words
from dossier.ui.records.words import breakable
from dossier.ui.tokens import S1, S3
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column

_FIRST = 12


class Past(QWidget):
    """Who changed what, and when; newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = _("History")
        self._desk = desk
        self._record: Record | None = None
        self._limit, self._is_read = _FIRST, False
        self._entries = QWidget()
        self._more = Button(_("Show older changes"), role="link")
        self._more.clicked.connect(self._on_more)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(S3)
        self._box.addWidget(Label(self.title, "h3"))
        self._box.addWidget(self._entries)
        self._box.addWidget(self._more)
        self._more.hide()

    def show_record(self, record: Record) -> None:
        """Nothing is read before the section is painted."""
        if self._record is None or record.id != self._record.id:
            self._limit = _FIRST
        self._record, self._is_read = record, False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_read:
            QTimer.singleShot(0, self, self.read)  # a layout is not changed while it is painted

    def read(self) -> None:
        """Read the changes of the record that is shown."""
        if self._is_read or self._record is None:
            return
        self._is_read = True
        store, say = self._desk.history.store, self._desk.say
        entries = store.history(self._record.id, limit=self._limit + 1)
        self._more.setVisible(len(entries) > self._limit)
        lines: list[QWidget] = []
        for entry in entries[: self._limit]:
            change = store.change_of(entry)
            head = " · ".join(part for part in (instant_words(store, entry.at, say), entry.author, entry.label) if part)
            said = changes_in_words(store.dossier, change, say) if change else _("Erased")
            words = Label(breakable(said), "body", "text", wrap=True)
            lines.append(column(Label(breakable(head), "caption", "text3", wrap=True), words, gap=S1))
        shown = column(*lines, gap=S3)
        self._box.replaceWidget(self._entries, shown)
        self._entries.hide()
        self._entries.deleteLater()
        self._entries = shown
        shown.show()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # nothing is painted crushed meanwhile

    def _on_more(self) -> None:
        self._limit *= 4
        self._is_read = False
        self.read()

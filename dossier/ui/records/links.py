"""Who uses a record: links to each of them."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _, _n
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.records.deletion import links_to
from dossier.ui.tokens import S2
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label

_FIRST = 24


class UsedBy(QWidget):
    """Looked up when it comes into view: the whole dossier is asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = _("Used by")
        self._desk = desk
        self._record: Record | None = None
        self._is_read, self._most = False, _FIRST
        self._note = Label("", "caption", "text3", wrap=True)
        self._links = QWidget()
        self._more = Button(_("Show all"), role="link")
        self._more.clicked.connect(self._on_more)
        self._more.hide()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(S2)
        self._box.addWidget(flow(Label(self.title, "h3"), self._note))
        self._box.addWidget(self._links)
        self._box.addWidget(self._more)

    def show_record(self, record: Record) -> None:
        self._record, self._is_read = record, False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_read:
            QTimer.singleShot(0, self, self.read)

    def read(self) -> None:
        """Look up who uses the record that is shown."""
        if self._is_read or self._record is None:
            return
        self._is_read = True
        links = links_to(self._desk, self._desk.dossier.used_by(self._record))
        n = len(links)
        self._note.setText(_n("{n} record", "{n} records", n) if n else _("No other record refers to this one"))
        self._more.setVisible(n > self._most)
        shown = flow(*links[: self._most])
        self._box.replaceWidget(self._links, shown)
        self._links.hide()
        self._links.deleteLater()
        self._links = shown
        shown.setVisible(bool(links))

    def _on_more(self) -> None:
        self._most = 10_000
        self._is_read = False
        self.read()

"""Files on their way into the dossier: how far they are, a way to stop, and what a large one means."""

from collections.abc import Generator, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.errors import DossierError
from dossier.i18n import NBSP, _
from dossier.model.fields import Field
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.tokens import S2
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.labels import ElidedLabel
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.meter import Meter
from dossier.work.documents import Added, adding_documents, attachment

_SHOWN_AFTER = 200  # milliseconds: most files are there before


class Attachments(QWidget):
    """Writes a piece of a file at each turn of the event loop: only the window's thread may write in its dossier."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._stopped = desk, False
        self._work: Generator[float, None, list[Added] | None] | None = None
        self._to: tuple[Record, Field | None] | None = None
        self._name, self._meter = ElidedLabel("", "body", "text2"), Meter(0, "", "info")
        self.stop_button = Button(_("Stop"))
        self.stop_button.clicked.connect(self.stop)
        self.progress = row((self._name, 2), (self._meter, 3), self.stop_button)
        self._large = Banner("minor", "")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S2)
        box.addWidget(self.progress)
        box.addWidget(self._large)
        self._turns, self._shown = QTimer(self), QTimer(self)
        self._turns.timeout.connect(self._on_turn)
        self._shown.setSingleShot(True)
        self._shown.timeout.connect(self._on_shown)
        self.forget()

    @property
    def is_busy(self) -> bool:
        return self._work is not None

    def attach(self, paths: Sequence[Path], record: Record, field: Field | None) -> None:
        """Keep files in the dossier and link them to a record, in one edit, when all of them are in it."""
        if self.is_busy:
            self._desk.said.emit("minor", _("Another file is still being added: wait for it, or stop it first."))
            return
        if not paths:
            return
        self._stopped, self._to = False, (record, field)
        store, now = self._desk.history.store, self._desk.clock()
        self._work = adding_documents(store, paths, now, lambda: self._stopped)
        self._name.set_words(", ".join(path.name for path in paths))
        self.stop_button.setEnabled(True)
        self._show_share(0)
        self._shown.start(_SHOWN_AFTER)
        self._turns.start(0)

    def stop(self) -> None:
        """Take back what was kept so far; nothing of it stays."""
        self._stopped = True
        self.stop_button.setEnabled(False)

    def forget(self) -> None:
        """What was said of the last files; files that are on their way go on."""
        self._large.hide()
        self.progress.setVisible(self.is_busy)
        self.setVisible(self.is_busy)  # else it would keep a gap above the form

    def _on_shown(self) -> None:
        self.progress.show()
        self.show()

    def _on_turn(self) -> None:
        if self._work is None:
            return
        try:
            self._show_share(next(self._work))
        except StopIteration as end:
            self._end()
            self._link(end.value or [])
        except DossierError as error:
            self._end()
            self._desk.said.emit("major", str(error))

    def _end(self) -> None:
        self._work = None
        self._turns.stop()
        self._shown.stop()
        self.forget()

    def _show_share(self, share: float) -> None:
        self._meter.show_share(share, f"{100 * share:.0f}{NBSP}%", "info")

    def _link(self, added: list[Added]) -> None:
        record, field = self._to or (None, None)
        record = record and self._desk.dossier.get(record.id, type(record))
        if not added or record is None:
            return
        large = ", ".join(one.record.file_name for one in added if one.is_large)
        self._large.say("minor", _("Large file:"), _("{names} makes the dossier as much larger.", names=large))
        self._large.setVisible(bool(large))
        self.setVisible(bool(large))
        try:
            self._desk.history.do(attachment(record, [one.record for one in added], field))
        except DossierError as error:
            self._desk.said.emit("major", str(error))

"""The sheet that a colleague without the application fills by hand: where to write it, then to be printed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from dossier.i18n import _
from dossier.ui.background import Task
from dossier.ui.dialogs.files import PDF, ask_where
from dossier.ui.widgets.buttons import Button
from dossier.work.export import Exported, export_incident_sheet

if TYPE_CHECKING:
    from dossier.ui.main_window import MainWindow


class IncidentSheet(QObject):
    """One sheet being written off the window's thread; it ends with its window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Ask where, and write it in the language of the window."""
        window = self._window
        target = ask_where(window, _("Incident sheet to print"), window.store.path.with_name(_("incident-sheet") + PDF))
        if target is None:
            return
        code, now, dossier = window.desk.say.code, window.clock(), window.desk.dossier
        task = Task(lambda _progress: export_incident_sheet(target, code, now, dossier))
        task.done.connect(self._on_written)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_written(self, exported: Exported) -> None:
        show = Button(_("Open the PDF"), "eye")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(exported.path))))
        self._window.notices.say("ok", _("The sheet to print is in {path}.", path=exported.path), show)
        self.deleteLater()

    def _on_failed(self, sentence: str) -> None:
        self._window.desk.said.emit("major", sentence)
        self.deleteLater()

"""A document written without choices: where to write it is asked, then it is made off the window's thread."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from dossier.i18n import _
from dossier.report.scope import Scope
from dossier.ui.background import Task
from dossier.ui.dialogs.files import PDF, ask_where
from dossier.ui.widgets.buttons import Button
from dossier.work.export import Exported, export_annual_report, export_incident_sheet

if TYPE_CHECKING:
    from dossier.ui.main_window import MainWindow


class Paper(QObject):
    """One document being written; it ends with its window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def ask_for_incident_sheet(self) -> None:
        """The page that a colleague without the application fills by hand, in the language of the window."""
        code, now, dossier = self._window.desk.say.code, self._window.clock(), self._window.desk.dossier
        self._ask(
            _("Incident sheet to print"),
            _("incident-sheet"),
            lambda target: export_incident_sheet(target, code, now, dossier),
        )

    def ask_for_annual_report(self, year: int) -> None:
        """What the officer reports of a year, in the language of the dossier."""
        desk, file = self._window.desk, self._window.store.path
        scope = Scope(desk.dossier.content_language, self._window.clock(), "full")
        dossier = desk.dossier
        self._ask(
            _("Annual report of {year}", year=year),
            _("annual-report-{year}", year=year),
            lambda target: export_annual_report(dossier, target, year, scope, file),
        )

    def _ask(self, title: str, name: str, write: Callable[[Path], Exported]) -> None:
        target = ask_where(self._window, title, self._window.store.path.with_name(name + PDF))
        if target is None:
            return
        task = Task(lambda _progress: write(target))
        task.done.connect(self._on_written)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_written(self, exported: Exported) -> None:
        show = Button(_("Open the PDF"), "eye")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(exported.path))))
        self._window.notices.say("ok", _("The document is in {path}.", path=exported.path), show)
        self.deleteLater()

    def _on_failed(self, sentence: str) -> None:
        self._window.desk.said.emit("major", sentence)
        self.deleteLater()

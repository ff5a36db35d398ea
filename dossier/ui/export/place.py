"""Where it is written: the name of the file, the button that creates it, how far it is, and what came of it."""

import re
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout, QWidget

from dossier.i18n import Code, _, _n
from dossier.model.text import fold
from dossier.ui.background import Task
from dossier.ui.dialogs.files import PDF, ask_where
from dossier.ui.tokens import S2, S3
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import row
from dossier.work.hand_over import HandedOver


class PlacePart(QWidget):
    """`create_asked` with nothing running; what runs is a Task, which its other button stops."""

    create_asked = Signal()
    leave_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.task: Task | None = None
        self._is_own = False
        self.path, self.choose = QLineEdit(), Button(_("Choose…"), "folder")
        self.path.setAccessibleName(_("File"))
        self.progress, self.pages = QProgressBar(), Label("", "caption", "text2", tabular=True)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(_("Progress"))
        self.begin, self.stop = Button(_("Create the PDF"), "export", "primary"), Button(_("Cancel"))
        self.leave = Button(_("Close"), role="quiet")
        self._results = QVBoxLayout()
        self._results.setSpacing(S2)
        self._working = row((self.progress, 1), self.pages, gap=S3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S2)
        layout.addLayout(self._results)
        layout.addWidget(self._working)
        words = Label(_("File"), "caption_strong", "text2")
        words.setBuddy(self.path)
        layout.addWidget(row(words, (self.path, 1), self.choose, self.leave, self.stop, self.begin))
        self.choose.clicked.connect(self._on_choose)
        self.path.textEdited.connect(self._on_edited)
        self.begin.clicked.connect(self.create_asked)
        self.stop.clicked.connect(self.cancel)
        self.leave.clicked.connect(self.leave_asked)
        self._show_running()

    @property
    def target(self) -> Path:
        return Path(self.path.text()).expanduser()

    def propose(self, folder: Path, name: str, day: str, code: Code) -> None:
        """A name that says whose dossier it is, and when; one that was typed stays."""
        if not self._is_own:
            plain = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "dossier"
            self.path.setText(str(folder / f"{plain}-{day}-{code}{PDF}"))

    def allow(self, why_not: str) -> None:
        """Whether something can be created; else why it cannot."""
        self.begin.setEnabled(not why_not)
        self.begin.setToolTip(why_not)

    def run(self, task: Task) -> None:
        """Show how far a task is until it ends."""
        self.forget()
        self.task = task
        task.progressed.connect(self._on_progressed)
        self._show_running()
        self.stop.setFocus()
        task.start()

    def cancel(self) -> None:
        if self.task:
            self.task.stop()
            self.stop.setEnabled(False)

    def end(self, *banners: Banner) -> None:
        """What came of it."""
        had_keyboard = self.stop.hasFocus() or not self.stop.isEnabled()
        self.task = None
        self._show_running()
        for banner in banners:
            self._results.addWidget(banner)
            banner.show()  # at once: what ended is said before anything can be pressed
        if had_keyboard:
            self.leave.setFocus()

    def forget(self) -> None:
        while item := self._results.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def say_refused(self, sentence: str) -> None:
        """Why nothing was written, and another place to choose."""
        choose = Button(_("Choose another place…"), "folder")
        choose.clicked.connect(self._on_choose)
        self.end(Banner("major", "", sentence, choose))

    def say_stopped(self) -> None:
        self.end(Banner("info", _("Stopped."), _("Nothing was written.")))

    def _show_running(self) -> None:
        running = self.task is not None
        self.pages.setText("")
        self._working.setVisible(running)
        self.stop.setVisible(running)
        self.stop.setEnabled(running)
        self.leave.setVisible(not running)
        self.begin.setVisible(not running)

    def _on_progressed(self, pages: int) -> None:
        self.pages.setText(_n("{n} page", "{n} pages", pages))

    def _on_choose(self) -> None:
        path = ask_where(self, _("Place of the PDF"), self.target)
        if path:
            self._is_own = True
            self.path.setText(str(path))

    def _on_edited(self) -> None:
        self._is_own = True


def written_banners(handed: HandedOver) -> list[Banner]:
    """What was written and where, and the characters that could not be shown."""
    exported, archive = handed.exported, handed.archive
    files = " · ".join([str(exported.path), *([archive.path.name] if archive else [])])
    show, folder = Button(_("Open the PDF"), "eye"), Button(_("Open the folder"), "folder")
    show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(exported.path))))
    folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(exported.path.parent))))
    lead = _n("{n} page written.", "{n} pages written.", exported.pages)
    banners = [Banner("ok", lead, files, folder, show)]
    if exported.not_shown:
        characters = " ".join(sorted(exported.not_shown))
        said = _("They stand as their code point and are listed at the end: {characters}", characters=characters)
        banners.append(Banner("check", _("Characters that the typeface does not have."), said))
    return banners

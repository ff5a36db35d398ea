"""Where it is written: the name of the file, the button that creates it, how far it is, and what came of it."""

import os
import re
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout, QWidget

from dossier.i18n import Code, _, _n
from dossier.model.text import fold
from dossier.ui.background import Task
from dossier.ui.dialogs.files import PDF, ZIP, ask_where
from dossier.ui.tokens import S2, S3
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import row
from dossier.work.exported_told import remarks
from dossier.work.files import free_path
from dossier.work.hand_over import HandedOver

_LONGEST_NAME = 80  # letters of whose dossier it is


class PlacePart(QWidget):
    """`create_asked` with nothing running; what runs is a Task, which its other button stops."""

    create_asked = Signal()
    leave_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.task: Task | None = None
        self._is_own = False
        self._folder, self._proposed = Path(), Path()
        self.wrote = set[Path]()
        self.path, self.choose = QLineEdit(), Button(_("Choose…"), "folder")
        self.path.setAccessibleName(_("File"))
        self.progress, self.pages = QProgressBar(), Label("", "caption", "text2", tabular=True)
        self.progress.setAccessibleName(_("Progress"))
        self.begin = Button(_("Create the PDF"), "export", "primary", keys="Ctrl+Return")
        self._tip, self.stop = self.begin.toolTip(), Button(_("Cancel"))
        self.leave = Button(_("Close"), role="quiet")
        self._results = QVBoxLayout()
        self._results.setSpacing(S2)
        self._working = row((self.progress, 1), self.pages, gap=S3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S2)
        layout.addLayout(self._results)
        layout.addWidget(self._working)
        said = _("A file has this name: it is replaced when the new one is complete.")
        self.replaces = Label(said, "caption", "text2")
        self.replaces.hide()
        layout.addWidget(self.replaces)
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
        """What is typed, as a PDF, in the folder that was proposed where it names no other; empty where nothing is."""
        typed = self.path.text().strip()
        if not typed:
            return Path()
        path = self._folder / os.path.expanduser(typed)  # noqa: PTH111  that of Path fails on "~nobody"
        return path if path.suffix.casefold() == PDF else path.with_name(path.name + PDF)

    def propose(self, folder: Path, name: str, day: str, code: Code) -> None:
        """A free name that says whose dossier it is, and when; one that was typed stays."""
        plain = re.sub(r"[^a-z0-9]+", "-", fold(name))[:_LONGEST_NAME].strip("-") or "dossier"
        proposed, self._folder = folder / f"{plain}-{day}-{code}{PDF}", folder
        if not self._is_own and proposed != self._proposed:
            self._proposed = proposed
            self.path.setText(str(free_path(proposed, ZIP)))

    def claim(self) -> Path:
        """Where to write now: only what was typed or chosen may replace something, and never what was just written."""
        target = self.target
        if target.name and (not self._is_own or target in self.wrote):
            target = free_path(target, ZIP)
        if target.name:
            self.path.setText(str(target))
        return target

    def allow(self, why_not: str) -> None:
        """Whether something can be created; else why it cannot."""
        self.begin.setEnabled(not why_not)
        self.begin.setToolTip(why_not or self._tip)

    def run(self, task: Task, pages: int) -> None:
        """Show how far a task is of so many pages until it ends; of 0 nobody knows how many."""
        self.forget()
        self.task = task
        self.progress.setRange(0, pages)
        self.progress.setValue(0)
        task.progressed.connect(self._on_progressed)
        self._show_running()
        self.stop.setFocus()
        task.start()

    def cancel(self) -> None:
        if self.task:
            self.task.stop()

    def end(self, *banners: Banner) -> None:
        """What came of it."""
        had_keyboard = self.stop.hasFocus()
        self.forget()
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
        self.replaces.hide()

    def _on_progressed(self, pages: int) -> None:
        self.pages.setText(_n("{n} page", "{n} pages", pages))
        self.progress.setValue(min(pages, self.progress.maximum()))

    def _on_choose(self) -> None:
        path = ask_where(self, _("Place of the PDF"), self.target)
        if path:
            self._is_own = True
            self.path.setText(str(path))
            self.wrote.discard(path)  # the system asked
            self.replaces.hide()

    def _on_edited(self) -> None:
        self._is_own = True
        target = self.target
        self.replaces.setVisible(os.path.isfile(target) and target not in self.wrote)  # noqa: PTH113  a name may be too long


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
        said = _("They stand as their code point and are listed at the end: {points}", points=exported.code_points)
        banners.append(Banner("check", _("Characters that the typeface does not have."), said))
    banners += [Banner("minor", "", remark) for remark in remarks(handed)]
    return banners

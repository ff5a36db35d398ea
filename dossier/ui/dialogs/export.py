"""The export as a PDF: for whom, which registers, in which language, where; made off the window's thread."""

import re
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from dossier.i18n import Code, _, _n
from dossier.model.catalog import GROUPS, REGISTERS
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.model.text import fold
from dossier.report.registers import Profile, Scope
from dossier.ui.background import Progress, Task
from dossier.ui.desk import Desk
from dossier.ui.dialogs.files import PDF, ask_where
from dossier.ui.pages.settings import language_options
from dossier.ui.tokens import S1, S3, S4, S5, S6
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.scroll import scroll
from dossier.ui.widgets.segmented import Option, Segmented
from dossier.work.export import Exported, export_pdf

_AUDIENCES = ("authority", "full")


class ExportDialog(QDialog):
    """Modeless: one can go on working; what is exported is the dossier as it stood when the export began."""

    def __init__(self, parent: QWidget, desk: Desk, only: tuple[type[Record], ...] = ()) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self.setWindowTitle(_("Export as PDF"))
        self.setMinimumSize(720, 560)
        self.resize(860, 660)
        self.audience = Segmented([Option("authority", _("Authority")), Option("full", _("Complete"))], "authority")
        self.language = Segmented(language_options(), desk.dossier.content_language)
        self.kinds = {kind: self._box(kind, not only or kind in only) for kind in REGISTERS}
        self.path = QLineEdit()
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(_("Progress"))
        self.pages = Label("", "caption", "text2", tabular=True)
        self._result = QVBoxLayout()
        self.begin, self.stop = Button(_("Create the PDF"), "export", "primary"), Button(_("Cancel"))
        self.leave = Button(_("Close"), role="quiet")
        self._lay_out()
        self._connect()
        self._show_kept()
        self._show_path()
        self._show_running(False)

    def _box(self, kind: type[Record], ticked: bool) -> QCheckBox:
        count = self._desk.dossier.count(kind)
        box = QCheckBox(_("{register} ({n})", register=_(kind.kind.plural), n=count))
        box.setChecked(ticked and count > 0)
        box.setEnabled(count > 0)
        if not count:
            box.setToolTip(_("Nothing in this register yet."))
        return box

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(S6, S5, S6, S5)
        layout.setSpacing(S4)
        choose = Button(_("Choose…"), "folder")
        choose.clicked.connect(self._on_choose)
        self._kept_back = Label("", "caption", "text3", wrap=True)
        audience = Field(_("For whom"), self.audience)
        said = _("Independent of the language of the window.")
        asked = column(
            audience, self._kept_back, Field(_("Language of the document"), self.language, hint=said), None, gap=S3
        )
        whole = row((asked, 4), (self._registers_card(), 5), gap=S5)
        working = row((self.progress, 1), self.pages, gap=S3)
        self._working = working
        layout.addWidget(Label(_("Export as PDF"), "h2"))
        layout.addWidget(whole, 1)
        place = row((Field(_("File"), self.path), 1), choose)
        if (line := place.layout()) is not None:
            line.setAlignment(choose, Qt.AlignmentFlag.AlignBottom)
        layout.addWidget(place)
        layout.addLayout(self._result)
        layout.addWidget(working)
        layout.addWidget(row(None, self.leave, self.stop, self.begin))

    def _registers_card(self) -> QWidget:
        everything, nothing = Button(_("Tick all"), role="link"), Button(_("Untick all"), role="link")
        everything.clicked.connect(lambda: self._tick(True))
        nothing.clicked.connect(lambda: self._tick(False))
        groups = []
        for group in GROUPS:
            boxes = [self.kinds[kind] for kind in group.kinds]
            groups.append(column(Label(_(group.label), "caption_strong", "text3"), *boxes, gap=S1))
        return Card(_("Registers"), everything, nothing).add((scroll(column(*groups, None, gap=S3)), 1))

    def _connect(self) -> None:
        self.audience.changed.connect(self._show_kept)
        self.audience.changed.connect(self._show_path)
        self.language.changed.connect(self._show_path)
        self.begin.clicked.connect(self._on_create)
        self.stop.clicked.connect(self._on_stop)
        self.leave.clicked.connect(self.close)
        self.path.textEdited.connect(self._on_path_edited)
        self._own_path = False
        for box in self.kinds.values():
            box.toggled.connect(self._show_kept)

    def _tick(self, on: bool) -> None:
        for box in self.kinds.values():
            box.setChecked(on and box.isEnabled())

    def chosen(self) -> tuple[type[Record], ...]:
        return tuple(kind for kind, box in self.kinds.items() if box.isChecked())

    def scope(self) -> Scope:
        """What leaves; every register with something in it is the same as all of them."""
        chosen = self.chosen()
        whole = all(box.isChecked() for box in self.kinds.values() if box.isEnabled())
        profile: Profile = "full" if self.audience.value == "full" else "authority"
        code: Code = "en" if self.language.value == "en" else "fr"
        return Scope(code, self._desk.clock(), profile, () if whole else chosen)

    def _show_kept(self) -> None:
        """Say what stays: the choice of an audience must not be a guess."""
        if self.audience.value == "full":
            said = _("Everything, internal notes and plans included: for the management or the officer.")
        else:
            said = _("Internal notes, plans and waivers stay in the dossier.")
        self._kept_back.setText(said)
        self.begin.setEnabled(bool(self.chosen()) and self._task is None)
        self.begin.setToolTip("" if self.chosen() else _("Tick at least one register."))

    def _show_path(self) -> None:
        if self._own_path:
            return
        now, code = self._desk.clock(), self.language.value or "fr"
        organisation = self._desk.dossier.organisation
        plain = re.sub(r"[^a-z0-9]+", "-", fold(organisation.title if organisation else "")).strip("-") or "dossier"
        name = f"{plain}-{now:%Y-%m-%d}-{code}{PDF}"
        self.path.setText(str(self._desk.history.store.path.parent / name))

    def _on_path_edited(self) -> None:
        self._own_path = True

    def _on_choose(self) -> None:
        path = ask_where(self, _("Place of the PDF"), Path(self.path.text()))
        if path:
            self._own_path = True
            self.path.setText(str(path))

    def _on_create(self) -> None:
        dossier, target, scope = self._desk.dossier, Path(self.path.text()).expanduser(), self.scope()
        if not self.chosen():
            return
        self._forget()
        self._task = task = exporting(dossier, target, scope)
        task.progressed.connect(self._on_progressed)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.stopped.connect(self._on_stopped)
        self._show_running(True)
        task.start()

    def _on_stop(self) -> None:
        if self._task is not None:
            self._task.stop()
            self.stop.setEnabled(False)

    def _on_progressed(self, pages: int) -> None:
        self.pages.setText(_n("{n} page", "{n} pages", pages))

    def _on_done(self, exported: Exported) -> None:
        show, folder = Button(_("Open the PDF"), "eye"), Button(_("Open the folder"), "folder")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(exported.path))))
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(exported.path.parent))))
        lead = _n("{n} page written.", "{n} pages written.", exported.pages)
        self._end(Banner("ok", lead, str(exported.path), folder, show))
        if exported.not_shown:
            characters = " ".join(sorted(exported.not_shown))
            said = _("They stand as their code point and are listed at the end: {characters}", characters=characters)
            self._say(Banner("check", _("Characters that the typeface does not have."), said))

    def _on_failed(self, sentence: str) -> None:
        self._end(Banner("major", "", sentence))

    def _on_stopped(self) -> None:
        self._end(Banner("info", _("Stopped."), _("Nothing was written.")))

    def _end(self, banner: Banner) -> None:
        self._task = None
        self._forget()
        self._say(banner)
        self._show_running(False)
        self.leave.setFocus()

    def _say(self, banner: Banner) -> None:
        self._result.addWidget(banner)
        banner.show()  # at once: what ended is said before anything can be pressed

    def _forget(self) -> None:
        while item := self._result.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _show_running(self, running: bool) -> None:
        self.pages.setText("")
        self._working.setVisible(running)
        self.stop.setVisible(running)
        self.stop.setEnabled(running)
        self.leave.setVisible(not running)
        self.begin.setVisible(not running)
        self._show_kept()

    def done(self, result: int) -> None:
        """However it is closed, what runs is stopped: a file nobody waits for is not written."""
        self._on_stop()
        super().done(result)
        self.deleteLater()


def exporting(dossier: Dossier, target: Path, scope: Scope) -> Task:
    """The export of a snapshot as a task."""

    def work(progress: Progress) -> Exported:
        return export_pdf(dossier, target, scope, progress)

    return Task(work)

"""What can be asked of a hand-over later: what changed since, and whether a PDF is what the dossier held."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.model.evidence import HandOver
from dossier.ui.background import Task
from dossier.ui.desk import Desk
from dossier.ui.dialogs.files import PDF, ask_where
from dossier.ui.tokens import S2, ToneName
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label


class Since(QWidget):
    """Both are made away from the window's thread; what came of them is said here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = _("Since then")
        self._desk, self._handed = desk, ""
        self._answer: Banner | None = None
        self.changes = Button(_("What changed since…"), "export", tip=_("A PDF: added, before and after, removed"))
        self.verify = Button(_("Verify a PDF…"), "seal", tip=_("Is a PDF what the dossier held when it was exported?"))
        self.changes.clicked.connect(self._on_changes)
        self.verify.clicked.connect(self._on_verify)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(S2)
        self._box.addWidget(Label(self.title, "h3"))
        self._box.addWidget(flow(self.changes, self.verify))

    def show_record(self, handed: HandOver) -> None:
        """What was noted by hand does not say what it held."""
        if handed.id != self._handed:
            self._forget()
        self._handed, is_known = handed.id, bool(handed.choices)
        self.changes.setEnabled(is_known)
        self.changes.setToolTip("" if is_known else _("Noted by hand: it does not say what was chosen for it."))

    def _on_changes(self) -> None:
        handed = self._desk.dossier.get(self._handed, HandOver)
        if not isinstance(handed, HandOver):
            return
        name = _("{reference}-changes", reference=handed.reference)
        target = ask_where(self, _("Place of the PDF"), self._folder() / f"{name}{PDF}")
        if target is not None:
            self.export_changes(handed, target)

    def export_changes(self, handed: HandOver, target: Path) -> None:
        """Write what changed since, as a PDF."""
        from dossier.work.changes import export_changes  # brings the typesetting

        file, dossier, now = self._desk.history.store.path, self._desk.dossier, self._desk.clock()
        task = Task(lambda progress: export_changes(file, dossier, handed, target, now, progress=progress))
        self._begin(task, _("Writing…"))
        task.done.connect(lambda _exported: self._show_written(target))

    def _on_verify(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Verify a PDF"), str(self._folder()), f"PDF (*{PDF})")
        if chosen:
            self.verify_pdf(Path(chosen))

    def verify_pdf(self, pdf: Path) -> None:
        """Compare a PDF with the dossier as it was at the entry that the PDF states."""
        from dossier.work.pdf_verification import verify_pdf  # brings the typesetting

        file = self._desk.history.store.path
        task = Task(lambda progress: verify_pdf(file, pdf, progress))
        self._begin(task, _("Comparing…"))
        task.done.connect(lambda verdict: self._show_verdict(pdf, verdict.difference, " ".join(verdict.remarks)))

    def _begin(self, task: Task, words: str) -> None:
        self._say("info", words)
        for button in (self.changes, self.verify):
            button.setEnabled(False)
        task.failed.connect(lambda sentence: self._say("major", "", sentence))
        for ended in (task.done, task.failed, task.stopped):
            ended.connect(self._on_ended)
        task.start()

    def _on_ended(self, *_result: object) -> None:
        self.verify.setEnabled(True)
        if isinstance(handed := self._desk.dossier.get(self._handed, HandOver), HandOver):
            self.show_record(handed)

    def _show_written(self, target: Path) -> None:
        show = Button(_("Open the PDF"), "eye")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))))
        self._say("ok", _("Written."), str(target), show)

    def _show_verdict(self, pdf: Path, difference: str, remarks: str) -> None:
        if difference:
            self._say("major", pdf.name, f"{difference} {remarks}")
        else:
            self._say("ok", _("{file} is what the dossier held.", file=pdf.name), remarks)

    def _folder(self) -> Path:
        return self._desk.history.store.path.parent

    def _say(self, tone: ToneName, lead: str, rest: str = "", *actions: QWidget) -> None:
        self._forget()
        self._answer = Banner(tone, lead, rest, *actions)
        self._box.addWidget(self._answer)

    def _forget(self) -> None:
        if self._answer is not None:
            self._answer.hide()
            self._answer.deleteLater()
            self._answer = None

"""The timeline of a breach: what happened, newest first; it is added to and never rewritten."""

from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from dossier.i18n import _
from dossier.model.breach import BreachEvent
from dossier.model.evidence import Document
from dossier.model.record import Moment
from dossier.ui.breach.event_row import EventRow
from dossier.ui.breach.happenings import Happening, happenings, when_words
from dossier.ui.breach.note_line import NoteLine
from dossier.ui.breach.progress import Progress
from dossier.ui.desk import Desk
from dossier.ui.tokens import S3
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.work import breach_edits

_FIRST = 40  # lines shown at once; the others are one press away


class Timeline(Card):
    """A note that is typed and not written yet stays with its breach as long as the window is open."""

    attach_asked = Signal(object, object)
    """An event, and the files to attach to it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Timeline"), note=_("added to, never rewritten"), gap=S3)
        self._desk = desk
        self._progress: Progress | None = None
        self._shown: list[Happening] = []
        self._most, self._locked = _FIRST, False
        self._typed: dict[str, str] = {}
        self.rows: list[EventRow] = []
        self.line = NoteLine(desk, hint=_("Add a note (Ctrl+N)"))
        self.line.noted.connect(self._on_noted)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._more = Button(_("Show all"), role="link")
        self._more.clicked.connect(self._on_more)
        self._correction: NoteLine | None = None
        self.add(self.line, self._lines, self._more)

    def show_progress(self, progress: Progress) -> None:
        """The lines of a breach; they are made again only where something happened."""
        before = self._progress
        is_other = before is None or before.breach.id != progress.breach.id
        if is_other:
            self._keep_typed()
            self._most, self._shown = _FIRST, []
            self.line.show_words(self._typed.pop(progress.breach.id, ""))
        self._progress = progress
        found = happenings(progress)
        is_next_day = before is not None and before.now.date() != progress.now.date()
        if is_other or is_next_day or found != self._shown:
            self._shown = found
            self._show_rows()

    def unwritten(self) -> list[str]:
        """The breaches for which a note was begun and is not written."""
        here = [self._progress.breach.id] if self._progress and self.line.words.text().strip() else []
        return [*here, *self._typed]

    def lock(self, locked: bool) -> None:
        self._locked = locked
        self.line.lock(locked)
        self._show_rows()

    def row_at(self, point: QPoint) -> EventRow | None:
        """The line at a point of the screen, where a file is dropped."""
        return next((one for one in self.rows if one.rect().contains(one.mapFromGlobal(point))), None)

    def _keep_typed(self) -> None:
        if self._progress and self.line.words.text().strip():
            self._typed[self._progress.breach.id] = self.line.words.text()

    def _show_rows(self) -> None:
        for old in [*self.rows, *([self._correction] if self._correction else [])]:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._correction = None
        visible = self._shown[: self._most]
        self.rows = [self._row(one, one is visible[-1]) for one in visible]
        for made in self.rows:
            self._lines.addWidget(made)
        self._more.setVisible(len(self._shown) > len(visible))

    def _row(self, happening: Happening, is_last: bool) -> EventRow:
        when = when_words(happening.at, self._progress) if happening.at and self._progress else ""
        made = EventRow(happening, when, is_last=is_last, locked=self._locked)
        if happening.event:
            found = [self._desk.dossier.get(one, Document) for one in happening.event.documents]
            made.show_documents([one for one in found if isinstance(one, Document)], self._desk.go_to)
        made.correct_asked.connect(self.correct)
        made.strike_asked.connect(self._on_strike)
        made.attach_asked.connect(self._on_attach)
        return made

    def correct(self, event: BreachEvent) -> None:
        """A line below the event, filled with its words; Enter writes another event and strikes this one out."""
        made = next((one for one in self.rows if one.happening.event == event), None)
        if made is None or self._progress is None:
            return
        if self._correction:
            self._lines.removeWidget(self._correction)
            self._correction.hide()
            self._correction.deleteLater()
        self._correction = NoteLine(self._desk, hint=_("The correction"))
        when = self._progress.short(event.at) if event.at else ""
        self._correction.show_words(event.name, event.at, when)
        self._correction.noted.connect(lambda words, at: self._on_corrected(event, words, at))
        self._lines.insertWidget(self._lines.indexOf(made) + 1, self._correction)
        self._correction.show()
        self._correction.take_focus()

    def _on_noted(self, words: str, at: Moment) -> None:
        if self._progress is None:
            return
        now, author = self._desk.clock(), self._desk.author
        if self._desk.history.do(breach_edits.note(self._progress.breach, words, at, author, now)):
            self.line.show_words("")

    def _on_corrected(self, event: BreachEvent, words: str, at: Moment) -> None:
        if self._progress is None:
            return
        now, author = self._desk.clock(), self._desk.author
        if self._desk.history.do(breach_edits.correction(self._progress.breach, event, words, at, author, now)):
            self.line.take_focus()

    def _on_strike(self, event: BreachEvent) -> None:
        self._desk.history.do(breach_edits.striking_out(event))

    def _on_attach(self, event: BreachEvent) -> None:
        names, _chosen = QFileDialog.getOpenFileNames(self, _("Attach a file"))
        if names:
            self.attach_asked.emit(event, [Path(name) for name in names])

    def _on_more(self) -> None:
        self._most = len(self._shown)
        self._show_rows()

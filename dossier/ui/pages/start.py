"""Where one begins: who writes, then a new dossier, an existing one, an example, or a recent one."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import Code, _
from dossier.ui.background import Progress, Task
from dossier.ui.desk import Kept
from dossier.ui.dialogs.files import ask_for_dossier
from dossier.ui.pages.new_dossier import NewDossierForm
from dossier.ui.pages.settings import AuthorFields, language_options, theme_options
from dossier.ui.pages.start_rows import Door, ExampleRow, RecentLine
from dossier.ui.tokens import S1, S2, S3, S4, S8
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.empty import Disc
from dossier.ui.widgets.labels import IconLabel, Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.page import Ground
from dossier.ui.widgets.scroll import scroll
from dossier.ui.widgets.segmented import Segmented
from dossier.work.examples import COMPANIES
from dossier.work.preferences import Recent

_WIDTH = 620


class NewDossier(NamedTuple):
    """What a new dossier begins with."""

    path: Path
    name: str
    siren: str
    language: Code


class StartPage(Ground):
    """Everything inline: no box asks anything."""

    open_asked = Signal(object)
    example_asked = Signal(str)
    create_asked = Signal(object)
    language_asked = Signal(str)
    theme_asked = Signal(str)
    incident_asked = Signal(object)

    def __init__(self, kept: Kept, now: datetime, folder: Path) -> None:
        super().__init__()
        self._kept, self._now, self._folder = kept, now, folder
        self._error = Banner("major", "")
        self._error.hide()
        self.author = AuthorFields(kept)
        self._writer = self._writer_line()
        self.new_form = NewDossierForm(folder, kept.preferences.language)
        self.doors = self._doors()
        self.examples = self._examples()
        self.recents = QVBoxLayout()
        inner = column(
            self._head(),
            self._error,
            self.author,
            self._writer,
            self.doors,
            self.new_form,
            self.examples,
            self.recents,
            None,
            self._foot(),
            gap=S4,
        )
        inner.setMaximumWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        holder = row(None, (inner, 1000), None, margins=(S8, S8, S8, S4))
        layout.addWidget(scroll(holder))
        self._connect()
        self._show_parts()
        self._show_recents()

    def _head(self) -> QWidget:
        title = column(
            Label(_("Dossier"), "h1"),
            Label(
                _("The GDPR dossier of your organisation, in one file, on this computer."), "body", "text2", wrap=True
            ),
            gap=2,
        )
        self.language = Segmented(
            [option.__class__(option.value, option.value.upper()) for option in language_options()],
            self._kept.preferences.language,
        )
        self.language.setAccessibleName(_("Language of the window"))
        return row(Disc("activities", 48), (title, 1), self.language, gap=S4)

    def _writer_line(self) -> QWidget:
        words = ", ".join(filter(None, (self._kept.preferences.name, self._kept.preferences.function)))
        change = Button(_("Change"), role="link")
        change.clicked.connect(self._on_change_author)
        said = Label(_("You write as {author}", author=words), "body", "text2", wrap=True)
        return row(IconLabel("user", "text2"), (said, 1), change)

    def _doors(self) -> QWidget:
        self.new_door = Door("plus", _("New dossier"), _("Name of the organisation, SIREN: two minutes"))
        self.open_door = Door("folder", _("Open a dossier"), _("A .dossier file"))
        self.example_door = Door("eye", _("Try an example"), _("Five companies, built from their published policies"))
        return column(self.new_door, self.open_door, self.example_door, gap=S3)

    def _examples(self) -> Card:
        back = Button(_("Back"), role="quiet")
        back.clicked.connect(self._show_parts)
        card = Card(_("Which example?"), back, gap=S1)
        said = _("Copied once into your documents; natural persons are replaced by their functions.")
        self.example_rows = [ExampleRow(company) for company in COMPANIES]
        return card.add(Label(said, "body", "text2", wrap=True), *self.example_rows)

    def _foot(self) -> QWidget:
        said = _("No connection, no account, nothing is sent. You choose where the file is.")
        self.theme = Segmented(theme_options(), self._kept.preferences.theme, compact=True)
        self.theme.setAccessibleName(_("Theme"))
        return row(IconLabel("offline", "text3"), (Label(said, "caption", "text3", wrap=True), 1), self.theme)

    def _connect(self) -> None:
        self.new_door.clicked.connect(self.begin_new)
        self.open_door.clicked.connect(self._on_open)
        self.example_door.clicked.connect(self._on_example)
        for example in self.example_rows:
            example.clicked.connect(self._on_example_chosen)
        self.new_form.cancelled.connect(self._show_parts)
        self.new_form.accepted.connect(self._on_created)
        self.language.changed.connect(self.language_asked.emit)
        self.theme.changed.connect(self.theme_asked.emit)

    def _show_parts(self) -> None:
        """The doors; who writes is asked as long as it is not known."""
        known = bool(self._kept.preferences.name)
        self.author.setVisible(not known)
        self._writer.setVisible(known)
        self.doors.show()
        self.new_form.hide()
        self.examples.hide()

    def take_focus(self) -> None:
        first = self.author.name if not self._kept.preferences.name else self.new_door
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_new(self) -> None:
        self.doors.hide()
        self.examples.hide()
        self.new_form.show()
        self.new_form.take_focus()

    def show_error(self, sentence: str) -> None:
        """Why nothing was opened."""
        self._error.say("major", "", sentence)
        self._error.show()

    def show_waiting(self, dossiers: Iterable[str]) -> None:
        """Which dossiers incidents wait for, unless something more pressing is said."""
        names = ", ".join(sorted(set(dossiers)))
        if names and self._error.isHidden():
            said = _(
                "Incidents wait on this computer for {names}: each enters when its dossier is opened.", names=names
            )
            self._error.say("minor", "", said)
            self._error.show()

    def _on_change_author(self) -> None:
        self._writer.hide()
        self.author.show()
        self.author.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_open(self) -> None:
        path = ask_for_dossier(self, self._folder)
        if path:
            self.open_asked.emit(path)

    def _on_example(self) -> None:
        self.doors.hide()
        self.examples.show()
        self.example_rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_example_chosen(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, ExampleRow):
            self.example_asked.emit(chosen.company)

    def _on_created(self) -> None:
        form = self.new_form
        self.create_asked.emit(NewDossier(form.path, form.name, form.siren, form.language))

    def _show_recents(self) -> None:
        recents = self._kept.preferences.recent
        self.recents.setSpacing(S2)
        while item := self.recents.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if not recents:
            return
        self.recents.addWidget(Label(_("Recent"), "caption_strong", "text2"))
        lines = [RecentLine(recent, self._now) for recent in recents]
        for line in lines:
            line.opened.connect(self.open_asked)
            line.removed.connect(self._on_removed)
            line.incident_asked.connect(self.incident_asked)
            self.recents.addWidget(line)
        self._look_for(lines)

    def _look_for(self, lines: list[RecentLine]) -> None:
        """A share that does not answer must not stop the window: files are looked for off its thread."""
        paths = [Path(line.recent.path) for line in lines]

        def look(_progress: Progress) -> list[bool]:
            return [path.exists() for path in paths]

        task = Task(look)
        task.done.connect(self._on_looked)
        task.start()

    def _on_looked(self, found: list[bool]) -> None:
        for line, there in zip(self.findChildren(RecentLine), found, strict=False):
            line.show_missing(not there)

    def _on_removed(self, removed: Recent) -> None:
        recent = tuple(one for one in self._kept.preferences.recent if one != removed)
        self._kept.change(recent=recent)
        self._show_recents()

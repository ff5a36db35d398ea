"""The form of a new dossier: whose it is, in which language it is written, where its file goes."""

import re
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from dossier.i18n import Code, _
from dossier.model.text import fold
from dossier.ui.dialogs.files import DOSSIER, ask_where
from dossier.ui.pages.settings import language_options
from dossier.ui.tokens import S3
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.segmented import Segmented


def file_name(name: str) -> str:
    """A file name from the name of an organisation, plain enough for every system."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    return f"{plain or 'dossier'}{DOSSIER}"


class NewDossierForm(Card):
    """Only the name is needed; the place is proposed until the user chooses one."""

    accepted = Signal()
    cancelled = Signal()

    def __init__(self, folder: Path, language: Code) -> None:
        super().__init__(_("New dossier"))
        self._folder, self._chosen = folder, False
        self._name, self._siren, self._path = QLineEdit(), QLineEdit(), QLineEdit()
        self._language = Segmented(language_options(), language)
        self._name_field = Field(_("Name of the organisation"), self._name, required=True, reserve=True)
        choose = Button(_("Choose…"), "folder")
        path = Field(_("File"), self._path, hint=_("One file that holds everything; you can copy and move it."))
        self._create, back = Button(_("Create the dossier"), "plus", "primary"), Button(_("Back"), role="quiet")
        self.add(
            self._name_field,
            row(
                (Field(_("SIREN"), self._siren, hint=_("Nine digits; it can wait.")), 1),
                Field(_("Language of the content"), self._language, hint=_("The language you write in.")),
                gap=S3,
            ),
            row((path, 1), choose),
            row(None, back, self._create),
        )
        self._show_path()
        self._name.textChanged.connect(self._show_path)
        self._path.textEdited.connect(self._on_path_edited)
        self._name.returnPressed.connect(self._on_create)
        choose.clicked.connect(self._on_choose)
        back.clicked.connect(self.cancelled)
        self._create.clicked.connect(self._on_create)

    @property
    def name(self) -> str:
        return self._name.text().strip()

    @property
    def siren(self) -> str:
        return re.sub(r"\s", "", self._siren.text())

    @property
    def path(self) -> Path:
        path = Path(self._path.text().strip()).expanduser()
        return path if path.suffix == DOSSIER else path.with_name(path.name + DOSSIER)

    @property
    def language(self) -> Code:
        return "en" if self._language.value == "en" else "fr"

    def take_focus(self) -> None:
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_path(self) -> None:
        self._name_field.set_error("")
        if not self._chosen:
            self._path.setText(str(self._folder / file_name(self._name.text())))

    def _on_path_edited(self) -> None:
        self._chosen = True

    def _on_choose(self) -> None:
        path = ask_where(self, _("Place of the new dossier"), self.path)
        if path:
            self._chosen = True
            self._path.setText(str(path))

    def _on_create(self) -> None:
        if not self.name:
            self._name_field.set_error(_("A name, even a provisional one: it can be changed later."))
            self.take_focus()
            return
        self.accepted.emit()

"""The preferences of this computer: who writes, in which language, how it looks."""

from PySide6.QtWidgets import QFileDialog, QLineEdit

from dossier.i18n import _
from dossier.ui import choices, theme
from dossier.ui.desk import Desk, Kept
from dossier.ui.side import LEGAL
from dossier.ui.tokens import S3, S4
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.page import PageFrame
from dossier.ui.widgets.scroll import scroll
from dossier.ui.widgets.segmented import Option, Segmented

_WIDTH = 640
KEPT = "kept"


def theme_options() -> list[Option]:
    return [Option(value, name) for value, name in choices.themes().items()]


def language_options() -> list[Option]:
    return [Option(code, name) for code, name in choices.languages().items()]


def scale_options() -> list[Option]:
    return [Option(value, name) for value, name in choices.scales().items()]


class AuthorFields(Card):
    """Name and function, kept as the user leaves each."""

    def __init__(self, kept: Kept) -> None:
        super().__init__(_("Who writes"))
        self._kept = kept
        self.name, self.function = QLineEdit(kept.preferences.name), QLineEdit(kept.preferences.function)
        said = _("Declared, not authenticated: written in the journal beside each change. Kept on this computer.")
        fields = (Field(_("Your name"), self.name), Field(_("Your function"), self.function))
        self.add(Label(said, "body", "text2", wrap=True), row(*((field, 1) for field in fields), gap=S3))
        self.name.editingFinished.connect(self._on_finished)
        self.function.editingFinished.connect(self._on_finished)

    def _on_finished(self) -> None:
        name, function = self.name.text().strip(), self.function.text().strip()
        if (name, function) != (self._kept.preferences.name, self._kept.preferences.function):
            self._kept.change(name=name, function=function)


class SenderFields(Card):
    """Who keeps dossiers for others puts a name and a logo on what leaves."""

    def __init__(self, kept: Kept) -> None:
        super().__init__(_("Documents in your own name"))
        self._kept = kept
        self.name, self.logo = QLineEdit(kept.preferences.sender_name), QLineEdit(kept.preferences.sender_logo)
        choose = Button(_("Choose…"), "folder")
        said = _("For a consultant: the export offers this name and logo beside those of the organisation.")
        self.add(Label(said, "body", "text2", wrap=True), Field(_("Name on the documents"), self.name))
        self.add(Field(_("Logo (PNG or JPEG)"), self.logo), row(choose, None))
        choose.clicked.connect(self._on_choose)
        self.name.editingFinished.connect(self._on_finished)
        self.logo.editingFinished.connect(self._on_finished)

    def _on_choose(self) -> None:
        kinds = f"{_('Images')} (*.png *.jpg *.jpeg)"
        name, _kind = QFileDialog.getOpenFileName(self, _("Logo on the documents"), self.logo.text(), kinds)
        if name:
            self.logo.setText(name)
            self._on_finished()

    def _on_finished(self) -> None:
        self._kept.change(sender_name=self.name.text().strip(), sender_logo=self.logo.text().strip())


class SettingsPage(PageFrame):
    """A short page; what belongs to the dossier is in the dossier, not here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.author = AuthorFields(desk.kept)
        preferences = desk.kept.preferences
        self.language = Segmented(language_options(), desk.say.code)
        self.theme = Segmented(theme_options(), preferences.theme)
        self.scale = Segmented(scale_options(), str(preferences.scale))
        look = Card(_("Display")).add(
            row(Field(_("Language of the window"), self.language), None),
            row(Field(_("Theme"), self.theme), None),
            row(Field(_("Text size"), self.scale, hint=_("Applies when the program starts again.")), None),
        )
        self.own_name = SenderFields(desk.kept)
        cards = column(
            self.author, self.own_name, look, self._incidents_card(), self._law_card(), self._file_card(), None, gap=S4
        )
        cards.setMaximumWidth(_WIDTH)
        super().__init__(_("Settings"), _("Preferences of this computer"), scroll(row((cards, 1), None)))
        self.focus_me = self.author.name
        self.language.changed.connect(desk.asked_for_language.emit)
        self.theme.changed.connect(self._on_theme)
        self.scale.changed.connect(self._on_scale)

    def _incidents_card(self) -> Card:
        options = [Option(KEPT, _("Kept as you type")), Option("", _("Not kept"))]
        self.drafts = Segmented(options, KEPT if self._desk.kept.preferences.keep_drafts else "")
        self.drafts.changed.connect(self._on_drafts)
        said = _(
            "What you type about an incident is written to this computer twice a second, not encrypted, readable with "
            "your account alone. Without it, what is not logged yet is lost when the program or the computer stops."
        )
        field = Field(_("Drafts of the quick log"), self.drafts)
        return Card(_("Incidents")).add(row(field, None), Label(said, "caption", "text3", wrap=True))

    def _on_drafts(self, value: str) -> None:
        self._desk.kept.change(keep_drafts=value == KEPT)

    def _law_card(self) -> Card:
        self.law = Button(_("Show the legal data"), "scale")
        self.law.clicked.connect(lambda: self._desk.go_to_page(LEGAL))
        said = _("Dated lists, each with its source and the day it was checked; a newer file can replace each.")
        return Card(_("Legal data")).add(row((Label(said, "caption", "text3", wrap=True), 1), self.law, gap=S4))

    def _file_card(self) -> Card:
        path = Label(str(self._desk.history.store.path), "body", "text2", wrap=True)
        said = _("The dossier is one file. Copy it, or move it when it is closed; nothing else belongs to it.")
        return Card(_("The file")).add(path, Label(said, "caption", "text3", wrap=True))

    def _on_theme(self, value: str) -> None:
        self._desk.kept.change(theme=value)
        theme.use(choices.theme_named(value))

    def _on_scale(self, value: str) -> None:
        self._desk.kept.change(scale=int(value))

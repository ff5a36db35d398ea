"""The legal data that everything relies on: from where, how old, what is not verified, how to replace a list."""

from PySide6.QtWidgets import QApplication

from dossier.i18n import _
from dossier.law.data import law_sources
from dossier.paths import user_law
from dossier.ui.desk import Desk
from dossier.ui.pages.legal_rows import LawLine
from dossier.ui.side import SETTINGS
from dossier.ui.tokens import S2, S3, S4
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.labels import ElidedLabel, Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.page import PageFrame
from dossier.ui.widgets.scroll import scroll


class LegalDataPage(PageFrame):
    """Read when the page is made, as everything else reads them: once, until Dossier starts again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        back = Button(_("Settings"), "back", "quiet")
        back.clicked.connect(lambda: desk.go_to_page(SETTINGS))
        update = self._update_card()
        self.lines = [LawLine(source, desk) for source in law_sources()]
        cards = column(update, self._lists_card(), None, gap=S4)
        super().__init__(
            _("Legal data"), _("What does Dossier rely on, and when was it checked?"), scroll(cards), [back]
        )
        self.focus_me = self.lines[0].row

    def _lists_card(self) -> Card:
        said = _(
            "An entry is not verified where its source itself was not read on the day of the data: read it before "
            "you rely on it."
        )
        card = Card(padding=S3, gap=0).add(Label(said, "caption", "text3", wrap=True), S2)
        return card.add(*self.lines)

    def _update_card(self) -> Card:
        said = _(
            "To update a list, put a file of the same name and form, checked on a later day, into the folder below. It "
            "is read when Dossier starts."
        )
        self.copy = Button(_("Copy the path"), "copy")
        self.copy.clicked.connect(self._on_copy)
        path = ElidedLabel(str(user_law()), "caption", "text2")
        return Card().add(row((column(Label(said, "body", "text2", wrap=True), path, gap=2), 1), self.copy, gap=S4))

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(str(user_law()))
        self._desk.said.emit("ok", _("The path is copied."))

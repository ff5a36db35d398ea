"""The legal data that everything relies on: from where, how old, what is not verified, how to replace a list."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QScrollArea

from dossier.i18n import _
from dossier.law.data import law_sources
from dossier.model.evidence import LegalSetting
from dossier.paths import user_law
from dossier.store.edit import Edit
from dossier.ui.desk import Desk
from dossier.ui.pages.legal_own import OwnValues
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
    """The data are read when the page is made, as everything else reads them: once, until Dossier starts again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        back = Button(_("Settings"), "back", "quiet")
        back.clicked.connect(lambda: desk.go_to_page(SETTINGS))
        update = self._update_card()
        self.own = OwnValues(desk)
        self.own.asked.connect(self.open_value)
        self.lines = [LawLine(source, desk) for source in law_sources()]
        cards = column(self.own, update, self._lists_card(), None, gap=S4)
        super().__init__(
            _("Legal data"), _("What does Dossier rely on, and when was it checked?"), scroll(cards), [back]
        )
        self.focus_me = self.lines[0].row
        self.own.refresh()
        desk.history.changed.connect(self._on_changed)

    def show_record(self, record_id: str) -> None:
        """Show a value that the dossier sets, opened in its list; one whose key is unknown stands above them all."""
        setting = self._desk.dossier.get(record_id, LegalSetting)
        if isinstance(setting, LegalSetting) and not self.open_value(setting.key):
            self.focus_me = next(one.button for one in self.own.values if one.setting.id == record_id)

    def open_value(self, key: str) -> bool:
        """Open a value in its list; False where there is none of that key."""
        for line in self.lines:
            if any(value.key == key for value in line.settable()):
                self.focus_me = line.open_value(key)
                self.take_focus()
                QTimer.singleShot(0, self, self._bring_into_view)  # it has its place once it is laid out
                return True
        return False

    def _bring_into_view(self) -> None:
        if isinstance(self.body, QScrollArea):
            self.body.ensureWidgetVisible(self.focus_me, 0, self.body.height() // 2)

    def _on_changed(self, edit: Edit | None) -> None:
        if edit is None or any(isinstance(change.record, LegalSetting) for change in edit.changes):
            self.own.refresh()
            for line in self.lines:
                line.refresh()

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

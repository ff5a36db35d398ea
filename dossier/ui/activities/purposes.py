"""The purposes in the record of an activity: one that rests on legitimate interests leads to its balancing test."""

from PySide6.QtCore import Qt

from dossier.i18n import _
from dossier.model.activity import Purpose
from dossier.model.record import Record
from dossier.model.vocabulary import LegalBasis
from dossier.ui.desk import Desk
from dossier.ui.navigation import Place
from dossier.ui.records.children import ChildSection
from dossier.ui.side import BALANCING
from dossier.ui.widgets.buttons import Button


class PurposeSection(ChildSection):
    """The button stands beside the title of the balancing test, in the form of the purpose that is open."""

    def __init__(self, desk: Desk) -> None:
        self.balance_button = Button(
            _("Step by step"), "scale", tip=_("Opens the guided balancing test of this purpose")
        )
        super().__init__(Purpose, desk)
        self.balance_button.clicked.connect(self._on_balance)

    def show_record(self, record: Record) -> None:
        super().show_record(record)
        self._offer()

    def open_part(self, record_id: str, field: str = "") -> None:
        super().open_part(record_id, field)
        self._offer()

    def _offer(self) -> None:
        """Where the purpose that is open rests on legitimate interests."""
        opened = self.open_record()
        if self.open is None or not isinstance(opened, Purpose):
            return
        section = next(one for one in self.open.form.sections if one.declared[0].name == "interest")
        if self.balance_button.parentWidget() is not section:
            section.grid.addWidget(self.balance_button, 0, 1, Qt.AlignmentFlag.AlignRight)
        self.balance_button.setVisible(opened.basis is LegalBasis.LEGITIMATE_INTERESTS)

    def _on_balance(self) -> None:
        if opened := self.open_record():
            self._desk.go_to_place(Place(BALANCING, opened.id))

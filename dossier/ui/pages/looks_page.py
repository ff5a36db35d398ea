"""The page of a register that can be looked at in two ways: record by record, or all of it at once."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from dossier.i18n import _
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.widgets.segmented import Option, Segmented

RECORDS = "records"


class LooksPage(KindPage):
    """List and record, and one other look that takes the whole width; its widgets are made when it is asked for."""

    def __init__(self, kind: type[Record], desk: Desk, other: Option) -> None:
        self._looks = QStackedWidget()
        self._other = other
        super().__init__(kind, desk)

    def make_actions(self) -> list[QWidget]:
        self.look = Segmented([Option(RECORDS, _("Records")), self._other], RECORDS)
        self.look.changed.connect(self._on_look)
        return [self.look, *super().make_actions()]

    def list_and_record(self) -> QWidget:
        self._looks.addWidget(super().list_and_record())
        return self._looks

    def show_records(self) -> None:
        """Back to the list and its record."""
        self._show_look(RECORDS, self._looks.widget(0))

    def is_seen(self, other: QWidget | None) -> bool:
        """Whether a widget of the other look is what the page shows."""
        return other is not None and self._looks.currentWidget() is other

    def _show_look(self, look: str, shown: QWidget | None) -> None:
        self.look.set_value(look)
        if shown:
            self._looks.setCurrentWidget(shown)

    def _on_look(self, look: str) -> None:
        if look == RECORDS:
            self.commit()
            self.show_records()
        else:
            self.show_other()
        self.take_focus()

    def show_other(self) -> None:
        """Show the other look; what is being typed is written first."""
        self.commit()

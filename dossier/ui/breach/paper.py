"""A page that is made from one breach and leads back to it: the worksheet, the messages."""

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from dossier.i18n import _
from dossier.model.breach import Breach
from dossier.ui.attention import open_breaches
from dossier.ui.desk import Desk
from dossier.ui.navigation import Place
from dossier.ui.pages.open_breaches import in_order
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.page import PageFrame


def show_paper(desk: Desk, page: str, shown: object) -> None:
    """A page of the breach that is shown; where none is, of the open one that presses most."""
    first = [breach for breach, _clock in in_order(desk.dossier, open_breaches(desk.dossier))][:1]
    found = [shown] if isinstance(shown, Breach) else first
    if found:
        desk.go_to_place(Place(page, found[0].id))
    else:
        desk.said.emit("info", _("No breach is open: choose one in the register."))


class BreachPaper(PageFrame):
    """Shows the breach it was asked to show, as it stands now."""

    def __init__(self, desk: Desk, title: str, body: QWidget, actions: Sequence[QWidget]) -> None:
        self.desk, self._shown, self._stale = desk, "", True
        back = Button(_("The breach"), "back", "quiet", tip=_("Back to the record of the breach"))
        back.clicked.connect(self._on_back)
        super().__init__(title, "", body, [back, *actions])
        desk.history.changed.connect(self._on_changed)

    def current_record(self) -> Breach | None:
        found = self.desk.dossier.get(self._shown, Breach)
        return found if isinstance(found, Breach) else None

    def show_record(self, record_id: str) -> None:
        self._shown = record_id
        self._refresh()

    def show_breach(self, breach: Breach) -> None:
        """To be filled in by the page."""

    def _refresh(self) -> None:
        breach = self.current_record()
        self._stale = False
        if breach is not None:
            self.question.setText(" · ".join(filter(None, (breach.reference, breach.name))))
            self.show_breach(breach)

    def _on_back(self) -> None:
        breach = self.current_record()
        if breach is not None:
            self.desk.go_to(breach)
        else:
            self.desk.go_to_page(Breach.kind.name)

    def _on_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

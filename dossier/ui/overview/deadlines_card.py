"""The card of what is due next: what is late first, each the way to where it is answered."""

from typing import TYPE_CHECKING

from dossier.i18n import _, _n
from dossier.ui.desk import Desk
from dossier.ui.side import DEADLINES
from dossier.ui.tokens import S1
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card

if TYPE_CHECKING:
    from dossier.ui.deadlines.due_row import DueRow

SHOWN = 4
_HEIGHT = 54 * SHOWN + 56


class NextDeadlines(Card):
    """As high before it is filled: nothing moves when it is."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._all = Button(_("All deadlines"), role="link")
        self._all.clicked.connect(lambda: desk.go_to_page(DEADLINES))
        super().__init__(_("Deadlines"), self._all, gap=S1)
        self.setMinimumHeight(_HEIGHT)
        self.rows: list[DueRow] = []
        self.add(None)
        desk.watch.found.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what was found last."""
        agenda, now = self._desk.watch.agenda, self._desk.clock()
        if agenda is None:
            return
        self._make_rows()
        shown = [*agenda.pressing, *[None] * SHOWN]
        for row, due in zip(self.rows, shown, strict=False):
            row.show_due(due, now)
        n, late = len(agenda.due), agenda.late
        if not n:
            self.rows[0].show_due(None, now, _("Nothing in this dossier is due."))
        self.note.setText(_n("{n} late", "{n} late", late))
        self.note.setVisible(late > 0)
        self._all.setText(_n("See the {n} deadline", "See the {n} deadlines", n) if n else _("All deadlines"))

    def _make_rows(self) -> None:
        """They need the law, for which the first window does not wait."""
        from dossier.ui.deadlines.due_row import DueRow

        while len(self.rows) < SHOWN:
            self.rows.append(DueRow(self._desk))
            self.body.insertWidget(len(self.rows), self.rows[-1])

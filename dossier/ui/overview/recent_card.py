"""The card of the recent changes: what, who, when."""

from dossier.i18n import _
from dossier.model.catalog import kind_named
from dossier.store.journal import Header
from dossier.store.tables import instant
from dossier.ui.desk import Desk
from dossier.ui.overview.recent_row import RecentRow
from dossier.ui.side import JOURNAL
from dossier.ui.when import when_text
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card

SHOWN = 6
_LOOKED_AT = 60  # entries of the journal: an edit may have many


class RecentChanges(Card):
    """A line for each of the last edits, and the way to its record."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        journal = Button(_("Journal"), role="link")
        journal.clicked.connect(lambda: desk.go_to_page(JOURNAL))
        super().__init__(_("Recent changes"), journal, gap=0)
        self.rows = [RecentRow() for _i in range(SHOWN)]
        for row in self.rows:
            row.clicked.connect(self._on_row)
        self.add(*self.rows, None)

    def refresh(self) -> None:
        """Show the last edits as they stand in the journal."""
        now, say, last = self._desk.clock(), self._desk.say, ""
        entries: list[Header | None] = []
        for entry in self._desk.history.store.history(limit=_LOOKED_AT):
            if entry.edit != last:
                entries.append(entry)
            last = entry.edit
        for row, seen in zip(self.rows, [*entries[:SHOWN], *[None] * SHOWN], strict=False):
            if seen is None:
                row.show_change("", "note", "", "", "")
            else:
                icon = kind_named(seen.kind).kind.icon or "note"
                row.show_change(seen.record, icon, seen.label, seen.author, when_text(instant(seen.at), now, say))

    def _on_row(self) -> None:
        row = self.sender()
        record = self._desk.dossier.get(row.record) if isinstance(row, RecentRow) else None
        if record is not None:
            self._desk.go_to(record)
        else:
            self._desk.go_to_page(JOURNAL)

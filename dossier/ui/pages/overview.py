"""The first page: what presses, what is missing, what changed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.model.breach import Breach
from dossier.model.catalog import GROUPS, Group, kind_named
from dossier.model.dossier import Dossier
from dossier.model.request import Request
from dossier.store.journal import Header
from dossier.store.tables import instant
from dossier.ui.attention import Gap, count_of, gap_of, is_nearly_empty, open_breaches, open_requests
from dossier.ui.background import Task
from dossier.ui.desk import Desk
from dossier.ui.pages.fix_first import FixFirst
from dossier.ui.pages.overview_rows import RecentRow, RegisterRow
from dossier.ui.pages.pressing import OrganisationCard, PressingCard, pressing_first
from dossier.ui.side import JOURNAL
from dossier.ui.tokens import S1, S3, S4, S6
from dossier.ui.when import long_date, time_text, when_text
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.labels import IconLabel, Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.page import PageFrame
from dossier.ui.widgets.scroll import scroll

if TYPE_CHECKING:
    from dossier.ui.pages.first_steps import FirstSteps
    from dossier.ui.pages.open_breaches import OpenBreaches

RECENT, _PRESSING = 6, 3
GAPS_AFTER = 60  # milliseconds: the page is on the screen by then
_COLUMNS = (GROUPS[:2], GROUPS[2:4], GROUPS[4:])


class OverviewPage(PageFrame):
    """Built once; what it shows is brought up to date when it is seen after a change."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._stale = desk, True
        self._breaches, self._pressing, self._begin = column(gap=0), column(gap=S3), column(gap=0)
        self._no_breach = row(IconLabel("ok", "ok"), Label(_("No open breach"), "body", "text2"), None)
        self._steps: FirstSteps | None = None
        self._strip: OpenBreaches | None = None
        self._registers = [RegisterRow(kind) for group in GROUPS for kind in group.kinds]
        self._recent = [RecentRow() for _i in range(RECENT)]
        self._organisation = OrganisationCard(desk)
        below = row((self._organisation, 2), (self._recent_card(), 3), gap=S4)
        body = column(
            *(self._no_breach, self._breaches, self._pressing, self._begin),
            *(FixFirst(desk), self._registers_card(), below, None),
            gap=S4,
        )
        export = Button(_("Export…"), "export", tip=_("Write the registers as a PDF"))
        export.clicked.connect(lambda: desk.asked_for_page.emit("export"))
        super().__init__(_("Overview"), "", scroll(body), [export])
        for register in self._registers:
            register.clicked.connect(self._on_register)
        for change in self._recent:
            change.clicked.connect(self._on_recent)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self._count_gaps)
        desk.history.changed.connect(self._on_changed)

    def _registers_card(self) -> Card:
        columns = [column(*self._group_rows(groups), None, gap=0) for groups in _COLUMNS]
        note = _("“To fill in” counts what the law always asks for and is empty.")
        return Card(_("Registers"), note=note, gap=S1).add(row(*((one, 1) for one in columns), gap=S6))

    def _group_rows(self, groups: tuple[Group, ...]) -> list[QWidget]:
        rows: list[QWidget] = []
        for group in groups:
            heading = Label(_(group.label), "caption_strong", "text3")
            heading.setContentsMargins(8, 10, 0, 2)
            rows += [heading, *(one for one in self._registers if one.kind in group.kinds)]
        return rows

    def _recent_card(self) -> Card:
        journal = Button(_("Journal"), role="link")
        journal.clicked.connect(lambda: self._desk.go_to_page(JOURNAL))
        return Card(_("Recent changes"), journal, gap=0).add(*self._recent, None)

    def refresh(self) -> None:
        """Show the dossier as it stands."""
        self._stale = False
        dossier, now, say = self._desk.dossier, self._desk.clock(), self._desk.say
        date = f"{long_date(now.date(), say)}, {time_text(now, now)}"
        self.question.setText(_("{date} · what presses, what is missing, what changed", date=date))
        self._show_breaches(open_breaches(dossier))
        self._show_pressing(open_requests(dossier))
        self._show_steps()
        for register in self._registers:
            register.show_count(count_of(dossier, register.kind))
        self._counting.start(GAPS_AFTER)
        self._organisation.refresh()
        self._show_recent()

    def _show_breaches(self, breaches: Sequence[Breach]) -> None:
        """The strip, its clocks and the law they need are made for a dossier that has a breach open."""
        self._no_breach.setVisible(not breaches)
        self._breaches.setVisible(bool(breaches))
        if breaches or self._strip:
            self._strip = self._strip or self._make_strip()
            self._strip.show_breaches(breaches)

    def _make_strip(self) -> "OpenBreaches":
        from dossier.ui.pages.open_breaches import OpenBreaches

        strip = OpenBreaches(self._desk)
        if (layout := self._breaches.layout()) is not None:
            layout.addWidget(strip)
        return strip

    def _show_steps(self) -> None:
        """The first steps are made for a dossier that is nearly empty; most are not."""
        useful = is_nearly_empty(self._desk.dossier)
        self._begin.setVisible(useful)
        if useful:
            self._steps = self._steps or self._make_steps()
            self._steps.refresh()
        self.focus_me = self._steps.following() if useful and self._steps else self._registers[0]

    def _make_steps(self) -> "FirstSteps":
        from dossier.ui.pages.first_steps import FileCard, FirstSteps, IncidentCard

        steps = FirstSteps(self._desk)
        beside = column(IncidentCard(self._desk), FileCard(self._desk), None, gap=S4)
        layout = self._begin.layout()
        if layout is not None:
            layout.addWidget(row((steps, 8), (beside, 5), gap=S4))
        return steps

    def _count_gaps(self) -> None:
        """Looks at every record of the dossier: off the window's thread, on the snapshot as it is now."""
        dossier, kinds = self._desk.dossier, [register.kind for register in self._registers]
        task = Task(lambda _progress: (dossier, [gap_of(dossier, kind) for kind in kinds]))
        task.done.connect(self._on_gaps_counted)
        task.start()

    def _on_gaps_counted(self, counted: tuple[Dossier, list[Gap]]) -> None:
        dossier, gaps = counted
        if dossier is self._desk.dossier:  # else it has changed meanwhile, and is being counted again
            for register, gap in zip(self._registers, gaps, strict=True):
                register.show_gap(gap)

    def _show_pressing(self, requests: Sequence[Request]) -> None:
        layout = self._pressing.layout()
        while layout is not None and (item := layout.takeAt(0)):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._pressing.setVisible(bool(requests))
        if isinstance(layout, QVBoxLayout):
            for request, standing in pressing_first(self._desk, requests)[:_PRESSING]:
                layout.addWidget(PressingCard(self._desk, request, standing))

    def _show_recent(self) -> None:
        now, say, last = self._desk.clock(), self._desk.say, ""
        entries = []
        for entry in self._desk.history.store.history(limit=60):
            if entry.edit != last:
                entries.append(entry)
            last = entry.edit
        shown: list[Header | None] = [*entries[:RECENT], *[None] * RECENT]
        for line, seen in zip(self._recent, shown, strict=False):
            if seen is None:
                line.show_change("", "note", "", "", "")
            else:
                icon = kind_named(seen.kind).kind.icon or "note"
                line.show_change(seen.record, icon, seen.label, seen.author, when_text(instant(seen.at), now, say))

    def take_focus(self) -> None:
        if self._stale:
            self.refresh()
        super().take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _on_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _on_register(self) -> None:
        register = self.sender()
        if isinstance(register, RegisterRow):
            self._desk.go_to_page(register.kind.kind.name)

    def _on_recent(self) -> None:
        line = self.sender()
        record = self._desk.dossier.get(line.record) if isinstance(line, RecentRow) else None
        if record is not None:
            self._desk.go_to(record)
        else:
            self._desk.go_to_page(JOURNAL)

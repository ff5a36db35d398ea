"""The first page: what presses, what is missing, what changed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent

from dossier.i18n import _
from dossier.model.breach import Breach
from dossier.ui.attention import is_nearly_empty, open_breaches
from dossier.ui.desk import Desk
from dossier.ui.overview.deadlines_card import NextDeadlines
from dossier.ui.overview.lower import Lower
from dossier.ui.pages.fix_first import FixFirst
from dossier.ui.tokens import S4
from dossier.ui.when import long_date, time_text
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.labels import IconLabel, Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.page import PageFrame
from dossier.ui.widgets.scroll import scroll

if TYPE_CHECKING:
    from dossier.ui.pages.first_steps import FirstSteps
    from dossier.ui.pages.open_breaches import OpenBreaches


class OverviewPage(PageFrame):
    """Built once; what it shows is brought up to date when it is seen after a change."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._stale = desk, True
        self._breaches, self._begin = column(gap=0), column(gap=0)
        self._no_breach = row(IconLabel("ok", "ok"), Label(_("No open breach"), "body", "text2"), None)
        self._steps: FirstSteps | None = None
        self._strip: OpenBreaches | None = None
        self.fix_first, self.deadlines, self.below = FixFirst(desk), NextDeadlines(desk), Lower(desk)
        upper = row((self.fix_first, 6), (self.deadlines, 5), gap=S4)
        body = column(self._no_breach, self._breaches, self._begin, upper, self.below, None, gap=S4)
        export = Button(_("Export…"), "export", tip=_("Write the registers as a PDF"))
        export.clicked.connect(lambda: desk.asked_for_page.emit("export"))
        super().__init__(_("Overview"), "", scroll(body), [export])
        desk.history.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show the dossier as it stands."""
        self._stale = False
        now, say = self._desk.clock(), self._desk.say
        date = f"{long_date(now.date(), say)}, {time_text(now, now)}"
        self.question.setText(_("{date} · what presses, what is missing, what changed", date=date))
        self._show_breaches(open_breaches(self._desk.dossier))
        self._show_steps()
        self.below.refresh()

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
        self.focus_me = self._steps.following() if useful and self._steps else self.fix_first.all_button

    def _make_steps(self) -> "FirstSteps":
        from dossier.ui.pages.first_steps import FileCard, FirstSteps, IncidentCard

        steps = FirstSteps(self._desk)
        beside = column(IncidentCard(self._desk), FileCard(self._desk), None, gap=S4)
        layout = self._begin.layout()
        if layout is not None:
            layout.addWidget(row((steps, 8), (beside, 5), gap=S4))
        return steps

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

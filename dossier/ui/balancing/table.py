"""Every purpose that rests on legitimate interests, and how far its balancing test is."""

from collections.abc import Sequence

from dossier.i18n import _
from dossier.law.balancing import BalanceState, state_of
from dossier.model.activity import Purpose
from dossier.model.text import date_text
from dossier.ui.desk import Desk
from dossier.ui.records.words import title_of
from dossier.ui.tokens import ToneName
from dossier.ui.widgets.lines_table import Line, LinesTable
from dossier.ui.widgets.table import Cell
from dossier.work.edits import name_of

TONES: dict[BalanceState, tuple[ToneName, str]] = {
    BalanceState.NONE: ("major", "major"),
    BalanceState.UNFAVOURABLE: ("blocking", "blocking"),
    BalanceState.BEGUN: ("minor", "draft"),
    BalanceState.MADE: ("ok", "ok"),
}


class BalancesTable(LinesTable):
    """What is left to do comes first; a press shows the test of a purpose."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        super().__init__(_("Purposes on legitimate interests"), _("Purpose"), _("Balancing test"))

    def show_purposes(self, purposes: Sequence[Purpose]) -> None:
        self.show_lines(sorted(purposes, key=lambda one: list(BalanceState).index(state_of(one))), self._line)

    def choose(self, purpose_id: str) -> None:
        """Mark the row of a purpose."""
        place = next((i for i, one in enumerate(self.lines.about) if one.id == purpose_id), -1)
        if place >= 0:
            self.setCurrentIndex(self.lines.index(place, 0))
            self.selectRow(place)

    def _line(self, purpose: Purpose) -> Line:
        activity = self._desk.dossier.get(purpose.activity or "")
        state = state_of(purpose)
        tone, icon = TONES[state]
        day = date_text(purpose.balancing_on, self._desk.say) if purpose.balancing_on else ""
        return (
            Cell(title_of(purpose), name_of(activity) if activity else purpose.reference),
            Cell(_(state.label), day, tone, icon),
        )

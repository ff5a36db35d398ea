"""The column of the list of assessments that no field holds: where each stands."""

from dossier.i18n import _
from dossier.law.dpia_risk import DpiaStanding, standing_of
from dossier.model.dpia import Dpia
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.dpia.tones import STANDINGS
from dossier.ui.records.columns import Told
from dossier.ui.records.words import NOTHING
from dossier.ui.widgets.table import Cell


def standing_column(desk: Desk) -> Told:
    """What presses first sorts first."""

    def standing(record: Record) -> DpiaStanding | None:
        return standing_of(desk.dossier, record, desk.clock().date()) if isinstance(record, Dpia) else None

    def cell(record: Record) -> Cell:
        found = standing(record)
        if found is None:
            return Cell(NOTHING)
        tone, icon = STANDINGS[found]
        return Cell(desk.say(found.label), tone=tone, icon=icon)

    def key(record: Record) -> int | None:
        found = standing(record)
        return list(DpiaStanding).index(found) if found else None

    return Told(_("State"), cell, key)

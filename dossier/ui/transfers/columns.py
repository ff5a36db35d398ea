"""The columns of the list of transfers that no field holds: where each stands, and what its ground lacks."""

from typing import Any

from dossier.i18n import _
from dossier.law.transfer_ground import Ground, Standing, ground_of
from dossier.law.transfer_words import mechanism_words
from dossier.model.record import Record
from dossier.model.transfer import Transfer, TransferAssessment
from dossier.ui.desk import Desk
from dossier.ui.records.columns import Told
from dossier.ui.records.words import NOTHING
from dossier.ui.transfers.cells import standing_cell
from dossier.ui.widgets.table import Cell

STATED = ("country", "mechanism")
"""The fields that these columns show."""


def ground_in(desk: Desk, record: Record) -> Ground | None:
    """The ground of a transfer, today."""
    if not isinstance(record, Transfer):
        return None
    return ground_of(record, desk.dossier.children(TransferAssessment, record.id), desk.clock().date())


def ground_columns(desk: Desk) -> tuple[Told, ...]:
    """The state with what is lacking, the country with the mechanism; what presses first sorts first."""

    def state(record: Record) -> Cell:
        found = ground_in(desk, record)
        return standing_cell(found, desk.say) if found else Cell(NOTHING)

    def weight(record: Record) -> Any:
        found = ground_in(desk, record)
        return list(Standing).index(found.standing) if found else None

    def country(record: Record) -> str:
        found = record.country if isinstance(record, Transfer) else None
        return desk.say(found.label) if found else NOTHING

    def place(record: Record) -> Cell:
        found = ground_in(desk, record)
        return Cell(country(record), mechanism_words(found.transfer.mechanism, desk.say) if found else "")

    return Told(_("State"), state, weight), Told(_("Country, mechanism"), place, country)

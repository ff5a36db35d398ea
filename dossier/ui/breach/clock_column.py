"""The clock of each breach in the list: what presses first sorts first."""

from typing import Any

from dossier.i18n import _
from dossier.law.breach_clock import Clock, Phase, clock_in
from dossier.model.breach import Breach
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.records.columns import Told
from dossier.ui.records.words import NOTHING
from dossier.ui.tokens import TONES
from dossier.ui.widgets.clock_words import left_words, tone_of
from dossier.ui.widgets.table import Cell

_QUIET = (Phase.DISMISSED, Phase.NOTIFIED, Phase.NOT_NOTIFIED, Phase.ALERTED)
"""Said by the state already."""


def clock_column(desk: Desk) -> Told:
    """What is left of the 72 hours, or how things stand."""

    def clock_of(record: Record) -> Clock | None:
        return clock_in(desk.dossier, record) if isinstance(record, Breach) and record.is_open else None

    def cell(record: Record) -> Cell:
        clock, now = clock_of(record), desk.clock()
        if clock is None or clock.phase in _QUIET:
            return Cell(NOTHING)
        tone = next((one for one in TONES if one == tone_of(clock, now)), None)
        icon = "clock" if tone in ("minor", "major") else tone or ""
        words = _("Controllers to alert") if clock.phase is Phase.ALERTING else left_words(clock, now, desk.say)
        return Cell(words, tone=tone, icon=icon)

    def key(record: Record) -> Any:
        clock = clock_of(record)
        return clock.due.timestamp() if clock and clock.is_running and clock.due else None

    return Told(_("Clock"), cell, key)

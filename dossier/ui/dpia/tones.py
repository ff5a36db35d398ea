"""Where a screening and an assessment stand, as chips."""

from dossier.law.dpia import Conclusion, Screening
from dossier.law.dpia_risk import DpiaStanding
from dossier.ui.desk import Desk
from dossier.ui.tokens import ToneName
from dossier.ui.widgets.table import Cell

STANDINGS: dict[DpiaStanding, tuple[ToneName, str]] = {
    DpiaStanding.TO_CONSULT: ("blocking", "blocking"),
    DpiaStanding.TO_COMPLETE: ("minor", "draft"),
    DpiaStanding.NO_OPINION: ("major", "major"),
    DpiaStanding.TO_REVIEW: ("major", "clock"),
    DpiaStanding.CONSULTING: ("info", "clock"),
    DpiaStanding.IN_ORDER: ("ok", "ok"),
}
_OPEN: dict[Conclusion, tuple[ToneName, str]] = {
    Conclusion.REQUIRED: ("blocking", "blocking"),
    Conclusion.PROBABLE: ("major", "major"),
    Conclusion.NOT_SCREENED: ("check", "check"),
}
_SETTLED: dict[Conclusion, tuple[ToneName, str]] = {
    Conclusion.REQUIRED: ("ok", "ok"),
    Conclusion.PROBABLE: ("ok", "ok"),
    Conclusion.NOT_REQUIRED: ("none", "none"),
}


def conclusion_cell(screening: Screening, desk: Desk) -> Cell:
    """What a screening comes to; calm where nothing is left to do."""
    tones = _OPEN if screening.is_open else _SETTLED
    tone, icon = tones[screening.conclusion]
    return Cell(desk.say(screening.conclusion.label), tone=tone, icon=icon)

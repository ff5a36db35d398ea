"""Where a transfer stands and what a country is, as chips."""

from dossier.i18n import N_, Language
from dossier.law.adequacy import Destination
from dossier.law.transfer_ground import Ground, Standing
from dossier.law.transfer_words import destination_words
from dossier.model.vocabulary import TransferMechanism
from dossier.ui.records.words import NOTHING
from dossier.ui.tokens import ToneName
from dossier.ui.widgets.table import Cell

_DESTINATIONS: dict[Destination, tuple[ToneName, str]] = {
    Destination.EEA: ("none", "none"),
    Destination.ADEQUATE: ("ok", "ok"),
    Destination.LIMITED: ("check", "check"),
    Destination.TO_CHECK: ("check", "check"),
    Destination.THIRD: ("minor", "minor"),
}
_STANDINGS: dict[Standing, tuple[ToneName, str]] = {
    Standing.NO_GROUND: ("blocking", "blocking"),
    Standing.TO_CHECK: ("check", "check"),
    Standing.COVERED: ("ok", "ok"),
    Standing.IN_EEA: ("none", "none"),
    Standing.OVER: ("none", "archive"),
}


def standing_cell(ground: Ground, say: Language) -> Cell:
    """Where a transfer stands, as a chip; below it the first thing that is lacking, or the decision it leans on."""
    tone, icon = _STANDINGS[ground.standing]
    below = say(ground.doubts[0].label) if ground.doubts else ""
    if len(ground.doubts) > 1:
        below = say(N_("{doubt} (+{n})"), doubt=below, n=len(ground.doubts) - 1)
    elif not below and ground.transfer.mechanism is TransferMechanism.ADEQUACY and ground.decision:
        below = ground.decision.reference
    return Cell(say(ground.standing.label), below, tone, icon)


def destination_cell(destination: Destination | None, say: Language) -> Cell:
    """What a country is, as a chip."""
    if destination is None:
        return Cell(NOTHING)
    tone, icon = _DESTINATIONS[destination]
    return Cell(destination_words(destination, say), tone=tone, icon=icon)

"""What the law says of a country, a decision or a mechanism, in the words and tones of the window."""

from dossier.i18n import N_, Language
from dossier.law.adequacy import Decision, Destination
from dossier.law.data import Origin, law_sources, said
from dossier.law.transfer_ground import Ground, Standing
from dossier.model.text import date_text
from dossier.model.vocabulary import TransferMechanism
from dossier.ui.records.words import NOTHING
from dossier.ui.tokens import ToneName
from dossier.ui.widgets.table import Cell

DESTINATIONS: dict[Destination, tuple[str, ToneName, str]] = {
    Destination.EEA: (N_("Within the EEA"), "none", "none"),
    Destination.ADEQUATE: (N_("Adequate"), "ok", "ok"),
    Destination.LIMITED: (N_("Adequate in part"), "check", "check"),
    Destination.TO_CHECK: (N_("To check"), "check", "check"),
    Destination.THIRD: (N_("Third country"), "minor", "minor"),
}
"""What a country is on a day: its words, tone and icon."""

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
    label, tone, icon = DESTINATIONS[destination]
    return Cell(say(label), tone=tone, icon=icon)


def mechanism_words(mechanism: TransferMechanism | None, say: Language) -> str:
    """A mechanism without its article."""
    return say(mechanism.label).partition(" (")[0] if mechanism else say(N_("Not recorded"))


def decision_words(decision: Decision, say: Language) -> str:
    """A decision by its reference and its day."""
    day = date_text(decision.start, say)
    return say(N_("Decision {reference} of {day}"), reference=decision.reference, day=day)


def scope_words(decision: Decision, say: Language) -> str:
    """What a decision covers."""
    return said(decision.scope, say) if decision.scope else say(N_("All organisations"))


def end_words(decision: Decision, say: Language) -> str:
    """The last day of a decision, or that none is fixed."""
    return date_text(decision.end, say) if decision.end else say(N_("No end fixed"))


def origin_words(origin: Origin, say: Language) -> str:
    """Where an entry of the legal data comes from, when it was checked, and whether its source was read."""
    words = N_("Source: {source}; checked on {day}.")
    if not origin.verified:
        words = N_("Source: {source}; data of {day}, source itself not read again: verify before relying on it.")
    return say(words, source=origin.source, day=date_text(origin.checked, say))


def data_words(say: Language) -> str:
    """The day of the adequacy data that are relied on."""
    day = next(one.checked for one in law_sources() if one.name == "adequacy")
    return say(N_("Legal data of {day}."), day=date_text(day, say))

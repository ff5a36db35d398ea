"""What the law says of a country, a decision or a mechanism, in words; each takes the language to say it in."""

from dossier.i18n import N_, Language
from dossier.law.adequacy import Decision, Destination
from dossier.law.data import Origin, law_sources, said
from dossier.model.text import date_text
from dossier.model.vocabulary import TransferMechanism

_DESTINATIONS: dict[Destination, str] = {
    Destination.EEA: N_("Within the EEA"),
    Destination.ADEQUATE: N_("Adequate"),
    Destination.LIMITED: N_("Adequate in part"),
    Destination.TO_CHECK: N_("To check"),
    Destination.THIRD: N_("Third country"),
}


def destination_words(destination: Destination, say: Language) -> str:
    """What a country is on a day."""
    return say(_DESTINATIONS[destination])


def mechanism_words(mechanism: TransferMechanism | None, say: Language) -> str:
    """A mechanism without its article."""
    return say(mechanism.label).partition(" (")[0] if mechanism else say(N_("Not recorded"))


def decision_words(decision: Decision, say: Language) -> str:
    """A decision by its reference and its day."""
    day = date_text(decision.start, say)
    return say(N_("Decision {reference} of {day}"), reference=decision.reference, day=day)


def scope_words(decision: Decision, say: Language) -> str:
    """What a decision covers."""
    return said(decision.scope, say) if decision.scope else say(N_("All organisations."))


def end_words(decision: Decision, say: Language) -> str:
    """The last day of a decision, or that none is fixed."""
    return date_text(decision.end, say) if decision.end else say(N_("No end fixed"))


def origin_words(origin: Origin, say: Language) -> str:
    """Where an entry of the legal data comes from, when it was checked, and whether its source was read."""
    words = N_("Source: {source}; checked on {day}.")
    if not origin.verified:
        words = N_("Source: {source}; data of {day}, source itself not read again: verify before relying on it.")
    return say(words, source=said(origin.source, say), day=date_text(origin.checked, say))


def data_words(say: Language) -> str:
    """The day of the adequacy data that are relied on."""
    day = next(one.checked for one in law_sources() if one.name == "adequacy")
    return say(N_("Legal data of {day}."), day=date_text(day, say))


def all_data_words(say: Language) -> str:
    """The day of the legal data in use, whatever their subject; the first and the last where they differ."""
    days = sorted({one.checked for one in law_sources()})
    first, last = date_text(days[0], say), date_text(days[-1], say)
    if first == last:
        return say(N_("Legal data of {day}."), day=last)
    return say(N_("Legal data checked between {first} and {last}."), first=first, last=last)

"""What a dossier holds of one breach, gathered once for the CNIL's form, and its values in the CNIL's words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dossier.i18n import language
from dossier.law.breach_clock import Clock, clock_in, earliest
from dossier.law.breach_labels import LISTS, wording
from dossier.law.officer import officers_on
from dossier.model.breach import Breach, BreachCommunication, BreachNotification, BreachParty
from dossier.model.dossier import Dossier
from dossier.model.organisation import Contact, ContactRole, DpoDesignation, Organisation
from dossier.model.record import Knowledge, KnownMoment, KnownNumber, Term
from dossier.model.text import text_of

FRENCH = language("fr")
"""The form is in French, whatever the language of the window."""


@dataclass(frozen=True)
class Facts:
    """The breach, what hangs on it, and who notifies it. A record that the dossier does not hold is None."""

    dossier: Dossier
    breach: Breach
    clock: Clock
    is_late: bool
    notifications: tuple[BreachNotification, ...]
    communications: tuple[BreachCommunication, ...]
    parties: tuple[BreachParty, ...]
    organisation: Organisation | None
    officer: DpoDesignation | None
    contact: Contact | None
    """Whom to ask about breaches: the officer where no contact is named for it."""
    legal: Contact | None


def facts_of(dossier: Dossier, breach: Breach, now: datetime) -> Facts:
    """All that the form may ask about; `now` tells whether reasons for a delay are due."""
    clock = clock_in(dossier, breach)
    return Facts(
        dossier=dossier,
        breach=breach,
        clock=clock,
        is_late=clock.needs_reasons(now),
        notifications=dossier.children(BreachNotification, breach.id),
        communications=tuple(sorted(dossier.children(BreachCommunication, breach.id), key=_when_sent)),
        parties=dossier.children(BreachParty, breach.id),
        organisation=dossier.organisation,
        officer=next(iter(officers_on(dossier, now.date())), None),
        contact=_contact(dossier, ContactRole.BREACHES),
        legal=_contact(dossier, ContactRole.LEGAL),
    )


def words(value: Any) -> str:
    """A value as it is entered in the form: the CNIL's labels, a line each; plain figures for a count that is known.

    Empty for what the form has no word for: what is not known yet is a state of the answer.
    """
    if isinstance(value, tuple):
        return "\n".join(filter(None, map(words, value)))
    if isinstance(value, Term) and type(value) in LISTS:
        found = wording(value)
        return found.label if found else ""
    if isinstance(value, KnownNumber | KnownMoment):
        return _known_words(value)
    return text_of(value, FRENCH)


def is_open(value: Any) -> bool:
    """Whether somebody said that it is not known yet, which is not the same as having said nothing."""
    if isinstance(value, tuple):
        return bool(value) and all(map(is_open, value))
    if isinstance(value, KnownNumber | KnownMoment):
        return value.state is Knowledge.UNKNOWN
    return isinstance(value, Term) and value.name == "UNKNOWN"


def _known_words(value: KnownNumber | KnownMoment) -> str:
    if value.state is Knowledge.UNKNOWN or value.value is None:
        return ""
    if isinstance(value, KnownNumber) and value.state is not Knowledge.RANGE:
        return str(value.value)  # the form asks for an approximate number: digits alone
    return text_of(value, FRENCH)


def _contact(dossier: Dossier, role: ContactRole) -> Contact | None:
    return next((one for one in dossier.of(Contact) if one.role is role), None)


def _when_sent(communication: BreachCommunication) -> tuple[bool, str]:
    sent = communication.sent_at
    return (sent is None, earliest(sent).isoformat() if sent else "")

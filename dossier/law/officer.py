"""Who is the data protection officer on a day (art. 37)."""

from datetime import date

from dossier.model.dossier import Dossier
from dossier.model.organisation import DpoDesignation


def is_in_office(designation: DpoDesignation, day: date) -> bool:
    """Whether an officer is designated on that day; a day that is not known leaves no bound."""
    began = designation.designated_on is None or designation.designated_on <= day
    return began and (designation.ended_on is None or designation.ended_on >= day)


def officers_on(dossier: Dossier, day: date) -> tuple[DpoDesignation, ...]:
    """The officers in office on that day, the last designated first."""
    found = [one for one in dossier.of(DpoDesignation) if is_in_office(one, day)]
    return tuple(sorted(found, key=lambda one: one.designated_on or date.min, reverse=True))

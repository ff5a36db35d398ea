"""The purges that prove that data are deleted at their end, and by when the next one is due (art. 5(1)(e), 5(2))."""

from datetime import date

from dossier.law.durations import after
from dossier.model.dossier import Dossier
from dossier.model.measure import Operation
from dossier.model.record import Duration
from dossier.model.vocabulary import Answer
from dossier.model.vocabulary_procedures import OperationType

_ANYTHING = ""


class Purges:
    """The purges done by a day; what failed and what is still to be done proves nothing."""

    def __init__(self, dossier: Dossier, today: date) -> None:
        purges = [one for one in dossier.of(Operation) if one.type is OperationType.PURGE]
        done = [one for one in purges if one.done_on and one.done_on <= today and one.result is not Answer.NO]
        self.done = tuple(sorted(done, key=_day, reverse=True))
        """The latest first."""
        self._latest = {about: one for one in reversed(self.done) for about in one.about or (_ANYTHING,)}

    def last_of(self, *ids: str) -> Operation | None:
        """The latest purge of any of these records, or of none in particular."""
        found = (self._latest[one] for one in (_ANYTHING, *ids) if one in self._latest)
        return max(found, key=_day, default=None)


def next_purge_due(purge: Operation, rhythm: Duration) -> date | None:
    """The day by which the next one is due: what the record says wins over the rhythm (`reviews.purge`)."""
    if purge.next_due or not purge.done_on:
        return purge.next_due
    return after(purge.done_on, rhythm)


def _day(purge: Operation) -> date:
    return purge.done_on or date.min

"""By when the requests of a dossier are to be answered (art. 12(3)), and when to remind of it."""

from collections.abc import Iterator

from dossier.law.breach_deadlines import Deadline, Duty, end_of
from dossier.law.data import law_data
from dossier.law.periods import days_after
from dossier.law.request_clock import RequestPhase, clock_in
from dossier.model.dossier import Dossier
from dossier.model.request import Request


def answers_due(dossier: Dossier) -> Iterator[Deadline]:
    """Every answer that a running period asks for; told on the day the warning begins, and when the last day is over.

    A period ends with its last day where the organisation is.
    """
    zone = dossier.organisation.zone if dossier.organisation else "Europe/Paris"
    warning = law_data("request_delays")["warning"]["days"]
    for request in dossier.of(Request):
        clock = clock_in(dossier, request)
        if clock.phase is RequestPhase.RUNNING and clock.due:
            end, begins = end_of(clock.due, zone), end_of(days_after(clock.due, -warning - 1), zone)
            yield Deadline(request, Duty.ANSWER, end, zone, (begins, end))

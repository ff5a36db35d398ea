"""The personal data of the dossier itself: by when closed requests and breaches, and copies of identities, go."""

from collections.abc import Iterator
from datetime import date

from dossier.i18n import N_
from dossier.law.due import Due, Matter, Note, Subject
from dossier.law.durations import after
from dossier.law.periods import months_after
from dossier.law.settings import reference_values
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.record import Duration
from dossier.model.request import Request

KEPT = Matter(
    "kept", Subject.OWN_DATA, N_("End of the period of keeping: {record}"), N_("end of the period of keeping")
)
COPY = Matter(
    "copy", Subject.OWN_DATA, N_("Delete the copy of the identity document: {record}"), N_("delete a copy of identity")
)
MONTHS_AHEAD = 12
"""What goes later than that is not told yet: a register of thousands would hide the rest."""

_REQUESTS, _BREACHES = "retention.R-DSR.archivage_intermediaire", "retention.R-VIO.archivage_intermediaire"
_KEPT_SINCE = N_("kept {period} from {day}")


def own_data(dossier: Dossier, today: date, place: str) -> Iterator[Due]:
    """Closed requests and breaches whose reference period ends within a year, and copies that stayed after the answer.

    The periods are R-DSR and R-VIO of the reference values, from the answer and from the closing.
    """
    values = reference_values(dossier, today)
    requests, breaches = values[_REQUESTS].duration, values[_BREACHES].duration
    for request in dossier.of(Request):
        if request.answered_on:
            yield from _kept(request, "answered_on", request.answered_on, today, requests, place)
            if request.id_copy_received and request.id_copy_deleted_on is None:
                yield Due(COPY, request, "id_copy_deleted_on", request.answered_on, "art. 5(1)(e)", zone=place)
    for breach in dossier.of(Breach):
        if breach.closed_on:
            yield from _kept(breach, "closed_on", breach.closed_on, today, breaches, place)


def _kept(record: Request | Breach, field: str, since: date, today: date, kept: Duration, place: str) -> Iterator[Due]:
    end = after(since, kept)
    if end <= months_after(today, MONTHS_AHEAD):
        note = Note(_KEPT_SINCE, {"day": since, "period": kept})
        yield Due(KEPT, record, field, end, "art. 5(1)(e)", zone=place, note=note)

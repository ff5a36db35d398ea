"""An incident told in the words of a command, or in the note that a colleague wrote to a file."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from dossier.errors import DossierError
from dossier.i18n import _
from dossier.store.driver import errors_in_words
from dossier.store.edit import Author
from dossier.store.store import Store
from dossier.work.files import replaced_when_complete
from dossier.work.incident_note import SUFFIX, IncidentNote, read_note
from dossier.work.incident_words import words_of
from dossier.work.incidents import log_incident
from dossier.work.local_zone import is_zone, local_zone
from dossier.work.spoken_time import doubt, understood
from dossier.work.spool import Spool


def note_told(
    file: Path, text: str, when: str | None, suspicion: bool, by: str, now: datetime
) -> tuple[IncidentNote, str]:
    """The note that words make, or that is in the file they name; and what is not clear in them, in a sentence.

    `when` is a time as people say it, in the zone of the organisation whose dossier is `file`. Raises InvalidInput
    where a note cannot be read.
    """
    if text.endswith(SUFFIX) and Path(text).is_file():
        return read_note(Path(text)), ""
    note = IncidentNote.begun(now, zone_of(file, now), text=text, by=by)
    if suspicion or when:
        note = note.with_(certainty="suspicion" if suspicion else "earlier")
    if not when:
        return note, ""
    zone = ZoneInfo(note.opened.zone)
    found = understood(when, now, zone)
    return note.told(when, found), doubt(when, found, now, zone)


def logged(file: Path, note: IncidentNote, author: Author, now: datetime, spool: Spool) -> tuple[str, ...]:
    """Log a note into a dossier; returns what is to be said. Raises what `log_incident` raises."""
    return words_of(log_incident(file, note, author, now, spool))


def sent(target: Path, file: Path, note: IncidentNote, author: Author, now: datetime, spool: Spool) -> tuple[str, ...]:
    """Write a note to send to whoever keeps the dossier; returns what is to be said.

    Where it cannot be written the incident is logged all the same, as `logged` does.
    """
    try:
        with replaced_when_complete(target) as written:
            written.write(note.as_text().encode())
    except (OSError, DossierError):
        return (_("The note could not be written to {path}.", path=target), *logged(file, note, author, now, spool))
    return (_("The note is in {path}: send it to whoever keeps the dossier.", path=target.resolve()),)


def zone_of(path: Path, now: datetime) -> str:
    """The time zone of the organisation, or of this computer where the dossier cannot be read."""
    try:
        with errors_in_words(), Store.read(path) as store:
            organisation = store.dossier.organisation
    except (DossierError, ValueError):
        return local_zone(now)
    return organisation.zone if organisation and is_zone(organisation.zone) else local_zone(now)

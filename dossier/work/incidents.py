"""Log an incident: a note becomes a breach at once where its dossier can be written, and waits in the spool elsewhere.

An incident is never refused.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dossier.errors import CannotWrite, DossierError
from dossier.i18n import _
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.store.driver import errors_in_words
from dossier.store.edit import Author, Edit
from dossier.store.store import Store
from dossier.work.incident_entry import entry_of
from dossier.work.incident_note import IncidentNote
from dossier.work.spool import Spool


@dataclass(frozen=True)
class Logged:
    """What became of a note: the breach that it is now, or why it waits, in one sentence."""

    note: IncidentNote
    breach: Breach | None
    why: str = ""


def log_incident(path: Path, note: IncidentNote, author: Author, now: datetime, spool: Spool) -> Logged:
    """Enter a note into the dossier at `path`, with all that waits for it, or keep it until that can be done.

    Raises CannotWrite only where neither the dossier nor the spool could hold it: then it is nowhere.
    """
    note = note.with_(path=str(path.resolve()))
    kept = _submitted(note, spool)
    try:
        with errors_in_words(), Store.open(path, now) as store:
            if store.is_read_only:
                return _waits(note.with_(dossier=store.dossier.id), kept, why_it_waits(store), spool)
            entered = enter(note, store.dossier, now, lambda edit: store.apply(edit, author, now))
            spool.forget(note)
            enter_waiting(store, now, lambda edit: store.apply(edit, author, now), spool)
            return Logged(note, entered)
    except (DossierError, ValueError) as error:  # a damaged record is a ValueError when it is read
        why = str(error) if isinstance(error, DossierError) else _("The dossier holds a record that cannot be read.")
        return _waits(note, kept, why, spool)


def enter_waiting(
    store: Store, now: datetime, write: Callable[[Edit], Edit | None], spool: Spool, passed: Iterable[str] = ()
) -> list[Logged]:
    """Enter every note that waits for an open dossier; `write` is the door its edits go through.

    A note that cannot be entered goes on waiting; those whose identifier is in `passed` are not tried.
    """
    untried = (note for note in spool.waiting() if note.id not in set(passed))
    ours = [note for note in untried if is_for(note, store.path, store.dossier.id)]
    return [_entered(note, store, now, write, spool) for note in ours]


def is_for(note: IncidentNote, path: Path, dossier: str) -> bool:
    """Whether a note waits for this file: by identifier where it is known, so that a dossier may be moved.

    A copy has the identifier of its original: it takes nothing as long as the original is there.
    """
    if note.dossier and note.dossier != dossier:
        return False
    return Path(note.path) == path.resolve() or bool(note.dossier and not Path(note.path).exists())


def enter(note: IncidentNote, dossier: Dossier, now: datetime, write: Callable[[Edit], Edit | None]) -> Breach | None:
    """The breach that a note is or becomes; None where it could not be written. Raises what `write` raises."""
    there = dossier.get(note.id, Breach)
    if isinstance(there, Breach):
        return there
    written = write(entry_of(note, dossier, now))
    made = written.changes[0].after if written else None
    return made if isinstance(made, Breach) else None


def why_it_waits(store: Store) -> str:
    """Why a dossier that is open to read cannot take a note."""
    if store.holder is None:
        return _("The dossier cannot be written.")
    return _("{user} writes in the dossier from {host}.", user=store.holder.user, host=store.holder.host)


def _submitted(note: IncidentNote, spool: Spool) -> CannotWrite | None:
    """Keep a note before anything else is tried; returns why it could not be kept."""
    try:
        spool.submit(note)
    except CannotWrite as error:
        return error
    return None


def _waits(note: IncidentNote, kept: CannotWrite | None, why: str, spool: Spool) -> Logged:
    """The note stays in the spool, now with what is known of its dossier."""
    if kept is not None:
        raise kept
    if note.dossier:
        _submitted(note, spool)
    return Logged(note, None, why)


def _entered(
    note: IncidentNote, store: Store, now: datetime, write: Callable[[Edit], Edit | None], spool: Spool
) -> Logged:
    try:
        breach = enter(note, store.dossier, now, write)
    except DossierError as error:
        return Logged(note, None, str(error))
    if breach is not None:
        spool.forget(note)
    return Logged(note, breach)

"""Log an incident: a note becomes a breach at once where its dossier can be written, and waits in the spool elsewhere.

An incident is never refused.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
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
    """What became of a note: the breach that it is now, or why it waits, in one sentence; and what entered with it."""

    note: IncidentNote
    breach: Breach | None
    why: str = ""
    others: "tuple[Logged, ...]" = ()


def log_incident(path: Path, note: IncidentNote, author: Author, now: datetime, spool: Spool) -> Logged:
    """Enter a note into the dossier at `path`, with all that waits for it, or keep it until that can be done.

    Raises CannotWrite only where neither the dossier nor the spool could hold it: then it is nowhere.
    """
    note = note.with_(path=str(path.resolve()))
    kept = _submitted(note, spool)  # before anything else is tried
    try:
        with errors_in_words(), Store.open(path, now) as store:

            def write(edit: Edit) -> Edit:
                return store.apply(edit, author, now)

            logged = log_into(store, note.with_(dossier=store.dossier.id), now, write, spool)
            if logged.breach is None:
                return logged
            return replace(logged, others=tuple(enter_waiting(store, now, write, spool)))
    except (DossierError, ValueError) as error:  # a damaged record is a ValueError when it is read
        if kept is not None:
            raise kept from error
        return Logged(note, None, _reason(error))


def log_into(
    store: Store, note: IncidentNote, now: datetime, write: Callable[[Edit], Edit | None], spool: Spool
) -> Logged:
    """The same for a dossier that is open, also to read only; `write` is the door its edits go through."""
    kept, why, breach = _submitted(note, spool), "", None
    if store.is_read_only:
        why = why_it_waits(store)
    else:
        try:
            breach = enter(note, store.dossier, now, write)
        except (DossierError, ValueError) as error:
            why = _reason(error)
    if breach is not None:
        spool.forget(note)
    elif kept is not None:
        raise kept
    return Logged(note, breach, why or _("It could not be written."))


def enter_waiting(
    store: Store, now: datetime, write: Callable[[Edit], Edit | None], spool: Spool, passed: Iterable[str] = ()
) -> list[Logged]:
    """Enter every note that waits for an open dossier; `write` is the door its edits go through.

    A note that cannot be entered goes on waiting; those whose identifier is in `passed` are not tried.
    """
    untried = (note for note in spool.waiting() if note.id not in set(passed))
    ours = [note for note in untried if note.is_for(store.path, store.dossier.id)]
    return [_entered(note, store, now, write, spool) for note in ours]


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


def _reason(error: DossierError | ValueError) -> str:
    return str(error) if isinstance(error, DossierError) else _("The dossier holds a record that cannot be read.")


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

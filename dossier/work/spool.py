"""The spool: incidents that are being typed, or that wait for a dossier, as files that only their owner can read."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock

from dossier.errors import CannotWrite, InvalidInput
from dossier.i18n import _
from dossier.work.incident_note import SUFFIX, IncidentNote, read_note

DRAFT = ".draft"


class Spool:
    """One file per note: `ID.draft` while it is typed, `ID.incident` once it was logged and waits.

    Every write is durable when it returns, and a file is always whole: a power cut leaves the one before. May be
    called from any thread; one write follows the other.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._one_by_one = Lock()

    def keep(self, draft: IncidentNote) -> None:
        """Write what is being typed; raises CannotWrite."""
        self._write(draft, DRAFT)

    def submit(self, note: IncidentNote) -> None:
        """Write what was logged, until a dossier takes it; raises CannotWrite."""
        self._write(note, SUFFIX)
        self._forget(note, DRAFT)

    def forget(self, note: IncidentNote) -> None:
        """A dossier holds it now, or whoever typed it wants it no more."""
        self._forget(note, DRAFT)
        self._forget(note, SUFFIX)

    def drafts(self) -> list[IncidentNote]:
        """What was typed and never logged, the oldest first; an unreadable file is left where it is."""
        return list(self._notes(DRAFT))

    def left_for(self, path: Path, dossier: str) -> IncidentNote | None:
        """The last draft for a dossier that nobody is typing any more."""
        drafts = [one for one in self.drafts() if one.is_for(path, dossier) and not _is_being_typed(one)]
        return drafts[-1] if drafts else None

    def waiting(self) -> list[IncidentNote]:
        """What was logged and no dossier has taken yet, the oldest first."""
        return list(self._notes(SUFFIX))

    def _write(self, note: IncidentNote, suffix: str) -> None:
        from dossier.store.whole import moved_when_complete  # brings the driver, which a first window need not wait for

        target = self.folder / f"{note.id}{suffix}"
        try:
            with self._one_by_one:
                self.folder.mkdir(parents=True, exist_ok=True)
                self.folder.chmod(0o700)
                with moved_when_complete(target) as partial:
                    handle = os.open(partial, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
                    with os.fdopen(handle, "w", encoding="utf-8") as file:
                        file.write(note.as_text())
        except OSError as error:
            from dossier.store.disk import reason_of

            raise CannotWrite(
                _(
                    "What you typed could not be kept in {folder} ({reason}): copy it elsewhere.",
                    folder=self.folder,
                    reason=reason_of(error),
                )
            ) from error

    def _forget(self, note: IncidentNote, suffix: str) -> None:
        from dossier.store.whole import sweep  # brings the driver, which a first window need not wait for

        with self._one_by_one, suppress(OSError):
            (self.folder / f"{note.id}{suffix}").unlink(missing_ok=True)
            sweep(self.folder)  # it may have been half written by a program that was killed

    def _notes(self, suffix: str) -> Iterator[IncidentNote]:
        with suppress(OSError):
            for path in sorted(self.folder.iterdir()):  # identifiers sort by the moment they were made
                if path.suffix == suffix:
                    with suppress(InvalidInput):
                        yield read_note(path)


def _is_being_typed(draft: IncidentNote) -> bool:
    if not draft.process:
        return False
    from dossier.store.process import is_alive

    return is_alive(draft.process)

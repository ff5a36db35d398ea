"""The lock file beside a dossier, as office suites do: who writes, from which computer, since when."""

import getpass
import json
import os
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from dossier.store.process import computer_name, is_alive
from dossier.store.tables import instant_text


class Holder(NamedTuple):
    """Who holds a lock."""

    host: str
    process: int
    user: str
    since: str

    @property
    def is_gone(self) -> bool:
        """True only where it is certain: a dead process of this computer."""
        return self.host == computer_name() and not is_alive(self.process)


class Lock:
    """The lock of one dossier; `take` never waits."""

    def __init__(self, dossier: Path) -> None:
        real = dossier.resolve()  # a link to a dossier is locked where the dossier is
        self.path = real.with_name(f".~lock.{real.name}#")
        self.is_held = False
        self._mine: Holder | None = None

    def take(self, now: datetime, by_force: bool = False) -> Holder | None:
        """Take the lock; returns who holds it where somebody does. Raises OSError on a read-only folder."""
        holder = self.holder()
        if holder and not (by_force or holder.is_gone):
            return holder
        if holder:
            self.path.unlink(missing_ok=True)
        mine = self._mine = Holder(computer_name(), os.getpid(), _user(), instant_text(now))
        try:
            handle = os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            return self.holder() or mine
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(mine._asdict(), file)
        except OSError:
            self.path.unlink(missing_ok=True)  # the disk is full: an empty lock would hold for ever
            raise
        self.is_held = True
        return None

    def holder(self) -> Holder | None:
        """Who holds the lock; a lock that cannot be read is held by somebody unknown."""
        try:
            text = self.path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return None
        except OSError:
            return Holder("?", 0, "?", "")
        try:
            written = json.loads(text)
            return Holder(str(written["host"]), int(written["process"]), str(written["user"]), str(written["since"]))
        except (ValueError, TypeError, KeyError):
            return Holder("?", 0, "?", "")

    def release(self) -> None:
        """Give the lock back, if it is still ours: somebody may have taken it by force."""
        if self.is_held and self.holder() == self._mine:
            self.path.unlink(missing_ok=True)
        self.is_held = False


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"

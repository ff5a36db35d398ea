"""The environments of the scripts beside this file: pinned packages, installed once, found again by a stamp."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from contextlib import contextmanager, suppress
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from packaging import command, trouble
else:
    import command
    import trouble

CHECKOUT = Path(__file__).resolve().parent.parent
CONSTRAINTS = CHECKOUT / "packaging" / "constraints.txt"


class Environment:
    """One folder of the checkout with its own Python packages; Dossier itself runs from the checkout."""

    def __init__(self, name: str, megabytes: int, extras: Sequence[str] = ()) -> None:
        self.folder = CHECKOUT / name
        self.stamp = self.folder / "stamp"
        self.megabytes = megabytes
        self.extras = extras
        self.python = self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def is_ready(self) -> bool:
        """Whether it was made to the end, from what the checkout says now."""
        try:
            return self.stamp.read_text("ascii") == self.fingerprint() and self.python.exists()
        except (OSError, UnicodeDecodeError):
            return False

    def fingerprint(self) -> str:
        """Changes with whatever would make the environment a different one."""
        parts = (CONSTRAINTS.read_text("utf-8"), self.requirements(), sys.version_info[:2], str(self.folder))
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()

    def requirements(self) -> list[str]:
        import tomllib  # here, so that an older Python comes as far as its sentence

        project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
        wanted: list[str] = list(project["dependencies"])
        for extra in self.extras:
            wanted += project["optional-dependencies"][extra]
        return wanted

    def make(self) -> None:
        """From nothing, whatever an interrupted start left; the stamp comes last."""
        with trouble.in_words(f"making {self.folder.name}"), self._alone() as lock:
            if self.is_ready():
                return
            self._clear()
            self._refuse_small_disk()
            command.say(f"Preparing {self.folder.name} (once; about {self.megabytes} MB on disk).")
            try:
                self._install(lock)
            except BaseException:
                with suppress(OSError):  # an interrupted pip may still be writing; the next start clears again
                    self._clear()
                raise
            self.stamp.write_text(self.fingerprint(), "ascii")

    def _install(self, lock: Sequence[int]) -> None:
        command.run("making the environment", [sys.executable, "-m", "venv", str(self.folder)], keep_open=lock)
        pip = [str(self.python), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
        command.run(
            "installing the packages Dossier needs",
            [*pip, "--constraint", str(CONSTRAINTS), *self.requirements()],
            extra={"PIP_USER": "0"},  # a user who always installs with --user cannot do so in an environment
            keep_open=lock,
        )

    def _refuse_small_disk(self) -> None:
        free = shutil.disk_usage(self.folder).free // 1_000_000
        if free < self.megabytes:
            raise trouble.NoSpaceError(
                f"{self.folder.name} needs about {self.megabytes} MB and the disk has {free} MB left. "
                f"{trouble.NOTHING_LOST} Free some space and start again."
            )

    def _clear(self) -> None:
        for entry in self.folder.iterdir():
            if entry.name == "lock":
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()

    @contextmanager
    def _alone(self) -> Iterator[Sequence[int]]:
        """One start at a time. pip inherits the lock: when only this script is killed, the next start waits for pip.

        Not on Windows, where two first starts at the same moment are not kept apart.
        """
        self.folder.mkdir(exist_ok=True)
        if sys.platform == "win32":
            yield ()
            return
        import fcntl

        with (self.folder / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                command.say(f"Another start is preparing {self.folder.name}: waiting for it.")
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield (lock.fileno(),)

    def remembers(self, fact: str) -> bool:
        return (self.folder / fact).exists()

    def remember(self, fact: str) -> None:
        """Where it cannot be written, it is only found out again at the next start."""
        with suppress(OSError):
            (self.folder / fact).touch()

    def variables(self) -> dict[str, str]:
        """Dossier is found in the checkout, from whatever folder it is started."""
        return {**os.environ, "PYTHONPATH": str(CHECKOUT)}

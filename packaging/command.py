"""Runs a command quietly, shows only its progress, and explains its failure in one sentence."""

from __future__ import annotations

import os
import subprocess
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from packaging import trouble
else:
    import trouble


def say(sentence: str) -> None:
    """On standard error: standard output belongs to the program that is started afterwards."""
    print(sentence, file=sys.stderr, flush=True)


def run(
    doing: str, command: Sequence[str], extra: Mapping[str, str] | None = None, keep_open: Sequence[int] = ()
) -> None:
    """Run to the end; `doing` completes the sentence of a failure. `keep_open` are descriptors the child inherits."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**_undisturbed(), **(extra or {})},
        pass_fds=tuple(keep_open),
    ) as process:
        output = _follow(process)
    if process.returncode != 0:
        raise trouble.explained(doing, output)


def _undisturbed() -> dict[str, str]:
    """The user's variables (proxy, index, certificates) without those that show other packages to a new environment."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}


def _follow(process: subprocess.Popen[str]) -> list[str]:
    lines = []
    for line in process.stdout or ():
        lines.append(line.rstrip())
        if " MB)" in line or line.startswith("Installing collected"):  # what takes noticeable time
            say("  " + line.strip().partition(":")[0])
    return lines

"""Starts Dossier on a fresh machine: `python3 packaging/run.py [arguments of dossier]`."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from packaging import command, debian, trouble
    from packaging.environment import Environment
else:
    import command
    import debian
    import trouble
    from environment import Environment

MEGABYTES = 900


def has_display(platform: str, variables: Mapping[str, str]) -> bool:
    """Whether Qt has somewhere to draw; a platform chosen by hand (offscreen, vnc) counts."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform in ("win32", "darwin") or any(variables.get(name) for name in names)


def opens_window(arguments: Sequence[str]) -> bool:
    return not arguments or arguments[0].endswith(".dossier")


def main(arguments: Sequence[str]) -> int:
    trouble.refuse_old_python()
    if not arguments and not has_display(sys.platform, os.environ):
        command.say("No display here: Dossier writes an example dossier and its PDF instead of opening a window.")
        arguments = ["demo"]
    environment = Environment(".venv-run", MEGABYTES)
    prepare(environment, needs_qt=opens_window(arguments))
    return start(environment, arguments)


def prepare(environment: Environment, needs_qt: bool) -> None:
    """Does nothing at all from the second start on: two small files say what was found before."""
    ready, unseen = environment.is_ready(), needs_qt and not environment.remembers("libraries-found")
    if ready and not unseen:
        return
    debian.provide([*([] if ready else debian.missing_for_venv()), *(debian.missing_for_qt() if unseen else [])])
    environment.make()
    if unseen:
        environment.remember("libraries-found")


def start(environment: Environment, arguments: Sequence[str]) -> int:
    """`-P`: a folder named dossier where the user happens to stand is not the program."""
    started = [str(environment.python), "-P", "-m", "dossier", *arguments]
    if os.name == "posix":
        os.execve(started[0], started, environment.variables())
    import subprocess

    return subprocess.call(started, env=environment.variables())


if __name__ == "__main__":
    trouble.end(main)

"""The program: the window without arguments or on a dossier, else a command for the terminal."""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path

NO_DISPLAY = 10
"""Exit code where a window is wanted and nothing can show one."""
FOR_A_WINDOW = ("dossier.model.catalog", "dossier.store.store", "dossier.work.preferences")
FOR_THE_QUICK_LOG = (
    "dossier.work.preferences",
    "dossier.work.spool",
    "dossier.work.local_zone",
    "dossier.ui.tokens",
    "tempfile",
)


def main() -> int:
    """Run with the arguments of the process; returns its exit code."""
    arguments = sys.argv[1:]
    if not arguments or arguments[0].endswith(".dossier"):
        if not can_draw():
            return say_there_is_no_display()
        load()
        from dossier.app import run  # Qt is loaded only where there is a window

        return run(arguments)
    if _asks_for_the_quick_log(arguments) and can_draw():
        load(FOR_THE_QUICK_LOG)
        from dossier.quick_app import run as note

        return note(Path(arguments[1]))
    from dossier.cli import run_command

    return run_command(arguments)


def _asks_for_the_quick_log(arguments: list[str]) -> bool:
    """`dossier incident FILE`, without a word of what happened."""
    return len(arguments) == 2 and arguments[0] == "incident" and not arguments[1].startswith("-")


def can_draw() -> bool:
    """Whether Qt has somewhere to draw; without it Qt would end the process in words of its own."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in names)


def say_there_is_no_display() -> int:
    from dossier.i18n import _

    sys.stderr.write(_("There is no display here for the window: nothing was opened; try “dossier --help”.") + "\n")
    return NO_DISPLAY


def load(modules: tuple[str, ...] = FOR_A_WINDOW) -> None:
    """Import what needs no Qt before Qt, whose import hook slows down every import after it.

    Nothing is garbage while classes are made: the collector rests until the window is painted (see `dossier.app`).
    """
    gc.disable()
    for module in modules:
        import_module(module)


if __name__ == "__main__":
    sys.exit(main())

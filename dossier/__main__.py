"""The program: the window without arguments or on a dossier, else a command for the terminal."""

import gc
import sys
from importlib import import_module


def main() -> int:
    """Run with the arguments of the process; returns its exit code."""
    arguments = sys.argv[1:]
    if not arguments or arguments[0].endswith(".dossier"):
        load()
        from dossier.app import run  # Qt is loaded only where there is a window

        return run(arguments)
    from dossier.cli import run_command

    return run_command(arguments)


def load() -> None:
    """Import what needs no Qt before Qt, whose import hook slows down every import after it.

    Nothing is garbage while classes are made: the collector rests until the window is painted (see `dossier.app`).
    """
    gc.disable()
    for module in ("dossier.model.catalog", "dossier.store.store", "dossier.work.preferences"):
        import_module(module)


if __name__ == "__main__":
    sys.exit(main())

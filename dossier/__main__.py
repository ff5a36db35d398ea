"""The program: the window without arguments or on a dossier, else a command for the terminal."""

import sys
from importlib import import_module


def main() -> int:
    """Run with the arguments of the process; returns its exit code."""
    arguments = sys.argv[1:]
    if not arguments or arguments[0].endswith(".dossier"):
        import_module("dossier.model.catalog")  # before Qt, whose import hook slows down every import after it
        from dossier.app import run  # Qt is loaded only where there is a window

        return run(arguments)
    from dossier.cli import run_command

    return run_command(arguments)


if __name__ == "__main__":
    sys.exit(main())

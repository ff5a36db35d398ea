"""When the program itself fails: what was typed is kept, and a report without personal data can be copied."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

from dossier import __version__
from dossier.errors import DossierError
from dossier.ui.flush import flush

if TYPE_CHECKING:
    from dossier.ui.dialogs.crash import CrashDialog

_PROGRAM = Path(__file__).resolve().parents[2]


def report_of(error: BaseException) -> str:
    """Types, places in the code and versions. Never the words of an exception: they may quote what was typed."""
    return "\n".join([_versions(), "", *_chain(error)])


def _versions() -> str:
    import platform

    python = platform.python_version()
    return f"Dossier {__version__}, Python {python}, Qt {qVersion()}, {platform.system()} {platform.release()}"


def _chain(error: BaseException) -> Iterator[str]:
    import traceback

    earlier = error.__cause__ or error.__context__
    if earlier is not None:
        yield from _chain(earlier)
        yield ""
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"{_place(frame.filename)}:{frame.lineno} {frame.name}"
        yield f"    {frame.line or ''}"
    yield f"{type(error).__module__}.{type(error).__qualname__}"


def _place(filename: str) -> str:
    """A path that does not name the user: inside the program, or inside the libraries."""
    path = Path(filename)
    if path.is_relative_to(_PROGRAM):
        inside = path.relative_to(_PROGRAM).as_posix()
        return inside.rpartition("site-packages/")[2]
    return "/".join(path.parts[-2:])


class CrashWatch:
    """Called by Python for what nobody caught; one dialog however many errors come."""

    def __init__(self, tell: Callable[[str], bool]) -> None:
        self._tell = tell
        self.dialog: CrashDialog | None = None

    def __call__(self, _type: type[BaseException], error: BaseException, _place: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            QApplication.closeAllWindows()
            return
        if isinstance(error, DossierError) and self._tell(str(error)):
            return
        report = report_of(error)
        sys.stderr.write(report + "\n")
        self._keep_what_was_typed()
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.add(report)
        else:
            from dossier.ui.dialogs.crash import CrashDialog  # hoped never to be needed

            self.dialog = CrashDialog(report)
            self.dialog.open()

    def _keep_what_was_typed(self) -> None:
        for window in QApplication.topLevelWidgets():
            try:
                flush(window)
            except Exception:  # the input that failed may fail again: the others are still kept
                continue


def watch(tell: Callable[[str], bool]) -> CrashWatch:
    """Watch for errors from now on; `tell` shows what a user can act on, such as a damaged file, and says if it did."""
    made = CrashWatch(tell)
    sys.excepthook = made
    return made

"""The export window over a small dossier, and what can be read of it."""

import io
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from dossier.ui.desk import Desk
from dossier.ui.export.request import EVERYTHING, ExportRequest
from dossier.ui.export.window import ExportWindow

from .desks import settle, shown

_HOLDERS: list[QWidget] = []
"""Nobody else knows them, and a window goes with its parent."""
SOON = 20_000  # milliseconds; a slow machine under load still gets there


def export_window(qtbot: QtBot, desk: Desk, folder: Path, request: ExportRequest = EVERYTHING) -> ExportWindow:
    """Shown, with every page laid out; it would write `essai.pdf`."""
    holder = QWidget()
    shown(qtbot, holder)
    made = ExportWindow(holder, desk, request)
    _HOLDERS.append(holder)
    made.show()
    made.place.path.setText(str(folder / "essai.pdf"))
    made.place.path.textEdited.emit("")
    laid_out(qtbot, made)
    return made


def laid_out(qtbot: QtBot, window: ExportWindow) -> None:
    """Wait until nothing is being made any more."""
    qtbot.waitUntil(lambda: not window.looking.is_busy, timeout=SOON)
    settle()


def read_in(window: QWidget) -> str:
    """The words of the labels that are shown."""
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def page_pdf(window: ExportWindow) -> bytes:
    """The page that is seen."""
    assert window.preview.preview is not None
    return window.preview.preview.pages.alone(window.preview.page)


def page_text(window: ExportWindow) -> str:
    """What stands on the page that is seen, as another program reads it."""
    return text_of(page_pdf(window))


def written(qtbot: QtBot, window: ExportWindow) -> bytes:
    """Press Create, and what was written."""
    window.place.begin.click()
    target = window.place.target
    qtbot.waitUntil(lambda: window.place.task is None, timeout=SOON)
    settle()
    return target.read_bytes()


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)

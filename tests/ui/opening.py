"""Windows over dossiers in a temporary folder, with a clock that stands still."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from dossier import paths
from dossier.i18n import use_language
from dossier.model.record import Record
from dossier.ui.desk import Kept
from dossier.ui.languages import speak
from dossier.ui.main_window import MainWindow
from dossier.ui.windows import Windows
from dossier.work import examples
from dossier.work.preferences import Preferences
from tests.factories import NOW, make_store

from .desks import settle

MARIE = Preferences(name="Marie Durand", function="DPO", station="here", theme="light")


@pytest.fixture
def windows(app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Windows]:
    """The windows of a process in French; whatever is open at the end is closed."""
    monkeypatch.setattr(examples, "user_documents", paths.user_documents, raising=False)
    speak("fr")
    made = Windows(Kept(MARIE), lambda: NOW)
    yield made
    for window in [*made.open_windows, *([made.start] if made.start else [])]:
        window.close()
    settle()
    speak("fr")
    use_language("fr")


@pytest.fixture
def window(windows: Windows, tmp_path: Path) -> MainWindow:
    """A window on a dossier with an organisation alone."""
    return window_on(windows, tmp_path)


def window_on(windows: Windows, folder: Path, *records: Record, name: str = "essai") -> MainWindow:
    path = folder / f"{name}.dossier"
    make_store(path, list(records) or None).close()
    made = windows.open(path)
    made.activateWindow()
    settle()
    return made


def said(widget: QWidget) -> list[str]:
    """The words of the banners that are shown."""
    from dossier.ui.widgets.banner import Banner

    return [banner.accessibleName() for banner in widget.findChildren(Banner) if banner.isVisible()]

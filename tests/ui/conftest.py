"""Run without a display, in French, in the light theme."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from dossier.i18n import use_language
from dossier.ui import theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when the application is made


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application as it starts; the theme is put back after the test."""
    use_language("fr")
    theme.install(qapp, "light")
    yield qapp
    theme.use("light")

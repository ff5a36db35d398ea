"""The Qt application, as every window of Dossier is shown in it."""

import os

from PySide6.QtWidgets import QApplication

from dossier import __version__
from dossier.ui import theme
from dossier.ui.languages import speak
from dossier.work.preferences import Preferences

STYLED = ["dossier", "-style", "fusion"]
"""One look to test on all systems; asked for by `setStyle`, it would make Python know every class of styles."""


def application(preferences: Preferences) -> QApplication:
    """The Qt application in the size, language and theme that are preferred."""
    if preferences.scale != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", str(preferences.scale / 100))
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(STYLED)
    app.setApplicationName("Dossier")
    app.setApplicationVersion(__version__)
    speak(preferences.language)
    theme.install(app, preferences.theme)
    return app

"""The language of the window and of Qt's own words: standard buttons, calendars, keys."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from dossier.i18n import Code, use_language

NAMES: dict[Code, str] = {"fr": "Français", "en": "English"}
_LOCALES: dict[Code, str] = {"fr": "fr_FR", "en": "en_GB"}


def speak(code: Code) -> None:
    """From now on the application speaks this language; windows that are open must be built again."""
    use_language(code)
    QLocale.setDefault(QLocale(_LOCALES[code]))
    app = QApplication.instance()
    if app is None:
        return
    for spoken in app.findChildren(QTranslator):
        app.removeTranslator(spoken)
        spoken.deleteLater()
    words = QTranslator(app)
    if words.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)

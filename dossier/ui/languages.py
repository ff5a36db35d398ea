"""The language of the window and of Qt's own words: standard buttons, calendars, keys."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from dossier.i18n import Code, use_language

NAMES: dict[Code, str] = {"fr": "Français", "en": "English"}
_LOCALES: dict[Code, str] = {"fr": "fr_FR", "en": "en_GB"}


class _Spoken:
    """Qt's own words in use, for the one application of a process."""

    words: QTranslator | None = None


def speak(code: Code) -> None:
    """From now on the application speaks this language; windows that are open must be built again."""
    use_language(code)
    QLocale.setDefault(QLocale(_LOCALES[code]))
    app = QApplication.instance()
    if app is None:
        return
    if _Spoken.words is not None:
        app.removeTranslator(_Spoken.words)
    _Spoken.words = QTranslator(app)
    if _Spoken.words.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(_Spoken.words)

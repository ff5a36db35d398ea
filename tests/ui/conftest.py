"""Run without a display, in French, in the light theme."""

import gc
import os
import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from dossier.i18n import Language, language, use_language
from dossier.ui import theme
from dossier.ui.garbage import collect_what_is_due

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when the application is made


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application as it starts, with garbage collected in its thread alone; the theme is put back after."""
    gc.disable()
    collect_what_is_due()
    use_language("fr")
    theme.install(qapp, "light")
    theme.dress()
    yield qapp
    theme.use("light")


def _stretched(found: re.Match[str]) -> str:
    """A word with a third more letters; the name of a value is no word."""
    return found[0] if found[0].startswith("{") else found[0] + "o" * round(len(found[0]) * 0.3)


@pytest.fixture
def stretched(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A French whose words are 30 % longer than they are."""
    polished = Language._polished

    def longer(self: Language, text: str) -> str:
        return re.sub(r"\{[^}]*\}|[^\W\d_]{3,}", _stretched, polished(self, text))

    monkeypatch.setattr(Language, "_polished", longer)
    language.cache_clear()
    use_language("fr")
    yield
    language.cache_clear()
    use_language("fr")

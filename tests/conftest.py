"""No test touches the preferences, the documents or the cache of whoever runs it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from dossier import paths
from dossier.i18n import use_language

# Speed is no test's matter; and what lands is judged on the same examples each time, what is written here on new ones.
settings.register_profile("anywhere", deadline=None)
settings.register_profile("landing", deadline=None, derandomize=True)
settings.load_profile("landing" if os.environ.get("CI") else "anywhere")


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    home = tmp_path / "home"
    monkeypatch.setattr(paths, "user_documents", lambda: home / "Documents")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    use_language("en")
    yield
    use_language("en")

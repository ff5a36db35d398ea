"""No test touches the preferences, the documents or the cache of whoever runs it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier import paths
from dossier.i18n import use_language


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    home = tmp_path / "home"
    monkeypatch.setattr(paths, "user_documents", lambda: home / "Documents")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    use_language("en")
    yield
    use_language("en")

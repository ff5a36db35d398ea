"""The start of the window: nothing heavy is imported before it is needed."""

import os
import subprocess
import sys
from pathlib import Path

from dossier.i18n import language
from dossier.store.edit import Author
from dossier.work.examples import make_example
from tests.factories import NOW

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from dossier.app import build, now
app, window = build(Path(sys.argv[1]), now)
def look():
    assert window.isVisible() and window.pages.here.page == "overview"
    print(*[name for name in {heavy!r} if name in sys.modules])
    print(*[name for name in sys.modules if name.startswith("dossier.ui.records")])
    app.quit()
QTimer.singleShot(50, look)
app.exec()
"""
NOT_AT_START = (
    "babel",
    "reportlab",
    "pyhanko",
    "python_calamine",
    "PySide6.QtPdf",
    "PySide6.QtNetwork",
    "cryptography",
    "pydantic",
    "pydantic_core",
    "platform",
    "socket",
    "html",
    "_hashlib",
    "dossier.work.spool",
)
HEAVY = ("babel", "reportlab", "PySide6.QtPdf", "PySide6.QtNetwork", "sqlite_utils", "pydantic")
LOOK = """
import sys
from dossier.ui import theme
from dossier.ui.widgets import field, page, sidebar, status, table
print(*[name for name in {heavy!r} if name in sys.modules])
"""


def test_the_foundations_import_nothing_heavy() -> None:
    found = subprocess.run([sys.executable, "-c", LOOK.format(heavy=HEAVY)], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []


def test_a_window_is_painted_without_what_it_does_not_show(tmp_path: Path) -> None:
    """The example open on its overview: no PDF, no locale data, no signature, no page of a kind."""
    path = tmp_path / "exemple.dossier"
    make_example("soco", path, Author(), NOW)
    language("fr")  # a catalogue that has changed is compiled once, and this is not what is looked at
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    program = [sys.executable, "-c", WINDOW.format(heavy=NOT_AT_START), str(path)]
    found = subprocess.run(program, capture_output=True, text=True, check=True, env=environment)
    assert found.stdout.split() == []

"""The start of the window: nothing heavy is imported before it is needed."""

import subprocess
import sys

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

"""What the program is made of, and its keys."""

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from dossier import __version__
from dossier.i18n import _
from dossier.ui.dialogs.text import TextDialog
from dossier.ui.widgets.buttons import plain

#: What is delivered with the program, and under which licence.
PARTS = (
    ("PySide6", "LGPL-3.0"),
    ("sqlcipher3", "zlib"),
    ("sqlite-utils", "Apache-2.0"),
    ("pydantic", "MIT"),
    ("reportlab", "BSD-3-Clause"),
    ("pyHanko", "MIT"),
    ("python-calamine", "MIT"),
    ("Babel", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("click", "BSD-3-Clause"),
    ("tzdata", "Apache-2.0"),
    ("font-source-sans-pro", "OFL-1.1"),
)


def show_about(parent: QWidget) -> TextDialog:
    lines = [f"Dossier {__version__} (MIT)", f"Qt {qVersion()} (LGPL-3.0)"]
    lines += [f"{name} {_version(name)} ({licence})" for name, licence in PARTS]
    sentence = _("The GDPR dossier of an organisation, in one file, on this computer. Nothing is sent anywhere.")
    return _opened(TextDialog(parent, _("About Dossier"), sentence, "\n".join(lines)))


def show_keys(parent: QWidget, actions: Iterable[QAction]) -> TextDialog:
    native = QKeySequence.SequenceFormat.NativeText
    keys = [(action.shortcut().toString(native), plain(action.text())) for action in actions]
    lines = [f"{key}\t{words}" for key, words in keys if key]
    sentence = _("Everything can be done without the mouse: Tab moves on, arrows move in lists, Escape closes.")
    dialog = TextDialog(parent, _("Keys"), sentence, "\n".join(lines))
    dialog.text.setTabStopDistance(dialog.fontMetrics().averageCharWidth() * 22)
    return _opened(dialog)


def _opened(dialog: TextDialog) -> TextDialog:
    dialog.open()
    return dialog


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # in a bundle the parts have no metadata
        return ""

"""The system's own dialogs for files."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from dossier.i18n import _
from dossier.paths import user_documents
from dossier.work.files import free_path
from dossier.work.incident_note import SUFFIX

DOSSIER, PDF, ZIP, ICS = ".dossier", ".pdf", ".zip", ".ics"


def ask_for_dossier(parent: QWidget, folder: Path) -> Path | None:
    """A dossier to open."""
    filters = f"{_('Dossiers')} (*{DOSSIER});;{_('All files')} (*)"
    chosen, _filter = QFileDialog.getOpenFileName(parent, _("Open a dossier"), str(folder), filters)
    return Path(chosen) if chosen else None


def ask_for_note(parent: QWidget, folder: Path) -> Path | None:
    """The note of an incident that a colleague sent."""
    filters = f"{_('Notes of incidents')} (*{SUFFIX})"
    chosen, _filter = QFileDialog.getOpenFileName(parent, _("Log the incident of a note"), str(folder), filters)
    return Path(chosen) if chosen else None


def ask_for_notifications(parent: QWidget) -> Path | None:
    """The breaches that the CNIL publishes."""
    filters = f"CSV (*.csv);;{_('All files')} (*)"
    chosen, _filter = QFileDialog.getOpenFileName(parent, _("Read the CNIL's file"), str(user_documents()), filters)
    return Path(chosen) if chosen else None


def ask_where(parent: QWidget, title: str, proposed: Path) -> Path | None:
    """The place of a new file, with the ending of the proposed one; the system asks before it is replaced, and where it
    was asked about another name, without the ending, nothing is."""
    ending = proposed.suffix
    kind = _("Dossiers") if ending == DOSSIER else ending[1:].upper()
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, str(proposed), f"{kind} (*{ending})")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.casefold() == ending else free_path(path.with_name(path.name + ending))

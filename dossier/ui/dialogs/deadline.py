"""The deadline of a breach for the calendar that people look at: offered as soon as an incident is logged."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dossier.errors import DossierError
from dossier.i18n import _, current_language
from dossier.law.breach_clock import clock_in
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.ui.dialogs.files import ICS, ask_where
from dossier.ui.widgets.buttons import Button
from dossier.work.breach_papers import save_calendar

Say = Callable[[str, str], object]
"""Shows a tone and a sentence."""


def deadline_button(
    parent: QWidget, dossier: Dossier, breach: Breach, folder: Path, clock: Callable[[], datetime], say: Say
) -> Button | None:
    """A button that saves the deadline of a breach in a file for calendars; nothing where no clock runs."""
    if not clock_in(dossier, breach).is_running:
        return None
    button = Button(_("Deadline for your calendar…"), "deadlines")
    button.clicked.connect(lambda: save_deadline(parent, dossier, breach, folder, clock(), say))
    return button


def save_deadline(parent: QWidget, dossier: Dossier, breach: Breach, folder: Path, now: datetime, say: Say) -> None:
    """Ask where, and save the deadline of a breach in a file for calendars."""
    target = ask_where(parent, _("Deadline for your calendar"), folder / f"{breach.reference}{ICS}")
    if target is None:
        return
    try:
        save_calendar(dossier, breach, target, current_language(), now)
    except DossierError as error:
        say("major", str(error))
    else:
        say("ok", _("The deadline is in {path}: open it with your calendar.", path=target))

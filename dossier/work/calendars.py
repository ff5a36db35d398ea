"""The deadlines of a dossier in a file for calendars."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from dossier.exchange.calendar import calendar
from dossier.i18n import Language
from dossier.law.due import Due
from dossier.work.files import replaced_when_complete


def export_calendar(deadlines: Iterable[Due], target: Path, say: Language, now: datetime) -> None:
    """Write deadlines as an iCalendar file; an existing one is replaced only when the new one is complete.

    `now` is aware. Raises CannotWrite.
    """
    entries = calendar(deadlines, now, say)
    with replaced_when_complete(target) as file:
        file.write(entries)

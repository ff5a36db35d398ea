"""What leaves the dossier for one breach: the worksheet for the CNIL's form, the deadline for a calendar."""

from datetime import datetime
from pathlib import Path

from dossier.exchange.calendar import breach_calendar
from dossier.i18n import Code, Language
from dossier.law.breach_clock import clock_in
from dossier.law.cnil_form import worksheet
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.report.worksheet import worksheet_pack
from dossier.work.composing import PRODUCER
from dossier.work.export import Exported, written
from dossier.work.files import replaced_when_complete
from dossier.work.printed_at import printed_at


def export_worksheet(dossier: Dossier, breach: Breach, target: Path, lang: Code, now: datetime) -> Exported:
    """Write the worksheet of a breach as a PDF; an existing file is replaced only when the new one is complete.

    `now` is aware: the date that is printed, and whether reasons for a delay are asked for. Raises CannotWrite.
    """
    now = printed_at(now, dossier)
    return written(worksheet_pack(dossier, breach, worksheet(dossier, breach, now), lang, now, PRODUCER), target)


def save_calendar(dossier: Dossier, breach: Breach, target: Path, say: Language, now: datetime) -> None:
    """Write the deadline of a breach as an iCalendar file; raises InvalidInput where none runs, CannotWrite."""
    calendar = breach_calendar(breach, clock_in(dossier, breach), now, say)
    with replaced_when_complete(target) as file:
        file.write(calendar)

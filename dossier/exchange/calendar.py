"""The deadline of a breach as a calendar entry (iCalendar, RFC 5545), for the calendar people look at anyway."""

from collections.abc import Iterator
from datetime import UTC, datetime
from unicodedata import category

from dossier import __version__
from dossier.errors import InvalidInput
from dossier.i18n import N_, Language
from dossier.law.breach_clock import Clock
from dossier.law.data import law_data
from dossier.model.breach import Breach

LONGEST_LINE = 75  # octets, RFC 5545 3.1
_MINUTE = 60


def breach_calendar(breach: Breach, clock: Clock, now: datetime, say: Language) -> bytes:
    """One event at the deadline, with an alarm for each reminder that is still to come and one at the end.

    Nothing but the reference tells which breach it is: calendars are shared. The identifier stays the same, so that a
    later file replaces the entry. Raises InvalidInput where no clock runs.
    """
    if clock.due is None or not clock.is_running:
        raise InvalidInput(_no_clock(breach, say))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Dossier//Dossier {__version__}//{say.code.upper()}"]
    lines += ["METHOD:PUBLISH", *_event(breach, clock.due, now, say), "END:VCALENDAR"]
    return b"".join(_folded(line) for line in lines)


def _event(breach: Breach, due: datetime, now: datetime, say: Language) -> Iterator[str]:
    title = say(N_("{reference}: notify the CNIL"), reference=breach.reference)
    yield "BEGIN:VEVENT"
    yield f"UID:{breach.id}@dossier"
    yield f"DTSTAMP:{_utc(now)}"
    yield f"SEQUENCE:{int(now.timestamp()) // _MINUTE}"  # what is exported later is newer
    yield f"DTSTART:{_utc(due)}"
    yield f"SUMMARY:{_escaped(title)}"
    yield f"DESCRIPTION:{_escaped(_description(say))}"
    yield "CLASS:CONFIDENTIAL"
    yield "TRANSP:TRANSPARENT"
    for hours in law_data("breach_delays")["reminders"]["hours_before"]:
        if not hours or hours * 3600 <= (due - now).total_seconds():
            yield from _alarm(hours, title, say)
    yield "END:VEVENT"


def _alarm(hours: int, title: str, say: Language) -> Iterator[str]:
    left = say(N_("{title} ({n} h left)"), title=title, n=hours) if hours else title
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(left)}"
    yield f"TRIGGER:{f'-PT{hours}H' if hours else 'PT0S'}"
    yield "END:VALARM"


def _description(say: Language) -> str:
    return say(N_("End of the {n} hours of art. 33(1) GDPR."), n=law_data("breach_delays")["notification"]["hours"])


def _no_clock(breach: Breach, say: Language) -> str:
    words = N_("No deadline runs for {reference}: there is nothing to put in a calendar.")
    return say(words, reference=breach.reference)


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """RFC 5545 3.3.11."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return "".join(character for character in text if category(character) != "Cc")


def _folded(line: str) -> bytes:
    """The line cut so that no piece is longer than it may be and no character is cut, each piece ended by CR LF."""
    pieces, piece = [], b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > LONGEST_LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece, b""])

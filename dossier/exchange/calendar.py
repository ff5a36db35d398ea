"""Deadlines as calendar entries (iCalendar, RFC 5545), for the calendar people look at anyway."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from unicodedata import category

from dossier import __version__
from dossier.errors import InvalidInput
from dossier.i18n import N_, Language
from dossier.law.breach_clock import Clock
from dossier.law.deadlines import notification_due
from dossier.law.due import Due
from dossier.model.breach import Breach

LONGEST_LINE = 75  # octets, RFC 5545 3.1
_MINUTE, _HOUR = 60, timedelta(hours=1)


def calendar(deadlines: Iterable[Due], now: datetime, say: Language) -> bytes:
    """One event for each deadline: at its instant, or all day, with an alarm for each reminder still to come.

    Nothing but the reference and what is due tells which it is: calendars are shared. The identifier of an entry stays
    the same, so that a later file replaces it. `now` is aware.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Dossier//Dossier {__version__}//{say.code.upper()}"]
    lines.append("METHOD:PUBLISH")
    for due in deadlines:
        lines += _event(due, now, say)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def breach_calendar(breach: Breach, clock: Clock, now: datetime, say: Language) -> bytes:
    """The end of the 72 hours of a breach as the one event; raises InvalidInput where no clock runs."""
    due = notification_due(breach, clock)
    if due is None:
        words = N_("No deadline runs for {reference}: there is nothing to put in a calendar.")
        raise InvalidInput(say(words, reference=breach.reference))
    return calendar((due,), now, say)


def _event(due: Due, now: datetime, say: Language) -> Iterator[str]:
    title = say(N_("{reference}: {what}"), reference=due.record.reference, what=say(due.matter.short))
    yield "BEGIN:VEVENT"
    yield f"UID:{due.record.id}-{due.matter.code}@dossier"
    yield f"DTSTAMP:{_utc(now)}"
    yield f"SEQUENCE:{int(now.timestamp()) // _MINUTE}"  # what is exported later is newer
    yield _when(due)
    yield f"SUMMARY:{_escaped(title)}"
    yield f"DESCRIPTION:{_escaped(_description(due, say))}"
    yield f"CATEGORIES:{_escaped(say(due.subject.label))}"
    yield "CLASS:CONFIDENTIAL"
    yield "TRANSP:TRANSPARENT"
    for before in due.reminders:
        if not before or before <= _left(due, now):
            yield from _alarm(due, before, title, say)
    yield "END:VEVENT"


def _when(due: Due) -> str:
    """An instant, or a day, which lasts all of it where no end is told (3.6.1)."""
    return f"DTSTART:{_utc(due.at)}" if due.at else f"DTSTART;VALUE=DATE:{due.day.isoformat().replace('-', '')}"


def _left(due: Due, now: datetime) -> timedelta:
    return due.at - now if due.at else timedelta(days=due.days_left(now))


def _alarm(due: Due, before: timedelta, title: str, say: Language) -> Iterator[str]:
    """Days before a whole day are counted from the midnight it begins with."""
    words, n = (N_("{title} ({n} h left)"), before // _HOUR) if due.at else (N_("{title} ({n} d left)"), before.days)
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(say(words, title=title, n=n) if before else title)}"
    yield f"TRIGGER:{f'-PT{before // _HOUR}H' if before else 'PT0S'}"
    yield "END:VALARM"


def _description(due: Due, say: Language) -> str:
    return say(N_("{subject}, {source} GDPR"), subject=say(due.subject.label), source=due.source)


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

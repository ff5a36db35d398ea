"""A time as people say it: "14:05", "hier 18:30", "2026-11-22T14:05+01:00", "il y a 2 h"; no clock is read here."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from dossier.i18n import _

AHEAD = timedelta(minutes=10)
"""A time of today that is no further ahead than that comes from a watch that is fast; else yesterday is meant."""

_DAYS = {
    "aujourd'hui": 0, "today": 0, "hier": 1, "yesterday": 1,
    "avant-hier": 2, "avant hier": 2, "the day before yesterday": 2, "day before yesterday": 2,
}  # fmt: skip
_WEEKDAYS = (
    ("lundi", "monday"), ("mardi", "tuesday"), ("mercredi", "wednesday"), ("jeudi", "thursday"),
    ("vendredi", "friday"), ("samedi", "saturday"), ("dimanche", "sunday"),
)  # fmt: skip
_NOW = ("maintenant", "now")
_AGO = re.compile(r"(?:il y a )?(\d{1,3}) ?(minutes?|mins?|heures?|hours?|h|jours?|days?|j|d)(?: ago)?")
_TIME = re.compile(r"(\d{1,2}) ?(?::|h|heures?)? ?(\d{2})?(?::\d{2}(?:\.\d+)?)? ?(am|pm)?")
_EUROPEAN = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?")
_ZONED = re.compile(r".*\d[t ]\d{1,2}:\d{2}.*(?:z|[+-]\d{2}:?\d{2})")


@dataclass(frozen=True)
class Understood:
    """The instant that words mean, in UTC.

    `other` is the later instant that the same local time may be, on the night when clocks change: the earlier one is
    taken, because it is the prudent one for a deadline; `happens_twice` tells whether that time exists twice, or never.
    `whole_day` where only a day was said: its beginning.
    """

    at: datetime
    other: datetime | None = None
    happens_twice: bool = False
    whole_day: bool = False


def understood(words: str, now: datetime, zone: tzinfo) -> Understood | None:
    """What words typed at `now` mean in `zone`; None where that is not certain. Never later than `now` by a guess."""
    text = " ".join(words.casefold().replace("’", "'").replace("\u202f", " ").split())
    if text in _NOW:
        return Understood(now.astimezone(UTC))
    try:
        return _zoned(text) or _ago(text, now) or _local(text, now.astimezone(zone))
    except (ValueError, OverflowError):
        return None


def doubt(words: str, found: Understood | None, now: datetime, zone: tzinfo) -> str:
    """What is not clear about a time, in a sentence to stand beside it; nothing where all is."""
    if found is None:
        return _("“{words}” is not understood as a time: it is kept as it is, to be corrected.", words=words)
    if found.at > now:
        return _("This time is in the future: it is kept as it is, to be corrected.")
    if found.other is None:
        return ""
    taken, other = (f"UTC{one.astimezone(zone).isoformat()[-6:]}" for one in (found.at, found.other))
    if found.happens_twice:
        return _(
            "This time happens twice that night, when clocks go back: the earlier one is taken ({taken}, not {other}).",
            taken=taken,
            other=other,
        )
    return _(
        "This time does not exist that night, when clocks go forward: {time} is taken.",
        time=f"{found.at.astimezone(zone):%H:%M}",
    )


def _zoned(text: str) -> Understood | None:
    """An instant with its offset: it says everything itself."""
    return Understood(datetime.fromisoformat(text.upper()).astimezone(UTC)) if _ZONED.fullmatch(text) else None


def _ago(text: str, now: datetime) -> Understood | None:
    found = _AGO.fullmatch(text)
    if not found or not ("il y a" in text or "ago" in text):
        return None
    unit = {"m": "minutes", "h": "hours", "j": "days", "d": "days"}[found[2][0]]
    return Understood((now - timedelta(**{unit: int(found[1])})).astimezone(UTC))


def _local(text: str, now: datetime) -> Understood | None:
    """A day, a time, or both."""
    for day, rest in _beginnings(text, now.date()):
        rest = re.sub(r"^(?:t|,|à|a|at|vers)? ?(?=\d|$)", "", rest.strip())
        if not rest and day:
            return Understood(_instants(datetime.combine(day, time()), now.tzinfo)[0], whole_day=True)
        at = _time(rest)
        if at is not None:
            return _at(day, at, now)
    return None


def _beginnings(text: str, today: date) -> list[tuple[date | None, str]]:
    """Each day that the text may begin with, and what follows; none at all comes last."""
    found: list[tuple[date | None, str]] = [
        (today - timedelta(days=ago), text[len(words) :]) for words, ago in _DAYS.items() if text.startswith(words)
    ]
    for number, names in enumerate(_WEEKDAYS):
        ago = (today.weekday() - number) % 7 or 7
        found += [(today - timedelta(days=ago), text[len(name) :]) for name in names if text.startswith(name)]
    if re.match(r"\d{4}-\d{2}-\d{2}", text):
        found.append((date.fromisoformat(text[:10]), text[10:]))
    if european := _EUROPEAN.match(text):
        found.append((_european(european, today), text[european.end() :]))
    return [*found, (None, text)]


def _european(found: re.Match[str], today: date) -> date:
    """22/11/2026, or the last 22/11 there was."""
    day, month = int(found[1]), int(found[2])
    if found[3]:
        return date(int(found[3]), month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year <= today else date(today.year - 1, month, day)


def _time(text: str) -> time | None:
    found = _TIME.fullmatch(text)
    if not found or not (found[2] or found[3] or "h" in text):
        return None
    hour = int(found[1])
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    return time(hour, int(found[2] or 0))


def _at(day: date | None, at: time, now: datetime) -> Understood:
    local = datetime.combine(day or now.date(), at)
    instants = _instants(local, now.tzinfo)
    if day is None and instants[0] > now + AHEAD:
        local -= timedelta(days=1)
        instants = _instants(local, now.tzinfo)
    if len(instants) == 1:
        return Understood(instants[0])
    exists = instants[0].astimezone(now.tzinfo).replace(tzinfo=None) == local
    return Understood(instants[0], instants[1], happens_twice=exists)


def _instants(local: datetime, zone: tzinfo | None) -> tuple[datetime, ...]:
    """What a local time may be: one instant, two in their order where it happens twice, or never."""
    return tuple(sorted({local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}))

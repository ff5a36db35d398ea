"""A value as text and back: the same words on screen, in a PDF and in a spreadsheet.

Dates are 25/11/2026 in French and 2026-11-25 in English; both are understood in both. Several values stand one a line.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from dossier.i18n import N_, NBSP, Language
from dossier.model.fields import Field
from dossier.model.record import (
    Compound,
    Duration,
    Knowledge,
    Known,
    KnownMoment,
    KnownNumber,
    Moment,
    Precision,
    Record,
    Term,
    Unit,
)
from dossier.model.vocabulary import Answer, Clause

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_HOURS_UP_TO = timedelta(days=4)

AnyTerm = TypeVar("AnyTerm", bound=Term)

Label = Callable[[str], str]
"""What a reference is shown as: identifier to words."""

_MARKS = re.compile("[\u0300-\u036f]")
_DATE = re.compile(r"(?:(\d{1,2})/(\d{1,2})/(\d{4})|(\d{4})-(\d{2})-(\d{2}))$")
_MONTH = re.compile(r"(?:(\d{1,2})/(\d{4})|(\d{4})-(\d{2}))$")
_MOMENT = re.compile(r"(\S+) (\d{1,2}):(\d{2})(?: \(([^,()]+)(?:, UTC([+-]\d{2}:\d{2}))?\))?$")
_UNITS = {
    Unit.HOUR: (N_("{n} hour"), N_("{n} hours")),
    Unit.DAY: (N_("{n} day"), N_("{n} days")),
    Unit.MONTH: (N_("{n} month"), N_("{n} months")),
    Unit.YEAR: (N_("{n} year"), N_("{n} years")),
}


def fold(text: str) -> str:
    """Without accents, case, ligatures and typographic apostrophes: what search and label matching compare."""
    text = text.casefold()
    if not text.isascii():
        text = text.replace("œ", "oe").replace("æ", "ae").replace("’", "'")
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return text


def clean(text: str) -> str:
    """What can be stored as text: no NUL, no lone surrogate."""
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def text_of(value: Any, say: Language, label: Label = str) -> str:
    """Any value of a record in words; `label` names what references lead to; nothing is ""."""
    if isinstance(value, tuple):
        return "\n".join(text_of(one, say, label) for one in value)
    if value is None or isinstance(value, Compound | Term):
        return "" if value is None else _compound_or_term(value, say)
    if isinstance(value, bool):
        return say(N_("Yes")) if value else say(N_("No"))
    if isinstance(value, date):
        return date_text(value, say)
    return str(value)


def field_text(record: Record, field: Field, say: Language, label: Label) -> str:
    """The value of one field in words; references through `label`, where "" leaves one out."""
    value = getattr(record, field.name)
    if field.is_reference and value:
        return "\n".join(filter(None, map(label, value if field.many else (value,))))
    return text_of(value, say)


def date_text(day: date, say: Language) -> str:
    return f"{day:%d/%m/%Y}" if say.code == "fr" else day.isoformat()


def moment_text(moment: Moment, say: Language) -> str:
    """An instant in the zone it was lived in; its offset is said where the local time is ambiguous."""
    local = moment.at.astimezone(zone(moment.zone))
    if moment.precision is Precision.MONTH:
        return f"{local:%m/%Y}" if say.code == "fr" else f"{local:%Y-%m}"
    day = date_text(local.date(), say)
    if moment.precision is Precision.DAY:
        return day
    place = moment.zone.removeprefix("Europe/")
    offset = f", UTC{offset_text(local)}" if _ambiguous(local) else ""
    return f"{day} {local:%H:%M} ({place}{offset})"


def happens_twice(moment: Moment) -> bool:
    """Whether its local time is also that of another instant, on the night when clocks go back."""
    return moment.precision is Precision.MINUTE and _is_told_twice(moment.at, moment.zone)


@lru_cache(maxsize=8192)
def _is_told_twice(at: datetime, place: str) -> bool:
    """Kept: every breach of a log is asked again after each edit."""
    return _ambiguous(at.astimezone(zone(place)))


def offset_text(local: datetime) -> str:
    """The offset of an aware time from UTC, +02:00."""
    return local.isoformat(timespec="minutes")[-6:]


def zone(name: str) -> "ZoneInfo":
    """The IANA zone; an unknown name is UTC, so that an old record can always be shown."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # loads the configuration of Python itself

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def number_text(number: int, say: Language) -> str:
    """A count with its thousands apart."""
    return f"{number:,}".replace(",", "\u202f" if say.code == "fr" else ",")


def days_left_text(left: int, say: Language) -> str:
    """How far off a day is, from the days until it, negative once it is over: “in 4 d”, “today”, “1,398 d late”."""
    if left == 0:
        return say(N_("today"))
    days = number_text(abs(left), say)
    return say(N_("in {n} d"), n=days) if left > 0 else say(N_("{n} d late"), n=days)


def hours_text(length: timedelta, say: Language) -> str:
    """A length of time: “54 h 40”, “3 h”, “20 min”; never less than a minute."""
    hours, minutes = hours_and_minutes(length)
    if not hours:
        return say(N_("{n} min"), n=minutes).replace(" ", NBSP)
    words = say(N_("{hours} h {minutes:02}"), hours=hours, minutes=minutes) if minutes else say(N_("{n} h"), n=hours)
    return words.replace(" ", NBSP)


def length_text(length: timedelta, say: Language) -> str:
    """Hours and minutes, or days where there are many."""
    if length < _HOURS_UP_TO:
        return hours_text(length, say)
    return say.plural("{n} day", "{n} days", round(length / timedelta(days=1))).replace(" ", NBSP)


def hours_and_minutes(length: timedelta) -> tuple[int, int]:
    """Whole hours and minutes; a length under a minute is one."""
    return divmod(max(length // timedelta(minutes=1), 1), 60)


def decimal_text(number: float, say: Language) -> str:
    """A number as short as it is exact, 2.25 or 2,25."""
    return f"{number:g}".replace(".", "," if say.code == "fr" else ".")


def _compound_or_term(value: Compound | Term, say: Language) -> str:
    match value:
        case Term():
            return say(value.label)
        case Moment():
            return moment_text(value, say)
        case Duration():
            return say.plural(*_UNITS[value.unit], value.count)
        case Clause():
            state = say(value.state.label)
            return f"{state} ({value.where})" if value.where else state
        case KnownNumber() | KnownMoment():
            return _known_text(value, say)
    raise TypeError(type(value))


def _known_text(known: Known, say: Language) -> str:
    def one(value: int | Moment | None) -> str:
        return number_text(value, say) if isinstance(value, int) else text_of(value, say)

    match known.state:
        case Knowledge.UNKNOWN:
            return say(N_("not known yet"))
        case Knowledge.ABOUT:
            return say(N_("about {value}"), value=one(known.value))
        case Knowledge.RANGE:
            return say(N_("between {low} and {high}"), low=one(known.value), high=one(known.to))
    return one(known.value)


def _ambiguous(local: datetime) -> bool:
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def parse(text: str, field: Field, say: Language) -> Any:
    """The value that `text` says for a field that is no reference; raises ValueError with nothing but the text.

    An empty text is nothing: None, (), or "".
    """
    if field.many:
        return tuple(_parse_one(line.strip(), field.type, say) for line in text.splitlines() if line.strip())
    if field.type is str:
        return clean(text)
    return _parse_one(text.strip(), field.type, say) if text.strip() else None


def _parse_one(text: str, type_: Any, say: Language) -> Any:
    if type_ is str:
        return clean(text)
    if issubclass(type_, Term):
        return parse_term(text, type_, say)
    if type_ is bool:
        return _parse_bool(text, say)
    if type_ is int:
        return parse_number(text)
    if type_ is date:
        return parse_date(text)
    return _parse_compound(text, type_, say)


def parse_date(text: str) -> date:
    """25/11/2026 or 2026-11-25."""
    found = _DATE.match(text.strip())
    if not found:
        raise ValueError(text)
    day, month, year = (found[1], found[2], found[3]) if found[3] else (found[6], found[5], found[4])
    return date(int(year), int(month), int(day))


def parse_number(text: str) -> int:
    """A whole number, thousands apart or not."""
    return int(re.sub(r"[\s\u00a0\u202f,]", "", text))


def parse_term(text: str, terms: type[AnyTerm], say: Language) -> AnyTerm:
    """A code or a label, whatever its case and accents."""
    wanted = fold(text).replace("\u00a0", " ")
    for term in terms:
        if wanted in (fold(term.value), fold(say(term.label)).replace("\u00a0", " "), fold(term.label)):
            return term
    raise ValueError(text)


def parse_moment(text: str, default_zone: str = "Europe/Paris") -> Moment:
    """A month, a day, or a minute with its zone, as `moment_text` writes them."""
    text = text.strip()
    if found := _MOMENT.match(text):
        place = found[4] or default_zone
        name = place if "/" in place or place == "UTC" else f"Europe/{place}"
        day = parse_date(found[1])
        local = datetime(day.year, day.month, day.day, int(found[2]), int(found[3]), tzinfo=zone(name))
        if found[5] and offset_text(local) != found[5]:
            local = local.replace(fold=1)
        return Moment(at=local, zone=name, precision=Precision.MINUTE)
    if found := _MONTH.match(text):
        month, year = (found[1], found[2]) if found[2] else (found[4], found[3])
        return _start_of(date(int(year), int(month), 1), default_zone, Precision.MONTH)
    return _start_of(parse_date(text), default_zone, Precision.DAY)


def _start_of(day: date, zone_name: str, precision: Precision) -> Moment:
    local = datetime(day.year, day.month, day.day, tzinfo=zone(zone_name))
    return Moment(at=local, zone=zone_name, precision=precision)


def _parse_bool(text: str, say: Language) -> bool:
    words = {
        fold(say(N_("Yes"))): True,
        fold(say(N_("No"))): False,
        "oui": True,
        "non": False,
        "yes": True,
        "no": False,
    }
    if fold(text) not in words:
        raise ValueError(text)
    return words[fold(text)]


def _parse_compound(text: str, type_: Any, say: Language) -> Any:
    if type_ is Moment:
        return parse_moment(text)
    if type_ is Duration:
        return _parse_duration(text, say)
    if type_ is Clause:
        state, _separator, where = text.partition(" (")
        return Clause(state=parse_term(state, Answer, say), where=clean(where[:-1] if where else ""))
    return _parse_known(text, type_, say)


def _parse_duration(text: str, say: Language) -> Duration:
    for unit, (one, many) in _UNITS.items():
        for pattern in {say.plural(one, many, n).replace(str(n), "{n}") for n in (0, 1, 2)}:
            words = pattern.replace("{n}", "").strip()
            if fold(text).endswith(fold(words)):
                return Duration(count=parse_number(text[: len(text) - len(words)]), unit=unit)
    raise ValueError(text)


def _parse_known(text: str, type_: Any, say: Language) -> Any:
    inner: Callable[[str], Any] = parse_moment if type_ is KnownMoment else parse_number
    if fold(text) == fold(say(N_("not known yet"))):
        return type_(state=Knowledge.UNKNOWN)
    if found := _template(say(N_("between {low} and {high}"))).match(text):
        return type_(value=inner(found["low"]), to=inner(found["high"]), state=Knowledge.RANGE)
    if found := _template(say(N_("about {value}"))).match(text):
        return type_(value=inner(found["value"]), state=Knowledge.ABOUT)
    return type_(value=inner(text))


def _template(words: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(words)) + "$", re.IGNORECASE)

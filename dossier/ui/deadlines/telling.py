"""A deadline in words, the same in the list, in a month, on the overview; nothing here touches a widget."""

from datetime import datetime

from dossier.i18n import N_, Language
from dossier.law.due import Due, Horizon
from dossier.law.request_words import weekday_text
from dossier.model.text import days_left_text, zone
from dossier.ui.desk import Desk
from dossier.ui.navigation import place_of
from dossier.ui.tokens import ToneName

_MANY_HOURS = 72
_DAY = 86_400


def tone_of(due: Due, now: datetime) -> ToneName | None:
    """Late where the law or the authority set the day weighs more than late on a day of one's own."""
    if due.is_late(now):
        return "blocking" if due.matter.outside else "major"
    return "minor" if due.horizon(now) is Horizon.WEEK else None


def icon_of(tone: ToneName | None) -> str:
    """The outline that says the same as the tone."""
    return "clock" if tone in (None, "minor") else tone


def left_words(due: Due, now: datetime, say: Language) -> str:
    """“in 54 h”, “in 4 d”, “today”, “3 d late”."""
    if due.at:
        hours = int(abs((due.at - now).total_seconds()) // 3600)
        if hours < _MANY_HOURS:
            return say(N_("{n} h late") if due.is_late(now) else N_("in {n} h"), n=hours)
    return days_left_text(due.days_left(now), say)


def day_words(due: Due, say: Language) -> str:
    """The day with its weekday, and the time where it has one."""
    day = weekday_text(due.day, say)
    if due.at is None:
        return day
    time = f"{due.at.astimezone(zone(due.zone)):%H:%M}"
    return say(N_("{day}, {time}"), day=day, time=time)


def beside_words(due: Due, say: Language) -> str:
    """What stands below its sentence: reference, and what is known of the last time."""
    return " · ".join(filter(None, (due.record.reference, due.told(say))))


def spoken(due: Due, now: datetime, say: Language) -> str:
    """Everything that a row shows."""
    told = (due.sentence(say), left_words(due, now, say), day_words(due, say), beside_words(due, say), due.source)
    return ", ".join(filter(None, told))


def go_to(desk: Desk, due: Due) -> None:
    """Go to the record and the field; a record that is gone meanwhile changes nothing."""
    record = desk.dossier.get(due.record.id)
    if record is not None:
        desk.go_to_place(place_of(record, desk.dossier, due.field))

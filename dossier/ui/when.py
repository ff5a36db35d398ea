"""Instants in words, short enough for a list: the time today, yesterday, then the date."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from dossier.i18n import N_, Language
from dossier.model.text import date_text


def time_text(at: datetime, now: datetime) -> str:
    """Hours and minutes where `now` is."""
    return f"{at.astimezone(now.tzinfo):%H:%M}"


def when_text(at: datetime, now: datetime, say: Language) -> str:
    day = at.astimezone(now.tzinfo).date()
    if day == now.date():
        return time_text(at, now)
    return say(N_("yesterday")) if (now.date() - day).days == 1 else date_text(day, say)


def instant_words(at: datetime, now: datetime, say: Language) -> str:
    """Day and time, whatever the day."""
    return f"{date_text(at.astimezone(now.tzinfo).date(), say)} {time_text(at, now)}"


def long_date(day: date, say: Language) -> str:
    """Monday 23 November 2026: the names of days and months are Qt's, which are loaded anyway."""
    locale = QLocale("fr_FR" if say.code == "fr" else "en_GB")
    words = locale.toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")
    return words[:1].upper() + words[1:]

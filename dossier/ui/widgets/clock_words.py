"""A breach's clock in words, the same wherever the window shows it: what is left first, the exact deadline after."""

from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QLocale

from dossier.i18n import N_, Language
from dossier.law.breach_clock import Clock, Phase
from dossier.law.data import law_data
from dossier.model.record import Moment
from dossier.model.text import date_text, hours_and_minutes, length_text, moment_text, zone
from dossier.ui.tokens import Ink

SOON, VERY_SOON = timedelta(hours=24), timedelta(hours=6)
_STANDS: dict[Phase, tuple[str, Ink]] = {
    Phase.UNKNOWN: (N_("When one became aware is not said yet: no clock runs"), "check"),
    Phase.SUSPICION: (N_("Suspicion: no clock runs"), "info"),
    Phase.DISMISSED: (N_("Suspicion dismissed"), "none"),
    Phase.NOTIFIED: (N_("Notified to the CNIL"), "ok"),
    Phase.NOT_NOTIFIED: (N_("Not notified, with reasons"), "info"),
    Phase.ALERTING: (N_("Alert each controller without undue delay, art. 33(2)"), "minor"),
    Phase.ALERTED: (N_("The controllers are alerted"), "ok"),
}


def left_words(clock: Clock, now: datetime, say: Language) -> str:
    """“54 h 40 left of 72 h”, “3 h 05 late”; where no clock runs, how things stand."""
    return f"{amount_words(clock, now, say)} {rest_words(clock, now, say)}".strip()


def amount_words(clock: Clock, now: datetime, say: Language) -> str:
    """The figure that is read first, “54 h 40”; nothing where no clock runs."""
    return length_text(abs(clock.left(now)), say) if clock.is_running else ""


def rest_words(clock: Clock, now: datetime, say: Language) -> str:
    """What stands after the figure: “left of 72 h”, “late”; where no clock runs, how things stand."""
    if not clock.is_running:
        return _standing(clock, say)
    if clock.is_late(now):
        return say(N_("late"))
    hours, minutes = hours_and_minutes(clock.left(now))
    total = law_data("breach_delays")["notification"]["hours"]
    return say.plural("left of {total} h", "left of {total} h", hours or minutes, total=total)


def deadline_words(clock: Clock, say: Language) -> str:
    """The exact deadline, “Wed 25 Nov 2026, 16:20 (Paris)”; nothing where there is none."""
    return instant_in_full(clock.due, clock.zone, say) if clock.due else ""


def due_words(clock: Clock, now: datetime, say: Language) -> str:
    """The line under the clock: until when to notify, that the deadline has passed, or when it was notified."""
    if clock.notified:
        return say(N_("Notified {moment}"), moment=instant_in_full(clock.notified, clock.zone, say))
    if not clock.is_running:
        return ""
    words = N_("Deadline passed: {moment}") if clock.is_late(now) else N_("To be notified by {moment}")
    return say(words, moment=deadline_words(clock, say))


def regulation_words(clock: Clock, say: Language) -> str:
    """The end of the period by Regulation 1182/71, as information with its source; nothing where there is none."""
    if clock.regulation_due is None:
        return ""
    return say(
        N_("For information: by {article}, the period ends {moment}. The CNIL’s position on this is not verified."),
        article=law_data("breach_delays")["end_of_period"]["article"],
        moment=instant_in_full(clock.regulation_due, clock.zone, say),
    )


def tone_of(clock: Clock, now: datetime) -> Ink:
    """Calm while there is time, clear when late: the ink of the clock, its tint and bar where it is a tone."""
    if not clock.is_running:
        return "minor" if clock.on_time is False else _STANDS[clock.phase][1]
    left = clock.left(now)
    if left < timedelta():
        return "blocking"
    return "major" if left <= VERY_SOON else "minor" if left <= SOON else "accent"


def instant_in_full(at: datetime, zone_name: str, say: Language) -> str:
    """An instant with its weekday and zone; its offset where the local time happens twice."""
    moment = Moment(at=at, zone=zone_name)
    day = at.astimezone(zone(zone_name)).date()
    time = moment_text(moment, say).removeprefix(date_text(day, say)).strip()
    locale = QLocale("fr_FR" if say.code == "fr" else "en_GB")
    return say(
        N_("{day}, {time}"), day=locale.toString(QDate(day.year, day.month, day.day), "ddd d MMM yyyy"), time=time
    )


def _standing(clock: Clock, say: Language) -> str:
    if clock.on_time is None:
        return say(_STANDS[clock.phase][0])
    return say(N_("Notified to the CNIL in time")) if clock.on_time else say(N_("Notified to the CNIL late"))

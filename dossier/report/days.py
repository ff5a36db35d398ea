"""Days as running text names them: 22 November 2026."""

from datetime import date

from dossier.i18n import N_, Language

_MONTHS = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June")),
    *(N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December")),
)


def day_in_words(day: date, say: Language) -> str:
    return say.plural("{n} {month}", "{n} {month}", day.day, month=month_in_words(day, say))


def month_in_words(day: date, say: Language) -> str:
    return f"{say(_MONTHS[day.month - 1])} {day.year}"

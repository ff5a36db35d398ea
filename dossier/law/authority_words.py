"""An exchange with the authority in words, the same in the window and in a document."""

from datetime import date

from dossier.i18n import N_, Language
from dossier.law.authority_clock import ExchangeClock, is_over
from dossier.law.request_words import weekday_text
from dossier.model.evidence import AuthorityQuestion
from dossier.model.text import date_text, number_text
from dossier.model.vocabulary_pack import PackPart
from dossier.model.vocabulary_procedures import ExchangeOutcome


def standing_words(clock: ExchangeClock, today: date, say: Language) -> str:
    """How it stands on a day: “9 days left”, “3 days late”, “Every question is answered”, “Closed”."""
    exchange = clock.exchange
    if is_over(exchange):
        known = exchange.outcome if exchange.outcome is not ExchangeOutcome.OPEN else None
        return say((known or ExchangeOutcome.CLOSED).label)
    if not clock.awaits:
        return say(N_("Every question is answered"))
    left = clock.days_left(today)
    if left is None:
        return say(N_("No day to answer is written"))
    if left < 0:
        return say.plural("{n} day late", "{n} days late", -left)
    return say.plural("{n} day left", "{n} days left", left) if left else say(N_("To be answered today"))


def due_words(clock: ExchangeClock, say: Language) -> str:
    """By which day the next answer is due; nothing where none is."""
    return say(N_("Answer due {day}"), day=weekday_text(clock.due, say)) if clock.due else ""


def progress_words(clock: ExchangeClock, say: Language) -> str:
    """How many questions are answered."""
    n, total = clock.answered, len(clock.questions)
    if not total:
        return say(N_("No question entered"))
    return say.plural("{n} of {total} answered", "{n} of {total} answered", n, total=number_text(total, say))


def part_words(part: PackPart, say: Language) -> str:
    """A part of the pack with its number, which it keeps in every pack."""
    return say(N_("{n}. {part}"), n=part_number(part), part=say(part.label))


def part_number(part: PackPart) -> int:
    return list(PackPart).index(part) + 1


def answered_words(question: AuthorityQuestion, say: Language) -> str:
    """When a question was answered, or that it is not."""
    if question.answered_on is None:
        return say(N_("Not answered"))
    return say(N_("Answered on {day}"), day=date_text(question.answered_on, say))

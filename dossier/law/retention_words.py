"""The retention schedule in words, the same in the window and in a document; each takes the language to say it in."""

from dossier.i18n import N_, Language
from dossier.law.data import law_sources, said
from dossier.law.retention_schedule import ScheduleRow, Yardstick
from dossier.law.transfer_words import origin_words
from dossier.model.activity import Retention
from dossier.model.measure import Operation
from dossier.model.text import date_text, fold, text_of
from dossier.model.vocabulary import RetentionTrigger

_SEPARATOR = N_("; ")


def kept_words(row: ScheduleRow, say: Language) -> str:
    """What is kept: as the retention calls it, else its data."""
    data = say(_SEPARATOR).join(one.title or one.reference for one in row.data)
    return (row.retention and row.retention.name) or data or say(N_("All the data of the activity"))


def period_words(retention: Retention | None, say: Language) -> str:
    """How long: the duration, else the criterion, else the words of the source; "" where nothing says it."""
    if retention is None:
        return ""
    if retention.duration:
        return text_of(retention.duration, say)
    return retention.criterion or (say(N_("“{text}”"), text=retention.raw_text) if retention.raw_text else "")


def start_words(retention: Retention | None, say: Language) -> str:
    """From when it runs, with the words of the organisation where it has any; "" where nothing says it."""
    if retention is None:
        return ""
    listed = retention.trigger and retention.trigger is not RetentionTrigger.EVENT
    label = say(retention.trigger.label) if retention.trigger and listed else ""
    own = retention.trigger_text
    return own if fold(own).startswith(fold(label)) else say(_SEPARATOR).join(filter(None, (label, own)))


def yardstick_words(yardstick: Yardstick, say: Language) -> str:
    """“At least 10 years”, “at most 3 years”, “not kept”."""
    if not yardstick.duration.count:
        return say(N_("not kept"))
    words = N_("at least {duration}") if yardstick.period.is_minimum else N_("at most {duration}")
    return say(words, duration=text_of(yardstick.duration, say))


def yardsticks_words(row: ScheduleRow, say: Language) -> str:
    """Every minimum and reference value of a row; one that the dossier sets for itself is marked."""
    return say(_SEPARATOR).join(_marked(one, say) for one in row.yardsticks)


def _marked(yardstick: Yardstick, say: Language) -> str:
    words = yardstick_words(yardstick, say)
    is_own = yardstick.value is not None and yardstick.value.setting is not None
    return say(N_("{words} (set in this dossier)"), words=words) if is_own else words


def whole_yardstick(yardstick: Yardstick, say: Language) -> str:
    """A reference with its value, its phase, its starting point and the text that sets it."""
    reference, period = yardstick.reference, yardstick.period
    words = N_("{name}: {value} ({phase}; from: {start})")
    return say(
        words,
        name=said(reference.name, say),
        value=yardstick_words(yardstick, say),
        phase=say(period.phase.label),
        start=say(period.trigger.label),
    )


def basis_words(yardstick: Yardstick, say: Language) -> str:
    """The text that sets it, what is to be known of it, where it comes from, when it was checked."""
    reference = yardstick.reference
    legal = say(N_("{text}."), text=reference.legal.rstrip(".")) if reference.legal else ""
    note = said(reference.note, say) if reference.note else ""
    own = yardstick.value.words(say) if yardstick.value and yardstick.value.setting else ""
    return " ".join(filter(None, (own, legal, note, origin_words(reference.origin, say))))


def purge_words(purge: Operation, say: Language) -> str:
    """When a purge was done, and whether a document proves it."""
    day = date_text(purge.done_on, say) if purge.done_on else ""
    return say(N_("{day}, with a document") if purge.evidence else N_("{day}, without a document"), day=day)


def checked_words(say: Language) -> str:
    """The day of the reference values that are relied on."""
    day = next(one.checked for one in law_sources() if one.name == "retention_references")
    return say(N_("Reference values of {day}."), day=date_text(day, say))

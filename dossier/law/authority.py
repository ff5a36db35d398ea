"""What the law and the CNIL's charter say of each kind of exchange with the authority."""

from typing import NamedTuple

from dossier.i18n import N_, Language
from dossier.law.data import Origin, Words, law_data, origin_of, said
from dossier.law.transfer_words import origin_words
from dossier.model.vocabulary_procedures import InspectionType


class Rule(NamedTuple):
    """One sentence, and whether it was read in its source on the day of the data."""

    words: Words
    verified: bool


class ExchangeLaw(NamedTuple):
    """Of one kind of exchange: its article, its rules, whether minutes are drawn up of it and whether its answer is
    handed over in writing."""

    article: str
    rules: tuple[Rule, ...]
    origin: Origin
    has_minutes: bool
    in_writing: bool


def law_of(type_: InspectionType) -> ExchangeLaw:
    """What is known of a kind of exchange; raises InvalidInput where the legal data are damaged."""
    data = law_data("authority_inspections")
    entry = data["types"][type_.value]
    rules = tuple(Rule(one["item"], one["verified"]) for one in entry["rules"])
    return ExchangeLaw(entry["article"], rules, origin_of(data, entry), entry["minutes"], entry["in_writing"])


def warning_days() -> int:
    """From so many days before its end a delay presses: a setting of Dossier."""
    days: int = law_data("authority_inspections")["warning"]["days"]
    return days


def rules_words(law: ExchangeLaw, say: Language) -> str:
    """The rules one after the other; those that were not read again say so."""
    unread = N_("{rule} (not verified)")
    told = [said(rule.words, say) for rule in law.rules]
    marked = [one if rule.verified else say(unread, rule=one) for one, rule in zip(told, law.rules, strict=True)]
    return " ".join(marked)


def source_words(law: ExchangeLaw, say: Language) -> str:
    """The article, where the rules come from, and when they were checked."""
    return f"{law.article} · {origin_words(law.origin, say)}"

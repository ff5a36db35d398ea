"""What a check is and what it finds: computed from a snapshot and the present, never stored, never a verdict.

A check looks at one record of its kind with the whole dossier around it. What it finds speaks of the dossier ("the
dossier shows no notification"), names the values it used, the fields they stand in, and the article.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from dossier.checks.view import View
from dossier.i18n import N_, Language
from dossier.law.data import Named, said
from dossier.law.settings import ReferenceValue
from dossier.model.countries import Country
from dossier.model.fields import field_of
from dossier.model.record import Record, Term
from dossier.model.text import text_of


class Severity(Term):
    """How much a finding weighs, the heaviest first; blocking says what the dossier does not show, never a verdict."""

    __source__ = "Dossier"
    BLOCKING = "blocking", N_("Blocking")
    MAJOR = "major", N_("Major")
    MINOR = "minor", N_("Minor")
    TO_CHECK = "to_check", N_("To check")
    INFO = "info", N_("Information")


class Found(NamedTuple):
    """What a check found in a record: the fields concerned, and the values that its sentence names or rests on.

    `sentence` and `severity` stand for those of the check where this case differs.
    """

    fields: tuple[str, ...] = ()
    values: Mapping[str, Any] = MappingProxyType({})
    sentence: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, eq=False)
class Check:
    """A rule with its identifier (for ever), the kind it looks at, its weight, its source and its sentence.

    `find` gets the view and a record of that kind: only where the field `given` is filled, if there is one, or holds
    one of the values `being`. Without that there is nothing to say, and of most records nothing is.
    """

    id: str
    kind: type[Record]
    severity: Severity
    article: str
    sentence: str
    find: Callable[[View, Any], Iterator[Found]]
    given: str = ""
    being: tuple[object, ...] = ()


class Finding(NamedTuple):
    """Something missing or contradictory in one record."""

    check: Check
    record: Record
    found: Found

    @property
    def severity(self) -> Severity:
        return self.found.severity or self.check.severity

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields where it can be mended, the first one first."""
        return self.found.fields

    def article(self, say: Language) -> str:
        """What asks for it: articles of the GDPR unless another text is named."""
        return say(self.check.article)

    @property
    def references(self) -> tuple[ReferenceValue, ...]:
        """The values that the law leaves open and that it rests on."""
        return tuple(one for one in self.found.values.values() if isinstance(one, ReferenceValue))

    def sentence(self, say: Language) -> str:
        """What was found, in words, with the record and the values it rests on: long texts cut, lists shortened."""
        sentence = say(self.found.sentence or self.check.sentence)
        values = {"record": self._handle(say), **{name: _words(one, say) for name, one in self.found.values.items()}}
        quoted = {name: say.within_quotes(values[name]) for name in _QUOTED.findall(sentence)}
        words = sentence.format(**{**values, **quoted})
        return (words[:1].upper() + words[1:]).replace("….", "…")

    def _handle(self, say: Language) -> str:
        """What a record of a log is called, in few words: who asked for something stays unnamed."""
        return self.record.reference or _cut(self.record.title, _LONGEST_ITEM) or say(self.record.kind.label)


@cache
def labels(kind: type[Record], names: tuple[str, ...]) -> tuple["Label", ...]:
    """The labels of fields, to be said in the language of whoever reads."""
    return tuple(Label(field_of(kind, name).show.label) for name in names)


@dataclass(frozen=True)
class Label:
    """A text of the program among the values of a finding."""

    msgid: str


_QUOTED = re.compile(r"[«“]\s*\{(\w+)\}")
_LONGEST_TEXT = 110
_LONGEST_ITEM = 60  # of a list
_LONGEST_LIST = 140
_FEW = 5  # of a list too long to be read, so many are named


def _words(value: object, say: Language, longest: int = _LONGEST_TEXT) -> str:
    if isinstance(value, Named):
        return _cut(said(value, say), longest)
    if isinstance(value, tuple):
        items = [_words(one, say, _LONGEST_ITEM if len(value) > 1 else longest) for one in value]
        return _listed(items, say)
    if isinstance(value, Label):
        return _inside(say(value.msgid))
    if isinstance(value, ReferenceValue):
        return text_of(value.duration, say)
    if isinstance(value, Term) and not isinstance(value, Country):
        return _inside(text_of(value, say))
    if isinstance(value, Record):
        return _cut(value.title or value.reference, longest)
    return _cut(text_of(value, say), longest).rstrip(".;:, ")


def _listed(words: list[str], say: Language) -> str:
    """All of them, or the first ones and how many others."""
    said = ", ".join(words)
    others = len(words) - _FEW
    if others < 2 or len(said) <= _LONGEST_LIST:
        return said
    return say(N_("{some} and {n} others"), some=", ".join(words[:_FEW]), n=others)


def _inside(label: str) -> str:
    """A label as it stands inside a sentence; initials and names of two words keep their capitals."""
    first, _space, rest = label.partition(" ")
    is_name = first[1:2].isupper() or rest[:1].isupper()
    return label if is_name else label[:1].lower() + label[1:]


def _cut(text: str, longest: int) -> str:
    """A text on one line, cut after a word where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"

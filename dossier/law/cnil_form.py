"""The worksheet for the CNIL's online form: each question in its order and words, with what the dossier answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dossier.i18n import N_, Language
from dossier.law.cnil_answers import ANSWERS, AnswerState, Found, plain
from dossier.law.cnil_facts import Facts, facts_of
from dossier.law.data import law_data, named
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.text import date_text


@dataclass(frozen=True)
class Question:
    """A field of the form; `verified` is false where its label was not seen in a source of the CNIL's."""

    code: str
    label: str
    verified: bool
    found: Found

    @property
    def text(self) -> str:
        return self.found.text

    @property
    def state(self) -> AnswerState:
        return self.found.state


@dataclass(frozen=True)
class Section:
    """A numbered part of the form."""

    number: int
    label: str
    questions: tuple[Question, ...]

    @property
    def title(self) -> str:
        return f"{self.number} · {self.label}"

    @property
    def text(self) -> str:
        """Its answers to be copied at once, each under its label."""
        told = [question for question in self.questions if question.text]
        return "\n".join((self.title, *(f"{question.label}\n{question.text}\n" for question in told)))


@dataclass(frozen=True)
class Worksheet:
    """The form for one breach. `outline` is the first day of the month the outline dates from."""

    reference: str
    outline: date
    checked: date
    source: str
    is_verified: bool
    """Whether the outline was checked against the live form."""
    sections: tuple[Section, ...]

    def __iter__(self) -> Iterator[Question]:
        return (question for section in self.sections for question in section.questions)

    def count(self, *states: AnswerState) -> int:
        """How many questions stand so."""
        return sum(question.state in states for question in self)

    @property
    def text(self) -> str:
        """Everything that can be answered, to be copied at once."""
        return "\n".join(section.text for section in self.sections if any(one.text for one in section.questions))


def caution(sheet: Worksheet, month: str, say: Language) -> str:
    """Where the order and the words come from, and that the form may have changed; `month` is that of the outline."""
    if sheet.is_verified:
        words = N_("Order and labels follow the outline of the form of {month}, checked on {day}.")
    else:
        words = N_("Order and labels follow the outline of the form of {month}, not checked against the live form.")
    return say(words, month=month, day=date_text(sheet.checked, say))


def worksheet(dossier: Dossier, breach: Breach, now: datetime) -> Worksheet:
    """The worksheet of a breach (art. 33(3) GDPR; `resources/law/cnil_form.json`); its texts are in French.

    `now` is aware: it tells whether the form asks for the reasons of a delay. Raises InvalidInput where the outline
    that comes with the program is damaged.
    """
    data, facts = law_data("cnil_form"), facts_of(dossier, breach, now)
    return Worksheet(
        reference=breach.reference,
        outline=date.fromisoformat(f"{data['outline']}-01"),
        checked=date.fromisoformat(data["checked"]),
        source=named(data["source"]["name"]).fr,
        is_verified=data["verified"],
        sections=tuple(_section(entry, facts) for entry in data["sections"]),
    )


def _section(entry: Mapping[str, Any], facts: Facts) -> Section:
    return Section(entry["number"], entry["label"], tuple(_question(one, facts) for one in entry["fields"]))


def _question(entry: Mapping[str, Any], facts: Facts) -> Question:
    code = entry["code"]
    found = plain(facts, entry["of"], entry.get("optional", False)) if "of" in entry else ANSWERS[code](facts)
    return Question(code, entry["label"], entry["verified"], found)

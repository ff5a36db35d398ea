"""Drafts of the messages about a breach: to the persons (art. 34(2)) and to a controller (art. 33(2)).

They say what the record says, in plain words, and nothing else: what is missing stands between square brackets.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from dossier.i18n import N_, Language
from dossier.law.cnil_facts import is_open
from dossier.law.officer import officers_on
from dossier.model.breach import Breach, BreachParty
from dossier.model.dossier import Dossier
from dossier.model.organisation import Contact, ContactRole, DpoDesignation
from dossier.model.record import Moment, Term
from dossier.model.text import moment_text, text_of
from dossier.model.vocabulary_procedures import BreachNature

_IN_PLAIN_WORDS = {
    BreachNature.CONFIDENTIALITY: N_("Persons who had no right to may have seen or obtained these data."),
    BreachNature.INTEGRITY: N_("These data may have been changed."),
    BreachNature.AVAILABILITY: N_("These data were lost, or can no longer be reached, for a time or for good."),
}


@dataclass(frozen=True)
class Draft:
    """A message to be read again, completed and sent by a person."""

    subject: str
    text: str


def persons_message(dossier: Dossier, breach: Breach, today: date, say: Language) -> Draft:
    """What art. 34(2) asks to tell the persons: nature, contact, likely consequences, measures."""
    writer = _Writer(dossier, breach, today, say)
    parts = [
        say(N_("Dear Sir or Madam,")),
        say(N_("{organisation} informs you of a personal data breach that concerns you."), organisation=writer.name),
        writer.part(N_("What happened"), writer.story(), writer.nature()),
        writer.part(N_("The data concerned"), writer.data()),
        writer.part(N_("What may follow from it"), writer.consequences()),
        writer.part(N_("What we have done and what we plan"), writer.measures()),
        writer.part(N_("What you can do"), writer.missing(N_("what the persons can do to protect themselves"))),
        writer.part(N_("Whom to ask"), writer.contact()),
        writer.name,
    ]
    return Draft(say(N_("Information about a breach of your personal data")), _text(parts))


def controller_message(
    dossier: Dossier, breach: Breach, party: BreachParty | None, today: date, say: Language
) -> Draft:
    """What a processor tells a controller without undue delay (art. 33(2)), with what art. 33(3) will ask of it."""
    writer = _Writer(dossier, breach, today, say)
    to = (party and party.name) or writer.missing(N_("the controller"))
    opening = N_(
        "{organisation}, your processor, alerts you to a personal data breach that concerns data processed on your "
        "behalf (art. 33(2) GDPR)."
    )
    parts = [
        say(N_("To {controller},"), controller=to),
        say(opening, organisation=writer.name),
        writer.part(N_("What happened"), writer.story(), writer.nature(), writer.since()),
        writer.part(N_("The data concerned"), writer.data(), writer.count(N_("Records: {number}"), "records_number")),
        writer.part(
            N_("The persons concerned"), writer.persons(), writer.count(N_("Persons: {number}"), "persons_number")
        ),
        writer.part(N_("What may follow from it"), writer.consequences()),
        writer.part(N_("What we have done and what we plan"), writer.measures()),
        writer.part(N_("Whom to ask"), writer.contact()),
        say(N_("What is not known yet will be sent to you as soon as it is.")),
        writer.name,
    ]
    subject = say(N_("Personal data breach {reference}: alert under art. 33(2) GDPR"), reference=breach.reference)
    return Draft(subject, _text(parts))


class _Writer:
    """The record in the words of a message."""

    def __init__(self, dossier: Dossier, breach: Breach, today: date, say: Language) -> None:
        self._dossier, self._breach, self._today, self._say = dossier, breach, today, say
        organisation = dossier.organisation
        self.name = (organisation and organisation.name) or self.missing(N_("the name of the organisation"))

    def missing(self, what: str) -> str:
        return self._say(N_("[to be completed: {what}]"), what=self._say(what))

    def part(self, title: str, *texts: str) -> str:
        """A heading and what stands under it."""
        return "\n".join([self._say(title), *filter(None, texts)])

    def story(self) -> str:
        breach = self._breach
        return breach.facts or breach.name or self.missing(N_("what happened, in plain words"))

    def nature(self) -> str:
        told = [self._say(words) for nature, words in _IN_PLAIN_WORDS.items() if nature in self._breach.nature]
        return " ".join(told) or self.missing(N_("whether data were seen, changed or lost"))

    def since(self) -> str:
        """When it began and ended, and when one became aware: the controller's clock starts with this message."""
        breach = self._breach
        began = self._moment(N_("It began: {moment}."), breach.started_at)
        ended = self._moment(N_("It ended: {moment}."), breach.ended_at)
        aware = self._moment(N_("We became aware of it: {moment}."), breach.aware_at)
        going_on = self._say(N_("It is still ongoing.")) if breach.ongoing else ""
        return "\n".join(filter(None, (began, ended or going_on, aware or self.missing(N_("when you became aware")))))

    def data(self) -> str:
        breach = self._breach
        return self._list((*breach.data, *breach.sensitive), breach.data_text) or self.missing(N_("which data"))

    def persons(self) -> str:
        breach = self._breach
        return self._list(breach.persons, breach.persons_text) or self.missing(N_("which persons"))

    def count(self, words: str, name: str) -> str:
        value = getattr(self._breach, name)
        number = text_of(value, self._say) or self.missing(N_("how many, at least about"))
        return self._say(words, number=number)

    def consequences(self) -> str:
        breach = self._breach
        found = self._list((*breach.consequences, *breach.harms), breach.effects)
        return found or self.missing(N_("the likely consequences"))

    def measures(self) -> str:
        breach = self._breach
        taken = breach.remedies or self.missing(N_("the measures taken"))
        planned = "\n".join(filter(None, (breach.remedies_planned, breach.remedies_lasting)))
        return f"{taken}\n{planned}" if planned else taken

    def contact(self) -> str:
        """The officer, or the contact for breaches (art. 33(3)(b))."""
        officers: tuple[DpoDesignation | Contact, ...] = officers_on(self._dossier, self._today)
        contacts = (one for one in self._dossier.of(Contact) if one.role is ContactRole.BREACHES)
        who = next(iter((*officers, *contacts)), None)
        if who is None:
            return self.missing(N_("the data protection officer or another contact"))
        function = self._say(N_("Data protection officer")) if isinstance(who, DpoDesignation) else who.function
        how = ", ".join(filter(None, (who.email, who.phone))) or self.missing(N_("e-mail or telephone"))
        return "\n".join(filter(None, (", ".join(filter(None, (who.name, function))), how)))

    def _moment(self, words: str, value: Any) -> str:
        if value is None:
            return ""
        moment = moment_text(value, self._say) if isinstance(value, Moment) else text_of(value, self._say)
        return self._say(words, moment=moment)

    def _list(self, terms: Iterable[Term], text: str) -> str:
        """Closed lists a line each, then what was added in words; what is open is no item."""
        lines = [f"– {self._say(term.label)}" for term in terms if not is_open(term)]
        return "\n".join([*lines, *filter(None, [text])])


def _text(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"

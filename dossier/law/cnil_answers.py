"""The answers to the CNIL's form that are not one field of one record: what they are made of, and when none is due."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dossier.i18n import N_
from dossier.law.breach_clock import TO_THE_CNIL, Phase, earliest
from dossier.law.breach_labels import wording
from dossier.law.cnil_facts import FRENCH, Facts, is_open, words
from dossier.model.breach import Breach, BreachCommunication, BreachNotification, BreachParty
from dossier.model.evidence import Document
from dossier.model.measure import Measure
from dossier.model.organisation import Contact, DpoDesignation, Organisation
from dossier.model.record import Moment, Record, Term
from dossier.model.text import moment_text, text_of
from dossier.model.vocabulary import OURS
from dossier.model.vocabulary_procedures import (
    BreachConsequence,
    BreachData,
    BreachNature,
    BreachPersons,
    InformPersons,
    NotificationType,
)


class AnswerState(Term):
    """What the dossier has to say to a question of the form."""

    __source__ = OURS
    KNOWN = "connu", N_("Known")
    OPEN = "pas_encore_connu", N_("Not known yet")
    MISSING = "manquant", N_("Missing")
    NOT_APPLICABLE = "sans_objet", N_("No answer needed")


@dataclass(frozen=True)
class Place:
    """The field where an answer is mended; `record` is empty where there is no such record yet."""

    kind: type[Record]
    field: str
    record: str = ""


@dataclass(frozen=True)
class Found:
    """An answer: the text to enter, how things stand, and where it is mended."""

    text: str
    state: AnswerState
    place: Place


NOT_DUE = AnswerState.NOT_APPLICABLE

_CONSEQUENCES: Mapping[BreachNature, tuple[BreachConsequence, ...]] = {
    BreachNature.CONFIDENTIALITY: (BreachConsequence.SPREAD, BreachConsequence.CROSSED, BreachConsequence.MISUSED),
    BreachNature.INTEGRITY: (BreachConsequence.MODIFIED_UNUSABLE, BreachConsequence.MODIFIED_MISUSED),
    BreachNature.AVAILABILITY: (BreachConsequence.NO_SERVICE, BreachConsequence.DEGRADED_SERVICE),
}
_OTHERS = (NotificationType.OTHER_AUTHORITY, NotificationType.POLICE, NotificationType.INSURER)


def plain(facts: Facts, path: str, optional: bool = False) -> Found:
    """The value of one field of the breach or of the organisation: "breach.nature"."""
    kind, name = path.split(".")
    record: Record | None = facts.breach if kind == Breach.kind.name else facts.organisation
    place = Place(Breach if kind == Breach.kind.name else Organisation, name, record.id if record else "")
    return _found(getattr(record, name, None), place, NOT_DUE if optional else AnswerState.MISSING)


def _found(value: Any, place: Place, empty: AnswerState = AnswerState.MISSING) -> Found:
    """The value in words with its state; `empty` is the state where nothing was said."""
    text = words(value)
    if is_open(value):
        return Found(text, AnswerState.OPEN, place)
    return Found(text, AnswerState.KNOWN if text else empty, place)


def _of_breach(facts: Facts, name: str, due: bool = True) -> Found:
    """A field of the breach that is asked for only where `due`; what is there is shown all the same."""
    place = Place(Breach, name, facts.breach.id)
    return _found(getattr(facts.breach, name), place, AnswerState.MISSING if due else NOT_DUE)


def _type(facts: Facts) -> Found:
    """Initial as long as nothing was sent; what follows a notification completes it."""
    sent = [one for one in facts.notifications if one.type in TO_THE_CNIL and one.sent_at]
    kind = NotificationType.SUPPLEMENTARY if sent else NotificationType.INITIAL
    found = wording(kind)
    return Found(found.label if found else "", AnswerState.KNOWN, Place(BreachNotification, "type"))


def _legal_email(facts: Facts) -> Found:
    legal = facts.legal
    return _found(legal.email if legal else "", Place(Contact, "email", legal.id if legal else ""))


def _contact(name: str) -> Callable[[Facts], Found]:
    """Of the contact for breaches; of the officer where there is none."""

    def answer(facts: Facts) -> Found:
        if facts.contact:
            return _found(getattr(facts.contact, name), Place(Contact, name, facts.contact.id))
        officer = facts.officer
        return _found(getattr(officer, name, ""), Place(DpoDesignation, name, officer.id if officer else ""))

    return answer


def _contact_function(facts: Facts) -> Found:
    if facts.contact or not facts.officer:
        return _found(
            getattr(facts.contact, "function", ""), Place(Contact, "function", getattr(facts.contact, "id", ""))
        )
    return _found(FRENCH(N_("Data protection officer")), Place(DpoDesignation, "name", facts.officer.id))


def _dpo(facts: Facts) -> Found:
    officer = facts.officer
    if officer is None:
        reason = facts.organisation.no_dpo_reason if facts.organisation else ""
        return Found("", NOT_DUE if reason else AnswerState.MISSING, Place(DpoDesignation, "name"))
    lines = (officer.name, officer.company, officer.cnil_number and f"n° {officer.cnil_number}")
    return _found("\n".join(filter(None, lines)), Place(DpoDesignation, "cnil_number", officer.id))


def _parties(facts: Facts) -> Found:
    """Who else is involved; that a processor told it says that there is one."""
    told = facts.breach.processor_alerted_at is not None or bool(facts.breach.processors)
    named = {party.processor for party in facts.parties}
    others = [facts.dossier.get(one) for one in facts.breach.processors if one not in named]
    lines = [_joined(one.name, one.role, one.contact) for one in facts.parties]
    lines += [_joined(one.title, FRENCH(N_("Processor"))) for one in others if one]
    place = Place(BreachParty, "name", facts.parties[0].id if facts.parties else "")
    return _found("\n".join(lines), place, AnswerState.MISSING if told else NOT_DUE)


def _period_known(facts: Facts) -> Found:
    started, place = facts.breach.started_at, Place(Breach, "started_at", facts.breach.id)
    if started is None:
        return Found("", AnswerState.MISSING, place)
    return Found(words(not is_open(started)), AnswerState.KNOWN, place)


def _aware(facts: Facts) -> Found:
    """When the 72 hours began, by one's own knowledge or the processor's alert; a suspicion has none yet."""
    breach, clock = facts.breach, facts.clock
    told = breach.processor_alerted_at
    alerted = told is not None and (breach.aware_at is None or earliest(told) < earliest(breach.aware_at))
    name = "processor_alerted_at" if alerted else "aware_at"
    moment: Moment | None = getattr(breach, name)
    state = AnswerState.OPEN if clock.phase is Phase.SUSPICION else AnswerState.MISSING
    return _found(moment and moment_text(moment, FRENCH), Place(Breach, name, breach.id), state)


def _description(facts: Facts) -> Found:
    """The facts and what is said of their origin; the first sentence where there is nothing else."""
    breach = facts.breach
    text = "\n\n".join(filter(None, (breach.facts or breach.name, breach.origin_text)))
    return _found(text, Place(Breach, "facts", breach.id))


def _sensitive(facts: Facts) -> Found:
    """Nothing where the data are known and none of them is sensitive."""
    breach, place = facts.breach, Place(Breach, "sensitive", facts.breach.id)
    if not breach.sensitive and is_open(breach.data):
        return Found("", AnswerState.OPEN, place)
    return _found(breach.sensitive, place, NOT_DUE if breach.data else AnswerState.MISSING)


def _consequences(nature: BreachNature) -> Callable[[Facts], Found]:
    """Asked for by what was lost."""

    def answer(facts: Facts) -> Found:
        breach, place = facts.breach, Place(Breach, "consequences", facts.breach.id)
        told = tuple(one for one in breach.consequences if one in _CONSEQUENCES[nature])
        if is_open(breach.nature) and not told:
            return Found("", AnswerState.OPEN, place)
        due = nature in breach.nature or not breach.nature
        return _found(told, place, AnswerState.MISSING if due else NOT_DUE)

    return answer


def _previous_measures(facts: Facts) -> Found:
    measures = [facts.dossier.get(one, Measure) for one in facts.breach.measures]
    lines = [facts.breach.previous_measures, *(f"– {one.title}" for one in measures if one)]
    return _found("\n".join(filter(None, lines)), Place(Breach, "previous_measures", facts.breach.id))


def _remedies_planned(facts: Facts) -> Found:
    breach = facts.breach
    text = "\n".join(filter(None, (breach.remedies_planned, breach.remedies_lasting)))
    return _found(text, Place(Breach, "remedies_planned", breach.id))


def _inform_on(facts: Facts) -> Found:
    """The day the persons were told, or the day they will be."""
    if facts.breach.inform is InformPersons.PLANNED:
        return _of_breach(facts, "inform_planned_on")
    return _told("sent_at")(facts)


def _told(name: str) -> Callable[[Facts], Found]:
    """What the first communication to the persons says; due once they have been informed."""

    def answer(facts: Facts) -> Found:
        first = facts.communications[0] if facts.communications else None
        due = facts.breach.inform is InformPersons.YES
        place = Place(BreachCommunication, name, first.id if first else "")
        return _found(getattr(first, name, None), place, AnswerState.MISSING if due else NOT_DUE)

    return answer


def _inform_reasons(facts: Facts) -> Found:
    breach, due = facts.breach, facts.breach.inform is InformPersons.NO
    text = "\n".join(filter(None, (words(breach.exception), breach.inform_reasons)))
    place = Place(Breach, "inform_reasons", breach.id)
    return _found(text if due else "", place, AnswerState.MISSING if due else NOT_DUE)


def _other_notifications(facts: Facts) -> Found:
    sent = [one for one in facts.notifications if one.type in _OTHERS]
    lines = [_joined(one.name or one.type, one.sent_at, one.case_reference) for one in sent]
    text = "\n".join(filter(None, (*lines, facts.breach.other_authorities)))
    return _found(text, Place(Breach, "other_authorities", facts.breach.id), NOT_DUE)


def _attachments(facts: Facts) -> Found:
    documents = [facts.dossier.get(one, Document) for one in facts.breach.documents]
    names = "\n".join(f"{one.reference} – {one.title}" for one in documents if one)
    return _found(names, Place(Breach, "documents", facts.breach.id), NOT_DUE)


def _joined(*parts: Any) -> str:
    return ", ".join(filter(None, (text_of(part, FRENCH) for part in parts)))


ANSWERS: Mapping[str, Callable[[Facts], Found]] = {
    "type": _type,
    "legal_email": _legal_email,
    "contact_name": _contact("name"),
    "contact_function": _contact_function,
    "contact_email": _contact("email"),
    "contact_phone": _contact("phone"),
    "dpo": _dpo,
    "parties": _parties,
    "period_known": _period_known,
    "started": lambda facts: _of_breach(facts, "started_at"),
    "ended": lambda facts: _of_breach(facts, "ended_at", due=facts.breach.ongoing is not True),
    "aware": _aware,
    "delay_reasons": lambda facts: _of_breach(facts, "delay_reasons", due=facts.is_late),
    "description": _description,
    "sensitive": _sensitive,
    "data_text": lambda facts: _of_breach(facts, "data_text", due=BreachData.OTHER in facts.breach.data),
    "persons_text": lambda facts: _of_breach(facts, "persons_text", due=BreachPersons.OTHER in facts.breach.persons),
    "previous_measures": _previous_measures,
    "consequences_confidentiality": _consequences(BreachNature.CONFIDENTIALITY),
    "consequences_integrity": _consequences(BreachNature.INTEGRITY),
    "consequences_availability": _consequences(BreachNature.AVAILABILITY),
    "effects": lambda facts: _of_breach(facts, "effects", due=False),
    "remedies_planned": _remedies_planned,
    "inform_on": _inform_on,
    "inform_number": _told("persons_number"),
    "inform_means": _told("channel"),
    "inform_content": _told("content"),
    "inform_reasons": _inform_reasons,
    "countries": lambda facts: _of_breach(facts, "countries", due=facts.breach.cross_border is True),
    "lead_authority": lambda facts: _of_breach(facts, "lead_authority", due=facts.breach.cross_border is True),
    "other_notifications": _other_notifications,
    "attachments": _attachments,
}
"""By the code of the field in `resources/law/cnil_form.json`."""

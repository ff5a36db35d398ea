"""What an incident note becomes: a breach with the first event of its timeline; no word of it is lost on the way."""

import re
from datetime import datetime

from dossier.i18n import _
from dossier.model.activity import Activity
from dossier.model.breach import Breach, BreachEvent
from dossier.model.dossier import Dossier
from dossier.model.identifier import new_id
from dossier.model.processor import Processor
from dossier.model.record import Knowledge, KnownNumber, Moment, Precision, Record
from dossier.model.text import clean, parse_number
from dossier.model.vocabulary_procedures import BreachData, BreachNature, BreachState
from dossier.store.edit import Change, Edit
from dossier.work.edits import name_of
from dossier.work.incident_note import IncidentNote, Instant

LONGEST_NAME = 120  # characters of the first line that make the name of a breach
_GREATEST = 10**15  # a count above it is words
_ABOUT = re.compile(r"(?:environ|env\.?|about|approx\w*\.?|à peu près|vers|~|≈) ?(.+)", re.IGNORECASE)
_RANGE = re.compile(r"(?:(?:entre|between|de|from) )?(\d[\d\s]*?) ?(?:-|–|à|et|and|to) ?(\d[\d\s]*)", re.IGNORECASE)


def entry_of(note: IncidentNote, dossier: Dossier, now: datetime) -> Edit:
    """The edit that makes a breach of a note, with the first event of its timeline."""
    breach = breach_of(note, dossier)
    event = BreachEvent(
        id=new_id(now), breach=breach.id, at=breach.logged_at, name=clean(note.text), by=breach.logged_by
    )
    label = _("Incident: {what}", what=name_of(breach))
    return Edit(label, (Change(None, breach), Change(None, event)))


def breach_of(note: IncidentNote, dossier: Dossier) -> Breach:
    """The record that a note becomes: every word of it is in one field or another."""
    text = clean(note.text.strip())
    first = text.splitlines()[0] if text else ""
    moment, suspicion = _moment(note.moment), note.certainty == "suspicion"
    processor, activity = _found(Processor, note.processor, dossier), _found(Activity, note.activity, dossier)
    persons = persons_of(note.persons, note.persons_unknown)
    return Breach(
        id=note.id,
        name=first if len(first) <= LONGEST_NAME else f"{first[:LONGEST_NAME]}…",
        facts=text if text != first or len(first) > LONGEST_NAME else "",
        state=BreachState.SUSPICION if suspicion else BreachState.AWARE if moment else None,
        suspected_at=moment if suspicion else None,
        aware_at=None if suspicion else moment,
        dates_comment=_("When, as it was typed: {words}", words=clean(note.at_words)) if note.at_words else "",
        logged_at=_moment(note.typed),
        logged_by=clean(note.by),
        nature=tuple(one for one in BreachNature if one.value in note.nature),
        data=tuple(one for one in BreachData if one.value in note.data),
        persons_number=persons,
        persons_text=clean(note.persons.strip()) if persons is None else "",
        processors=(processor.id,) if processor else (),
        activities=(activity.id,) if activity else (),
        notes=_in_words(note, processor, activity),
    )


def persons_of(words: str, unknown: bool = False) -> KnownNumber | None:
    """A count as people type it: 312, environ 300, 300-400; None where it is no number."""
    text = " ".join(words.split())
    try:
        if not text:
            return KnownNumber(state=Knowledge.UNKNOWN) if unknown else None
        if found := _RANGE.fullmatch(text):
            return KnownNumber(value=_count(found[1]), to=_count(found[2]), state=Knowledge.RANGE)
        if found := _ABOUT.fullmatch(text):
            return KnownNumber(value=_count(found[1]), state=Knowledge.ABOUT)
        return KnownNumber(value=_count(text))
    except ValueError:
        return None


def _found(kind: type[Record], words: str, dossier: Dossier) -> Record | None:
    """The record that an identifier, a reference or a name means."""
    if not words:
        return None
    exact = dossier.get(words, kind)
    named = (one for one in dossier.of(kind) if words.casefold() in (one.reference.casefold(), one.title.casefold()))
    return exact or next(named, None)


def _in_words(note: IncidentNote, processor: Record | None, activity: Record | None) -> str:
    """What the note says and no field can hold."""
    unknown = [
        *(code for code in note.nature if code not in set(BreachNature)),
        *(code for code in note.data if code not in set(BreachData)),
    ]
    lines = [
        _("Processor, as it was typed: {words}", words=note.processor) if note.processor and not processor else "",
        _("Activity, as it was typed: {words}", words=note.activity) if note.activity and not activity else "",
        _("Not recognised in the note: {words}", words=", ".join(unknown)) if unknown else "",
    ]
    return clean("\n".join(line for line in lines if line))


def _moment(instant: Instant | None) -> Moment | None:
    if instant is None:
        return None
    precision = Precision.DAY if instant.whole_day else Precision.MINUTE
    return Moment(at=instant.at, zone=clean(instant.zone), precision=precision)


def _count(words: str) -> int:
    number = parse_number(words)
    if abs(number) > _GREATEST:
        raise ValueError(words)
    return number

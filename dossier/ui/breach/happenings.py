"""What happened around a breach, newest first: the events that were noted, and the dates the record holds already."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.i18n import N_, Language
from dossier.law.breach_clock import earliest
from dossier.law.data import law_data
from dossier.law.enisa import score_of
from dossier.model.breach import BreachAssessment, BreachCommunication, BreachEvent, BreachNotification
from dossier.model.record import Moment
from dossier.model.text import moment_text, zone
from dossier.ui.breach.progress import Progress
from dossier.ui.breach.severity_tones import SHORT
from dossier.work.edits import name_of


@dataclass(frozen=True)
class Happening:
    """One line of the timeline; `event` is None where it is told by another field, which is never stored twice."""

    at: Moment | None
    words: str
    by: str
    icon: str
    event: BreachEvent | None = None
    is_struck: bool = False


def happenings(progress: Progress) -> list[Happening]:
    """Everything with its date, newest first; what has no date comes last."""
    found = [*_noted(progress), *_dates(progress), *_sent(progress), *_assessed(progress)]
    return sorted(found, key=_order, reverse=True)


def _order(happening: Happening) -> tuple[float, str]:
    at = earliest(happening.at).timestamp() if happening.at else float("-inf")
    return at, happening.event.id if happening.event else ""


def _noted(progress: Progress) -> Iterator[Happening]:
    for event in progress.dossier.children(BreachEvent, progress.breach.id):
        yield Happening(event.at, event.name, event.by, "note", event, bool(event.struck_out))


def _dates(progress: Progress) -> Iterator[Happening]:
    breach, say, clock = progress.breach, progress.say, progress.clock
    aware = N_("Aware: the clock runs") if clock.due else N_("Aware")
    decided = N_("Decision: notify the CNIL") if breach.notify else N_("Decision: do not notify the CNIL")
    for at, words, by, icon in (
        (breach.suspected_at, N_("First suspicion"), "", "search"),
        (breach.detected_at, N_("Detected"), breach.discovered_by, "eye"),
        (breach.aware_at, aware, "", "clock"),
        (breach.processor_alerted_at, N_("Told by the processor"), "", "processors"),
        (breach.logged_at, N_("Logged"), breach.logged_by, "edit"),
        (breach.decided_at, decided, breach.decided_by, "scale"),
    ):
        if at:
            yield Happening(at, say(words), by, icon)
    if clock.due and clock.needs_reasons(progress.now):
        total = law_data("breach_delays")["notification"]["hours"]
        words = say(N_("Deadline of {total} h passed"), total=total)
        yield Happening(Moment(at=clock.due, zone=clock.zone), words, "", "blocking")


def _sent(progress: Progress) -> Iterator[Happening]:
    dossier, breach, say = progress.dossier, progress.breach, progress.say
    for one in dossier.children(BreachNotification, breach.id):
        if one.sent_at:
            words = " · ".join(filter(None, (say(one.type.label) if one.type else "", one.name, one.case_reference)))
            yield Happening(one.sent_at, words or say(N_("Notification")), "", "send")
    for told in dossier.children(BreachCommunication, breach.id):
        if told.sent_at:
            yield Happening(told.sent_at, _with(say(N_("Persons informed")), told.name), "", "megaphone")
    for party in progress.controllers:
        if party.alerted_at:
            words = say(N_("{name} alerted"), name=name_of(party))
            yield Happening(party.alerted_at, words, "", "processors")


def _assessed(progress: Progress) -> Iterator[Happening]:
    for made in progress.dossier.children(BreachAssessment, progress.breach.id):
        words = _with(progress.say(N_("Severity assessed")), _score_words(made, progress.say))
        if made.at:
            yield Happening(made.at, words, made.by, "scale", None, bool(made.struck_out))


def _score_words(made: BreachAssessment, say: Language) -> str:
    score = score_of(made)
    return f"{score.words(say)} ({say(SHORT[score.band])})" if score else ""


def _with(words: str, more: str) -> str:
    return f"{words} · {more}" if more else words


def when_words(at: Moment, progress: Progress) -> str:
    """“today 09:31”, “yesterday 16:20”, else the day and the time; where it was lived."""
    local, now = at.at.astimezone(zone(at.zone)), progress.now.astimezone(zone(at.zone))
    ago = (now.date() - local.date()).days
    if ago not in (0, 1) or at.precision.value != "minute":
        return moment_text(at, progress.say)
    return progress.say(N_("today {time}") if ago == 0 else N_("yesterday {time}"), time=f"{local:%H:%M}")

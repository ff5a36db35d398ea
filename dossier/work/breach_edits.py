"""What people do with a breach, as edits: become aware, decide, notify, inform, note an event, assess, close."""

from datetime import datetime

from dossier.i18n import N_, _
from dossier.model.breach import (
    Breach,
    BreachAssessment,
    BreachCommunication,
    BreachEvent,
    BreachNotification,
    BreachParty,
)
from dossier.model.dossier import Dossier
from dossier.model.record import Moment, Record
from dossier.model.text import clean, zone
from dossier.model.vocabulary_procedures import BreachState, Channel, InformPersons, NotificationType
from dossier.store.edit import Author, Change, Edit
from dossier.work.edits import name_of, new_record

_NOT_YET = (None, BreachState.SUSPICION, BreachState.DISMISSED)
CNIL = N_("CNIL")


def moment_in(dossier: Dossier, at: datetime) -> Moment:
    """An instant (aware) in the zone of the organisation."""
    organisation = dossier.organisation
    return Moment(at=at, zone=organisation.zone if organisation else "Europe/Paris")


def awareness(breach: Breach, at: Moment) -> Edit:
    """Reasonable certainty: the clock runs from `at`."""
    state = BreachState.AWARE if breach.state in _NOT_YET else breach.state
    return _edit(_("{record}: aware"), breach, aware_at=at, state=state)


def suspicion(breach: Breach, at: Moment) -> Edit:
    """Only suspected: no clock runs."""
    return _edit(_("{record}: suspicion"), breach, suspected_at=breach.suspected_at or at, state=BreachState.SUSPICION)


def dismissal(breach: Breach) -> Edit:
    """A suspicion that turned out to be no breach."""
    return _edit(_("{record}: suspicion dismissed"), breach, state=BreachState.DISMISSED)


def decision(breach: Breach, notify: bool | None, author: Author, at: Moment) -> Edit:
    """Whether the CNIL is notified, with who decided and when; None is not decided yet."""
    state = breach.state
    if notify is False and state in (*_NOT_YET, BreachState.AWARE):
        state = BreachState.NOT_NOTIFIED
    elif notify is not False and state is BreachState.NOT_NOTIFIED:
        state = BreachState.AWARE
    return _edit(_("{record}: decision"), breach, state=state, **_decided(notify, author, at))


def notification(breach: Breach, at: Moment, author: Author, now: datetime) -> Edit:
    """The initial notification to the CNIL through its online service, sent at `at`: to send it is to decide it."""
    decided = {} if breach.notify else _decided(True, author, at)
    sent = _to_the_cnil(NotificationType.INITIAL, breach, at, now)
    return _edit(_("{record}: notified"), breach, sent, state=BreachState.NOTIFIED, **decided)


def supplement(breach: Breach, at: Moment, now: datetime) -> Edit:
    """What completes an initial notification, sent at `at`; whether it is complete with it, its state says."""
    sent = _to_the_cnil(NotificationType.SUPPLEMENTARY, breach, at, now)
    return Edit(_("{record}: supplement sent", record=name_of(breach)), (Change(None, sent),))


def information(breach: Breach, at: Moment, now: datetime) -> Edit:
    """The persons are told at `at`; how and what is filled in after."""
    told = new_record(BreachCommunication, now, breach).with_(sent_at=at)
    return _edit(_("{record}: persons informed"), breach, told, inform=InformPersons.YES)


def alert(breach: Breach, controller: BreachParty, at: Moment, now: datetime) -> Edit:
    """As processor: a controller is alerted at `at` (art. 33(2))."""
    sent = new_record(BreachNotification, now, breach).with_(
        name=controller.name, type=NotificationType.CONTROLLER, sent_at=at
    )
    label = _("{record}: {name} alerted", record=name_of(breach), name=name_of(controller))
    return Edit(label, (Change(controller, controller.with_(alerted_at=at)), Change(None, sent)))


def closing(breach: Breach, at: Moment) -> Edit:
    """The end of the procedure, on the day of `at` where it was lived."""
    day = at.at.astimezone(zone(at.zone)).date()
    return _edit(_("{record}: closed"), breach, state=BreachState.CLOSED, closed_on=day)


def note(breach: Breach, words: str, at: Moment, author: Author, now: datetime) -> Edit:
    """A new event of the timeline: what happened at `at`, in words."""
    event = _event(breach, words, at, author, now)
    return Edit(_("Timeline: {words}", words=name_of(event)), (Change(None, event),))


def correction(breach: Breach, wrong: BreachEvent, words: str, at: Moment, author: Author, now: datetime) -> Edit:
    """A new event in the place of one that was wrong, which is struck out and stays readable."""
    event = _event(breach, words, at, author, now)
    label = _("Timeline, correction: {words}", words=name_of(event))
    return Edit(label, (Change(wrong, wrong.with_(struck_out=True)), Change(None, event)))


def striking_out(record: BreachEvent | BreachAssessment) -> Edit:
    """Withdrawn, and kept readable."""
    label = _("{record}: struck out", record=name_of(record))
    return Edit(label, (Change(record, record.with_(struck_out=True)),))


def assessment(breach: Breach, draft: BreachAssessment, at: Moment, author: Author, now: datetime) -> Edit:
    """A new assessment beside the earlier ones."""
    made = draft.with_(id=new_record(BreachAssessment, now).id, reference="", breach=breach.id, at=at, by=author.words)
    return Edit(_("{record}: severity assessed", record=name_of(breach)), (Change(None, made),))


def _to_the_cnil(type_: NotificationType, breach: Breach, at: Moment, now: datetime) -> BreachNotification:
    made = new_record(BreachNotification, now, breach)
    return made.with_(name=_(CNIL), type=type_, sent_at=at, channel=Channel.ONLINE)


def _decided(notify: bool | None, author: Author, at: Moment) -> dict[str, object]:
    by, when = (author.words, at) if notify is not None else ("", None)
    return {"notify": notify, "decided_by": by, "decided_at": when}


def _event(breach: Breach, words: str, at: Moment, author: Author, now: datetime) -> BreachEvent:
    return new_record(BreachEvent, now, breach).with_(name=clean(words.strip()), at=at, by=author.words)


def _edit(label: str, breach: Breach, *new: Record, **values: object) -> Edit:
    changes = (Change(breach, breach.with_(**values)), *(Change(None, record) for record in new))
    return Edit(label.format(record=name_of(breach)), changes)

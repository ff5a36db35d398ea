"""Where a breach stands: the steps of its procedure, and the one thing that is to be done next."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import QDate, QLocale

from dossier.i18n import N_, Language
from dossier.law.breach_clock import Clock, Phase, clock_in, earliest, first_sent
from dossier.law.breach_deadlines import supplement_due
from dossier.law.enisa import in_force
from dossier.model.breach import Breach, BreachAssessment, BreachCommunication, BreachNotification, BreachParty
from dossier.model.dossier import Dossier
from dossier.model.record import Moment, Precision
from dossier.model.text import length_text, zone
from dossier.model.vocabulary_procedures import BreachRisk, BreachRole, BreachState, InformPersons
from dossier.ui.widgets.steps import Step, StepState

_ENDED = (BreachState.CLOSED, BreachState.DISMISSED)


class Next(StrEnum):
    """The next step of the work: its words are those of the page's one primary button."""

    ASSESS = N_("Finish the assessment")
    NOTIFY = N_("Mark as notified")
    NAME_CONTROLLERS = N_("Name the controllers")
    ALERT = N_("Mark as alerted")
    INFORM = N_("Inform the persons")
    SUPPLEMENT = N_("Note the supplement")
    CLOSE = N_("Close the breach")


@dataclass(frozen=True)
class Progress:
    """A breach with what the dossier holds around it, at one instant."""

    dossier: Dossier
    breach: Breach
    now: datetime
    say: Language

    @property
    def clock(self) -> Clock:
        return clock_in(self.dossier, self.breach)

    @property
    def is_processor(self) -> bool:
        return self.breach.role is BreachRole.PROCESSOR

    @property
    def assessment(self) -> BreachAssessment | None:
        """The assessment that counts."""
        return in_force(self.dossier.children(BreachAssessment, self.breach.id))

    @property
    def controllers(self) -> list[BreachParty]:
        """Whom the organisation must alert as processor."""
        parties = self.dossier.children(BreachParty, self.breach.id)
        return [party for party in parties if party.role is not BreachRole.PROCESSOR]

    @property
    def not_alerted(self) -> list[BreachParty]:
        return [party for party in self.controllers if not party.alerted_at]

    @property
    def next(self) -> Next | None:
        """What is to be done now; None where the awareness must be told first, or where all is done."""
        phase, breach = self.clock.phase, self.breach
        if breach.state in _ENDED or breach.closed_on or phase in (Phase.UNKNOWN, Phase.SUSPICION, Phase.DISMISSED):
            return None
        if phase is Phase.ALERTING:
            return Next.ALERT if self.not_alerted else Next.NAME_CONTROLLERS
        if phase is Phase.RUNNING:
            presses = breach.notify or (breach.notify is None and self.clock.is_late(self.now))
            return Next.NOTIFY if presses else Next.ASSESS
        if self._must_inform:
            return Next.INFORM
        sent = self.dossier.children(BreachNotification, breach.id)
        return Next.SUPPLEMENT if supplement_due(sent) else Next.CLOSE

    @property
    def _must_inform(self) -> bool:
        breach = self.breach
        if self.is_processor or breach.exception or breach.inform in (InformPersons.YES, InformPersons.NO):
            return False
        return breach.inform is InformPersons.PLANNED or breach.risk is BreachRisk.HIGH

    def steps(self) -> list[Step]:
        """Each with its date; the first that is not done is the present one."""
        found = [self._suspicion(), self._awareness(), self._assessed()]
        found += [self._alerted()] if self.is_processor else [self._notified(), self._informed()]
        found.append(self._closed())
        present = next((i for i, step in enumerate(found) if step.state in ("todo", "late")), len(found))
        return [
            Step(step.name, step.detail, "now") if i == present and step.state == "todo" else step
            for i, step in enumerate(found)
        ]

    def _suspicion(self) -> Step:
        at = self.breach.suspected_at or self.breach.detected_at
        return self._step(N_("Suspicion"), at, bool(at or self.clock.start))

    def _awareness(self) -> Step:
        clock = self.clock
        at = Moment(at=clock.start, zone=clock.zone) if clock.start else None
        return self._step(N_("Awareness"), at, clock.start is not None)

    def _assessed(self) -> Step:
        breach, made = self.breach, self.assessment
        done = made is not None if self.is_processor else breach.notify is not None
        at = breach.decided_at or (made.at if made else None)
        return self._step(N_("Assessed"), at if done else None, done, N_("in progress") if made else "")

    def _notified(self) -> Step:
        clock, name = self.clock, self.say(N_("Notified to the CNIL"))
        sent = first_sent(self.dossier.children(BreachNotification, self.breach.id))
        if sent:
            return Step(name, self.short(sent), "done")
        if clock.phase is Phase.NOT_NOTIFIED:
            return Step(name, self.say(N_("no, with reasons")), "done")
        if clock.is_late(self.now):
            return Step(name, self.say(N_("{time} late"), time=length_text(-clock.left(self.now), self.say)), "late")
        due = Moment(at=clock.due, zone=clock.zone) if clock.due and clock.is_running else None
        return Step(name, self.say(N_("before {day}"), day=self.short(due)) if due else "", "todo")

    def _informed(self) -> Step:
        breach, name = self.breach, self.say(N_("Persons informed"))
        told = [one.sent_at for one in self.dossier.children(BreachCommunication, breach.id) if one.sent_at]
        match breach.inform:
            case InformPersons.YES:
                return Step(name, self.short(min(told, key=earliest)) if told else "", "done")
            case InformPersons.NO:
                return Step(name, self.say(N_("no, with reasons")), "done")
            case InformPersons.PLANNED:
                day = breach.inform_planned_on
                return Step(name, self.say(N_("planned {day}"), day=self._day(day)) if day else "", "todo")
        return Step(name, self.say(N_("to be decided")), "todo")

    def _alerted(self) -> Step:
        alerted = [party.alerted_at for party in self.controllers if party.alerted_at]
        done = self.clock.phase is Phase.ALERTED
        waiting = self.say.plural("{n} to alert", "{n} to alert", len(self.not_alerted)) if self.controllers else ""
        last = self.short(max(alerted, key=earliest)) if alerted else ""
        return Step(self.say(N_("Controllers alerted")), last if done else waiting, "done" if done else "todo")

    def _closed(self) -> Step:
        closed = self.breach.closed_on
        done = closed is not None or self.breach.state in _ENDED
        return Step(self.say(N_("Procedure closed")), self._day(closed) if closed else "", "done" if done else "todo")

    def _step(self, name: str, at: Moment | None, done: bool, expected: str = "") -> Step:
        state: StepState = "done" if done else "todo"
        return Step(self.say(name), self.short(at) if at else self.say(expected) if not done else "", state)

    def short(self, moment: Moment) -> str:
        """22 Nov 15:05, where it was lived."""
        local = moment.at.astimezone(zone(moment.zone))
        day = self._day(local.date())
        return f"{day} {local:%H:%M}" if moment.precision is Precision.MINUTE else day

    def _day(self, day: date) -> str:
        locale = QLocale("fr_FR" if self.say.code == "fr" else "en_GB")
        return locale.toString(QDate(day.year, day.month, day.day), "d MMM")

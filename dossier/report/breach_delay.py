"""The delay of a breach in words: what started the period, when it ends, what was sent when, in time or late."""

from datetime import date, datetime

from dossier.i18n import N_
from dossier.law.breach_clock import Phase, clock_in, earliest, first_sent, in_time, precedes
from dossier.law.data import law_data
from dossier.model.breach import Breach, BreachNotification, BreachParty
from dossier.model.record import Moment, Precision
from dossier.model.text import date_text, hours_text, moment_text, text_of
from dossier.model.vocabulary_procedures import BreachRisk, BreachRole, NotificationType
from dossier.report.addresses import addressed
from dossier.report.content import LabelledText, OwnText
from dossier.report.wording import SEPARATOR, UNTITLED, Wording

Pair = tuple[str, str]
START = N_("Start of the period")
_NO_PERIOD = {
    Phase.UNKNOWN: N_("No awareness is recorded: no period is computed."),
    Phase.SUSPICION: N_("Suspicion: no period runs before a reasonable degree of certainty."),
    Phase.DISMISSED: N_("Suspicion dismissed, no personal data breach: no period runs."),
}
_TO_THE_CNIL = (NotificationType.INITIAL, NotificationType.SUPPLEMENTARY, NotificationType.COMPLETE)


class Delay:
    """The clock of one breach as a document tells it, on the day of the document."""

    def __init__(self, words: Wording, breach: Breach) -> None:
        self.words, self.say, self.now, self.breach = words, words.say, words.scope.seen_at, breach
        self.clock = clock_in(words.dossier, breach)
        self.notifications = words.dossier.children(BreachNotification, breach.id)
        known = [moment for moment in (breach.aware_at, breach.processor_alerted_at) if moment]
        self._start = min(known, key=earliest, default=None)

    def computation(self) -> list[Pair]:
        """Each step of the computation, with its source."""
        if self.clock.phase in (Phase.ALERTING, Phase.ALERTED):
            return self._as_processor()
        if self.clock.phase in _NO_PERIOD:
            return self.outstanding()
        return [*self._period(), *self._sent(), *self.reasons(), *self._sources()]

    def of(self, notification: BreachNotification) -> str:
        """How long after the start something was sent; whether in time, where it is a first one to the CNIL."""
        sent, due = notification.sent_at, self.clock.due
        if sent is None or self._start is None:
            return ""
        told = [self._after(sent)]
        if due and sent == first_sent(self.notifications) and notification.type in _TO_THE_CNIL:
            told.append(self._judged(sent))
        return ", ".join(filter(None, told))

    def outstanding(self) -> list[Pair]:
        """What is still to be sent, or why nothing is."""
        phase, due = self.clock.phase, self.clock.due
        if phase in (Phase.ALERTING, Phase.ALERTED):
            return self._controllers()
        if phase in _NO_PERIOD:
            return [(self.say(START), self.say(_NO_PERIOD[phase]))]
        if phase is Phase.NOT_NOTIFIED:
            return [self._decided_against()]
        told = ", ".join(filter(None, (self._local(due), self._passed())))
        return [(self.say(N_("End of the period")), told)] if self.clock.is_running else []

    def _passed(self) -> str:
        """That nothing was sent by the end of the period; as of a day, it is our judgement, for internal readers."""
        if not (self.words.marks_gaps and self.clock.is_late(self.now)):
            return ""
        if self._is_due:
            return self.say(N_("passed, no notification in the dossier"))
        return self.say(N_("passed if a risk is likely, no notification in the dossier"))

    @property
    def _is_due(self) -> bool:
        """Whether the officer found that the CNIL is notified: art. 33(1) asks for nothing where no risk is likely."""
        return self.breach.notify is True or self.breach.risk in (BreachRisk.RISK, BreachRisk.HIGH)

    def reasons(self) -> list[Pair]:
        """The reasons of art. 33(1), missed once late, told whenever they are given."""
        given = self.breach.delay_reasons
        missing = self.words.missing() if self.clock.needs_reasons(self.now) else ""
        told = OwnText(given) if given else missing
        return [(self.say(N_("Reasons for the delay")), told)] if told else []

    def _period(self) -> list[Pair]:
        law = law_data("breach_delays")["notification"]
        elapsed = N_("{n} elapsed hours ({article}): nights, Saturdays, Sundays and public holidays count.")
        return [
            (self.say(START), self._why()),
            (self.say(N_("Length of the period")), self.say(elapsed, n=law["hours"], article=law["article"])),
            (self.say(N_("End of the period")), self._local(self.clock.due)),
        ]

    def _why(self) -> str:
        told = self._start is self.breach.processor_alerted_at and self._start is not self.breach.aware_at
        why = N_("the processor informed the controller") if told else N_("awareness, with a reasonable certainty")
        parts = [self._local(self.clock.start), self.say(why)]
        if not self._knows_its_hour:
            parts.append(self.say(N_("the hour is not known: counted from midnight")))
        return self.say(SEPARATOR).join(parts)

    def _sent(self) -> list[Pair]:
        sent, label = first_sent(self.notifications), self.say(N_("Notification to the CNIL"))
        if sent and self.clock.due:
            judged = ", ".join(filter(None, (self._after(sent), self._judged(sent))))
            return [(label, moment_text(sent, self.say)), (self.say(N_("Delay")), judged)]
        if self.clock.phase is Phase.NOT_NOTIFIED:
            return [self._decided_against()]
        return [(label, self.say(N_("None in the dossier."))), self._so_far()] if self.words.marks_gaps else []

    def _decided_against(self) -> Pair:
        return self.say(N_("Notification to the CNIL")), self.say(N_("None, by a decision whose reasons are recorded."))

    def _so_far(self) -> Pair:
        left = self.clock.left(self.now)
        words = N_("{time} left")
        if self.clock.is_late(self.now):
            if_risk = N_("{time} after the end of the period, if a risk is likely")
            words = N_("{time} after the end of the period") if self._is_due else if_risk
        return self.say(N_("On the date of this document")), self.say(words, time=hours_text(abs(left), self.say))

    def _sources(self) -> list[Pair]:
        say, law = self.say, law_data("breach_delays")
        checked, due = date_text(date.fromisoformat(law["checked"]), say), self._local(self.clock.regulation_due)
        regulation = N_(
            "By Regulation (EEC, Euratom) No 1182/71, art. 3, the hour of the event is not counted and the period ends "
            "{moment}."
        )
        told = [say(regulation, moment=due)]
        if self.words.marks_gaps:
            told.append(say(N_("The CNIL's position on this is not verified.")))
        return [
            (say(N_("For information")), self._with_source(" ".join(told), law["end_of_period"]["url"])),
            (
                say(N_("Legal data")),
                self._with_source(say(N_("As checked on {day}."), day=checked), law["source"]["url"]),
            ),
        ]

    def _with_source(self, told: str, url: str) -> str:
        source = self.say(N_("{label}:"), label=self.say(N_("Source")))
        return LabelledText([("", told), (source, addressed(url, url))])

    def _as_processor(self) -> list[Pair]:
        duty = self.say(N_("Each controller is alerted without undue delay (art. 33(2)); no number of hours is set."))
        pairs = [(self.say(N_("Duty as processor")), duty)]
        if self.clock.start:
            pairs.append((self.say(N_("Awareness")), self._local(self.clock.start)))
        return pairs + self._controllers()

    def _controllers(self) -> list[Pair]:
        parties = self.words.dossier.children(BreachParty, self.breach.id)
        named = [party for party in parties if party.role is not BreachRole.PROCESSOR]
        alerted = [self._alerted(party, party.alerted_at) for party in named if party.alerted_at]
        others = [party.name or self.say(UNTITLED) for party in named if not party.alerted_at]
        if not named:
            return [(self.say(N_("Controllers concerned")), self.say(N_("None is named in the dossier.")))]
        told = [(N_("Controllers alerted"), alerted), (N_("Controllers not alerted"), others)]
        return [(self.say(label), OwnText("\n".join(names))) for label, names in told if names]

    def _alerted(self, party: BreachParty, at: Moment) -> str:
        told = [text_of(at, self.say), self._after(at)]
        name = party.name or self.say(UNTITLED)
        return self.say(N_("{label}: {value}"), label=name, value=", ".join(filter(None, told)))

    def _after(self, sent: Moment) -> str:
        """How long after the start; nothing where the hour of sending is not known."""
        start = self.clock.start
        if start is None or sent.precision is not Precision.MINUTE:
            return ""
        gap = hours_text(abs(sent.at - start), self.say)
        if sent.at < start:
            return self.say(N_("{time} before the start"), time=gap)
        return self.say(N_("after {time}") if self._knows_its_hour else N_("after {time} at most"), time=gap)

    def _judged(self, sent: Moment) -> str:
        start, due = self.clock.start, self.clock.due
        if start is None or due is None:
            return ""
        if precedes(sent, start):
            return self.say(N_("one of the two dates is to be corrected"))
        timely = in_time(sent, start, due)
        if timely is None:
            return self.say(N_("hour of sending not known"))
        if timely:
            return self.say(N_("in time"))
        if sent.precision is not Precision.MINUTE:
            return self.say(N_("late"))
        return self.say(N_("late by {time}"), time=hours_text(sent.at - due, self.say))

    @property
    def _knows_its_hour(self) -> bool:
        return bool(self._start and self._start.precision is Precision.MINUTE)

    def _local(self, at: datetime | None) -> str:
        return moment_text(Moment.trusted({"at": at, "zone": self.clock.zone}), self.say) if at else ""

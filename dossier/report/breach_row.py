"""One row of the register of breaches: what art. 33(5) asks to document, each cell with its labels."""

from collections.abc import Callable, Iterable
from functools import partial

from dossier.i18n import N_
from dossier.law.breach_clock import earliest
from dossier.law.enisa import in_force, score_of
from dossier.model.breach import Breach, BreachAssessment, BreachCommunication, BreachNotification
from dossier.model.dossier import R
from dossier.model.fields import Field, field_of
from dossier.model.record import Record
from dossier.model.text import text_of
from dossier.report.breach_delay import Delay, Pair
from dossier.report.columns import TextColumn
from dossier.report.content import LabelledText, OwnText
from dossier.report.wording import UNTITLED, Wording

LONGEST = 400
"""Characters of a text in the summary; the sheet has all of it."""

CUT = "[…]"
_KEPT = "art. 33(5)"
_FACTS = ("state", "role", "facts", "nature", "origins", "causes", "origin_text")
_DATES = ("started_at", "ended_at", "ongoing", "suspected_at", "detected_at", "aware_at", "processor_alerted_at")
_DATA = ("data", "sensitive", "data_text", "records_number", "persons", "persons_text", "persons_number")
_EFFECTS = ("consequences", "harms", "effects", "gravity", "likelihood")
_MEASURES = ("previous_measures", "remedies", "remedies_planned", "remedies_lasting")
_DECISIONS = (
    *("risk", "notify", "notify_reasons", "inform", "inform_planned_on", "inform_reasons", "exception"),
    *("decided_by", "decided_at"),
)


class BreachRow:
    """The cells of a breach, for one audience in one language."""

    def __init__(self, words: Wording) -> None:
        self.words, self.dossier, self.scope, self.say = words, words.dossier, words.scope, words.say

    def columns(self) -> list[TextColumn[Breach]]:
        """From what happened to what was sent, in the order in which the CNIL's form asks."""
        told: tuple[tuple[str, Callable[[Breach], str]], ...] = (
            (N_("What happened"), self._facts),
            (N_("Dates"), self._dates),
            (N_("Data and persons"), partial(self._cell, _DATA)),
            (N_("Effects"), self._effects),
            (N_("Measures"), partial(self._cell, _MEASURES, article=_KEPT)),
            (N_("Decisions and reasons"), partial(self._cell, _DECISIONS)),
            (N_("Notifications and delay"), self._notifications),
        )
        return [TextColumn(self.say(title), text) for title, text in told]

    def is_cut(self, breach: Breach) -> bool:
        """Whether a text of its row goes on in its sheet."""
        names = ("name", *_FACTS, *_DATA, *_EFFECTS, *_MEASURES, *_DECISIONS, "delay_reasons")
        values = [getattr(breach, name) for name in names]
        return any(isinstance(value, str) and len(value) > LONGEST for value in values)

    def _facts(self, breach: Breach) -> str:
        named = [("", _shortened(breach.name))] if breach.name else []
        return self._labelled([*named, *self._told(breach, _FACTS)], _KEPT)

    def _dates(self, breach: Breach) -> str:
        return self._labelled(self._told(breach, _DATES) or self._told(breach, ("logged_at",)))

    def _effects(self, breach: Breach) -> str:
        pairs = self._told(breach, _EFFECTS)
        assessment = in_force(self.dossier.children(BreachAssessment, breach.id))
        score = assessment and score_of(assessment)
        if score:
            pairs.append((self.say(N_("ENISA score")), f"{score.words(self.say)}, {self.say(score.band.label)}"))
        return self._labelled(pairs, _KEPT)

    def _notifications(self, breach: Breach) -> str:
        delay = Delay(self.words, breach)
        pairs = [self._sent(one, delay) for one in oldest_first(delay.notifications)]
        told = self.dossier.children(BreachCommunication, breach.id)
        reasons = [(label, _shortened(text)) for label, text in delay.reasons()]
        pairs += [*delay.outstanding(), *reasons, *self._told(breach, ("cnil_reference",))]
        return self._labelled([*pairs, *map(self._communicated, told), *self._told(breach, ("closed_on",))])

    def _sent(self, one: BreachNotification, delay: Delay) -> Pair:
        """Initial notification to the CNIL: 24/11/2026 17:15 (Paris), after 51 h 10, in time, reference."""
        label = self.say(one.type.label) if one.type else one.name or self.say(BreachNotification.kind.label)
        values = (text_of(one.sent_at, self.say), delay.of(one), self._given(one.case_reference))
        return label, ", ".join(filter(None, values)) or self.words.missing()

    def _given(self, reference: str) -> str:
        return self.say(N_("reference {reference}"), reference=reference) if reference else ""

    def _communicated(self, one: BreachCommunication) -> Pair:
        values = [text_of(value, self.say) for value in (one.sent_at, one.channel)]
        if one.persons_number:
            values.append(self.say(N_("persons: {number}"), number=text_of(one.persons_number, self.say)))
        return self.say(one.kind.label), ", ".join(filter(None, values)) or OwnText(one.name or self.say(UNTITLED))

    def _cell(self, names: Iterable[str], breach: Breach, article: str = "") -> str:
        return self._labelled(self._told(breach, names), article)

    def _told(self, breach: Breach, names: Iterable[str]) -> list[Pair]:
        """Fields that say something, each with its label."""
        fields = [field for field in map(partial(field_of, Breach), names) if self.scope.shows(Breach, field)]
        told = [(field, self.words.cell(breach, field)) for field in fields]
        return [(self.say(field.show.label), self._value(text, field)) for field, text in told if text]

    def _value(self, text: str, field: Field) -> str:
        return _shortened(text) if field.type is str else self.words.joined(text, field)

    def _labelled(self, pairs: list[Pair], article: str = "") -> str:
        """One cell; an empty one says so to internal readers."""
        if not pairs:
            return self.words.missing(article)
        label = N_("{label}:")
        return LabelledText([(self.say(label, label=name) if name else "", text) for name, text in pairs])


def oldest_first(parts: Iterable[R]) -> tuple[R, ...]:
    """The repeated parts of a breach by their date, those without one last."""

    def when(part: Record) -> tuple[bool, float]:
        moments = [getattr(part, name, None) for name in ("at", "sent_at", "alerted_at")]
        known = [earliest(moment).timestamp() for moment in moments if moment]
        return not known, min(known, default=0.0)

    return tuple(sorted(parts, key=when))


def _shortened(text: str) -> str:
    """The user's words, cut between two of them where they are longer than a row can hold."""
    if len(text) <= LONGEST:
        return OwnText(text)
    return OwnText(f"{text[:LONGEST].rpartition(' ')[0] or text[:LONGEST]} {CUT}")

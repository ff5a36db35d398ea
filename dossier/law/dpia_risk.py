"""The risks of an impact assessment (art. 35 and 36): their marks on the matrix, what remains, where it stands."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dossier.i18n import N_
from dossier.law.data import Origin, law_data, origin_of
from dossier.law.durations import after
from dossier.law.holidays import next_working_day
from dossier.law.periods import days_after
from dossier.law.settings import reference_values
from dossier.model.dossier import Dossier
from dossier.model.dpia import Dpia, DpiaRisk
from dossier.model.record import Term
from dossier.model.vocabulary import Answer, FearedEvent, Level

LETTERS: Mapping[FearedEvent | None, str] = {
    FearedEvent.ACCESS: "A",
    FearedEvent.MODIFICATION: "M",
    FearedEvent.DISAPPEARANCE: "D",
    None: "R",
}
"""The mark of a feared event on the matrix; that of a risk without one."""


class DpiaStanding(Term):
    """Where an assessment stands; what presses first comes first."""

    __source__ = "Dossier"
    TO_CONSULT = "a_consulter", N_("CNIL to be consulted")
    TO_COMPLETE = "a_completer", N_("To be completed")
    NO_OPINION = "sans_avis", N_("Opinion of the officer missing")
    TO_REVIEW = "a_reexaminer", N_("To be reviewed")
    CONSULTING = "consultation", N_("Consultation in progress")
    IN_ORDER = "a_jour", N_("Up to date")


@dataclass(frozen=True, slots=True)
class ConsultationPeriod:
    """By when the CNIL answers a prior consultation, and by when where it takes more weeks; whence the rule is."""

    ends: date
    extended: date
    weeks: int
    more: int
    origin: Origin


class Lacking(NamedTuple):
    """The fields of an assessment that are empty, and the feared events that no risk is about."""

    fields: tuple[str, ...]
    events: tuple[FearedEvent, ...]


def number_of(level: Level) -> int:
    """1 for negligible to 4 for maximal."""
    return list(Level).index(level) + 1


def is_high(severity: Level | None, likelihood: Level | None) -> bool:
    """Whether a risk is high: on both scales. `significant` and `maximal` count: our reading, as `dpia.json` says."""
    high = law_data("dpia")["residual_high"]["levels"]
    return severity in high and likelihood in high


def marks_of(risks: Iterable[DpiaRisk]) -> dict[str, str]:
    """The mark of each risk by its identifier: the letter of its event, numbered where there are several (A1, A2)."""
    letters = {risk.id: LETTERS[risk.event] for risk in risks}
    several = {letter for letter, n in Counter(letters.values()).items() if n > 1}
    given: Counter[str] = Counter()
    marks = {}
    for risk_id, letter in letters.items():
        given[letter] += 1
        marks[risk_id] = f"{letter}{given[letter]}" if letter in several else letter
    return marks


def missing_events(risks: Iterable[DpiaRisk]) -> tuple[FearedEvent, ...]:
    """The feared events of the CNIL's method that no risk is about."""
    there = {risk.event for risk in risks}
    return tuple(event for event in FearedEvent if event not in there)


def has_high_residual_risk(dossier: Dossier, dpia: Dpia) -> bool:
    """Whether what remains is high (art. 36(1)): the assessment says so, or a risk stays so on both scales."""
    high = law_data("dpia")["residual_high"]["levels"]
    risks = dossier.children(DpiaRisk, dpia.id)
    return dpia.residual in high or any(is_high(one.residual_severity, one.residual_likelihood) for one in risks)


def is_consulted(dpia: Dpia) -> bool:
    """Whether the dossier shows that the CNIL was consulted (art. 36)."""
    return dpia.consultation is Answer.YES or dpia.consulted_on is not None


def consultation_of(dossier: Dossier, dpia: Dpia) -> ConsultationPeriod | None:
    """By when the CNIL answers: weeks from the receipt of the request (art. 36(2)); None without the day of it.

    A period that ends on a day off ends on the next working day (Regulation 1182/71, art. 3(4)).
    """
    if dpia.consulted_on is None:
        return None
    data, organisation = law_data("dpia"), dossier.organisation
    period, local = data["consultation"], bool(organisation and organisation.alsace_moselle)
    weeks, more = period["weeks"], period["extension_weeks"]
    ends = [days_after(dpia.consulted_on, 7 * n) for n in (weeks, weeks + more)]
    first, last = [next_working_day(day, alsace_moselle=local) for day in ends]
    return ConsultationPeriod(first, last, weeks, more, origin_of(data, period))


def review_due(dossier: Dossier, dpia: Dpia, today: date) -> date | None:
    """The day that was set for the next review, or so long after the assessment (`reviews.dpia`; art. 35(11))."""
    if dpia.next_review or dpia.made_on is None:
        return dpia.next_review
    return after(dpia.made_on, reference_values(dossier, today)["reviews.dpia"].duration)


def standing_of(dossier: Dossier, dpia: Dpia, today: date) -> DpiaStanding:
    """The first thing that an assessment still lacks."""
    if has_high_residual_risk(dossier, dpia) and not is_consulted(dpia):
        return DpiaStanding.TO_CONSULT
    if any(lacking(dossier, dpia)):
        return DpiaStanding.TO_COMPLETE
    if not dpia.dpo_opinion:
        return DpiaStanding.NO_OPINION
    due = review_due(dossier, dpia, today)
    if due and due < today:
        return DpiaStanding.TO_REVIEW
    if dpia.consulted_on and not dpia.consultation_outcome:
        return DpiaStanding.CONSULTING
    return DpiaStanding.IN_ORDER


def lacking(dossier: Dossier, dpia: Dpia) -> Lacking:
    """What art. 35(7) asks for, as far as it can be counted; a document may hold all of it."""
    if dpia.document:
        return Lacking((), ())
    written = {
        "overview": dpia.overview,
        "proportionality": dpia.proportionality,
        "measures": dpia.measures or dpia.measures_text,
    }
    empty = tuple(name for name, value in written.items() if not value)
    return Lacking(empty, missing_events(dossier.children(DpiaRisk, dpia.id)))

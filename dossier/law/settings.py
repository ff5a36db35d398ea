"""The reference values that the law leaves open: ours, and those that a dossier sets for itself, which win.

What may be set: the rhythms and limits of `reviews.json`, and the references of `retention_references.json` that are
not to be exceeded without a reason. No statute fixes them: they are settings of ours, or recommendations. A period of
the GDPR and a legal minimum are not among them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from dossier.i18n import N_, Language
from dossier.law.data import Origin, Words, law_data, origin_of, said
from dossier.law.durations import is_longer
from dossier.law.retention import UNITS, ReferencePeriod, RetentionReference, references
from dossier.law.transfer_words import origin_words
from dossier.model.dossier import Dossier
from dossier.model.evidence import LegalSetting
from dossier.model.record import Duration, Term, Unit
from dossier.model.text import text_of
from dossier.model.vocabulary import RetentionPhase

_REVIEWS = {
    "reviews.governance": N_("Review of procedures, notices and policies"),
    "reviews.training": N_("Training or awareness"),
    "reviews.register": N_("Review of a sheet of the register"),
    "reviews.draft": N_("How long a sheet may remain a draft"),
    "reviews.purge": N_("Purge of data"),
    "reviews.processor": N_("Review of a processor"),
    "reviews.processor.low_risk": N_("Review of a processor of low risk"),
    "reviews.processor_alert": N_("Alert of a breach by a processor"),
    "reviews.transfer_assessment": N_("Review of a transfer impact assessment"),
    "reviews.certification": N_("Check of a Data Privacy Framework listing"),
    "reviews.adequacy_warning": N_("Warning before an adequacy decision ends"),
    "reviews.access_review": N_("Review of access rights"),
    "reviews.restore_test": N_("Test of restoring a backup"),
    "reviews.dpia": N_("Review of an impact assessment"),
    "reviews.logs.shortest": N_("Security logs, at least"),
    "reviews.logs.longest": N_("Security logs, at most"),
    "reviews.trackers.tracker_life": N_("Life of a tracker"),
    "reviews.trackers.data_life": N_("Life of the data of a tracker"),
    "reviews.trackers.choice_life": N_("Life of the choice on trackers"),
}
"""What a dossier may set of `reviews.json`: the entry and, where it holds several values, which one."""


_FILES = {"reviews": "reviews", "retention": "retention_references"}
"""The legal data by the beginning of a key."""


class Fault(Term):
    """Why a value set in a dossier changes nothing."""

    __source__ = "Dossier"
    UNKNOWN_KEY = "cle_inconnue", N_("no value of the legal data that may be set has this key")
    NO_DURATION = "sans_duree", N_("it has no duration")


@dataclass(frozen=True, slots=True)
class ReferenceValue:
    """A value that the law leaves open: `ours` with its origin, and what the dossier sets instead, if anything."""

    key: str
    label: str | Words
    """A text of the program, or one of the data."""
    ours: Duration
    origin: Origin
    phase: RetentionPhase | None = None
    setting: LegalSetting | None = None

    @property
    def file(self) -> str:
        """The legal data that it is a value of."""
        return _FILES[self.key.partition(".")[0]]

    @property
    def duration(self) -> Duration:
        """The value that counts."""
        return (self.setting and self.setting.duration) or self.ours

    def name(self, say: Language) -> str:
        """What it is the value of."""
        name = say(self.label) if isinstance(self.label, str) else said(self.label, say)
        return f"{name} ({say(self.phase.label).lower()})" if self.phase else name

    def words(self, say: Language) -> str:
        """The value and where it comes from; of one that the dossier set, ours beside it."""
        value, ours = text_of(self.duration, say), text_of(self.ours, say)
        if self.setting:
            return say(N_("Reference set in this dossier: {value} (ours: {ours})."), value=value, ours=ours)
        return say(N_("Reference: {value}. {source}"), value=value, source=origin_words(self.origin, say))


def reference_values(dossier: Dossier, today: date) -> Mapping[str, ReferenceValue]:
    """Every value that may be set, by its key, as it counts in a dossier on a day.

    Of several settings of one value the latest counts that is not of a later day, then the last in the order of their
    references; one that names no day has always counted.
    """
    settings, known = dossier.of(LegalSetting), dict(_ours())
    for setting in sorted(settings, key=lambda one: one.since or date.min):
        if fault_of(setting) is None and (setting.since or today) <= today:
            known[setting.key] = replace(known[setting.key], setting=setting)
    return known


def settings_in_force(dossier: Dossier, today: date) -> tuple[ReferenceValue, ...]:
    """The values that the dossier sets for itself and that count on a day, in the order of the legal data."""
    return tuple(one for one in reference_values(dossier, today).values() if one.setting)


def fault_of(setting: LegalSetting) -> Fault | None:
    """Why a setting changes nothing, whatever the day; None where it counts from its day on."""
    if setting.key not in _ours():
        return Fault.UNKNOWN_KEY
    return None if setting.duration and setting.duration.count >= 0 else Fault.NO_DURATION


def maximum_of(
    values: Mapping[str, ReferenceValue], reference: RetentionReference, phase: RetentionPhase | None = None
) -> ReferenceValue | None:
    """What is not exceeded without a reason in that phase; in the longest phase where it is not stated."""
    longest: ReferenceValue | None = None
    for period in reference.periods:
        if period.is_minimum or phase not in (None, period.phase):
            continue
        one = values[_retention_key(reference, period)]
        longest = one if longest is None or is_longer(one.duration, longest.duration) else longest
    return longest


@cache
def _ours() -> Mapping[str, ReferenceValue]:
    return {one.key: one for one in (*_of_reviews(), *_of_retention())}


def _of_reviews() -> Iterator[ReferenceValue]:
    data = law_data("reviews")
    for key, label in _REVIEWS.items():
        entry, _dot, part = key.removeprefix("reviews.").partition(".")
        yield ReferenceValue(key, label, _duration(data[entry], part), origin_of(data, data[entry]))


def _duration(entry: Mapping[str, Any], part: str) -> Duration:
    """`months`, or `low_risk_months` for the part “low_risk”."""
    units = {"hours": Unit.HOUR, **UNITS}
    named = {f"{part}_{name}" if part else name: unit for name, unit in units.items()}
    count, unit = next((entry[key], unit) for key, unit in named.items() if key in entry)
    return Duration.trusted({"count": count, "unit": unit})


def _of_retention() -> Iterator[ReferenceValue]:
    for reference in references():
        for period in reference.periods:
            if not period.is_minimum:
                key, origin = _retention_key(reference, period), reference.origin
                yield ReferenceValue(key, reference.name, period.duration, origin, period.phase)


def _retention_key(reference: RetentionReference, period: ReferencePeriod) -> str:
    return f"retention.{reference.code}.{period.phase}"

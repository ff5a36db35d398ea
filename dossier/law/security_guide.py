"""The 25 sheets of the CNIL's security guide (2024) and how far measures cover them, with evidence counted apart.

Coverage is a mean of weights that are settings of ours: it tells where to look, never that a duty is met.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dossier.law.data import Origin, Words, law_data, origin_of
from dossier.model.measure import Measure, Operation
from dossier.model.vocabulary import MeasureStatus

_ITEM = re.compile(r"F(\d+)\.\d+$")


@dataclass(frozen=True, slots=True)
class SheetItem:
    """One point of a sheet, such as F4.2, in our own words."""

    code: str
    name: Words
    origin: Origin


@dataclass(frozen=True, slots=True)
class GuideSheet:
    """A sheet of the guide; one that is `important` and not addressed is a major finding, another a minor one."""

    number: int
    group: str
    name: Words
    short: Words
    important: bool
    items: tuple[SheetItem, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class SheetCoverage:
    """How far the measures of a sheet cover it, 0 to 1; None where the sheet does not apply.

    `proofs` counts the documents of its measures and of the operations that prove them, each once.
    """

    sheet: GuideSheet
    score: float | None
    measures: tuple[Measure, ...]
    proofs: int

    @property
    def is_addressed(self) -> bool:
        return self.score is None or bool(self.measures)


@dataclass(frozen=True, slots=True)
class Coverage:
    """All sheets; `score` is the mean over those that apply, None where none does, `unproved` those without proof."""

    sheets: tuple[SheetCoverage, ...]

    @property
    def applicable(self) -> tuple[SheetCoverage, ...]:
        return tuple(one for one in self.sheets if one.score is not None)

    @property
    def score(self) -> float | None:
        return _mean([one.score for one in self.sheets if one.score is not None])

    @property
    def unproved(self) -> tuple[SheetCoverage, ...]:
        return tuple(one for one in self.applicable if not one.proofs)


@cache
def sheets() -> tuple[GuideSheet, ...]:
    """The sheets in their order (`security_guide.json`)."""
    data = law_data("security_guide")
    return tuple(_sheet(data, entry) for entry in data["sheets"])


def group_name(code: str) -> Words:
    """The name of a group of sheets."""
    words: Words = law_data("security_guide")["groups"][code]
    return words


def sheets_of(measure: Measure) -> frozenset[int]:
    """The numbers of the sheets a measure belongs to: its own, and those of the items it names."""
    named = [int(found[1]) for item in measure.sheet_items if (found := _ITEM.match(item))]
    return frozenset([*named, *([measure.sheet] if measure.sheet else [])])


def proofs_of(measure: Measure, operations: Iterable[Operation] = ()) -> frozenset[str]:
    """The documents that prove a measure: its own, and those of the operations that name it; words alone do not."""
    done = [document for one in operations if measure.id in one.measures for document in one.evidence]
    return frozenset([*measure.evidence, *done])


def documents_of(measures: Iterable[Measure], operations: Iterable[Operation]) -> frozenset[str]:
    """The documents that prove any of some measures."""
    done = tuple(one for one in operations if one.evidence)
    return frozenset[str]().union(*(proofs_of(one, done) for one in measures))


def applies(measure: Measure) -> bool:
    """Whether a measure counts: one that says with its reason that it does not apply counts nowhere."""
    return measure.state is not MeasureStatus.NOT_APPLICABLE or not measure.not_applicable_reason.strip()


def score_of(measures: Iterable[Measure]) -> float | None:
    """The mean weight of the states of some measures, 0 to 1; None where there are none."""
    weights = law_data("security_guide")["weights"]
    return _mean([weights.get(one.state, 0.0) for one in measures])


def coverage(measures: Iterable[Measure], operations: Iterable[Operation] = ()) -> Coverage:
    """How far each sheet is covered, 0 to 1: the mean over its measures of the weight of their state.

    A sheet does not apply where every measure on it says so with its reason. A state that is not given weighs nothing.
    """
    by_sheet: dict[int, list[Measure]] = {}
    for measure in measures:
        for number in sheets_of(measure):
            by_sheet.setdefault(number, []).append(measure)
    done: dict[str, list[Operation]] = {}
    for operation in operations:
        for measure_id in operation.measures if operation.evidence else ():
            done.setdefault(measure_id, []).append(operation)
    return Coverage(tuple(_covered(sheet, by_sheet.get(sheet.number, []), done) for sheet in sheets()))


def _covered(sheet: GuideSheet, measures: list[Measure], done: Mapping[str, list[Operation]]) -> SheetCoverage:
    applying = [one for one in measures if applies(one)]
    score = score_of(applying) or 0.0 if applying or not measures else None
    proofs = frozenset[str]().union(*(proofs_of(one, done.get(one.id, ())) for one in applying))
    return SheetCoverage(sheet, score, tuple(applying), len(proofs))


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _sheet(data: Mapping[str, Any], entry: Mapping[str, Any]) -> GuideSheet:
    return GuideSheet(
        entry["sheet"],
        entry["group"],
        entry["name"],
        entry["short"],
        entry["important"],
        tuple(SheetItem(one["item"], one["name"], origin_of(data, one)) for one in entry["items"]),
        origin_of(data, entry),
    )

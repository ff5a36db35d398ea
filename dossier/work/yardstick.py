"""The CNIL's published notifications, counted: a yardstick for one's own breaches, kept apart from every dossier."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from dossier.errors import InvalidInput
from dossier.exchange.cnil_notifications import ProposedNotification, Unknown, read_notifications
from dossier.i18n import _
from dossier.model.organisation import Sector
from dossier.model.record import Term
from dossier.model.vocabulary_procedures import (
    BreachCause,
    BreachData,
    BreachNature,
    BreachOrigin,
    InformPersons,
    PersonsBand,
)
from dossier.paths import user_yardstick
from dossier.store.disk import reason_of
from dossier.work.files import replaced_when_complete

DIMENSIONS: Mapping[str, type[Term]] = {
    "origins": BreachOrigin,
    "causes": BreachCause,
    "natures": BreachNature,
    "data": BreachData,
    "band": PersonsBand,
    "sector": Sector,
    "informed": InformPersons,
}
"""What is counted, by the name that a proposal gives it."""


@dataclass(frozen=True)
class Tally:
    """Some notifications, counted; one that has several origins counts once under each of them."""

    notifications: int
    sensitive: int
    counts: Mapping[str, Mapping[Term, int]]

    def share(self, count: int) -> float:
        """That many of these notifications, from 0 to 1; the shares of one dimension may add up to more."""
        return count / self.notifications if self.notifications else 0.0


@dataclass(frozen=True)
class UnknownLabel:
    """A label that is in no list, the line where it was first seen, and how often it was."""

    column: str
    label: str
    line: int
    count: int


@dataclass(frozen=True)
class Yardstick:
    """The counts of one file, together and by year of receipt; `note` is what the CNIL says of its extraction.

    A line whose month could not be read counts in the total and in no year.
    """

    file: str
    note: str
    read_at: datetime
    total: Tally
    years: Mapping[int, Tally]
    unknown: tuple[UnknownLabel, ...] = ()
    other_columns: tuple[str, ...] = ()


def read_yardstick(path: Path, now: datetime) -> Yardstick:
    """Count the notifications of a published file; raises InvalidInput where it is none, or is empty."""
    try:
        with path.open("rb") as file:
            published = read_notifications(file)
            total, years, unknown = _counted(published.proposals)
    except OSError as error:
        raise InvalidInput(_("{path} cannot be read ({reason}).", path=path, reason=reason_of(error))) from error
    if not total.notifications:
        raise InvalidInput(_("{path} holds no notification: nothing was kept; choose another file.", path=path))
    return Yardstick(path.name, published.note, now, total, years, unknown, published.other_columns)


def keep(yardstick: Yardstick) -> Path:
    """Put it where `kept_yardstick` finds it, instead of the one before; raises CannotWrite."""
    target = user_yardstick()
    with suppress(OSError):  # what the folder refuses, the file refuses, and says why
        target.parent.mkdir(parents=True, exist_ok=True)
    with replaced_when_complete(target) as file:
        file.write(json.dumps(as_json(yardstick), ensure_ascii=False, indent=1).encode())
    return target


def kept_yardstick() -> Yardstick | None:
    """The one that was kept last, or nothing; what cannot be read is as if it had never been kept."""
    try:
        return _from_json(json.loads(user_yardstick().read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def as_json(yardstick: Yardstick) -> dict[str, Any]:
    """The same as JSON values, with the share of each count; codes are those of the records."""
    return {
        "file": yardstick.file,
        "note": yardstick.note,
        "read_at": yardstick.read_at.isoformat(),
        "total": _tally_json(yardstick.total),
        "years": {str(year): _tally_json(tally) for year, tally in yardstick.years.items()},
        "unknown": [asdict(label) for label in yardstick.unknown],
        "other_columns": list(yardstick.other_columns),
    }


def _tally_json(tally: Tally) -> dict[str, Any]:
    counts = {
        name: {term.value: {"count": count, "share": round(tally.share(count), 4)} for term, count in counts.items()}
        for name, counts in tally.counts.items()
    }
    return {"notifications": tally.notifications, "sensitive": tally.sensitive, **counts}


def _from_json(values: Mapping[str, Any]) -> Yardstick:
    return Yardstick(
        file=values["file"],
        note=values["note"],
        read_at=datetime.fromisoformat(values["read_at"]),
        total=_tally_from(values["total"]),
        years={int(year): _tally_from(tally) for year, tally in values["years"].items()},
        unknown=tuple(UnknownLabel(**label) for label in values["unknown"]),
        other_columns=tuple(values["other_columns"]),
    )


def _tally_from(values: Mapping[str, Any]) -> Tally:
    counts = {
        name: {term: values[name][term]["count"] for term in list_ if term in values[name]}
        for name, list_ in DIMENSIONS.items()
    }
    return Tally(values["notifications"], values["sensitive"], counts)


def _counted(proposals: Iterable[ProposedNotification]) -> tuple[Tally, dict[int, Tally], tuple[UnknownLabel, ...]]:
    total, years, unknown = _Counting(), defaultdict[int, _Counting](_Counting), dict[Unknown, UnknownLabel]()
    for one in proposals:
        total.add(one)
        if one.month:
            years[one.month.year].add(one)
        for label in one.unknown:
            seen = unknown.get(label) or UnknownLabel(label.column, label.label, one.line, 0)
            unknown[label] = replace(seen, count=seen.count + 1)
    return total.tally(), {year: years[year].tally() for year in sorted(years)}, tuple(unknown.values())


class _Counting:
    """What becomes a Tally."""

    def __init__(self) -> None:
        self._notifications = self._sensitive = 0
        self._counts: dict[str, Counter[Term]] = {name: Counter() for name in DIMENSIONS}

    def add(self, one: ProposedNotification) -> None:
        self._notifications += 1
        self._sensitive += one.sensitive is True
        for name, counter in self._counts.items():
            value = getattr(one, name)
            counter.update(value if isinstance(value, tuple) else (value,) if value else ())

    def tally(self) -> Tally:
        """Each list in its own order; what was never seen is left out."""
        counts = {
            name: {term: self._counts[name][term] for term in list_ if self._counts[name][term]}
            for name, list_ in DIMENSIONS.items()
        }
        return Tally(self._notifications, self._sensitive, counts)

"""What is measured is the same on every machine, and near to what people have."""

from collections import Counter
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from dossier.law.breach_clock import clock_of
from dossier.model.breach import Breach, BreachNotification
from dossier.model.record import Record
from dossier.model.vocabulary_procedures import BreachOrigin, NotificationType


@pytest.fixture
def breaches(load: Callable[[str], ModuleType]) -> Callable[..., list[Record]]:
    made: Callable[..., list[Record]] = load("bench_data").breaches
    return made


def told(records: list[Record]) -> list[dict[str, Any]]:
    """All but the identifiers, which are made anew each time."""
    return [{name: value for name, value in one.as_json().items() if name not in ("id", "breach")} for one in records]


def test_a_seed_makes_the_same_breaches_again_and_another_seed_others(breaches: Callable[..., list[Record]]) -> None:
    assert told(breaches(50, 3)) == told(breaches(50, 3))
    assert told(breaches(50, 3)) != told(breaches(50, 4))


def test_there_are_as_many_as_asked_over_six_years_on_time_late_and_not_notified(
    breaches: Callable[..., list[Record]],
) -> None:
    records = breaches(600)
    logged = [one for one in records if isinstance(one, Breach)]
    sent = {one.breach: one for one in records if isinstance(one, BreachNotification)
            if one.type is not NotificationType.SUPPLEMENTARY}  # fmt: skip
    assert len(logged) == 600
    assert len({one.reference for one in logged}) == 600
    assert len({one.aware_at.at.year for one in logged if one.aware_at}) >= 6
    on_time = Counter(clock_of(one, [sent[one.id]]).on_time for one in logged if one.id in sent)
    assert on_time[True] > on_time[False] > 50
    assert Counter(origin for one in logged for origin in one.origins).most_common(1)[0][0] is BreachOrigin.HACKING

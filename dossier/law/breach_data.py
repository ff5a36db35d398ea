"""Data that leaked beside the data of the register: what it lists, what it does not, what cannot be compared."""

from collections.abc import Set
from dataclasses import dataclass

from dossier.law.data import law_data
from dossier.model.activity import Activity, DataItem
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.record import Term


@dataclass(frozen=True)
class LeakedData:
    """The `BreachData` and `SensitiveCategory` of one breach, each in one of three places."""

    listed: tuple[Term, ...] = ()
    not_listed: tuple[Term, ...] = ()
    cannot_compare: tuple[Term, ...] = ()
    """No activity is named, the register has no such category, or some of its data have no category at all."""


def leaked_data(breach: Breach, dossier: Dossier) -> LeakedData:
    """What the activities named by a breach list of the data that leaked (`breach_data_categories.json`).

    One activity that lists a category is enough. A category is said not to be listed only where every item of data of
    these activities has one.
    """
    activities = [one for one in breach.activities if dossier.get(one, Activity)]
    items = [item for activity in activities for item in dossier.children(DataItem, activity)]
    in_register = {code for item in items for code in (item.category, *item.sensitive) if code}
    complete = bool(activities) and all(item.category or item.sensitive for item in items)
    found: dict[bool | None, list[Term]] = {True: [], False: [], None: []}
    for leaked in (*breach.data, *breach.sensitive):
        found[_is_listed(leaked, in_register, complete)].append(leaked)
    return LeakedData(tuple(found[True]), tuple(found[False]), tuple(found[None]))


def _is_listed(leaked: Term, in_register: Set[str], complete: bool) -> bool | None:
    codes = law_data("breach_data_categories")["categories"][type(leaked).__name__][leaked]["register"]
    if codes is None:
        return None
    if not in_register.isdisjoint(codes):
        return True
    return False if complete else None

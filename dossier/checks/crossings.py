"""Checks that hold one register against another: what one says and the other does not know."""

from collections.abc import Iterator

from dossier.checks.finding import Check, Found, Severity, View
from dossier.i18n import N_
from dossier.law.breach_data import leaked_data
from dossier.model.activity import Activity
from dossier.model.breach import Breach


def _leaked_unlisted(view: View, breach: Breach) -> Iterator[Found]:
    leaked = leaked_data(breach, view.dossier).not_listed
    if leaked:
        activities = tuple(one for one in (view.dossier.get(id_, Activity) for id_ in breach.activities) if one)
        yield Found(("data", "sensitive", "activities"), {"data": leaked, "activities": activities})


CROSSING_CHECKS = (
    Check(
        "BRE-14",
        Breach,
        Severity.MAJOR,
        "art. 30(1)(c), 5(2)",
        N_("Data that leaked and that the register does not list for {activities}: {data}."),
        _leaked_unlisted,
    ),
)

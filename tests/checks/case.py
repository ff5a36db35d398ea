"""How the tables of cases are written: what fires a check, what leaves it silent, and what it makes of nothing said."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dossier.model.dossier import Dossier
from dossier.model.identifier import new_id
from dossier.model.record import Record
from tests.factories import record

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=ZoneInfo("Europe/Paris"))
TODAY = NOW.date()

_NAMES = {"activity": "Paie", "processor": "Hébergeur", "organisation": "SOCO", "purpose": "Verser les salaires"}

Records = list[Record]


def day(months: int = 0, days: int = 0) -> date:
    """A day so many months (of thirty days) and days from today, before it where negative."""
    return TODAY + timedelta(days=30 * months + days)


def one(kind: str, **values: Any) -> Record:
    """A record with an identifier made today, so that nothing about it is old."""
    return record(kind, **{"id": new_id(NOW), "name": _NAMES.get(kind, kind), **values})


def under(parent: Record, kind: str, **values: Any) -> Record:
    """A repeated part of another record."""
    return one(kind, **{record(kind).kind.parent: parent.id, **values})


def dossier_of(*records: Record) -> Dossier:
    return Dossier("d").with_records([(None, each) for each in records], 0, "")


@dataclass(frozen=True)
class Case:
    """Dossiers for one check; the finding is looked for in the first record of each.

    `unsaid` is a dossier that says nothing of the matter, and `speaks` whether the check finds that.
    """

    fires: Records
    silent: Records
    unsaid: Records
    speaks: bool = False

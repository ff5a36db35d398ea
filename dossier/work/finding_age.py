"""Since when something is found in a record: the journal is walked back until the check finds nothing."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from dossier.checks.finding import Finding
from dossier.checks.view import View
from dossier.model.dossier import Dossier
from dossier.store.past import past_edits

MOST = 2_000
"""Edits that are looked at; what is older is there since then at least."""

_FINE = timedelta(hours=1)


class Age(NamedTuple):
    """Since when (UTC); where it is not exact, since then at least."""

    since: datetime
    is_exact: bool


def age_of(finding: Finding, dossier: Dossier, path: Path, now: datetime, report: Callable[[int], None]) -> Age:
    """Since when a check has found something in this record without a break, whatever made it begin.

    A change of any record, or time that passed, may have done so: the whole dossier is taken back edit by edit.
    `report` is told how many, and may raise to stop. Raises FileRefused, FileLocked.
    """
    later = now
    for number, edit in enumerate(islice(past_edits(path, dossier.sequence), MOST)):
        report(number)
        if not _finds(finding, dossier, edit.at):
            return Age(_began(finding, dossier, edit.at, later), True)
        if edit.changes is None:
            return Age(edit.at, False)
        taken_back = dossier.with_records([(after, before) for before, after in edit.changes], 0, "")
        if not _finds(finding, taken_back, edit.at):
            return Age(edit.at, True)
        dossier, later = taken_back, edit.at
    return Age(later, False)


def _finds(finding: Finding, dossier: Dossier, at: datetime) -> bool:
    check = finding.check
    record = dossier.get(finding.record.id, check.kind)
    return record is not None and any(True for _found in check.find(View(dossier, at), record))


def _began(finding: Finding, dossier: Dossier, without: datetime, found: datetime) -> datetime:
    """When time alone made it begin, between an instant without it and one with it."""
    while found - without > _FINE:
        middle = without + (found - without) / 2
        if _finds(finding, dossier, middle):
            found = middle
        else:
            without = middle
    return found

"""All checks, and what they find in a dossier or in one record.

To add a check: a function that yields what it found and a `Check` below it, in the file of its subject; its fields in
`tests/model/check_fields.py`; its French.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from operator import attrgetter

from dossier.checks.authority import AUTHORITY_CHECKS
from dossier.checks.breach_register import BREACH_REGISTER_CHECKS
from dossier.checks.breaches import BREACH_CHECKS
from dossier.checks.crossings import CROSSING_CHECKS
from dossier.checks.dates import DATE_CHECKS
from dossier.checks.days import DAY_CHECKS
from dossier.checks.finding import Check, Finding, Severity
from dossier.checks.governance import GOVERNANCE_CHECKS
from dossier.checks.legal_bases import BASIS_CHECKS
from dossier.checks.notices import NOTICE_CHECKS
from dossier.checks.processors import PROCESSOR_CHECKS
from dossier.checks.quality import QUALITY_CHECKS
from dossier.checks.register import REGISTER_CHECKS
from dossier.checks.requests import REQUEST_CHECKS
from dossier.checks.retention import RETENTION_CHECKS
from dossier.checks.risky import RISK_CHECKS
from dossier.checks.security import SECURITY_CHECKS
from dossier.checks.trackers import TRACKER_CHECKS
from dossier.checks.transfers import TRANSFER_CHECKS
from dossier.checks.view import View
from dossier.model.dossier import Dossier
from dossier.model.record import Record

CHECKS: tuple[Check, ...] = (
    *GOVERNANCE_CHECKS,
    *REGISTER_CHECKS,
    *BASIS_CHECKS,
    *RETENTION_CHECKS,
    *NOTICE_CHECKS,
    *PROCESSOR_CHECKS,
    *TRANSFER_CHECKS,
    *SECURITY_CHECKS,
    *BREACH_CHECKS,
    *BREACH_REGISTER_CHECKS,
    *REQUEST_CHECKS,
    *AUTHORITY_CHECKS,
    *RISK_CHECKS,
    *TRACKER_CHECKS,
    *CROSSING_CHECKS,
    *DATE_CHECKS,
    *DAY_CHECKS,
    *QUALITY_CHECKS,
)
_WEIGHT = {severity: position * len(CHECKS) for position, severity in enumerate(Severity)}
_PLACE = {check.id: position for position, check in enumerate(CHECKS)}
_RANK = {check: _WEIGHT[check.severity] + _PLACE[check.id] for check in CHECKS}
_HANDFUL = 64
"""Records that all checks of their kind look at before the next ones: few enough to be at hand still for the last."""


@cache
def _checks_of(kind: type[Record]) -> tuple[Check, ...]:
    return tuple(check for check in CHECKS if check.kind is kind)


def findings(dossier: Dossier, now: datetime, changed: Mapping[str, datetime] | None = None) -> list[Finding]:
    """Everything found in a snapshot at an aware instant, the heaviest first; `changed` as in View."""
    view, found = View(dossier, now, changed or {}), list[Finding]()
    with nothing_collected():
        for kind in dict.fromkeys(check.kind for check in CHECKS):
            records = dossier.of(kind)
            for first in range(0, len(records), _HANDFUL):
                found += _found(view, kind, records[first : first + _HANDFUL])
    return sorted(found, key=_rank)


def findings_for(
    dossier: Dossier, record: Record, now: datetime, changed: Mapping[str, datetime] | None = None
) -> list[Finding]:
    """What is found in one record, the heaviest first."""
    return sorted(_found(View(dossier, now, changed or {}), type(record), (record,)), key=_rank)


@contextmanager
def nothing_collected() -> Iterator[None]:
    """For work that keeps what it makes, or makes no garbage: looking through it takes up to an eighth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _found(view: View, kind: type[Record], records: Sequence[Record]) -> Iterator[Finding]:
    for check in _checks_of(kind):
        find = check.find
        yield from [
            Finding(check, record, found) for record in _with_given(check, records) for found in find(view, record)
        ]


def _with_given(check: Check, records: Sequence[Record]) -> Iterable[Record]:
    """The records of which a check has something to say, perhaps."""
    if not check.given:
        return records
    value, values = attrgetter(check.given), check.being
    return [one for one in records if value(one) in values] if values else filter(value, records)


def _rank(finding: Finding) -> int:
    """The heaviest first, and what one check found together."""
    own = finding.found.severity
    return _RANK[finding.check] if own is None else _WEIGHT[own] + _PLACE[finding.check.id]

"""All checks, and what they find in a dossier or in one record.

To add a check: a function that yields what it found and a `Check` below it, in the file of its subject; its fields in
`tests/model/check_fields.py`; its French.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cache
from operator import attrgetter

from dossier.checks.breaches import BREACH_CHECKS
from dossier.checks.crossings import CROSSING_CHECKS
from dossier.checks.dates import DATE_CHECKS
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
    *REQUEST_CHECKS,
    *RISK_CHECKS,
    *TRACKER_CHECKS,
    *CROSSING_CHECKS,
    *DATE_CHECKS,
    *QUALITY_CHECKS,
)
_WEIGHT = {severity: position * len(CHECKS) for position, severity in enumerate(Severity)}
_PLACE = {check.id: position for position, check in enumerate(CHECKS)}


@cache
def _checks_of(kind: type[Record]) -> tuple[tuple[Check, Callable[[Record], object] | None], ...]:
    """The checks that look at records of a kind, each with what reads the field that it needs."""
    ours = [check for check in CHECKS if check.kind is kind]
    return tuple((check, attrgetter(check.given) if check.given else None) for check in ours)


def findings(dossier: Dossier, now: datetime, changed: Mapping[str, datetime] | None = None) -> list[Finding]:
    """Everything found in a snapshot at an aware instant, the heaviest first; `changed` as in View."""
    kinds = dict.fromkeys(check.kind for check in CHECKS)
    return _found(View(dossier, now, changed or {}), (record for kind in kinds for record in dossier.of(kind)))


def findings_for(
    dossier: Dossier, record: Record, now: datetime, changed: Mapping[str, datetime] | None = None
) -> list[Finding]:
    """What is found in one record, the heaviest first."""
    return _found(View(dossier, now, changed or {}), [record])


def _found(view: View, records: Iterable[Record]) -> list[Finding]:
    """The heaviest first, and what one check found together.

    A record is looked at by all its checks before the next one: it is at hand then.
    """
    findings: list[Finding] = []
    for record in records:
        for check, filled in _checks_of(type(record)):
            if filled is None or filled(record):
                findings += [Finding(check, record, found) for found in check.find(view, record)]
    findings.sort(key=lambda one: _WEIGHT[one.severity] + _PLACE[one.check.id])
    return findings

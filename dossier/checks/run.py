"""All checks, and what they find in a dossier or in one record.

To add a check: a function that yields what it found and a `Check` below it, in the file of its subject; its fields in
`tests/model/check_fields.py`; its French.
"""

from collections.abc import Mapping
from datetime import datetime

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
_WEIGHT = {severity: position for position, severity in enumerate(Severity)}


def findings(dossier: Dossier, now: datetime, changed: Mapping[str, datetime] | None = None) -> list[Finding]:
    """Everything found in a snapshot at an aware instant, the heaviest first; `changed` as in View."""
    view = View(dossier, now, changed or {})
    found = [
        Finding(check, record, one)
        for check in CHECKS
        for record in check.among(dossier.of(check.kind))
        for one in check.find(view, record)
    ]
    return sorted(found, key=_by_weight)


def findings_for(
    dossier: Dossier, record: Record, now: datetime, changed: Mapping[str, datetime] | None = None
) -> list[Finding]:
    """What is found in one record, the heaviest first."""
    view = View(dossier, now, changed or {})
    checks = [check for check in CHECKS if isinstance(record, check.kind) and any(check.among([record]))]
    found = [Finding(check, record, one) for check in checks for one in check.find(view, record)]
    return sorted(found, key=_by_weight)


def _by_weight(finding: Finding) -> int:
    return _WEIGHT[finding.severity]

"""What is found in a dossier, told on a terminal: as lines to read, or as rows for another program."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from dossier.checks.finding import Finding, Severity
from dossier.i18n import N_, Language
from dossier.law.transfer_words import all_data_words
from dossier.model.text import date_text
from dossier.work.findings import Accepted, Findings, part_of

_WEIGHTS = [severity.value for severity in Severity]
_ACCEPTED, _UNTIL = N_("Accepted for a time"), N_("accepted until {day} by {author}: {reason}")


def has_at_least(findings: Findings, severity: str) -> bool:
    """Whether something as heavy as the severity of that code, or heavier, stands open."""
    enough = _WEIGHTS[: _WEIGHTS.index(severity) + 1]
    return any(finding.severity.value in enough for finding in findings.open)


def finding_lines(findings: Findings, say: Language) -> list[str]:
    """Open findings under their severity, then those that are accepted, with until when and by whom."""
    said: list[str] = []
    for severity, group in groupby(findings.open, lambda finding: finding.severity):
        listed = list(group)
        lines = (line for finding in listed for line in _lines(finding, say))
        said += [f"{say(severity.label)} ({len(listed)})", *lines, ""]
    if findings.accepted:
        said.append(f"{say(_ACCEPTED)} ({len(findings.accepted)})")
        said += [line for one in findings.accepted for line in (*_lines(one.finding, say), _until(one, say))]
        said.append("")
    return [*said, _summary(findings, say), all_data_words(say)]


def finding_rows(findings: Findings, say: Language) -> list[dict[str, Any]]:
    """One row for each finding, open ones first; names of keys and codes stay as they are for ever."""
    kept = [_row(one.finding, findings, say, one) for one in findings.accepted]
    return [*(_row(finding, findings, say) for finding in findings.open), *kept]


def _lines(finding: Finding, say: Language) -> Iterator[str]:
    """What was found and, where it rests on a value that the dossier set for itself, that value beside ours."""
    sentence = " ".join(finding.sentence(say).split("\n"))
    yield f"  {finding.record.reference:14} {finding.check.id:8} {sentence} ({finding.article(say)})"
    yield from (f"  {'':14} {'':8} {one.words(say)}" for one in finding.references if one.setting)


def _until(accepted: Accepted, say: Language) -> str:
    return f"  {accepted.waiver.reference:14} {'':8} {until_words(accepted, say)}"


def until_words(accepted: Accepted, say: Language) -> str:
    """Until when a finding is accepted, by whom and why."""
    waiver = accepted.waiver
    until = date_text(waiver.ends_on, say) if waiver.ends_on else ""
    return say(_UNTIL, day=until, author=waiver.author, reason=waiver.reason)


def _summary(findings: Findings, say: Language) -> str:
    counts = findings.counts()
    listed = [f"{say(severity.label).lower()} {counts[severity]}" for severity in Severity if counts[severity]]
    total = say.plural("{n} finding", "{n} findings", len(findings.open))
    return f"{total} ({', '.join(listed)})" if listed else say(N_("Nothing stands open."))


def _row(finding: Finding, findings: Findings, say: Language, accepted: Accepted | None = None) -> dict[str, Any]:
    at, whole = findings.changed.get(finding.record.id), findings.dossier.get(part_of(finding.record))
    return {
        "check": finding.check.id,
        "severity": finding.severity.value,
        "article": finding.check.article,
        "kind": finding.record.kind.name,
        "record": finding.record.reference,
        "part_of": whole.reference if whole else None,
        "fields": list(finding.fields),
        "sentence": finding.sentence(say),
        "source": " ".join(one.words(say) for one in finding.references) or None,
        "record_changed": at.isoformat() if at else None,
        "accepted": _waiver(accepted) if accepted else None,
    }


def _waiver(accepted: Accepted) -> dict[str, Any]:
    waiver = accepted.waiver
    ends_on = waiver.ends_on.isoformat() if waiver.ends_on else None
    return {"waiver": waiver.reference, "reason": waiver.reason, "author": waiver.author, "ends_on": ends_on}

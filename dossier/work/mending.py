"""Where a finding is mended: a field, a part or another record, or what has to be added first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.checks.finding import Finding
from dossier.model.activity import Activity, DataItem, PersonGroup, Purpose, Recipient, Retention
from dossier.model.measure import Measure, Operation, Procedure
from dossier.model.record import Record
from dossier.model.transfer import TransferAssessment

ADDED: dict[str, type[Record]] = {
    "BRE-01": Procedure,
    "GOV-08": Operation,
    "REC-01": Recipient,
    "REG-01": Activity,
    "REG-02": Purpose,
    "REG-03": PersonGroup,
    "REG-04": DataItem,
    "RET-01": Retention,
    "RET-05": Operation,
    "SEC-01": Measure,
    "SEC-05": Operation,
    "SEC-07": Operation,
    "SEC-10": Procedure,
    "TRF-05": TransferAssessment,
    "TRF-11": TransferAssessment,
}
"""What is to be added where a check names neither a field nor a record that is there."""

FIELDS = {"RET-01": (Retention, "duration"), "RET-05": (Retention, "final_fate")}
"""The field to go to where a check names records of that kind below its own."""


@dataclass(frozen=True)
class Mending:
    """The record to open, the field to go to in it, or the kind of what is missing there."""

    record: Record
    field: str = ""
    missing: type[Record] | None = None


def mending_of(finding: Finding) -> Mending:
    """The first place where a finding can be mended."""
    if finding.fields:
        return Mending(finding.record, finding.fields[0])
    named = next((one for one in _records(finding.found.values.values()) if one.id != finding.record.id), None)
    if named is not None:
        kind, field = FIELDS.get(finding.check.id, (None, ""))
        return Mending(named, field if type(named) is kind else "")
    return Mending(finding.record, missing=ADDED.get(finding.check.id))


def _records(values: Iterable[object]) -> Iterator[Record]:
    """The records among the values of a finding, also those in a list of them."""
    for value in values:
        if isinstance(value, Record):
            yield value
        elif isinstance(value, tuple):
            yield from _records(value)

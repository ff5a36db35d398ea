"""What is found in a dossier: what stands open, what is accepted for a time, and the edits that answer a finding."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from dossier.checks import run
from dossier.checks.finding import Finding, Severity
from dossier.checks.view import View
from dossier.i18n import Language, _
from dossier.model.catalog import CATALOG, MAIN_KINDS, children_of
from dossier.model.dossier import Dossier
from dossier.model.evidence import Action, Statement, Waiver
from dossier.model.record import Record
from dossier.model.vocabulary_procedures import ActionState, Priority
from dossier.store.edit import Author, Change, Edit
from dossier.work.edits import new_record

_PRIORITIES = {Severity.BLOCKING: Priority.HIGH, Severity.MAJOR: Priority.NORMAL}

Key = tuple[str, str]
"""What a waiver names: the identifier of a check and that of a record."""


@dataclass(frozen=True)
class Accepted:
    """A finding that somebody accepts for a time; the waiver tells who, why and until when."""

    finding: Finding
    waiver: Waiver


@dataclass(frozen=True)
class Findings:
    """Everything found in one snapshot at one instant, the heaviest first."""

    dossier: Dossier
    open: tuple[Finding, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    changed: Mapping[str, datetime] = field(default_factory=dict, repr=False)
    """When each record was last changed, its parts included: what is found in it is there since then at least."""

    def counts(self) -> Counter[Severity]:
        """How many are open, by severity."""
        return Counter(finding.severity for finding in self.open)

    def blocking(self) -> Counter[type[Record]]:
        """How many of those open are blocking, by register."""
        return Counter(register_of(one.check.kind) for one in self.open if one.severity is Severity.BLOCKING)


def find(dossier: Dossier, now: datetime, changes: Mapping[str, datetime]) -> Findings:
    """All findings of a snapshot at an aware instant, waivers applied; `changes` as the journal tells them."""
    changed = _with_parts(dossier, changes)
    return _judged(dossier, now, changed, run.findings(dossier, now, changed))


def find_in(dossier: Dossier, record: Record, now: datetime, changed: Mapping[str, datetime]) -> tuple[Finding, ...]:
    """What is open in one record, the heaviest first; `changed` as `Findings` holds it."""
    found = run.findings_for(dossier, record, now, changed)
    return _judged(dossier, now, changed, found).open if found else ()


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """The heaviest first, otherwise in their order."""
    weights = list(Severity)
    return sorted(findings, key=lambda finding: weights.index(finding.severity))


def to_fix_first(findings: Findings, most: int) -> list[Finding]:
    """The heaviest that stand open; among those of one weight, one of each check before a second of any."""
    firsts = {finding.check.id: id(finding) for finding in reversed(findings.open)}
    return by_weight(sorted(findings.open, key=lambda finding: firsts[finding.check.id] != id(finding)))[:most]


def register_of(kind: type[Record]) -> type[Record]:
    """The register in which records of a kind are kept: their own, or that of what they are part of."""
    return next(main for main in MAIN_KINDS if kind is main or kind in children_of(main))


def part_of(record: Record) -> str:
    """The identifier of the record that this one is a repeated part of; nothing where it is none."""
    return (getattr(record, record.kind.parent) or "") if record.kind.parent else ""


def number_of_checks() -> int:
    """How many checks there are; one may look at several kinds."""
    return len({check.id for check in run.CHECKS})


def told_by(dossier: Dossier, finding: Finding) -> list[Statement]:
    """The statements about the record of a finding, those about its very fields first, with their quotes."""
    about = [one for one in dossier.of(Statement) if finding.record.id in one.about and one.quote]
    precise = [one for one in about if set(one.fields) & set(finding.fields)]
    return precise or [one for one in about if not one.fields]


def acceptance(finding: Finding, reason: str, ends_on: date, author: Author, now: datetime, say: Language) -> Edit:
    """Accept a finding, with its reason, to the end of a day."""
    waiver = new_record(Waiver, now).with_(
        name=finding.sentence(say),
        check_id=finding.check.id,
        about=finding.record.id,
        reason=reason,
        author=author.words,
        decided_on=now.date(),
        ends_on=ends_on,
    )
    return Edit(_("Accepted: {finding}", finding=waiver.name), (Change(None, waiver),))


def action_against(finding: Finding, now: datetime, say: Language) -> Edit:
    """A new action for the plan: to do what a finding asks for."""
    action = new_record(Action, now).with_(
        name=finding.sentence(say),
        state=ActionState.TO_DO,
        priority=_PRIORITIES.get(finding.severity, Priority.LOW),
        check_id=finding.check.id,
        about=(finding.record.id,),
    )
    return Edit(_("New action: {finding}", finding=action.name), (Change(None, action),))


def _judged(dossier: Dossier, now: datetime, changed: Mapping[str, datetime], found: Iterable[Finding]) -> Findings:
    waivers = _in_force(dossier, View(dossier, now).today)
    open_: list[Finding] = []
    accepted: list[Accepted] = []
    for finding in found:
        waiver = waivers.get((finding.check.id, finding.record.id))
        if waiver:
            accepted.append(Accepted(finding, waiver))
        else:
            open_.append(finding)
    return Findings(dossier, tuple(open_), tuple(accepted), changed)


def _in_force(dossier: Dossier, today: date) -> dict[Key, Waiver]:
    """The waivers that count: with a reason, and not ended; of several the one that ends last."""
    counted = [one for one in dossier.of(Waiver) if one.reason.strip() and one.ends_on and one.ends_on >= today]
    counted.sort(key=lambda one: one.ends_on or today)
    return {(one.check_id, one.about or ""): one for one in counted}


def _with_parts(dossier: Dossier, changes: Mapping[str, datetime]) -> dict[str, datetime]:
    """A record is changed when one of its parts is."""
    changed = dict(changes)
    for kind in CATALOG:
        for part in dossier.of(kind) if kind.kind.parent else ():
            parent, at = part_of(part), changed.get(part.id)
            if at and at > changed.get(parent, at):
                changed[parent] = at
    return changed

"""What stands beside the records of a pack: the findings of its snapshot, and the journal up to it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import groupby
from pathlib import Path

from dossier.checks.finding import Check, Finding, Severity
from dossier.checks.view import View
from dossier.i18n import Language, language
from dossier.model.catalog import kind_named
from dossier.model.dossier import Dossier
from dossier.model.record import Record, Term
from dossier.model.text import zone
from dossier.report.beside import Beside, Found, Written
from dossier.report.redaction import Redaction
from dossier.report.scope import Scope
from dossier.store.past import last_changes, written_between
from dossier.store.tables import instant
from dossier.work.findings import find
from dossier.work.findings_told import until_words


def beside(dossier: Dossier, scope: Scope, file: Path, left: Dossier | None = None) -> Beside:
    """The findings at the time of `scope` and in its language, in the records that `left`, or in all; and what was
    written in `file` up to the snapshot.

    Names of persons are hidden where `scope` hides them: `dossier` is then without them.
    """
    say = language(scope.language)
    author = Redaction(dossier, say).words if scope.hides_names else str
    findings = cache(lambda: _found(dossier, dossier if left is None else left, scope.seen_at, file, say))
    return Beside(findings, lambda: _written(dossier, file, author))


def _found(dossier: Dossier, left: Dossier, now: datetime, file: Path, say: Language) -> Found:
    found = find(dossier, now, last_changes(file, dossier.sequence))
    view = View(dossier, now, found.changed)
    told = (one for one in found.open if _is_in(left, one))
    groups = groupby(told, lambda one: one.severity)
    by_weight: dict[Term, _Again] = {weight: _Again.of(view, weight, [*group]) for weight, group in groups}
    accepted = [(one.finding, until_words(one, say)) for one in found.accepted if _is_in(left, one.finding)]
    return Found(by_weight, accepted)


def _is_in(left: Dossier, one: Finding) -> bool:
    return left.get(one.record.id, type(one.record)) is not None


@dataclass(frozen=True)
class _Again(Collection[Finding]):
    """The findings of one weight, as where they were: each is found again when it is told, for to keep tens of
    thousands until then would take a tenth of the memory of an export."""

    view: View
    weight: Severity
    number: int
    places: tuple[tuple[Check, tuple[Record, ...]], ...]

    @classmethod
    def of(cls, view: View, weight: Severity, found: list[Finding]) -> "_Again":
        by_check = ((check, [*group]) for check, group in groupby(found, lambda one: one.check))
        places = [(check, tuple({one.record.id: one.record for one in group}.values())) for check, group in by_check]
        return cls(view, weight, len(found), tuple(places))

    def __len__(self) -> int:
        return self.number

    def __iter__(self) -> Iterator[Finding]:
        for check, records in self.places:
            for record in records:
                found = (Finding(check, record, one) for one in check.find(self.view, record))
                yield from (one for one in found if one.severity is self.weight)

    def __contains__(self, one: object) -> bool:
        return any(one == other for other in self)


def _written(dossier: Dossier, file: Path, named: Callable[[str], str]) -> Iterator[Written]:
    lived_in = zone(dossier.organisation.zone if dossier.organisation else "Europe/Paris")
    for entry, reference, fields in written_between(file, 0, dossier.sequence):
        at, kind = instant(entry.at).astimezone(lived_in), kind_named(entry.kind)
        yield Written(at, named(entry.author), kind, entry.record, reference, fields)

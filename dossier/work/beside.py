"""What stands beside the records of a pack: the findings of its snapshot, and the journal up to it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

from dossier.i18n import Language, language
from dossier.model.catalog import kind_named
from dossier.model.dossier import Dossier
from dossier.model.text import zone
from dossier.report.beside import Beside, Found, Written
from dossier.report.redaction import Redaction
from dossier.report.scope import Scope
from dossier.store.past import last_changes, written_between
from dossier.store.tables import instant
from dossier.work.findings import find
from dossier.work.findings_told import until_words


def beside(dossier: Dossier, scope: Scope, file: Path) -> Beside:
    """The findings at the time of `scope` and in its language, and what was written in `file` up to the snapshot.

    Names of persons are hidden where `scope` hides them: `dossier` is then without them.
    """
    say = language(scope.language)
    author = Redaction(dossier, say).words if scope.hides_names else str
    findings = cache(lambda: _found(dossier, scope.seen_at, file, say))
    return Beside(findings, lambda: _written(dossier, file, author))


def _found(dossier: Dossier, now: datetime, file: Path, say: Language) -> Found:
    found = find(dossier, now, last_changes(file, dossier.sequence))
    return Found(found.open, [(one.finding, until_words(one, say)) for one in found.accepted])


def _written(dossier: Dossier, file: Path, named: Callable[[str], str]) -> Iterator[Written]:
    lived_in = zone(dossier.organisation.zone if dossier.organisation else "Europe/Paris")
    for entry, reference, fields in written_between(file, 0, dossier.sequence):
        at, kind = instant(entry.at).astimezone(lived_in), kind_named(entry.kind)
        yield Written(at, named(entry.author), kind, entry.record, reference, fields)

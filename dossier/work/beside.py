"""What stands beside the records of a pack: the findings of its snapshot, and the journal up to it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from dossier.i18n import Language, language
from dossier.model.dossier import Dossier
from dossier.model.text import zone
from dossier.report.beside import Beside, ToldFinding, Written
from dossier.report.redaction import Redaction
from dossier.report.scope import Scope
from dossier.store.past import changes_between, last_changes
from dossier.store.tables import instant
from dossier.work.findings import find
from dossier.work.findings_told import until_words


def beside(dossier: Dossier, scope: Scope, file: Path) -> Beside:
    """The findings at the time of `scope` and in its language, and what was written in `file` up to the snapshot.

    Names of persons are hidden where `scope` hides them: `dossier` is then without them.
    """
    say = language(scope.language)
    author = Redaction(dossier, say).words if scope.hides_names else str
    return Beside(lambda: _findings(dossier, scope.seen_at, file, say), lambda: _written(dossier, file, author))


def _findings(dossier: Dossier, now: datetime, file: Path, say: Language) -> Iterator[ToldFinding]:
    found = find(dossier, now, last_changes(file, dossier.sequence))
    told = [(one, "") for one in found.open]
    told += [(one.finding, until_words(one, say)) for one in found.accepted]
    for one, accepted in told:
        weight, article = say(one.severity.label), one.article(say)
        yield ToldFinding(one.check.id, weight, one.sentence(say), article, one.record, accepted)


def _written(dossier: Dossier, file: Path, named: Callable[[str], str]) -> Iterator[Written]:
    lived_in = zone(dossier.organisation.zone if dossier.organisation else "Europe/Paris")
    for entry, change in changes_between(file, 0, dossier.sequence):
        if change is not None:
            names = tuple(field.name for field in change.fields)
            yield Written(instant(entry.at).astimezone(lived_in), named(entry.author), change.record, names)

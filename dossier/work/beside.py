"""What stands beside the records of a pack: the findings of its snapshot, and the journal up to it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from dossier.i18n import Language, language
from dossier.model.dossier import Dossier
from dossier.report.beside import Beside, ToldFinding, Written
from dossier.report.scope import Scope
from dossier.store.past import changes_between, last_changes
from dossier.store.tables import instant
from dossier.work.findings import find
from dossier.work.findings_told import until_words


def beside(dossier: Dossier, scope: Scope, file: Path) -> Beside:
    """The findings at the time of `scope` and in its language, and what was written in `file` up to the snapshot."""
    say = language(scope.language)
    return Beside(lambda: _findings(dossier, scope.now, file, say), lambda: _written(dossier, file))


def _findings(dossier: Dossier, now: datetime, file: Path, say: Language) -> Iterator[ToldFinding]:
    found = find(dossier, now, last_changes(file))
    told = [(one, "") for one in found.open]
    told += [(one.finding, until_words(one, say)) for one in found.accepted]
    for one, accepted in told:
        yield ToldFinding(one.check.id, say(one.severity.label), one.sentence(say), one.article, one.record, accepted)


def _written(dossier: Dossier, file: Path) -> Iterator[Written]:
    zone = ZoneInfo(dossier.organisation.zone if dossier.organisation else "Europe/Paris")
    for entry, change in changes_between(file, 0, dossier.sequence):
        if change is not None:
            names = tuple(field.name for field in change.fields)
            yield Written(instant(entry.at).astimezone(zone), entry.author, change.record, names)

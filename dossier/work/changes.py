"""What changed since a hand-over, of what it held: from the journal, as a PDF of its own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from dossier.errors import Conflict, InvalidInput
from dossier.exchange import dossier_json
from dossier.i18n import Code, _, language
from dossier.model.dossier import Dossier
from dossier.model.evidence import HandOver
from dossier.model.record import Record
from dossier.report.changes import Changed, Since
from dossier.report.embedded import holding, told_ids
from dossier.report.registers import changes_pack
from dossier.report.scope import Scope
from dossier.report.snapshot import leaving
from dossier.report.wording import Wording
from dossier.store.past import dossier_at, has_head
from dossier.work.composing import PRODUCER, as_seen
from dossier.work.export import Exported, Progress, written
from dossier.work.hand_over import scope_handed_over
from dossier.work.printed_at import printed_at

FORMAT = "dossier-changes/1"


def export_changes(
    file: Path,
    dossier: Dossier,
    handed: HandOver,
    target: Path,
    now: datetime,
    code: Code | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Write what changed of what was handed over, in its language unless another is asked for; `now` is aware.

    An existing file is replaced only when the new one is complete. Raises InvalidInput where the hand-over was noted
    by hand, Conflict where the journal is another, NotFound where something written since was erased, CannotWrite.
    """
    scope = replace(scope_handed_over(handed, printed_at(now, dossier)), state_on=None, is_draft=False)
    scope = replace(scope, language=code or scope.language)
    then = dossier_at(file, dossier, _head(file, handed))
    others = dossier.keeping([one for one in dossier.of(HandOver) if one.id != handed.id], HandOver)
    since = _since(then, others, scope)
    return written(changes_pack(since, handed, partial(_data, since), PRODUCER), target, progress)


def _head(file: Path, handed: HandOver) -> tuple[int, str]:
    if handed.journal_sequence is None:
        raise InvalidInput(
            _("{record} was noted by hand: it does not say what was chosen for it.", record=handed.reference)
        )
    head = handed.journal_sequence, handed.journal_head
    if not has_head(file, head):
        raise Conflict(
            _(
                "{record} states a head of the journal that this dossier does not have: what changed since cannot be "
                "told.",
                record=handed.reference,
            )
        )
    return head


def _since(then: Dossier, now: Dossier, scope: Scope) -> Since:
    """Of both, the records that the pages told then or would tell now."""
    left = [leaving(as_seen(one, scope), scope) for one in (then, now)]
    ids = frozenset().union(*(told_ids(one, scope) for one in left))
    return Since(*(Wording(holding(one, scope, ids), scope, language(scope.language)) for one in left))


def _data(since: Since) -> Iterator[bytes]:
    """The same as JSON: of each record the fields that changed, as they were and as they are."""
    then, now = since.then.dossier, since.now.dossier
    states = {name: {"sequence": one.sequence, "head": one.head} for name, one in (("from", then), ("to", now))}
    yield dossier_json.text({"format": FORMAT, "dossier": now.id, **states})[:-1] + b',\n"changes": '
    yield from dossier_json.array(map(_change, since.changed))
    yield b"}\n"


def _change(changed: Changed) -> dict[str, Any]:
    record = changed.after or changed.before
    names = [field.name for field in changed.fields]
    return {
        "kind": record.kind.name if record else "",
        "reference": record.reference if record else "",
        "before": _values(changed.before, names),
        "after": _values(changed.after, names),
    }


def _values(record: Record | None, names: list[str]) -> dict[str, Any] | None:
    values = record.as_json() if record else {}
    return {name: values.get(name) for name in names} if record else None

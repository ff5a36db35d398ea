"""The edits people make, as values: the door that writes them is the store's."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from dossier.errors import Conflict
from dossier.i18n import _, _n
from dossier.model.dossier import Dossier, Use
from dossier.model.evidence import Removal
from dossier.model.fields import Field, field_of, fields_of
from dossier.model.identifier import new_id
from dossier.model.record import Moment, Record, SheetRecord, Status
from dossier.store.edit import Author, Change, Edit

R = TypeVar("R", bound=Record)


def new_record(kind: type[R], now: datetime, parent: Record | None = None) -> R:
    """An empty record, not written yet; its reference is given when it is."""
    values: dict[str, Any] = {"id": new_id(now)}
    if parent is not None:
        values[kind.kind.parent] = parent.id
    return kind(**values)


def creation(record: Record) -> Edit:
    return Edit(_("New: {kind}", kind=_(record.kind.label)), (Change(None, record),))


def change_of_field(records: Iterable[Record], name: str, value: Any) -> Edit | None:
    """One field of one or of many records; None where nothing would change."""
    changes = [Change(record, record.with_(**{name: value})) for record in records]
    changes = [change for change in changes if change.before != change.after]
    if not changes:
        return None
    label = _(field_of(type(changes[0].record), name).show.label)
    if len(changes) == 1:
        words = _("{record}: {field}", record=name_of(changes[0].record), field=label)
    else:
        words = _n("{field} of {n} record", "{field} of {n} records", len(changes), field=label)
    return Edit(words, tuple(changes))


def duplication(dossier: Dossier, record: Record, now: datetime) -> Edit:
    """A copy with its own parts, as a draft; references between the copied parts stay between the copies."""
    originals = (record, *dossier.parts_of(record))
    ids = {original.id: new_id(now) for original in originals}
    copies = [_copied(original, ids) for original in originals]
    copies[0] = copies[0].with_(name=_("{name} (copy)", name=record.title))
    return Edit(_("Copy of {record}", record=name_of(record)), tuple(Change(None, copy) for copy in copies))


def deletion(dossier: Dossier, records: Iterable[Record], detach: bool = False) -> Edit:
    """Delete records with their own parts; raises Conflict where others use them, unless they are to be detached."""
    asked = tuple(records)
    doomed: dict[str, Record] = {}
    for record in asked:
        doomed |= {one.id: one for one in (*reversed(dossier.parts_of(record)), record)}
    uses = [use for record in doomed.values() for use in dossier.used_by(record) if use.record.id not in doomed]
    if uses and not detach:
        users = ", ".join(dict.fromkeys(name_of(use.record) for use in uses))
        raise Conflict(_("{record} is used by {users}: nothing was deleted.", record=name_of(asked[0]), users=users))
    detached = _detached(uses, set(doomed))
    names = [name_of(record) for record in asked]
    label = _("Deletion of {record}", record=", ".join(names[:3]) + ("…" if len(names) > 3 else ""))
    return Edit(label, (*detached, *(Change(record, None) for record in doomed.values())))


def with_traces(edit: Edit, dossier: Dossier, author: Author, now: datetime, reason: str = "") -> Edit:
    """The edit, with what must remain of the records it deletes, and without what remained of those it brings back."""
    gone = [change.record for change in edit.changes if change.after is None and change.record.kind.leaves_trace]
    back = {change.record.reference for change in edit.changes if change.before is None}
    named = {change.record.title for change in edit.changes if isinstance(change.record, Removal)}
    reason = reason or _("Taken back when it was entered (Undo).")
    made = [_trace_of(record, reason, author, now) for record in gone if record.reference not in named]
    ended = [one for one in dossier.of(Removal) if one.name in back and one.name not in named]
    changes = [*(Change(None, one) for one in made), *(Change(one, None) for one in ended)]
    return Edit(edit.label, (*edit.changes, *changes))


def validation(dossier: Dossier, records: Iterable[Record], status: Status) -> Edit | None:
    """Set the status of sheets; validating notes the journal entry, so that what changes later can be told."""
    changes = []
    sheets = [record for record in records if isinstance(record, SheetRecord) and record.status is not status]
    for position, record in enumerate(sheets):
        at = dossier.sequence + 1 + position if status is Status.VALIDATED else record.validated_at
        changes.append(Change(record, record.with_(status=status, validated_at=at)))
    if not changes:
        return None
    names = ", ".join(name_of(change.record) for change in changes[:3])
    return Edit(_("{record}: {status}", record=names, status=_(status.label)), tuple(changes))


def name_of(record: Record) -> str:
    """What a person recognises a record by in a sentence."""
    return record.title.splitlines()[0][:80] if record.title else record.reference or _("(untitled)")


def _trace_of(record: Record, reason: str, author: Author, now: datetime) -> Removal:
    return Removal(
        id=new_id(now),
        name=record.reference,
        removed_kind=record.kind.name,
        reason=reason,
        removed_at=Moment(at=now),
        removed_by=author.words,
    )


def _copied(original: Record, ids: dict[str, str]) -> Record:
    values: dict[str, Any] = {"id": ids[original.id], "reference": "", "aliases": ()}
    for field in fields_of(type(original)):
        if field.is_reference:
            value = getattr(original, field.name)
            values[field.name] = tuple(ids.get(one, one) for one in value) if field.many else ids.get(value, value)
    if isinstance(original, SheetRecord):
        values |= {"status": Status.DRAFT, "validated_at": None}
    return original.with_(**values)


def _detached(uses: Iterable[Use], doomed: set[str]) -> list[Change]:
    """One change for each user, with every reference to what is deleted taken away."""
    after: dict[str, tuple[Record, Record]] = {}
    for use in uses:
        before, record = after.get(use.record.id, (use.record, use.record))
        after[use.record.id] = (before, record.with_(**{use.field.name: _without(record, use.field, doomed)}))
    return [Change(before, record) for before, record in after.values()]


def _without(record: Record, field: Field, doomed: set[str]) -> Any:
    value = getattr(record, field.name)
    return tuple(one for one in value if one not in doomed) if field.many else None

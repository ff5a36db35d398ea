"""What changed between two states of a record, in words."""

from dataclasses import dataclass
from datetime import datetime

from dossier.i18n import Language, _
from dossier.model.dossier import Dossier
from dossier.model.fields import Field
from dossier.model.record import Record, SheetRecord
from dossier.model.text import date_text, zone
from dossier.store.edit import Change
from dossier.store.store import Store
from dossier.ui.records.words import field_label, typed_fields, value_text

_LONGEST = 120


@dataclass(frozen=True)
class Difference:
    """One field whose value is another one now."""

    field: Field
    before: str
    after: str

    @property
    def words(self) -> str:
        nothing = _("nothing")
        before, after = self.before or nothing, self.after or nothing
        return _("{field}: {before} → {after}", field=field_label(self.field), before=before, after=after)


def differences(dossier: Dossier, before: Record, after: Record, say: Language) -> list[Difference]:
    """The fields that differ, in the order of the declaration."""
    changed = [f for f in typed_fields(type(after)) if getattr(before, f.name, None) != getattr(after, f.name)]
    return [
        Difference(field, *(_short(value_text(dossier, record, field, say)) for record in (before, after)))
        for field in changed
    ]


def changes_in_words(dossier: Dossier, change: Change, say: Language) -> str:
    """One change of the journal: what was added, deleted or given another value."""
    if change.before is None:
        return _("Added")
    if change.after is None:
        return _("Deleted")
    return "\n".join(one.words for one in differences(dossier, change.before, change.after, say))


def changed_since_validation(store: Store, record: SheetRecord, say: Language) -> list[Difference]:
    """What is no longer as it was validated, the status left out."""
    if record.validated_at is None:
        return []
    since = [entry for entry in store.history(record.id, limit=10_000) if entry.sequence > record.validated_at]
    change = store.change_of(since[-1]) if since else None
    if change is None or change.before is None:
        return []
    found = differences(store.dossier, change.before, record, say)
    return [difference for difference in found if difference.field.name != "status"]


def local_instant(store: Store, at: str) -> datetime:
    organisation = store.dossier.organisation
    return datetime.fromisoformat(at).astimezone(zone(organisation.zone if organisation else "Europe/Paris"))


def instant_words(store: Store, at: str, say: Language) -> str:
    """An instant of the journal (UTC text) in the zone of the organisation."""
    local = local_instant(store, at)
    return f"{date_text(local.date(), say)} {local:%H:%M}"


def last_change_words(store: Store, record_id: str, say: Language) -> str:
    """When a record was changed for the last time, and by whom."""
    last = next(iter(store.history(record_id, limit=1)), None)
    if last is None:
        return ""
    day = date_text(local_instant(store, last.at).date(), say)
    return _("changed {day} by {author}", day=day, author=last.author) if last.author else _("changed {day}", day=day)


def _short(text: str) -> str:
    said = ", ".join(text.splitlines())
    return said if len(said) <= _LONGEST else said[:_LONGEST].rstrip() + "…"

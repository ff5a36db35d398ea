"""What is written: an Edit is a labelled group of changes, each from a record before to a record after."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from dossier.i18n import _
from dossier.model.evidence import Removal
from dossier.model.fields import Field, fields_of
from dossier.model.record import Record
from dossier.model.value import hints_of

MAY_CHANGE = {"struck_out", "documents", "reference", "aliases"}
"""What may change in a record of a kind that is added to and never rewritten."""


class Change(NamedTuple):
    """One record before and after; no before is a creation, no after a deletion."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is after, or was before."""
        record = self.after or self.before
        if record is None:
            raise ValueError("a change of nothing")
        return record

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that differ; of a record that was made or deleted, those that are filled."""
        blank = type(self.record)(id=self.record.id)
        before, after = self.before or blank, self.after or blank
        every = [field for field in fields_of(type(self.record)) if field.name != "id"]
        return tuple(field for field in every if getattr(before, field.name) != getattr(after, field.name))


@dataclass(frozen=True)
class Edit:
    """A labelled group of changes that are written together or not at all."""

    label: str
    changes: tuple[Change, ...]

    def inverse(self, label: str) -> "Edit":
        """The edit that takes this one back; what is never rewritten is struck out and stays readable."""
        return Edit(label, tuple(self._taken_back(change) for change in reversed(self.changes)))

    def again(self, label: str, current: Callable[[str], Record | None]) -> "Edit":
        """The edit once more after it was taken back; `current` finds a record as it stands."""
        changes = (Change(current(change.record.id), change.after) for change in self.changes)
        return Edit(label, tuple(changes))

    def refusal(self, count: Callable[[type[Record]], int]) -> str:
        """Why this edit may not be written, in one sentence; nothing where it may. `count` tells what is there."""
        for change in self.changes:
            record = change.record
            if record.kind.append_only and not self._keeps(change):
                return _(
                    "An entry that is dated is never rewritten: nothing was changed; add a new one that corrects it."
                )
            if change.after is None and record.kind.leaves_trace and not self._is_traced(record):
                return _("{reference} is deleted only with a reason: nothing was changed.", reference=record.reference)
            if record.kind.single and count(type(record)) + self._added(type(record)) > 1:
                return _(
                    "A dossier is kept by one organisation: nothing was changed; make another dossier for another."
                )
        return ""

    def _added(self, kind: type[Record]) -> int:
        changes = [change for change in self.changes if isinstance(change.record, kind)]
        return sum((change.after is not None) - (change.before is not None) for change in changes)

    def _taken_back(self, change: Change) -> Change:
        record = change.after
        if change.before is None and record and record.kind.append_only and self._stays(record):
            return Change(record, record.with_(struck_out=True))
        return Change(change.after, change.before)

    def _stays(self, record: Record) -> bool:
        """Whether what the record belongs to was there before this edit."""
        parent = record.kind.parent and getattr(record, record.kind.parent)
        return bool(parent) and parent not in {change.record.id for change in self.changes if change.before is None}

    def _keeps(self, change: Change) -> bool:
        """A dated entry goes only with what it belongs to, or when what it stands for comes back."""
        before, after = change
        if before is None:
            return True
        if after is not None:
            kept = hints_of(type(after)).keys() - MAY_CHANGE
            return all(getattr(before, name) == getattr(after, name) for name in kept)
        if isinstance(before, Removal):
            return before.name in {other.record.reference for other in self.changes if other.before is None}
        gone = {other.record.id for other in self.changes if other.after is None}
        return getattr(before, before.kind.parent) in gone

    def _is_traced(self, record: Record) -> bool:
        made = (change.after for change in self.changes if change.before is None)
        return any(isinstance(one, Removal) and one.name == record.reference and one.reason for one in made)


@dataclass(frozen=True)
class Author:
    """Who writes: declared by the user of this computer, not authenticated; `station` identifies the computer."""

    name: str = ""
    function: str = ""
    station: str = ""

    @property
    def words(self) -> str:
        return ", ".join(part for part in (self.name, self.function) if part)

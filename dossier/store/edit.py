"""What is written: an Edit is a labelled group of changes, each from a record before to a record after."""

from dataclasses import dataclass
from typing import NamedTuple

from dossier.model.record import Record


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


@dataclass(frozen=True)
class Edit:
    """A labelled group of changes that are written together or not at all."""

    label: str
    changes: tuple[Change, ...]

    def inverse(self, label: str) -> "Edit":
        """The edit that takes this one back."""
        return Edit(label, tuple(Change(change.after, change.before) for change in reversed(self.changes)))


@dataclass(frozen=True)
class Author:
    """Who writes: declared by the user of this computer, not authenticated; `station` identifies the computer."""

    name: str = ""
    function: str = ""
    station: str = ""

    @property
    def words(self) -> str:
        return ", ".join(part for part in (self.name, self.function) if part)

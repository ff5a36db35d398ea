"""What leaves: which kinds, for whom, in which language, and when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dossier.i18n import Code
from dossier.model.catalog import MAIN_KINDS, children_of
from dossier.model.evidence import Removal
from dossier.model.fields import Field, fields_of
from dossier.model.record import Record, SheetRecord
from dossier.model.value import hints_of

Profile = Literal["authority", "full"]


@dataclass(frozen=True)
class Scope:
    """What leaves: the kinds asked for (none: all), the audience, the language, who asks, and when.

    `now` is aware; it is the date printed on the cover and written in the file.
    """

    language: Code
    now: datetime
    profile: Profile = "authority"
    only: tuple[type[Record], ...] = ()

    def kinds(self) -> tuple[type[Record], ...]:
        """The kinds of this scope that have anything to show to its audience, in the order of the catalogue."""
        return tuple(kind for kind in self.only or MAIN_KINDS if any(self.shows(field) for field in body_of(kind)))

    def told(self) -> tuple[type[Record], ...]:
        """The kinds whose records the pages tell of: the registers, their parts, and what was taken out of them."""
        kinds = [part for kind in self.kinds() for part in (kind, *children_of(kind))]
        kinds += [Removal] if any(kind.kind.leaves_trace for kind in kinds) else []
        return tuple(dict.fromkeys(kinds))

    def shows(self, field: Field) -> bool:
        return self.profile == "full" or field.show.audience == "authority"

    def fields(self, kind: type[Record]) -> list[Field]:
        """The fields that say something of the record itself and that this audience may see."""
        return [field for field in _own(kind) if self.shows(field)]


def body_of(kind: type[Record]) -> list[Field]:
    """The kind's own fields, without the follow-up that all sheets share."""
    return [field for field in _own(kind) if field.name not in hints_of(SheetRecord)]


def _own(kind: type[Record]) -> list[Field]:
    """The fields without the record's identity and its place in its parent."""
    hidden = ("id", "reference", kind.kind.parent)
    return [field for field in fields_of(kind) if field.name not in hidden]

"""What leaves: which parts, for whom, in which language, and when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal, NamedTuple

from dossier.i18n import Code
from dossier.model.catalog import children_of, kind_named
from dossier.model.evidence import Removal
from dossier.model.fields import Field, field_of, fields_of
from dossier.model.record import Record, SheetRecord
from dossier.model.value import hints_of
from dossier.model.vocabulary_pack import PackPart
from dossier.report.parts import ACTION_PLAN, ENCLOSED, NOT_ASKED, OWN, PARTS, Own, Piece, tells

Profile = Literal["authority", "full"]
Selection = Mapping[type[Record], frozenset[str]]
"""Identifiers of chosen records, by their kind."""


class Period(NamedTuple):
    """The days that a log is asked for, both included; None where it is open."""

    first: date | None = None
    last: date | None = None

    @property
    def ends_first(self) -> bool:
        """Whether it ends before it begins, and holds no day."""
        return bool(self.first and self.last and self.last < self.first)

    def holds(self, day: date) -> bool:
        return (self.first or day) <= day <= (self.last or day)


class Sender(NamedTuple):
    """Whose name stands on the cover and in the footer, and its logo as the bytes of an image."""

    name: str = ""
    logo: bytes = b""


THE_ORGANISATION = Sender()


class Enclosed(NamedTuple):
    """A document handed over beside the PDF: its identifier, and the name of its file, "" where the dossier lost it."""

    document: str
    file: str


@dataclass(frozen=True)
class Scope:
    """What leaves: the parts, registers and chapters asked for (none: all), for whom, in which language, and when.

    `now` is aware; it is the date printed on the cover and written in the file. `ticked` are internal things that
    leave all the same: a field ("breach.notes"), a register ("waiver"), a chapter ("findings"). Of the kinds of
    `selected` no other record leaves. `period` keeps of the logs what falls into it. `state_on` is the day whose end
    the dossier is shown at, None for today. A `sender` without a name is the organisation itself.
    `enclosed` are the documents handed over beside the PDF, which tells them in an annex.
    """

    language: Code
    now: datetime
    profile: Profile = "authority"
    only: tuple[PackPart | Piece, ...] = ()
    ticked: frozenset[str] = frozenset()
    selected: Selection = field(default_factory=dict)
    period: Period | None = None
    state_on: date | None = None
    hides_names: bool = False
    is_draft: bool = False
    sender: Sender = THE_ORGANISATION
    enclosed: tuple[Enclosed, ...] = ()

    @property
    def seen_at(self) -> datetime:
        """The aware instant at which the dossier is looked at: now, or the end of the day asked for."""
        return datetime.combine(self.state_on, time.max, self.now.tzinfo) if self.state_on else self.now

    def pieces(self) -> Iterator[tuple[PackPart, Piece]]:
        """The registers and chapters of this scope that have anything to show to its audience, in their order."""
        for part, pieces in PARTS.items():
            for piece in pieces:
                if self._is_asked(part, piece) and self._has_anything(piece):
                    yield part, piece

    def kinds(self) -> tuple[type[Record], ...]:
        """The kinds whose registers are printed."""
        return tuple(piece for _part, piece in self.pieces() if isinstance(piece, type))

    def told(self) -> Mapping[type[Record], frozenset[str]]:
        """By kind, the names of the fields that the pages tell, of the registers and of the other chapters."""
        kinds = [part for kind in self.kinds() for part in (kind, *children_of(kind))]
        kinds += [Removal] if any(kind.kind.leaves_trace for kind in kinds) else []
        told = {kind: {field.name for field in fields_of(kind) if self.shows(kind, field)} for kind in kinds}
        elsewhere = self.named(place for _part, piece in self.pieces() for place in tells(piece))
        return {kind: frozenset(told.get(kind, set()) | elsewhere.get(kind, set())) for kind in {**told, **elsewhere}}

    def named(self, places: Iterable[str]) -> dict[type[Record], set[str]]:
        """By kind, the fields of these places ("purpose.basis") that this audience may see, also in a chapter that was
        ticked, and the reference."""
        found: dict[type[Record], set[str]] = {}
        ticked = {place for name in self.ticked & OWN.keys() for place in OWN[name].tells}
        for place in places:
            kind_name, _dot, name = place.partition(".")
            kind = kind_named(kind_name)
            if place in ticked or self.shows(kind, field_of(kind, name)):
                found.setdefault(kind, {"reference"}).add(name)
        return found

    def names(self, kind: type[Record]) -> bool:
        """Whether this audience may read what a record of a kind is called, where another refers to it."""
        if kind.kind.parent:
            return self.names(kind_named(field_of(kind, kind.kind.parent).target or ""))
        is_asked = self.profile == "full" or kind not in NOT_ASKED or kind in self.kinds()
        return is_asked and self.shows(kind, field_of(kind, "name"))

    @property
    def tells_plan(self) -> bool:
        """Whether this audience reads what remains to be done."""
        return self.profile == "full" or ACTION_PLAN.name in self.ticked

    def chooses(self, record: Record) -> bool:
        """Whether its selection names a record."""
        return record.id in self.selected.get(type(record), ())

    def shows(self, kind: type[Record], field: Field) -> bool:
        """Whether this audience may see a field."""
        if field.show.audience != "internal":
            return field.show.audience == "authority"
        name = kind.kind.name
        return self.profile == "full" or name in self.ticked or f"{name}.{field.name}" in self.ticked

    def fields(self, kind: type[Record]) -> list[Field]:
        """The fields that say something of the record itself and that this audience may see."""
        return [field for field in own_fields(kind) if self.shows(kind, field)]

    def _is_asked(self, part: PackPart, piece: Piece) -> bool:
        """A part brings what is usual of it; a register or a chapter that is named brings itself and nothing else."""
        if piece is ENCLOSED:
            return bool(self.enclosed)
        is_usual = self.profile == "full" or piece not in NOT_ASKED
        return piece in self.only or (is_usual and (not self.only or part in self.only))

    def _has_anything(self, piece: Piece) -> bool:
        if isinstance(piece, Own):
            return not piece.internal or self.profile == "full" or piece.name in self.ticked
        return any(self.shows(piece, field) for field in body_of(piece))


def selection_of(records: Iterable[Record]) -> Selection:
    """These records and, of their kinds, no others."""
    found: dict[type[Record], set[str]] = {}
    for record in records:
        found.setdefault(type(record), set()).add(record.id)
    return {kind: frozenset(ids) for kind, ids in found.items()}


def body_of(kind: type[Record]) -> list[Field]:
    """The kind's own fields, without the follow-up that all sheets share."""
    return [field for field in own_fields(kind) if field.name not in hints_of(SheetRecord)]


def own_fields(kind: type[Record]) -> list[Field]:
    """The fields without the record's identity and its place in its parent."""
    hidden = ("id", "reference", kind.kind.parent)
    return [field for field in fields_of(kind) if field.name not in hidden]

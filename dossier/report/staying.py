"""What does not leave with a scope: registers and chapters, internal fields that say something, other records."""

from collections.abc import Iterator
from typing import NamedTuple

from dossier.model.catalog import children_of
from dossier.model.dossier import Dossier
from dossier.model.fields import Field
from dossier.model.record import Record, SheetRecord
from dossier.model.value import hints_of
from dossier.report.parts import ENCLOSED, PARTS, SCREENING, Own, Piece
from dossier.report.scope import Scope, body_of, own_fields
from dossier.report.snapshot import leaving

_EMPTY = (None, "", ())


class StayingField(NamedTuple):
    """An internal field, and in how many of the records that leave it says something."""

    kind: type[Record]
    field: Field
    records: int

    @property
    def name(self) -> str:
        """As `Scope.ticked` names it."""
        return f"{self.kind.kind.name}.{self.field.name}"

    @property
    def is_shared(self) -> bool:
        """Whether all sheets have it, as the internal notes."""
        return self.field.name in hints_of(SheetRecord)


class Staying(NamedTuple):
    """`pieces` are registers with records and chapters that are not printed; `records` counts, by register, those that
    a selection or a period keeps back."""

    pieces: tuple[Piece, ...]
    fields: tuple[StayingField, ...]
    records: tuple[tuple[type[Record], int], ...]


def staying(dossier: Dossier, scope: Scope) -> Staying:
    """What stays in the dossier when `scope` leaves."""
    left = leaving(dossier, scope)
    printed = {piece for _part, piece in scope.pieces()}
    pieces = [piece for pieces in PARTS.values() for piece in pieces if piece is not ENCLOSED]
    kept = [piece for piece in pieces if piece not in printed and has_anything(piece, dossier)]
    others = [(kind, dossier.count(kind) - left.count(kind)) for kind in scope.kinds()]
    return Staying(tuple(kept), tuple(_fields(left, scope)), tuple((kind, n) for kind, n in others if n))


def has_anything(piece: Piece, dossier: Dossier) -> bool:
    """Whether a register has records, or a chapter something to tell."""
    if isinstance(piece, Own):
        return piece.follows is None or piece is SCREENING or bool(dossier.count(piece.follows))
    return bool(dossier.count(piece))


def internal_names(piece: Piece) -> frozenset[str]:
    """What `Scope.ticked` names it by where an authority does not see it; nothing where it does."""
    if isinstance(piece, Own):
        return frozenset({piece.name}) if piece.internal else frozenset()
    is_internal = all(field.show.audience == "internal" for field in body_of(piece))
    return frozenset({piece.kind.name}) if is_internal else frozenset()


def _fields(left: Dossier, scope: Scope) -> Iterator[StayingField]:
    """Of a register and its repeated parts, with what all sheets share; not what the program keeps for itself."""
    for kind in scope.kinds():
        for part in (kind, *children_of(kind)):
            for field in own_fields(part):
                if field.show.audience == "internal" and not scope.shows(part, field):
                    records = sum(getattr(record, field.name) not in _EMPTY for record in left.of(part))
                    if records:
                        yield StayingField(part, field, records)

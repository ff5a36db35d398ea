"""The boxes of the sections in the words of a scope: which registers and chapters are asked for, which are internal."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.model.vocabulary_pack import PackPart
from dossier.report.parts import ENCLOSED, NOT_ASKED, PARTS, Piece
from dossier.report.scope import Profile
from dossier.report.staying import has_anything, internal_names

Asked = tuple[PackPart | Piece, ...]

ARTICLES: Mapping[PackPart, str] = {
    PackPart.REGISTER: "art. 30(1)",
    PackPart.PROCESSOR_REGISTER: "art. 30(2)",
    PackPart.LEGAL_BASES: "art. 6",
    PackPart.NOTICES: "art. 13, 14",
    PackPart.REQUESTS: "art. 12",
    PackPart.PROCESSORS: "art. 28",
    PackPart.TRANSFERS: "art. 44",
    PackPart.SECURITY: "art. 32",
    PackPart.BREACHES: "art. 33(5)",
    PackPart.DPIAS: "art. 35",
    PackPart.RETENTION: "art. 5(1)(e)",
    PackPart.TRACKERS: "art. 82 LIL",
}
"""What asks for a part (GDPR; LIL: the French Data Protection Act)."""


class Ticks(NamedTuple):
    """`only` and `ticked` as a Scope has them."""

    only: Asked = ()
    ticked: frozenset[str] = frozenset()


WHOLE_PACK = Ticks()


def part_of(kind: type[Record]) -> PackPart:
    """The part that the register of a kind stands in."""
    return next(part for part, pieces in PARTS.items() if kind in pieces)


def pieces_of(part: PackPart, dossier: Dossier) -> list[Piece]:
    """What a part can hold of this dossier: its registers with records, and its chapters."""
    return [piece for piece in PARTS[part] if piece is not ENCLOSED and has_anything(piece, dossier)]


def is_internal(piece: Piece, profile: Profile) -> bool:
    """Whether it leaves only where it is ticked for itself."""
    return profile == "authority" and bool(internal_names(piece))


def is_usual(piece: Piece, profile: Profile) -> bool:
    """Whether a part that is asked for brings it."""
    return profile == "full" or not (is_internal(piece, profile) or piece in NOT_ASKED)


def asked_pieces(asked: Ticks, dossier: Dossier, profile: Profile) -> frozenset[Piece]:
    """What the parts, registers and chapters that are asked for bring, with what is ticked of them; none is all."""
    named = set(asked.only) or set(PackPart)

    def comes_with_its_part(piece: Piece) -> bool:
        is_ticked = is_internal(piece, profile) and internal_names(piece) <= asked.ticked
        return is_usual(piece, profile) or is_ticked

    return frozenset(
        piece
        for part in PackPart
        for piece in pieces_of(part, dossier)
        if piece in named or (part in named and comes_with_its_part(piece))
    )


def ticks(chosen: frozenset[Piece], dossier: Dossier, profile: Profile) -> Ticks:
    """What a scope asks for where these are chosen; everything usual and nothing more is the whole pack."""
    internal = [internal_names(piece) for piece in chosen if is_internal(piece, profile)]
    everything = asked_pieces(WHOLE_PACK, dossier, profile)
    extra = [piece for piece in chosen - everything if not is_internal(piece, profile)]
    only = () if everything <= chosen and not extra else tuple(_asked(chosen, dossier, profile))
    return Ticks(only, frozenset().union(*internal))


def _asked(chosen: frozenset[Piece], dossier: Dossier, profile: Profile) -> Iterator[PackPart | Piece]:
    """A part where all that is usual of it is chosen, else its registers and chapters; what is internal comes with its
    part where it is ticked."""
    for part in PackPart:
        pieces = pieces_of(part, dossier)
        usual = {piece for piece in pieces if is_usual(piece, profile)}
        mine = [piece for piece in pieces if piece in chosen]
        if mine and usual <= set(mine):
            yield part
            mine = [piece for piece in mine if piece not in usual and not is_internal(piece, profile)]
        yield from mine

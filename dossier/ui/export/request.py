"""What the export window is asked to begin with: parts or registers, chosen records, the exchange that is answered."""

from dataclasses import dataclass, field

from dossier.model.evidence import AuthorityExchange
from dossier.model.record import Record
from dossier.model.vocabulary_pack import PackPart
from dossier.report.parts import PARTS, Piece
from dossier.report.scope import Selection


@dataclass(frozen=True)
class ExportRequest:
    """Nothing said is the whole pack.

    `only` is what is ticked, as a Scope has it; `selected` are the records that a list shows, of
    which kind no other leaves; `alone` is one record whose sheet is all that leaves. An `exchange` is answered: its
    authority is the recipient, and the parts that its questions name are ticked besides `only`.
    """

    only: tuple[PackPart | Piece, ...] = ()
    selected: Selection = field(default_factory=dict)
    alone: Record | None = None
    exchange: AuthorityExchange | None = None


EVERYTHING = ExportRequest()


def prints_alone(kind: type[Record]) -> bool:
    """Whether a pack can hold the register of a kind."""
    return any(kind in pieces for pieces in PARTS.values())

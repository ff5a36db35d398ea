"""What stays in the dossier, and the internal fields of it that can be ticked one by one to leave all the same."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _, _n
from dossier.report.facts import label_of
from dossier.report.parts import NOT_ASKED, Own, Piece
from dossier.report.staying import Staying, StayingField
from dossier.ui.export.tick_line import TickLine
from dossier.ui.tokens import S1, S2
from dossier.ui.widgets.labels import Label


class StayingList(QWidget):
    """A box for each internal field that says something; the rest is told in words."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, TickLine] = {}
        self._fields: dict[str, StayingField] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, S2, 0, S2)
        self._layout.setSpacing(S1)
        self._words = Label("", "body", "text2", wrap=True)
        self._layout.addWidget(Label(_("Stays in the dossier"), "h3"))
        self._layout.addWidget(self._words)
        self._note = Label(_("Internal fields: tick one to let it leave all the same."), "caption", "text3", wrap=True)
        self._layout.addWidget(self._note)

    @property
    def ticked(self) -> frozenset[str]:
        return frozenset(name for name, box in self.boxes.items() if box.isChecked())

    @property
    def names_of_ticked(self) -> list[str]:
        return [field_words(one) for name, one in self._fields.items() if name in self.ticked]

    def show_staying(self, staying: Staying) -> None:
        self._words.setText("\n".join(f"• {line}" for line in lines(staying)))
        for one in staying.fields:
            self._fields[one.name] = one
            if one.name not in self.boxes:
                self.boxes[one.name] = box = TickLine("")
                box.clicked.connect(self.changed)
                self._layout.addWidget(box)
            said = _n("{field} ({n} record)", "{field} ({n} records)", one.records, field=field_words(one))
            self.boxes[one.name].say(said)
        still = {one.name for one in staying.fields} | self.ticked
        for name, box in self.boxes.items():
            box.setVisible(name in still)
        self._note.setVisible(bool(still))


def field_words(one: StayingField) -> str:
    return _("{kind}, {field}", kind=_(one.kind.kind.label), field=_(one.field.show.label))


def lines(staying: Staying) -> Iterator[str]:
    """Registers and chapters by name, then how many records of each register that leaves stay."""
    if staying.pieces:
        yield ", ".join(piece_words(piece) for piece in staying.pieces)
    for kind, count in staying.records:
        yield _n("{kind}: {n} record", "{kind}: {n} records", count, kind=_(kind.kind.plural))


def in_short(staying: Staying) -> str:
    """One sentence: what it is, and how much."""
    own = [piece for piece in staying.pieces if isinstance(piece, Own) and piece.internal]
    others = [piece for piece in staying.pieces if piece not in own and piece not in NOT_ASKED]
    said = [piece_words(piece).lower() for piece in own]
    if staying.fields:
        said.append(_n("{n} internal field", "{n} internal fields", len(staying.fields)))
    if others:
        said.append(_n("{n} register or chapter", "{n} registers and chapters", len(others)))
    if staying.records:
        count = sum(n for _kind, n in staying.records)
        said.append(_n("{n} record not chosen", "{n} records not chosen", count))
    return ", ".join(said) + "." if said else _("nothing that this dossier holds.")


def piece_words(piece: Piece) -> str:
    return _(label_of(piece))

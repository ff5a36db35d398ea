"""What stays in the dossier, and the internal fields of it that can be ticked one by one to leave all the same."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _, _n
from dossier.model.fields import field_of
from dossier.model.record import SheetRecord
from dossier.report.facts import label_of
from dossier.report.parts import NOT_ASKED, Own, Piece
from dossier.report.staying import Staying, StayingField
from dossier.ui.export.tick_line import TickLine
from dossier.ui.tokens import S1, S2
from dossier.ui.widgets.labels import Label


class StayingList(QWidget):
    """A box for each internal field that says something, those of all sheets below their name; the rest is told in
    words."""

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
        self._groups: dict[str, _Group] = {}
        for heading in ("", _(field_of(SheetRecord, "notes").show.label)):  # before what says less
            self._group(heading)

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
                self._group(_(one.field.show.label) if one.is_shared else "").add(box)
            said = _(one.kind.kind.plural) if one.is_shared else field_words(one)
            self.boxes[one.name].say(_n("{field} ({n} record)", "{field} ({n} records)", one.records, field=said))
        still = {one.name for one in staying.fields} | self.ticked
        for name, box in self.boxes.items():
            box.setVisible(name in still)
        for group in self._groups.values():
            group.show_heading()
        self._note.setVisible(bool(still))

    def _group(self, heading: str) -> "_Group":
        """The boxes below a heading; those of the fields of one kind alone have none and stand first."""
        if heading not in self._groups:
            self._groups[heading] = _Group(heading)
            self._layout.addWidget(self._groups[heading])
        return self._groups[heading]


class _Group(QWidget):
    """Boxes below the name of the field that they have in common."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._boxes: list[TickLine] = []
        self._heading = Label(heading, "caption_strong", "text2", wrap=True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._heading)
        self._heading.setVisible(bool(heading))

    def add(self, box: TickLine) -> None:
        self._boxes.append(box)
        self._layout.addWidget(box)

    def show_heading(self) -> None:
        """Nothing of it stays where no box is there."""
        self.setVisible(any(not box.isHidden() for box in self._boxes))


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
    notes = {_(one.field.show.label).lower() for one in staying.fields if one.is_shared and one.field.show.prose}
    said += sorted(notes)
    fields = {_(one.field.show.label).lower() if one.is_shared else one.name for one in staying.fields} - notes
    if fields:
        said.append(_n("{n} internal field", "{n} internal fields", len(fields)))
    if others:
        said.append(_n("{n} register or chapter", "{n} registers and chapters", len(others)))
    if staying.records:
        count = sum(n for _kind, n in staying.records)
        said.append(_n("{n} record not chosen", "{n} records not chosen", count))
    return ", ".join(said) + "." if said else _("nothing that this dossier holds.")


def piece_words(piece: Piece) -> str:
    return _(label_of(piece))

"""The chain below a processor, drawn as a tree: who engages whom, where, and whether it is authorised (art. 28(2))."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from dossier.i18n import N_, _
from dossier.law.processor_chain import Link, chain_of
from dossier.model.fields import Field
from dossier.model.processor import Processor, SubProcessor
from dossier.model.record import Record
from dossier.model.vocabulary import Answer, Authorisation
from dossier.ui.desk import Desk
from dossier.ui.records.children import ChildRow, ChildSection
from dossier.ui.records.words import STATES
from dossier.ui.tokens import Tokens
from dossier.ui.widgets.buttons import Button, escaped
from dossier.ui.widgets.table import Cell
from dossier.work.edits import name_of

_STEP, _DEEPEST = 18, 6  # pixels for a level; deeper ones are said, not drawn further in
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_AUTHORISED: Mapping[Answer, str] = {
    Answer.YES: N_("Authorised"),
    Answer.PARTLY: N_("Authorised in part"),
    Answer.NO: N_("Not authorised"),
}


class ChainRow(ChildRow):
    """A sub-processor, as far to the right as it is down the chain."""

    moved = Signal(int)
    """An arrow was pressed: its key."""

    def show_link(self, link: Link, engaged_by: str) -> None:
        """Where it stands in the chain, for the eyes and for a screen reader."""
        self.indent = _STEP * min(link.level - 1, _DEEPEST)
        told = [_("Level {n}", n=link.level), _("engaged by {name}", name=engaged_by)]
        if link.is_circular:
            self._name = _("{name} (circular)", name=self._name)
            told.append(_("circular chain: through others, it engages itself"))
        self.setAccessibleName(f"{self.accessibleName()} · {', '.join(told)}")
        self.setToolTip("\n".join((self.toolTip(), ", ".join(told))))

    def _paint(self, painter: QPainter, rect: QRectF, k: Tokens) -> None:
        super()._paint(painter, rect, k)
        if self.indent:
            left, middle = rect.left() + self.indent - _STEP / 2, rect.center().y()
            painter.setPen(QPen(QColor(k.border), 1))
            painter.drawLine(QPointF(left, rect.top()), QPointF(left, middle))
            painter.drawLine(QPointF(left, middle), QPointF(left + _STEP / 2 - 4, middle))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self.moved.emit(event.key())
        else:
            super().keyPressEvent(event)


class ChainSection(ChildSection):
    """Arrows move in the tree; what is open can be given one that it engages."""

    row_type = ChainRow

    def __init__(self, desk: Desk) -> None:
        self._under: str | None = None
        self._links: dict[str, Link] = {}
        self._is_general = False
        super().__init__(SubProcessor, desk, lambda: {"under": self._under})
        self.under_button = Button("", "plus", "quiet")
        self.under_button.clicked.connect(self.add_under)
        self.under_button.hide()
        if layout := self.layout():
            layout.addWidget(self.under_button)

    def show_record(self, record: Record) -> None:
        before, self._is_general = self._is_general, _is_general(record)
        super().show_record(record)
        if before != self._is_general:
            self._show_rows()

    def add_under(self) -> None:
        """A new sub-processor, engaged by the one that is open."""
        opened = self.open_record()
        self._under = opened.id if opened else None
        self.add()
        self._under = None

    def close_open(self) -> None:
        super().close_open()
        self._show_under()

    def _made_rows(self, parts: Sequence[Record]) -> dict[str, ChildRow]:
        """In the order of the chain, as many as were asked for."""
        every = [part for part in self._parts if isinstance(part, SubProcessor)]
        links = chain_of(every)[: len(parts)]
        self._links = {link.sub_processor.id: link for link in links}
        return super()._made_rows([link.sub_processor for link in links])

    def _row(self, part: Record, cells: Sequence[Cell], widths: Sequence[int], name_width: int) -> ChildRow:
        deepest = max(min(link.level - 1, _DEEPEST) for link in self._links.values())
        made = super()._row(part, cells, widths, name_width + _STEP * deepest)
        if isinstance(made, ChainRow):
            made.show_link(self._links[part.id], self._engaged_by(part))
            made.moved.connect(self._on_moved)
        return made

    def _engaged_by(self, part: Record) -> str:
        above = getattr(part, "under", None) or ""
        record = self._desk.dossier.get(above, SubProcessor) or self._record
        return name_of(record) if record else ""

    def _cell(self, part: Record, field: Field) -> Cell:
        """What nobody answered is covered by a general authorisation, or to be checked."""
        if field.name != "authorised" or not isinstance(part, SubProcessor):
            return super()._cell(part, field)
        answer = part.authorised
        if answer and answer in _AUTHORISED:
            tone, icon = STATES[answer]
            return Cell(_(_AUTHORISED[answer]), tone=tone, icon=icon)
        if self._is_general and answer is None:
            return Cell(_("General"), tone="info", icon="info")
        return Cell(_("To check"), tone="check", icon="check")

    def _on_moved(self, key: int) -> None:
        row = self.sender()
        places = list(self.rows)
        if not isinstance(row, ChainRow) or row.record_id not in places:
            return
        if key == Qt.Key.Key_Right:
            self.open_part(row.record_id)
        elif key == Qt.Key.Key_Left and row.is_open:
            self.close_open()
        else:
            step = -1 if key == Qt.Key.Key_Up else 1
            near = places[max(0, min(places.index(row.record_id) + step, len(places) - 1))]
            above = self._links[row.record_id].sub_processor.under or row.record_id
            self.rows[above if key == Qt.Key.Key_Left and above in self.rows else near].setFocus()

    def _place_open(self) -> None:
        super()._place_open()
        self._show_under()

    def _show_under(self) -> None:
        opened = self.open_record()
        self.under_button.setVisible(opened is not None and not self._locked)
        if opened:
            self.under_button.setText(escaped(_("Add one that {name} engages", name=name_of(opened)[:40])))


def _is_general(record: Record) -> bool:
    return isinstance(record, Processor) and record.authorisation is Authorisation.GENERAL

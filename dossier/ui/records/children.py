"""The repeated parts of a record: a table inside its form, each row opening into a form of its own."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _, _n
from dossier.model.fields import Field
from dossier.model.record import Record
from dossier.model.value import hints_of
from dossier.ui import theme
from dossier.ui.desk import Desk, Unwritten
from dossier.ui.icons import paint_icon
from dossier.ui.records.open_part import OpenPart
from dossier.ui.records.words import NOTHING, field_cell, main_cell, typed_fields
from dossier.ui.tokens import ROW, S2, S3, Tokens
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.chips import paint_chip
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.painting import words
from dossier.ui.widgets.rows import PaintedRow
from dossier.ui.widgets.table import Cell, cell_width
from dossier.work import edits

_FIRST = 60  # rows shown at once; the others are one press away
_NAME_SHARE = 0.42  # of the row, at most where the columns need the rest
_MOST_COLUMNS, _WIDEST = 3, 220


class ChildRow(PaintedRow):
    """One part in one line: its name, what the table shows of it, and whether it is open."""

    indent = 0
    """Pixels before the name; the columns stay where they are."""

    def __init__(self, record: Record, cells: Sequence[Cell], widths: Sequence[int], name_width: int) -> None:
        self.record_id, self._cells, self._widths, self.is_open = record.id, cells, widths, False
        self._name_width = name_width
        spoken = " · ".join(filter(None, (main_cell(record).words, *(cell.words for cell in cells))))
        super().__init__(ROW, self._paint, spoken)
        self._name = main_cell(record).words

    def show_open(self, is_open: bool) -> None:
        self.is_open = is_open
        self.update()

    def _paint(self, painter: QPainter, rect: QRectF, k: Tokens) -> None:
        painter.fillRect(QRectF(rect.left() - S2, rect.bottom() - 1, rect.width() + 2 * S2, 1), k.line)
        arrow = "chevron-down" if self.is_open else "chevron-right"
        paint_icon(painter, QRectF(rect.left() + self.indent - 2, rect.center().y() - 7, 14, 14), arrow, k.text2, 2.2)
        rect = rect.adjusted(18, 0, 0, 0)
        room = rect.width() - min(self._name_width + S3, rect.width() * _NAME_SHARE)
        scale = min(1.0, room / max(1, sum(self._widths)))
        left = rect.right() - sum(self._widths) * scale
        name = QRectF(rect.left() + self.indent, 0, left - rect.left() - self.indent - S3, rect.height())
        words(painter, name, self._name, "strong", k.text)
        for cell, width in zip(self._cells, self._widths, strict=True):
            self._paint_cell(painter, QRectF(left, 0, width * scale - S2, rect.height()), cell, k)
            left += width * scale

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: Cell, k: Tokens) -> None:
        if cell.tone:
            paint_chip(painter, QPointF(rect.left(), rect.center().y()), cell.words, cell.tone, cell.icon, rect.width())
        else:
            words(painter, rect, cell.words, "body", k.text2 if cell.words != NOTHING else k.text3, tabular=True)


class ChildSection(QWidget):
    """The parts of one kind that belong to the record that is shown."""

    row_type: type[ChildRow] = ChildRow
    opened = Signal(QWidget)
    """The row of the part that was opened."""

    def __init__(
        self, kind: type[Record], desk: Desk, new_values: Callable[[], Mapping[str, object]] | None = None
    ) -> None:
        """`new_values` gives what a new part begins with."""
        super().__init__()
        self.kind, self._desk = kind, desk
        self._new_values: Callable[[], Mapping[str, object]] = new_values or dict
        self.title = _(kind.kind.plural)
        shown = [field for field in typed_fields(kind) if field.show.in_table]
        self._columns = [field for field in shown if field.name not in ("reference", "name")]
        self._record: Record | None = None
        self._most, self._locked = _FIRST, kind.kind.append_only
        self._parts: tuple[Record, ...] = ()
        self.rows: dict[str, ChildRow] = {}
        self.open: OpenPart | None = None
        self._open_id = ""
        self._count = Label("", "caption", "text3", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._more = Button(_("Show all"), role="link")
        self._more.clicked.connect(self._on_more)
        self.add_button = Button(_("Add"), "plus", tip=_("Add: {kind}", kind=_(kind.kind.label)))
        self.add_button.setAccessibleName(_("Add: {kind}", kind=_(kind.kind.label)))
        self.add_button.clicked.connect(self.add)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S2)
        box.addWidget(flow(Label(self.title, "h3", wrap=True), self._count))
        box.addLayout(self._list)
        box.addWidget(row(self.add_button, self._more, None))
        self.lock(False)

    def show_record(self, record: Record) -> None:
        """The parts of another record, or of the same one after an edit."""
        if self._record is None or self._record.id != record.id:
            self.close_open()
            self._most = _FIRST
        self._record = record
        parts = self._parts_of(record)
        if parts != self._parts or not self.rows:
            self._parts = parts
            self._show_rows()
        self._refresh_open()

    def _parts_of(self, record: Record) -> tuple[Record, ...]:
        """In the order in which they are listed."""
        return self._desk.dossier.children(self.kind, record.id)

    def lock(self, locked: bool) -> None:
        """What is dated and never rewritten can only be read here."""
        self._locked = locked or self.kind.kind.append_only
        self.add_button.setEnabled(not locked)
        self.add_button.setVisible(not self.kind.kind.append_only)
        if self.open:
            self.open.lock(self._locked)

    def commit(self) -> bool:
        return self.open.form.commit() if self.open and self._open_id else True

    def unwritten(self) -> list[Unwritten]:
        return self.open.form.unwritten() if self.open else []

    def add(self) -> None:
        """A new empty part, open and ready to be named."""
        if self._record is None or self._locked:
            return
        self.commit()
        made = edits.new_record(self.kind, self._desk.clock(), self._record).with_(**self._new_values())
        if self._desk.history.do(edits.creation(made)):
            self.open_part(made.id)

    def open_part(self, record_id: str, field: str = "") -> None:
        """Open the form of a part below its row, with the keyboard in a field of it."""
        if record_id not in self.rows:
            self._most = len(self._parts)
            self._show_rows()
        record = next((part for part in self._parts if part.id == record_id), None)
        if record is None:
            return
        if self.open is None:
            self.open = self.make_open()
            self.open.lock(self._locked)
        if self._open_id in self.rows:
            self.rows[self._open_id].show_open(False)
        self._open_id = record_id
        self.open.deletion.forget()
        self.open.form.show_record(record)
        self._place_open()
        self.open.form.take_focus(field if field in hints_of(self.kind) else "")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # where it stands is known then
        self.opened.emit(self.rows[record_id])

    def make_open(self) -> OpenPart:
        """The form below a row, made once."""
        return OpenPart(self.kind, self._desk, self)

    def open_record(self) -> Record | None:
        """The part whose form is open."""
        return self._desk.dossier.get(self._open_id, self.kind) if self._open_id else None

    def part_at(self, widget: QWidget | None) -> Record | None:
        """The part whose row or open form holds a widget."""
        if widget is None:
            return None
        if self.open and self.open.isAncestorOf(widget):
            return self.open_record()
        return next((part for part in self._parts if self.rows.get(part.id) is widget), None)

    def close_open(self) -> None:
        if self.open is None or not self._open_id:
            return
        self.open.form.commit()
        had_keyboard = self.open.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        closed = self.rows.get(self._open_id)
        self._open_id = ""
        self.open.hide()
        if closed:
            closed.show_open(False)
            if had_keyboard:
                closed.setFocus()

    def duplicate_open(self) -> None:
        if (part := self.open_record()) and self.commit():
            written = self._desk.history.do(edits.duplication(self._desk.dossier, part, self._desk.clock()))
            if written:
                self.open_part(written.changes[0].record.id)

    def delete_open(self) -> None:
        if (part := self.open_record()) and self.open:
            self.open.deletion.delete([part], self.add_button.setFocus)

    def _on_more(self) -> None:
        self._most = len(self._parts)
        self._show_rows()

    def _on_row(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, ChildRow):
            self.close_open() if pressed.record_id == self._open_id else self.open_part(pressed.record_id)

    def _show_rows(self) -> None:
        focused = next((i for i, one in self.rows.items() if one.hasFocus()), "")
        for old in self.rows.values():
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = self._made_rows(self._parts[: self._most])
        for position, made in enumerate(self.rows.values()):
            self._list.insertWidget(position, made)
        n = len(self._parts)
        self._count.setText(_n("{n} record", "{n} records", n) if n else _("None yet"))
        self._more.setVisible(n > len(self.rows))
        self._place_open()
        if focused in self.rows:
            self.rows[focused].setFocus()

    def _made_rows(self, parts: Sequence[Record]) -> dict[str, ChildRow]:
        """The rows, with the columns that say something in one of them, as wide as their words need."""
        said = {part.id: [self._cell(part, field) for field in self._columns] for part in parts}
        telling = [i for i in range(len(self._columns)) if any(cells[i].words != NOTHING for cells in said.values())]
        telling = telling[:_MOST_COLUMNS]
        widths = [min(_WIDEST, max(cell_width(cells[i]) for cells in said.values())) + S2 for i in telling]
        strong = theme.metrics("strong")
        name = max((strong.horizontalAdvance(main_cell(part).words) for part in parts), default=0)
        return {part.id: self._row(part, [said[part.id][i] for i in telling], widths, name) for part in parts}

    def _cell(self, part: Record, field: Field) -> Cell:
        return field_cell(self._desk.dossier, part, field, self._desk.say)

    def _row(self, part: Record, cells: Sequence[Cell], widths: Sequence[int], name_width: int) -> ChildRow:
        made = self.row_type(part, cells, widths, name_width)
        made.setToolTip("\n".join(filter(None, (part.reference, *made.words.split(" · ")))))
        made.clicked.connect(self._on_row)
        return made

    def _place_open(self) -> None:
        """The form below its row; when the rows are made again the form itself stays, and so does the keyboard."""
        if self.open is None or self._open_id not in self.rows:
            if self.open:
                self.open.hide()
            return
        opened = self.rows[self._open_id]
        opened.show_open(True)
        wanted = self._list.indexOf(opened) + 1
        if self._list.indexOf(self.open) != wanted:
            self._list.insertWidget(wanted, self.open)
        self.open.show()

    def _refresh_open(self) -> None:
        if self.open is None or not self._open_id:
            return
        part = self.open_record()
        if part is None:
            self._open_id = ""
            self.open.hide()
            self.open.deletion.forget()
        else:
            self.open.form.refresh(part)

"""One record: its head, its sections as tabs that scroll, its parts, who uses it, its history."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from dossier.errors import DossierError
from dossier.i18n import _
from dossier.model.catalog import children_of
from dossier.model.evidence import Document
from dossier.model.fields import Field
from dossier.model.record import Record, Status
from dossier.ui.desk import Desk, Unwritten
from dossier.ui.export.request import ExportRequest
from dossier.ui.records.attachments import Attachments
from dossier.ui.records.changed_since import ChangedSince
from dossier.ui.records.children import ChildSection
from dossier.ui.records.deletion import Deletion
from dossier.ui.records.form import RecordForm
from dossier.ui.records.form_field import FormField
from dossier.ui.records.found import Found
from dossier.ui.records.links import UsedBy
from dossier.ui.records.past import Past
from dossier.ui.records.record_head import RecordHead
from dossier.ui.records.saying import last_change_words
from dossier.ui.tokens import S2, S4, S5
from dossier.ui.widgets.anchors import Anchors
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.labels import Hairline
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.reading_order import ReadingOrder
from dossier.ui.widgets.scroll import keep_gutter, scroll
from dossier.work import edits
from dossier.work.documents import document_field, save_document, takes_documents


class RecordView(ReadingOrder):
    """Serves all records of a kind in turn."""

    copy_asked = Signal()

    def __init__(self, kind: type[Record], desk: Desk) -> None:
        super().__init__()
        self.kind, self._desk = kind, desk
        self.record: Record | None = None
        self.head, self.form, self.deletion = self.make_head(), self.make_form(), Deletion(desk)
        self.children_sections = self.make_parts()
        self.used_by, self.past = UsedBy(desk), Past(desk)
        self._changed, self.found = ChangedSince(desk), Found(desk, self)
        self._locked = Banner("info", *_why_locked(kind, desk), icon="lock")
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self.files = Attachments(desk)
        self.lay_out()
        self._connect()
        self.setAcceptDrops(takes_documents(kind))
        self.lock(desk.history.store.is_read_only or kind.kind.append_only)

    def make_head(self) -> RecordHead:
        return RecordHead(self.kind)

    def make_form(self) -> RecordForm:
        return RecordForm(self.kind, self._desk)

    def make_parts(self) -> list[ChildSection]:
        """The repeated parts that are tables inside the record."""
        return [ChildSection(child, self._desk) for child in children_of(self.kind)]

    def _parts(self) -> list[tuple[str, QWidget]]:
        """What stands below each other: the sections, with the repeated parts where the kind wants them, the rest.

        Where it does not say, they come before the follow-up that all sheets share.
        """
        own = [(section.title or _("Record"), section) for section in self.form.sections]
        titles, wanted = [title for title, _section in own], _(self.kind.kind.parts_after or " ")
        place = len(own) - (self.kind.kind.sheet and len(own) > 1)
        if wanted in titles:
            place = titles.index(wanted) + 1
        parts: list[tuple[str, QWidget]] = [*own[:place]]
        parts += [(section.title, section) for section in self.children_sections]
        return [*parts, *own[place:], (self.used_by.title, self.used_by), (self.past.title, self.past)]

    def lay_out(self) -> None:
        parts = self._parts()
        above = (self._locked, self._changed, self.deletion, self.files, self.found)
        inner = column(*above, gap=S4, margins=(0, 0, S5, S4))
        inner_layout = inner.layout()
        for position, (_title, part) in enumerate(parts):
            if position and inner_layout:
                inner_layout.addWidget(Hairline())
            if inner_layout:
                inner_layout.addWidget(part)
        if isinstance(inner_layout, QVBoxLayout):
            inner_layout.addStretch(1)
        self.area = scroll(inner)
        self.anchors = Anchors(self.area, parts)
        box = QVBoxLayout(self)
        box.setContentsMargins(S5, S4, 0, 0)
        box.setSpacing(S2)
        for widget in (self.head, self.anchors):
            box.addWidget(column(widget, margins=(0, 0, S5, 0)))
        box.addWidget(self.area, 1)
        keep_gutter(self.area, S5, S5)

    def _connect(self) -> None:
        self._reading.timeout.connect(self._show_last_change)
        self.head.status.asked.connect(self._on_status)
        for section in self.children_sections:
            section.opened.connect(self._on_part_opened)
        self.head.asked_to_export.connect(self._on_export)
        self.head.asked_to_copy.connect(self.copy_asked)
        self.head.asked_to_delete.connect(self.delete)
        self.head.asked_to_attach.connect(self._on_attach)
        self.head.asked_to_save_file.connect(self._on_save_file)

    def show_record(self, record: Record) -> None:
        """Show another record from its top; the same one again keeps what is being typed."""
        if self.record is not None and self.record.id == record.id:
            self.refresh(record)
            return
        self.commit()
        self.record = record = self._desk.dossier.get(record.id, self.kind) or record
        self.deletion.forget()
        self.files.forget()
        self.area.verticalScrollBar().setValue(0)
        self.form.show_record(record)
        self.show_around(record)

    def refresh(self, record: Record) -> None:
        """Show what an edit changed; the keyboard and what is being typed stay."""
        self.record = record
        self.form.refresh(record)
        self.show_around(record)

    def commit(self) -> bool:
        """Write what is being typed, here and in the parts."""
        written = [self.form.commit(), *(section.commit() for section in self.children_sections)]
        return all(written)

    def unwritten(self) -> list[Unwritten]:
        """What was typed, here and in the parts, for any record, and could not be written."""
        return [*self.form.unwritten(), *(one for section in self.children_sections for one in section.unwritten())]

    def lock(self, locked: bool) -> None:
        self._locked.setVisible(locked)
        self.head.lock(locked)
        self.form.lock(locked)
        for section in self.children_sections:
            section.lock(locked)

    def take_focus(self) -> None:
        self.form.take_focus()

    def go_to_field(self, name: str) -> None:
        """Bring a field into view, with the keyboard in it; what stands in no form changes nothing."""
        self.form.reach(name, self.area)

    def go_to_parts(self, section: ChildSection) -> None:
        """Bring the parts of a kind into view, ready to add one."""
        self.area.ensureWidgetVisible(section)
        section.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def duplicate(self) -> Record | None:
        """A copy with its parts; gives back the copy."""
        if self.record is None or not self.commit():
            return None
        record = self._desk.dossier.get(self.record.id, self.kind)
        written = record and self._desk.history.do(edits.duplication(self._desk.dossier, record, self._desk.clock()))
        return written.changes[0].record if written else None

    def delete(self) -> None:
        if self.record and (record := self._desk.dossier.get(self.record.id, self.kind)):
            self.area.verticalScrollBar().setValue(0)
            self.deletion.delete([record], lambda: None)

    def attach(self, paths: Sequence[Path], field: Field | None = None, to: Record | None = None) -> None:
        """Keep files in the dossier and link them to the record, or to the part `to` of it, in one edit."""
        if target := to or self.record:
            self.commit()
            self.files.attach(paths, target, field)

    def show_around(self, record: Record) -> None:
        """Show what stands around the form."""
        store = self._desk.history.store
        has_file = isinstance(record, Document) and bool(record.sha256) and store.has_content(record.sha256)
        self.head.show_record(record, has_file)
        self._changed.show_record(record)
        for section in self.children_sections:
            section.show_record(record)
        self.used_by.show_record(record)
        self.past.show_record(record)
        self.show_found(record)
        self._reading.start(0)

    def show_found(self, record: Record) -> None:
        self.found.show_record(record)

    def _show_last_change(self) -> None:
        """Read when the record is shown already."""
        if self.record:
            self.head.show_change(last_change_words(self._desk.history.store, self.record.id, self._desk.say))

    def _on_status(self, status: object) -> None:
        self.commit()
        record = self._desk.dossier.get(self.record.id, self.kind) if self.record else None
        if record is not None and isinstance(status, Status):
            self._desk.history.do(edits.validation(self._desk.dossier, [record], status))

    def _on_export(self) -> None:
        self.commit()
        record = self._desk.dossier.get(self.record.id, self.kind) if self.record else None
        if record is not None:
            self._desk.export(ExportRequest(alone=record))

    def _on_part_opened(self, row: QWidget) -> None:
        """Bring the row of a part that was opened to the top: its form stands below it."""
        inner = self.area.widget()
        if inner and inner.isAncestorOf(row):
            self.area.verticalScrollBar().setValue(row.mapTo(inner, QPoint(0, 0)).y())

    def _on_attach(self) -> None:
        names, _chosen = QFileDialog.getOpenFileNames(self, _("Attach a file"))
        self.attach([Path(name) for name in names])

    def _on_save_file(self) -> None:
        if not isinstance(self.record, Document):
            return
        name, _chosen = QFileDialog.getSaveFileName(self, _("Save a copy of the file"), self.record.file_name)
        if name:
            self.save_file(Path(name))

    def save_file(self, target: Path) -> None:
        """Write the file of a document elsewhere, and say so."""
        if not isinstance(self.record, Document):
            return
        try:
            save_document(self._desk.history.store, self.record, target)
        except DossierError as error:
            self._desk.said.emit("major", str(error))
        else:
            self._desk.said.emit("ok", _("Saved: {path}", path=target))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._desk.history.store.is_read_only and local_files(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """On a field that refers to documents: there; on a part that has some: to it; elsewhere: where the kind keeps
        its documents."""
        under: QWidget | None = self.childAt(event.position().toPoint())
        part = self._part_at(under)
        while under is not None and not isinstance(under, FormField):
            under = under.parentWidget()
        document = document_field(type(part) if part else self.kind)
        field = under.field if isinstance(under, FormField) else None
        wanted = field if field and document and field.target == document.target else None
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.attach(local_files(event.mimeData().urls()), wanted, part)

    def _part_at(self, widget: QWidget | None) -> Record | None:
        """The part that holds a widget, where it takes documents."""
        found = [section.part_at(widget) for section in self.children_sections if takes_documents(section.kind)]
        return next((part for part in found if part), None)


def local_files(urls: Sequence[QUrl]) -> list[Path]:
    """The files of this computer among what is dropped."""
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _why_locked(kind: type[Record], desk: Desk) -> tuple[str, str]:
    if kind.kind.append_only and not desk.history.store.is_read_only:
        return _("What is written here is dated and never rewritten:"), _("it is read, printed and kept.")
    return _("This dossier is open to read only:"), _("nothing can be changed here.")

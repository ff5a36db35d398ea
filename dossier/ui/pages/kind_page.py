"""The page of a kind: its list on the left, the record or the selected records on the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from dossier.i18n import _
from dossier.model.record import Record
from dossier.model.value import hints_of
from dossier.store.edit import Edit
from dossier.ui.desk import Desk, Unwritten
from dossier.ui.export.request import ExportRequest, prints_alone
from dossier.ui.navigation import Only
from dossier.ui.records.bulk import BulkEdit
from dossier.ui.records.listing import Listing
from dossier.ui.records.record_view import RecordView
from dossier.ui.records.words import icon_of
from dossier.ui.tokens import S4
from dossier.ui.widgets.buttons import Button, IconButton
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.empty import EmptyState
from dossier.ui.widgets.page import PageFrame
from dossier.work import edits

_LIST, _RECORD = 10, 13  # how list and record share the width


class KindPage(PageFrame):
    """`kind` may hold one record only (the organisation): then there is no list."""

    to_the_edge = False

    def __init__(self, kind: type[Record], desk: Desk) -> None:
        self.kind, self.desk = kind, desk
        self.can_write = not desk.history.store.is_read_only and not kind.kind.append_only
        self.listing = None if kind.kind.single else self.make_listing()
        self._missed = False
        self._view: RecordView | None = None
        self._bulk: BulkEdit | None = None
        self._right = QStackedWidget()
        self._nothing = EmptyState(icon_of(kind), _("Nothing selected"), _("Choose a record in the list."))
        self._right.addWidget(self._nothing)
        self._body = QStackedWidget()
        label = kind.kind.plural if self.listing else kind.kind.label
        super().__init__(_(label), _(kind.kind.question), self._body, self.make_actions(), to_the_edge=self.to_the_edge)
        self._body.addWidget(self._empty())
        self._body.addWidget(self.list_and_record())
        if self.listing:
            self.listing.selected.connect(self.show_selected)
            self.listing.listed.connect(self.show_exportable)
            self.listing.table.opened.connect(self.open_form)
            self.listing.table.delete_asked.connect(self.delete)
        desk.history.changed.connect(self._on_changed)
        self.show_what_there_is()

    def make_listing(self) -> Listing:
        return Listing(self.kind, self.desk)

    def make_actions(self) -> list[QWidget]:
        """What stands in the head of the page."""
        tip = _("This dossier is open to read only") if self.desk.history.store.is_read_only else ""
        self.add_button = Button(_("Add"), "plus", "primary", tip=tip or _("Add: {kind}", kind=_(self.kind.kind.label)))
        self.add_button.setEnabled(self.can_write)
        self.add_button.clicked.connect(self.add)
        self.export_button = IconButton("export", _("Export the list: the PDF of what it shows"))
        self.export_button.clicked.connect(self.export)
        return [self.export_button, self.add_button]

    def _empty(self) -> QWidget:
        """What the thing is, why the law wants it, how to start."""
        self.empty_button = Button(_("Add: {kind}", kind=_(self.kind.kind.label)), "plus", "primary")
        self.empty_button.setEnabled(self.can_write)
        self.empty_button.clicked.connect(self.add)
        title = _("{kinds}: none yet", kinds=_(self.kind.kind.plural))
        if self.kind.kind.append_only:
            self.empty_button.setParent(self)  # nothing is added here by hand
            self.empty_button.hide()
            return Card().add(EmptyState(icon_of(self.kind), title, _(self.kind.kind.why)))
        tip = _("A name is enough to begin; everything else can wait.")
        return Card().add(EmptyState(icon_of(self.kind), title, _(self.kind.kind.why), *self.ways_to_start(), tip=tip))

    def ways_to_start(self) -> list[QWidget]:
        """What the page offers where there is nothing yet."""
        return [self.empty_button]

    def list_and_record(self) -> QWidget:
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S4)
        if self.listing:
            layout.addWidget(self.listing, _LIST)
        self._sheet = Card(padding=0).add((self._right, 1))
        layout.addWidget(self._sheet, _RECORD)
        return holder

    @property
    def view(self) -> RecordView:
        """The form, made when the first record is shown."""
        if self._view is None:
            self._view = self.make_view()
            self._view.copy_asked.connect(self.duplicate)
        return self._view

    def prepare(self) -> None:
        """Make the form before it is needed, where there is a record to show in it."""
        if self.listing and self.listing.model.rowCount():
            _ = self.view

    def make_view(self) -> RecordView:
        view = RecordView(self.kind, self.desk)
        self._right.addWidget(view)
        return view

    @property
    def bulk(self) -> BulkEdit:
        if self._bulk is None:
            self._bulk = BulkEdit(self.kind, self.desk)
            self._right.addWidget(self._bulk)
        return self._bulk

    def current_record(self) -> Record | None:
        """The record that is shown."""
        return self._view.record if self._view and self.shows_view() else None

    def shows_view(self) -> bool:
        """Whether the form is what is seen."""
        return self._view is not None and self._right.currentWidget() is self._view

    def show_nothing(self) -> None:
        """No record is chosen any more."""
        self._right.setCurrentWidget(self._nothing)

    def show_record(self, record_id: str) -> None:
        """Select a record and show it; a record that is gone changes nothing."""
        self.catch_up()
        record = self.desk.dossier.get(record_id, self.kind)
        if record is None:
            return
        if self.listing is None:
            self.show_view(record)
        elif self.listing.choose(record_id):
            self.show_selected()

    def show_part(self, part: str, field: str = "") -> None:
        """Go to a field of the record that is shown, or to its repeated parts: to one, or to those of a kind."""
        if part in hints_of(self.kind):
            self.view.go_to_field(part)
        for section in self.view.children_sections:
            if part == section.kind.kind.name:
                self.view.go_to_parts(section)
            elif self.desk.dossier.get(part, section.kind):
                self.view.area.ensureWidgetVisible(section)
                section.open_part(part, field)

    def add(self) -> None:
        """A new record, shown and ready to be named."""
        if not self.can_write or (self.listing is None and self.desk.dossier.count(self.kind)):
            return
        self.commit()
        self.catch_up()
        made = self.new_record()
        if self.desk.history.do(edits.creation(made)):
            self.show_record(made.id)
            self.view.take_focus()

    def new_record(self) -> Record:
        """What `add` begins with."""
        return edits.new_record(self.kind, self.desk.clock())

    def duplicate(self) -> None:
        if self.can_write and self.listing and self.current_record() and (copy := self.view.duplicate()):
            self.show_record(copy.id)
            self.view.take_focus()

    def delete(self) -> None:
        """Delete what is selected, or ask inside the page where others use it."""
        if not self.can_write or self.listing is None:
            return
        if self.current_record():
            self.view.delete()
        elif len(self.listing.chosen()) > 1:
            self.bulk.deletion.delete(self.listing.chosen(), lambda: None)

    def export(self) -> None:
        """The PDF of what is seen."""
        self.commit()
        self.desk.export(self.seen_request())

    def seen_request(self) -> ExportRequest:
        """The register with what is seen in the list: where all of it is, nothing is chosen."""
        shown = self.listing.shown() if self.listing else []
        is_all = len(shown) == self.desk.dossier.count(self.kind)
        return ExportRequest((self.kind,), {} if is_all else {self.kind: frozenset(one.id for one in shown)})

    def sees_anything(self) -> bool:
        """Whether there is anything to be seen in a PDF."""
        return self.listing is not None and self.listing.model.rowCount() > 0

    def show_exportable(self) -> None:
        """A list that shows nothing is not exported: nothing chosen would be all of it."""
        why_not = "" if self.sees_anything() else _("The list shows nothing to export: empty the filter.")
        self.export_button.setEnabled(not why_not)
        self.export_button.setToolTip(why_not or self.export_button.accessibleName())

    def open_form(self) -> None:
        if self.current_record():
            self.view.take_focus()
        elif self._bulk and self._right.currentWidget() is self._bulk:
            self._bulk.choice.setFocus()

    def show_asked(self, asked: object) -> None:
        """List only the records that are asked for."""
        if self.listing and isinstance(asked, Only):
            self.listing.show_only(asked)
            self.listing.choose_first()

    def focus_filter(self) -> None:
        if self.listing:
            self.listing.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.listing.field.selectAll()

    def commit(self) -> bool:
        """Write what is being typed; to be called before the page or the window goes."""
        return self._view.commit() if self._view else True

    def unwritten(self) -> list[Unwritten]:
        """What was typed on this page and could not be written."""
        return self._view.unwritten() if self._view else []

    def take_focus(self) -> None:
        """The keyboard is in the list, and on arriving its first record is shown."""
        if self.listing and self.current_record() is None and not self.listing.chosen():
            self.listing.choose_first()
        if self._body.currentIndex() == 0:
            self.empty_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.listing:
            self.listing.table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.view.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the page; the window may have the same ones in its menus, and then it takes them first."""
        actions = {Qt.Key.Key_N: self.add, Qt.Key.Key_F: self.focus_filter, Qt.Key.Key_D: self.duplicate}
        action = actions.get(Qt.Key(event.key()))
        if action and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            action()
        else:
            super().keyPressEvent(event)

    def show_view(self, record: Record) -> None:
        self.view.show_record(record)
        self._right.setCurrentWidget(self.view)

    def show_selected(self) -> None:
        """What is chosen in the list: the record, or what can be done with several."""
        chosen = self.listing.chosen() if self.listing else []
        if len(chosen) == 1:
            self.show_view(chosen[0])
            return
        self.commit()
        if chosen and not self.kind.kind.append_only:
            self.bulk.show_records(chosen)
            self._right.setCurrentWidget(self.bulk)
        else:
            self.show_nothing()

    def _on_changed(self, edit: Edit | None) -> None:
        """A page that nobody sees catches up when it is shown."""
        if not self.isVisible():
            self._missed = True
            return
        if self.listing:
            self.listing.apply(edit)
        self._refresh_view()
        self.show_what_there_is()
        if self.listing and self.current_record() is None and not self.listing.chosen():
            self._show_what_came(edit)

    def _show_what_came(self, edit: Edit | None) -> None:
        """Where nothing is shown: what an edit brought, as a deletion undone does, else the first row."""
        came = [change.after for change in edit.changes if isinstance(change.after, self.kind)] if edit else []
        if self.listing and came:
            self.listing.choose(came[0].id)
        elif self.listing:
            self.listing.choose_first()

    def catch_up(self) -> None:
        """Show what changed while nobody saw the page."""
        if self._missed:
            self._missed = False
            if self.listing:
                self.listing.apply(None)
            self._refresh_view()
            self.show_what_there_is()

    def showEvent(self, event: QShowEvent) -> None:
        self.catch_up()
        super().showEvent(event)

    def _refresh_view(self) -> None:
        if self._view is None or self._view.record is None:
            return
        record = self.desk.dossier.get(self._view.record.id, self.kind)
        if record:
            self._view.refresh(record)
        elif self.shows_view():
            self._view.record = None
            self.show_nothing()

    def show_what_there_is(self) -> None:
        """The list and the record, or what to do where there is nothing yet."""
        records = self.desk.dossier.of(self.kind)
        self._body.setCurrentIndex(1 if records else 0)
        self.add_button.setVisible(bool(records) and self.listing is not None and not self.kind.kind.append_only)
        self.export_button.setVisible(bool(records) and self.listing is not None and prints_alone(self.kind))
        self.show_exportable()
        if records and self.listing is None and self.current_record() is None:
            self.show_view(records[0])
        elif records and self.listing and not self.listing.chosen() and self.current_record() is None:
            self.show_nothing()

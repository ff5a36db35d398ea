"""The journal: what was written, when and by whom, with the words before and after."""

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.model.record import Record
from dossier.model.text import fold
from dossier.store.edit import Change
from dossier.store.journal import Header
from dossier.store.tables import instant
from dossier.ui.desk import Desk
from dossier.ui.pages.journal_model import SEARCHED, JournalModel, words_of
from dossier.ui.tokens import S1, S3, S4, Ink
from dossier.ui.when import instant_words
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.labels import Hairline, IconLabel, Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.page import PageFrame
from dossier.ui.widgets.record_link import RecordLink
from dossier.ui.widgets.scroll import keep_gutter, scroll
from dossier.ui.widgets.search_field import SearchField
from dossier.ui.widgets.table import Table
from dossier.work.edits import name_of


class EntryDetails(QWidget):
    """One entry: every field it changed, before and after, and the way to the record."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(S3)

    def show_entry(self, entry: Header | None, change: Change | None, record: Record | None) -> None:
        self._clear()
        if entry is None:
            self._layout.addWidget(Label(_("Choose an entry to see what it changed."), "body", "text3", wrap=True))
        else:
            when = instant_words(instant(entry.at), self._desk.clock(), self._desk.say)
            said = " · ".join(filter(None, (when, entry.author or _("author not stated"))))
            head = (Label(entry.label, "h2", wrap=True), Label(said, "caption", "text3", wrap=True))
            self._layout.addWidget(column(*head, gap=2))
            self._layout.addWidget(self._way_to(record))
            self._layout.addWidget(Hairline())
            self._show_change(change)
        self._layout.addStretch(1)

    def _way_to(self, record: Record | None) -> QWidget:
        if record is None:
            return Label(_("The record does not exist any more."), "body", "text3", wrap=True)
        words = " · ".join(filter(None, (record.reference, name_of(record))))
        link = RecordLink(words, record.kind.icon or "note")
        link.clicked.connect(lambda: self._desk.go_to(record))
        return row(link, None)

    def _show_change(self, change: Change | None) -> None:
        if change is None:
            erased = _("The content of this entry was erased; that it was written can still be shown.")
            self._layout.addWidget(Label(erased, "body", "text2", wrap=True))
            return
        for field in change.fields:
            old, new = (words_of(state, field, self._desk.dossier, self._desk.say) for state in change)
            lines = [self._side("minus", _("Before"), old)] if old else []
            if change.after is not None:
                lines.append(self._side("plus", _("After"), new or _("(empty)")))
            name = Label(_(field.show.label), "caption_strong", "text2", wrap=True)
            self._layout.addWidget(column(name, *lines, gap=S1))

    def _side(self, icon: str, side: str, text: str) -> QWidget:
        ink: Ink = "text3" if icon == "minus" else "text"
        mark = IconLabel(icon, "text3", 14)
        mark.setToolTip(side)
        words = Label(text, "body", ink, wrap=True)
        words.setAccessibleName(f"{side}: {text}")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = row(mark, (words, 1), gap=S1 + 2)
        layout = holder.layout()
        if layout is not None:
            layout.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        return holder

    def _clear(self) -> None:
        while item := self._layout.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


class JournalPage(PageFrame):
    """Newest first; the chosen entry stands open beside the list."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.filter = SearchField(_("Filter by words, person, date, reference"))
        self.table = Table(_("Journal"), tall=True)
        self.model = JournalModel(desk, self.table)
        self.proxy = QSortFilterProxyModel(self.table)
        self.proxy.setSourceModel(self.model)
        self.proxy.setFilterRole(SEARCHED)
        self.proxy.setFilterKeyColumn(0)
        self.table.setModel(self.proxy)
        self.details = EntryDetails(desk)
        entries = Card(padding=1, gap=S3).add(row(self.filter, margins=(12, 12, 12, 0)), (self.table, 1))
        opened = scroll(self.details)
        keep_gutter(opened, S4, 0)
        chosen = Card().add((opened, 1))
        question = _("What was written, when and by whom. Names are declared by each user, not authenticated.")
        super().__init__(_("Journal"), question, row((entries, 10), (chosen, 9), gap=S4))
        self.focus_me = self.table
        self.details.show_entry(None, None, None)
        self.filter.textChanged.connect(self._on_filter)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.table.activated.connect(self._on_activated)
        desk.history.changed.connect(self._on_changed)

    def focus_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.fit_columns()
        if not self.table.currentIndex().isValid() and self.proxy.rowCount():
            self.table.selectRow(0)

    def _on_filter(self, text: str) -> None:
        self.proxy.setFilterFixedString(fold(text))

    def _on_changed(self) -> None:
        self.model.renew()

    def _source_row(self, index: QModelIndex) -> int:
        return self.proxy.mapToSource(index).row()

    def _on_chosen(self, index: QModelIndex) -> None:
        if not index.isValid():
            self.details.show_entry(None, None, None)
            return
        place = self._source_row(index)
        self.details.show_entry(self.model.entry(place), self.model.change(place), self.model.record(place))

    def _on_activated(self, index: QModelIndex) -> None:
        record = self.model.record(self._source_row(index))
        if record is not None:
            self._desk.go_to(record)

"""Deleting without a box: done at once where nobody uses the record, asked in the page where somebody does."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from dossier.errors import Conflict
from dossier.i18n import _, _n
from dossier.model.dossier import Use
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.records.words import field_label, icon_of, reference_words
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.record_link import RecordLink
from dossier.work import edits

_MOST = 6  # links shown with the question; the section "Used by" shows all


def users_of(desk: Desk, records: Sequence[Record]) -> list[Use]:
    """Who refers to these records or to their parts, themselves left out."""
    doomed = {one.id: one for record in records for one in (record, *desk.dossier.parts_of(record))}
    uses = (use for record in doomed.values() for use in desk.dossier.used_by(record))
    return [use for use in uses if use.record.id not in doomed]


def links_to(desk: Desk, uses: Sequence[Use]) -> list[QWidget]:
    """A link to each record that uses another, with the field that does."""
    found: dict[str, tuple[Record, list[str]]] = {}
    for use in uses:
        found.setdefault(use.record.id, (use.record, []))[1].append(field_label(use.field))
    return [_link(desk, record, ", ".join(dict.fromkeys(fields))) for record, fields in found.values()]


def _link(desk: Desk, record: Record, fields: str) -> RecordLink:
    link = RecordLink(reference_words(record), icon_of(type(record)))
    link.setToolTip(f"{_(record.kind.label)} · {fields}")
    link.clicked.connect(lambda: desk.go_to(record))
    return link


class Deletion(QWidget):
    """The place of the question in a page; hidden as long as there is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._asked: list[QWidget] = []
        self._before: QWidget | None = None  # what had the keyboard when the question came
        self.hide()

    def delete(self, records: Sequence[Record], after: Callable[[], None]) -> None:
        """Delete records, or ask first where others use them; `after` is called when they are deleted."""
        self.forget()
        try:
            edit = edits.deletion(self._desk.dossier, records)
        except Conflict:
            self._ask(records, after)
            return
        if self._desk.history.do(edit):
            after()

    def forget(self) -> None:
        """Take the question away."""
        for widget in self._asked:
            self._box.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._asked = []
        self.hide()

    def keep(self) -> None:
        """Nothing is deleted: the keyboard goes back to where it was."""
        self.forget()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._asked:
            self.keep()
        else:
            super().keyPressEvent(event)

    def _ask(self, records: Sequence[Record], after: Callable[[], None]) -> None:
        self._before = self.window().focusWidget()
        uses = users_of(self._desk, records)
        links = links_to(self._desk, uses)
        said = _n("Used by {n} record.", "Used by {n} records.", len(links))
        delete, keep = Button(_("Delete and remove these references")), Button(_("Keep"))
        delete.clicked.connect(lambda: self._detach(records, after))
        keep.clicked.connect(self.keep)
        banner = Banner("major", said, _("Deleting takes the references to it away; it can be undone."))
        others = len(links) - _MOST
        more = [Label(_n("and {n} other", "and {n} others", others), "caption", "text2")] if others > 0 else []
        self._asked = [banner, flow(delete, keep), flow(*links[:_MOST], *more)]
        for widget in self._asked:
            self._box.addWidget(widget)
        self.show()
        keep.setFocus()

    def _detach(self, records: Sequence[Record], after: Callable[[], None]) -> None:
        current = [self._desk.dossier.get(record.id, type(record)) for record in records]
        edit = edits.deletion(self._desk.dossier, [record for record in current if record], detach=True)
        self.forget()
        if self._desk.history.do(edit):
            after()

"""Deleting without a box: done at once, or asked in the page where others use it or a reason must be given."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from dossier.i18n import _, _n
from dossier.model.dossier import Use
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.records.words import field_label, icon_of, reference_words
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.field import Field
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
        self._reason: Field | None = None
        self._line = QLineEdit()
        self._before: QWidget | None = None  # what had the keyboard when the question came
        self.hide()

    def delete(self, records: Sequence[Record], after: Callable[[], None]) -> None:
        """Delete records; asks first where others use them, and why where a register keeps a trace of them.

        `after` is called when they are deleted.
        """
        self.forget()
        uses = users_of(self._desk, records)
        if uses or any(record.kind.leaves_trace for record in records):
            self._ask(records, uses, after)
        elif self._desk.history.do(edits.deletion(self._desk.dossier, records)):
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

    def _ask(self, records: Sequence[Record], uses: Sequence[Use], after: Callable[[], None]) -> None:
        self._before = self.window().focusWidget()
        traced = [record.reference for record in records if record.kind.leaves_trace]
        self._reason = self._reason_field(records, after) if traced else None
        delete = Button(_("Delete and remove these references") if uses else _("Delete with this reason"))
        keep = Button(_("Keep"))
        delete.clicked.connect(lambda: self._on_delete(records, after))
        keep.clicked.connect(self.keep)
        why = [self._traced(traced), self._reason] if self._reason else []
        links = links_to(self._desk, uses)
        self._asked = [*why, *([_used(len(links))] if uses else []), flow(delete, keep)]
        self._asked += [_some(links)] if uses else []
        for widget in self._asked:
            self._box.addWidget(widget)
        self.show()
        (self._line if self._reason else keep).setFocus()

    def _reason_field(self, records: Sequence[Record], after: Callable[[], None]) -> Field:
        self._line = QLineEdit()
        self._line.returnPressed.connect(lambda: self._on_delete(records, after))
        return Field(_("Reason for the deletion"), self._line, required=True, reserve=True)

    def _traced(self, references: Sequence[str]) -> Banner:
        said = _("What leaves its register leaves a trace:")
        named = ", ".join(references[:_MOST]) + ("…" if len(references) > _MOST else "")
        return Banner("minor", said, _("the reference and the reason stay ({references}).", references=named))

    def _on_delete(self, records: Sequence[Record], after: Callable[[], None]) -> None:
        """Delete, taking references away; what must leave a trace waits for its reason."""
        reason = self._line.text().strip() if self._reason else ""
        if self._reason and not reason:
            self._reason.set_error(_("Say why: the register keeps it"))
            self._line.setFocus()
            return
        desk = self._desk
        current = [desk.dossier.get(record.id, type(record)) for record in records]
        edit = edits.deletion(desk.dossier, [record for record in current if record], detach=True)
        if reason:
            edit = edits.with_traces(edit, desk.dossier, desk.author, desk.clock(), reason)
        self.forget()
        if desk.history.do(edit):
            after()


def _used(n: int) -> Banner:
    said = _n("Used by {n} record.", "Used by {n} records.", n)
    return Banner("major", said, _("Deleting takes the references to it away; it can be undone."))


def _some(links: Sequence[QWidget]) -> QWidget:
    others = len(links) - _MOST
    more = [Label(_n("and {n} other", "and {n} others", others), "caption", "text2")] if others > 0 else []
    return flow(*links[:_MOST], *more)

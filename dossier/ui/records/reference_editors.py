"""Editors of references: a record is found by its reference or its name, followed, or made on the spot."""

from collections.abc import Iterable, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from dossier.i18n import _
from dossier.model.catalog import CATALOG, kind_named
from dossier.model.dossier import Dossier, Shelf
from dossier.model.fields import Field, field_of, fields_of
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.records.editor import Editor, Unreadable
from dossier.ui.records.list_editors import ListEditor
from dossier.ui.records.type_ahead import Proposal, TypeAhead, unknown_words
from dossier.ui.records.words import icon_of, reference_words
from dossier.ui.widgets.buttons import IconButton
from dossier.ui.widgets.layouts import row
from dossier.work.edits import new_record

_proposals: WeakKeyDictionary[Shelf, Sequence[Proposal]] = WeakKeyDictionary()


def records_to_choose(dossier: Dossier, field: Field) -> list[Proposal]:
    """The records that a reference may lead to; said once for each snapshot of a kind."""
    kinds = (kind_named(field.target),) if field.target else CATALOG
    return [one for kind in kinds for one in _of_shelf(dossier.shelves.get(kind.kind.name))]


def _of_shelf(shelf: Shelf | None) -> Sequence[Proposal]:
    if shelf is None:
        return ()
    if shelf not in _proposals:
        _proposals[shelf] = [Proposal.of(record.id, reference_words(record)) for record in shelf.in_order]
    return _proposals[shelf]


class Target:
    """What a reference of a record may lead to: the choices, their words, a new one."""

    def __init__(self, field: Field, desk: Desk) -> None:
        self.field, self.desk = field, desk
        self.kind = kind_named(field.target) if field.target else None
        self.owner: Record | None = None

    def proposals(self) -> list[Proposal]:
        own = self.owner.id if self.owner else ""
        return [one for one in records_to_choose(self.desk.dossier, self.field) if one.key != own]

    def record(self, record_id: str) -> Record | None:
        return self.desk.dossier.target(self.field, record_id)

    def words(self, record_id: str) -> str:
        record = self.record(record_id)
        return reference_words(record) if record else ""

    def icon(self, record_id: str) -> str:
        record = self.record(record_id)
        return icon_of(type(record)) if record else "link"

    def follow(self, record_id: str) -> None:
        if record := self.record(record_id):
            self.desk.go_to(record)

    def creation_words(self) -> str:
        """The last line of the proposals; "" where a new record could not be placed."""
        if self.kind is None or (self.kind.kind.parent and self._parent() is None):
            return ""
        return _("Create “{name}”")

    def new(self, name: str) -> Record | None:
        """A new record of that name, not written yet; a part belongs to the record that the owner belongs to."""
        if self.kind is None:
            return None
        return new_record(self.kind, self.desk.clock(), self._parent()).with_(name=name)

    def _parent(self) -> Record | None:
        if self.kind is None or not self.kind.kind.parent or self.owner is None:
            return None
        wanted = field_of(self.kind, self.kind.kind.parent).target
        if self.owner.kind.name == wanted:
            return self.owner
        leads = (f for f in fields_of(type(self.owner)) if f.target == wanted and not f.many)
        ids = (getattr(self.owner, field.name) for field in leads)
        return next((self.desk.dossier.get(one, kind_named(wanted)) for one in ids if one and wanted), None)


class ReferenceEditor(Editor):
    """One reference: found as one types, opened with the button beside it."""

    def __init__(self, field: Field, desk: Desk) -> None:
        self.target = Target(field, desk)
        self.line = TypeAhead(self.target.proposals)
        self.open = IconButton("jump", _("Open the record"))
        super().__init__(self.line)
        self.line.setPlaceholderText(_("Reference or name"))
        self.box.addWidget(row((self.line, 1), self.open, gap=2))
        self.line.editingFinished.connect(self._on_left)
        self.line.chosen.connect(self._on_left)
        self.line.created.connect(self._on_created)
        self.open.clicked.connect(self._on_open)

    def about(self, record: Record) -> None:
        self.target.owner = record
        self.line.create_words = self.target.creation_words()

    def _on_left(self) -> None:
        self._show_link()
        self.done.emit()

    def _on_created(self, name: str) -> None:
        if made := self.target.new(name):
            self.brings = (made,)
            self.line.show_choice(made.id, name)
            self.done.emit()

    def _on_open(self) -> None:
        self.target.follow(self._key())

    def _key(self) -> str:
        try:
            return self.line.key()
        except LookupError:
            return ""

    def _show_link(self) -> None:
        self.open.setVisible(bool(self._key()))

    def fill(self, value: Any) -> None:
        self.line.show_choice(value or "", self.target.words(value) if value else "")
        self.open.setVisible(bool(value))

    def read(self) -> str | None:
        try:
            return self.line.key() or None
        except LookupError:
            raise Unreadable(unknown_words(self.line.text())) from None

    def typed(self) -> str:
        return self.line.text()

    def put_back(self, typed: Any) -> None:
        self.line.setText(typed)


class ReferencesEditor(ListEditor):
    """Several references, as links with a cross, and a line that adds one."""

    def __init__(self, field: Field, desk: Desk) -> None:
        self.target = Target(field, desk)
        super().__init__(_("Add: reference or name"))
        self.line.created.connect(self._on_created)
        self.chips.followed.connect(self.target.follow)

    def about(self, record: Record) -> None:
        self.target.owner = record
        self.line.create_words = self.target.creation_words()

    def all_proposals(self) -> Sequence[Proposal]:
        return self.target.proposals()

    def show_keys(self, keys: Iterable[str]) -> None:
        self.keys = tuple(keys)
        made = {record.id: record.title for record in self.brings}
        named = [(key, self.target.words(key) or made.get(key, "")) for key in self.keys]
        self.chips.show_items(named, self.target.icon, leads=True)

    def _on_created(self, name: str) -> None:
        if made := self.target.new(name):
            self.brings = (*self.brings, made)
            self._on_chosen(made.id)

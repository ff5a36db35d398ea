"""What the palette finds, by group, and how it is painted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dossier.i18n import _
from dossier.model.catalog import kind_named
from dossier.model.fields import fields_of
from dossier.model.record import Record
from dossier.model.text import field_text, fold
from dossier.ui import theme
from dossier.ui.desk import Desk
from dossier.ui.icons import paint_icon
from dossier.ui.widgets.buttons import plain
from dossier.ui.widgets.painting import RIGHT, rounded, words
from dossier.work.edits import name_of

Index = QModelIndex | QPersistentModelIndex
HEADING, ITEM = int(Qt.ItemDataRole.UserRole) + 1, int(Qt.ItemDataRole.UserRole) + 2
_TALL, _HEADING = 40, 32
_LIMIT, _FEW = 50, 4


@dataclass(frozen=True)
class Found:
    """One line: a record or an action."""

    words: str
    second: str
    icon: str
    target: Record | QAction
    keys: str = ""


Line = str | Found
"""A heading, or what stands under it."""


class Search:
    """Answers for one dossier and one menu bar."""

    def __init__(self, desk: Desk, actions: list[QAction]) -> None:
        self._desk, self._actions = desk, actions

    def find(self, text: str) -> list[Line]:
        """Records by their words; `>` actions only; `#` by reference; nothing typed: what changed last."""
        text = text.strip()
        if text.startswith(">"):
            return self._actions_for(fold(text[1:].strip()), _LIMIT)
        if text.startswith("#"):
            return list(self._grouped(self._with_reference(fold(text[1:].strip()))))
        if not text:
            return self._recent() + self._actions_for("", 0)
        found = self._desk.history.store.search(text, _LIMIT)
        return [*self._grouped(found, fold(text)), *self._actions_for(fold(text), _FEW)]

    def _with_reference(self, wanted: str) -> list[Record]:
        """Also by a reference it had before, and by its number alone."""
        if not wanted:
            return []
        found = [record for record in self._desk.dossier if _has_reference(record, wanted)]
        return sorted(found, key=lambda record: (len(record.reference), record.reference))[:_LIMIT]

    def _recent(self) -> list[Line]:
        found: dict[str, Record] = {}
        for entry in self._desk.history.store.history(limit=60):
            record = self._desk.dossier.get(entry.record, kind_named(entry.kind))
            if record is not None and len(found) < 8:
                found.setdefault(record.id, record)
        return [_("Changed last"), *(self._found(record) for record in found.values())] if found else []

    def _actions_for(self, wanted: str, limit: int) -> list[Line]:
        parts = wanted.split()
        found = [action for action in self._actions if action.isEnabled() and action.isVisible()]
        found = [action for action in found if all(part in fold(plain(action.text())) for part in parts)][:limit]
        return [_("Actions"), *map(_action, found)] if found else []

    def _grouped(self, records: Iterable[Record], first: str = "") -> Iterator[Line]:
        """By kind, in the order found, but those whose name begins with what was typed come `first`."""
        groups: dict[type[Record], list[Record]] = {}
        for record in sorted(records, key=lambda record: not fold(name_of(record)).startswith(first)):
            groups.setdefault(type(record), []).append(record)
        for kind, members in groups.items():
            yield _(kind.kind.plural)
            yield from (self._found(record) for record in members)

    def _found(self, record: Record) -> Found:
        second = " · ".join(filter(None, (record.reference, self._tells(record))))
        return Found(name_of(record), second, record.kind.icon or "note", record)

    def _tells(self, record: Record) -> str:
        """What distinguishes it: the record it belongs to, else the first word of its table."""
        parent = self._desk.dossier.get(getattr(record, record.kind.parent) or "") if record.kind.parent else None
        if parent is not None:
            return name_of(parent)
        for field in fields_of(type(record)):
            if field.show.in_table and not field.is_reference and field.name not in ("reference", "name", "status"):
                said = field_text(record, field, self._desk.say, str)
                if said:
                    return said.splitlines()[0]
        return ""


def _has_reference(record: Record, wanted: str) -> bool:
    return any(wanted in fold(reference) for reference in (record.reference, *record.aliases))


def _action(action: QAction) -> Found:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Found(plain(action.text()).rstrip("…"), "", "chevron-right", action, keys)


class FoundModel(QAbstractListModel):
    """Lines; only what stands under a heading can be chosen."""

    def __init__(self, parent: Any) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show_found(self, lines: list[Line]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def height(self) -> int:
        return sum(_HEADING if isinstance(line, str) else _TALL for line in self._lines) + 8

    def next_item(self, row: int, step: int) -> int:
        """The next row after `row` that can be chosen, the last one at the end; -1 when there is none."""
        items = [place for place, line in enumerate(self._lines) if isinstance(line, Found)]
        ahead = [place for place in items if (place > row if step > 0 else place < row)]
        if not ahead:
            return (items[-1] if step > 0 else items[0]) if items else -1
        return ahead[0] if step > 0 else ahead[-1]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._lines[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == HEADING:
            return isinstance(line, str)
        if role == ITEM:
            return line if isinstance(line, Found) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return line if isinstance(line, str) else ", ".join(filter(None, (line.words, line.second)))
        return None


class FoundDelegate(QStyledItemDelegate):
    """Paints headings and lines from the tokens."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, _HEADING if index.data(HEADING) else _TALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, k, found = QRectF(option.rect), theme.tokens(), index.data(ITEM)
        if isinstance(found, Found):
            self._paint_found(painter, rect, found, bool(option.state & QStyle.StateFlag.State_Selected))
        else:
            words(painter, rect.adjusted(16, 6, -16, 0), index.data(), "caption_strong", k.text2)
        painter.restore()

    def _paint_found(self, painter: QPainter, rect: QRectF, found: Found, chosen: bool) -> None:
        k = theme.tokens()
        if chosen:
            rounded(painter, rect.adjusted(6, 0, -6, 0), k.selected)
            rounded(painter, QRectF(rect.left() + 6, rect.top() + 8, 3, rect.height() - 16), k.accent, radius=1.5)
        icon = QRectF(rect.left() + 18, rect.center().y() - 9, 18, 18)
        paint_icon(painter, icon, found.icon, k.accent if chosen else k.text2)
        inside = rect.adjusted(50, 0, -20, 0)
        said = found.keys or (_("Enter ↵") if chosen else "")
        taken = words(painter, inside, said, "caption", k.text3, RIGHT) if said else 0
        rest = inside.adjusted(0, 0, -taken - 12 if taken else 0, 0)
        wide = words(painter, rest, found.words, "strong" if chosen else "body", k.text)
        if found.second and rest.width() - wide > 40:
            words(painter, rest.adjusted(wide + 10, 0, 0, 0), found.second, "caption", k.text3)

"""Editors of what is taken from a long list: one term or several, each found as one types."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from dossier.i18n import Language, _
from dossier.model.record import Term
from dossier.ui import theme
from dossier.ui.icons import paint_icon
from dossier.ui.records.editor import Editor, Unreadable
from dossier.ui.records.type_ahead import Proposal, TypeAhead, unknown_words
from dossier.ui.records.words import term_of
from dossier.ui.tokens import CONTROL_COMPACT
from dossier.ui.widgets.buttons import IconButton, PaintedButton
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.painting import focus_ring, painter_for, rounded, words

_known: dict[tuple[type[Term], str], Sequence[Proposal]] = {}


def proposals_of(terms: type[Term], say: Language) -> Sequence[Proposal]:
    """The terms of a closed list in the order of their words."""
    key = (terms, say(next(iter(terms)).label))
    if key not in _known:
        made = (Proposal.of(term.value, say(term.label)) for term in terms)
        _known[key] = sorted(made, key=lambda one: one.folded)
    return _known[key]


class LongTermEditor(Editor):
    """A term of a long closed list: a country."""

    narrow = True

    def __init__(self, terms: type[Term], say: Language) -> None:
        self._terms, self._say = terms, say
        self.line = TypeAhead(lambda: proposals_of(terms, say))
        super().__init__(self.line)
        self.box.addWidget(self.line)
        self.line.editingFinished.connect(self.done)
        self.line.chosen.connect(self.done)

    def fill(self, value: Any) -> None:
        self.line.show_choice(value.value if value else "", self._say(value.label) if value else "")

    def read(self) -> Term | None:
        try:
            key = self.line.key()
        except LookupError:
            raise Unreadable(unknown_words(self.line.text())) from None
        return term_of(self._terms, key) if key else None

    def typed(self) -> str:
        return self.line.text()

    def put_back(self, typed: Any) -> None:
        self.line.setText(typed)


class ItemChip(PaintedButton):
    """One thing of a list: pressing it follows it where there is somewhere to go; its cross takes it away."""

    def __init__(self, key: str, text: str, icon: str = "", *, leads: bool = False) -> None:
        super().__init__(text, CONTROL_COMPACT)
        self.key, self._icon, self._leads = key, icon, leads
        self.setToolTip(text)
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.metrics("body").horizontalAdvance(self.words) + (44 if self._icon else 22), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(80, self.sizeHint().width()), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        rounded(painter, rect, k.hover if self.underMouse() and self._leads else k.surface, k.line)
        if self._icon:
            paint_icon(painter, QRectF(9, (rect.height() - 16) / 2, 16, 16), self._icon, k.accent)
        ink = k.accent if self._leads else k.text
        words(painter, rect.adjusted(32 if self._icon else 10, 0, -6, 0), self.words, "body", ink)
        if self.hasFocus():
            focus_ring(painter, rect)


class Chips(QWidget):
    """Things of a list, each with a cross."""

    removed = Signal(str)
    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._holder: QWidget | None = None
        self._locked = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.shown: tuple[tuple[str, str], ...] = ()

    def show_items(self, items: Iterable[tuple[str, str]], icon: Callable[[str], str], *, leads: bool) -> None:
        self.shown = tuple(items)
        if self._holder is not None:
            self._box.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = flow(*(self._item(key, text, icon(key), leads) for key, text in self.shown))
        self._box.addWidget(self._holder)
        self.setVisible(bool(self.shown))

    def lock(self, locked: bool) -> None:
        self._locked = locked
        for cross in self.findChildren(IconButton):
            cross.setVisible(not locked)

    def _item(self, key: str, text: str, icon: str, leads: bool) -> QWidget:
        chip = ItemChip(key, text, icon, leads=leads)
        chip.clicked.connect(lambda: self.followed.emit(key))
        cross = IconButton("close", _("Remove {name}", name=text))
        cross.clicked.connect(lambda: self.removed.emit(key))
        item = row((chip, 1), cross, gap=0)
        cross.setVisible(not self._locked)
        item.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return item


class ListEditor(Editor):
    """Several things of a long list: those that are there, and a line that adds one."""

    def __init__(self, add: str) -> None:
        self.chips = Chips()
        self.line = TypeAhead(self.proposals)
        self.line.setPlaceholderText(add)
        self.keys: tuple[str, ...] = ()
        super().__init__(self.line)
        self.box.addWidget(self.chips)
        self.box.addWidget(self.line)
        self.chips.removed.connect(self._on_removed)
        self.line.chosen.connect(self._on_chosen)
        self.line.editingFinished.connect(self._on_finished)

    def proposals(self) -> Sequence[Proposal]:
        """What is not there yet."""
        return [one for one in self.all_proposals() if one.key not in self.keys]

    def all_proposals(self) -> Sequence[Proposal]:
        raise NotImplementedError

    def show_keys(self, keys: Iterable[str]) -> None:
        raise NotImplementedError

    def value_of(self, key: str) -> Any:
        return key

    def _on_chosen(self, key: str) -> None:
        self.line.show_choice("", "")
        self.show_keys((*self.keys, key))
        self.done.emit()

    def _on_removed(self, key: str) -> None:
        self.show_keys(one for one in self.keys if one != key)
        self.line.setFocus()
        self.done.emit()

    def _on_finished(self) -> None:
        """Words left in the line are added when they name one thing."""
        try:
            key = self.line.key()
        except LookupError:
            key = ""
        if key:
            self._on_chosen(key)
        elif self.is_touched():
            self.done.emit()

    def fill(self, value: Any) -> None:
        self.line.show_choice("", "")
        self.show_keys(str(getattr(one, "value", one)) for one in value or ())

    def read(self) -> tuple[Any, ...]:
        if self.line.text().strip():
            raise Unreadable(unknown_words(self.line.text()))
        return tuple(self.value_of(key) for key in self.keys)

    def typed(self) -> tuple[tuple[str, ...], str]:
        return self.keys, self.line.text()

    def put_back(self, typed: Any) -> None:
        keys, text = typed
        self.show_keys(keys)
        self.line.setText(text)

    def lock(self, locked: bool) -> None:
        super().lock(locked)
        self.chips.lock(locked)


class LongTermsEditor(ListEditor):
    """Several terms of a long closed list."""

    def __init__(self, terms: type[Term], say: Language) -> None:
        self._terms, self._say = terms, say
        super().__init__(_("Add…"))

    def all_proposals(self) -> Sequence[Proposal]:
        return proposals_of(self._terms, self._say)

    def show_keys(self, keys: Iterable[str]) -> None:
        self.keys = tuple(keys)
        named = ((key, self._say(term_of(self._terms, key).label)) for key in self.keys)
        self.chips.show_items(named, lambda _key: "", leads=False)

    def value_of(self, key: str) -> Any:
        return term_of(self._terms, key)

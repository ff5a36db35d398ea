"""A line that proposes as one types: a country, a record, a term of a long list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyledItemDelegate

from dossier.i18n import _
from dossier.model.text import fold

_MOST = 100  # lines of proposals; a letter more makes them fewer


@dataclass(frozen=True)
class Proposal:
    """What can be chosen: its key, its words, and its words folded."""

    key: str
    words: str
    folded: str

    @classmethod
    def of(cls, key: str, words: str) -> "Proposal":
        return cls(key, words, fold(words))


class TypeAhead(QLineEdit):
    """Shows the words of what is chosen; `proposals` are asked for when one begins to look for another.

    Words that are none of the proposals stay, and `key` raises LookupError with them. When `can_create`, the last line
    of the proposals makes a new record of that name.
    """

    chosen = Signal(str)
    created = Signal(str)

    def __init__(self, proposals: Callable[[], Sequence[Proposal]]) -> None:
        super().__init__()
        self.create_words = ""
        self._ask = proposals
        self._key, self._words = "", ""
        self._found: list[Proposal] = []
        self._lines = QStringListModel(self)
        self._completer, self._popup = QCompleter(self._lines, self), QListView()
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.setMaxVisibleItems(12)
        self._completer.setPopup(self._popup)
        self._popup.setItemDelegate(QStyledItemDelegate(self._popup))
        self._completer.activated.connect(self._on_activated)
        self.textEdited.connect(self._on_edited)

    def show_choice(self, key: str, words: str) -> None:
        """Show a choice without saying that it was made."""
        self._key, self._words = key, words
        self.setText(words)
        self.setCursorPosition(0)

    def key(self) -> str:
        """The key of what is chosen, "" for nothing; raises LookupError for words that are no proposal."""
        typed = self.text().strip()
        if not typed:
            return ""
        if typed == self._words.strip():
            return self._key
        matches = self._matches(typed)
        exact = [one for one in matches if one.folded == fold(typed)]
        found = exact or matches
        if len(found) != 1 and not exact:
            raise LookupError(typed)
        return found[0].key

    def words_of(self, key: str) -> str:
        return next((one.words for one in self._ask() if one.key == key), "")

    def propose(self, typed: str) -> None:
        """Open the proposals that hold every word typed."""
        self._found = self._matches(typed)[:_MOST]
        lines = [one.words for one in self._found]
        if self.create_words and typed:
            lines.append(self.create_words.format(name=typed))
        self._lines.setStringList(lines)
        if lines:
            self._completer.complete()
        else:
            self._popup.hide()

    def _matches(self, typed: str) -> list[Proposal]:
        wanted = fold(typed).split()
        return [one for one in self._ask() if all(word in one.folded for word in wanted)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.isReadOnly():
            self.propose("" if self.text().strip() == self._words.strip() else self.text().strip())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if not self.isReadOnly():
            self.propose("")

    def _on_edited(self, text: str) -> None:
        if text.strip():
            self.propose(text.strip())
        else:
            self._popup.hide()

    def _on_activated(self) -> None:
        row = self._popup.currentIndex().row()
        if 0 <= row < len(self._found):
            one = self._found[row]
            self.show_choice(one.key, one.words)
            self.chosen.emit(one.key)
        else:
            self.created.emit(self.text().strip())


def unknown_words(words: str) -> str:
    return _("“{words}” is not in the list: the down arrow shows what is", words=words)

"""A line that proposes as one types: a country, a record, a term of a long list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyledItemDelegate

from dossier.i18n import _
from dossier.model.text import fold
from dossier.ui import icons, theme

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


class LineWithButton(QLineEdit):
    """A line with an icon at its end that opens something; the down arrow does the same for the keyboard."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__()
        self._icon = icon
        self._opener = self.addAction(self._drawing(), QLineEdit.ActionPosition.TrailingPosition)
        self._opener.setToolTip(name)
        self._opener.triggered.connect(self._on_opener)

    def open_below(self) -> None:
        raise NotImplementedError

    def setReadOnly(self, read_only: bool) -> None:
        super().setReadOnly(read_only)
        self._opener.setVisible(not read_only)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_theme_change(event) and hasattr(self, "_opener"):
            self._opener.setIcon(self._drawing())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.isReadOnly():
            self.open_below()
        else:
            super().keyPressEvent(event)

    def _on_opener(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.open_below()

    def _drawing(self) -> QIcon:
        return icons.icon(self._icon, theme.tokens().text2, 16)


class TypeAhead(LineWithButton):
    """Shows the words of what is chosen; `proposals` are asked for when one begins to look for another.

    Words that are none of the proposals stay, and `key` raises LookupError with them. When `can_create`, the last line
    of the proposals makes a new record of that name.
    """

    chosen = Signal(str)
    created = Signal(str)

    def __init__(self, proposals: Callable[[], Sequence[Proposal]]) -> None:
        super().__init__("chevron-down", _("Show the list"))
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

    def open_below(self) -> None:
        """What fits what is typed, or everything when nothing else than the choice stands there."""
        typed = self.text().strip()
        self.propose("" if typed == self._words.strip() else typed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

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

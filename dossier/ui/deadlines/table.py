"""The list of deadlines: a table whose lines stand under the head of how far off they are."""

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from dossier.i18n import _
from dossier.ui import theme
from dossier.ui.deadlines.arranging import Arranged, Head
from dossier.ui.tokens import ROW, ROW_TALL, S2, S3
from dossier.ui.widgets.lines_table import LinesTable
from dossier.ui.widgets.painting import words
from dossier.ui.widgets.table import CellDelegate, Index


class _Delegate(CellDelegate):
    """A head is one line across the columns, that is only read."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        head = view.lines.about[index.row()] if isinstance(view, DeadlineTable) else None
        if not isinstance(head, Head):
            super().paint(painter, option, index)
            return
        k, rect = theme.tokens(), QRectF(option.rect)
        painter.fillRect(rect, k.sunken)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), k.line)
        inner = rect.adjusted(S3, 0, -S3, 0)
        taken = words(painter, inner, head.title, "caption_strong", k.text2)
        words(painter, inner.adjusted(taken + S2, 0, 0, 0), str(head.number), "caption", k.text3, tabular=True)


class DeadlineTable(LinesTable):
    """Enter and a click ask for a deadline; arrows step over the heads."""

    def __init__(self) -> None:
        super().__init__(_("Deadlines"), _("What is due"), _("By when"), _("Topic"))
        self.setItemDelegate(_Delegate(self))
        self._heads: list[int] = []

    def show_arranged(self, found: Arranged) -> None:
        """Show these lines; the keyboard stays where it is as long as there are as many."""
        for row in self._heads:
            self.setRowHeight(row, ROW_TALL)
        self.clearSpans()
        lines = iter(found.lines)
        self.show_lines(found.about, lambda _about: next(lines))
        self._heads = [row for row, about in enumerate(found.about) if isinstance(about, Head)]
        for row in self._heads:
            self.setSpan(row, 0, 1, 3)
            self.setRowHeight(row, ROW)

    def first(self) -> QModelIndex:
        """The first line that is a deadline."""
        about = self.lines.about
        row = next((row for row, one in enumerate(about) if not isinstance(one, Head)), -1)
        return self.lines.index(row, 0) if row >= 0 else QModelIndex()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.first())
        super().focusInEvent(event)

    def _ask(self, index: QModelIndex) -> None:
        if not isinstance(self.lines.about[index.row()], Head):
            super()._ask(index)

    def moveCursor(self, action: "DeadlineTable.CursorAction", keys: Qt.KeyboardModifier) -> QModelIndex:
        """Where a head would be reached, the line beyond it is; the first head leads back to where one was."""
        reached, here = super().moveCursor(action, keys), self.currentIndex()
        step = 1 if reached.row() >= here.row() else -1
        if self._is_head(reached):
            reached = reached.siblingAtRow(reached.row() + step)
        return self.first() if self._is_head(reached) or not reached.isValid() else reached

    def _is_head(self, index: QModelIndex) -> bool:
        return index.isValid() and isinstance(self.lines.about[index.row()], Head)

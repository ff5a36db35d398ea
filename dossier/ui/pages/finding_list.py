"""The list of the findings page: groups of rows, of which one may be open; the keyboard stops once in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.ui.desk import Desk
from dossier.ui.mending import mend
from dossier.ui.pages.finding_groups import Group, Line
from dossier.ui.pages.finding_open import OpenFinding
from dossier.ui.pages.finding_rows import FindingLine, FindingRow, GroupHead, Stop
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card

Key = tuple[str, str, str]
_ENOUGH = 40  # rows after which a group begins folded


class FindingList(Card):
    """Rows stay the same widgets as long as their finding is there, so that the keyboard stays where it is."""

    more_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=0)
        self._desk = desk
        self._groups: Sequence[Group] = ()
        self._toggled: dict[str, bool] = {}  # by group: whether it was opened or folded by hand
        self._heads: dict[str, GroupHead] = {}
        self._lines: dict[Key, FindingLine] = {}
        self._buttons: list[Button] = []
        self._order: list[Stop] = []
        self._open: Key | None = None
        self._holder = QWidget()
        self._box = QVBoxLayout(self._holder)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self.add(self._holder)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these groups; what was open and is still there stays open.

        Groups are open until there are rows enough to fill a window; a row is made when its group is open.
        """
        if groups == self._groups and self._heads:
            self._renew(groups)
        else:
            self._groups = groups
            self._lay_out()

    def _renew(self, groups: Sequence[Group]) -> None:
        """The same words of findings that were looked for again."""
        for line in (line for group in groups for line in group.lines if line.key in self._lines):
            self._lines[line.key].row.line = line

    def _lay_out(self) -> None:
        focused = next((i for i, stop in enumerate(self._order) if stop.hasFocus()), -1)
        heads, lines = self._heads, self._lines
        self._heads, self._lines, self._order = {}, {}, []
        while self._box.takeAt(0):
            pass
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for group in self._groups:
            self._add_group(group, heads, lines)
        for gone in (*heads.values(), *lines.values()):
            gone.hide()
            gone.deleteLater()
        if self._open not in self._lines:
            self._open = None
        self._let_tab_stop_at(self._order[max(0, min(focused, len(self._order) - 1))] if self._order else None)
        if focused >= 0 and self._order and not any(stop.hasFocus() for stop in self._order):
            self._order[min(focused, len(self._order) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> bool:
        """The keyboard in the list; False where it is empty."""
        stop = next((one for one in self._order if one.focusPolicy() == Qt.FocusPolicy.StrongFocus), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
        return stop is not None

    @property
    def rows(self) -> list[FindingRow]:
        return [line.row for line in self._lines.values()]

    @property
    def heads(self) -> list[GroupHead]:
        return list(self._heads.values())

    @property
    def opened(self) -> OpenFinding | None:
        """What stands open, if anything does."""
        line = self._lines.get(self._open) if self._open else None
        return line.opened if line and isinstance(line.opened, OpenFinding) else None

    def open(self, key: Key) -> None:
        """Open a finding in place, and close the one that was open."""
        self.close_open()
        line = self._lines[key]
        opened = OpenFinding(self._desk, line.row.line)
        opened.closed.connect(self._on_closed)
        opened.answered.connect(self._on_answered)
        line.show_opened(opened)
        opened.look_back()
        self._open = key

    def close_open(self) -> None:
        line = self._lines.get(self._open) if self._open else None
        self._open = None
        if line:
            line.show_opened(None)

    def _add_group(self, group: Group, heads: dict[str, GroupHead], lines: dict[Key, FindingLine]) -> None:
        head = heads.pop(group.key, None) or self._made_head(group)
        head.show_group(group)
        head.show_open(self._toggled.get(group.key, len(self._lines) < _ENOUGH))
        self._heads[group.key] = head
        self._place(head)
        self._order.append(head)
        for line in group.lines if head.is_open else ():
            made = lines.pop(line.key, None) or self._made_line(line)
            made.row.show_line(line)
            made.show()
            self._lines[line.key] = made
            self._box.addWidget(made)
            self._order.append(made.row)
        if head.is_open and group.count > len(group.lines):
            self._add_more(group)

    def _place(self, head: GroupHead) -> None:
        if self._box.count():
            self._box.addSpacing(6)
        self._box.addWidget(head)
        head.show()

    def _add_more(self, group: Group) -> None:
        more = Button(_("Show more: {n} others", n=group.count - len(group.lines)), role="link")
        more.clicked.connect(lambda: self.more_asked.emit(group.key))
        self._buttons.append(more)
        self._box.addWidget(more)

    def _made_head(self, group: Group) -> GroupHead:
        head = GroupHead(group)
        head.clicked.connect(lambda: self._on_head(head))
        head.stepped.connect(lambda step: self._on_stepped(head, step))
        return head

    def _made_line(self, line: Line) -> FindingLine:
        made = FindingLine(line)
        made.row.clicked.connect(lambda: self._on_row(line.key))
        made.row.stepped.connect(lambda step: self._on_stepped(made.row, step))
        made.row.jumped.connect(lambda: mend(self._desk, made.row.line.finding))
        made.row.let_tab_stop(False)
        return made

    def _let_tab_stop_at(self, stop: Stop | None) -> None:
        for one in self._order:
            if isinstance(one, FindingRow):
                one.let_tab_stop(one is stop)
            else:
                one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one is stop else Qt.FocusPolicy.ClickFocus)

    def _on_stepped(self, stop: Stop, step: int) -> None:
        if stop in self._order:
            following = self._order[(self._order.index(stop) + step) % len(self._order)]
            self._let_tab_stop_at(following)
            following.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_row(self, key: Key) -> None:
        self._let_tab_stop_at(self._lines[key].row)
        if key == self._open:
            self.close_open()
        else:
            self.open(key)

    def _on_head(self, head: GroupHead) -> None:
        self._toggled[head.shown.key] = not head.is_open
        self._lay_out()
        self._let_tab_stop_at(head)
        head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_closed(self) -> None:
        line = self._lines.get(self._open) if self._open else None
        self.close_open()
        if line:
            line.row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_answered(self) -> None:
        """It goes when it was looked for again; the keyboard is in the row that follows meanwhile."""
        line = self._lines.get(self._open) if self._open else None
        self.close_open()
        if line:
            self._on_stepped(line.row, 1)

"""The rows of the findings page: a group's heading, a finding with the way to where it is mended."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dossier.i18n import _n
from dossier.ui import theme
from dossier.ui.icons import paint_icon
from dossier.ui.pages.finding_groups import Group, Line
from dossier.ui.tokens import CONTROL_COMPACT, RADIUS, ROW, ROW_TALL, S2, S3, Tokens
from dossier.ui.widgets.buttons import PaintedButton
from dossier.ui.widgets.painting import focus_ring, painter_for, rounded, words
from dossier.ui.widgets.rows import PaintedRow

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LEFT, _CHEVRON, _PLACE = 30, 34, 0.24
_ICON = 16


class Stop(PaintedRow):
    """A row among others: Tab stops at one of them, up and down move between them."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def say(self, spoken: str) -> None:
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()


class GroupHead(Stop):
    """The heading of a group: its tone, its name, how many, what it means; folds and unfolds it."""

    def __init__(self, group: Group) -> None:
        super().__init__(ROW, self._draw_head, group.title)
        self.is_open = True
        self.show_group(group)

    def show_group(self, group: Group) -> None:
        self.shown = group
        said = _n("{n} finding", "{n} findings", group.count)
        self.say(", ".join(filter(None, (group.title, said, group.note))))

    def show_open(self, is_open: bool) -> None:
        self.is_open = is_open
        self.update()

    def _draw_head(self, painter: QPainter, rect: QRectF, k: Tokens) -> None:
        group, tone = self.shown, k.tone(self.shown.tone) if self.shown.tone else None
        rounded(painter, rect.adjusted(-S2, 1, S2, -1), tone.tint if tone else k.sunken)
        ink, left = tone.fg if tone else k.text, rect.left() + 4.0
        if group.tone:
            paint_icon(painter, QRectF(left, rect.center().y() - 8, _ICON, _ICON), group.tone, ink, 2.0)
            left = rect.left() + _LEFT
        rest = rect.adjusted(left - rect.left(), 0, -_CHEVRON, 0)
        taken = words(painter, rest, group.title, "strong", ink)
        rest = rest.adjusted(taken + 10, 0, 0, 0)
        taken = words(painter, rest, str(group.count), "body", ink, tabular=True)
        words(painter, rest.adjusted(taken + 24, 0, 0, 0), group.note, "caption", k.text2)
        arrow = "chevron-up" if self.is_open else "chevron-down"
        paint_icon(painter, QRectF(rect.right() - 20, rect.center().y() - 7, 14, 14), arrow, ink, 2.2)


class JumpLink(PaintedButton):
    """The way to the record, as wide as its place allows."""

    def __init__(self, text: str) -> None:
        super().__init__(text, CONTROL_COMPACT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(text)

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        if self.underMouse():
            rounded(painter, rect, k.hover)
        paint_icon(painter, QRectF(6, (rect.height() - 14) / 2, 14, 14), "jump", k.accent, 2.0)
        words(painter, rect.adjusted(26, 0, -4, 0), self.words, "body", k.accent)
        if self.hasFocus():
            focus_ring(painter, rect)


class FindingRow(Stop):
    """One finding: its sentence, the article and the rule, where it is mended; opens in place."""

    jumped = Signal()

    def __init__(self, line: Line) -> None:
        super().__init__(ROW_TALL, self._draw_row, line.sentence)
        self.line, self.is_open = line, False
        self.link = JumpLink(line.place)
        self.link.clicked.connect(self.jumped)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, S2 + _CHEVRON, 0)
        layout.addStretch(round(100 * (1 - _PLACE)))
        layout.addWidget(self.link, round(100 * _PLACE))
        self.show_line(line)

    def show_line(self, line: Line) -> None:
        self.line = line
        self.say(", ".join((line.sentence, line.below, line.place)))

    def show_open(self, is_open: bool) -> None:
        self.is_open = is_open
        self.update()

    def let_tab_stop(self, stops: bool) -> None:
        policy = Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        self.link.setFocusPolicy(policy)

    def _draw_row(self, painter: QPainter, rect: QRectF, k: Tokens) -> None:
        tone = self.line.tone
        paint_icon(painter, QRectF(rect.left() + 4, 10, _ICON, _ICON), tone, k.tone(tone).fg, 2.0)
        room = self.link.x() - rect.left() - _LEFT - S3
        upper = QRectF(rect.left() + _LEFT, 8, room, 19)
        words(painter, upper, self.line.sentence, "strong" if self.is_open else "body", k.text)
        words(painter, upper.translated(0, 19), self.line.below, "caption", k.text3)
        arrow = "chevron-up" if self.is_open else "chevron-down"
        paint_icon(painter, QRectF(rect.right() - 20, rect.center().y() - 7, 14, 14), arrow, k.text2, 2.2)


class FindingLine(QWidget):
    """A row and, where it is open, what stands below it, in one frame."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.row = FindingRow(line)
        self.opened: QWidget | None = None
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        self.box.addWidget(self.row)

    def show_opened(self, opened: QWidget | None) -> None:
        """Show what is given below the row; nothing closes it."""
        if self.opened is not None:
            self.box.removeWidget(self.opened)
            self.opened.hide()
            self.opened.deleteLater()
        self.opened = opened
        if opened is not None:
            self.box.addWidget(opened)
            opened.show()
        self.row.show_open(opened is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.opened is not None:
            k = theme.tokens()
            rounded(painter_for(self), QRectF(self.rect()), k.surface, k.accent, RADIUS, 1.5)

"""The card of the 25 sheets: the coverage with what is not proved beside it, and a square for each sheet by group."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from dossier.i18n import _, _n
from dossier.law.breach_figures import share_text
from dossier.law.data import said
from dossier.law.security_guide import Coverage, SheetCoverage, coverage, group_name
from dossier.model.measure import Measure
from dossier.ui import theme
from dossier.ui.desk import Desk
from dossier.ui.measures.levels import LOOKS, Level, counted, level_of, levels_in, spoken
from dossier.ui.navigation import Place
from dossier.ui.tokens import S1, S2, S5, ToneName
from dossier.ui.widgets.buttons import Button, PaintedButton
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.chips import Chip
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.painting import CENTER, focus_ring, painter_for, rounded, words

_SIDE, _BAR, _FIGURES = 30, 4.0, 150
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_TOLD = (Level.ZERO, Level.WITHOUT, Level.NOT_APPLICABLE)
"""The levels that are counted in words: the squares of the others show how far they are."""


class SheetSquare(PaintedButton):
    """A sheet: its number, and its coverage as a bar below; pressed, it leads to its measures."""

    stepped = Signal(int)

    def __init__(self, covered: SheetCoverage, desk: Desk) -> None:
        super().__init__("", _SIDE)
        self.setFixedWidth(_SIDE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._desk = desk
        self.show_coverage(covered)

    def show_coverage(self, covered: SheetCoverage) -> None:
        self.covered = covered
        told = spoken(covered, self._desk)
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        applies, score = self.covered.score is not None, self.covered.score or 0.0
        tone = k.tone(LOOKS[level_of(self.covered)][0])
        rounded(painter, rect, tone.tint if applies else None, k.border if self.underMouse() else k.line, 4)
        number = rect.adjusted(0, 0, 0, -_BAR)
        words(painter, number, str(self.covered.sheet.number), "caption_strong", tone.fg, CENTER, tabular=True)
        if applies:
            track = QRectF(rect.left() + 3, rect.bottom() - _BAR - 2, rect.width() - 6, _BAR)
            rounded(painter, track, k.line, radius=_BAR / 2)
            if score:
                filled = QRectF(track.left(), track.top(), max(_BAR, track.width() * score), _BAR)
                rounded(painter, filled, tone.solid, radius=_BAR / 2)
        if self.hasFocus():
            focus_ring(painter, rect, 4)


class SheetsCard(Card):
    """Tab reaches one square, arrows move among them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._all = Button(_("Measures"), role="link")
        self._all.clicked.connect(lambda: desk.go_to_page(Measure.kind.name))
        super().__init__(_("CNIL guide, 25 sheets"), self._all)
        self.figure, self.applicable = Label("–", "display"), Label("", "caption", "text2", wrap=True)
        self.unproved = Chip("", "minor", "documents")
        self._chips = {level: Chip("", *LOOKS[level]) for level in _TOLD}
        self.squares = [SheetSquare(one, desk) for one in coverage(()).sheets]
        figures = column(
            *(self.figure, self.applicable, S2, self.unproved, *self._chips.values(), None),
            gap=S1,
        )
        self.applicable.setMaximumWidth(_FIGURES)
        figures.setMinimumWidth(_FIGURES)
        self.add(row(figures, (self._squares(), 1), gap=S5), None)
        self._hold(self.squares[0])

    def _squares(self) -> QWidget:
        holder, grid, groups = QWidget(), QGridLayout(), list[str]()
        holder.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(S1)
        across = 0
        for place, square in enumerate(self.squares):
            group = square.covered.sheet.group
            if group not in groups:
                groups.append(group)
                across = 1
                name = Label(said(group_name(group), self._desk.say), "caption", "text2")
                name.setContentsMargins(0, 0, S2, 0)
                grid.addWidget(name, len(groups) - 1, 0)
            grid.addWidget(square, len(groups) - 1, across)
            across += 1
            square.clicked.connect(lambda _on=False, square=square: self._go_to(square))
            square.stepped.connect(lambda step, place=place: self._step(place + step))
        grid.setColumnStretch(0, 0)
        grid.setColumnStretch(across + 10, 1)
        return holder

    def show_coverage(self, found: Coverage) -> None:
        """Show how far each sheet is covered, and what is not proved."""
        n, unproved = len(found.applicable), len(found.unproved)
        self.figure.setText("–" if found.score is None else share_text(found.score, self._desk.say))
        applicable = _n("covered, over {n} sheet that applies", "covered, over {n} sheets that apply", n)
        self.applicable.setText(applicable)
        self._show(self.unproved, _n("{n} without proof", "{n} without proof", unproved), unproved, "minor")
        levels = levels_in(found)
        for level, chip in self._chips.items():
            self._show(chip, counted(level, levels[level]), levels[level], *LOOKS[level])
        for square, covered in zip(self.squares, found.sheets, strict=True):
            square.show_coverage(covered)

    def _show(self, chip: Chip, told: str, n: int, tone: ToneName, icon: str = "documents") -> None:
        chip.show_state(told, tone, icon)
        chip.setVisible(n > 0)

    def _go_to(self, square: SheetSquare) -> None:
        self._hold(square)
        self._desk.go_to_place(Place(Measure.kind.name, asked=square.covered.sheet.number))

    def _step(self, place: int) -> None:
        if 0 <= place < len(self.squares):
            self._hold(self.squares[place])
            self.squares[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _hold(self, held: SheetSquare) -> None:
        """The one square that Tab reaches."""
        for square in self.squares:
            square.setFocusPolicy(Qt.FocusPolicy.StrongFocus if square is held else Qt.FocusPolicy.ClickFocus)

"""A section of the pack as one line: its box, number, name, why it is asked for, how many pages; its parts below."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from dossier.i18n import _, _n
from dossier.model.dossier import Dossier
from dossier.model.vocabulary_pack import PackPart
from dossier.report.parts import ENCLOSED, PARTS, Own, Piece
from dossier.report.scope import Profile
from dossier.ui import theme
from dossier.ui.export.heads import keep_place
from dossier.ui.export.tick_line import TickLine
from dossier.ui.export.ticks import ARTICLES, is_internal, is_usual, pieces_of
from dossier.ui.tokens import CONTROL_COMPACT, S1, S2, S8, Role, ToneName
from dossier.ui.widgets.buttons import IconButton, PaintedButton
from dossier.ui.widgets.chips import chip_width, paint_chip
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.painting import RIGHT, focus_ring, painter_for, rounded, words

_NUMBER, _PAGES = 26, 46


class SectionButton(PaintedButton):
    """Shows the pages of its section when it is pressed."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__(name, CONTROL_COMPACT)
        self._number, self.is_strong, self.is_looked_at = number, False, False
        self.mark: tuple[str, ToneName, str] | None = None
        self.article = self.pages = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tell(self) -> None:
        """Say again what is painted."""
        mark = self.mark[0] if self.mark else self.article
        self.setAccessibleName(", ".join(filter(None, (f"{self._number}. {self.words}", mark, self.pages))))
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect())
        if self.is_looked_at or self.underMouse():
            rounded(painter, rect, k.selected if self.is_looked_at else k.hover)
        ink = k.text if self.is_strong else k.text2
        words(painter, QRectF(S1, 0, _NUMBER - S2, rect.height()), str(self._number), "caption", k.text3, tabular=True)
        right = rect.right() - S1
        words(painter, QRectF(right - _PAGES, 0, _PAGES, rect.height()), self.pages, "caption", k.text2, RIGHT)
        role: Role = "strong" if self.is_strong else "body"
        named = _NUMBER + theme.metrics(role).horizontalAdvance(self.words) + S2
        right = self._paint_why(painter, named, right - _PAGES - S1)
        words(painter, QRectF(_NUMBER, 0, right - _NUMBER - S1, rect.height()), self.words, role, ink)
        if self.hasFocus():
            focus_ring(painter, rect)

    def _paint_why(self, painter: QPainter, left: float, right: float) -> float:
        """Why it is asked for, between the name and the pages: where there is no room for both the name goes first, and
        the tool tip has the words. Gives back where the name ends."""
        k, height = theme.tokens(), self.height()
        if self.mark:
            text, tone, icon = self.mark
            text = text if right - left >= chip_width(text, icon) else ""
            right -= chip_width(text, icon)
            paint_chip(painter, QPointF(right, height / 2), text, tone, icon)
        elif right - left >= (wide := theme.metrics("caption").horizontalAdvance(self.article)):
            right -= wide
            words(painter, QRectF(right, 0, wide + 1, height), self.article, "caption", k.text3)
        return right


class SectionRow(QWidget):
    """One part of the pack. `chosen` are the pieces of it that are ticked."""

    changed = Signal()
    looked_at = Signal(object)

    def __init__(self, part: PackPart) -> None:
        super().__init__()
        self.part = part
        self._pieces: list[Piece] = []
        self._counts: dict[Piece, int] = {}
        self._profile: Profile = "authority"
        self.box, self.more = QCheckBox(), IconButton("chevron-down", _("What this section holds"))
        self.box.setAccessibleName(_(part.label))
        self.button = SectionButton(list(PackPart).index(part) + 1, _(part.label))
        self.boxes = {piece: self._box() for piece in PARTS[part] if piece is not ENCLOSED}
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(S8 + _NUMBER, 0, 0, S2)
        below.setSpacing(0)
        for box in self.boxes.values():
            below.addWidget(box)
        self._below.hide()
        self.more.setFixedSize(CONTROL_COMPACT, CONTROL_COMPACT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row(self.box, (self.button, 1), self.more, gap=S1))
        layout.addWidget(self._below)
        keep_place(self.more)
        self.button.article = ARTICLES.get(part, "")
        self.box.clicked.connect(self._on_box)
        self.more.clicked.connect(lambda: self.open(self._below.isHidden()))
        self.button.clicked.connect(lambda: self.looked_at.emit(self.part))

    def _box(self) -> TickLine:
        box = TickLine("")
        box.clicked.connect(self._on_piece)
        return box

    def _words(self, piece: Piece) -> str:
        label = _(piece.label) if isinstance(piece, Own) else f"{_(piece.kind.menu)} ({self._counts.get(piece, 0)})"
        return f"{label} · {_('internal')}" if is_internal(piece, self._profile) else label

    @property
    def chosen(self) -> frozenset[Piece]:
        return frozenset(piece for piece, box in self.boxes.items() if box.isChecked())

    @property
    def has_anything(self) -> bool:
        return bool(self._pieces)

    def open(self, is_open: bool) -> None:
        self._below.setVisible(is_open)
        self.more.show_icon("chevron-up" if is_open else "chevron-down")

    def offer(self, dossier: Dossier) -> None:
        """What the part can hold of a dossier, with its counts; it is to be chosen anew."""
        self._pieces = pieces_of(self.part, dossier)
        self._counts = {piece: dossier.count(piece) for piece in self._pieces if not isinstance(piece, Own)}
        for piece, box in self.boxes.items():
            box.setVisible(piece in self._pieces)
        self.box.setEnabled(bool(self._pieces))
        self.more.setVisible(bool(self._pieces))

    def choose(self, chosen: frozenset[Piece], profile: Profile) -> None:
        """Tick these and no others, for an audience, without saying so."""
        self._profile = profile
        for piece, box in self.boxes.items():
            box.setChecked(piece in chosen)
            box.say(self._words(piece))
        self.show_state()

    def show_state(self) -> None:
        """The box of the section tells all, some or none of what is usual in it."""
        usual = self._usual()
        on = sum(self.boxes[piece].isChecked() for piece in usual)
        some = Qt.CheckState.PartiallyChecked if self.chosen else Qt.CheckState.Unchecked
        self.box.setTristate(on != len(usual) and bool(self.chosen))
        self.box.setCheckState(Qt.CheckState.Checked if usual and on == len(usual) else some)
        self.button.is_strong = bool(self.chosen)
        self.button.tell()

    def show_mark(self, is_asked: bool) -> None:
        """Asked by the authority in an exchange, or internal; else the article stands there alone."""
        if is_asked:
            self.button.mark = (_("asked"), "ok", "tick")
        elif self._pieces and all(is_internal(piece, self._profile) for piece in self._pieces):
            self.button.mark = (_("internal"), "major", "lock")
        else:
            self.button.mark = None
        self.button.tell()

    def show_pages(self, count: int | None) -> None:
        self.button.pages = "" if count is None else _n("{n} p.", "{n} p.", count)
        self.button.tell()

    def show_looked_at(self, is_looked_at: bool) -> None:
        self.button.is_looked_at = is_looked_at
        self.button.update()

    def _usual(self) -> list[Piece]:
        """What the box of the section ticks: what is usual, or all of it where nothing is."""
        return [piece for piece in self._pieces if is_usual(piece, self._profile)] or self._pieces

    def _on_box(self) -> None:
        usual = self._usual()
        on = not all(self.boxes[piece].isChecked() for piece in usual)
        for piece in usual if on else self._pieces:
            self.boxes[piece].setChecked(on)
        self._on_piece()

    def _on_piece(self) -> None:
        self.show_state()
        self.changed.emit()

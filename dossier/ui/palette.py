"""Search over everything as one types: a panel over the window, by keyboard alone."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QMainWindow, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.model.record import Record
from dossier.ui import theme
from dossier.ui.desk import Desk
from dossier.ui.palette_list import HEADING, ITEM, Found, FoundDelegate, FoundModel, Search
from dossier.ui.tokens import RADIUS_CARD, S2, S3, S4
from dossier.ui.widgets.labels import Hairline, IconLabel, Label
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.painting import painter_for, rounded

PAUSE = 40  # milliseconds between a letter and its results: letters typed meanwhile count in them
_WIDTH, _TOP, _LIST = 640, 72, 420
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class Panel(QFrame):
    """The sheet of the palette."""

    def paintEvent(self, event: QPaintEvent) -> None:
        k = theme.tokens()
        rounded(painter_for(self), QRectF(self.rect()), k.surface, k.line, RADIUS_CARD)


class Palette(QWidget):
    """Covers the window; Escape or a press beside it closes it, and gives the keyboard back."""

    def __init__(self, window: QMainWindow, desk: Desk, actions: list[QAction]) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._search = Search(desk, actions)
        self._before = window.focusWidget()
        self.input = QLineEdit()
        self.input.setStyleSheet("QLineEdit, QLineEdit:focus { border: none; background: transparent; padding: 0; }")
        self.input.setFont(theme.font("h2"))
        self.input.setPlaceholderText(_("Search everything"))
        self.input.setAccessibleName(_("Search everything"))
        self.model = FoundModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(_("Results"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._panel = self._make_panel()
        self._connect()

    def _make_panel(self) -> Panel:
        panel = Panel(self)
        organisation = self._desk.dossier.organisation
        where = Label(_("in {name}", name=organisation.title) if organisation else "", "caption", "text3")
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(1, 0, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(row(IconLabel("search", "text2"), (self.input, 1), where, gap=S3, margins=(S4, S4, S4, S3)))
        layout.addWidget(Hairline())
        layout.addWidget(self.list)
        layout.addWidget(Hairline())
        hints = (_("↑ ↓ choose"), _("Enter open"), _("> actions"), _("# reference"), _("Esc close"))
        labels = [Label(hint, "caption", "text3") for hint in hints]
        layout.addWidget(row(*labels, None, gap=S4, margins=(S4, S2 + 2, S4, S2 + 2)))
        return panel

    def _connect(self) -> None:
        self.input.textChanged.connect(self._on_typed)
        self.input.installEventFilter(self)
        self._window.installEventFilter(self)
        self._timer.timeout.connect(self._find)
        self.list.entered.connect(self._choose)
        self.list.clicked.connect(self._on_clicked)

    def open(self) -> None:
        """Show it, ready to type in."""
        for other in self._window.findChildren(Palette):
            if other is not self:
                other.close()
        self._find()
        self._place()
        self.show()
        self.raise_()
        self.input.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        wide = min(_WIDTH, self.width() - 2 * S4)
        tall = self.model.height()
        self.list.setFixedHeight(min(_LIST, max(tall, 40)))
        self._panel.setFixedWidth(wide)
        self._panel.adjustSize()
        self._panel.move((self.width() - wide) // 2, _TOP)

    def _on_typed(self) -> None:
        if not self._timer.isActive():  # not started again at each letter: results keep coming while one types
            self._timer.start()

    def _find(self) -> None:
        self._timer.stop()
        self.model.show_found(self._search.find(self.input.text()))
        self._choose(self.model.index(self.model.next_item(-1, 1), 0))
        self.list.scrollToTop()
        self._place()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and index.data(ITEM) is not None:
            self.list.setCurrentIndex(index)
        said = self.list.currentIndex().data() if self.list.currentIndex().isValid() else _("Nothing found")
        self.input.setAccessibleDescription(str(said or ""))

    def _move(self, step: int) -> None:
        row_now = self.list.currentIndex().row()
        following = self.model.next_item(row_now + step - (1 if step > 0 else -1), 1 if step > 0 else -1)
        if following >= 0:
            self._choose(self.model.index(following, 0))
            first = self.model.index(following - 1, 0)
            if first.isValid() and first.data(HEADING):
                self.list.scrollTo(first)
            self.list.scrollTo(self.list.currentIndex())

    def _accept(self) -> None:
        if self._timer.isActive():
            self._find()
        found = self.list.currentIndex().data(ITEM) if self.list.currentIndex().isValid() else None
        if isinstance(found, Found):
            self.close()
            if isinstance(found.target, Record):
                self._desk.go_to(found.target)
            elif isinstance(found.target, QAction):
                found.target.trigger()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index)
        if index.data(ITEM) is not None:
            self._accept()

    def _leave(self) -> None:
        self.close()
        if self._before is not None and self._before.window() is self._window:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def close(self) -> bool:
        """Close, and be gone."""
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self.input and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._takes(Qt.Key(event.key()))
        return False

    def _takes(self, key: Qt.Key) -> bool:
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # there is nothing else to go to
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self._leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        scrim = QColor(Qt.GlobalColor.black)
        scrim.setAlphaF(0.36)
        painter_for(self).fillRect(self.rect(), scrim)

"""The rows of the page of the legal data: one list with its day and what is not verified, opened in place."""

from html import escape

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _, _n
from dossier.law.data import FOLDER, LawSource, law_data, said
from dossier.law.settings import ReferenceValue, reference_values
from dossier.law.unverified import Unverified, count_unverified, source_words, unverified
from dossier.model.text import date_text
from dossier.ui import theme
from dossier.ui.desk import Desk
from dossier.ui.icons import paint_icon
from dossier.ui.pages.legal_values import ValueList
from dossier.ui.tokens import ROW_TALL, S2, S3, S4, Ink, Role, Tokens, ToneName
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.painting import RIGHT, words
from dossier.ui.widgets.rows import PaintedRow

_LEFT, _CHEVRON = 30, 34
_ICON = 16


def file_words(source: LawSource) -> tuple[str, ToneName | None]:
    """Which file is used and, where one of the user's is not, why; with a tone where that is news."""
    if source.refusal:
        return _("{label}: {value}", label=f"{source.name}.json", value=_(source.refusal.label)), "minor"
    if source.path.parent == FOLDER:
        return _("Came with Dossier"), None
    return _("Your own file, newer than the one that came with Dossier"), "info"


class LawRow(PaintedRow):
    """A list of the legal data: what it is, from where, when it was checked, how much is not verified."""

    def __init__(self, source: LawSource, desk: Desk) -> None:
        self.source, self.is_open = source, False
        self._unverified = unverified = count_unverified(law_data(source.name))
        self._title, self._named, self._own = said(source.title, desk.say), said(source.source, desk.say), ""
        self._file, self._news = file_words(source)
        self._checked = _("Checked on {day}", day=date_text(source.checked, desk.say))
        self._count = _n("{n} entry not verified", "{n} entries not verified", unverified)
        if not unverified:
            self._count = _("Nothing marked unverified")
        super().__init__(ROW_TALL, self._paint, self._title)
        self.show_open(False)

    def show_own(self, settable: int, own: int) -> None:
        """How many values the law leaves open here, and how many the dossier sets for itself."""
        leaves = _n("{n} value that a dossier may set", "{n} values that a dossier may set", settable)
        sets = _n("{n} set in this dossier", "{n} set in this dossier", own)
        self._own = ", ".join([leaves] * bool(settable) + [sets] * bool(own))
        self.show_open(self.is_open)

    def show_open(self, is_open: bool) -> None:
        self.is_open = is_open
        state = _("opened below") if is_open else _("folded")
        about = (self._title, self._checked, self._count, self._own, self._file, self._named)
        told = [words for words in about if words]
        self.setToolTip("\n".join(told))
        self.setAccessibleName(", ".join((*told, state)))
        self.update()

    def _paint(self, painter: QPainter, rect: QRectF, k: Tokens) -> None:
        tone: ToneName = self._news or ("check" if self._unverified else "ok")
        paint_icon(painter, QRectF(rect.left() + 4, 10, _ICON, _ICON), tone, k.tone(tone).fg, 2.0)
        wide = max(theme.metrics("caption").horizontalAdvance(text) for text in (self._checked, self._count))
        room = rect.width() - _LEFT - _CHEVRON
        upper = QRectF(rect.left() + _LEFT, 8, room, 19)
        beside, left = upper.translated(0, 19), upper.adjusted(0, 0, -wide - S4, 0)
        words(painter, upper, self._checked, "caption", k.text2, RIGHT, tabular=True)
        words(painter, beside, self._count, "caption", k.ink("check" if self._unverified else "text3"), RIGHT)
        words(painter, left, self._title, "strong" if self.is_open else "body", k.text)
        below = " · ".join(filter(None, (self._own, self._file, self._named)))
        words(painter, left.translated(0, 19), below, "caption", k.ink(self._news or "text3"))
        arrow = "chevron-up" if self.is_open else "chevron-down"
        paint_icon(painter, QRectF(rect.right() - 20, rect.center().y() - 7, 14, 14), arrow, k.text2, 2.2)


class LawLine(QWidget):
    """A row and, once it is opened, what is known of the file and its entries that are not verified."""

    def __init__(self, source: LawSource, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.row = LawRow(source, desk)
        self.opened: QWidget | None = None
        self.values: ValueList | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.row)
        self.row.clicked.connect(self._on_clicked)
        self.refresh()

    def open(self) -> None:
        """Show what is below, made when it is first asked for."""
        if self.opened is None:
            self.opened = self._below()
            self._box.addWidget(self.opened)
        self.opened.setVisible(True)
        self.row.show_open(True)

    def open_value(self, key: str) -> QWidget:
        """Open one of its values; gives back what says it and takes the keyboard."""
        self.open()
        assert self.values  # made with what is below, where the list has values
        return self.values.open(key)

    def settable(self) -> tuple[ReferenceValue, ...]:
        """The values of this list that the law leaves open."""
        values = reference_values(self._desk.dossier, self._desk.clock().date())
        return tuple(one for one in values.values() if one.file == self.row.source.name)

    def refresh(self) -> None:
        """The dossier changed: show the values that count now."""
        settable = self.settable()
        self.row.show_own(len(settable), sum(one.setting is not None for one in settable))
        if self.values:
            self.values.refresh()

    def _on_clicked(self) -> None:
        if self.row.is_open and self.opened:
            self.opened.setVisible(False)
            self.row.show_open(False)
        else:
            self.open()

    def _below(self) -> QWidget:
        source, say = self.row.source, self._desk.say
        file, news = file_words(source)
        where = _("In the file: {place}", place=source.place) if source.place else ""
        told: tuple[tuple[str, Ink], ...] = (
            (_("Source: {source}", source=source_words(law_data(source.name)["source"], say)), "text2"),
            (_("File in use: {path}", path=source.path), "text2"),
            (" ".join(filter(None, (file, where))), news or "text2"),
        )
        about = column(*(_copyable(words, "caption", ink) for words, ink in told), gap=2)
        listed = _copyable("".join(map(_entry_words, unverified(law_data(source.name), say))))
        listed.setTextFormat(Qt.TextFormat.RichText)  # one label for all: there may be a hundred entries
        settable = self.settable()
        values = [self._values(settable)] if settable else []
        box = column(about, *values, listed, gap=S3, margins=(S2 + _LEFT, S2, S2 + _CHEVRON, S4))
        listed.setVisible(bool(listed.text()))  # inside the layout: alone it would open a window of its own
        return box

    def _values(self, settable: tuple[ReferenceValue, ...]) -> QWidget:
        self.values = ValueList(settable, self._desk)
        said = _("The law fixes none of these values. What this dossier sets is what its checks and deadlines ask by.")
        return column(Label(said, "caption", "text3", wrap=True), self.values, gap=S2)


def _entry_words(entry: Unverified) -> str:
    first, *rest = filter(None, (entry.name, entry.note, entry.source, _("In the file: {place}", place=entry.place)))
    return f"<p><b>{escape(first)}</b><br>{'<br>'.join(map(escape, rest))}</p>"


def _copyable(text: str, role: Role = "body", ink: Ink = "text") -> Label:
    label = Label(text, role, ink, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label

"""The pages of an export beside its choices: one at a time, turned and made larger."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from dossier.i18n import _, _n
from dossier.model.vocabulary_pack import PackPart
from dossier.ui.export.heads import column_head, keep_place
from dossier.ui.export.paper import Paper
from dossier.ui.tokens import S3
from dossier.ui.widgets.buttons import IconButton
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.scroll import scroll
from dossier.work.preview import Preview

_ZOOMS = (1.0, 1.5, 2.0, 3.0)  # times the width there is


class PreviewPanel(QWidget):
    """What is shown is a beginning with provisional numbers, or the whole; a page that is turned to stays."""

    def __init__(self) -> None:
        super().__init__()
        self.preview: Preview | None = None
        self.page, self._zoom = 0, 0
        self.paper, self.where = Paper(), Label("", "caption", "text2", tabular=True)
        self.note = Label("", "caption", "text3", wrap=True)
        self.back, self.forth = IconButton("chevron-up", _("Page before")), IconButton("chevron-down", _("Next page"))
        self.smaller, self.larger = IconButton("minus", _("Smaller")), IconButton("plus", _("Larger"))
        for button in (self.smaller, self.larger):
            keep_place(button)
        self.area: QScrollArea = scroll(self.paper)
        self.area.setWidgetResizable(False)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S3)
        buttons = (self.smaller, self.larger, self.back, self.where, self.forth)
        layout.addWidget(column_head(Label(_("Preview"), "h2"), None, *buttons))
        layout.addWidget(self.area, 1)
        layout.addWidget(self.note)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.forth.clicked.connect(lambda: self.turn(1))
        self.smaller.clicked.connect(lambda: self.zoom(-1))
        self.larger.clicked.connect(lambda: self.zoom(1))
        self.paper.turned.connect(self.turn)
        self._show_state()

    @property
    def parts(self) -> Mapping[PackPart, int]:
        return self.preview.parts if self.preview else {}

    @property
    def laid_out(self) -> int:
        """How many pages there are, 0 while nobody knows."""
        return len(self.preview.pages) if self.preview and self.parts else 0

    def show_beginning(self, preview: Preview) -> None:
        self._show(preview, preview.shown)
        self.note.setText(_("Numbers are provisional: the other pages are being laid out…"))

    def show_progress(self, pages: int) -> None:
        said = _n("{n} page laid out so far", "{n} pages laid out so far", pages)
        self.note.setText(_("Numbers are provisional: {said}…", said=said))

    def show_whole(self, preview: Preview) -> None:
        turned = self.page - self.preview.shown if self.preview else 0
        self._show(preview, min(preview.shown + turned, len(preview.pages) - 1))
        self.note.setText("")

    def show_part(self, part: PackPart) -> bool:
        """Turn to a section; False where it is not laid out yet."""
        if part in self.parts:
            self._turn_to(self.parts[part])
        return part in self.parts

    def show_nothing(self, why: str) -> None:
        self.preview = None
        self.paper.forget()
        self.note.setText(why)
        self._show_state()

    def turn(self, step: int) -> None:
        if self.preview and 0 <= self.page + step < len(self.preview.pages):
            self._turn_to(self.page + step)

    def zoom(self, step: int) -> None:
        self._zoom = min(max(self._zoom + step, 0), len(_ZOOMS) - 1)
        self.paper.fit(self._width())
        self._show_state()

    def _show(self, preview: Preview, page: int) -> None:
        self.preview = preview
        self._turn_to(page)

    def _turn_to(self, page: int) -> None:
        if self.preview is None:
            return
        self.page = page
        self.paper.show_page(self.preview.pages.alone(page), self._width())
        self.area.verticalScrollBar().setValue(0)
        self._show_state()

    def _width(self) -> int:
        return int((self.area.width() - self.area.verticalScrollBar().sizeHint().width()) * _ZOOMS[self._zoom])

    def _show_state(self) -> None:
        total = len(self.preview.pages) if self.preview else 0
        self.back.setEnabled(self.page > 0 and total > 0)
        self.forth.setEnabled(self.page + 1 < total)
        self.smaller.setVisible(self._zoom > 0)
        self.larger.setVisible(self._zoom + 1 < len(_ZOOMS))
        known = total if self.parts else "…"
        self.where.setText(_("{page} / {total}", page=self.page + 1, total=known) if total else "")
        self.paper.setAccessibleName(self._spoken(total) if total else _("Preview"))

    def _spoken(self, total: int) -> str:
        """Page 3 of 41, section Processors."""
        if not self.parts:
            return _("Preview: first pages, their numbers are provisional")
        before = [part for part, begin in self.parts.items() if begin <= self.page]
        said = _("Preview: page {page} of {total}", page=self.page + 1, total=total)
        return _("{said}, section {section}", said=said, section=_(before[-1].label)) if before else said

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.paper.fit(self._width())

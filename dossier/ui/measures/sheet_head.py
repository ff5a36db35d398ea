"""The head of the list of measures: which sheet, how far it is covered, which of its items a measure names."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.law.data import said
from dossier.law.security_guide import SheetCoverage, group_name
from dossier.ui.desk import Desk
from dossier.ui.measures.levels import items_named, measures_words, proofs_words, share_words
from dossier.ui.tokens import S1, S2, S3
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.chips import Chip
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label


class SheetHead(QWidget):
    """Without a sheet it speaks of all measures."""

    all_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._covered: SheetCoverage | None = None
        self.title, self.note = Label("", "h3", wrap=True), Label("", "caption", "text3", wrap=True)
        self.all_button = Button(_("All sheets"), role="link")
        self.all_button.clicked.connect(self.all_asked)
        self.items = QWidget()
        self._items_box = QVBoxLayout(self.items)
        self._items_box.setContentsMargins(0, 0, 0, 0)
        self._line = QHBoxLayout()
        self._line.addWidget(flow(self.title, self.note), 1, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self.all_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(S3, S3, S3, 0)
        box.setSpacing(S2)
        box.addLayout(self._line)
        box.addWidget(self.items)

    def show_all(self, measures: int) -> None:
        """No sheet is chosen."""
        self._covered = None
        self.title.setText(_("All sheets"))
        self.note.setText(measures_words(measures))
        self.all_button.hide()
        self._show_items(None)

    def show_sheet(self, covered: SheetCoverage) -> None:
        """The sheet that is chosen, with its items."""
        sheet, say = covered.sheet, self._desk.say
        self.title.setText(_("Sheet {n}: {name}", n=sheet.number, name=said(sheet.name, say)))
        told = [said(group_name(sheet.group), say), measures_words(len(covered.measures))]
        told += [_("coverage {share}", share=share_words(covered, self._desk)), proofs_words(covered.proofs)]
        self.note.setText(" · ".join(told if covered.score is not None else [told[0], _("Does not apply")]))
        self.all_button.show()
        if covered != self._covered:
            self._covered = covered
            self._show_items(covered)

    def _show_items(self, covered: SheetCoverage | None) -> None:
        """Ticked where a measure of the sheet names the item."""
        while old := self._items_box.takeAt(0):
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        if covered is None:
            return
        named, say = items_named(covered.measures), self._desk.say
        chips: list[QWidget] = []
        for item in covered.sheet.items:
            words = f"{item.code} {said(item.name, say)}"
            chips.append(Chip(words, *(("ok", "tick") if item.code in named else ("none", "none"))))
            state = _("named by a measure") if item.code in named else _("named by no measure")
            chips[-1].setAccessibleName(f"{words}, {state}")
            chips[-1].setToolTip(f"{words}, {state}")
        if any(not item.origin.verified for item in covered.sheet.items):
            chips.append(Label(_("Items in our own words, not verified in the guide."), "caption", "text3", wrap=True))
        self._items_box.addWidget(flow(*chips, gap=S1))

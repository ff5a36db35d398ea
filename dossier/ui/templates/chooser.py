"""A template chosen without leaving the page: the list, what it brings, the parts that are wanted, one button."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from dossier.i18n import _
from dossier.law.data import said
from dossier.law.templates import PARTS, Template, templates
from dossier.model.record import Record
from dossier.model.text import date_text
from dossier.ui.desk import Desk
from dossier.ui.templates.preview import Preview, brought_by
from dossier.ui.tokens import S2, S3, S4, S5
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.labels import Hairline, Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.lines_table import Lines
from dossier.ui.widgets.reading_order import ReadingOrder
from dossier.ui.widgets.scroll import keep_gutter, scroll
from dossier.ui.widgets.segmented import Option
from dossier.ui.widgets.table import Cell, Table
from dossier.ui.widgets.toggles import Toggles
from dossier.work.templates import insertion

_LIST, _PREVIEW = 10, 13  # how the list and what a template brings share the width


class TemplateChooser(ReadingOrder):
    """Arrows choose a template, Enter goes to the button, Escape goes back."""

    left = Signal()
    """The user goes back without inserting anything."""
    asked = Signal(object)
    """The Edit that inserts what is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.template = templates()[0]
        self.back = Button(_("Back to the activities"), "back", "quiet")
        self.list = Table(_("Templates"), tall=True)
        self._lines = Lines((_("Ready-made activity"),), self.list)
        self.title, self.checked = Label("", "h2", wrap=True), Label("", "caption", "text3", wrap=True)
        self.parts = Toggles([Option(kind.kind.name, _(kind.kind.plural)) for kind in PARTS])
        self.preview = Preview(desk)
        self.insert_button = Button(_("Insert this activity"), "plus", "primary")
        self._lay_out()
        self._lines.show_lines(templates(), self._line)
        self.list.setModel(self._lines)
        self.list.fit_columns()
        self.list.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.list.activated.connect(self._on_activated)
        self.back.clicked.connect(self.left)
        self.parts.changed.connect(self._on_parts)
        self.insert_button.clicked.connect(self._on_insert)

    def _lay_out(self) -> None:
        self.area = scroll(column(self.preview, None))
        keep_gutter(self.area, S5, S4)
        choices = Card(padding=1).add(row(self.back, None, margins=(0, S2, S3, 0)), (self.list, 1))
        note = Label(
            _("Entered as a draft, to be adapted; one Undo takes all of it back."), "caption", "text2", wrap=True
        )
        brought = Card(padding=0, gap=S3).add(
            column(self.title, self.checked, self.parts, gap=S2, margins=(S5, S4, S5, 0)),
            Hairline(),
            (column(self.area, margins=(S5, 0, 0, 0)), 1),
            Hairline(),
            row((note, 1), self.insert_button, gap=S3, margins=(S5, 0, S5, S3)),
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S4)
        layout.addWidget(choices, _LIST)
        layout.addWidget(brought, _PREVIEW)

    def begin(self) -> None:
        """Show the dossier as it stands, with the keyboard in the list and every part wanted."""
        self.parts.set_values(kind.kind.name for kind in PARTS)
        row = max(self.list.currentIndex().row(), 0)
        self.list.setCurrentIndex(QModelIndex())  # choosing the same row again tells the dossier as it stands now
        self.list.selectRow(row)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def show_template(self, template: Template) -> None:
        """What a template would bring now."""
        self.template = template
        self.title.setText(said(template.title, self._desk.say))
        day = date_text(template.checked, self._desk.say)
        self.checked.setText(_("Values checked on {day}; what was not read again at its source says so.", day=day))
        edit = insertion(self._desk.dossier, template, self._desk.clock())
        to_adapt = [said(one, self._desk.say) for one in template.to_adapt]
        self.preview.show_brought(brought_by(edit, self._desk.dossier), to_adapt)
        self._on_parts()
        self.area.verticalScrollBar().setValue(0)

    @property
    def wanted(self) -> set[type[Record]]:
        """The kinds of parts that are ticked."""
        return {kind for kind in PARTS if kind.kind.name in self.parts.values}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _line(self, template: Template) -> tuple[Cell, ...]:
        return (Cell(said(template.title, self._desk.say), said(template.summary, self._desk.say)),)

    def _on_chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self.show_template(self._lines.about[current.row()])

    def _on_activated(self) -> None:
        self.insert_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_parts(self) -> None:
        self.preview.show_wanted(self.wanted)

    def _on_insert(self) -> None:
        self.asked.emit(insertion(self._desk.dossier, self.template, self._desk.clock(), self.wanted))

"""The items of a contract in the form: a letter, its words, whether it is there, and where."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from dossier.i18n import N_, Language
from dossier.law.clauses import ClauseItem, clause_items, tally_of
from dossier.law.data import said
from dossier.model.fields import Field
from dossier.model.processor import Processor
from dossier.ui import theme
from dossier.ui.desk import Desk
from dossier.ui.processors.noted_section import NotedSection
from dossier.ui.records.form_field import FormField
from dossier.ui.tokens import CONTROL_COMPACT, S2
from dossier.ui.widgets.buttons import escaped, plain
from dossier.ui.widgets.painting import CENTER, painter_for, rounded, words


class Letter(QWidget):
    """The letter of a clause; the words beside it are read aloud with it."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter
        self.setFixedSize(CONTROL_COMPACT - 4, CONTROL_COMPACT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, k, rect = painter_for(self), theme.tokens(), QRectF(self.rect()).adjusted(0, 2, 0, -2)
        rounded(painter, rect, k.sunken, k.line)
        words(painter, rect, self._letter, "caption_strong", k.text2, CENTER)


class ClauseSection(NotedSection):
    """A section of which every field is a clause; its title counts them."""

    def __init__(self, title: str, declared: Sequence[Field]) -> None:
        super().__init__(title, declared)
        self.grid.setHorizontalSpacing(S2)
        self.grid.setColumnStretch(0, 0)

    def _note(self, record: Processor, today: date, say: Language) -> str:
        return tally_of(record, [field.name for field in self.declared]).words(say)

    def _field(self, field: Field, desk: Desk) -> FormField:
        made = super()._field(field, desk)
        item = _item(field)
        made.label.setText(escaped(plain(made.label.text()).removeprefix(f"({item.letter}) ")))
        made.label.setFont(theme.font("body"))
        made.label.set_ink("text")
        made.label.setToolTip(_told(item, desk.say))
        return made

    def _place(self, field: FormField) -> None:
        letter = _item(field.field).letter
        if letter:
            self.grid.addWidget(Letter(letter), self._row, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(field, self._row, 1 if letter else 0, 1, 1 if letter else 2, Qt.AlignmentFlag.AlignTop)
        self._row += 1


def _item(field: Field) -> ClauseItem:
    return next(item for item in clause_items() if item.field == field.name)


def _told(item: ClauseItem, say: Language) -> str:
    """The item in the words of the law, its article, and what shows it."""
    told = [f"{said(item.name, say)} ({item.article})"]
    if item.evidence:
        told.append(say(N_("Shown by: {evidence}"), evidence=said(item.evidence, say)))
    return "\n".join(told)

"""The questions of an exchange: entered on one line, unanswered ones first, each with what answers it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from dossier.i18n import _, _n
from dossier.law.authority_clock import clock_in
from dossier.law.authority_words import part_number, progress_words
from dossier.model.evidence import AuthorityExchange, AuthorityQuestion
from dossier.model.fields import Field, field_of
from dossier.model.record import Record
from dossier.ui.authority.due_column import tone_of_day
from dossier.ui.authority.question_form import OpenQuestion
from dossier.ui.authority.question_line import QuestionLine
from dossier.ui.desk import Desk
from dossier.ui.records.children import ChildSection
from dossier.ui.records.open_part import OpenPart
from dossier.ui.records.words import NOTHING
from dossier.ui.requests.due_column import day_cell
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.table import Cell
from dossier.work import authority_edits

_COLUMNS = ("parts", "due_on")


class QuestionSection(ChildSection):
    """A question opens below its row; the line above the list takes the next one."""

    def __init__(self, desk: Desk) -> None:
        self.line = QuestionLine()
        super().__init__(AuthorityQuestion, desk)
        self._columns = [field_of(AuthorityQuestion, name) for name in _COLUMNS]
        self.line.entered.connect(self.enter)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, row((self.line, 1), self.add_button))

    def lock(self, locked: bool) -> None:
        super().lock(locked)
        self.line.setEnabled(not self._locked)

    def add(self) -> None:
        """What stands on the line becomes a question; without, the keyboard goes there."""
        self.line.write()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self, texts: list[str]) -> None:
        """One edit for all of them."""
        record = self._record and self._desk.dossier.get(self._record.id, AuthorityExchange)
        if isinstance(record, AuthorityExchange) and not self._locked:
            self.commit()
            self._desk.history.do(authority_edits.questions(record, texts, self._desk.clock()))

    def open_part(self, record_id: str, field: str = "") -> None:
        """The keyboard goes where the answer is written."""
        super().open_part(record_id, field or "answer")
        self._show_mark()

    def make_open(self) -> OpenPart:
        made = OpenQuestion(self.kind, self._desk, self)
        for button in (made.answered, made.again):
            button.clicked.connect(self.mark_answered)
        return made

    def mark_answered(self) -> None:
        """The open question is answered today, and the next one opens; one that was answered is open again."""
        question = self.open_record() if self.commit() else None
        if not isinstance(question, AuthorityQuestion):
            return
        edit = authority_edits.answered(question, self._desk.clock().date())
        if self._desk.history.do(edit) and question.answered_on is None:
            self.open_next()

    def open_next(self) -> None:
        """The first question that is not answered, or none."""
        following = next((one for one in self._questions() if one.answered_on is None), None)
        if following is None:
            self.close_open()
        else:
            self.open_part(following.id)

    def _questions(self) -> tuple[AuthorityQuestion, ...]:
        """As they are now, in the order of the list."""
        record = self._exchange()
        return clock_in(self._desk.dossier, record).questions if record else ()

    def _exchange(self) -> AuthorityExchange | None:
        return self._record if isinstance(self._record, AuthorityExchange) else None

    def _parts_of(self, record: Record) -> tuple[Record, ...]:
        return self._questions()

    def _refresh_open(self) -> None:
        super()._refresh_open()
        self._show_mark()

    def _show_mark(self) -> None:
        part = self.open_record()
        if isinstance(self.open, OpenQuestion) and isinstance(part, AuthorityQuestion):
            self.open.show_question(part)

    def _show_rows(self) -> None:
        super()._show_rows()
        record = self._exchange()
        if record and self._parts:
            self._count.setText(progress_words(clock_in(self._desk.dossier, record), self._desk.say))

    def _cell(self, part: Record, field: Field) -> Cell:
        if not isinstance(part, AuthorityQuestion):
            return Cell(NOTHING)
        if field.name == "parts":
            return Cell(" · ".join(_given(part)) or NOTHING)
        return self._state(part)

    def _state(self, question: AuthorityQuestion) -> Cell:
        """When it was answered; else by when it is to be, which is the day of the exchange where it has none."""
        if question.answered_on:
            return Cell(_("Answered"), tone="ok", icon="ok")
        exchange = self._exchange()
        due = question.due_on or (exchange.due_on if exchange else None)
        if due is None:
            return Cell(_("To answer"), tone="check", icon="check")
        today = self._desk.clock().date()
        return day_cell(due, (due - today).days, tone_of_day(due, today), self._desk)


def _given(question: AuthorityQuestion) -> list[str]:
    """What answers a question, in few words: the parts of the pack by their numbers, and how many documents."""
    numbers = ", ".join(map(str, sorted(part_number(one) for one in question.parts)))
    n = len(question.documents)
    told = [_n("part {parts}", "parts {parts}", len(question.parts), parts=numbers)] if numbers else []
    return [*told, *([_n("{n} document", "{n} documents", n)] if n else [])]

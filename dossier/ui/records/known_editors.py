"""Editors of a value that knows how well it is known, and of a duration."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from dossier.i18n import Language, _
from dossier.model.record import Duration, Knowledge, KnownMoment, KnownNumber, Moment, Unit
from dossier.model.text import number_text
from dossier.ui.records.choice_editors import Choice
from dossier.ui.records.editor import Editor, Unreadable
from dossier.ui.records.text_editors import whole_number
from dossier.ui.records.time_editors import MomentInputs
from dossier.ui.records.words import term_of
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.segmented import Option


class KnownEditor(Editor):
    """How well it is known, the value, and the upper end of a range."""

    def __init__(self, low: QWidget, high: QWidget, *inputs: QWidget) -> None:
        self.state = Choice(
            [Option(state.value, _(state.label)) for state in Knowledge],
            clearable=False,
        )
        self._low, self._high = low, high
        self._and = Label(_("and"), "caption", "text2")
        super().__init__(self.state, *inputs)
        self._place()
        self.state.changed.connect(self._on_state)

    def _place(self) -> None:
        self.box.addWidget(self.state)
        self.box.addWidget(self._low)
        self.box.addWidget(self._and)
        self.box.addWidget(self._high)

    @property
    def _knowledge(self) -> Knowledge:
        return term_of(Knowledge, self.state.value)

    def _on_state(self) -> None:
        self._show_parts()
        self.done.emit()

    def _show_parts(self) -> None:
        ranged = self._knowledge is Knowledge.RANGE
        self._low.setVisible(self._knowledge is not Knowledge.UNKNOWN)
        self._and.setVisible(ranged)
        self._high.setVisible(ranged)

    def fill(self, value: Any) -> None:
        known = value or KnownNumber()
        self.state.set_value(known.state.value)
        self.fill_parts(known.value, known.to)
        self._show_parts()

    def read(self) -> Any:
        state = self._knowledge
        if state is Knowledge.UNKNOWN:
            return self.make(state=state)
        value = self.read_part(self._low)
        if state is not Knowledge.RANGE:
            return None if value is None else self.make(value=value, state=state)
        to = self.read_part(self._high)
        if value is None and to is None:
            return None
        if value is None or to is None:
            raise Unreadable(_("Both ends are expected"), unfinished=True)
        return self.make(value=value, to=to, state=state)

    def fill_parts(self, value: Any, to: Any) -> None:
        raise NotImplementedError

    def read_part(self, part: QWidget) -> Any:
        raise NotImplementedError

    def make(self, **values: Any) -> Any:
        raise NotImplementedError


class KnownNumberEditor(KnownEditor):
    """A count: exact, about, a range, or not known yet."""

    def __init__(self, say: Language) -> None:
        self._say = say
        self.low, self.high = QLineEdit(), QLineEdit()
        super().__init__(self.low, self.high, self.low, self.high)
        for line in (self.low, self.high):
            line.editingFinished.connect(self.done)

    def _place(self) -> None:
        """In one line where how well it is known is a list that opens, below it where it is a row of choices."""
        values = row((self._low, 1), self._and, (self._high, 1))
        if self.state.combo:
            self.box.addWidget(row((self.state, 2), (values, 3)))
        else:
            self.box.addWidget(self.state)
            self.box.addWidget(values)

    def fill_parts(self, value: Any, to: Any) -> None:
        self.low.setText("" if value is None else number_text(value, self._say))
        self.high.setText("" if to is None else number_text(to, self._say))

    def read_part(self, part: QWidget) -> int | None:
        text = part.text().strip() if isinstance(part, QLineEdit) else ""
        try:
            return whole_number(text) if text else None
        except ValueError:
            example = number_text(1250, self._say)
            raise Unreadable(_("Not a whole number: {example} is expected", example=example)) from None

    def make(self, **values: Any) -> KnownNumber:
        return KnownNumber(**values)

    def typed(self) -> tuple[str | None, str, str]:
        return self.state.value, self.low.text(), self.high.text()

    def put_back(self, typed: Any) -> None:
        state, low, high = typed
        self.state.set_value(state)
        self.low.setText(low)
        self.high.setText(high)
        self._show_parts()


class KnownMomentEditor(KnownEditor):
    """An instant: exact, about, a range, or not known yet."""

    def __init__(self, say: Language, default_zone: Callable[[], str]) -> None:
        self.low, self.high = MomentInputs(say, default_zone), MomentInputs(say, default_zone)
        super().__init__(self.low, self.high, *self.low.inputs(), *self.high.inputs())
        self.low.finished = self.high.finished = self.done.emit

    def fill_parts(self, value: Any, to: Any) -> None:
        self.low.fill(value)
        self.high.fill(to)

    def read_part(self, part: QWidget) -> Moment | None:
        return part.read() if isinstance(part, MomentInputs) else None

    def make(self, **values: Any) -> KnownMoment:
        return KnownMoment(**values)

    def typed(self) -> tuple[object, ...]:
        return self.state.value, self.low.typed(), self.high.typed()

    def put_back(self, typed: Any) -> None:
        state, low, high = typed
        self.state.set_value(state)
        self.low.put_back(low)
        self.high.put_back(high)
        self._show_parts()


class DurationEditor(Editor):
    """A count and a unit."""

    narrow = True

    def __init__(self, say: Language) -> None:
        self._say = say
        self.count = QLineEdit()
        self.count.setMinimumWidth(48)
        self.unit = Choice([Option(unit.value, _(unit.label)) for unit in Unit], clearable=False)
        super().__init__(self.count, self.unit)
        self.narrow = self.unit.combo is not None
        self.unit.set_value(Unit.MONTH.value)
        self.box.addWidget(row((self.count, 1), self.unit))
        self.count.editingFinished.connect(self.done)
        self.unit.changed.connect(self.done)

    def fill(self, value: Any) -> None:
        self.count.setText(number_text(value.count, self._say) if value else "")
        self.unit.set_value((value.unit if value else Unit.MONTH).value)

    def read(self) -> Duration | None:
        text = self.count.text().strip()
        if not text:
            return None
        try:
            return Duration(count=whole_number(text), unit=term_of(Unit, self.unit.value))
        except ValueError:
            raise Unreadable(_("Not a whole number: {example} is expected", example="36")) from None

    def typed(self) -> tuple[str, str | None]:
        return self.count.text(), self.unit.value

    def put_back(self, typed: Any) -> None:
        count, unit = typed
        self.count.setText(count)
        self.unit.set_value(unit)

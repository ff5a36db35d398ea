"""Editors of what is chosen: yes or no, a term of a closed list, several terms, a clause of a contract."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.model.record import Term
from dossier.model.text import clean
from dossier.model.vocabulary import Answer, Clause
from dossier.ui import theme
from dossier.ui.records.editor import Editor, only_shown
from dossier.ui.records.words import STATES, term_of
from dossier.ui.tokens import ToneName
from dossier.ui.widgets.inputs import fit_into_form
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.segmented import Option, Segmented
from dossier.ui.widgets.toggles import Toggles

_SEGMENTS, _TOGGLES = 4, 12  # more choices are a list that opens, or that is searched
_WIDEST = 360  # and so are choices whose words find no room in the form of a small window
_HALF = 170  # the words of an input that stands beside another


def option_of(term: Term) -> Option:
    tone, icon = STATES.get(term, (None, ""))
    return Option(term.value, _(term.label), tone, icon)


class Choice(QWidget):
    """One of a few: side by side where they fit, else in a list that opens. `value` is None for none of them."""

    changed = Signal()

    def __init__(self, options: Sequence[Option], *, clearable: bool = True) -> None:
        super().__init__()
        self._values: list[str | None] = [None] * clearable + [option.value for option in options]
        self.segmented: Segmented | None = None
        if len(options) <= _SEGMENTS:
            self.segmented = Segmented(options, compact=True, clearable=clearable)
        if self.segmented and self.segmented.sizeHint().width() > _WIDEST:
            self.segmented = None
        self.combo = None if self.segmented else self._list(options, clearable)
        self.input: QWidget = self.segmented or self.combo or self
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.input)
        self.setFocusProxy(self.input)
        if self.segmented:
            self.segmented.changed.connect(self._on_changed)

    def _list(self, options: Sequence[Option], clearable: bool) -> QComboBox:
        combo = only_shown(QComboBox())
        combo.addItems([_("Not answered")] * clearable + [option.words for option in options])
        fit_into_form(combo)
        combo.activated.connect(self._on_changed)
        return combo

    @property
    def value(self) -> str | None:
        if self.segmented:
            return self.segmented.value
        return self._values[self.combo.currentIndex()] if self.combo else None

    def set_value(self, value: str | None) -> None:
        if self.segmented:
            self.segmented.set_value(value)
        elif self.combo:
            self.combo.setCurrentIndex(self._values.index(value))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.input.setAccessibleName(name)

    def _on_changed(self) -> None:
        self.changed.emit()


class ChoiceEditor(Editor):
    """One of a few options, or none."""

    def __init__(self, options: Sequence[Option]) -> None:
        self.choice = Choice(options)
        super().__init__(self.choice)
        self.narrow = self.choice.combo is not None
        self.box.addWidget(self.choice)
        self.choice.changed.connect(self.done)

    def typed(self) -> str | None:
        return self.choice.value

    def put_back(self, typed: Any) -> None:
        self.choice.set_value(typed)


class BoolEditor(ChoiceEditor):
    """Yes, no, or not answered."""

    def __init__(self) -> None:
        super().__init__((Option("yes", _("Yes")), Option("no", _("No"))))
        self.narrow = True

    def fill(self, value: Any) -> None:
        self.choice.set_value(None if value is None else "yes" if value else "no")

    def read(self) -> bool | None:
        return None if self.choice.value is None else self.choice.value == "yes"


class TermEditor(ChoiceEditor):
    """A term of a short closed list."""

    def __init__(self, terms: type[Term]) -> None:
        super().__init__([option_of(term) for term in terms])
        self._terms = terms
        self.narrow = self.narrow and widest(terms) < _HALF

    def fill(self, value: Any) -> None:
        self.choice.set_value(None if value is None else value.value)

    def read(self) -> Term | None:
        return None if self.choice.value is None else term_of(self._terms, self.choice.value)


def can_be_seen_whole(terms: type[Term]) -> bool:
    """Whether all terms fit into a form as toggles."""
    return len(terms) <= _TOGGLES and widest(terms) < _WIDEST


def widest(terms: type[Term]) -> int:
    metrics = theme.metrics("body")
    return max(metrics.horizontalAdvance(_(term.label)) for term in terms)


class TermsEditor(Editor):
    """Several terms of a list that can be seen whole."""

    def __init__(self, terms: type[Term], toggles: type[Toggles] = Toggles) -> None:
        self._terms = terms
        self.toggles = toggles([Option(one.value, _(one.label), _unknown(one)) for one in terms])
        super().__init__(self.toggles)
        self.box.addWidget(self.toggles)
        self.toggles.changed.connect(self.done)

    def fill(self, value: Any) -> None:
        self.toggles.set_values(term.value for term in value or ())

    def read(self) -> tuple[Term, ...]:
        """In the order they had, the new ones after them."""
        chosen = {term_of(self._terms, value) for value in self.toggles.values}
        kept = tuple(term for term in self._shown or () if term in chosen)
        return kept + tuple(term for term in self._terms if term in chosen and term not in kept)

    def typed(self) -> frozenset[str]:
        return frozenset(self.toggles.values)

    def put_back(self, typed: Iterable[str]) -> None:
        self.toggles.set_values(typed)


def _unknown(term: Term) -> ToneName | None:
    """The tone of the answer that says that it is not known yet, and stands alone."""
    return "none" if term.name == "UNKNOWN" else None


class ClauseEditor(Editor):
    """Whether a clause is in the contract, and where."""

    beside = True

    def __init__(self) -> None:
        unknown = Option(Answer.NOT_CHECKED.value, "?", "none")
        answers = [option_of(term) for term in Answer if term is not Answer.NOT_CHECKED]
        self.state = Segmented([*answers, unknown], compact=True, clearable=True)
        self.state.parts[-1].setToolTip(_(Answer.NOT_CHECKED.label))
        self.state.parts[-1].setAccessibleName(_(Answer.NOT_CHECKED.label))
        self.where = QLineEdit()
        self.where.setPlaceholderText(_("Where"))
        self.where.setMinimumWidth(70)
        self.where.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        super().__init__(self.state, self.where)
        self.box.addWidget(row(self.state, (self.where, 1)))
        self.box.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.state.changed.connect(self.done)
        self.where.editingFinished.connect(self.done)

    def fill(self, value: Any) -> None:
        self.state.set_value(value.state.value if value else None)
        self.where.setText(value.where if value else "")
        self.where.setCursorPosition(0)

    def read(self) -> Clause | None:
        where = clean(self.where.text().strip())
        if self.state.value is None and not where:
            return None
        return Clause(state=term_of(Answer, self.state.value or Answer.NOT_CHECKED), where=where)

    def typed(self) -> tuple[str | None, str]:
        return self.state.value, self.where.text()

    def put_back(self, typed: Any) -> None:
        state, where = typed
        self.state.set_value(state)
        self.where.setText(where)

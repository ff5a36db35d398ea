"""The officer's decision to notify or not: one press writes it with who decided and when."""

from typing import Any

from dossier.i18n import _
from dossier.model.breach import Breach
from dossier.model.fields import field_of
from dossier.store.edit import Edit
from dossier.ui.desk import Desk
from dossier.ui.records.choice_editors import ChoiceEditor
from dossier.ui.records.form_field import FormField
from dossier.ui.widgets.segmented import Option
from dossier.work import breach_edits

_ANSWERS: dict[str, bool | None] = {"notify": True, "not": False, "open": None}


class DecisionEditor(ChoiceEditor):
    """Notify, do not notify, or still to be decided."""

    def __init__(self) -> None:
        words = (_("Notify"), _("Do not notify"), _("To be decided"))
        super().__init__([Option(code, said) for code, said in zip(_ANSWERS, words, strict=True)])

    def fill(self, value: Any) -> None:
        self.choice.set_value(next(code for code, answer in _ANSWERS.items() if answer is value))

    def read(self) -> bool | None:
        return _ANSWERS[self.choice.value or "open"]


class DecisionField(FormField):
    """The field of the decision."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(field_of(Breach, "notify"), desk, label=_("Decision"), editor=DecisionEditor())
        self.set_hint("")  # the card says already that the officer decides

    def edit_of_record(self, current: Any) -> Edit | None:
        if current.notify is self.input.value():
            return None
        at = breach_edits.moment_in(self._desk.dossier, self._desk.clock())
        return breach_edits.decision(current, self.input.value(), self._desk.author, at)
